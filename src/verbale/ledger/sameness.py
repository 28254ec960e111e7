"""Whether two records may tell one event, and how well they go together.

Two interactions from different documents may be one event when their kinds go together, the same
states take part, no named person speaks against it, and their days and countries do. The relation is
symmetric and looks at nothing but the two, so what rests on it does not depend on the order in which
documents came.

Capitals far apart date one call a day apart (time zones), so one day between exact dates is allowed
between two sides. One office that tells of two days tells of two events. One document never tells
one event in two records (the room of interactions sees to that), so two records of one document stay
two, unless one tells the plan and the other what became of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.ledger.when import Days, days, gap
from verbale.records import Interaction

__all__ = [
    "LONGEST",
    "Told",
    "closeness",
    "compatible",
    "is_full",
    "namesakes",
    "people",
    "states",
]

# Kinds that reporters use for one another: a virtual summit is a video meeting, a summit a meeting.
_FAMILIES = (
    frozenset({"call", "video-meeting"}),
    frozenset({"meeting", "summit", "conference", "other"}),
    frozenset({"summit", "conference", "video-meeting"}),
    frozenset({"visit"}),
    frozenset({"message"}),
    frozenset({"ceremony", "signing", "conference"}),
    frozenset({"exercise"}),
)
_ROUNDS = frozenset({"summit", "conference"})
_AHEAD = frozenset({"planned", "proposed"})
# No record that is dated wider than this (a month) is joined with another.
LONGEST = 31
_EXACT = 3  # days; a meeting of three days is dated exactly, "next week" is not
_VISIT = 10  # days that one visit lasts at most

# Holders of the first offices, by words of their titles; deputies are none.
_LEADER = re.compile(
    r"(?<!vice )(?<!deputy )(?<!vice-)(?<!foreign )\b(?:president|prime minister|premier|chancellor"
    r"|king|queen|emperor|emir|sultan|crown prince|leader|general secretary|taoiseach)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One document's record of an event, and what is known of the document.

    `side` is the state whose publisher reports it, `published` the document's date (EDTF), `text`
    the leader of the document's copies: sources with one `text` are one voice.
    """

    record: Interaction
    side: str | None = None
    published: str | None = None
    text: str | None = None


def states(record: Interaction) -> frozenset[str]:
    """States and organizations that take part, persons by the state that they act for."""
    return frozenset(a.state or a.id for a in record.participants)


def people(record: Interaction) -> dict[str, set[str]]:
    """Named persons by the state that they act for (by their own id where by none)."""
    found: dict[str, set[str]] = {}
    for actor in record.participants:
        if actor.kind == "person":
            found.setdefault(actor.state or actor.id, set()).add(actor.id)
    return found


def is_full(record: Interaction) -> bool:
    """Whether a record says by itself which event it tells: exact days, and who met whom."""
    stretch = days(record.date)
    if stretch is None or record.count:
        return False
    named = people(record)
    if record.kind == "visit":
        return stretch.length <= (_VISIT if record.status == "held" else _EXACT) and bool(named)
    spoken_for = named.keys() | {a.id for a in record.participants if a.kind == "organization"}
    return stretch.length <= _EXACT and (len(spoken_for) > 1 or len(states(record)) > 2)


def compatible(a: Told, b: Told) -> bool:
    """Whether two records may tell one event."""
    one, two = a.record, b.record
    if one.document == two.document and not _plan_and_fact(one, two):
        return False
    # "Several calls in 2020" are no event; two accounts of them would be.
    if one.count or two.count:
        return False
    if not any(one.kind in f and two.kind in f for f in _FAMILIES):
        return False
    return _same_days(a, b) and _same_sides(one, two) and _same_country(one, two)


def _plan_and_fact(one: Interaction, two: Interaction) -> bool:
    return (one.status in _AHEAD) != (two.status in _AHEAD)


