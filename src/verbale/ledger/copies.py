"""Texts of the ledger that are one text: exact copies, republications, wire copies, excerpts.

Candidates share a band of their MinHash, or a long run of words where one quotes a piece of the
other; the sets of 3-grams decide. The earliest dated of the copies leads; all stay listed. An
excerpt is listed beside its whole and leads nobody.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from verbale.ledger import duplicates
from verbale.ledger.when import days

__all__ = ["Copies"]


class Copies:
    """Copies among the documents in `db`; methods run inside the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def of(self, document: str) -> list[tuple[str, duplicates.Copy]]:
        """The other texts that are this text, by id."""
        query = (
            "SELECT CASE document WHEN ?1 THEN other ELSE document END, kind, jaccard, containment"
            " FROM copy WHERE document = ?1 OR other = ?1 ORDER BY 1"
        )
        rows = self._db.execute(query, (document,))
        return [(other, duplicates.Copy(*rest)) for other, *rest in rows]

    def leaders(self) -> dict[str, str]:
        """Each document that is a copy of an earlier one → the earliest dated of its copies."""
        query = "SELECT document, leader FROM lead WHERE leader <> document"
        return dict(self._db.execute(query).fetchall())

    def find(self, document: str, text: str) -> list[str]:
        """Note the copies of a document just kept; gives the documents of the same text."""
        mine = duplicates.sketch(text)
        for other in self._candidates(mine):
            row = self._db.execute("SELECT text FROM document WHERE id = ?", (other,)).fetchone()
            alike = duplicates.compare(mine, duplicates.Sketch(duplicates.grams(row[0])))
            if alike:
                values = (*sorted((document, other)), alike.kind, alike.jaccard, alike.containment)
                self._db.execute("INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?)", values)
        self._note(document, mine)
        return self.appoint([document])

    def same(self, document: str) -> list[str]:
        """The documents that are the same text as this one, itself among them, by id."""
        seen, todo = {document}, [document]
        while todo:
            for other, copy in self.of(todo.pop()):
                if copy.kind != "excerpt" and other not in seen:
                    seen.add(other)
                    todo.append(other)
        return sorted(seen)

    def appoint(self, documents: Iterable[str]) -> list[str]:
        """Let the earliest dated lead wherever these documents have copies; gives all concerned."""
        concerned: set[str] = set()
        for document in documents:
            if document in concerned:
                continue
            copies = self.same(document)
            concerned.update(copies)
            leader = min(copies, key=self._age)
            for copy in copies:
                self._db.execute("DELETE FROM lead WHERE document = ?", (copy,))
                if len(copies) > 1:
                    self._db.execute("INSERT INTO lead VALUES (?, ?)", (copy, leader))
        return sorted(concerned)

    def _age(self, document: str) -> tuple[str, int, str]:
        query = "SELECT published FROM document WHERE id = ?"
        stretch = days(self._db.execute(query, (document,)).fetchone()[0])
        if stretch is None:
            return ("9999", 0, document)
        return (stretch.first.isoformat(), stretch.length, document)

    def _candidates(self, mine: duplicates.Sketch) -> list[str]:
        """The documents, not noted itself yet, that may be copies, by id."""
        query = (
            "SELECT s.document, s.signature, s.passages, count(*) FILTER (WHERE t.key >= ?)"
            " FROM trace t JOIN sketch s ON s.number = t.sketch"
            " WHERE t.key IN (SELECT value FROM json_each(?)) GROUP BY t.sketch"
        )
        keys = json.dumps((*mine.bands, *mine.passages))
        rows = self._db.execute(query, (duplicates.FIRST_PASSAGE, keys))
        return sorted(other for other, *rest in rows if duplicates.promising(mine, *rest))

    def _note(self, document: str, mine: duplicates.Sketch) -> None:
        values = (document, len(mine.passages), mine.signature)
        query = "INSERT INTO sketch (document, passages, signature) VALUES (?, ?, ?)"
        number = self._db.execute(query, values).lastrowid
        rows = [(key, number) for key in (*mine.bands, *mine.passages)]
        self._db.executemany("INSERT INTO trace VALUES (?, ?)", rows)
