"""The interactions of the ledger as they are told, and what of others may be the same event.

Each is known in three ways: `plain`, as its own text's date has it; `bare`, where that date may have
fallen (`stamps`); and, by `get`, with the days and the date that other texts settle (`redating`).
Which stamps fall is asked of the plain ones alone, which days are settled of the bare ones, and
events are made of what comes out: so nothing rests on itself.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from verbale.ledger.decisions import Decisions
from verbale.ledger.index import OPEN, Index, pairs
from verbale.ledger.judge import seen
from verbale.ledger.redating import YEAR, is_open, on, settled, written
from verbale.ledger.restamped import DECIDED, SETTLED, Restamped, laid_over
from verbale.ledger.sameness import LONGEST, Told
from verbale.ledger.when import Days, days
from verbale.records import Interaction, Record, decode

__all__ = ["Encounters"]


class Ways(NamedTuple):
    """One interaction as its text's own date has it, as the date in force has it, and with that date."""

    plain: Told
    bare: Told
    whole: Told


class Encounters:
    """The interactions in `db` as `Told`, found by id, by document, and by what is near.

    A record is read once and remembered until `forget`.
    """

    def __init__(
        self, db: sqlite3.Connection, decisions: Decisions, restamped: Restamped, index: Index
    ) -> None:
        self._db = db
        self._decisions = decisions
        self._restamped = restamped
        self._index = index
        self._known: dict[str, Ways | None] = {}

    def forget(self) -> None:
        """Something was written: read anew what is asked for next."""
        self._known.clear()

    def get(self, ident: str) -> Told | None:
        """A standing interaction, with the days that another text settles for it."""
        ways = self._ways(ident)
        if ways is None or ways.whole.record.date:
            return ways.whole if ways else None
        told = ways.whole
        row = self._db.execute("SELECT day FROM redated WHERE record = ?", (ident,)).fetchone()
        return on(told, row[0]) if row else told

    def bare(self, ident: str) -> Told | None:
        """A standing interaction by the date in force of its text; None where people rejected it."""
        ways = self._ways(ident)
        return ways.bare if ways else None

    def plain(self, ident: str) -> Told | None:
        """A standing interaction by the date that its text gives itself, or that people gave it."""
        ways = self._ways(ident)
        return ways.plain if ways else None

    def of(self, document: str) -> list[Told]:
        """The standing interactions of a document, by id."""
        return [t for ident in self.ids(document) if (t := self.get(ident))]

    def siblings(self, told: Told) -> list[Told]:
        """The interactions of the same document."""
        return self.of(told.record.document)

    def near(self, told: Told) -> list[Told]:
        """Records of two of the same states whose days may be those of `told`."""
        stretch = days(told.record.date)
        found = self._index.at(pairs(told.record), stretch, LONGEST) if stretch else set()
        found.discard(told.record.id)
        return [t for ident in sorted(found) if (t := self.get(ident))]

    def open_to(self, told: Told) -> list[str]:
        """Records without days of their own that `told` may settle or unsettle."""
        stretch = days(told.record.date)
        found = self._index.at(pairs(told.record, OPEN), stretch, YEAR) if stretch else set()
        found.discard(told.record.id)
        return [i for i in sorted(found) if (t := self.bare(i)) and settled(t, told)]

    def index(self, ident: str) -> None:
        """Note where a record is to be found, a rejected one nowhere; settle its open days."""
        self._index.drop(ident)
        self._db.execute("DELETE FROM redated WHERE record = ?", (ident,))
        told, plain = self.bare(ident), self.plain(ident)
        if told is None or plain is None:
            return
        self._index.note(ident, seen(plain), days(plain.record.date))
        own = is_open(told)
        if own is None:
            self._index.note(ident, pairs(told.record), days(told.record.date))
            return
        self._index.note(ident, pairs(told.record, OPEN), own)
        found = self._settled(told, own)
        if found is not None:
            done, because = found
            values = (ident, told.record.document, done.record.date, written(done), because)
            self._db.execute(
                "INSERT INTO redated (record, document, day, date, because) VALUES (?, ?, ?, ?, ?)",
                values,
            )
            self._index.note(ident, pairs(done.record), days(done.record.date))

    def _settled(self, told: Told, own: Days) -> tuple[Told, str] | None:
        """`told` with its days, and by which record, where all that fits says the same."""
        query = "SELECT DISTINCT record FROM encounter WHERE pair = ? AND first_day BETWEEN ? AND ?"
        reach = (own.first.isoformat(), own.last.isoformat())
        others = {
            row[0] for pair in pairs(told.record) for row in self._db.execute(query, (pair, *reach))
        }
        known = [o for ident in sorted(others) if (o := self.bare(ident))]
        found = [(done, o.record.id) for o in known if (done := settled(told, o))]
        return found[0] if len({done.record.date for done, _ in found}) == 1 else None

    def formerly_near(self, ident: str) -> set[str]:
        """The records near to where this one was noted up to now."""
        places = self._index.noted(ident)
        near = (self._index.at([key], stretch, LONGEST) for key, stretch in places)
        return set().union(*near) - {ident}

    def plainly(self, document: str) -> list[Told]:
        """The standing interactions of a document by its own date, by id."""
        return [t for ident in self.ids(document) if (t := self.plain(ident))]

    def ids(self, document: str) -> list[str]:
        """The ids of the interactions of a document, rejected ones among them."""
        query = "SELECT id FROM record WHERE document = ? AND kind = 'interaction' ORDER BY id"
        return [ident for (ident,) in self._db.execute(query, (document,)).fetchall()]

    def _ways(self, ident: str) -> Ways | None:
        if ident not in self._known:
            self._known[ident] = self._read(ident)
        return self._known[ident]

    def _read(self, ident: str) -> Ways | None:
        query = (
            "SELECT r.json, d.side, d.published, coalesce(l.leader, d.id), s.document FROM record r"
            " JOIN document d ON d.id = r.document LEFT JOIN lead l ON l.document = d.id"
            " LEFT JOIN stamp s ON s.document = d.id WHERE r.id = ? AND r.kind = 'interaction'"
        )
        row = self._db.execute(query, (ident,)).fetchone()
        if row is None:
            return None
        line, side, published, text, restamped = row
        read = decode(line)
        stamp = self._restamped.of(restamped) if restamped else None
        told = self._told(laid_over(read, stamp) if stamp else read, side, published, text)
        if told is None or stamp is None or stamp.why == DECIDED:
            return Ways(told, told, told) if told else None
        plain = self._told(read, side, stamp.own, text)
        if plain is None:
            return None
        return Ways(plain, plain if stamp.why == SETTLED else told, told)

    def _told(
        self, record: Record, side: str | None, published: str | None, text: str
    ) -> Told | None:
        kept = self._decisions.applied(record)
        return Told(kept, side, published, text) if isinstance(kept, Interaction) else None
