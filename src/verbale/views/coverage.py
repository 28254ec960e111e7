"""The ledger beside a reference list of events, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verbale.data.states import states
from verbale.ledger import Ledger
from verbale.ledger.when import days
from verbale.records import DocumentRecord
from verbale.study.coverage import Coverage, Text, coverage, mentions, read_reference
from verbale.views.events import select

__all__ = ["compare", "rows", "summary"]


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
) -> Coverage:
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
    if mentioned:
        texts = list(_texts(ledger))
        rows_ = [r for r in rows_ if any(mentions(t, r, called) for t in texts)]
    events = select(ledger, since=since, until=until, state=state)
    return coverage(rows_, events, called, skipped)


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
            yield Text(stretch, ledger.text(document.id))


def summary(of: Coverage) -> str:
    """One line: how many rows were found, how many with the right days."""
    total = len(of.found) + len(of.missing)
    right = sum(m.right_days for m in of.found)
    share = (
        f" ({len(of.found) / total:.1%}; {right / total:.1%} with the right days)" if total else ""
    )
    skipped = f"; {len(of.skipped)} rows without a date" if of.skipped else ""
    return (
        f"verbale: {len(of.found)} of {total} found{share}; {len(of.extra)} visits extra{skipped}"
    )


def rows(of: Coverage) -> Iterator[dict[str, Any]]:
    """Missing rows, then found ones, then events that no row has."""
    for r in of.missing:
        yield _row("missing", r.line, r.who, r.where, _span(r.days), None, None)
    for m in of.found:
        r = m.reference
        what = "found" if m.right_days else "other days"
        yield _row(what, r.line, r.who, r.where, _span(r.days), m.event.date, m.event.id)
    for e in of.extra:
        visitor = e.visitor or (e.participants[0] if e.participants else None)
        yield _row(
            "extra", None, visitor.name if visitor else "", e.country or e.place, None, e.date, e.id
        )


def _row(
    what: str,
    line: int | None,
    who: str,
    where: str | None,
    reference: str | None,
    ledger: str | None,
    event: str | None,
) -> dict[str, Any]:
    return {
        "": what,
        "line": line,
        "who": who,
        "where": where,
        "reference": reference,
        "ledger": ledger,
        "event": event,
    }


def _span(of: Any) -> str:
    first, last = of.first.isoformat(), of.last.isoformat()
    return first if first == last else f"{first}/{last}"
