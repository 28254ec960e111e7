"""Dates of texts that other texts settle or gainsay, as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from verbale.ledger import Ledger
from verbale.study.stamps import Doubt, doubts
from verbale.views.among import within

__all__ = ["model", "row", "select"]

SETTLED = "settled"


def select(
    ledger: Ledger,
    *,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
) -> Iterator[Doubt]:
    """What other texts say of texts' dates: open ones that they settle first, then the doubtful.

    Days are those of the stamp; `who` and `state` are in what the text tells of the event.
    """
    for doubt in (*_settled(ledger), *doubts(list(ledger.world.events()))):
        record = ledger.get(doubt.record)
        actors = getattr(record, "participants", ())
        if within(doubt.published, actors, since=since, until=until, who=who, state=state):
            yield doubt


def _settled(ledger: Ledger) -> Iterator[Doubt]:
    for document, (instead, because, record) in ledger.world.redated().items():
        published = ledger.about(document).published or ""
        yield Doubt(document, published, SETTLED, instead, record, (because,))


def model(of: Doubt) -> dict[str, Any]:
    """A doubt for JSON."""
    return dataclasses.asdict(of)


def row(of: Doubt) -> dict[str, Any]:
    """A row of a table."""
    return {
        "published": of.published,
        "why": of.why,
        "instead": of.instead,
        "told": of.record,
        "because": ", ".join(of.because),
        "id": of.document,
    }
