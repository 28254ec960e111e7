"""Texts whose date is not the one that was read, and their records as they are then.

The records stay as they were read. What rests on a date that fell is laid over them when they are
asked for, as people's decisions are, and goes away again with what overturned it.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from verbale.ledger.decisions import Decisions
from verbale.ledger.resting import across, moved
from verbale.ledger.stamps import Fallen
from verbale.ledger.when import days
from verbale.records import DocumentRecord, Record, decode

__all__ = ["DECIDED", "SETTLED", "Restamped", "Stamp", "columns", "laid_over"]

DECIDED, SETTLED = "decided", "settled"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A text's date in force, its own, and why they differ.

    `why` is that of `Fallen`, or decided (by people), or settled (an open date, by other texts).
    """

    document: str
    date: str | None
    own: str | None
    why: str
    record: str | None
    because: tuple[str, ...]


class Restamped:
    """The table `stamp` and what follows from it; every method runs in the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, decisions: Decisions) -> None:
        self._db = db
        self._decisions = decisions

    def of(self, document: str) -> Stamp | None:
        """The stamp of a text, where it is another than the one that was read."""
        row = self._db.execute(f"{_SELECT} WHERE s.document = ?", (document,)).fetchone()
        return _stamp(row) if row else None

    def all(self) -> Iterator[Stamp]:
        """All of them, by document."""
        for row in self._db.execute(f"{_SELECT} ORDER BY s.document"):
            yield _stamp(row)

    def resting_on(self, record: str) -> list[str]:
        """The texts whose stamps fell because of a record."""
        query = "SELECT s.document FROM stamp s, json_each(s.because) b WHERE b.value = ?"
        return [row[0] for row in self._db.execute(query, (record,))]

    def forget(self) -> None:
        """Let every text have the date that was read in it."""
        for stamp in list(self.all()):
            self._set(None, stamp)

    def decided(self, document: str) -> bool:
        """Take over the date that people gave a text, or let it go; whether anything changed."""
        known, judged = self.of(document), self._decisions.on(document)
        head = self._head(document) if known or judged else None
        if head is None:
            return False
        now = self._decisions.applied(head)
        date = now.published.date if isinstance(now, DocumentRecord) else head.published.date
        if date != head.published.date:
            return self._set(Stamp(document, date, head.published.date, DECIDED, None, ()), known)
        if known and known.why == DECIDED:
            return self._set(None, known)
        return False

    def fell(self, document: str, because: Fallen | None) -> bool:
        """Take over that a stamp fell, or stands after all; whether anything changed."""
        known = self.of(document)
        if known and known.why == DECIDED:
            return False
        if because is None:
            return known is not None and known.why != SETTLED and self._set(None, known)
        head = self._head(document)
        of, own = because, head.published.date if head else None
        return self._set(Stamp(document, of.instead, own, of.why, of.record, of.because), known)

    def settled(self, document: str) -> bool:
        """Take over what other texts settle of an open date (`redated`); whether anything changed."""
        known = self.of(document)
        if known and known.why != SETTLED:
            return False
        query = "SELECT date, record, because FROM redated WHERE document = ? ORDER BY record"
        row = self._db.execute(query, (document,)).fetchone()
        if row is None:
            return self._set(None, known)
        date, record, because = row
        head = self._head(document)
        own = head.published.date if head else None
        return self._set(Stamp(document, date, own, SETTLED, record, (because,)), known)

    def confirmed(self, document: str) -> bool:
        """Whether people said that the text is as it was read, its date with it."""
        return any(verdict == "accept" for verdict, *_ in self._decisions.on(document))

    def doubted(self, document: str) -> bool:
        """Whether the text itself has something against its date."""
        head = self._head(document)
        return head is not None and head.published.status != "ok"

    def applied(self, record: Record) -> Record | None:
        """A record as it is in force: with its text's date, and as people left it; None if rejected."""
        stamp = self.of(record.document)
        return self._decisions.applied(laid_over(record, stamp) if stamp else record)

    def _head(self, document: str) -> DocumentRecord | None:
        row = self._db.execute("SELECT json FROM record WHERE id = ?", (document,)).fetchone()
        head = decode(row[0]) if row else None
        return head if isinstance(head, DocumentRecord) else None

    def _set(self, new: Stamp | None, known: Stamp | None) -> bool:
        changed = new or known
        if new == known or changed is None:
            return False
        document = changed.document
        self._db.execute("DELETE FROM stamp WHERE document = ?", (document,))
        if new:
            values = (document, new.own, new.why, new.record, json.dumps(new.because))
            self._db.execute("INSERT INTO stamp VALUES (?, ?, ?, ?, ?)", values)
        date = new.date if new else changed.own
        self._db.execute("UPDATE document SET published = ? WHERE id = ?", (date, document))
        query = "SELECT json FROM record WHERE document = ?"
        for (line,) in self._db.execute(query, (document,)).fetchall():
            record = decode(line)
            told = laid_over(record, new) if new else record
            self._db.execute(
                "UPDATE record SET date = ?, first_day = ?, last_day = ? WHERE id = ?",
                (*columns(told, date), record.id),
            )
        return True


_SELECT = (
    "SELECT s.document, d.published, s.own, s.why, s.record, s.because"
    " FROM stamp s JOIN document d ON d.id = s.document"
)


def _stamp(row: tuple[str, str | None, str | None, str, str | None, str]) -> Stamp:
    return Stamp(*row[:5], tuple(json.loads(row[5])))


def laid_over(record: Record, stamp: Stamp) -> Record:
    """A record as its text tells it when it is of the date in force."""
    if isinstance(record, DocumentRecord):
        return record if stamp.why == DECIDED else _head_of(record, stamp)
    if stamp.why == SETTLED:
        return record  # what it left open it does not tell now either; the event has the days
    own, now = days(stamp.own), days(stamp.date)
    old = own.first if own and own.length == 1 else None
    if stamp.why == DECIDED and now and now.length == 1:
        return moved(record, old, now.first)
    return across(record, old, now) if now else moved(record, old, None)


def _head_of(record: DocumentRecord, stamp: Stamp) -> DocumentRecord:
    reason = f"{record.published.basis} {stamp.own} against other texts ({stamp.why})"
    published = msgspec.structs.replace(
        record.published,
        date=stamp.date,
        basis="inferred",
        status="conflict",
        conflicts=(*record.published.conflicts, reason),
    )
    return msgspec.structs.replace(record, published=published)


def columns(record: Record, published: str | None) -> tuple[str | None, str | None, str | None]:
    """What the table of records has of a time: EDTF, first and last day."""
    date = getattr(record, "date", None) or getattr(record, "period", None)
    if not hasattr(record, "date") and not hasattr(record, "period"):
        # A position, a commitment or a target is of the day on which it was told.
        date = published
    if isinstance(record, DocumentRecord):
        date = record.published.date
    stretch = days(date)
    iso = (_iso(stretch.first), _iso(stretch.last)) if stretch else (None, None)
    return date, *iso


def _iso(day: datetime.date) -> str:
    return day.isoformat()
