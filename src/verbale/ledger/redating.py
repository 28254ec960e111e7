"""Days that a text leaves open, settled by what other texts tell of the same event.

A text whose own date is unsettled says "his visit on Monday and Tuesday"; another announced this
visit for one certain week. Together they say which Monday. A text's bare weekday lies within six
days of its writing, so the text's own date is narrowed as well.
"""

from __future__ import annotations

import datetime
import re

import msgspec

from verbale.ledger.sameness import Told, compatible
from verbale.ledger.when import Days, days

__all__ = ["WEEK", "YEAR", "is_open", "on", "settled", "weekdays", "within", "written"]

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"(?<!last )(?<!next )\b({'|'.join(_NAMES)})\b", re.IGNORECASE)
YEAR = 366  # the widest stretch in which a text of unsettled date was written
WEEK = 7  # an announcement that is wider names no week, and a weekday falls in it twice


def is_open(told: Told) -> Days | None:
    """The stretch in which the text was written, where that is all that is known of the event."""
    stretch = days(told.published)
    if told.record.date or stretch is None or not WEEK < stretch.length <= YEAR:
        return None
    return stretch if weekdays(told) else None


def weekdays(told: Told) -> list[int]:
    """Weekdays (0 Monday) that the event's own words name; none when they contradict each other."""
    each = {
        tuple(sorted({_NAMES.index(w.lower()) for w in _WEEKDAY.findall(e.quote)}))
        for e in told.record.evidence
    }
    named = {w for w in each if w}
    return list(next(iter(named))) if len(named) == 1 else []


def settled(told: Told, known: Told) -> Told | None:
    """`told` with the days that `known` gives it, or None where the two are not one event."""
    own, week = is_open(told), days(known.record.date)
    if own is None or week is None or week.first < own.first or week.last > own.last:
        return None
    return within(told, known)


def within(told: Told, known: Told) -> Told | None:
    """`told` on its bare weekdays in the week of `known`, where the two may then be one event."""
    week, named = days(known.record.date), weekdays(told)
    if week is None or week.length > WEEK or not named:
        return None
    every = [week.first + datetime.timedelta(i) for i in range(week.length)]
    found = [d for d in every if d.weekday() in named]
    if [d.weekday() for d in found] != named:
        return None
    date = found[0].isoformat()
    if len(found) > 1:
        date += "/" + found[-1].isoformat()
    dated = on(told, date)
    return dated if compatible(dated, known) else None


def on(told: Told, day: str) -> Told:
    """`told` on the days that other texts settle.

    The rule, for plans alone: a text that names bare weekdays without "next" stands in their own
    week; when it becomes known which week that was, the days are over for whoever asks, and no text
    took the plan back, so the event counts as held. It is a convention: an announcement of the
    coming days reads the same, and what was called off unreported counts as held, too. People set
    it right with `decide ID correct status=planned`.
    """
    status = "held" if told.record.status == "planned" else told.record.status
    record = msgspec.structs.replace(told.record, date=day, status=status)
    return Told(record, told.side, told.published, told.text)


def written(told: Told) -> str | None:
    """EDTF interval in which a text was written that names the bare weekdays of `told`."""
    stretch = days(told.record.date)
    if stretch is None:
        return None
    reach = datetime.timedelta(WEEK - 1)
    first, last = stretch.first - reach, stretch.last + reach
    return f"{first.isoformat()}/{last.isoformat()}"
