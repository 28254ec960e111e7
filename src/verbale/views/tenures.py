"""Who is seen in which office when, as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from verbale.ledger import Ledger
from verbale.ledger.tenures import Tenure
from verbale.records import Actor
from verbale.views.among import within

__all__ = ["model", "row", "select"]


def select(
    ledger: Ledger,
    *,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
) -> Iterator[Tenure]:
    """Tenures that texts show within these days, of a person or name, of a state."""
    for tenure in ledger.tenures():
        holder = Actor(tenure.person, tenure.name, "person", tenure.state)
        if within(tenure.seen, (holder,), since=since, until=until, who=who, state=state):
            yield tenure


def model(of: Tenure) -> dict[str, Any]:
    """A tenure as RECORDS has it, for JSON."""
    return {"record": "tenure", **dataclasses.asdict(of)}


def row(of: Tenure) -> dict[str, Any]:
    """A row of a table; "instead" is whom the bundled table has in the office."""
    return {
        "state": of.state,
        "office": of.office or "",
        "name": of.name,
        "role": of.role,
        "seen": of.seen,
        "texts": of.texts,
        "instead": of.table,
        "id": of.person,
    }
