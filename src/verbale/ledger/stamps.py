"""Stamps that cannot be right: what other texts tell of the same visit overturns a text's own date.

A text's own date may be settled and wrong all the same: a page stamped anew, a stamp of another year.
What other texts tell of the same event shows it. Here is what must come together before a stamp falls:

- *elsewhere*: a visit that the text dates by bare weekdays, that no other text tells so, while others
  announce or tell the same visit on these weekdays of one other week, and the visitor in another
  country on the days that the stamp gives;
- *alone*: the same without anything known of where the visitor was, where the text itself has
  something against its stamp (its date is inferred, ambiguous or in conflict);
- *late*: the text tells as coming what by its stamp was over; *early*: it tells as over what by its
  stamp was still to come. Its words must give the days, and two other texts (one, where the text
  itself has something against its stamp) must tell the event on them as a fact.

A stamp stands that other texts bear out, by telling an event on the very days that rest on it, and
one whose fall would put what the text itself tells on days in full after its writing. Everything
here is a function of the texts as their own dates have them, so what falls does not depend on what
fell before, or on the order in which texts came.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from verbale.ledger.facets import AHEAD, EXACT, facets, namesakes
from verbale.ledger.redating import WEEK, weekdays, within, written
from verbale.ledger.resting import rests
from verbale.ledger.sameness import Told, compatible
from verbale.ledger.when import Days, days, gap

__all__ = [
    "REACH",
    "Around",
    "Fallen",
    "bears_out",
    "doubtful",
    "fact",
    "fallen",
    "other_text",
    "otherwise",
    "rests_on_weekdays",
    "settled",
    "tells_where",
]

# The same visit on the same weekdays half a year on is more likely another visit than a wrong stamp.
REACH = 183
_NUMBER = re.compile(r"\d")
_IN_PERSON = frozenset({"visit", "meeting", "summit", "conference", "ceremony", "signing"})


class Around(Protocol):
    """What the ledger tells, each text as its own date has it."""

    def near(self, told: Told) -> Iterable[Told]:
        """What is told of two of the same states on days that touch."""

    def visits(self, told: Told) -> Iterable[Told]:
        """Visits of two of the same states within `REACH`."""

    def abroad(self, told: Told) -> Iterable[Told]:
        """What is told of one of the same states and any other on these days."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """A stamp that others overturn: `why` is elsewhere, alone, late or early.

    `instead` is the EDTF interval in which the text was written, `record` what the text tells of the
    event, `because` the records of other texts that say otherwise.
    """

    why: str
    instead: str
    record: str
    because: tuple[str, ...]


def fallen(own: Sequence[Told], around: Around, *, doubted: bool) -> Fallen | None:
    """Why the stamp of a text cannot be right, if so; `own` are its interactions, by id.

    `doubted` says that the text itself has something against its stamp.
    """
    found = [
        f for t in own for f in (*_elsewhere(t, around, doubted), *_turned(t, around, doubted))
    ]
    if not found or any(_borne_out(t, around) for t in own):
        return None
    # Of several reasons all must leave a day on which the text can have been written.
    common = _common([f.instead for f in found])
    if common is None or any(_speaks_against(t, common) for t in own):
        return None
    first = min(found, key=lambda f: (f.why, f.record))
    return replace(first, instead=_edtf(common))


def doubtful(told: Told) -> bool:
    """Whether what is told is of the sort from which a stamp can fall."""
    return rests_on_weekdays(told) or _out_of_turn(told) is not None


def settled(told: Told) -> Days | None:
    """The days of a text's stamp, where they are settled."""
    stamp = days(told.published)
    return stamp if stamp and stamp.length <= WEEK and not stamp.vague else None


def other_text(one: Told, two: Told) -> bool:
    """Whether two accounts are of two texts, copies being one."""
    return (one.text or one.record.document) != (two.text or two.record.document)


def fact(told: Told) -> bool:
    """Whether a text tells an event as a fact, on exact days, and not before it."""
    stretch, stamp = days(told.record.date), settled(told)
    if told.record.status != "held" or stretch is None or stretch.vague or stamp is None:
        return False
    return stretch.length <= WEEK and (stretch.first - stamp.last).days <= 1


def bears_out(told: Told, other: Told) -> bool:
    """Whether an account of the same event, of another text, has it exactly on the same days."""
    mine, theirs = days(told.record.date), days(other.record.date)
    if mine is None or theirs is None or max(mine.length, theirs.length) > EXACT:
        return False
    return other_text(other, told) and not gap(mine, theirs)


def rests_on_weekdays(told: Told) -> bool:
    """Whether a visit of a person's has its days from bare weekdays and a settled stamp alone."""
    record, stretch = told.record, days(told.record.date)
    if record.kind != "visit" or stretch is None or stretch.length > WEEK or not settled(told):
        return False
    if not weekdays(told) or any(_NUMBER.search(e.quote) for e in record.evidence):
        return False
    return bool(facets(record).people)


