"""Dates of texts that other texts settle, overturn or gainsay, and those that people set, as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from verbale.ledger import Ledger
from verbale.study.stamps import Doubt, doubts
from verbale.views.among import within

__all__ = ["Row", "model", "row", "select"]


@dataclass(frozen=True, slots=True)
class Row(Doubt):
    """A doubt, and whether the ledger goes by the date instead (`applied`)."""

    applied: bool


def select(
    ledger: Ledger,
    *,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
) -> Iterator[Row]:
    """Texts' dates that are others than those that were read, then those in doubt.

    Days are those of the stamp; `who` and `state` are in what the text tells of the event.
    """
    every = doubts(list(ledger.world.events()))
    doubted = (Row(**_fields(d), applied=False) for d in every)
    for found in (*_in_force(ledger), *doubted):
        record = ledger.get(found.record)
        actors = getattr(record, "participants", ())
        if within(found.published, actors, since=since, until=until, who=who, state=state):
            yield found


def _in_force(ledger: Ledger) -> Iterator[Row]:
    for s in ledger.restamped.all():
        of = s.record or s.document
        yield Row(s.document, s.own or "", s.why, s.date or "", of, s.because, applied=True)


def _fields(of: Doubt) -> dict[str, Any]:
    return {f.name: getattr(of, f.name) for f in dataclasses.fields(of)}


def model(of: Row) -> dict[str, Any]:
    """A row for JSON."""
    return _fields(of)


def row(of: Row) -> dict[str, Any]:
    """A row of a table."""
    return {
        "published": of.published,
        "why": of.why,
        "instead": of.instead,
        "applied": "yes" if of.applied else "",
        "told": of.record,
        "because": ", ".join(of.because),
        "id": of.document,
    }
