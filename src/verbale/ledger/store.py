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
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from verbale.document import Document
from verbale.errors import LedgerError
from verbale.layers import SIDE
from verbale.ledger import vectors
from verbale.ledger.checking import faults
from verbale.ledger.decisions import Decisions
from verbale.ledger.opening import connect, fault, write_ahead
from verbale.ledger.questions import Questions
from verbale.ledger.restamped import Restamped, columns
from verbale.ledger.versions import VERSION, migrate, version_of
from verbale.ledger.world import World
from verbale.records import (
    Actor,
    DocumentRecord,
    Evidence,
    Record,
    document_id,
    encode,
    kind_of,
)

if TYPE_CHECKING:
    from verbale.ledger.vectors import Floats

__all__ = ["Ledger", "default_path"]


def default_path() -> Path:
    """`VERBALE_LEDGER`, else `verbale.db` in the current folder."""
    return Path(os.environ.get("VERBALE_LEDGER") or "verbale.db")


class Ledger(Questions):
    """A ledger file; a context manager. Raises `NotALedger`, `SchemaTooNew` or `LedgerError`."""

    def __init__(self, path: Path | str, *, create: bool = False) -> None:
        self.path = Path(path)
        if not create and not self.path.exists():
            remedy = f"make it with: verbale add PATH --ledger {self.path}"
            raise LedgerError(f"{self.path}: no such ledger ({remedy})")
        try:
            self._db = connect(self.path, write=create)
            self._prepare()
            self.decisions = Decisions(self._db)
            self.restamped = Restamped(self._db, self.decisions)
            self.world = World(self._db, self.decisions, self.restamped)
            self._chores()
        except sqlite3.DatabaseError as error:
            raise fault(self.path, error) from error

    def _prepare(self) -> None:
        db = self._db
        version = version_of(db, self.path)
        db.execute("PRAGMA foreign_keys = ON")
        # In WAL a killed process loses nothing so; a power cut may lose the last documents, which
        # `add` reads again. What people decide is written through (`_transaction`).
        db.execute("PRAGMA synchronous = NORMAL")
        if version < VERSION:
            if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                write_ahead(db)
            with self._transaction():
                migrate(db)

    def _chores(self) -> None:
        """What a migration left to do: events and copies of a ledger made before there were any."""
        if self._db.execute("SELECT 1 FROM chore").fetchone() is None:
            return
        with self._transaction():
            # Another process may have done it while this one waited.
            if self._db.execute("SELECT 1 FROM chore").fetchone():
                self.world.rebuild()
                self._db.execute("DELETE FROM chore")

    def check(self) -> Iterator[str]:
        """Every fault: spans, hashes, references, indexes, events. Nothing when all is well."""
        yield from faults(self._db, self.world)

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
        ident = document_id(document.given, document.source.id)
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
        text = document.given
        digest = hashlib.sha256(text.encode()).hexdigest()
        db = self._db
        with self._transaction():
            orphans = self.world.forget(head.id)
            db.execute(
                "DELETE FROM text_search WHERE rowid ="
                " (SELECT place FROM indexed WHERE document = ?)",
                (head.id,),
            )
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
                self._insert(record, head.published.date)
            words = (head.title or "", text, head.id)
            place = db.execute("INSERT INTO text_search VALUES (?, ?, ?)", words).lastrowid
            db.execute("INSERT INTO indexed VALUES (?, ?)", (head.id, place))
            self.decisions.replay(head.sha256)
            self.world.take_in(head.id, text, orphans)
        return True

    def decide(self, verdict: str, records: Sequence[str], **rest: str | None) -> int:
        """Keep a person's decision (see `Decisions.make`) and settle anew what it touches."""
        with self._transaction(through=True):
            if verdict == "split":
                event = self.world.event_of(records[0])
                others = [t.record.id for t in event.sources] if event else []
                records = [records[0], *(o for o in others if o != records[0])]
            number = self.decisions.make(verdict, records, **rest)
            self.world.settle(records)
        return number

    def undo(self, number: int, note: str | None = None) -> int:
        """Take a decision back; gives the number of that act."""
        with self._transaction(through=True):
            act, free = self.decisions.undo(number, note)
            self.world.settle(free)
        return act

    def load_decisions(self, lines: Iterable[bytes]) -> int:
        """Take in decisions of another ledger, one JSON object a line; gives how many were new."""
        with self._transaction(through=True):
            new, touched = self.decisions.load(lines)
            self.world.settle(touched)
        return new

    def vectors(
        self,
        wordings: Sequence[str],
        version: str,
        make: Callable[[Sequence[str]], Floats],
    ) -> list[Floats]:
        """A vector each; those that are not there yet are made, and kept where the file allows."""
        found = vectors.kept(self._db, wordings, version)
        missing = [w for w in dict.fromkeys(wordings) if w not in found]
        if missing:
            made = dict(zip(missing, make(missing), strict=True))
            # Another process may hold the file, or it may be read only: then they are made again.
            with contextlib.suppress(sqlite3.OperationalError), self._transaction():
                vectors.keep(self._db, made, version)
            found |= made
        return [found[w] for w in wordings]

    @contextlib.contextmanager
    def _transaction(self, *, through: bool = False) -> Iterator[None]:
        """All or nothing; `through` to the disk before it is left."""
        self._db.execute(f"PRAGMA synchronous = {'FULL' if through else 'NORMAL'}")
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _insert(self, record: Record, published: str | None) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.id,
                kind_of(record),
                record.document,
                *columns(record, published),
                record.confidence,
                encode(record).decode(),
            ),
        )
        self._db.executemany(
            "INSERT INTO record_actor VALUES (?, ?, ?, ?, ?, ?)",
            [(record.id, f, a.id, a.name, a.state, a.role) for f, a in _actors(record)],
        )
        self._db.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)",
            [
                (record.id, field, i, e.start, e.end, e.quote)
                for field in ("evidence", "content")
                for i, e in enumerate(getattr(record, field, ()))
                if isinstance(e, Evidence)
            ],
        )


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
