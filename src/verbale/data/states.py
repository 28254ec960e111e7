"""States and organizations as they are bundled, read once, lazily."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources

__all__ = ["Membership", "Organization", "State", "organizations", "other_names", "states"]


@dataclass(frozen=True, slots=True)
class State:
    """A state: its code, name, and the words that stand for it."""

    code: str
    name: str
    adjectives: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's membership, in years; `until` is the year in which it ended."""

    state: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization or format. `state` is set where it acts for one (the Commission for EUU)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    state: str | None = None
    since: int | None = None

    def members_in(self, year: int | None = None) -> tuple[str, ...]:
        """Codes of the states that belong to it in a year (None: that still do)."""
        return tuple(
            m.state
            for m in self.members
            if (m.until is None or (year is not None and year < m.until))
            and (year is None or m.since is None or m.since <= year)
        )


def _text(name: str) -> str:
    return (resources.files("verbale.data") / name).read_text("utf-8")


def _rows(name: str) -> list[list[str]]:
    return [
        line.split("\t") for line in _text(name).splitlines() if line and not line.startswith("#")
    ]


def _values(field: str) -> tuple[str, ...]:
    return tuple(v for v in field.split("|") if v)


@functools.cache
def states() -> dict[str, State]:
    """The bundled states by code."""
    out = {}
    for row in _rows("states.tsv"):
        code, name, adjectives, peoples, capitals, aliases = (row + [""] * 4)[:6]
        out[code] = State(
            code, name, _values(adjectives), _values(peoples), _values(capitals), _values(aliases)
        )
    return out


def _membership(written: str, founded: int | None) -> Membership:
    state, _, years = written.partition(":")
    if not years:
        return Membership(state, founded)
    since, _, until = years.partition("-")
    return Membership(state, int(since), int(until) if until else None)


@functools.cache
def organizations() -> dict[str, Organization]:
    """The bundled organizations by id (`org:sco`)."""
    out = {}
    for key, table in tomllib.loads(_text("organizations.toml")).items():
        ident = "org:" + key
        since = table.get("since")
        out[ident] = Organization(
            ident,
            table["name"],
            tuple(table.get("aliases", ())),
            tuple(_membership(m, since) for m in table.get("members", ())),
            table.get("state"),
            since,
        )
    return out


@functools.cache
def other_names() -> tuple[str, ...]:
    """Longer names that hold a state's name and do not mean the state."""
    return tuple(
        line for line in _text("other_names.txt").splitlines() if line and not line.startswith("#")
    )
