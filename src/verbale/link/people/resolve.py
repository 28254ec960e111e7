"""Leads references to whom they mean: offices, pronouns, collectives, in the order of the text.

Plain salience, no model of its own: the subject of a sentence is what its syntax says, and "he" is
the subject of this sentence or of the one before. The reader's antecedents are taken where salience
has nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.document import Document
from verbale.layers import TITLED, Mention, Titled
from verbale.link.people.plural import Plural
from verbale.link.people.references import (
    COLLECTIVE,
    COUNTERPART,
    DESCRIBED,
    HEAD_OF_STATE,
    INSTITUTION,
    LISTED,
    OF_STATES,
    OWN_STATE,
    PERSON_PLURAL,
    PRONOUN,
    SIDES_PLURAL,
    VOCATIVE,
)
from verbale.link.people.scene import Scene
from verbale.link.people.singular import Singular
from verbale.link.people.they import They
from verbale.link.people.titles import Titles
from verbale.link.people.voice import Voice
from verbale.records import Actor

__all__ = ["Resolver"]

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("address", VOCATIVE),
    ("counterpart", COUNTERPART),
    ("described", DESCRIBED),
    ("head", HEAD_OF_STATE),
    ("institution", INSTITUTION),
    ("listed", LISTED),
    ("of-states", OF_STATES),
    ("own", OWN_STATE),
    ("persons", PERSON_PLURAL),
    ("sides", SIDES_PLURAL),
    ("two", COLLECTIVE),
    ("pronoun", PRONOUN),
)
Reference = tuple[int, int, str, "re.Match[str] | Titled"]


class Resolver:
    """One text's references."""

    def __init__(self, document: Document, own: str | None, sides: tuple[Actor, ...]) -> None:
        self.scene = Scene(document, own, sides)
        self.voice = Voice(self.scene)
        self.titles = Titles(self.scene, self.voice)
        self.singular = Singular(self.scene, self.voice)
        self.plural = Plural(self.scene, self.voice)
        self.they = They(self.scene, self.plural.group)

    def run(self) -> list[Mention]:
        """All references of the text, in text order: each sees those before it."""
        found: list[Mention] = []
        last_end = 0
        for start, end, kind, what in sorted(self._references(), key=lambda r: (r[0], -r[1])):
            if start < last_end or self.scene.covered(start, end):
                continue
            got = self._resolve(start, end, kind, what)
            if got is not None:
                found.append(got)
                self.scene.add(got)
                last_end = got.end
        return found

    def _references(self) -> Iterator[Reference]:
        for kind, pattern in _PATTERNS:
            for match in pattern.finditer(self.scene.text):
                yield match.start(), match.end(), kind, match
        for titled in self.scene.document.get(TITLED):
            start = titled.start
            before = self.scene.text[max(0, start - 4) : start].lower()
            if before in ("the ", "our ", "his ", "her "):
                start -= 4
            yield start, titled.end, "title", titled

    def _resolve(
        self, start: int, end: int, kind: str, what: re.Match[str] | Titled
    ) -> Mention | None:
        if isinstance(what, Titled):
            return self.titles.title(start, end, what)
        word = " ".join(what.group().lower().split())
        match kind:
            case "address":
                return self.titles.address(start, end, what)
            case "counterpart":
                return self.titles.counterpart(start, end, what)
            case "described":
                return self.titles.described(start, end, what)
            case "head":
                return self.titles.head_of_state(start, end, what)
            case "institution" | "own":
                return self._own(start, end, word)
            case "listed":
                return self.plural.listed(start, end)
            case "of-states":
                return self.plural.of_states(start, end, word)
            case "sides":
                return self.plural.sides(start, end, word)
            case "persons" | "two":
                return self.plural.persons(start, end, word)
        return self._pronoun(start, end, word)

    def _pronoun(self, start: int, end: int, word: str) -> Mention | None:
        if word in ("i", "my", "me"):
            return _made(start, end, self.voice.speaker(start), 0.8)
        if word in ("we", "our", "us"):
            return _made(start, end, self.voice.we(start), 0.7)
        if word in ("you", "your"):
            return _made(start, end, self.voice.addressee(start), 0.65)
        if word in ("they", "their", "them"):
            return self.they.resolve(start, end, word)
        if word in ("it", "its"):
            return self.singular.thing(start, end)
        return self.singular.person(start, end, word)

    def _own(self, start: int, end: int, word: str) -> Mention | None:
        """ "Our country", "my Government", "the Ministry": of whoever speaks or publishes."""
        if word.startswith("this ") and self.scene.turn(start) is None:
            return None
        states = self.voice.we(start)
        if not states and self.scene.own:
            states = (self.scene.names.actor(self.scene.own),)
        return Mention(start, end, "state", states[:1], 0.75) if states else None


def _made(start: int, end: int, actors: tuple[Actor, ...], score: float) -> Mention | None:
    return Mention(start, end, "pronoun", actors, score) if actors else None
