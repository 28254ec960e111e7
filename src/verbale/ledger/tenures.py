"""Who held which office when, as the texts show, and where they differ from the bundled table.

A text that calls a person by an office on the day it was written is one sight of that person in it.
Texts win over the table: a sight that the table does not know is reported with both, never dropped.
"""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.data import offices
from verbale.data.titles import office_of
from verbale.ledger.persons import unified
from verbale.ledger.when import days

__all__ = ["Tenure", "tenures"]

# "then-President", "former Premier", "president-elect": not the office on that day.
_NOT_NOW = re.compile(
    r"\b(?:former|then|ex|late|elect|designate|incoming|outgoing)\b", re.IGNORECASE
)
MONTH = 31  # a text dated wider shows no one in office on a day


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person seen in an office of a state: `role` as texts give it most, `office` of the table.

    `seen` is the EDTF interval from the first to the last day on which a text shows it, `texts` how
    many do. `table` is whom the table has in that office at the time where it is another, or None.
    """

    person: str
    name: str
    role: str
    office: str | None
    state: str
    seen: str
    texts: int
    table: str | None


def tenures(db: sqlite3.Connection, person: str | None = None) -> Iterator[Tenure]:
    """The tenures that the texts show, by state, office and first day; of one person where asked."""
    lead = unified(db)
    query = (
        "SELECT a.actor, a.name, a.role, a.state, d.id, d.published FROM record_actor a"
        " JOIN record r ON r.id = a.record JOIN document d ON d.id = r.document"
        " WHERE a.actor LIKE 'person:%' AND a.role IS NOT NULL AND a.state IS NOT NULL"
        " GROUP BY a.actor, a.role, a.state, d.id"
    )
    sights: dict[tuple[str, str, str], list[tuple[str, str, str, str]]] = {}
    for actor, name, role, state, document, published in db.execute(query):
        stretch = days(published)
        ident = lead.get(actor, actor)
        if stretch is None or stretch.length > MONTH or _NOT_NOW.search(role):
            continue
        if person is None or person == ident:
            key = (state, office_of(role) or role.lower(), ident)
            sights.setdefault(key, []).append((stretch.first.isoformat(), role, name, document))
    for (state, _, ident), seen in sorted(sights.items()):
        yield _tenure(state, ident, sorted(seen))


def _tenure(state: str, ident: str, seen: list[tuple[str, str, str, str]]) -> Tenure:
    roles = [role for _, role, _, _ in seen]
    role = min(roles, key=lambda r: (-roles.count(r), -len(r), r))
    first, last = seen[0][0], seen[-1][0]
    known = office_of(role)
    held = {
        holder.id
        for day in (first, last)
        if known and (holder := _holder(state, known, datetime.date.fromisoformat(day)))
    }
    return Tenure(
        person=ident,
        name=max((name for _, _, name, _ in seen), key=lambda n: (len(n), n)),
        role=role,
        office=known or None,
        state=state,
        seen=first if first == last else f"{first}/{last}",
        texts=len({document for *_, document in seen}),
        table=min(held - {ident}) if held - {ident} else None,
    )


def _holder(state: str, office: str, day: datetime.date) -> offices.Person | None:
    return offices.current().holder(state, office, day)
