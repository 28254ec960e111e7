"""Whether a ledger is whole: every span, hash and reference is looked at again."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

import msgspec

from verbale.ledger.world import World
from verbale.records import DocumentRecord, Evidence, Position, Statement, decode, identify

__all__ = ["faults"]


def faults(db: sqlite3.Connection, world: World) -> Iterator[str]:
    """Every fault in words, the place first. Nothing when all is well."""
    yield from _file(db)
    yield from _texts(db)
    yield from _records(db)
    yield from _dates(db)
    yield from _spans(db)
    yield from _events(db, world)


def _file(db: sqlite3.Connection) -> Iterator[str]:
    for (fault,) in db.execute("PRAGMA integrity_check"):
        if fault != "ok":
            yield f"file: {fault}"
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table} row {row}: refers to a {parent} that is not there"
    try:
        db.execute("INSERT INTO text_search (text_search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        # SQLite looks at the index only where it might write; what it holds is looked at below.
        if "readonly" not in str(error):
            yield f"full-text index: {error}"
    query = (
        "SELECT d.id FROM document d LEFT JOIN indexed i ON i.document = d.id"
        " LEFT JOIN text_search s ON s.rowid = i.place WHERE s.document IS NOT d.id"
    )
    for (ident,) in db.execute(query):
        yield f"{ident}: the text cannot be searched (it is not in the full-text index)"


def _texts(db: sqlite3.Connection) -> Iterator[str]:
    query = "SELECT id, text_sha256, given_sha256, text FROM document"
    for ident, digest, given, text in db.execute(query):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield f"{ident}: the text is not the one that was given (its hash differs)"
        row = db.execute("SELECT json FROM record WHERE id = ?", (ident,)).fetchone()
        if row is None:
            yield f"{ident}: a text without its own record"
        elif msgspec.json.decode(row[0]).get("sha256") != given:
            yield f"{ident}: its record is of other bytes (the hashes differ)"


def _records(db: sqlite3.Connection) -> Iterator[str]:
    """Every record says what its id says, stands on words, and refers to what is there."""
    for ident, line in db.execute("SELECT id, json FROM record"):
        try:
            record = decode(line)
        except msgspec.MsgspecError as error:
            yield f"{ident}: no record ({error})"
            continue
        if isinstance(record, DocumentRecord):
            continue
        if identify(record).id != ident:
            yield f"{ident}: the record was changed (its id is not of its content)"
        kept = {
            (field, e.start, e.end, e.quote)
            for field in ("evidence", "content")
            for e in getattr(record, field, ())
            if isinstance(e, Evidence)
        }
        query = 'SELECT field, start, "end", quote FROM evidence WHERE record = ?'
        if set(db.execute(query, (ident,))) != kept:
            yield f"{ident}: its evidence is not that of the record"
        for other in _references(record):
            if db.execute("SELECT 1 FROM record WHERE id = ?", (other,)).fetchone() is None:
                yield f"{ident}: refers to {other}, which is not there"


def _references(record: object) -> Iterator[str]:
    if isinstance(record, Position) and record.statement:
        yield record.statement
    if isinstance(record, Statement) and record.occasion:
        yield record.occasion


def _dates(db: sqlite3.Connection) -> Iterator[str]:
    """Every text goes by the date that was read in it, unless a stamp says otherwise."""
    query = (
        "SELECT d.id, d.published, json_extract(r.json, '$.published.date') FROM document d"
        " JOIN record r ON r.id = d.id LEFT JOIN stamp s ON s.document = d.id"
        " WHERE CASE WHEN s.document IS NULL THEN d.published ELSE s.own END"
        " IS NOT json_extract(r.json, '$.published.date')"
    )
    for ident, published, own in db.execute(query):
        yield f"{ident}: goes by the date {published}, though its text has {own} and nothing changed it"


def _spans(db: sqlite3.Connection) -> Iterator[str]:
    query = (
        'SELECT e.record, e.field, e.start, e."end", e.quote, d.text FROM evidence e'
        " JOIN record r ON r.id = e.record JOIN document d ON d.id = r.document"
    )
    for record, field, start, end, quote, text in db.execute(query):
        if text[start:end] != quote:
            yield f"{record}: {field} {start}–{end} is {text[start:end]!r}, not {quote!r}"
    query = (
        "SELECT id FROM record r WHERE kind <> 'document'"
        " AND NOT EXISTS (SELECT 1 FROM evidence WHERE record = r.id)"
    )
    for (ident,) in db.execute(query):
        yield f"{ident}: a record without evidence"


def _events(db: sqlite3.Connection, world: World) -> Iterator[str]:
    """Every event lists the records that tell it, and every standing interaction tells one."""
    for event in world.events():
        listed = {t.record.id for t in event.sources}
        query = "SELECT record FROM event_source WHERE event = ?"
        if {row[0] for row in db.execute(query, (event.id,))} != listed:
            yield f"{event.id}: its sources are not those that tell it"
    query = (
        "SELECT id FROM record WHERE kind = 'interaction'"
        " AND id NOT IN (SELECT record FROM event_source)"
    )
    for (ident,) in db.execute(query):
        if world.stands(ident):
            yield f"{ident}: an interaction that tells no event"
