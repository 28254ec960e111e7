"""One real event from the records that tell it: what they agree on, and where they differ.

Everything here is a function of the group of records alone. Which records are a group is settled in
`sameness` (two records) and `grouping` (all of them).
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from verbale.data import gazetteer
from verbale.ledger.facets import namesakes, people, states
from verbale.ledger.sameness import Told
from verbale.ledger.when import days, gap, narrower
from verbale.records import Actor, Interaction, Place

__all__ = ["Disagreement", "Event", "event_id", "merge"]

# Status of the merged event: what happened outranks what was announced, and a cancellation told
# after the plan outranks the plan.
_RANK = {"held": 4, "cancelled": 3, "postponed": 2, "planned": 1, "proposed": 0}
SUREST = 0.99


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which sources differ: each value with the ids of the records that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One real event: the merged fields, each source, every difference, and how it came about.

    `history` is (published, status, record id), oldest first. `confidence` is the chance that the
    event is real if its texts erred independently, at most 0.99; copies of a text count once.
    """

    id: str
    kind: str
    status: str
    date: str | None
    place: str | None
    country: str | None
    participants: tuple[Actor, ...]
    host: Actor | None
    visitor: Actor | None
    initiator: Actor | None
    sources: tuple[Told, ...]
    disagreements: tuple[Disagreement, ...]
    history: tuple[tuple[str | None, str, str], ...]
    confidence: float


# Days of a visit or conference at the most; what is told as longer tells a month or year.
_LONGEST_STAY = 10


def event_id(members: Iterable[str]) -> str:
    """The id of an event: of the smallest record id in it, so that more sources keep it."""
    return "evt_" + hashlib.sha256(min(members).encode()).hexdigest()[:16]


def merge(group: Sequence[Told]) -> Event:
    """One event from the records of one group."""
    ordered = sorted(group, key=_by_day)
    records = [t.record for t in ordered]
    held = [r for r in records if r.status == "held"] or records
    dated = [r for r in held if r.date] or [r for r in records if r.date]
    kind = _leading([r.kind for r in held])
    place = _place([r.place for r in held if r.place] or [r.place for r in records if r.place])
    return Event(
        id=event_id(r.id for r in records),
        kind=kind,
        status=max((r.status for r in records), key=_RANK.__getitem__),
        date=_as_planned(records, _stay(dated) if kind == "visit" else _day(dated)),
        place=place.name,
        country=place.country,
        participants=_union(records),
        host=next((r.host for r in held if r.host), None),
        visitor=next((r.visitor for r in held if r.visitor), None),
        initiator=next((r.initiator for r in held if r.initiator), None),
        sources=tuple(ordered),
        disagreements=_disagreements(records),
        history=tuple((t.published, t.record.status, t.record.id) for t in ordered),
        confidence=_confidence(ordered),
    )


def _by_day(told: Told) -> tuple[datetime.date, str, str]:
    """Texts by the last day that may be theirs: one of "2021" does not come before the March plan."""
    known = days(told.published)
    return known.last if known else datetime.date.max, told.published or "", told.record.id


def _confidence(told: Sequence[Told]) -> float:
    best: dict[str, float] = {}
    for t in told:
        text = t.text or t.record.document
        best[text] = max(best.get(text, 0.0), t.record.confidence)
    wrong = 1.0
    for confidence in best.values():
        wrong *= 1 - confidence
    return round(min(SUREST, 1 - wrong), 4)


def _leading(values: Sequence[str]) -> str:
    """The commonest value, the first in order among equals."""
    return min(values, key=lambda v: (-values.count(v), v)) if values else ""


def _day(records: Sequence[Interaction]) -> str | None:
    """The narrowest date that most sources give; a sure one before a vague one."""
    dates = [r.date for r in records if r.date]
    narrow = days(narrower(dates))
    if narrow is None:
        return None
    alike = [d for d in dates if (s := days(d)) and s.length == narrow.length]
    sure = [d for d in alike if (s := days(d)) and not s.vague] or alike
    return _leading(sure)


def _stay(records: Sequence[Interaction]) -> str | None:
    """The days of a visit: the longest exact account of the fact ("arrived today" is part of it)."""
    exact = [
        (s.vague, -s.length, r.date)
        for r in records
        if r.date and (s := days(r.date)) and (s.length <= _LONGEST_STAY and r.status == "held")
    ]
    return min(exact)[2] if exact else _day(records)


def _as_planned(records: Sequence[Interaction], date: str | None) -> str | None:
    """The days that were planned, as about right, where who tells of the event later tells no days."""
    told = days(date)
    if told is None or told.length <= _LONGEST_STAY:
        return date
    plans = [
        r.date
        for r in records
        if r.status == "planned"
        and (s := days(r.date)) is not None
        and told.first <= s.first
        and s.last <= told.last
        and s.length <= _LONGEST_STAY
    ]
    finer = narrower([p for p in plans if p])
    return finer.rstrip("~?%") + "~" if finer else date


