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

import functools
from dataclasses import dataclass

from verbale.ledger.facets import AHEAD, EXACT, VISIT, Facets, facets, namesakes
from verbale.ledger.when import Days, gap
from verbale.records import Interaction

__all__ = ["LONGEST", "Told", "alike", "closeness", "compatible"]

# Kinds that reporters use for one another: a virtual summit is a video meeting, a summit a meeting.
# "Other" is a conversation of which the text does not say how it was held.
_FAMILIES = (
    frozenset({"call", "video-meeting", "other"}),
    frozenset({"meeting", "summit", "conference", "other"}),
    frozenset({"summit", "conference", "video-meeting"}),
    frozenset({"visit"}),
    frozenset({"message"}),
    frozenset({"ceremony", "signing", "conference"}),
    frozenset({"exercise"}),
)
_REMOTE = frozenset({"call", "video-meeting"})
_ROUNDS = frozenset({"summit", "conference"})
# No record that is dated wider than this (a month) is joined with another.
LONGEST = 31


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


def compatible(a: Told, b: Told) -> bool:
    """Whether two records may tell one event."""
    one_text = a.record.document == b.record.document
    return alike(a, facets(a.record), b, facets(b.record), one_text=one_text)


def alike(
    a: Told, one: Facets, b: Told, two: Facets, *, one_text: bool, any_kind: bool = False
) -> bool:
    """`compatible` where facets are known already; `one_text` says that one document tells both."""
    two_voices = a.side is None or b.side is None or a.side != b.side
    return _alike(one, two, one_text, two_voices, any_kind)


@functools.lru_cache(maxsize=1 << 16)
def _alike(one: Facets, two: Facets, one_text: bool, two_voices: bool, any_kind: bool) -> bool:
    if one_text and (one.status in AHEAD) == (two.status in AHEAD):
        return False
    # "Several calls in 2020" are no event; two accounts of them would be. "The two sides communicated",
    # without a day, persons or a place, may be any.
    if one.several or two.several or one.faint or two.faint:
        return False
    return (
        (any_kind or _same_kind(one, two, two_voices))
        and _same_days(one, two, one_text, two_voices)
        and _same_sides(one, two)
        and _same_country(one, two)
    )


def _same_kind(one: Facets, two: Facets, two_voices: bool) -> bool:
    if any(one.kind in f and two.kind in f for f in _FAMILIES):
        return True
    # A "conversation" that one capital has without a place was by video as the other one says.
    met, spoke = (one, two) if one.kind == "meeting" else (two, one)
    talked = met.kind == "meeting" and not met.place and spoke.kind in _REMOTE
    if not talked or not two_voices or one.stretch is None or two.stretch is None:
        return False
    same_day = one.stretch.length == two.stretch.length == 1 and not gap(one.stretch, two.stretch)
    return same_day and one.full and two.full


def _same_sides(one: Facets, two: Facets) -> bool:
    if len(one.states & two.states) < 2:
        return False
    if one.states != two.states and not _one_round(one, two):
        return False
    both = one.people.keys() & two.people.keys()
    if one.host and one.host == two.host and len(both) > 1:
        both -= {one.host}  # a guest is received by many
    if any(not _meet(one.people[s], two.people[s]) for s in both):
        return False
    return _of_rank(one, two) and _of_rank(two, one)


def _one_round(one: Facets, two: Facets) -> bool:
    """Whether two lists of states may be of one gathering: reporters name those who matter to them.

    A meeting of two is another event than the same two in a round of many.
    """
    first, second = one.states, two.states
    smaller, common = min(len(first), len(second)), len(first & second)
    if smaller > 2:
        return common * 3 >= smaller * 2 and (first <= second or second <= first or smaller > 4)
    both = one.kind in _ROUNDS and two.kind in _ROUNDS
    return both and max(len(first), len(second)) > 2 and common == smaller


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two lists of names have a person in common."""
    return bool(some & others) or any(namesakes(a, b) for a in some for b in others)


def _of_rank(summit: Facets, other: Facets) -> bool:
    """A summit is of leaders: a person of lesser title does not fill its unnamed side."""
    if summit.kind != "summit" or other.kind == "summit":
        return True
    return other.people.keys() - summit.people.keys() <= other.led


def _same_country(one: Facets, two: Facets) -> bool:
    """Two countries are two events, unless persons and day leave no doubt: then sources differ."""
    if one.country is None or two.country is None or one.country == two.country:
        return True
    return one.full and two.full and one.date == two.date and one.kind != "visit"


def _same_days(one: Facets, two: Facets, one_text: bool, two_voices: bool) -> bool:
    first, second = one.stretch, two.stretch
    if first is None or second is None:
        return False
    apart = gap(first, second)
    if apart == 0:
        return _settles(one, first, two, second)
    if apart > 1 or one_text:
        return False
    if one.kind == two.kind == "visit":
        return max(first.length, second.length) <= VISIT and bool(one.people and two.people)
    exact = first.length == second.length == 1 and one.full and two.full
    return exact and (two_voices or first.vague != second.vague)


def _settles(one: Facets, first: Days, two: Facets, second: Days) -> bool:
    """Whether overlapping days single one event out: a whole year does not hold one call only."""
    wide = max(first.length, second.length)
    if wide <= EXACT:
        return True
    if one.kind == two.kind == "visit" and not one.people.keys() & two.people.keys():
        # "A delegation" is not the president who may come that month.
        return False
    if {one.status, two.status} != {"held"}:
        # "next week", "in November": a plan is dated as wide as it was known.
        return wide <= LONGEST
    if one.kind == "visit":
        return wide <= VISIT
    # "Their talks in May": who met whom has to be said by both.
    named = len(one.people.keys() & two.people.keys())
    return wide <= LONGEST and named > (0 if first.vague or second.vague else 1)


@functools.lru_cache(maxsize=1 << 16)
def closeness(one: Facets, two: Facets) -> tuple[float, ...]:
    """How well two compatible records go together, by rank: days, persons, kind, country."""
    apart = -float(gap(one.stretch, two.stretch)) if one.stretch and two.stretch else -9.0
    mine, theirs = one.everyone, two.everyone
    shared = len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
    place = one.place and two.place and one.country == two.country
    return (apart, round(shared, 3), float(one.kind == two.kind), float(place))
