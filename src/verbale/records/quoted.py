"""Evidence: the exact words that a record rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from verbale.document import Document, Span
from verbale.errors import EvidenceError

__all__ = ["Evidence", "evidence", "evidence_of"]


class Evidence(msgspec.Struct, frozen=True, order=True):
    """Exact words: `text[start:end] == quote`, offsets in code points of the given text."""

    start: int
    end: int
    quote: str


def evidence(document: Document, *spans: Span | tuple[int, int]) -> tuple[Evidence, ...]:
    """Evidence of the given spans, trimmed of white space, without repetitions, best first.

    Raises `EvidenceError` when nothing is left.
    """
    found: dict[Evidence, None] = {}
    for span in spans:
        start, end = (span.start, span.end) if isinstance(span, Span) else span
        trimmed = document.trim(start, end)
        if trimmed is not None:
            found[Evidence(trimmed.start, trimmed.end, document.exact(trimmed))] = None
    if not found:
        raise EvidenceError("a record needs evidence, and these spans hold no words")
    return tuple(found)


def evidence_of(document: Document, items: Iterable[Any]) -> tuple[Evidence, ...]:
    """Evidence of anything with `start` and `end`."""
    return evidence(document, *((i.start, i.end) for i in items))