def _place(places: Sequence[Place]) -> Place:
    """The commonest place among those with a name, and the commonest country."""
    country = _leading([p.country for p in places if p.country])
    near = [p.name for p in places if p.name and (not country or p.country in (country, None))]
    return Place(_leading(near) or None, country or None)


def _union(records: Sequence[Interaction]) -> tuple[Actor, ...]:
    """Everyone whom a source names; a state gives way to a person who acts for it."""
    best: dict[str, Actor] = {}
    for record in records:
        for actor in record.participants:
            known = best.get(actor.id)
            if known is None or (actor.role or "", actor.name) > (known.role or "", known.name):
                best[actor.id] = actor
    persons = [a for a in best.values() if a.kind == "person"]
    acted = {a.state for a in persons}
    short = {
        a.id
        for a in persons
        for b in persons
        if a.state == b.state and len(a.id) < len(b.id) and namesakes(a.id, b.id)
    }
    kept = (
        a for a in best.values() if a.id not in short and not (a.kind == "state" and a.id in acted)
    )
    return tuple(sorted(kept))


def _disagreements(records: Sequence[Interaction]) -> tuple[Disagreement, ...]:
    held = [r for r in records if r.status == "held"]
    found = (
        _differing("kind", records, lambda r: r.kind, lambda a, b: a.kind != b.kind),
        _differing("date", held, lambda r: r.date, _other_days),
        _differing("place", records, _place_of, _other_place),
        _differing("participants", records, _names, _other_people),
        _differing("initiator", records, _initiator, lambda a, b: _initiator(a) != _initiator(b)),
    )
    return tuple(d for d in found if d)


def _differing(
    name: str,
    records: Sequence[Interaction],
    value: Callable[[Interaction], str | None],
    differ: Callable[[Interaction, Interaction], bool],
) -> Disagreement | None:
    """Every value of the field, where any two records differ in it (not only in how much they tell)."""
    telling = [r for r in records if value(r)]
    # Of a hundred accounts most say the same: one of each kind stands for them.
    kinds = list(
        {(r.kind, r.date, r.place, r.participants, r.initiator): r for r in telling}.values()
    )
    if not any(differ(a, b) for i, a in enumerate(kinds) for b in kinds[i + 1 :]):
        return None
    by_value: dict[str, list[str]] = {}
    for record in telling:
        by_value.setdefault(value(record) or "", []).append(record.id)
    return Disagreement(name, tuple((v, tuple(sorted(ids))) for v, ids in sorted(by_value.items())))


def _other_days(a: Interaction, b: Interaction) -> bool:
    """Different days, not only different exactness: "in May" does not contradict the 6th of May."""
    one, two = days(a.date), days(b.date)
    if one is None or two is None:
        return False
    inside = one.first <= two.first and two.last <= one.last
    around = two.first <= one.first and one.last <= two.last
    return gap(one, two) > 0 or not (inside or around)


def _place_of(record: Interaction) -> str | None:
    place = record.place
    return (place.name or place.country) if place else None


def _other_place(a: Interaction, b: Interaction) -> bool:
    """Another country, or another town of it; a hall, a building or a country holds no town apart."""
    one, two = a.place, b.place
    if one is None or two is None:
        return False
    if one.country and two.country and one.country != two.country:
        return True
    if not (one.name and two.name):
        return False
    first, second = (set(n.lower().replace(",", " ").split()) for n in (one.name, two.name))
    building = {"the", "of", "at"}
    if first & second - building or (first | second) & building:
        return False
    return not _whole(one) and not _whole(two)


def _whole(place: Place) -> bool:
    """Whether the name is a country's own."""
    matches = gazetteer.current().find(place.name or "")
    return any(m.use != "capital" and m.end - m.start == len(place.name or "") for m in matches)


def _names(record: Interaction) -> str:
    return " ".join(sorted(a.id for a in record.participants))


def _other_people(a: Interaction, b: Interaction) -> bool:
    """Another state takes part, or other persons than those whom the other source names for it."""
    if states(a) != states(b):
        return True
    mine, theirs = people(a), people(b)
    return any(_unmatched(mine[s], theirs[s]) for s in mine.keys() & theirs.keys())


def _unmatched(some: set[str], others: set[str]) -> bool:
    return any(not any(namesakes(p, o) for o in others) for p in some) or any(
        not any(namesakes(o, p) for p in some) for o in others
    )


def _initiator(record: Interaction) -> str | None:
    actor = record.initiator
    return (actor.state or actor.id) if actor else None
