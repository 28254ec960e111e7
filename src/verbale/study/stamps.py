"""Stamps of texts that other texts gainsay: dates that looked settled and cannot be right.

A text's own date may be settled and wrong all the same: a page stamped anew, a stamp of another year.
Nothing in the text shows it, but what other texts tell of the same event does. Three rules:

- *late*: the text tells as coming what by its stamp was over; *early*: it tells as over what by its
  stamp was still to come. The event's day must be told by another text, exactly and as a fact.
- *elsewhere*: a visit that the text dates by bare weekdays, that no other text tells so, while others
  announce or tell the same visit on these weekdays of another week, and the visitor in another
  country on the days that the stamp gives.
- *alone*: the same, without anything known of where the visitor was. It may be a second visit, or
  one that was put off; so this is a doubt, and the others are contradictions.

Whatever the rule, a date is proposed with which all that is told agrees. A stamp that other texts
bear out, by telling an event on the very days that rest on it, is never doubted for a visit's sake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.ledger.events import Event
from verbale.ledger.facets import AHEAD, EXACT, facets, namesakes
from verbale.ledger.redating import WEEK, weekdays, within, written
from verbale.ledger.sameness import Told
from verbale.ledger.when import Days, days, gap

__all__ = ["Doubt", "doubts"]

# The same visit on the same weekdays half a year on is more likely another visit than a wrong stamp.
REACH = 183
_NUMBER = re.compile(r"\d")
_IN_PERSON = frozenset({"visit", "meeting", "summit", "conference", "ceremony", "signing"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A text whose stamp others gainsay: `why` is late, early, elsewhere or alone.

    `instead` is the EDTF interval in which the text was written if the others are right, `record`
    what the text tells of the event, `because` the records of other texts that say otherwise.
    """

    document: str
    published: str
    why: str
    instead: str
    record: str
    because: tuple[str, ...]


def doubts(events: Sequence[Event]) -> list[Doubt]:
    """Every doubt that the events of a ledger give, by document."""
    found = [d for e in events for d in _out_of_turn(e)]
    borne_out = {t.record.document for e in events for t in e.sources if _borne_out(t, e)}
    visits = [e for e in events if e.kind == "visit" and days(e.date)]
    for event in visits:
        for told in event.sources:
            if told.record.document not in borne_out and _rests_on_stamp(told, event):
                found.extend(_told_otherwise(told, visits, events))
    return sorted(found, key=lambda d: (d.document, d.record, d.why))


def _settled(told: Told) -> Days | None:
    """The days of a text's stamp, where they are settled."""
    stamp = days(told.published)
    return stamp if stamp and stamp.length <= WEEK and not stamp.vague else None


def _out_of_turn(event: Event) -> Iterator[Doubt]:
    """Sources that by their stamps tell an event before it was, or announce what was over."""
    for told in event.sources:
        stamp = _settled(told)
        facts = _facts(event, told)
        if stamp is None or not facts:
            continue
        stretches = [s for t in facts if (s := days(t.record.date))]
        first, last = min(s.first for s in stretches), max(s.last for s in stretches)
        because = tuple(sorted(t.record.id for t in facts))
        if told.record.status in AHEAD and (stamp.first - last).days > 1:
            yield _doubt(told, "late", f"../{last}", because)
        elif told.record.status == "held" and (first - stamp.last).days > 1:
            yield _doubt(told, "early", f"{first}/..", because)


def _doubt(told: Told, why: str, instead: str, because: tuple[str, ...]) -> Doubt:
    record = told.record
    return Doubt(record.document, told.published or "", why, instead, record.id, because)


def _facts(event: Event, told: Told) -> list[Told]:
    """What other texts tell of an event as a fact, on exact days, and not before it."""
    return [t for t in event.sources if _other(t, told) and _fact(t)]


def _other(one: Told, two: Told) -> bool:
    """Whether two accounts are of two texts, copies being one."""
    texts = {one.text or one.record.document, two.text or two.record.document}
    return len(texts) == 2


def _fact(told: Told) -> bool:
    stretch, stamp = days(told.record.date), _settled(told)
    if told.record.status != "held" or stretch is None or stretch.vague or stamp is None:
        return False
    return stretch.length <= WEEK and (stretch.first - stamp.last).days <= 1


def _borne_out(told: Told, event: Event) -> bool:
    """Whether another text tells an event exactly on the days that this one gives it."""
    mine = days(told.record.date)
    return mine is not None and any(
        (theirs := days(t.record.date)) and theirs.length <= EXACT and not gap(mine, theirs)
        for t in event.sources
        if _other(t, told) and mine.length <= EXACT
    )


def _rests_on_stamp(told: Told, event: Event) -> bool:
    """Whether a visit's days are weekdays counted from the stamp, and no other text tells them."""
    record, stretch = told.record, days(told.record.date)
    if stretch is None or stretch.length > WEEK or _settled(told) is None:
        return False
    if not weekdays(told) or any(_NUMBER.search(e.quote) for e in record.evidence):
        return False
    return not any(_other(t, told) for t in event.sources) and bool(facets(record).people)


def _told_otherwise(told: Told, visits: Iterable[Event], events: Sequence[Event]) -> list[Doubt]:
    """The doubt about a visit that others tell in one other week; none where they tell several."""
    mine = days(told.record.date)
    fits: list[tuple[Told, tuple[str, ...]]] = []
    for other in visits:
        theirs = days(other.date)
        if mine is None or theirs is None or not 1 < gap(mine, theirs) <= REACH:
            continue
        # A plan will do: where it was put off instead, that is what the doubt leads to.
        sure = [t for t in other.sources if _other(t, told) and _settled(t)]
        moved = [(m, t) for t in sure if (m := within(told, t))]
        if len({m.record.date for m, _ in moved}) == 1:
            fits.append((moved[0][0], tuple(sorted(t.record.id for _, t in moved))))
    if len(fits) != 1 or mine is None:
        return []
    ((dated, because),) = fits
    instead = written(dated) or ""
    away = _elsewhere(told, mine, events)
    return [_doubt(told, "elsewhere" if away else "alone", instead, (*because, *away))]


def _elsewhere(told: Told, stretch: Days, events: Iterable[Event]) -> tuple[str, ...]:
    """Records of other texts that have a guest of the visit in another country on these days."""
    record = told.record
    host = (record.place.country if record.place else None) or (
        record.host.state if record.host else None
    )
    guests = [a.id for a in record.participants if a.kind == "person" and a.state != host]
    if record.visitor and record.visitor.kind == "person":
        guests = [record.visitor.id]
    return tuple(
        t.record.id
        for e in events
        if e.kind in _IN_PERSON and e.status == "held" and e.country and host != e.country
        if (day := days(e.date)) and day.length <= EXACT and not day.vague and _inside(day, stretch)
        for t in e.sources
        if _other(t, told) and _fact(t) and t.record.place and t.record.place.country == e.country
        if any(namesakes(g, a.id) for g in guests for a in t.record.participants)
    )


def _inside(one: Days, two: Days) -> bool:
    return one.first >= two.first and one.last <= two.last
