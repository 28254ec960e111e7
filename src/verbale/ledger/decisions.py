"""What people decided about records, and how it finds them again after a new reading.

A decision is an append-only row that hangs on exact words: the hash of the given text, the record's
kind, its first piece of evidence with the words before and after. Replayed, it applies to the record
that stands on these words; where several do, to the one with the same id, and to none otherwise.
What finds nothing is an orphan: listed, and never applied elsewhere.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import msgspec

from verbale.errors import LedgerError, UnknownId
from verbale.ledger.anchors import Anchor, anchor_of, find, stored
from verbale.ledger.corrections import corrected
from verbale.records import Record

__all__ = ["VERDICTS", "Decision", "Decisions"]

VERDICTS = ("accept", "reject", "correct", "merge", "split")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `records` are those that it applies to now, `orphans` its lost anchors.

    `made` is the moment, ISO 8601 in UTC; `undoes` the number of the decision that it takes back.
    """

    number: int
    made: str
    verdict: str
    field: str | None
    value: str | None
    note: str | None
    undoes: int | None
    undone: bool
    anchors: tuple[Anchor, ...]
    records: tuple[str, ...] = ()
    orphans: tuple[Anchor, ...] = ()


class Decisions:
    """The decisions in a ledger's database; methods run inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def make(
        self,
        verdict: str,
        records: Sequence[str],
        *,
        field: str | None = None,
        value: str | None = None,
        note: str | None = None,
    ) -> int:
        """Keep a decision on records by id; gives its number.

        Raises `LedgerError` where the verdict does not fit, `UnknownId` for an unknown record.
        """
        if verdict not in VERDICTS:
            raise LedgerError(f"{verdict}: no verdict (one of: {', '.join(VERDICTS)})")
        if verdict == "merge" and len(set(records)) < 2:
            raise LedgerError("merge: give two records or more")
        anchors = [anchor_of(self._db, ident) for ident in records]
        if verdict in ("merge", "split") and any(a.kind != "interaction" for a in anchors):
            raise LedgerError(f"{verdict}: only interactions tell events that can be joined")
        if verdict == "correct":
            if field is None or value is None:
                raise LedgerError("correct: say which, as FIELD=VALUE")
            for ident in records:
                corrected(stored(self._db, ident), field, value)
        return self._append(verdict, anchors, field=field, value=value, note=note)

    def undo(self, number: int, note: str | None = None) -> tuple[int, list[str]]:
        """Take a decision back: the number of that act, and the records that are free again."""
        query = (
            "SELECT undoes, EXISTS (SELECT 1 FROM decision o WHERE o.undoes = d.number)"
            " FROM decision d WHERE number = ?"
        )
        row = self._db.execute(query, (number,)).fetchone()
        if row is None:
            raise UnknownId(f"{number}: no such decision (verbale decisions lists them)")
        if row[0] is not None:
            raise LedgerError(f"{number}: takes back another; decide anew instead")
        if row[1]:
            raise LedgerError(f"{number}: is undone already")
        free = self._release(number)
        return self._append("undo", [], note=note, undoes=number), free

    def all(self) -> Iterator[Decision]:
        """Every decision, oldest first, with what it applies to now."""
        undone = {n for (n,) in self._db.execute("SELECT undoes FROM decision WHERE undoes > 0")}
        rows = self._db.execute(
            "SELECT number, made, verdict, field, value, note, undoes FROM decision ORDER BY number"
        ).fetchall()
        for number, made, verdict, name, value, note, undoes in rows:
            anchors = tuple(
                Anchor(*a)
                for a in self._db.execute(
                    "SELECT record, kind, given_sha256, prefix, quote, suffix FROM anchor"
                    " WHERE decision = ? ORDER BY position",
                    (number,),
                )
            )
            found = self._db.execute(
                "SELECT record, position FROM judged WHERE decision = ? ORDER BY position, record",
                (number,),
            ).fetchall()
            there = {position for _, position in found}
            lost = (
                ()
                if number in undone
                else tuple(a for i, a in enumerate(anchors) if i not in there)
            )
            records = tuple(record for record, _ in found)
            yield Decision(
                number,
                made,
                verdict,
                name,
                value,
                note,
                undoes,
                number in undone,
                anchors,
                records,
                lost,
            )

    def replay(self, given_sha256: str | None = None) -> list[str]:
        """Find the records that standing decisions mean, of one text or of all; gives their ids."""
        query = (
            "SELECT decision, position, record, kind, given_sha256, prefix, quote, suffix"
            " FROM anchor WHERE decision NOT IN"
            " (SELECT undoes FROM decision WHERE undoes IS NOT NULL)"
        )
        values: tuple[str, ...] = ()
        if given_sha256 is not None:
            query, values = query + " AND given_sha256 = ?", (given_sha256,)
        touched = []
        for number, position, *rest in self._db.execute(query, values).fetchall():
            for ident in find(self._db, Anchor(*rest)):
                self._db.execute(
                    "INSERT OR IGNORE INTO judged VALUES (?, ?, ?)", (ident, number, position)
                )
                touched.append(ident)
        return touched

    def load(self, lines: Iterable[bytes]) -> tuple[int, list[str]]:
        """Take in decisions as `all` gives them, one JSON object a line; what is known is passed.

        Gives how many were new, and the records that they apply to.
        """
        known = {_mark(d): d.number for d in self.all()}
        numbers: dict[int, int] = {}
        new, touched = 0, []
        for place, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                given = msgspec.json.decode(line, type=Decision)
            except msgspec.MsgspecError as error:
                raise LedgerError(f"line {place}: no decision ({error})") from error
            if _mark(given) in known:
                numbers[given.number] = known[_mark(given)]
                continue
            undoes = None
            if given.undoes is not None:
                if given.undoes not in numbers:
                    raise LedgerError(
                        f"line {place}: takes back a decision that does not precede it"
                    )
                undoes = numbers[given.undoes]
                touched += self._release(undoes)
            elif given.verdict not in VERDICTS:
                raise LedgerError(f"line {place}: {given.verdict}: no verdict")
            number = self._append(
                given.verdict,
                given.anchors,
                field=given.field,
                value=given.value,
                note=given.note,
                undoes=undoes,
                made=given.made,
            )
            numbers[given.number] = known[_mark(given)] = number
            new += 1
        return new, touched + self.replay()

    def last(self) -> int:
        """The number of the latest decision that stands. Raises `UnknownId` where none does."""
        query = (
            "SELECT max(number) FROM decision WHERE undoes IS NULL AND number NOT IN"
            " (SELECT undoes FROM decision WHERE undoes IS NOT NULL)"
        )
        (number,) = self._db.execute(query).fetchone()
        if number is None:
            raise UnknownId("there is no decision to take back")
        return int(number)

    def _release(self, number: int) -> list[str]:
        """Free the records that a decision applies to; gives their ids."""
        query = "DELETE FROM judged WHERE decision = ? RETURNING record"
        return [record for (record,) in self._db.execute(query, (number,)).fetchall()]

    def on(self, record: str) -> list[tuple[str, str | None, str | None]]:
        """(verdict, field, value) of the standing decisions on a record, oldest first."""
        query = (
            "SELECT d.verdict, d.field, d.value FROM judged j JOIN decision d ON"
            " d.number = j.decision WHERE j.record = ? ORDER BY d.made, d.number"
        )
        return self._db.execute(query, (record,)).fetchall()

    def applied(self, record: Record) -> Record | None:
        """The record as people left it: corrected, or None where it was rejected."""
        kept: Record | None = record
        for verdict, name, value in self.on(record.id):
            if verdict == "reject":
                kept = None
            elif verdict == "accept":
                kept = kept or record
            elif verdict == "correct" and name is not None and value is not None and kept:
                kept = corrected(kept, name, value)
        return kept

    def bonds(self) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
        """Pairs of records that people keep apart, and pairs that they made one event."""
        apart: set[frozenset[str]] = set()
        together: set[frozenset[str]] = set()
        query = (
            "SELECT d.made, d.number, d.verdict, j.position, j.record FROM judged j"
            " JOIN decision d ON d.number = j.decision WHERE d.verdict IN ('merge', 'split')"
            " ORDER BY d.made, d.number, j.position, j.record"
        )
        members: dict[tuple[str, int, str], list[tuple[int, str]]] = {}
        for made, number, verdict, position, record in self._db.execute(query):
            members.setdefault((made, number, verdict), []).append((position, record))
        for (_, _, verdict), found in sorted(members.items()):
            for (i, one), (j, two) in combinations(found, 2):
                pair = frozenset((one, two))
                if verdict == "merge":
                    together.add(pair)
                    apart.discard(pair)
                elif min(i, j) == 0 < max(i, j):
                    # The first is split from all the others of its event.
                    apart.add(pair)
                    together.discard(pair)
        return apart, together

    def _append(self, verdict: str, anchors: Sequence[Anchor], **rest: Any) -> int:
        made = rest.get("made") or datetime.datetime.now(datetime.UTC).isoformat()
        values = (made, verdict, *(rest.get(k) for k in ("field", "value", "note", "undoes")))
        done = self._db.execute(
            "INSERT INTO decision (made, verdict, field, value, note, undoes)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )
        number = done.lastrowid or 0
        for position, a in enumerate(anchors):
            row = (number, position, a.record, a.kind, a.given_sha256, a.prefix, a.quote, a.suffix)
            self._db.execute("INSERT INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            for ident in find(self._db, a):
                self._db.execute(
                    "INSERT OR IGNORE INTO judged VALUES (?, ?, ?)", (ident, number, position)
                )
        return number


def _mark(of: Decision) -> tuple[object, ...]:
    """What makes a decision the same one in two ledgers, whatever its number."""
    return (of.made, of.verdict, of.field, of.value, of.anchors, of.undoes is not None)
