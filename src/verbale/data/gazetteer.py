"""The names of states and organizations, found in a text in one pass.

Names are sequences of tokens with what may stand between them; at each token of the text the
longest name that begins there wins, and a longer name that means something else (a newspaper, a
sea) swallows the state inside it. Case counts: "US" is a state and "us" is not, "the Chad case" and
"chad" differ; a name all in capitals is taken too, as headlines and turn labels write it.

A token trie of about 1,500 names is built in 10 ms at first use; an Aho-Corasick automaton was
weighed and left out: it matches characters, so that word edges, apostrophes, line breaks inside
names and case would all be checked again after it.
"""

from __future__ import annotations

import contextlib
import contextvars
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from verbale.data.states import (
    Organization,
    State,
    organizations,
    other_names,
    states,
)
from verbale.records import Actor

__all__ = ["Gazetteer", "Match", "Use", "bundled", "current", "using"]

Use = Literal["name", "adjective", "people", "capital", "organization", "other"]

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+")
_GAP = str.maketrans({"’": "'", "ʼ": "'", "–": "-", "‑": "-", "\u00a0": " "})

# Names of states that are also given or family names or places of another state: taken as a state
# unless a capitalised word that is no part of a state phrase stands directly before or after.
AMBIGUOUS = frozenset({"Chad", "Jordan", "Georgia", "America", "Israel", "Guinea", "London"})


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: its span, the actor's id and how the name is used. `index`: its first token."""

    start: int
    end: int
    id: str
    use: Use
    index: int
    tokens: int


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    id: str
    use: Use


def _gap(between: str) -> str:
    return "".join(between.translate(_GAP).split())


def _split(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = list(TOKEN.finditer(name))
    gaps = tuple(_gap(name[a.end() : b.start()]) for a, b in itertools.pairwise(found))
    return tuple(m.group() for m in found), gaps


# What means a state beside a hyphen alone: "Sino-Russian", "U.S.-Korea". Not "Indo-", which opens an ocean's name.
_COMBINING = {
    "Anglo": "GBR",
    "Franco": "FRA",
    "Greco": "GRC",
    "Italo": "ITA",
    "Korea": "KOR",
    "Russo": "RUS",
    "Sino": "CHN",
}
_RANK: dict[Use, int] = {
    "other": 0,
    "name": 1,
    "organization": 2,
    "adjective": 3,
    "people": 4,
    "capital": 5,
}


class Gazetteer:
    """Names of states and organizations, ready to be found."""

    def __init__(
        self,
        states_: Mapping[str, State],
        organizations_: Mapping[str, Organization],
        others: Iterable[str] = (),
    ) -> None:
        self.states = dict(states_)
        self.organizations = dict(organizations_)
        self._first: dict[str, list[_Name]] = {}
        for other in others:
            self._add(other, "", "other")
        for state in self.states.values():
            for name in (state.name, *state.aliases):
                self._add(name, state.code, "name")
            for name in state.adjectives:
                self._add(name, state.code, "adjective")
            for name in state.peoples:
                self._add(name, state.code, "people")
            for name in state.capitals:
                self._add(name, state.code, "capital")
        for name, code in _COMBINING.items():
            if code in self.states:
                self._add(name, code, "adjective")
        for organization in self.organizations.values():
            if organization.id == "org:eu":
                continue  # the Union stands among the states
            for name in (organization.name, *organization.aliases):
                self._add(name, organization.id, "organization")
        for names in self._first.values():
            names.sort(key=lambda n: (-len(n.words), _RANK[n.use]))

    def _add(self, name: str, ident: str, use: Use) -> None:
        words, gaps = _split(name)
        if not words:
            return
        self._first.setdefault(words[0].upper(), []).append(_Name(words, gaps, ident, use))

    def actor(self, ident: str) -> Actor:
        """The actor of a state's code or an organization's id; an unknown one has it as its name."""
        if ident in self.states:
            return Actor(ident, self.states[ident].name, "state", ident)
        if ident in self.organizations:
            organization = self.organizations[ident]
            return Actor(ident, organization.name, "organization", organization.state)
        kind: Literal["state", "organization"] = "organization" if ":" in ident else "state"
        return Actor(ident, ident, kind, None if ":" in ident else ident)

    def members(self, ident: str, year: int | None = None) -> tuple[str, ...]:
        """Codes of the states that belong to an organization in a year."""
        organization = self.organizations.get("org:eu" if ident == "EUU" else ident)
        return organization.members_in(year) if organization else ()

    def find(self, text: str, tokens: list[re.Match[str]] | None = None) -> list[Match]:
        """All names in a text, in order, without overlaps; longer foreign names are dropped."""
        tokens = list(TOKEN.finditer(text)) if tokens is None else tokens
        words = [t.group() for t in tokens]
        found: list[Match] = []
        i, first = 0, self._first
        while i < len(words):
            candidates = first.get(words[i].upper())
            name = self._longest(candidates, text, tokens, words, i) if candidates else None
            if name is None:
                i += 1
                continue
            n = len(name.words)
            if name.use != "other":
                found.append(
                    Match(tokens[i].start(), tokens[i + n - 1].end(), name.id, name.use, i, n)
                )
            i += n
        return found

    def _longest(
        self,
        candidates: list[_Name],
        text: str,
        tokens: list[re.Match[str]],
        words: list[str],
        i: int,
    ) -> _Name | None:
        for name in candidates:
            n = len(name.words)
            if i + n > len(words):
                continue
            if all(_same(w, t) for w, t in zip(name.words, words[i : i + n], strict=True)) and all(
                _joins(text[tokens[i + k].end() : tokens[i + k + 1].start()], gap)
                for k, gap in enumerate(name.gaps)
            ):
                if n == 1 and name.words[0] in AMBIGUOUS and _inside_name(text, tokens, words, i):
                    continue
                if n == 1 and name.words[0] in _COMBINING and not _hyphened(text, tokens[i]):
                    continue
                if len(name.words[0]) <= 3 and n == 1 and _shouting(words, i):
                    continue
                return name
        return None


def _hyphened(text: str, token: re.Match[str]) -> bool:
    """Whether a hyphen joins a word to the next or to the one before."""
    return bool(
        {text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]} & _HYPHENS
    )


