"""Opening, filling and asking the ledger.

A document and its records are published in one transaction; work is keyed by the text, the given
id and the reader's version, so `add` may be broken off and repeated at will. WAL lets another
process read meanwhile.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any

from verbale.document import Document
from verbale.errors import LedgerError, NotALedger, SchemaTooNew, UnknownId
from verbale.layers import SIDE
from verbale.ledger.decisions import Decisions
from verbale.ledger.when import days
from verbale.ledger.world import World
from verbale.records import (
    Actor,
    DocumentRecord,
    Evidence,
    Record,
    decode,
    document_id,
    encode,
    kind_of,
)

__all__ = ["Found", "Ledger", "default_path"]

APPLICATION = 0x56524231  # "VRB1"
# Migration N leads a ledger of version N to N + 1; the first makes an empty one.
MIGRATIONS: tuple[str, ...] = ("schema.sql", "world.sql")
VERSION = len(MIGRATIONS)


def default_path() -> Path:
    """`VERBALE_LEDGER`, else `verbale.db` in the current folder."""
    return Path(os.environ.get("VERBALE_LEDGER") or "verbale.db")


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text that a search found: `snippet` has the matching words between « and »."""

    document: str
    title: str | None
    published: str | None
    snippet: str


class Ledger:
    """A ledger file; a context manager. Raises `NotALedger`, `SchemaTooNew` or `LedgerError`."""

    def __init__(self, path: Path | str, *, create: bool = False) -> None:
        self.path = Path(path)
        if not create and not self.path.exists():
            remedy = f"make it with: verbale add PATH --ledger {self.path}"
            raise LedgerError(f"{self.path}: no such ledger ({remedy})")
        try:
            self._db = sqlite3.connect(self.path, timeout=30, isolation_level=None)
            self._prepare()
            self.decisions = Decisions(self._db)
            self.world = World(self._db, self.decisions)
        except sqlite3.DatabaseError as error:
            if "not a database" in str(error):
                remedy = "name another file with --ledger"
                raise NotALedger(f"{self.path}: not a verbale ledger ({remedy})") from error
            raise LedgerError(f"{self.path}: {error}") from error

    def _prepare(self) -> None:
        db = self._db
        application = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != APPLICATION:
            raise NotALedger(
                f"{self.path}: an SQLite file of something else (name another file with --ledger)"
            )
        if version > VERSION:
            raise SchemaTooNew(
                f"{self.path}: written by a later verbale (schema {version}, this one knows"
                f" {VERSION}; update verbale)"
            )
        db.execute("PRAGMA foreign_keys = ON")
        if version < VERSION:
            db.execute("PRAGMA journal_mode = WAL")
            for number in range(version, VERSION):
                script = (files("verbale.ledger") / MIGRATIONS[number]).read_text("utf-8")
                marks = (
                    f"PRAGMA user_version = {number + 1}; PRAGMA application_id = {APPLICATION};"
                )
                db.executescript(f"BEGIN IMMEDIATE; {script} {marks} COMMIT;")

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def has(self, document: Document, version: str) -> bool:
        """Whether this text was read by this version of the reader."""
        ident = document_id(document.text, document.source.id)
        row = self._db.execute(
            "SELECT 1 FROM document WHERE id = ? AND reader_version = ?", (ident, version)
        ).fetchone()
        return row is not None

    def add(self, document: Document, records: Sequence[Record], version: str) -> bool:
        """Keep a document and what was read in it; a newer reading replaces an older one.

        Returns False when this version's reading is there already. All or nothing.
        """
        if self.has(document, version):
            return False
        (head,) = (r for r in records if isinstance(r, DocumentRecord))
        text = _storable(document.text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        db = self._db
        with self._transaction():
            orphans = self.world.forget(head.id)
            db.execute("DELETE FROM text_search WHERE document = ?", (head.id,))
            db.execute("DELETE FROM document WHERE id = ?", (head.id,))
            db.execute(
                "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    head.id,
                    digest,
                    head.sha256,
                    head.source,
                    head.source_id,
                    head.publisher,
                    head.title,
                    _side(document),
                    head.published.date,
                    version,
                    text,
                ),
            )
            for record in records:
                self._insert(record)
            db.execute(
                "INSERT INTO text_search VALUES (?, ?, ?)",
                (head.title or "", text, head.id),
            )
            self.decisions.replay(head.sha256)
            self.world.take_in(head.id, text, orphans)
        return True

    def decide(self, verdict: str, records: Sequence[str], **rest: str | None) -> int:
        """Keep a person's decision (see `Decisions.make`) and settle anew what it touches."""
        with self._transaction():
            if verdict == "split":
                event = self.world.event_of(records[0])
                others = [t.record.id for t in event.sources] if event else []
                records = [records[0], *(o for o in others if o != records[0])]
            number = self.decisions.make(verdict, records, **rest)
            self.world.settle(records)
        return number

    def undo(self, number: int, note: str | None = None) -> int:
        """Take a decision back; gives the number of that act."""
        with self._transaction():
            act, free = self.decisions.undo(number, note)
            self.world.settle(free)
        return act

    def load_decisions(self, lines: Iterable[bytes]) -> int:
        """Take in decisions of another ledger, one JSON object a line; gives how many were new."""
        with self._transaction():
            new, touched = self.decisions.load(lines)
            self.world.settle(touched)
        return new

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _insert(self, record: Record) -> None:
        date = getattr(record, "date", None) or getattr(record, "period", None)
        if isinstance(record, DocumentRecord):
            date = record.published.date
        stretch = days(date)
        self._db.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.id,
                kind_of(record),
                record.document,
                date,
                stretch.first.isoformat() if stretch else None,
                stretch.last.isoformat() if stretch else None,
                record.confidence,
                encode(record).decode("utf-8", "replace"),
            ),
        )
        self._db.executemany(
            "INSERT INTO record_actor VALUES (?, ?, ?, ?, ?, ?)",
            [(record.id, f, a.id, a.name, a.state, a.role) for f, a in _actors(record)],
        )
        self._db.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)",
            [
                (record.id, field, i, e.start, e.end, _storable(e.quote))
                for field in ("evidence", "content")
                for i, e in enumerate(getattr(record, field, ()))
                if isinstance(e, Evidence)
            ],
        )

    def records(
        self,
        kinds: Sequence[str] = (),
        *,
        since: str | None = None,
        until: str | None = None,
        who: str | None = None,
        state: str | None = None,
    ) -> Iterator[Record]:
        """Records by kind, day (ISO, inclusive), person or name, and state; oldest first."""
        where: list[str] = ["1"]
        values: list[str] = []
        if kinds:
            where.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values += kinds
        if since:
            where.append("last_day >= ?")
            values.append(since)
        if until:
            where.append("first_day <= ?")
            values.append(_latest(until))
        if who:
            where.append(
                "id IN (SELECT record FROM record_actor WHERE actor = ? OR name LIKE ? ESCAPE '!')"
            )
            values += [who, f"%{_like(who)}%"]
        if state:
            where.append("id IN (SELECT record FROM record_actor WHERE state = ? OR actor = ?)")
            values += [state.upper(), state.upper()]
        query = (
            "SELECT json, EXISTS (SELECT 1 FROM judged WHERE judged.record = record.id)"
            f" FROM record WHERE {' AND '.join(where)} ORDER BY first_day IS NULL, first_day, id"
        )
        for line, judged in self._db.execute(query, values):
            record: Record | None = decode(line)
            if judged and record is not None:
                record = self.decisions.applied(record)
            if record is not None:
                yield record

    def get(self, ident: str) -> Record:
        """One record by its id or the beginning of it that no other shares. Raises `UnknownId`."""
        rows = self._db.execute(
            "SELECT json FROM record WHERE id = ? OR id LIKE ? ESCAPE '!'"
            " ORDER BY id = ? DESC LIMIT 2",
            (ident, _like(ident) + "%", ident),
        ).fetchall()
        if not rows:
            raise UnknownId(f"{ident}: no such record in {self.path} (verbale show KIND lists ids)")
        record = decode(rows[0][0])
        if len(rows) > 1 and record.id != ident:
            raise UnknownId(f"{ident}: several records begin so (give more of the id)")
        return record

    def text(self, document: str) -> str:
        """The given text of a document. Raises `UnknownId`."""
        row = self._db.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise UnknownId(f"{document}: no such document in {self.path}")
        return str(row[0])

    def people(self) -> Iterator[dict[str, Any]]:
        """Persons with their states, roles and number of records, the most told of first."""
        query = (
            "SELECT actor, max(name), max(state), group_concat(DISTINCT role),"
            " count(DISTINCT record) FROM record_actor WHERE actor LIKE 'person:%' GROUP BY actor ORDER BY 5 DESC, 1"
        )
        for ident, name, state, roles, count in self._db.execute(query):
            yield {"id": ident, "name": name, "state": state, "roles": roles, "records": count}

    def search(self, query: str, limit: int = 20) -> list[Found]:
        """Full text: all words must stand in the text; "…" for a phrase. Best first."""
        ask = (
            "SELECT s.document, d.title, d.published, snippet(text_search, 1, '«', '»', '…', 24)"
            " FROM text_search s JOIN document d ON d.id = s.document"
            " WHERE text_search MATCH ? ORDER BY rank LIMIT ?"
        )
        try:
            rows = self._db.execute(ask, (query, limit)).fetchall()
        except sqlite3.OperationalError:
            # What is no query of FTS5 is searched word by word.
            words = " ".join(f'"{w}"' for w in query.replace('"', " ").split())
            rows = self._db.execute(ask, (words, limit)).fetchall() if words else []
        return [Found(*row) for row in rows]

    def counts(self) -> dict[str, int]:
        """Number of records by kind."""
        query = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
        return dict(self._db.execute(query).fetchall())

    def check(self) -> Iterator[str]:
        """Every fault: spans against texts, hashes, references, indexes. Nothing when all is well."""
        db = self._db
        for (fault,) in db.execute("PRAGMA integrity_check"):
            if fault != "ok":
                yield f"file: {fault}"
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
            yield f"{table} row {row}: refers to a {parent} that is not there"
        for ident, digest, text in db.execute("SELECT id, text_sha256, text FROM document"):
            if hashlib.sha256(text.encode()).hexdigest() != digest:
                yield f"{ident}: the text is not the one that was given (its hash differs)"
        ask = (
            "SELECT e.record, e.field, e.start, e.end, e.quote, d.text FROM evidence e"
            " JOIN record r ON r.id = e.record JOIN document d ON d.id = r.document"
        )
        for record, field, start, end, quote, text in db.execute(ask):
            if text[start:end] != quote:
                yield f"{record}: {field} {start}–{end} is {text[start:end]!r}, not {quote!r}"
        ask = (
            "SELECT id FROM record r WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE record = r.id)"
        )
        for (ident,) in db.execute(ask + " AND kind <> 'document'"):
            yield f"{ident}: a record without evidence"
        try:
            db.execute("INSERT INTO text_search (text_search) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            yield f"full-text index: {error}"


def _side(document: Document) -> str | None:
    """The state whose publisher tells it, where the document shows one."""
    found = document.get(SIDE) if document.has(SIDE) else ()
    return found[0].state if found else None


def _actors(record: Record) -> Iterable[tuple[str, Actor]]:
    for field in record.__struct_fields__:
        value = getattr(record, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Actor):
                yield field, item


def _storable(text: str) -> str:
    """SQLite holds UTF-8: a lone surrogate, which no encoding of text has, becomes a mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _like(text: str) -> str:
    """Text for LIKE with `!` as the escape."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _latest(day: str) -> str:
    """The last day of an ISO year, month or day."""
    stretch = days(day)
    return stretch.last.isoformat() if stretch else day
