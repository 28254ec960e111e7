"""Units in, readings out: windows, decoding, and the way back to the text."""

from __future__ import annotations

import functools
import itertools
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from typing import cast

import numpy as np
import numpy.typing as npt

from verbale.reader.attributions import attributions
from verbale.reader.decode import allowed_moves, trees, viterbi
from verbale.reader.grammar import ClosedClasses, mend
from verbale.reader.lemmas import lemma
from verbale.reader.mentions import corefer, mentions
from verbale.reader.model import Network, Scores, Window
from verbale.reader.tokens import words
from verbale.reader.types import Attribution, Entity, Reading, Unit, Word
from verbale.reader.windows import chunks, windows

__all__ = ["Reader"]

Floats = npt.NDArray[np.float32]
# A unit's words, their spans, the sentence of each, and how many sentences there are.
_Given = tuple[list[str], list[tuple[int, int]], list[int], int]


@dataclass(slots=True)
class _Part:
    """A window of a unit: its words' spans, and where they stand in the unit."""

    unit: int
    spans: list[tuple[int, int]]
    window: Window


class Reader:
    """The trained reader. Nothing is loaded before the first unit is read.

    `threads`: units read at a time, by default the processors that this process may use.
    """

    def __init__(self, threads: int | None = None) -> None:
        self._network = Network(threads)
        labels = self._network.labels
        self._upos, self._relations = labels["upos"], labels["relations"]
        self._closed = ClosedClasses(self._upos, self._network.meta.get("closed", {}))
        self._entities, self._roles = labels["entities"], labels["roles"]
        self._entity_moves = allowed_moves(self._entities)
        self._role_moves = allowed_moves(self._roles)
        moves = self._network.meta.get("moves")
        if moves is not None:
            self._role_moves = self._role_moves + np.array(moves, np.float32)

    @functools.cached_property
    def version(self) -> str:
        """What names these weights: ten hex digits of their hash."""
        return self._network.version

    @property
    def threads(self) -> int:
        """Units read at a time."""
        return self._network.threads

    def load(self) -> None:
        """Load the weights now."""
        self._network.load()

    def read(self, units: Sequence[Unit], stop: threading.Event | None = None) -> list[Reading]:
        """Read units; each reading depends on its own unit alone.

        `stop`, set by another thread, breaks off with `CancelledError`.
        """
        return self._readings([_given(u) for u in units], stop)

    def read_words(self, units: Sequence[Sequence[Sequence[str]]]) -> list[Reading]:
        """Read units given as sentences of words; offsets count in the words joined by spaces."""
        found = []
        for unit in units:
            forms, spans_, numbers, at = [], [], [], 0
            for number, sentence in enumerate(unit):
                for form in sentence:
                    forms.append(form or " ")
                    spans_.append((at, at + len(form)))
                    numbers.append(number)
                    at += len(form) + 1
            found.append((forms, spans_, numbers, len(unit)))
        return self._readings(found)

    def vectors(self, units: Sequence[Unit]) -> list[Floats]:
        """Of each unit, (sentences, 384) vectors of unit length; zeros for one without words."""
        given = [_given(u) for u in units]
        out = [np.zeros((len(u.sentences), 384), np.float32) for u in units]
        parts = self._parts(given)
        for part, found in zip(parts, self._network.extras(p.window for p in parts), strict=True):
            for number, vector in zip(
                dict.fromkeys(part.window.sentences), found.vectors, strict=True
            ):
                if not out[part.unit][number].any():
                    out[part.unit][number] = vector
        return out

    def _parts(self, units: Sequence[_Given]) -> list[_Part]:
        self._network.load()  # whose tokenizer the windows ask
        parts: list[_Part] = []
        for i, (forms, spans_, numbers, _) in enumerate(units):
            sizes = [len(self._network.pieces(f)) for f in forms]
            for a, b in windows(sizes, numbers):
                window = Window(tuple(forms[a:b]), tuple(numbers[a:b]))
                parts.append(_Part(i, spans_[a:b], window))
        return parts

    def _readings(
        self, units: Sequence[_Given], stop: threading.Event | None = None
    ) -> list[Reading]:
        parts = self._parts(units)
        gathered = [_Unit() for _ in units]
        # Long ones first, so that no thread is left with one at the end.
        order = sorted(range(len(parts)), key=lambda i: -len(parts[i].spans))
        done: list[_Decoded | None] = [None] * len(parts)
        stream = self._network.scores(_until(stop, (parts[i].window for i in order)))
        for chunk in chunks(order, [len(p.spans) for p in parts]):
            scores = list(itertools.islice(stream, len(chunk)))
            roles = viterbi([s.roles for s in scores], self._role_moves)
            entities = viterbi([s.entities for s in scores], self._entity_moves)
            for i, s, r, e in zip(chunk, scores, roles, entities, strict=True):
                done[i] = self._decode(parts[i], s, r, e)
        for part, decoded in zip(parts, done, strict=True):
            gathered[part.unit].add(cast(_Decoded, decoded))
        return [u.reading(self) for u in gathered]

    def _decode(
        self,
        part: _Part,
        scores: Scores,
        roles: npt.NDArray[np.int64],
        entities: npt.NDArray[np.int64],
    ) -> _Decoded:
        numbers, forms, at = part.window.sentences, part.window.forms, part.spans
        bounds, first = [], 0
        for i in range(1, len(numbers) + 1):
            if i == len(numbers) or numbers[i] != numbers[first]:
                bounds.append((first, i))
                first = i
        heads = trees(scores.arcs, bounds).tolist()
        upos = (scores.upos + self._closed.barred(forms)).argmax(1).tolist()
        relations = scores.relations.argmax(1).tolist()
        found = []
        for i, (start, end) in enumerate(at):
            tag = self._upos[upos[i]]
            name = self._relations[relations[i]]
            if heads[i] < 0:
                name = "root"
            elif name == "root":
                row = scores.relations[i].copy()
                row[relations[i]] = -np.inf
                name = self._relations[int(row.argmax())]
            found.append(Word(start, end, numbers[i], tag, heads[i], name, lemma(forms[i], tag)))
        mend(found, forms)
        mentions_ = mentions(found, forms, scores, entities, self._entities)
        return _Decoded(
            found,
            mentions_,
            corefer(mentions_, scores.coref),
            attributions(scores, roles, at, self._roles),
            part.window,
        )

    def _event(
        self, unit: _Unit, source: tuple[int, int], target: tuple[int, int]
    ) -> tuple[str, float]:
        for offset, window in unit.windows:
            inside = unit.words[offset : offset + len(window.forms)]
            chosen = [
                [i for i, w in enumerate(inside) if w.start < b and a < w.end]
                for a, b in (source, target)
            ]
            if chosen[0] and chosen[1]:
                # Only the sentences that the pair stands in are looked at.
                numbers = {inside[i].sentence for both in chosen for i in both}
                near = [i for i, w in enumerate(inside) if w.sentence in numbers]
                place = {i: n for n, i in enumerate(near)}
                both = [[place[i] for i in part] for part in chosen]
                (found,) = self._network.extras([window])
                chances = self._network.event(found.event[near], both[0], both[1])
                best = int(chances.argmax())
                return self._network.labels["roots"][best], float(chances[best])
        return "", 0.0


