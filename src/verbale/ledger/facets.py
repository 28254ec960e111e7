"""What of an interaction decides whether it may be another's event, taken out once.

Of many accounts of one event most say the same of it, so equal facets are one object (`facets` is
cached) and what was found out about two of them holds for all records that have them.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from verbale.ledger.when import Days, days
from verbale.records import Actor, Interaction

__all__ = ["AHEAD", "EXACT", "VISIT", "Facets", "facets", "namesakes", "people", "states"]

AHEAD = frozenset({"planned", "proposed"})
EXACT = 3  # days; a meeting of three days is dated exactly, "next week" is not
VISIT = 10  # days that one visit lasts at most

# Holders of the first offices, by words of their titles; deputies are none.
_LEADER = re.compile(
    r"(?<!vice )(?<!deputy )(?<!vice-)(?<!foreign )\b(?:president|prime minister|premier|chancellor"
    r"|king|queen|emperor|emir|sultan|crown prince|leader|general secretary|taoiseach)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """`states` take part; `people` are the named persons of each; `led` the states with a leader.

    `full` says whether the record tells by itself which event it is: exact days, and who met whom.
    `place` says whether one is named at all, `host` is the state to which a visit led. `faint` is what
    has the day of its text alone, and neither persons nor a place. Equal facets are one object, so
    they are compared so.
    """

    kind: str
    status: str
    date: str | None
    stretch: Days | None
    states: frozenset[str]
    people: dict[str, frozenset[str]]
    led: frozenset[str]
    country: str | None
    place: bool
    several: bool
    full: bool
    host: str | None
    faint: bool

    @property
    def everyone(self) -> frozenset[str]:
        """All named persons."""
        return frozenset().union(*self.people.values())


def facets(record: Interaction) -> Facets:
    """The facets of a record."""
    place, host = record.place, record.host
    return _facets(
        record.kind,
        record.status,
        record.date,
        record.participants,
        place.country if place else None,
        bool(place and (place.name or place.country)),
        bool(record.count),
        (host.state or host.id) if host else None,
        record.basis == "published",
    )


@functools.lru_cache(maxsize=1 << 14)
def _facets(
    kind: str,
    status: str,
    date: str | None,
    participants: tuple[Actor, ...],
    country: str | None,
    place: bool,
    several: bool,
    host: str | None,
    stamped: bool,
) -> Facets:
    stretch = days(date)
    named = _people(participants)
    taking_part = _states(participants)
    organizations = {a.id for a in participants if a.kind == "organization"}
    if stretch is None or several:
        full = False
    elif kind == "visit":
        full = stretch.length <= (VISIT if status == "held" else EXACT) and bool(named)
    else:
        enough = len(named.keys() | organizations) > 1 or len(taking_part) > 2
        full = stretch.length <= EXACT and enough
    return Facets(
        kind=kind,
        status=status,
        date=date,
        stretch=stretch,
        states=taking_part,
        people={state: frozenset(persons) for state, persons in named.items()},
        led=_led(participants),
        country=country,
        place=place,
        several=several,
        full=full,
        host=(host or country) if kind == "visit" else None,
        faint=stamped and not named and not place,
    )


def _led(participants: tuple[Actor, ...]) -> frozenset[str]:
    """States for which a leader takes part; a person without a title or a state may be one."""
    persons = (a for a in participants if a.kind == "person")
    return frozenset(
        a.state or a.id for a in persons if not a.state or _LEADER.search(a.role or "president")
    )


def states(record: Interaction) -> frozenset[str]:
    """States and organizations that take part, persons by the state that they act for."""
    return _states(record.participants)


def _states(participants: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(a.state or a.id for a in participants)


def people(record: Interaction) -> dict[str, set[str]]:
    """Named persons by the state that they act for (by their own id where by none)."""
    return _people(record.participants)


def _people(participants: tuple[Actor, ...]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for actor in participants:
        if actor.kind == "person":
            found.setdefault(actor.state or actor.id, set()).add(actor.id)
    return found


@functools.lru_cache(maxsize=1 << 14)
def namesakes(a: str, b: str) -> bool:
    """Whether one id may be the short form of the other ("person:rubio", "person:marco-rubio")."""
    one, two = set(a.partition(":")[2].split("-")), set(b.partition(":")[2].split("-"))
    return one <= two or two <= one
