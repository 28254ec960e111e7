"""The exact words that a decision hangs on, and which records stand on them now."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from verbale.errors import LedgerError, UnknownId
from verbale.records import DocumentRecord, Record, decode

__all__ = ["Anchor", "anchor_of", "find", "stored"]

AROUND = 32  # characters of context on either side that tell one place of a text from another


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words on which a record stood when it was decided on."""

    record: str
    kind: str
    given_sha256: str
    prefix: str
    quote: str
    suffix: str


def stored(db: sqlite3.Connection, ident: str) -> Record:
    """The record with an id. Raises `UnknownId` where there is none."""
    row = db.execute("SELECT json FROM record WHERE id = ?", (ident,)).fetchone()
    if row is None:
        raise UnknownId(f"{ident}: no such record (verbale show KIND lists ids)")
    return decode(row[0])


def anchor_of(db: sqlite3.Connection, ident: str) -> Anchor:
    """The words on which a record stands first; a document's own record stands on all of its text.

    Raises `UnknownId`; `LedgerError` where there are no words.
    """
    record = stored(db, ident)
    if isinstance(record, DocumentRecord):
        return Anchor(ident, "document", record.sha256, "", "", "")
    row = db.execute(
        "SELECT r.kind, d.given_sha256, e.start, e.end, e.quote, d.text FROM record r"
        " JOIN document d ON d.id = r.document JOIN evidence e ON e.record = r.id"
        " WHERE r.id = ? ORDER BY e.field = 'evidence' DESC, e.position LIMIT 1",
        (ident,),
    ).fetchone()
    if row is None:
        raise LedgerError(f"{ident}: stands on no words of its own")
    kind, digest, start, end, quote, text = row
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Anchor(ident, kind, digest, before, quote, after)


def find(db: sqlite3.Connection, anchor: Anchor) -> list[str]:
    """Ids of the records that stand on these words now, at most one a reading of the text."""
    if anchor.kind == "document" and not anchor.quote:
        query = "SELECT id FROM document WHERE given_sha256 = ? ORDER BY id"
        return [ident for (ident,) in db.execute(query, (anchor.given_sha256,))]
    query = (
        "SELECT r.id, r.document, e.start, e.end, d.text FROM document d"
        " JOIN record r ON r.document = d.id JOIN evidence e ON e.record = r.id"
        " WHERE d.given_sha256 = ? AND r.kind = ? AND e.quote = ? ORDER BY r.id"
    )
    by_document: dict[str, set[str]] = {}
    values = (anchor.given_sha256, anchor.kind, anchor.quote)
    for ident, document, start, end, text in db.execute(query, values):
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        if (before, after) == (anchor.prefix, anchor.suffix):
            by_document.setdefault(document, set()).add(ident)
    found = []
    for idents in by_document.values():
        if anchor.record in idents:
            found.append(anchor.record)
        elif len(idents) == 1:
            found.extend(idents)
    return found
