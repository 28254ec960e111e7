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

from verbale.reader.decode import allowed_moves, spans, trees, viterbi
from verbale.reader.grammar import ClosedClasses, mend
from verbale.reader.lemmas import lemma
from verbale.reader.model import PIECES, Network, Scores, Window
from verbale.reader.tokens import words
from verbale.reader.types import Attribution, Entity, EntityKind, Reading, Spans, Unit, Word

__all__ = ["Reader"]

Floats = npt.NDArray[np.float32]

# Links between a cue and a source or content are taken from this probability on. Set on the
# development part of PolNeAR.
LINK = 0.5
# Pronouns that stand for a person or a group and may be mentions inside a longer one.
_PERSONAL = frozenset(
    [
        "he",
        "her",
        "hers",
        "herself",
        "him",
        "himself",
        "his",
        "i",
        "it",
        "its",
        "itself",
        "me",
        "my",
        "our",
        "ours",
        "ourselves",
        "she",
        "their",
        "theirs",
        "them",
        "themselves",
        "they",
        "us",
        "we",
        "you",
        "your",
    ]
)
# Windows are decoded side by side while the squares of their words come to no more than this: an
# array of scores of words beside words takes four times as many bytes, and a window has four.
CELLS = 1_000_000


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
        found = []
        for unit in units:
            spans_, numbers = [], []
            for number, (a, b) in enumerate(unit.sentences):
                for s, e in words(unit.text[a:b]):
                    spans_.append((a + s, a + e))
                    numbers.append(number)
            forms = [unit.text[a:b] for a, b in spans_]
            found.append((forms, spans_, numbers, len(unit.sentences)))
        return self._readings(found, stop)

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

    def _readings(
        self,
        units: Sequence[tuple[list[str], list[tuple[int, int]], list[int], int]],
        stop: threading.Event | None = None,
    ) -> list[Reading]:
        self._network.load()  # whose tokenizer the windows ask
        parts: list[_Part] = []
        for i, (forms, spans_, numbers, _) in enumerate(units):
            for a, b in self._windows(forms, numbers):
                window = Window(tuple(forms[a:b]), tuple(numbers[a:b]))
                parts.append(_Part(i, spans_[a:b], window))
        gathered = [_Unit(n) for *_, n in units]
        # Long ones first, so that no thread is left with one at the end.
        order = sorted(range(len(parts)), key=lambda i: -len(parts[i].spans))
        done: list[_Decoded | None] = [None] * len(parts)
        stream = self._network.scores(_until(stop, (parts[i].window for i in order)))
        for chunk in _chunks(order, [len(p.spans) for p in parts]):
            scores = list(itertools.islice(stream, len(chunk)))
            roles = viterbi([s.roles for s in scores], self._role_moves)
            entities = viterbi([s.entities for s in scores], self._entity_moves)
            for i, s, r, e in zip(chunk, scores, roles, entities, strict=True):
                done[i] = self._decode(parts[i], s, r, e)
        for part, decoded in zip(parts, done, strict=True):
            gathered[part.unit].add(cast(_Decoded, decoded))
        return [u.reading(self) for u in gathered]

    def _windows(self, forms: list[str], numbers: list[int]) -> list[tuple[int, int]]:
        """Word ranges of at most `PIECES` pieces, cut between sentences where that is possible."""
        sizes = [len(self._network.pieces(f)) for f in forms]
        out, start, filled, cut = [], 0, 0, 0
        for i, size in enumerate(sizes):
            if i and numbers[i] != numbers[i - 1]:
                cut = i
            if filled + size > PIECES:
                end = cut if cut > start else i
                out.append((start, end))
                start, filled = end, sum(sizes[end:i])
            filled += size
        if start < len(forms):
            out.append((start, len(forms)))
        return out

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
        mend(found)
        mentions = self._mentions(found, forms, scores, entities)
        return _Decoded(
            found,
            mentions,
            _corefer(mentions, scores.coref),
            self._attributions(scores, roles, at),
            dict(zip(dict.fromkeys(numbers), scores.vectors, strict=True)),
            scores.event,
        )

    def _mentions(
        self,
        found: list[Word],
        forms: tuple[str, ...],
        scores: Scores,
        tags: npt.NDArray[np.int64],
    ) -> list[Entity]:
        """Outermost mentions of the tagger and the personal pronouns inside them."""
        out, probabilities = [], _softmax(scores.entities)
        covered: set[int] = set()
        tagged = spans(tags, self._entities)
        for a, b, kind in tagged:
            head = next((i for i in range(a, b) if not a <= found[i].head < b), a)
            sure = float(probabilities[np.arange(a, b), tags[a:b]].min())
            out.append(Entity(found[a].start, found[b - 1].end, cast(EntityKind, kind), head, sure))
            covered.update([head])
        inside = {i for a, b, _ in tagged for i in range(a, b)}
        for i in sorted(inside - covered):
            if found[i].upos == "PRON" and forms[i].lower() in _PERSONAL:
                kind = "organization" if forms[i].lower() in ("it", "its", "itself") else "person"
                out.append(Entity(found[i].start, found[i].end, cast(EntityKind, kind), i, 0.5))
        return sorted(out, key=lambda e: (e.start, -e.end))

    def _attributions(
        self, scores: Scores, tags: npt.NDArray[np.int64], at: list[tuple[int, int]]
    ) -> list[Attribution]:
        """One attribution per cue, with the sources and contents linked to it.

        A source or content that no cue reaches with `LINK` goes to the cue that likes it best if
        that cue has none; cues that share their content are one attribution.
        """
        found = spans(tags, self._roles)
        cues = [f for f in found if f[2] == "cue"]
        if not cues:
            return []
        sure = _softmax(scores.roles)
        rows = [c[0] for c in cues]
        linked: list[tuple[list[int], list[int]]] = [([], []) for _ in cues]
        best = np.zeros(len(cues))
        for kind, (role, table) in enumerate(
            (("source", scores.to_source), ("content", scores.to_content))
        ):
            others = [i for i, f in enumerate(found) if f[2] == role]
            if not others:
                continue
            chance = _sigmoid(table[np.ix_(rows, [found[i][0] for i in others])])
            for column, i in enumerate(others):
                for c in np.flatnonzero(chance[:, column] >= LINK).tolist():
                    linked[c][kind].append(i)
                    best[c] = max(best[c], chance[c, column])
            for c in range(len(cues)):
                if not linked[c][kind]:
                    column = int(chance[c].argmax())
                    if chance[c, column] >= 0.2:
                        linked[c][kind].append(others[column])
                        best[c] = max(best[c], chance[c, column])
        out = []

        def given(indices: list[int]) -> Spans:
            return tuple((at[found[i][0]][0], at[found[i][1] - 1][1]) for i in sorted(indices))

        for c, (source, content) in enumerate(linked):
            if not source and not content:
                continue
            every = [cues[c], *(found[i] for i in (*source, *content))]
            chances = [float(sure[a, tags[a]]) for a, _, _ in every]
            cue = ((at[cues[c][0]][0], at[cues[c][1] - 1][1]),)
            score = float(np.mean(chances) * best[c])
            out.append(Attribution(given(source), cue, given(content), round(score, 4)))
        return out

    def _event(
        self, unit: _Unit, source: tuple[int, int], target: tuple[int, int]
    ) -> tuple[str, float]:
        for offset, states in unit.events:
            inside = unit.words[offset : offset + len(states)]
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
                chances = self._network.event(states[near], both[0], both[1])
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
    vectors: dict[int, Floats]
    event: Floats


