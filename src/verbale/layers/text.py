"""What a text is made of: furniture, paragraphs, quotations, turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.document import Span

__all__ = ["Header", "Mask", "MaskKind", "Paragraph", "Quote", "Turn"]

MaskKind = Literal[
    "header",
    "title",
    "stamp",
    "dateline",
    "byline",
    "section-label",
    "caption",
    "widget",
    "share",
    "comment-form",
    "disclaimer",
    "copyright",
    "pull-quote",
    "repeated-body",
    "markup",
]


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch that is not body text, and what it is. `value`: a place, date or name read off it."""

    start: int
    end: int
    kind: MaskKind
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the furniture says of the document; the spans lie in masks."""

    title: Span | None = None
    byline: tuple[Span, ...] = ()
    publisher: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text: no masked stretch inside."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Words within quotation marks; the span is inside the marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled turn of a transcript: the label's span, then what was said.

    `introduced`: a narrator's sentence leads to it, and the label is its subject.
    """

    start: int
    end: int
    label_start: int
    label_end: int
    role: Literal["speaker", "journalist"] = "speaker"
    introduced: bool = False
