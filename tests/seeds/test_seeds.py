"""What a careful reader finds in the five seed articles, verbale finds too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verbale.document import Document
from verbale.layers import MASKS
from verbale.pipeline import Read, read_documents
from verbale.records import (
    Agreement,
    DocumentRecord,
    Interaction,
    Observation,
    Position,
    Record,
    Statement,
    Status,
    Target,
)
from verbale.sources import read


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Read]:
    paths = [str(p) for p in sorted((shared / "data" / "seeds").glob("0*.txt"))]
    given = [d for d in read(paths) if isinstance(d, Document)]
    return {Path(r.document.source.path).name[:3]: r for r in read_documents(given)}


def of(seeds: dict[str, Read], name: str, kind: type[Record]) -> list[Any]:
    return [r for r in seeds[name].records if isinstance(r, kind)]


def ids(actors: Any) -> set[str]:
    return {a.id for a in actors}


def test_every_span_holds(seeds: dict[str, Read]) -> None:
    for done in seeds.values():
        for record in done.records:
            for e in (*record.evidence, *getattr(record, "content", ())):
                assert done.document.text[e.start : e.end] == e.quote


def test_documents_are_dated(seeds: dict[str, Read]) -> None:
    dates = {n: of(seeds, n, DocumentRecord)[0].published for n in seeds}
    assert dates["000"].date == "2021-03-20"
    assert dates["001"].date == "2020-12-23"
    assert dates["002"].status == "ambiguous"
    assert dates["003"].date == "2021-09-17"
    assert dates["004"].date == "2023-03-20~"


def test_contacts(seeds: dict[str, Read]) -> None:
    told = [
        (name, r.kind, r.status, r.date, frozenset(ids(r.participants)))
        for name in seeds
        for r in of(seeds, name, Interaction)
    ]
    lavrov, wang = "person:sergei-lavrov", "person:wang-yi"
    putin, xi = "person:vladimir-putin", "person:xi-jinping"
    assert ("000", "visit", "planned", "2021-03-22/2021-03-28", {lavrov, "CHN"}) in told
    assert ("001", "call", "held", "2020-12-22", {wang, lavrov}) in told
    assert ("004", "visit", "held", "2023-03-20/2023-03-22", {xi, putin}) in told
    assert ("004", "video-meeting", "held", "2022-12~", {xi, putin}) in told
    assert ("000", "call", "held", "2020", {xi, putin}) in told
    assert ("000", "message", "held", "2020", {xi, putin}) in told


def test_who_said_what(seeds: dict[str, Read]) -> None:
    said = of(seeds, "000", Statement)
    (formula,) = (s for s in said if "more unstable" in s.content[0].quote)
    assert ids(formula.speakers) == {"person:wang-yi"}
    assert formula.date == "2021-03-07"
    third = of(seeds, "003", Statement)
    assert {"person:wang-yi", "person:sergei-lavrov"} <= {i for s in third for i in ids(s.speakers)}
    assert len(third) >= 12


def test_treaty_and_label(seeds: dict[str, Read]) -> None:
    acts = {(a.act, a.signed) for a in of(seeds, "000", Agreement) if "Treaty" in a.name}
    assert {("anniversary", "2001"), ("agreed-to-renew", None)} <= acts
    (label,) = (s for s in of(seeds, "000", Status) if s.act == "upgraded")
    assert label.label == "comprehensive strategic partnership of coordination for a new era"
    assert label.since == "2019"


def test_trade(seeds: dict[str, Read]) -> None:
    (target,) = of(seeds, "003", Target)
    assert (target.value, target.unit, target.per) == (200e9, "USD", "year")
    figures = of(seeds, "004", Observation)
    (trade,) = (o for o in figures if o.value)
    assert (trade.value, trade.unit, trade.period) == (190.27e9, "USD", "2022")
    assert trade.change.percent == 29.3
    (rank,) = (o.rank for o in figures if o.rank)
    assert (rank.years, rank.since) == (13, "2010")


def test_positions(seeds: dict[str, Read]) -> None:
    stands = of(seeds, "000", Position)
    assert any(
        p.stance == "opposes" and "unilateralism" in p.issue and ids(p.holders) == {"CHN", "RUS"}
        for p in stands
    )
    behind = of(seeds, "003", Position)
    assert any("Xinjiang" in p.issue and ids(p.holders) == {"RUS"} for p in behind)


def test_furniture_is_masked(seeds: dict[str, Read], shared: Path) -> None:
    body = {"run_on_sentence", "abbreviation_trap", "extra_blank_lines"}
    body |= {"typographic_quotes_and_dashes"}
    lines = (shared / "data" / "seeds" / "defects.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, lines):
        if row["kind"] in body:
            continue
        document = seeds[row["doc"][:3]].document
        covered = set()
        for mask in document.get(MASKS):
            covered |= set(range(mask.start, mask.end))
        given = range(row["start"], row["end"])
        left = [i for i in given if i not in covered and not document.text[i].isspace()]
        assert not left, (row["doc"], row["kind"], row["text"])
