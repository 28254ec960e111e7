"""The five seed articles in one ledger: what none of them says alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.document import Document
from verbale.ledger import Ledger
from verbale.pipeline import read_documents
from verbale.records import Agreement, DocumentRecord, Observation, Target
from verbale.sources import read
from verbale.study.progress import progress
from verbale.study.registers import agreements


@pytest.fixture(scope="module")
def ledger(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    paths = [str(p) for p in sorted((shared / "data" / "seeds").glob("0*.txt"))]
    kept = Ledger(tmp_path_factory.mktemp("seeds") / "seeds.db", create=True)
    for done in read_documents(d for d in read(paths) if isinstance(d, Document)):
        kept.add(done.document, done.records, "v1")
    return kept


def test_the_visit_of_march_2021_is_one_event_planned_then_held(ledger: Ledger) -> None:
    visits = [
        e
        for e in ledger.world.events()
        if e.kind == "visit" and (e.date or "").startswith("2021-03")
    ]
    (visit,) = visits
    assert visit.date == "2021-03-22/2021-03-23"
    assert visit.status == "held"
    assert {status for _, status, _ in visit.history} == {"planned", "held"}
    assert len({t.record.document for t in visit.sources}) == 2


def test_the_text_of_unsettled_date_is_flagged_and_dated(ledger: Ledger) -> None:
    heads = [r for r in ledger.records(["document"]) if isinstance(r, DocumentRecord)]
    (unsettled,) = (h for h in heads if "date-conflict" in {w.code for w in h.warnings})
    assert unsettled.published.date == "2021-03-16/2021-03-29"
    assert (unsettled.published.basis, unsettled.published.status) == ("inferred", "conflict")


def test_the_treaty_is_one_row(ledger: Ledger) -> None:
    every = [r for r in ledger.records(["agreement"]) if isinstance(r, Agreement)]
    rows = [r for r in agreements(every) if "Good" in r.name and "Treaty" in r.name]
    (row,) = rows
    assert {"anniversary", "agreed-to-renew"} <= {act for _, act, _ in row.acts}


def test_trade_stands_at_95_percent_of_its_target(ledger: Ledger) -> None:
    targets = [r for r in ledger.records(["target"]) if isinstance(r, Target)]
    figures = [r for r in ledger.records(["observation"]) if isinstance(r, Observation)]
    rows = [p for p in progress(targets, figures, "2023-03-20") if p.ratio]
    assert [round(r.ratio or 0, 3) for r in rows] == [0.951]
