"""Records of documents → events of the world: which interactions are one and the same.

Two interactions from different documents may be one event when their kinds go together, the same
states take part, no named person speaks against it, and their dates do. The relation is symmetric
and looks at nothing but the two, so the groups that it connects do not depend on the order in which
documents came. Within a group, pairs are joined best first (average over pairs never counts; a
conflict inside the joined event forbids the join), which is again a function of the group alone.

Capitals far apart date one call a day apart (time zones; Biden–Putin 2021-12-30/31), so one day
between exact dates is allowed where nothing else differs. One document never tells one event in two
records (the room of interactions sees to that), so two records of one document stay two, unless one
tells the plan and the other the fact.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verbale.ledger.when import Days, days, gap, narrower
from verbale.records import Actor, Interaction

__all__ = ["Disagreement", "Event", "Told", "cluster", "compatible", "event_id", "merge", "states"]

# Kinds that reporters use for one another: a virtual summit is a video meeting, a summit a meeting.
_FAMILIES = (
    frozenset({"call", "video-meeting"}),
    frozenset({"meeting", "summit", "conference", "other"}),
    frozenset({"meeting", "video-meeting", "summit"}),
    frozenset({"visit"}),
    frozenset({"message"}),
    frozenset({"ceremony", "signing", "conference"}),
    frozenset({"exercise"}),
)
_DISTANT = frozenset({"call", "video-meeting", "message"})
# Status of the merged event: what happened outranks what was announced, and a cancellation told
# after the plan outranks the plan.
_RANK = {"held": 4, "cancelled": 3, "postponed": 2, "planned": 1, "proposed": 0}


@dataclass(frozen=True, slots=True)
class Told:
    """One document's record of an event, and what is known of the document.

    `side` is the state whose publisher reports it, `published` the document's date (EDTF).
    """

    record: Interaction
    side: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which sources differ: each value with the ids of the records that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One real event: the merged fields, each source, every difference, and how it came about.

    `history` is (published, status, record id), oldest first. `confidence` is the chance that the
    event is real if its sources erred independently, capped at 0.99.
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


def states(record: Interaction) -> frozenset[str]:
    """States and organizations that take part, persons by the state that they act for."""
    return frozenset(a.state or a.id for a in record.participants)


def people(record: Interaction) -> dict[str, str]:
    """Named persons by the state that they act for."""
    return {a.id: a.state or "" for a in record.participants if a.kind == "person"}


def compatible(a: Told, b: Told) -> bool:
    """Whether two records may tell one event."""
    one, two = a.record, b.record
    if one.document == two.document and {one.status, two.status} != {"planned", "held"}:
        return False
    if not any(one.kind in f and two.kind in f for f in _FAMILIES):
        return False
    if one.kind != two.kind and (one.kind in _DISTANT) != (two.kind in _DISTANT):
        return False
    if not _same_sides(one, two):
        return False
    return _same_days(one, two)


def _same_sides(one: Interaction, two: Interaction) -> bool:
    first, second = states(one), states(two)
    common = first & second
    # A call of two is another event than the same two in a round of many; in rounds, reporters
    # name those who matter to them.
    if min(len(first), len(second)) < 2 or len(common) < 2:
        return False
    if len(first) <= 2 or len(second) <= 2:
        if first != second and not (_round(one) or _round(two)):
            return False
    elif len(common) * 2 < min(len(first), len(second)) + 1:
        return False
    mine, theirs = people(one), people(two)
    for ident, state in mine.items():
        rivals = [i for i, s in theirs.items() if s == state]
        if rivals and ident not in rivals and not any(_namesakes(ident, r) for r in rivals):
            return False
    return True


def _round(record: Interaction) -> bool:
    return record.kind in ("summit", "conference") and len(record.participants) > 2


def _namesakes(a: str, b: str) -> bool:
    """Whether one id may be the short form of the other ("person:rubio", "person:marco-rubio")."""
    one, two = set(a.partition(":")[2].split("-")), set(b.partition(":")[2].split("-"))
    return one <= two or two <= one


def _same_days(one: Interaction, two: Interaction) -> bool:
    first, second = days(one.date), days(two.date)
    if first is None or second is None:
        return False
    apart = gap(first, second)
    if apart == 0:
        return _settles(one, first, two, second)
    exact = first.length == second.length == 1
    visit = one.kind == two.kind == "visit" and max(first.length, second.length) <= 7
    different = one.document != two.document
    return different and apart == 1 and (exact or visit)


def _settles(one: Interaction, first: Days, two: Interaction, second: Days) -> bool:
    """Whether overlapping dates single one event out: a whole year does not hold one call only."""
    wide = max(first.length, second.length)
    if wide <= 3:
        return True
    if {one.status, two.status} & {"planned", "proposed", "cancelled", "postponed"}:
        # "next week", "in November": a plan is dated as wide as it was known.
        return wide <= 31
    if one.kind == "visit":
        return wide <= 10
    return wide <= 31 and (first.vague or second.vague) and bool(people(one)) and bool(people(two))


def cluster(
    told: Sequence[Told],
    apart: Iterable[frozenset[str]] = (),
    together: Iterable[frozenset[str]] = (),
) -> list[tuple[Told, ...]]:
    """Group records into events; `apart` and `together` are people's decisions on pairs of ids.

    The result is sorted and does not depend on the order of `told`.
    """
    told = sorted(told, key=lambda t: t.record.id)
    never, always = set(apart), set(together)
    pairs = []
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            ids = frozenset((a.record.id, b.record.id))
            if ids in always or (ids not in never and compatible(a, b)):
                weight = 2.0 if ids in always else _closeness(a.record, b.record)
                pairs.append((-weight, a.record.id, b.record.id))
    member = {t.record.id: [t] for t in told}
    for weight, one, two in sorted(pairs):
        first, second = member[one], member[two]
        if first is second:
            continue
        joined = weight == -2.0 or all(
            frozenset((a.record.id, b.record.id)) not in never and compatible(a, b)
            for a in first
            for b in second
        )
        if joined:
            first.extend(second)
            for t in second:
                member[t.record.id] = first
    groups = {id(g): g for g in member.values()}
    done = [tuple(sorted(g, key=lambda t: t.record.id)) for g in groups.values()]
    return sorted(done, key=lambda g: g[0].record.id)


def _closeness(one: Interaction, two: Interaction) -> float:
    """0..1: same kind, shared persons, same day; only the order of pairs matters."""
    score = 0.4 * (one.kind == two.kind)
    mine, theirs = set(people(one)), set(people(two))
    if mine and theirs:
        score += 0.3 * len(mine & theirs) / len(mine | theirs)
    first, second = days(one.date), days(two.date)
    if first and second:
        score += 0.3 / (1 + gap(first, second) + abs(first.length - second.length))
    return score


def event_id(members: Iterable[str]) -> str:
    """The id of an event: of the smallest record id in it, so that more sources keep it."""
    return "evt_" + hashlib.sha256(min(members).encode()).hexdigest()[:16]


def merge(group: Sequence[Told]) -> Event:
    """One event from the records of one group."""
    ordered = sorted(group, key=lambda t: (t.published or "9999", t.record.id))
    records = [t.record for t in ordered]
    held = [r for r in records if r.status == "held"] or records
    lead = max(records, key=lambda r: (_RANK[r.status], r.confidence, r.id))
    # A cancellation outranks a plan, and an account of the event itself outranks both.
    status = lead.status
    placed = [r.place for r in held if r.place and r.place.name]
    wrong = 1.0
    for told in ordered:
        wrong *= 1 - min(told.record.confidence, 0.98)
    return Event(
        id=event_id(r.id for r in records),
        kind=_leading([r.kind for r in held]),
        status=status,
        date=narrower([r.date for r in held if r.date] or [r.date for r in records if r.date]),
        place=_leading([p.name or "" for p in placed]) or None,
        country=_leading([p.country for p in placed if p.country]) or None,
        participants=_union(records),
        host=next((r.host for r in held if r.host), None),
        visitor=next((r.visitor for r in held if r.visitor), None),
        initiator=next((r.initiator for r in held if r.initiator), None),
        sources=tuple(ordered),
        disagreements=_disagreements(records),
        history=tuple((t.published, t.record.status, t.record.id) for t in ordered),
        confidence=round(min(0.99, 1 - wrong), 4),
    )


def _leading(values: Sequence[str]) -> str:
    """The commonest value, the first in order among equals."""
    if not values:
        return ""
    return min(values, key=lambda v: (-values.count(v), v))


def _union(records: Sequence[Interaction]) -> tuple[Actor, ...]:
    """Everyone whom a source names; a state gives way to a person who acts for it."""
    best: dict[str, Actor] = {}
    for record in records:
        for actor in record.participants:
            known = best.get(actor.id)
            if known is None or (actor.role or "", actor.name) > (known.role or "", known.name):
                best[actor.id] = actor
    acted = {a.state for a in best.values() if a.kind == "person"}
    short = {
        a.id
        for a in best.values()
        for b in best.values()
        if a is not b and a.kind == b.kind == "person" and len(a.id) < len(b.id)
        if a.state == b.state and _namesakes(a.id, b.id)
    }
    kept = (
        a for a in best.values() if a.id not in short and not (a.kind == "state" and a.id in acted)
    )
    return tuple(sorted(kept))


def _disagreements(records: Sequence[Interaction]) -> tuple[Disagreement, ...]:
    views: Mapping[str, list[tuple[str, str]]] = {
        "kind": [(r.kind, r.id) for r in records],
        "date": [(r.date, r.id) for r in records if r.date and r.status == "held"],
        "place": [(r.place.name, r.id) for r in records if r.place and r.place.name],
        "participants": [(" ".join(sorted(a.id for a in r.participants)), r.id) for r in records],
        "initiator": [(r.initiator.id, r.id) for r in records if r.initiator],
    }
    found = []
    for name, given in views.items():
        by_value: dict[str, list[str]] = {}
        for value, ident in given:
            by_value.setdefault(value, []).append(ident)
        if len(by_value) > 1 and not (name == "date" and _one_day(list(by_value))):
            values = tuple((v, tuple(sorted(ids))) for v, ids in sorted(by_value.items()))
            found.append(Disagreement(name, values))
    return tuple(found)


def _one_day(values: list[str]) -> bool:
    """Whether dates differ only in how exact they are."""
    known = [d for v in values if (d := days(v)) is not None]
    return all(gap(a, b) == 0 and min(a.length, b.length) <= 7 for a in known for b in known)
