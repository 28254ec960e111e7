"""The registers of instruments and of labels: one row each, with its acts in time and its users."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any, Literal

from verbale.ledger import Ledger
from verbale.records import Agreement, Status
from verbale.study import registers
from verbale.study.registers import Row

__all__ = ["model", "register", "row"]


def register(
    ledger: Ledger, what: Literal["agreements", "statuses"], state: str | None = None
) -> list[Row]:
    """Rows by name; a row is made of all records of the kind that name `state`."""
    if what == "agreements":
        told = ledger.records(("agreement",), state=state)
        return registers.agreements([r for r in told if isinstance(r, Agreement)])
    told = ledger.records(("status",), state=state)
    return registers.statuses([r for r in told if isinstance(r, Status)])


def _users(of: Row, ledger: Ledger) -> Counter[str]:
    """Sides (publishers where no side is known) → number of documents with the name."""
    abouts = [ledger.about(d) for d in of.used_by]
    return Counter(a.side or a.publisher or "" for a in abouts)


def model(of: Row, ledger: Ledger) -> dict[str, Any]:
    """A row for JSON: acts as objects, users with their number of documents."""
    built = dataclasses.asdict(of)
    built["acts"] = [
        {"date": date, "act": act, "record": record, **_told(record, ledger)}
        for date, act, record in of.acts
    ]
    built["documents"] = list(of.used_by)
    built["used_by"] = dict(sorted(_users(of, ledger).items()))
    return built


def _told(record: str, ledger: Ledger) -> dict[str, Any]:
    about = ledger.about(ledger.get(record).document)
    return {"published": about.published, "side": about.side}


def row(of: Row, ledger: Ledger) -> dict[str, Any]:
    """A row of a table."""
    acts = dict.fromkeys(f"{date or 'no date'} {act}" for date, act, _ in of.acts)
    users = _users(of, ledger)
    return {
        "name": of.name,
        "parties": ", ".join(of.parties),
        "signed": of.signed,
        "acts": "\n".join(acts),
        "used by": ", ".join(f"{side or 'unknown'} {n}" for side, n in sorted(users.items())),
        "variants": "\n".join(of.variants[1:]),
    }
