"""Who held which office when, and under which names people are known."""

from __future__ import annotations

import contextlib
import contextvars
import datetime
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verbale.data.names import FAMILY_FIRST, key, slug, surname
from verbale.data.states import _rows
from verbale.records import Actor

__all__ = ["People", "Person", "Tenure", "bundled", "current", "tenures", "using"]

_HOLDER = re.compile(r"\s*(.+?)\s+(\d{4}(?:-\d\d){0,2})\s*$")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office: first day and the day on which it ended (exclusive; None: still)."""

    state: str
    office: str
    person: str
    name: str
    since: datetime.date
    until: datetime.date | None


@dataclass(slots=True)
class Person:
    """A known person; `state` None for one who speaks for an organization of no state."""

    id: str
    name: str
    state: str | None
    role: str | None = None

    def actor(self, role: str | None = None) -> Actor:
        """The person as an actor, in a role that the text gives."""
        return Actor(self.id, self.name, "person", self.state, role or self.role)


def _day(written: str) -> datetime.date:
    year, month, day = ([int(p) for p in written.split("-")] + [1, 1])[:3]
    return datetime.date(year, month, day)


@functools.cache
def tenures() -> tuple[Tenure, ...]:
    """The bundled table of offices, in the order of the file."""
    aliases = {key(n): p.id for p, spellings in _persons() for n in (p.name, *spellings)}
    out = []
    for state, office, holders in _rows("offices.tsv"):
        parsed = []
        for holder in holders.split(";"):
            match = _HOLDER.match(holder)
            if match is None:
                raise ValueError(f"offices.tsv: {state} {office}: not a holder: {holder!r}")
            parsed.append((match[1], _day(match[2])))
        for i, (name, since) in enumerate(parsed):
            until = parsed[i + 1][1] if i + 1 < len(parsed) else None
            if name != "-":
                ident = aliases.get(key(name)) or "person:" + slug(name, state)
                out.append(Tenure(state, office, ident, name, since, until))
    return tuple(out)


@functools.cache
def _persons() -> tuple[tuple[Person, tuple[str, ...]], ...]:
    out = []
    for row in _rows("persons.tsv"):
        ident, name, state, role, spellings = (row + [""] * 3)[:5]
        out.append(
            (
                Person("person:" + ident, name, state or None, role or None),
                tuple(s for s in spellings.split("|") if s),
            )
        )
    return tuple(out)


class People:
    """Known persons by name, and holders of offices by day."""

    def __init__(
        self, persons: Iterable[tuple[Person, tuple[str, ...]]], terms: Iterable[Tenure]
    ) -> None:
        self.by_id: dict[str, Person] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._surnames: dict[str, list[str]] = {}
        self._terms: dict[tuple[str, str], list[Tenure]] = {}
        self._of: dict[str, list[Tenure]] = {}
        for person, spellings in persons:
            self.by_id[person.id] = person
            for name in (person.name, *spellings):
                self._name(name, person)
        for term in terms:
            state = None if ":" in term.state else term.state
            known = self.by_id.setdefault(term.person, Person(term.person, term.name, state))
            self._name(term.name, known)
            self._terms.setdefault((term.state, term.office), []).append(term)
            self._of.setdefault(term.person, []).append(term)

    def _name(self, name: str, person: Person) -> None:
        words = key(name)
        self._names[words] = person.id
        # A middle name may be left out, but not the half of a given name: Kim Il Sung is no Kim Sung.
        if len(words) > 2 and person.state not in FAMILY_FIRST:
            self._names.setdefault((words[0], words[-1]), person.id)
        for word in surname(name, person.state):
            held = self._surnames.setdefault(word, [])
            if person.id not in held:
                held.append(person.id)

    def named(self, name: str) -> Person | None:
        """The person of a full name in any known spelling."""
        words = key(name)
        ident = self._names.get(words)
        if ident is None and len(words) > 2:
            ident = self._names.get((words[0], words[-1]))
        return self.by_id[ident] if ident and len(words) > 1 else None

    def known_as(self, name: str) -> Person | None:
        """Like `named`, and single names that are known as such ("Lula")."""
        ident = self._names.get(key(name))
        return self.by_id[ident] if ident else None

    def surnamed(
        self,
        word: str,
        day: datetime.date | None,
        office: str | None = None,
        state: str | None = None,
    ) -> Person | None:
        """The one person of that surname who held an office on a day, or None when that is not one.

        `office` and `state` narrow the choice; without a day, all terms count.
        """
        found: list[tuple[int, str]] = []
        for ident in self._surnames.get((key(word) or ("",))[-1], ()):
            person = self.by_id[ident]
            if state is not None and person.state not in (state, None):
                continue
            terms = self._of.get(ident, [])
            rank = 1 if not terms else 0
            for term in terms:
                near = day is None or term.since <= day
                holds = near and (day is None or term.until is None or day < term.until)
                same = office is None or _alike(office, term.office)
                rank = max(rank, 4 * same * holds, 3 * (holds and office is None), 2 * same * near)
                rank = max(rank, 1 if holds else 0)
            if rank:
                found.append((rank, ident))
        if not found:
            return None
        best = max(rank for rank, _ in found)
        ids = [ident for rank, ident in found if rank == best]
        return self.by_id[ids[0]] if len(ids) == 1 else None

    def holder(self, state: str, office: str, day: datetime.date | None) -> Person | None:
        """Who held an office of a state (or organization) on a day."""
        if day is None:
            return None
        for name in _OFFICES.get(office, (office,)):
            for term in self._terms.get((state, name), ()):
                if term.since <= day and (term.until is None or day < term.until):
                    return self.by_id[term.person]
        return None

    def offices_of(self, ident: str) -> list[Tenure]:
        """The terms of a person."""
        return self._of.get(ident, [])

    def held_by(self, ident: str, day: datetime.date | None) -> set[str]:
        """The offices that a person holds on a day; without a day all that the person ever held."""
        return {
            t.office
            for t in self._of.get(ident, ())
            if day is None or (t.since <= day and (t.until is None or day < t.until))
        }

    def acts_for(self, ident: str, day: datetime.date | None) -> str | None:
        """The state or organization (`org:nato`) of the office held on a day, else of the last before.

        None where the table has no term that began by that day.
        """
        begun = [t for t in self._of.get(ident, ()) if day is None or t.since <= day]
        now = [t for t in begun if day is None or t.until is None or day < t.until]
        latest = max(now or begun, key=lambda t: t.since, default=None)
        return latest.state if latest else None


# What a general word for an office may mean, the first that a state has.
_OFFICES: dict[str, tuple[str, ...]] = {
    "president": ("president", "european-council-president"),
    "leader": ("leader", "president", "prime-minister", "monarch", "emir"),
    "head-of-state": ("president", "leader", "monarch", "emir"),
    "head-of-government": ("prime-minister",),
    "party-leader": ("party-leader",),
}


def _alike(wanted: str, held: str) -> bool:
    return wanted == held or held in _OFFICES.get(wanted, ())


@functools.cache
def bundled() -> People:
    """The bundled persons and offices."""
    return People(_persons(), tenures())


_CURRENT: contextvars.ContextVar[People | None] = contextvars.ContextVar("people", default=None)


def current() -> People:
    """The people in use: the bundled ones, or those that `using` set."""
    return _CURRENT.get() or bundled()


@contextlib.contextmanager
def using(
    persons: Iterable[tuple[Person, tuple[str, ...]]], terms: Iterable[Tenure] = ()
) -> Iterator[People]:
    """Read with a user's persons beside the bundled ones; theirs win."""
    people = People((*_persons(), *persons), (*tenures(), *terms))
    token = _CURRENT.set(people)
    try:
        yield people
    finally:
        _CURRENT.reset(token)
