"""A statement before it is a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, QUOTES, SIDE, TIMES, Sentence
from verbale.records import Actor

__all__ = ["Candidate", "date_of", "manner_of", "side_of"]

Manner = Literal["direct", "mixed", "indirect", "joint"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Spans of what is said and of the words around it, and what was resolved."""

    content: tuple[Span, ...]
    around: tuple[Span, ...]
    cue: str
    speakers: tuple[Actor, ...]
    manner: Manner
    date: str | None
    claimed_by: str | None
    confidence: float


def manner_of(document: Document, content: tuple[Span, ...], speakers: int) -> Manner:
    """By how much of the content stands within quotation marks; a few quoted words change nothing."""
    if speakers > 1:
        return "joint"
    total = sum(len(s) for s in content)
    quoted = longest = 0
    for quote in document.get(QUOTES):
        for span in content:
            shared = min(quote.end, span.end) - max(quote.start, span.start)
            if shared > 0:
                quoted += shared
                longest = max(longest, len(document.text[quote.start : quote.end].split()))
    if quoted >= 0.85 * total:
        return "direct"
    return "mixed" if longest >= 5 else "indirect"


def date_of(document: Document, sentence: Sentence | None) -> str | None:
    """The day of the saying: a day told in the sentence's own frame, else the document's."""
    (dated,) = document.get(DOCUMENT_DATE)
    if sentence is not None:
        for time in document.get(TIMES):
            near = sentence.start <= time.start and time.end <= sentence.end
            day = time.begin if near and time.begin == time.last else None
            if day and dated.anchor and 0 <= (dated.anchor - day).days <= 31:
                return time.edtf
    return dated.anchor.isoformat() if dated.anchor else None


def side_of(document: Document) -> str | None:
    """The state whose publisher tells it."""
    return document.get(SIDE)[0].state if document.has(SIDE) else None
