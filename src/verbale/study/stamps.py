"""Stamps of texts that are in doubt: other texts speak against them, but not enough to overturn them.

What is enough stands in `ledger.stamps`, and the ledger acts on it. Here is what is left to people:

- *late*: the text tells as coming what by its stamp was over; *early*: it tells as over what by its
  stamp was still to come. The event's day must be told by another text, exactly and as a fact.
- *alone*: a visit that the text dates by bare weekdays, that no other text tells so, while others
  announce or tell the same visit on these weekdays of one other week. It may be a second visit, or
  one that was put off.

Whatever the rule, a date is proposed with which all that is told agrees. A stamp that other texts
bear out, by telling an event on the very days that rest on it, is never doubted for a visit's sake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.ledger.events import Event
from verbale.ledger.facets import AHEAD
from verbale.ledger.redating import within, written
from verbale.ledger.sameness import Told
from verbale.ledger.stamps import (
    bears_out,
    fact,
    other_text,
    otherwise,
    rests_on_weekdays,
    settled,
)
from verbale.ledger.when import days

__all__ = ["Doubt", "doubts"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A text whose stamp others gainsay: `why` is late, early or alone.

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
    borne_out = {
        t.record.document
        for e in events
        for t in e.sources
        if any(bears_out(t, o) for o in e.sources)
    }
    visits = [t for e in events if e.kind == "visit" and days(e.date) for t in e.sources]
    for event in events:
        for told in event.sources:
            if told.record.document in borne_out or not rests_on_weekdays(told):
                continue
            if not any(other_text(t, told) for t in event.sources):
                found.extend(_alone(told, visits))
    return sorted(found, key=lambda d: (d.document, d.record, d.why))


def _out_of_turn(event: Event) -> Iterator[Doubt]:
    """Sources that by their stamps tell an event before it was, or announce what was over."""
    for told in event.sources:
        stamp = settled(told)
        facts = [t for t in event.sources if other_text(t, told) and fact(t)]
        if stamp is None or not facts:
            continue
        stretches = [s for t in facts if (s := days(t.record.date))]
        first, last = min(s.first for s in stretches), max(s.last for s in stretches)
        if told.record.status in AHEAD and (stamp.first - last).days > 1:
            yield _doubt(told, "late", f"../{last}", facts)
        elif told.record.status == "held" and (first - stamp.last).days > 1:
            yield _doubt(told, "early", f"{first}/..", facts)


def _alone(told: Told, visits: Iterable[Told]) -> Iterator[Doubt]:
    others = otherwise(told, visits)
    dated = within(told, others[0]) if others else None
    if dated:
        yield _doubt(told, "alone", written(dated) or "", others)


def _doubt(told: Told, why: str, instead: str, because: Iterable[Told]) -> Doubt:
    record = told.record
    telling = tuple(sorted(t.record.id for t in because))
    return Doubt(record.document, told.published or "", why, instead, record.id, telling)
