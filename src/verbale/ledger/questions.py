"""Asking the ledger: records, texts, people, words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.errors import UnknownId
from verbale.ledger.decisions import Decisions
from verbale.ledger.persons import unified
from verbale.ledger.restamped import Restamped
from verbale.ledger.tenures import Tenure, tenures
from verbale.ledger.when import days
from verbale.records import Record, decode

__all__ = ["About", "Found", "Questions"]


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text that a search found: `snippet` has the matching words between « and »."""

    document: str
    title: str | None
    published: str | None
    snippet: str


@dataclass(frozen=True, slots=True)
class About:
    """A document in few words; `side` is the state whose publisher tells it."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    side: str | None


class Questions:
    """What a ledger answers; it writes nothing."""

    path: Path
    decisions: Decisions
    restamped: Restamped
    _db: sqlite3.Connection

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
        where, values = _told(since, until)
        if kinds:
            where.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values += kinds
        for named, given in _named(who, state):
            # A document names whom its records name.
            within = f"SELECT record FROM record_actor WHERE {named}"
            where.append(
                f"(id IN ({within}) OR kind = 'document' AND document IN"
                f" (SELECT document FROM record WHERE id IN ({within})))"
            )
            values += given * 2
        query = (
            "SELECT json, EXISTS (SELECT 1 FROM judged WHERE judged.record = record.id)"
            " OR EXISTS (SELECT 1 FROM stamp WHERE stamp.document = record.document)"
            f" FROM record WHERE {' AND '.join(where)} ORDER BY first_day IS NULL, first_day, id"
        )
        for line, changed in self._db.execute(query, values):
            record: Record | None = decode(line)
            if changed and record is not None:
                record = self.restamped.applied(record)
            if record is not None:
                yield record

    def of_document(self, document: str, *kinds: str) -> list[Record]:
        """The records of a document, of some kinds or of all, as people left them; by id."""
        query = "SELECT json FROM record WHERE document = ?"
        if kinds:
            query += f" AND kind IN ({', '.join('?' * len(kinds))})"
        rows = self._db.execute(query + " ORDER BY id", (document, *kinds)).fetchall()
        found = (self.restamped.applied(decode(line)) for (line,) in rows)
        return [r for r in found if r is not None]

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

    def about(self, document: str) -> About:
        """What is known of a document, by its id. Raises `UnknownId`."""
        query = "SELECT id, title, publisher, published, side FROM document WHERE id = ?"
        row = self._db.execute(query, (document,)).fetchone()
        if row is None:
            raise UnknownId(f"{document}: no such document in {self.path}")
        return About(*row)

    def text(self, document: str) -> str:
        """The given text of a document. Raises `UnknownId`."""
        row = self._db.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise UnknownId(f"{document}: no such document in {self.path}")
        return str(row[0])

    def state_names(self) -> Iterator[tuple[str, str]]:
        """(alpha-3, name) of every state that a record names."""
        query = "SELECT DISTINCT actor, name FROM record_actor WHERE actor = state ORDER BY 1, 2"
        yield from self._db.execute(query)

    def people(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        who: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Persons with states, roles and number of records, every form of a name in one, most first.

        Days choose the records that are counted, `who` and `state` the persons.
        """
        lead = unified(self._db)
        where, values = _told(since, until)
        query = (
            "SELECT actor, max(name), max(state), group_concat(DISTINCT role),"
            " count(DISTINCT record) FROM record_actor WHERE actor LIKE 'person:%'"
            f" AND record IN (SELECT id FROM record WHERE {' AND '.join(where)}) GROUP BY actor"
        )
        wanted: set[str] = set()
        found: dict[str, dict[str, Any]] = {}
        for ident, name, of, roles, count in sorted(self._db.execute(query, values)):
            first = lead.get(ident, ident)
            if who is None or who in (ident, first) or who.casefold() in name.casefold():
                wanted.add(first)
            row = found.setdefault(
                first, {"id": first, "name": "", "state": None, "roles": None, "records": 0}
            )
            row["name"] = name if ident == first else row["name"] or name
            row["state"] = row["state"] or of
            row["records"] += count
            every = [*(row["roles"] or "").split(", "), *(roles or "").split(",")]
            # Labels of transcripts shout what texts say: "PRESIDENT" is "President".
            once = {r.casefold(): r for r in sorted(every) if r}
            row["roles"] = ", ".join(sorted(once.values())) or None
        chosen = (
            r
            for r in found.values()
            if r["id"] in wanted and (state is None or state.upper() == r["state"])
        )
        yield from sorted(chosen, key=lambda r: (-r["records"], r["id"]))

    def tenures(self, person: str | None = None) -> Iterator[Tenure]:
        """Who is seen in which office when, with whom the bundled table has there instead."""
        return tenures(self._db, person)

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


def _told(since: str | None, until: str | None) -> tuple[list[str], list[str]]:
    """Conditions on records by day, and their values."""
    where, values = ["1"], []
    if since:
        where.append("last_day >= ?")
        values.append(since)
    if until:
        where.append("first_day <= ?")
        values.append(_latest(until))
    return where, values


def _named(who: str | None, state: str | None) -> Iterator[tuple[str, list[str]]]:
    """Conditions on the actors that a record names, and their values."""
    if who:
        yield "(actor = ? OR name LIKE ? ESCAPE '!')", [who, f"%{_like(who)}%"]
    if state:
        yield "(state = ? OR actor = ?)", [state.upper(), state.upper()]


def _like(text: str) -> str:
    """Text for LIKE with `!` as the escape."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _latest(day: str) -> str:
    """The last day of an ISO year, month or day."""
    stretch = days(day)
    return stretch.last.isoformat() if stretch else day