_HYPHENS = {"-", "–", "‑"}


def _same(wanted: str, word: str) -> bool:
    return word == wanted or (len(wanted) > 3 and word == wanted.upper())


def _joins(between: str, gap: str) -> bool:
    if len(between) > 4:
        return False
    got = _gap(between)
    return got == gap or {got, gap} <= {"", "-"}


def _inside_name(text: str, tokens: list[re.Match[str]], words: list[str], i: int) -> bool:
    """Whether an ambiguous word stands inside a person's or another name: "Michael Jordan"."""
    before = i > 0 and text[tokens[i - 1].end() : tokens[i].start()] == " "
    if before and words[i - 1] in {"Mr", "Ms", "Mrs", "Dr", "Senator", "Rep"}:
        return True
    return (
        i + 1 < len(words)
        and text[tokens[i].end() : tokens[i + 1].start()] == " "
        and words[i] == "Chad"
        and words[i + 1][:1].isupper()
    )


def _shouting(words: list[str], i: int) -> bool:
    """Whether the words on both sides are all capitals, so that "US" may be "us"."""
    around = [w for w in words[max(0, i - 2) : i] + words[i + 1 : i + 3] if len(w) > 1]
    return len(around) > 1 and words[i] == "US" and all(w.isupper() for w in around)


@functools.cache
def bundled() -> Gazetteer:
    """The gazetteer of the bundled states and organizations."""
    return Gazetteer(states(), organizations(), other_names())


_CURRENT: contextvars.ContextVar[Gazetteer | None] = contextvars.ContextVar(
    "gazetteer", default=None
)


def current() -> Gazetteer:
    """The gazetteer in use: the bundled one, or the one that `using` set."""
    return _CURRENT.get() or bundled()


@contextlib.contextmanager
def using(
    states_: Iterable[State] = (), organizations_: Iterable[Organization] = ()
) -> Iterator[Gazetteer]:
    """Read with a user's states and organizations beside the bundled ones; theirs win."""
    gazetteer = Gazetteer(
        states() | {s.code: s for s in states_},
        organizations() | {o.id: o for o in organizations_},
        other_names(),
    )
    token = _CURRENT.set(gazetteer)
    try:
        yield gazetteer
    finally:
        _CURRENT.reset(token)