def otherwise(told: Told, visits: Iterable[Told]) -> list[Told]:
    """Accounts of the same visit on these weekdays of one other week; none where it is several.

    A plan will do: where it was put off instead, that is what it leads to. Each has `told` beside it
    as `within` dates it, so the first gives the days.
    """
    mine = days(told.record.date)
    fits: dict[str | None, list[Told]] = {}
    for other in visits:
        theirs = days(other.record.date)
        if mine is None or theirs is None or not 1 < gap(mine, theirs) <= REACH:
            continue
        if other_text(other, told) and settled(other) and (dated := within(told, other)):
            fits.setdefault(dated.record.date, []).append(other)
    return next(iter(fits.values())) if len(fits) == 1 else []


def _elsewhere(told: Told, around: Around, doubted: bool) -> Iterator[Fallen]:
    if not rests_on_weekdays(told):
        return
    away = tuple(t.record.id for t in around.abroad(told) if _away(told, t))
    if not away and not doubted:
        return
    others = otherwise(told, around.visits(told))
    dated = within(told, others[0]) if others else None
    instead = written(dated) if dated else None
    if instead:
        because = sorted({*(t.record.id for t in others), *away})
        why = "elsewhere" if away else "alone"
        yield Fallen(why, instead, told.record.id, tuple(because))


def tells_where(told: Told) -> bool:
    """Whether a text tells as a fact in which country persons met on which day."""
    record, day = told.record, days(told.record.date)
    if record.kind not in _IN_PERSON or not (record.place and record.place.country):
        return False
    return day is not None and day.length <= EXACT and fact(told)


def _away(told: Told, other: Told) -> bool:
    """Whether another text has a guest of the visit in another country on one of its days."""
    record, there = told.record, other.record
    host = (record.place.country if record.place else None) or (
        record.host.state if record.host else None
    )
    if not tells_where(other) or not there.place or there.place.country == host:
        return False
    mine, day = days(record.date), days(there.date)
    if mine is None or day is None or not other_text(other, told):
        return False
    inside = mine.first <= day.first and day.last <= mine.last
    guests = [a.id for a in record.participants if a.kind == "person" and a.state != host]
    if record.visitor and record.visitor.kind == "person":
        guests = [record.visitor.id]
    return inside and any(namesakes(g, a.id) for g in guests for a in there.participants)


def _out_of_turn(told: Told) -> tuple[str, str] | None:
    """late or early, and when the text was written then, where its days and its stamp disagree."""
    stretch, stamp = days(told.record.date), settled(told)
    if stretch is None or stamp is None or stretch.vague or stretch.length > EXACT:
        return None
    if told.record.status in AHEAD and (stamp.first - stretch.last).days > 1:
        return "late", f"../{stretch.last}"
    if told.record.status == "held" and (stretch.first - stamp.last).days > 1:
        return "early", f"{stretch.first}/.."
    return None


def _turned(told: Told, around: Around, doubted: bool) -> Iterator[Fallen]:
    turn, stamp = _out_of_turn(told), settled(told)
    if turn is None or stamp is None or rests(told.record, stamp.first):
        return
    telling = [
        t
        for t in around.near(told)
        if fact(t) and bears_out(told, t) and settled(t) and compatible(told, t)
    ]
    texts = {t.text or t.record.document for t in telling}
    if len(texts) > (0 if doubted else 1):
        why, instead = turn
        yield Fallen(why, instead, told.record.id, tuple(sorted(t.record.id for t in telling)))


def _borne_out(told: Told, around: Around) -> bool:
    """Whether what rests on the stamp is told by another text on the same days."""
    stamp = settled(told)
    if stamp is None or not rests(told.record, stamp.first):
        return False
    return any(bears_out(told, t) and compatible(told, t) for t in around.near(told))


def _common(intervals: Iterable[str]) -> Days | None:
    """The days that all of the intervals have, if there are any."""
    stretches = [s for i in intervals if (s := days(i))]
    if not stretches:
        return None
    first, last = max(s.first for s in stretches), min(s.last for s in stretches)
    return Days(first, last) if first <= last else None


def _edtf(of: Days) -> str:
    first = "" if of.first == datetime.date.min else of.first.isoformat()
    last = "" if of.last == datetime.date.max else of.last.isoformat()
    return f"{first or '..'}/{last or '..'}"


def _speaks_against(told: Told, written_: Days) -> bool:
    """Whether a text written then tells as a fact what was to come, or the other way round."""
    stretch, stamp = days(told.record.date), settled(told)
    if stretch is None or stamp is None or stretch.vague or rests(told.record, stamp.first):
        return False
    if told.record.status == "held":
        return stretch.first > _on(written_.last, 1)
    return told.record.status in AHEAD and stretch.last < _on(written_.first, -1)


def _on(day: datetime.date, by: int) -> datetime.date:
    limit = datetime.date.max if by > 0 else datetime.date.min
    return day if day == limit else day + datetime.timedelta(by)
