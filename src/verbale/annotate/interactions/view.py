"""A sentence as the room reads it: its words, who is named where, and which words tell times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import (
    ACTORS,
    NAMED,
    SENTENCES,
    TIMES,
    TURNS,
    Mention,
    Sentence,
    Time,
    Turn,
    Word,
)
from verbale.lookup import mentions_in
from verbale.records import Actor

__all__ = ["Party", "View", "views"]


@dataclass(frozen=True, slots=True)
class Party:
    """Words `first` to `last` that mean actors; `adjective` where a state's adjective does."""

    first: int
    last: int
    actors: tuple[Actor, ...]
    adjective: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A sentence; `parties` and `times` are in text order and never overlap within their kind."""

    document: Document
    sentence: Sentence
    parties: tuple[Party, ...]
    times: tuple[tuple[int, int, Time], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the sentence."""
        return self.sentence.words

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.document.text[self.sentence.start : self.sentence.end]

    def lower(self, index: int) -> str:
        """A word as written, in lower case; empty outside the sentence."""
        return self.words[index].text.lower() if 0 <= index < len(self.words) else ""

    def party_at(self, index: int) -> Party | None:
        """The party that covers a word."""
        return next((p for p in self.parties if p.first <= index <= p.last), None)

    def time_at(self, index: int) -> Time | None:
        """The time expression that covers a word."""
        return next((t for a, b, t in self.times if a <= index <= b), None)

    def span(self, first: int, last: int) -> Span:
        """The stretch from one word to another, in code points of the given text."""
        return Span(self.words[first].start, self.words[last].end)

    def between(self, first: int, last: int) -> str:
        """The text from one word to another, both included; empty when there is none."""
        first, last = max(first, 0), min(last, len(self.words) - 1)
        if first > last:
            return ""
        return self.document.text[self.words[first].start : self.words[last].end]


def views(document: Document, voices: tuple[Actor, ...] = ()) -> Iterator[View]:
    """All sentences that have words; `voices` are the two persons who speak in turn, or none."""
    named, at = _named(document, voices), 0
    times = document.get(TIMES)
    for sentence in document.get(SENTENCES):
        if not sentence.words:
            continue
        while at < len(named) and named[at][0] < sentence.start:
            at += 1
        inside: list[Party] = []
        for start, end, actors, adjective, capital in named[at:]:
            if start >= sentence.end:
                break
            covered = _words(sentence, start, end)
            if covered and (not inside or covered[0] > inside[-1].last):
                inside.append(Party(*covered, actors, adjective, capital))
        told: list[tuple[int, int, Time]] = []
        for time in times:
            if sentence.start <= time.start and time.end <= sentence.end:
                covered = _words(sentence, time.start, time.end)
                if covered:
                    told.append((*covered, time))
        yield View(document, sentence, tuple(inside), tuple(told))


_Name = tuple[int, int, tuple[Actor, ...], bool, bool]


_YOU = re.compile(r"\b[Yy]ou(?:rs?)?\b")


def _spoken_to(document: Document, voices: tuple[Actor, ...]) -> Iterator[_Name]:
    """ "You" in the turn of one of two voices is the other."""
    if not document.has(TURNS):
        return
    for turn in document.get(TURNS):
        yield from _asked(document, turn)
        if len(voices) != 2:
            continue
        label = document.get(ACTORS)
        own = {
            a.state for m in label if turn.label_start <= m.start < turn.label_end for a in m.actors
        }
        others = tuple(v for v in voices if v.state not in own)
        if turn.role == "speaker" and len(others) == 1:
            for match in _YOU.finditer(document.text, turn.start, turn.end):
                yield match.start(), match.end(), others, False, False


def _asked(document: Document, turn: Turn) -> Iterator[_Name]:
    """ "You" in a question right above a turn is who answers."""
    end = turn.label_start - 1
    start = document.text.rfind("\n", 0, max(end, 0)) + 1
    if turn.role != "speaker" or not document.text[start:end].rstrip().endswith("?"):
        return
    named = mentions_in(document, turn.label_start, turn.label_end)
    persons = tuple(a for m in named[:1] for a in m.actors if a.kind == "person" and a.state)
    if persons:
        for match in _YOU.finditer(document.text, start, end):
            yield match.start(), match.end(), persons, False, False


def _named(document: Document, voices: tuple[Actor, ...]) -> list[_Name]:
    """Mentions, and names of the gazetteer that no mention covers; the longest where they overlap."""
    names = gazetteer.current()
    capitals = {(n.start, n.end) for n in document.get(NAMED) if n.use == "capital"}
    found: list[_Name] = list(_spoken_to(document, voices))
    found += [
        (m.start, *_cut(document, m), False, (m.start, m.end) in capitals)
        for m in document.get(ACTORS)
        if m.actors
    ]
    found += [
        (n.start, n.end, (names.actor(n.id),), n.use == "adjective", n.use == "capital")
        for n in document.get(NAMED)
    ]
    kept: list[_Name] = []
    # A mention comes before the bare name on the same words.
    for item in sorted(found, key=lambda f: (f[0], -f[1])):
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


_GOING = re.compile(
    r"(?!.*\b(?:[Aa]mbassador|[Aa]dvis[eo]r|[Ee]nvoy|[Rr]epresentative)\b).+? (?=to\b)"
)


def _cut(document: Document, mention: Mention) -> tuple[int, tuple[Actor, ...]]:
    """The end and the actors of a mention.

    "The President of X to Y" ends before "to" and is X's, unless it is an envoy.
    """
    match = _GOING.match(document.text, mention.start, mention.end)
    if match is None:
        return mention.end, mention.actors
    end = match.end() - 1
    own = [m.id for m in gazetteer.current().find(match.group()) if ":" not in m.id]
    if own and all(a.state != own[0] for a in mention.actors):
        return end, (gazetteer.current().actor(own[0]),)
    return end, mention.actors


def _words(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """First and last word of a stretch."""
    inside = [i for i, w in enumerate(sentence.words) if w.start < end and start < w.end]
    return (inside[0], inside[-1]) if inside else None
