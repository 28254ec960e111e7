"""The document's own record, from everything that speaks of it.

Needs HEADER, DOCUMENT_DATE, GENRE, LANGUAGE, SIDE, WARNINGS.
"""

from __future__ import annotations

from typing import cast

from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, GENRE, HEADER, LANGUAGE, SIDE, WARNINGS
from verbale.records import (
    Dateline,
    DocumentRecord,
    GenreCode,
    Published,
    Warning_,
    document_id,
    evidence,
)

__all__ = ["record"]

_DATE_WARNINGS = {
    "missing": ("missing-date", "nothing in the text or its container dates it"),
    "conflict": ("date-conflict", "what dates the text does not agree"),
    "ambiguous": ("date-conflict", "the text can be dated in more than one way"),
}


def record(document: Document) -> DocumentRecord:
    """The record of `document`: its id is of the text and the given id, not of what was read."""
    source = document.source
    (dated,) = document.get(DOCUMENT_DATE)
    (header,) = document.get(HEADER)
    (genre,) = document.get(GENRE)
    (language,) = document.get(LANGUAGE)
    (side,) = document.get(SIDE)
    warnings = list(document.get(WARNINGS))
    if dated.status in _DATE_WARNINGS:
        code, message = _DATE_WARNINGS[dated.status]
        if dated.conflicts:
            message += ": " + "; ".join(dated.conflicts)
        spans = dated.evidence
        warnings.append(
            Warning_(
                code=code,  # type: ignore[arg-type]  # each stands in the table above
                message=message,
                evidence=evidence(document, *spans) if spans else (),
            )
        )
    dateline = None
    if dated.dateline_place or dated.dateline_date:
        dateline = Dateline(place=dated.dateline_place, date=dated.dateline_date)
    ident = document_id(document.given, source.id)
    spans = dated.evidence or _opening(document)
    return DocumentRecord(
        id=ident,
        document=ident,
        evidence=evidence(document, *spans) if spans else (),
        confidence=1.0,
        source=source.url or source.path,
        sha256=source.sha256,
        publisher=source.publisher or side.publisher,
        title=source.title or (document.quote(header.title) if header.title else None),
        byline=tuple(document.quote(s) for s in header.byline),
        published=Published(dated.date, dated.basis, dated.status, dated.conflicts),
        dateline=dateline,
        source_id=source.id,
        genre=cast("GenreCode", genre.code),
        language=language.code,
        warnings=tuple(warnings),
    )


def _opening(document: Document) -> tuple[Span, ...]:
    """The first line: what a document without any date stands on."""
    text = document.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return (Span(start, end),) if start < end else ()
