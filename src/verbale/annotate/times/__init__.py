"""Time expressions: found by a grammar of their own, resolved once the document is dated.

`annotate` gives EXPRESSIONS (needs PARAGRAPHS and MASKS); `resolve` is called by the step that
dates the document.
"""

from __future__ import annotations

from verbale.annotate.times.find import Expression, find
from verbale.annotate.times.resolve import resolve
from verbale.document import Document, Layer, Span
from verbale.layers import MASKS, PARAGRAPHS

__all__ = ["EXPRESSIONS", "Expression", "annotate", "find", "resolve"]

EXPRESSIONS: Layer[Expression] = Layer("time-expressions")
_DATED_FURNITURE = {"header", "stamp", "dateline", "byline"}


def annotate(document: Document) -> None:
    """Find the expressions in the body and in the furniture that carries dates."""
    spans = [Span(p.start, p.end) for p in document.get(PARAGRAPHS)]
    spans += [Span(m.start, m.end) for m in document.get(MASKS) if m.kind in _DATED_FURNITURE]
    document.put(EXPRESSIONS, find(document.text, sorted(spans)))
