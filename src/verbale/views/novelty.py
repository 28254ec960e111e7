"""A document against the ledger: which documents are earlier, which are of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from verbale.ledger import Ledger
from verbale.ledger.when import days
from verbale.records import DocumentRecord, Record, kind_of
from verbale.study.likeness import remembered
from verbale.study.novelty import LAST, Novelty, novelty, parties, words_of

__all__ = ["Report", "model", "report", "rows"]


@dataclass(frozen=True, slots=True)
class Report:
    """What is new in a document; `copies` are ids of texts that are this text again.

    `earlier` counts the documents before it, `usual` are ids of the last ones of its kind.
    """

    document: DocumentRecord
    found: Novelty
    earlier: int
    usual: tuple[str, ...]
    copies: tuple[str, ...]


def report(ledger: Ledger, records: Sequence[Record], side: str | None) -> Report:
    """Compare a document's records with the ledger, whether it is in the ledger or not."""
    (head,) = (r for r in records if isinstance(r, DocumentRecord))
    copies = {ident for ident, _ in ledger.world.copies(head.id)}
    others = [
        d
        for d in ledger.records(("document",))
        if isinstance(d, DocumentRecord)
        and d.id not in {head.id, *copies}
        and _when(d) < _when(head)
    ]
    order = {d.id: _when(d) for d in others}
    pair = _pair(records)
    kin = [
        d for d in others if d.genre == head.genre and _voice(ledger, d) == (side or head.publisher)
    ]
    usual = []
    for document in sorted(kin, key=_when, reverse=True):
        told = ledger.of_document(document.id)
        if pair and _pair(told) == pair:
            usual.append(told)
        if len(usual) == LAST:
            break
    before = sorted(_earlier(ledger, records, order), key=lambda r: (order[r.document], r.id))
    return Report(
        head,
        novelty(records, before, usual, remembered(ledger)),
        len(others),
        tuple(u[0].document for u in usual),
        tuple(sorted(copies)),
    )


def _when(document: DocumentRecord) -> tuple[str, str]:
    """For sorting: the first day on which it may have been published, the undated last; the id."""
    stretch = days(document.published.date)
    return (stretch.first.isoformat() if stretch else "9999", document.id)


def _voice(ledger: Ledger, document: DocumentRecord) -> str | None:
    return ledger.about(document.id).side or document.publisher


def _pair(records: Sequence[Record]) -> frozenset[str]:
    """The two states that most of the records are about."""
    counts = Counter(p for r in records for p in parties(r) if len(p) == 3)
    return frozenset(p for p, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:2])


def _earlier(ledger: Ledger, records: Sequence[Record], order: dict[str, Any]) -> Iterator[Record]:
    """Records of earlier documents that share a kind and a party with one of `records`."""
    asked = {(kind_of(r), p) for r in records for p in parties(r)}
    seen: set[str] = set()
    for kind, party in sorted(asked):
        for record in ledger.records((kind,), state=party if len(party) == 3 else None):
            if record.document in order and record.id not in seen and party in parties(record):
                seen.add(record.id)
                yield record


def rows(of: Report) -> list[dict[str, Any]]:
    """A table: new, then dropped, then repeated points."""
    found = [_row("new", r, "") for r in of.found.new]
    found += [_row("dropped", d.record, f"in {d.documents} of {d.of}") for d in of.found.dropped]
    for repeated in of.found.repeated:
        times = len({o.document for o in repeated.earlier})
        found.append(_row("repeated", repeated.record, f"in {times} before"))
    return found


def _row(what: str, record: Record, note: str) -> dict[str, Any]:
    words = words_of(record) or record.evidence[0].quote
    return {
        "": what,
        "kind": kind_of(record),
        "whose": ", ".join(sorted(parties(record))),
        "words": " ".join(words.split()),
        "before": note,
        "id": record.id,
    }


def model(of: Report) -> Iterator[dict[str, Any]]:
    """One object a point, `novelty` first."""
    for record in of.found.new:
        yield {"novelty": "new", "point": msgspec.to_builtins(record)}
    for dropped in of.found.dropped:
        yield {
            "novelty": "dropped",
            "point": msgspec.to_builtins(dropped.record),
            "documents": dropped.documents,
            "of": dropped.of,
        }
    for repeated in of.found.repeated:
        earlier = [{"record": o.id, "document": o.document} for o in repeated.earlier]
        yield {
            "novelty": "repeated",
            "point": msgspec.to_builtins(repeated.record),
            "earlier": earlier,
        }