@dataclass(slots=True)
class _Decoded:
    """What was decoded of a window; indices count within it."""

    words: list[Word]
    entities: list[Entity]
    links: dict[int, tuple[int, float]]
    attributions: list[Attribution]
    window: Window


class _Unit:
    """Windows of one unit coming together."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.entities: list[Entity] = []
        self.links: dict[int, tuple[int, float]] = {}
        self.attributions: list[Attribution] = []
        self.windows: list[tuple[int, Window]] = []

    def add(self, part: _Decoded) -> None:
        """Add the next window."""
        at, mentions = len(self.words), len(self.entities)
        for w in part.words:
            head = w.head + at if w.head >= 0 else -1
            self.words.append(
                Word(w.start, w.end, w.sentence, w.upos, head, w.deprel, w.lemma) if at else w
            )
        for e in part.entities:
            self.entities.append(Entity(e.start, e.end, e.kind, e.head + at, e.score))
        for i, (j, chance) in part.links.items():
            self.links[i + mentions] = (j + mentions, chance)
        self.attributions.extend(part.attributions)
        self.windows.append((at, part.window))

    def reading(self, reader: Reader) -> Reading:
        """The whole."""
        return Reading(
            tuple(self.words),
            tuple(self.entities),
            self.links,
            tuple(self.attributions),
            functools.partial(reader._event, self),
        )


def _given(unit: Unit) -> _Given:
    found, numbers = [], []
    for number, (a, b) in enumerate(unit.sentences):
        for s, e in words(unit.text[a:b]):
            found.append((a + s, a + e))
            numbers.append(number)
    return [unit.text[a:b] for a, b in found], found, numbers, len(unit.sentences)


def _until(stop: threading.Event | None, windows: Iterable[Window]) -> Iterator[Window]:
    for window in windows:
        if stop is not None and stop.is_set():
            raise CancelledError
        yield window
