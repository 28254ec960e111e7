"""Where in the ledger to look: for two states and a day, the records noted there.

A key is two states ("CHN RUS"), or one, with a mark before it that says why a record stands there.
So looking costs what these states did in these weeks, however large the ledger is.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable
from itertools import combinations

from verbale.ledger.facets import states
from verbale.ledger.when import Days, days
from verbale.records import Interaction

__all__ = ["ANYWHEN", "DOUBTED", "GUEST", "OPEN", "SEEN", "TOLD", "Index", "pairs", "shifted"]

# Marks of keys.
TOLD = ""  # the days of the event, as far as they are known
OPEN = "~"  # the days in which a text was written, where the event's are open
DOUBTED = "?"  # all that a text tells whose stamp others may overturn, on the days that it gives
ANYWHEN = "!"  # a visit whose days rest on such a stamp, for half a year around them
GUEST = "@"  # the same visit on its days, under the one state whose guest it tells of
SEEN = "="  # who was where, under the one state of a person, as the text's own date has it
# Of a round of many states the first few in order are enough to find it again: two accounts of it
# share at least two thirds of their participants.
INDEXED = 12


def pairs(record: Interaction, mark: str = TOLD) -> list[str]:
    """Keys of every two of the states that take part."""
    return [f"{mark}{a} {b}" for a, b in combinations(sorted(states(record))[:INDEXED], 2)]


class Index:
    """The table `encounter`; every method runs inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def note(self, record: str, keys: Iterable[str], stretch: Days | None) -> None:
        """Note a record under keys on its days; nothing where there are none."""
        if stretch is None:
            return
        first, last = stretch.first.isoformat(), stretch.last.isoformat()
        rows = [(record, key, first, last) for key in keys]
        self._db.executemany("INSERT INTO encounter VALUES (?, ?, ?, ?)", rows)

    def drop(self, record: str, *, doubted: bool = False) -> None:
        """Take a record out from where it is noted for its event, or for its doubted text."""
        marked = f"substr(pair, 1, 1) {'' if doubted else 'NOT '}IN (?, ?, ?)"
        query = f"DELETE FROM encounter WHERE record = ? AND {marked}"  # no value
        self._db.execute(query, (record, DOUBTED, ANYWHEN, GUEST))

    def noted(self, record: str, mark: str = TOLD) -> list[tuple[str, Days]]:
        """The pairs of states under which a record stands with this mark, and the days there."""
        query = "SELECT pair, first_day, last_day FROM encounter WHERE record = ?"
        rows = self._db.execute(query, (record,)).fetchall()
        own = [(k, a, b) for k, a, b in rows if (k[0] if k[0] in _MARKS else TOLD) == mark]
        found = [(k.removeprefix(mark), days(f"{a}/{b}")) for k, a, b in own]
        return [(key, stretch) for key, stretch in found if stretch]

    def at(self, keys: Iterable[str], stretch: Days, width: int) -> set[str]:
        """The records noted under these keys, a day aside at most, no wider than `width` days."""
        query = (
            "SELECT record FROM encounter WHERE pair = ? AND first_day BETWEEN ? AND ?"
            " AND last_day >= ?"
        )
        since = shifted(stretch.first, -(width + 1)).isoformat()
        until = shifted(stretch.last, 1).isoformat()
        earliest = shifted(stretch.first, -1).isoformat()
        found: set[str] = set()
        for key in keys:
            found.update(row[0] for row in self._db.execute(query, (key, since, until, earliest)))
        return found


def shifted(day: datetime.date, by: int) -> datetime.date:
    """A day some days on, within what a calendar holds."""
    number = day.toordinal() + by
    return datetime.date.fromordinal(min(max(number, 1), datetime.date.max.toordinal()))


_MARKS = frozenset((OPEN, DOUBTED, ANYWHEN, GUEST, SEEN))
