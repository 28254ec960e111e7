"""What the records of many documents say together, kept beside them and made anew as they come.

An event is a function of the records alone (`grouping`). A new document changes only the events that
its own interactions may belong to: from what changed, the events are asked for anew, and where an
answer differs from what is kept, its neighbours are asked as well. So the work depends on how much
was told of these states in these weeks, not on the size of the ledger, and the order of adding does
not matter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.ledger import duplicates
from verbale.ledger.blocks import Bonds
from verbale.ledger.copies import Copies
from verbale.ledger.decisions import Decisions
from verbale.ledger.encounters import Encounters
from verbale.ledger.events import Event, merge
from verbale.ledger.grouping import Group, Groups
from verbale.ledger.index import Index
from verbale.ledger.judge import Judge
from verbale.ledger.restamped import Restamped
from verbale.ledger.when import days
from verbale.ledger.within import holds

__all__ = ["World"]


class World:
    """Events and copies of the ledger in `db`; every method runs inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection, decisions: Decisions, restamped: Restamped) -> None:
        self._db = db
        self._decisions = decisions
        self._restamped = restamped
        index = Index(db)
        self._encounters = Encounters(db, decisions, restamped, index)
        self._judge = Judge(self._encounters, restamped, index)
        self._copies = Copies(db)

    def forget(self, document: str) -> list[str]:
        """Before a document is read anew: what must be settled after it, by record id."""
        self._encounters.forget()
        left: set[str] = set()
        for told in self._encounters.of(document):
            left.update(t.record.id for t in self._encounters.near(told))
            left.update(self._encounters.open_to(told))
            left.update(self._kept(self._event(told.record.id)))
        for ident in self._encounters.ids(document):
            for other in self._judge.formerly_concerned(ident) - {document}:
                left.update(self._encounters.ids(other))
        query = (
            "SELECT record FROM redated WHERE because IN (SELECT id FROM record WHERE document = ?)"
        )
        left.update(row[0] for row in self._db.execute(query, (document,)))
        for other in self._copies.same(document):
            left.update(t.record.id for t in self._encounters.of(other))
        self._db.execute(
            "DELETE FROM event WHERE id IN (SELECT s.event FROM event_source s"
            " JOIN record r ON r.id = s.record WHERE r.document = ?)",
            (document,),
        )
        return sorted(left)

    def take_in(self, document: str, text: str, left: Sequence[str] = ()) -> None:
        """Find the copies of a document just kept, and settle its events and those left by it."""
        same = self._copies.find(document, text)
        rows = (self._db.execute("SELECT document FROM record WHERE id = ?", (r,)) for r in left)
        self._copies.appoint(sorted({d for row in rows for (d,) in row}))
        self._encounters.forget()
        new = [t.record.id for d in same for t in self._encounters.of(d)]
        self.settle([document, *new, *left])

    def rebuild(self) -> None:
        """Make everything derived anew, as after a change of the schema."""
        texts = self._db.execute("SELECT id, text FROM document ORDER BY id").fetchall()
        self._restamped.forget()
        for table in ("event", "copy", "lead", "sketch", "encounter", "redated"):
            self._db.execute(f"DELETE FROM {table}")
        for ident, text in texts:
            self._copies.find(ident, text)
        query = "SELECT id FROM record WHERE kind IN ('document', 'interaction') ORDER BY id"
        self.settle([row[0] for row in self._db.execute(query).fetchall()])

    def settle(self, records: Iterable[str]) -> None:
        """Make the events anew to which these records belong, and those that change with them."""
        changed, touched = self._indexed(records)
        groups = self._groups()
        todo, done = sorted(changed | touched), changed | touched
        made: dict[str, tuple[Group, tuple[str, ...]]] = {}  # each record's event now, with its ids
        kept: dict[str | None, tuple[str, ...]] = {None: ()}  # and by id those that were kept
        gone: set[str] = set()
        seen: set[object] = set()
        while todo:
            ident = todo.pop()
            told, event = self._encounters.get(ident), self._event(ident)
            if event not in kept:
                kept[event] = self._kept(event)
            if told and ident not in made:
                group = groups.event_of(told)
                members = tuple(t.record.id for t in group)
                made.update((m, (group, members)) for m in members)
            now = made[ident][1] if told else ()
            if now == kept[event] and ident not in changed:
                continue
            gone.add(ident)
            more = {m for ids in (now, kept[event]) if ids not in seen for m in ids}
            seen.update((now, kept[event]))
            for block in groups.reach(told) if told else ():
                if block not in seen:
                    seen.add(block)
                    more.update(t.record.id for t in block.told)
            if told and not groups.block(told).firm:
                more.update(t.record.id for t in self._encounters.siblings(told))
            todo.extend(sorted(more - done))
            done |= more
        self._replace(gone, {ident: group for ident, (group, _) in made.items()})

    def _indexed(self, records: Iterable[str]) -> tuple[set[str], set[str]]:
        """Note where the records are to be found now.

        Gives them with all whose days they change, and those that were near them before.
        """
        documents = self._documents(records)
        changed = set(records) - documents
        for document in sorted(documents):
            if self._restamped.decided(document):
                changed.update(self._encounters.ids(document))
        self._encounters.forget()
        concerned = documents.union(*map(self._judge.formerly_concerned, sorted(changed)))
        touched = self._moved(changed)
        for document in sorted(documents):
            self._judge.note(document)
        concerned.update(*map(self._judge.concerned, sorted(changed)))
        fell = [d for d in sorted(concerned) if self._judge.judge(d)]
        more = self._of_copies(fell)
        touched |= self._moved(more)
        changed |= more
        dated = (self._encounters.bare(ident) for ident in sorted(changed))
        waiting = {o for told in dated if told for o in self._encounters.open_to(told)}
        # Also those that this record settled until now and, corrected or rejected, settles no more.
        for ident in sorted(changed):
            query = "SELECT record FROM redated WHERE because = ?"
            waiting.update(row[0] for row in self._db.execute(query, (ident,)))
        touched |= self._moved(waiting)
        changed |= waiting
        dates = self._documents(changed)
        changed |= self._of_copies([d for d in sorted(dates) if self._restamped.settled(d)])
        return changed, touched - changed

    def _of_copies(self, redated: Sequence[str]) -> set[str]:
        """The interactions of texts that have another date now, and of their copies.

        The earliest of the copies may be another one then.
        """
        if not redated:
            return set()
        found = {i for d in self._copies.appoint(redated) for i in self._encounters.ids(d)}
        self._encounters.forget()
        return found

    def _moved(self, records: Iterable[str]) -> set[str]:
        """Note records where they are to be found now; gives those that were near them before."""
        touched: set[str] = set()
        for ident in sorted(records):
            touched.update(self._encounters.formerly_near(ident))
            self._encounters.index(ident)
        return touched

    def _documents(self, records: Iterable[str]) -> set[str]:
        """The documents of records."""
        query = "SELECT document FROM record WHERE id = ?"
        found = (self._db.execute(query, (ident,)).fetchone() for ident in records)
        return {row[0] for row in found if row}

    def _groups(self) -> Groups:
        apart, together = self._decisions.bonds()
        seen = self._encounters
        return Groups(seen.near, seen.get, seen.siblings, Bonds(apart, together))

    def _event(self, record: str) -> str | None:
        """The event of which a record is part until now."""
        query = "SELECT event FROM event_source WHERE record = ?"
        row = self._db.execute(query, (record,)).fetchone()
        return row[0] if row else None

    def _kept(self, event: str | None) -> tuple[str, ...]:
        """The records of an event as it is kept, by id."""
        query = "SELECT record FROM event_source WHERE event = ? ORDER BY 1"
        return tuple(row[0] for row in self._db.execute(query, (event,)))

    def _replace(self, gone: set[str], made: dict[str, Group]) -> None:
        """Drop the events of the records in `gone`, and keep those that they tell now."""
        for ident in sorted(gone):
            self._db.execute(
                "DELETE FROM event WHERE id IN (SELECT event FROM event_source WHERE record = ?)",
                (ident,),
            )
        new = {made[i][0].record.id: made[i] for i in gone if i in made}
        for _, group in sorted(new.items()):
            self._keep(merge(group))

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

    def stands(self, record: str) -> bool:
        """Whether it is an interaction that people did not reject."""
        self._encounters.forget()
        return self._encounters.get(record) is not None

    def parts(self, visit: Event) -> list[Event]:
        """The meetings, signings and ceremonies of a visit, oldest first."""
        return [e for e in self._beside(visit) if holds(visit, e)]

    def visit_of(self, event: Event) -> Event | None:
        """The visit in which an event took place, or None; the shortest of several."""
        around = [e for e in self._beside(event) if holds(e, event)]
        lengths = ((s.length if (s := days(e.date)) else 0, e.id, e) for e in around)
        return min(lengths, key=lambda found: found[:2])[2] if around else None

    def _beside(self, event: Event) -> list[Event]:
        """Events of two of the same states on days that touch those of `event`."""
        self._encounters.forget()
        near = (self._encounters.near(told) for told in event.sources)
        ids = {t.record.id for found in near for t in found}
        found = {e.id: e for i in sorted(ids) if (e := self.event_of(i)) and e.id != event.id}
        return sorted(found.values(), key=lambda e: (e.date or "", e.id))

    def copies(self, document: str) -> list[tuple[str, duplicates.Copy]]:
        """The other texts that are this text, by id."""
        return self._copies.of(document)

    def leaders(self) -> dict[str, str]:
        """Each document that is a copy → the earliest dated of its copies (excerpts stand alone)."""
        return self._copies.leaders()
