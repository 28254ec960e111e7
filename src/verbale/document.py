"""One text, never changed, with named stand-off layers.

A `Document` holds the text as it was given. Whatever a step of the pipeline learns stands in a
named layer of spans beside it; offsets are Unicode code points into that text, half-open. Signs that
are not to be read (marks of Markdown) are hidden: the steps see blanks in their place, so that
offsets hold, and evidence quotes them as they stand. Where a step must look at a text of another
length, an `OffsetMap` leads every position back.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Generic, TypeVar

from verbale.errors import EvidenceError

__all__ = ["Document", "Layer", "OffsetMap", "Source", "Span", "whole_characters"]

T = TypeVar("T")

_HALF = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """The text with U+FFFD for half a surrogate pair, which is no character: nothing can encode it.

    Broken JSON escapes make them, entities, tables of fonts in PDF, names of files that are no UTF-8.
    """
    return _HALF.sub("\ufffd", text)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of code points, `start < end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Layer(Generic[T]):
    """The typed name of a layer; the payloads are in `verbale.layers`."""

    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from and what its container says of it: evidence like any other, not truth.

    `path` is a path or URL; `id` the id that the input gave, if any; `date` as the container writes
    it; `made` the day (ISO) on which a file says that it was made, which is often long after its
    text; `sha256` the hex digest of the given bytes.
    """

    path: str
    sha256: str = ""
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None
    made: str | None = None
    media_type: str = "text/plain"

    def __post_init__(self) -> None:
        for name in (f.name for f in fields(self)):
            if value := getattr(self, name):
                object.__setattr__(self, name, whole_characters(value))


@dataclass(slots=True)
class Document:
    """A text, where it came from, and what was learned of it so far.

    `given` is the text as it came (of whole characters), `text` the same with blanks for what is
    hidden: what steps read.
    """

    text: str
    source: Source
    given: str = field(init=False, repr=False)
    _layers: dict[str, tuple[object, ...]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.given = self.text = whole_characters(self.text)

    def hide(self, spans: Iterable[Span]) -> None:
        """Blank these stretches for the steps to come; line ends in them stay."""
        pieces, at = [], 0
        for span in sorted(spans):
            start = max(at, span.start)
            pieces += [self.text[at:start], re.sub(r"[^\r\n]", " ", self.text[start : span.end])]
            at = max(at, span.end)
        self.text = "".join([*pieces, self.text[at:]])

    def put(self, layer: Layer[T], items: Iterable[T]) -> None:
        """Set a layer; a second time replaces it."""
        self._layers[layer.name] = tuple(items)

    def get(self, layer: Layer[T]) -> tuple[T, ...]:
        """The items of a layer; an absent layer is an error in the order of the steps."""
        try:
            return self._layers[layer.name]  # type: ignore[return-value]  # put() is the only door in
        except KeyError:
            raise LookupError(f"layer {layer.name!r} is needed before it was made") from None

    def has(self, layer: Layer[T]) -> bool:
        """Whether the layer was made."""
        return layer.name in self._layers

    def exact(self, span: Span) -> str:
        """The characters of a span as they were given: what evidence quotes."""
        return self.given[self._inside(span)]

    def quote(self, span: Span) -> str:
        """The words of a span, hidden signs left out."""
        inside = self._inside(span)
        if self.text == self.given:
            return self.given[inside]
        pairs = zip(self.text[inside], self.given[inside], strict=True)
        return "".join(seen for seen, given in pairs if seen == given)

    def _inside(self, span: Span) -> slice:
        if span.end > len(self.text):
            raise EvidenceError(
                f"span {span.start}–{span.end} is outside a text of {len(self.text)}"
            )
        return slice(span.start, span.end)

    def trim(self, start: int, end: int) -> Span | None:
        """The span without white space at its ends, or None when nothing is left."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None


class OffsetMap:
    """Positions of an edited text, led back to the given text.

    Built from pieces `(edited_start, given_start, length)` in ascending order of `edited_start`;
    what lies between pieces was inserted and maps to the end of the piece before it.
    """

    __slots__ = ("_edited", "_given", "_length")

    def __init__(self, pieces: Sequence[tuple[int, int, int]]) -> None:
        self._edited = [p[0] for p in pieces]
        self._given = [p[1] for p in pieces]
        self._length = [p[2] for p in pieces]

    @classmethod
    def keep(cls, spans: Sequence[Span], joint: int = 0) -> OffsetMap:
        """The map of a text made of `spans` of the given one with `joint` inserted characters between."""
        pieces, at = [], 0
        for span in spans:
            pieces.append((at, span.start, len(span)))
            at += len(span) + joint
        return cls(pieces)

    def given(self, position: int) -> int:
        """The position in the given text of a position in the edited one."""
        i = bisect.bisect_right(self._edited, position) - 1
        if i < 0:
            raise EvidenceError(f"position {position} is before the first kept piece")
        return self._given[i] + min(position - self._edited[i], self._length[i])

    def span(self, start: int, end: int) -> Span:
        """The given span from the first to the last edited character."""
        return Span(self.given(start), self.given(end - 1) + 1)
