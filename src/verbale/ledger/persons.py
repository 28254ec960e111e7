"""One person under many names: ids of the ledger that are spellings or short forms of another.

Readings of single texts name a person as far as the text does ("Landau", "Sergey Lavrov"). Across
texts, a surname alone is the one person of that state with this surname, where it is one; spellings
that share a key (`data.names`) are one.
"""

from __future__ import annotations

import sqlite3

from verbale.data import offices
from verbale.data.names import key, surname

__all__ = ["unified"]


def unified(db: sqlite3.Connection) -> dict[str, str]:
    """Each id that is another form of a person → the id that leads: the most told of, then by name."""
    query = (
        "SELECT actor, max(name), max(state), count(DISTINCT record) FROM record_actor"
        " WHERE actor LIKE 'person:%' GROUP BY actor ORDER BY 4 DESC, 1"
    )
    rows = db.execute(query).fetchall()
    lead: dict[str, str] = {}
    by_key: dict[tuple[tuple[str, ...], str | None], str] = {}
    full: dict[tuple[str, str | None], set[str]] = {}
    for ident, name, state, _ in rows:
        words = key(name)
        if len(words) < 2:
            continue
        known = offices.current().named(name)
        first = by_key.setdefault((words, state), known.id if known else ident)
        if first != ident:
            lead[ident] = first
        for word in surname(name, state):
            full.setdefault((word, state), set()).add(first)
    for ident, name, state, _ in rows:
        words = key(name)
        if len(words) == 1 and len(full.get((words[0], state), ())) == 1:
            (lead[ident],) = full[words[0], state]
    return lead
