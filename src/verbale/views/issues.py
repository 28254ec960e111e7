"""The issue × party × year matrix as rows."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Sequence
from typing import Any, Literal

from verbale.errors import UnknownId
from verbale.ledger import Ledger
from verbale.ledger.when import days
from verbale.records import Commitment, Position
from verbale.study.issues import Line, matrix
from verbale.study.likeness import content_words, remembered

__all__ = ["issues", "model", "rows"]


def issues(
    ledger: Ledger,
    what: Literal["positions", "commitments"],
    about: str | None = None,
    **which: Any,
) -> list[Line]:
    """Lines of the matrix; `about` keeps the issues that have these words in one of their wordings."""
    kind = what.removesuffix("s")
    told = [r for r in ledger.records((kind,), **which) if isinstance(r, Position | Commitment)]

    def year(record: Position | Commitment) -> str | None:
        date = None
        if isinstance(record, Position) and record.statement:
            with contextlib.suppress(UnknownId):
                date = getattr(ledger.get(record.statement), "date", None)
        stretch = days(date or ledger.about(record.document).published)
        return str(stretch.first.year) if stretch and stretch.length <= 366 else None

    found = matrix(told, year, remembered(ledger))
    state = which.get("state")
    if state:
        found = [x for x in found if x.party == state.upper()]
    if about:
        asked = content_words(about)
        found = [x for x in found if any(asked <= content_words(w) for w in x.wordings)]
    return found


def model(of: Line) -> dict[str, Any]:
    """A line for JSON."""
    return dataclasses.asdict(of)


def rows(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """A table: a column per year, "→" before a stand that is another than the last one."""
    years = sorted({y for x in lines for y in x.years})
    found = []
    for x in lines:
        moved = {c.year for c in x.changes}
        cells = {
            y or "no date": ("→ " if y in moved else "")
            + ", ".join(f"{s} {n}" for s, n in x.years.get(y, {}).items())
            for y in years
        }
        found.append({"issue": x.issue, "party": x.party, **cells})
    return found
