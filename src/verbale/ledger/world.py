"""What the records of many documents say together, kept beside them and made anew as they come.

A new document changes only the events that its own interactions may belong to: the records that are
connected with them by `events.compatible`. They are found by two states and a day, so the work
depends on how much was told of these states in these weeks, not on the size of the ledger; and as
the groups are a function of the connected records alone, the order of adding does not matter.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from verbale.ledger import duplicates
from verbale.ledger.decisions import Decisions
from verbale.ledger.events import Event, Told, cluster, compatible, merge, states
from verbale.ledger.redating import is_open, settled, written
from verbale.ledger.when import Days, days
from verbale.records import Interaction, decode

__all__ = ["World"]

# Two records of one event overlap or lie a day apart, and neither is wider than this many days
# (`events.compatible`).
WIDEST = 31
# Of a round of many states the first few in order are enough to find it again: two accounts of it
# share at least half of their participants.
INDEXED = 12


class World:
    """Events and copies of the ledger in `db`; every method runs inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, decisions: Decisions) -> None:
        self._db = db
        self._decisions = decisions

    def forget(self, document: str) -> list[str]:
        """Before a document is read anew or dropped: ids of the other records of its events."""
        query = (
            "SELECT o.record FROM event_source s JOIN record r ON r.id = s.record"
            " JOIN event_source o ON o.event = s.event JOIN record q ON q.id = o.record"
            " WHERE r.document = ? AND q.document <> ?"
        )
        left = [row[0] for row in self._db.execute(query, (document, document))]
        self._db.execute(
            "DELETE FROM event WHERE id IN (SELECT s.event FROM event_source s"
            " JOIN record r ON r.id = s.record WHERE r.document = ?)",
            (document,),
        )
        return left

    def take_in(self, document: str, text: str, orphans: Sequence[str] = ()) -> None:
        """Settle the events of a document just kept, and find the texts that are its copies."""
        new = self._told("r.document = ? AND r.kind = 'interaction'", (document,))
        self.settle([t.record.id for t in new] + list(orphans))
        self._copies(document, text)

    def settle(self, records: Iterable[str]) -> None:
        """Make the events anew to which these records, and those connected with them, belong."""
        apart, together = self._decisions.bonds()
        open_ = list(records)
        seen: dict[str, Told | None] = {}
        while open_:
            ident = open_.pop()
            if ident in seen:
                continue
            told = seen[ident] = self._one(ident)
            near = {o for pair in together if ident in pair for o in pair} | self._partners(ident)
            self._index(ident, told)
            if told is not None:
                told = seen[ident] = self._dated(told)
                near.update(t.record.id for t in self._near(told))
            open_.extend(sorted(near - seen.keys()))
        for ident in seen:
            self._db.execute(
                "DELETE FROM event WHERE id IN (SELECT event FROM event_source WHERE record = ?)",
                (ident,),
            )
        for group in cluster([t for t in seen.values() if t], apart, together):
            self._keep(merge(group))

    def events(self) -> Iterator[Event]:
        """All events, oldest first, those without a day last."""
        query = "SELECT json FROM event ORDER BY first_day IS NULL, first_day, id"
        for (line,) in self._db.execute(query):
            yield msgspec.json.decode(line, type=Event)

    def event_of(self, record: str) -> Event | None:
        """The event that a record tells, or the one with that id."""
        query = (
            "SELECT e.json FROM event e WHERE e.id = ?1"
            " OR e.id = (SELECT event FROM event_source WHERE record = ?1)"
        )
        row = self._db.execute(query, (record,)).fetchone()
        return msgspec.json.decode(row[0], type=Event) if row else None

    def copies(self, document: str) -> list[tuple[str, duplicates.Copy]]:
        """The other texts that are this text, by id."""
        query = (
            "SELECT CASE document WHEN ?1 THEN other ELSE document END, kind, jaccard, containment"
            " FROM copy WHERE document = ?1 OR other = ?1 ORDER BY 1"
        )
        rows = self._db.execute(query, (document,))
        return [(other, duplicates.Copy(*rest)) for other, *rest in rows]

    def redated(self) -> dict[str, tuple[str, str]]:
        """Texts whose date other texts settle: document → (EDTF, id of the record that says so)."""
        query = "SELECT document, date, because FROM redated ORDER BY document, record DESC"
        return {document: (date, because) for document, date, because in self._db.execute(query)}

    def leaders(self) -> dict[str, str]:
        """Each document that is a copy → the earliest dated of its copies (excerpts stand alone)."""
        lead: dict[str, str] = {}
        dates = dict(self._db.execute("SELECT id, coalesce(published, '9999') FROM document"))

        def top(ident: str) -> str:
            while ident in lead:
                ident = lead[ident]
            return ident

        query = "SELECT document, other FROM copy WHERE kind <> 'excerpt' ORDER BY 1, 2"
        for pair in self._db.execute(query):
            one, two = sorted({top(p) for p in pair}, key=lambda d: (dates[d], d))[:1] * 2
            for ident in {top(p) for p in pair}:
                if ident != one:
                    lead[ident] = two
        return {ident: top(ident) for ident in lead}

    def _told(self, where: str, values: tuple[str, ...]) -> list[Told]:
        query = (
            "SELECT r.json, d.side, d.published FROM record r JOIN document d ON d.id = r.document"
            f" WHERE {where} ORDER BY r.id"
        )
        found = []
        for line, side, published in self._db.execute(query, values):
            record = self._decisions.applied(decode(line))
            if isinstance(record, Interaction):
                found.append(Told(record, side, published))
        return found

    def _index(self, ident: str, told: Told | None) -> None:
        """Note where the record is to be found; a rejected one nowhere."""
        self._db.execute("DELETE FROM encounter WHERE record = ?", (ident,))
        if told is None:
            return
        own = is_open(told)
        stretch = own or days(told.record.date)
        if stretch is None:
            return
        first, last = stretch.first.isoformat(), stretch.last.isoformat()
        mark = "~" if own else ""
        rows = [(ident, mark + pair, first, last) for pair in _pairs(told.record)]
        self._db.executemany("INSERT INTO encounter VALUES (?, ?, ?, ?)", rows)

    def _near(self, told: Told) -> list[Told]:
        """Records that may be of one event with `told`, those of open texts included."""
        stretch = days(told.record.date)
        if stretch is None:
            return []
        found = [o for o in self._at(told, "", stretch) if compatible(told, o)]
        return found + [o for o in self._at(told, "~", stretch) if settled(o, told)]

    def _dated(self, told: Told) -> Told:
        """`told` with its days, where its text leaves them open and all that fits says the same."""
        own = is_open(told)
        self._db.execute("DELETE FROM redated WHERE record = ?", (told.record.id,))
        if own is None:
            return told
        query = "SELECT DISTINCT record FROM encounter WHERE pair = ? AND first_day BETWEEN ? AND ?"
        reach = (own.first.isoformat(), own.last.isoformat())
        others = {
            row[0]
            for pair in _pairs(told.record)
            for row in self._db.execute(query, (pair, *reach))
        }
        known = [o for ident in sorted(others) if (o := self._one(ident))]
        found = [(done, o) for o in known if (done := settled(told, o))]
        if len({done.record.date for done, _ in found}) != 1:
            return told
        done, because = found[0]
        values = (told.record.id, told.record.document, written(done), because.record.id)
        self._db.execute("INSERT INTO redated VALUES (?, ?, ?, ?)", values)
        return done

    def _at(self, told: Told, mark: str, stretch: Days) -> list[Told]:
        """Records of two of the same states whose days may touch `stretch`."""
        width = 366 if mark else WIDEST
        since = stretch.first - datetime.timedelta(width + 1)
        until = stretch.last + datetime.timedelta(1)
        earliest = (stretch.first - datetime.timedelta(1)).isoformat()
        query = (
            "SELECT record FROM encounter WHERE pair = ? AND first_day BETWEEN ? AND ?"
            " AND last_day >= ?"
        )
        found: set[str] = set()
        for pair in _pairs(told.record):
            values = (mark + pair, since.isoformat(), until.isoformat(), earliest)
            found.update(row[0] for row in self._db.execute(query, values))
        found.discard(told.record.id)
        return [t for ident in sorted(found) if (t := self._one(ident))]

    def _partners(self, ident: str) -> set[str]:
        """The records of the event of which a record is part until now."""
        query = (
            "SELECT o.record FROM event_source s JOIN event_source o ON o.event = s.event"
            " WHERE s.record = ?"
        )
        return {row[0] for row in self._db.execute(query, (ident,))}

    def _one(self, ident: str) -> Told | None:
        found = self._told("r.id = ?", (ident,))
        return found[0] if found else None

    def _keep(self, event: Event) -> None:
        stretch = days(event.date)
        self._db.execute(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.id,
                event.kind,
                event.status,
                event.date,
                stretch.first.isoformat() if stretch else None,
                stretch.last.isoformat() if stretch else None,
                event.confidence,
                msgspec.json.encode(event).decode("utf-8", "replace"),
            ),
        )
        rows = [(t.record.id, event.id) for t in event.sources]
        self._db.executemany("INSERT INTO event_source VALUES (?, ?)", rows)

    def _copies(self, document: str, text: str) -> None:
        mine = duplicates.sketch(text)
        marks = ", ".join("?" * len(mine.bands))
        query = f"SELECT DISTINCT document FROM band WHERE key IN ({marks})"
        for (other,) in self._db.execute(query, mine.bands).fetchall():
            if other == document:
                continue
            row = self._db.execute("SELECT text FROM document WHERE id = ?", (other,)).fetchone()
            alike = duplicates.compare(duplicates.sketch(row[0]), mine)
            if alike:
                pair = sorted((document, other))
                values = (*pair, alike.kind, alike.jaccard, alike.containment)
                self._db.execute("INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?)", values)
        self._db.execute("DELETE FROM band WHERE document = ?", (document,))
        self._db.executemany(
            "INSERT INTO band VALUES (?, ?)", [(key, document) for key in mine.bands]
        )


def _pairs(record: Interaction) -> list[str]:
    """Keys of every two of the states that take part."""
    return [f"{a} {b}" for a, b in combinations(sorted(states(record))[:INDEXED], 2)]
