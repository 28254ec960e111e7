"""Targets beside what was observed of them, with who said each figure and when."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.ledger import Ledger
from verbale.records import Observation, Record, Statement, Target
from verbale.study.progress import Conflict, Progress, conflicts, progress

__all__ = ["conflict_row", "figures", "model", "row"]


class Sayers:
    """Who said a record's words: the speaker of the statement around it, else the document's side."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._statements: dict[str, list[Statement]] = {}

    def __call__(self, record: Record) -> dict[str, Any]:
        """`said_by` (names), `side`, `published` and `document` of a record."""
        about = self._ledger.about(record.document)
        if record.document not in self._statements:
            told = self._ledger.of_document(record.document, "statement")
            self._statements[record.document] = [s for s in told if isinstance(s, Statement)]
        start, end = record.evidence[0].start, record.evidence[0].end
        around = [
            (c.end - c.start, s.id, s)
            for s in self._statements[record.document]
            for c in s.content
            if c.start <= start and end <= c.end
        ]
        speakers = min(around)[2].speakers if around else ()
        return {
            "record": record.id,
            "said_by": [a.name for a in speakers] or [about.side or about.publisher or ""],
            "side": about.side,
            "published": about.published,
            "document": record.document,
        }


def figures(
    ledger: Ledger, today: str, state: str | None = None
) -> tuple[list[Progress], list[Conflict]]:
    """Every target with its observations, and the figures that contradict each other."""
    found = list(ledger.records(("target", "observation"), state=state))
    targets = [r for r in found if isinstance(r, Target)]
    observed = [r for r in found if isinstance(r, Observation)]
    published = {r.document: ledger.about(r.document).published for r in found}
    return progress(targets, observed, today, published), conflicts(observed)


def model(of: Progress, said: Sayers) -> dict[str, Any]:
    """A row as RECORDS has `progress`, every figure with who said it and when."""
    built: dict[str, Any] = {"record": "progress", "target": msgspec.to_builtins(of.target)}
    built["named"] = [said(t) for t in of.targets]
    built["observations"] = [msgspec.to_builtins(o) | {"said": said(o)} for o in of.observations]
    return built | {"ratio": of.ratio, "state": of.state}


def row(of: Progress, said: Sayers) -> dict[str, Any]:
    """A row of a table: the target, the figures by period, how far it is."""
    per = {"year": " a year", "once": "", None: ""}[of.target.per]
    return {
        "indicator": of.target.indicator,
        "parties": ", ".join(sorted({a.state or a.id for a in of.target.parties})),
        "target": f"{_number(of.target.value)} {of.target.unit or ''}{per}",
        "due": of.target.due,
        "named by": _all(said(t) for t in of.targets),
        "observed": "\n".join(_figure(o, said) for o in of.observations),
        "reached": None if of.ratio is None else f"{of.ratio:.1%}",
        "state": of.state,
        "id": of.target.id,
    }


def conflict_row(of: Conflict, said: Sayers) -> dict[str, Any]:
    """Figures that contradict each other, each with who said it and when."""
    return {
        "indicator": of.indicator,
        "parties": ", ".join(of.parties),
        "period": of.period,
        "figures": "\n".join(_figure(o, said) for o in of.observations),
    }


def _figure(of: Observation, said: Sayers) -> str:
    period = f"{of.period}: " if of.period else ""
    by = _all([said(of)])
    return f"{period}{_number(of.value)} {of.unit or ''}" + (f" ({by})" if by else "")


def _all(said: Any) -> str:
    each = (" ".join(filter(None, (", ".join(s["said_by"]), s["published"]))) for s in said)
    return "; ".join(dict.fromkeys(each))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.2f}".removesuffix(".00")
