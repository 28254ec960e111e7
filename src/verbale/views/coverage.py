"""The ledger beside a reference list of events, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verbale.data.states import states
from verbale.ledger import Ledger
from verbale.ledger.events import Event
from verbale.ledger.when import Days, days
from verbale.records import DocumentRecord
from verbale.study.coverage import (
    Coverage,
    Reference,
    Text,
    coverage,
    mentions,
    once,
    passage,
    read_reference,
)
from verbale.views.events import select

__all__ = ["Compared", "compare", "missing", "others", "summary"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison; `repeated` rows lie within others of the list.

    `words` has, by line of a missing row, the words that mention it and their document.
    """

    found: Coverage
    repeated: int
    words: dict[int, tuple[str, str]]


def compare(
    ledger: Ledger,
    reference: Path,
    names: dict[str, str],
    where: str | None = None,
    *,
    mentioned: bool = False,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
) -> Compared:
    """Compare; see `study.coverage`. Raises `SourceError` where the list cannot be used."""
    rows_, skipped = read_reference(reference, names, where)
    first, last = days(since), days(until)
    rows_ = [
        r
        for r in rows_
        if (not first or r.days.last >= first.first)
        and (not last or r.days.first <= last.last)
        and (not who or who.lower() in r.who.lower())
    ]
    called = _called(ledger)
    told: dict[int, Text] = {}
    if mentioned:
        texts = list(_texts(ledger))
        naming = ((r, t) for r in rows_ for t in reversed(texts) if mentions(t, r, called))
        told = {r.line: t for r, t in naming}
        rows_ = [r for r in rows_ if r.line in told]
    trips = once(rows_)
    events = select(ledger, since=since, until=until, state=state)
    found = coverage(trips, events, called, skipped)
    words = {r.line: _words(told[r.line], r, called) for r in found.missing if r.line in told}
    return Compared(found, len(rows_) - len(trips), words)


def _words(text: Text, row: Reference, called: dict[str, str]) -> tuple[str, str]:
    return passage(text.text, row, called), text.document


def _called(ledger: Ledger) -> dict[str, str]:
    """Lower-case names of states → their codes; those of the ledger's own actors included."""
    found = {n.lower(): s.code for s in states().values() for n in (s.name, *s.aliases)}
    found |= {n.lower(): s.code for s in states().values() for n in s.adjectives}
    found |= {name.lower(): code for code, name in ledger.state_names()}
    return found


def _texts(ledger: Ledger) -> Iterator[Text]:
    for document in ledger.records(("document",)):
        stretch = days(document.published.date) if isinstance(document, DocumentRecord) else None
        if stretch is not None and stretch.length <= 3:
            yield Text(stretch, ledger.text(document.id), document.id)


def summary(compared: Compared) -> str:
    """One line: how many rows were found, how many with the right days."""
    of = compared.found
    total = len(of.found) + len(of.missing)
    right = sum(m.right_days for m in of.found)
    share = (
        f" ({len(of.found) / total:.1%}; {right / total:.1%} with the right days)" if total else ""
    )
    repeated = f"; rows within another: {compared.repeated}" if compared.repeated else ""
    skipped = f"; rows without a date: {len(of.skipped)}" if of.skipped else ""
    return (
        f"verbale: {len(of.found)} of {total} found{share}; {len(of.extra)} visits extra"
        f"{repeated}{skipped}"
    )


def missing(compared: Compared) -> Iterator[dict[str, Any]]:
    """Rows of the list that no event has, with the words that mention them where these are known."""
    for r in compared.found.missing:
        words, document = compared.words.get(r.line, (None, None))
        yield _row("missing", r) | {"words": words, "document": document}


def others(compared: Compared) -> Iterator[dict[str, Any]]:
    """Rows that were found, then visits that no row has."""
    for m in compared.found.found:
        yield _row("found" if m.right_days else "other days", m.reference, m.event)
    for e in compared.found.extra:
        yield _row("extra", None, e)


def _row(what: str, row: Reference | None, event: Event | None = None) -> dict[str, Any]:
    visitor = (event.visitor or next(iter(event.participants), None)) if event else None
    return {
        "": what,
        "line": row.line if row else None,
        "who": row.who if row else visitor.name if visitor else "",
        "where": row.where if row else event and (event.country or event.place),
        "reference": _span(row.days) if row else None,
        "ledger": event.date if event else None,
        "event": event.id if event else None,
        "words": None,
        "document": None,
    }


def _span(of: Days) -> str:
    first, last = of.first.isoformat(), of.last.isoformat()
    return first if first == last else f"{first}/{last}"