class _Unit:
    """Windows of one unit coming together."""

    def __init__(self, sentences: int) -> None:
        self.words: list[Word] = []
        self.entities: list[Entity] = []
        self.links: dict[int, tuple[int, float]] = {}
        self.attributions: list[Attribution] = []
        self.vectors = np.zeros((sentences, 384), np.float32)
        self.events: list[tuple[int, Floats]] = []

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
        for number, vector in part.vectors.items():
            if not self.vectors[number].any():
                self.vectors[number] = vector
        self.events.append((at, part.event))

    def reading(self, reader: Reader) -> Reading:
        """The whole."""
        return Reading(
            tuple(self.words),
            tuple(self.entities),
            self.links,
            tuple(self.attributions),
            self.vectors,
            functools.partial(reader._event, self),
        )


def _until(stop: threading.Event | None, windows: Iterable[Window]) -> Iterator[Window]:
    for window in windows:
        if stop is not None and stop.is_set():
            raise CancelledError
        yield window


def _chunks(order: list[int], sizes: list[int]) -> Iterator[list[int]]:
    """`order` cut where the squares of `sizes` pass `CELLS`; at least one each."""
    chunk: list[int] = []
    cells = 0
    for i in order:
        if chunk and cells + sizes[i] ** 2 > CELLS:
            yield chunk
            chunk, cells = [], 0
        chunk.append(i)
        cells += sizes[i] ** 2
    if chunk:
        yield chunk


def _corefer(mentions: list[Entity], scores: Floats) -> dict[int, tuple[int, float]]:
    """Antecedents: for each mention the best earlier one, if it beats having none (a score of 0)."""
    out: dict[int, tuple[int, float]] = {}
    heads = [m.head for m in mentions]
    if len(heads) < 2:
        return out
    table = scores[np.ix_(heads, heads)]
    for i in range(1, len(heads)):
        row = table[i, :i]
        best = int(row.argmax())
        if row[best] > 0 and heads[best] != heads[i]:
            chances = _softmax(np.append(row, np.float32(0))[None])[0]
            out[i] = (best, float(chances[best]))
    return out


def _softmax(x: Floats) -> Floats:
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out


def _sigmoid(x: Floats) -> Floats:
    out: Floats = (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
    return out