def _same_sides(one: Interaction, two: Interaction) -> bool:
    first, second = states(one), states(two)
    common = first & second
    if len(common) < 2:
        return False
    if first != second and not _one_round(one, two, first, second):
        return False
    mine, theirs = people(one), people(two)
    if any(not _meet(mine[s], theirs[s]) for s in mine.keys() & theirs.keys()):
        return False
    return _of_rank(one, two, theirs) and _of_rank(two, one, mine)


def _one_round(
    one: Interaction, two: Interaction, first: frozenset[str], second: frozenset[str]
) -> bool:
    """Whether two lists of states may be of one gathering: reporters name those who matter to them.

    A meeting of two is another event than the same two in a round of many.
    """
    smaller, common = min(len(first), len(second)), len(first & second)
    if smaller > 2:
        return common * 3 >= smaller * 2 and (first <= second or second <= first or smaller > 4)
    both = one.kind in _ROUNDS and two.kind in _ROUNDS
    return both and max(len(first), len(second)) > 2 and common == smaller


def _meet(some: set[str], others: set[str]) -> bool:
    """Whether two lists of names have a person in common."""
    return bool(some & others) or any(namesakes(a, b) for a in some for b in others)


def namesakes(a: str, b: str) -> bool:
    """Whether one id may be the short form of the other ("person:rubio", "person:marco-rubio")."""
    one, two = set(a.partition(":")[2].split("-")), set(b.partition(":")[2].split("-"))
    return one <= two or two <= one


def _of_rank(summit: Interaction, other: Interaction, named: dict[str, set[str]]) -> bool:
    """A summit is of leaders: a person of lesser title does not fill its unnamed side."""
    if summit.kind != "summit" or other.kind == "summit":
        return True
    unnamed = named.keys() - people(summit).keys()
    titles: dict[str, list[str]] = {}
    for actor in other.participants:
        if actor.kind == "person" and actor.state in unnamed:
            titles.setdefault(actor.state, []).append(actor.role or "president")
    return all(any(_LEADER.search(t) for t in roles) for roles in titles.values())


def _same_country(one: Interaction, two: Interaction) -> bool:
    """Two countries are two events, unless persons and day leave no doubt: then sources differ."""
    first = one.place.country if one.place else None
    second = two.place.country if two.place else None
    if first is None or second is None or first == second:
        return True
    return is_full(one) and is_full(two) and one.date == two.date and one.kind != "visit"


def _same_days(a: Told, b: Told) -> bool:
    one, two = a.record, b.record
    first, second = days(one.date), days(two.date)
    if first is None or second is None:
        return False
    apart = gap(first, second)
    if apart == 0:
        return _settles(one, first, two, second)
    if apart > 1 or one.document == two.document:
        return False
    if one.kind == two.kind == "visit":
        return max(first.length, second.length) <= _VISIT and bool(people(one) and people(two))
    exact = first.length == second.length == 1 and is_full(one) and is_full(two)
    return exact and (_two_voices(a, b) or first.vague != second.vague)


def _two_voices(a: Told, b: Told) -> bool:
    """Whether it is not one side that tells both."""
    return a.side is None or b.side is None or a.side != b.side


def _settles(one: Interaction, first: Days, two: Interaction, second: Days) -> bool:
    """Whether overlapping days single one event out: a whole year does not hold one call only."""
    wide = max(first.length, second.length)
    if wide <= _EXACT:
        return True
    if {one.status, two.status} != {"held"}:
        # "next week", "in November": a plan is dated as wide as it was known.
        return wide <= LONGEST
    if one.kind == "visit":
        return wide <= _VISIT
    return wide <= LONGEST and (first.vague or second.vague) and bool(people(one) and people(two))


def closeness(one: Interaction, two: Interaction) -> tuple[float, ...]:
    """How well two compatible records go together, by rank: days, persons, kind, country."""
    first, second = days(one.date), days(two.date)
    apart = -float(gap(first, second)) if first and second else -9.0
    mine, theirs = (set().union(*people(r).values()) for r in (one, two))
    shared = len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
    place = bool(one.place and two.place and one.place.country == two.place.country)
    return (apart, round(shared, 3), float(one.kind == two.kind), float(place))
