"""A statement before it is a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, QUOTES, SENTENCES, SIDE, TIMES, Sentence
from verbale.records import Actor

__all__ = ["Candidate", "Manner", "date_of", "manner_of", "quoted_clause", "side_of"]

Manner = Literal["direct", "mixed", "indirect", "joint"]

# Words outside the marks that leave a quotation direct: a stray "and" or "But".
_LOOSE = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """Spans of what is said and of the words around it, and what was resolved.

    `basis` says how a date was found that the words do not give.
    """

    content: tuple[Span, ...]
    around: tuple[Span, ...]
    cue: str
    speakers: tuple[Actor, ...]
    manner: Manner
    date: str | None
    claimed_by: str | None
    confidence: float
    addressee: Actor | None = None
    basis: str | None = None


def manner_of(document: Document, content: tuple[Span, ...], speakers: int) -> Manner:
    """By what of the content stands within quotation marks; a quoted term changes nothing."""
    if speakers > 1:
        return "joint"
    outside = inside = 0
    clause = False
    for span in content:
        at = span.start
        for quote in document.get(QUOTES):
            start, end = max(quote.start, span.start), min(quote.end, span.end)
            if start >= end:
                continue
            outside += _words(document.text[at:start])
            inside += _words(document.text[start:end])
            clause = clause or quoted_clause(document, Span(start, end))
            at = end
        outside += _words(document.text[at : span.end])
    if inside and outside <= _LOOSE:
        return "direct"
    return "mixed" if clause else "indirect"


def quoted_clause(document: Document, span: Span) -> bool:
    """Whether quoted words hold a verb that says something, not only a term."""
    if _words(document.quote(span)) < 4:
        return False
    for sentence in document.get(SENTENCES):
        if sentence.start < span.end and span.start < sentence.end:
            for word in sentence.words:
                inside = span.start <= word.start < span.end
                if inside and word.upos in ("VERB", "AUX") and word.deprel != "amod":
                    return True
    return False


def _words(text: str) -> int:
    return len(re.findall(r"\w+(?:[’'.-]\w+)*", text))


def date_of(
    document: Document, sentence: Sentence | None, content: Sequence[Span] = ()
) -> tuple[str | None, str | None]:
    """The day of the saying and its basis: a day told in the sentence's own frame, else the document's.

    A time within what is said is not the saying's.
    """
    (dated,) = document.get(DOCUMENT_DATE)
    if sentence is not None:
        for time in document.get(TIMES):
            near = sentence.start <= time.start and time.end <= sentence.end
            near = near and not any(s.start <= time.start < s.end for s in content)
            day = time.begin if near and time.begin == time.last else None
            if day and dated.anchor and 0 <= (dated.anchor - day).days <= 31:
                return time.edtf, None
    if dated.anchor is None:
        return None, None
    return dated.anchor.isoformat() + "~", "document"


def side_of(document: Document) -> str | None:
    """The state whose publisher tells it."""
    return document.get(SIDE)[0].state if document.has(SIDE) else None
