"""Where in the ledger to look for the same event: two states and a day.

Every interaction stands in the table `encounter` under each two of its states with its days; one
whose days its own text leaves open stands there under `~` with the days in which the text was
written, and once more under the days that another text settles. So looking costs what these states
did in these weeks, however large the ledger is.
"""

from __future__ import annotations

import datetime
import sqlite3
from itertools import combinations

from verbale.ledger.decisions import Decisions
from verbale.ledger.facets import states
from verbale.ledger.redating import is_open, on, settled, written
from verbale.ledger.sameness import LONGEST, Told
from verbale.ledger.when import Days, days
from verbale.records import Interaction, decode

__all__ = ["Encounters"]

# Of a round of many states the first few in order are enough to find it again: two accounts of it
# share at least two thirds of their participants.
INDEXED = 12
OPEN = "~"
YEAR = 366  # the widest stretch in which a text of unsettled date was written


class Encounters:
    """The interactions in `db` as `Told`, found by id, by document, and by what is near.

    A record is read once and remembered until `forget`.
    """

    def __init__(self, db: sqlite3.Connection, decisions: Decisions) -> None:
        self._db = db
        self._decisions = decisions
        self._known: dict[str, Told | None] = {}

    def forget(self) -> None:
        """Something was written: read anew what is asked for next."""
        self._known.clear()

    def get(self, ident: str) -> Told | None:
        """A standing interaction, with the days that another text settles for it."""
        told = self.bare(ident)
        if told is None or told.record.date:
            return told
        row = self._db.execute("SELECT day FROM redated WHERE record = ?", (ident,)).fetchone()
        return on(told, row[0]) if row else told

    def bare(self, ident: str) -> Told | None:
        """A standing interaction as its own text dates it; None where people rejected it."""
        if ident not in self._known:
            self._known[ident] = self._read(ident)
        return self._known[ident]

    def of(self, document: str) -> list[Told]:
        """The standing interactions of a document, by id."""
        query = "SELECT id FROM record WHERE document = ? AND kind = 'interaction' ORDER BY id"
        found = (self.get(ident) for (ident,) in self._db.execute(query, (document,)).fetchall())
        return [t for t in found if t]

    def siblings(self, told: Told) -> list[Told]:
        """The interactions of the same document."""
        return self.of(told.record.document)

    def near(self, told: Told) -> list[Told]:
        """Records of two of the same states whose days may be those of `told`."""
        stretch = days(told.record.date)
        return self._around(told, "", stretch, LONGEST) if stretch else []

    def open_to(self, told: Told) -> list[str]:
        """Records without days of their own that `told` may settle or unsettle."""
        stretch = days(told.record.date)
        found = self._around(told, OPEN, stretch, YEAR) if stretch else []
        bare = (self.bare(t.record.id) for t in found)
        return [t.record.id for t in bare if t and settled(t, told)]

    def index(self, ident: str) -> None:
        """Note where a record is to be found, a rejected one nowhere; settle its open days."""
        for table in ("encounter", "redated"):
            self._db.execute(f"DELETE FROM {table} WHERE record = ?", (ident,))  # two constants
        told = self.bare(ident)
        if told is None:
            return
        own = is_open(told)
        if own is None:
            self._note(told, "", days(told.record.date))
            return
        self._note(told, OPEN, own)
        found = self._settled(told, own)
        if found is not None:
            done, because = found
            values = (ident, told.record.document, done.record.date, written(done), because)
            self._db.execute(
                "INSERT INTO redated (record, document, day, date, because) VALUES (?, ?, ?, ?, ?)",
                values,
            )
            self._note(done, "", days(done.record.date))

    def _note(self, told: Told, mark: str, stretch: Days | None) -> None:
        if stretch is None:
            return
        first, last = stretch.first.isoformat(), stretch.last.isoformat()
        rows = [(told.record.id, mark + pair, first, last) for pair in _pairs(told.record)]
        self._db.executemany("INSERT INTO encounter VALUES (?, ?, ?, ?)", rows)

    def _settled(self, told: Told, own: Days) -> tuple[Told, str] | None:
        """`told` with its days, and by which record, where all that fits says the same."""
        query = "SELECT DISTINCT record FROM encounter WHERE pair = ? AND first_day BETWEEN ? AND ?"
        reach = (own.first.isoformat(), own.last.isoformat())
        others = {
            row[0]
            for pair in _pairs(told.record)
            for row in self._db.execute(query, (pair, *reach))
        }
        known = [o for ident in sorted(others) if (o := self.bare(ident))]
        found = [(done, o.record.id) for o in known if (done := settled(told, o))]
        return found[0] if len({done.record.date for done, _ in found}) == 1 else None

    def formerly_near(self, ident: str) -> set[str]:
        """The records near to where this one was noted up to now."""
        query = "SELECT pair, first_day, last_day FROM encounter WHERE record = ?"
        rows = self._db.execute(query, (ident,)).fetchall()
        places = [(p, days(f"{a}/{b}")) for p, a, b in rows if not p.startswith(OPEN)]
        return self._at([(p, s) for p, s in places if s], LONGEST) - {ident}

    def _around(self, told: Told, mark: str, stretch: Days, width: int) -> list[Told]:
        found = self._at([(mark + pair, stretch) for pair in _pairs(told.record)], width)
        found.discard(told.record.id)
        return [t for ident in sorted(found) if (t := self.get(ident))]

    def _at(self, places: list[tuple[str, Days]], width: int) -> set[str]:
        """The records noted at these pairs of states, a day aside at most, no wider than `width`."""
        query = (
            "SELECT record FROM encounter WHERE pair = ? AND first_day BETWEEN ? AND ?"
            " AND last_day >= ?"
        )
        found: set[str] = set()
        for pair, stretch in places:
            since = _shifted(stretch.first, -(width + 1)).isoformat()
            until = _shifted(stretch.last, 1).isoformat()
            earliest = _shifted(stretch.first, -1).isoformat()
            found.update(row[0] for row in self._db.execute(query, (pair, since, until, earliest)))
        return found

    def _read(self, ident: str) -> Told | None:
        query = (
            "SELECT r.json, d.side, d.published, coalesce(l.leader, d.id) FROM record r"
            " JOIN document d ON d.id = r.document LEFT JOIN lead l ON l.document = d.id"
            " WHERE r.id = ? AND r.kind = 'interaction'"
        )
        row = self._db.execute(query, (ident,)).fetchone()
        if row is None:
            return None
        record = self._decisions.applied(decode(row[0]))
        return Told(record, *row[1:]) if isinstance(record, Interaction) else None


def _shifted(day: datetime.date, by: int) -> datetime.date:
    """A day some days on, within what a calendar holds."""
    number = day.toordinal() + by
    return datetime.date.fromordinal(min(max(number, 1), datetime.date.max.toordinal()))


def _pairs(record: Interaction) -> list[str]:
    """Keys of every two of the states that take part."""
    return [f"{a} {b}" for a, b in combinations(sorted(states(record))[:INDEXED], 2)]
