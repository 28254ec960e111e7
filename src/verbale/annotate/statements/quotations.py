"""Quotations as what is said: over several sentences, and over paragraphs that each open with a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.document import Document, Span
from verbale.layers import QUOTES, Quote, Sentence

__all__ = ["quoted_on", "wholly_quoted"]

_OPENING = "“\"«„‘'"
_CLOSING = "”\"»’'"


def quoted_on(document: Document, sentence: Sentence, content: list[Span]) -> list[Span]:
    """What is said, led on where a quotation that it holds goes beyond the sentence."""
    if not content:
        return content
    last = content[-1]
    quotes = document.get(QUOTES)
    for i, quote in enumerate(quotes):
        if not (last.start <= quote.start <= max(last.end, last.start + 1)):
            continue
        reaches = last.end >= sentence.end - 2 or last.end >= quote.end
        if quote.end <= sentence.end and not _is_open(document, quote):
            continue
        if reaches and quote.end >= last.end:
            more = [Span(q.start, q.end) for q in _following(document, quotes, i)]
            return [*content[:-1], Span(last.start, max(last.end, quote.end)), *more]
    return content


def _following(document: Document, quotes: tuple[Quote, ...], i: int) -> Iterator[Quote]:
    """The quotations of the next paragraphs that go on with one that nothing closes."""
    while _is_open(document, quotes[i]) and i + 1 < len(quotes):
        between = document.text[quotes[i].end : quotes[i + 1].start]
        if between.strip(_OPENING).strip() or "\n" not in between:
            return
        i += 1
        yield quotes[i]


def _is_open(document: Document, quote: Quote) -> bool:
    return document.text[quote.end : quote.end + 1] not in tuple(_CLOSING)


def wholly_quoted(text: str) -> bool:
    """Whether a sentence is one quotation and nothing else."""
    return bool(re.fullmatch(r"[“\"«„‘'].*[”\"»“’']\s*", text, re.DOTALL))
