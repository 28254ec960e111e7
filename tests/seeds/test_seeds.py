"""What a careful reader finds in the five seed articles, verbale finds too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verbale.document import Document
from verbale.layers import MASKS, PARAGRAPHS, SENTENCES
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


XI, PUTIN = "person:xi-jinping", "person:vladimir-putin"
WANG, LAVROV = "person:wang-yi", "person:sergei-lavrov"
LABEL = "comprehensive strategic partnership of coordination for a new era"


def contacts(seeds: dict[str, Read], name: str, **fields: str | None) -> list[Interaction]:
    """Interactions of a seed whose named fields have these values."""
    found = of(seeds, name, Interaction)
    return [i for i in found if all(getattr(i, k) == v for k, v in fields.items())]


def test_every_span_holds(seeds: dict[str, Read]) -> None:
    for done in seeds.values():
        for record in done.records:
            for e in (*record.evidence, *getattr(record, "content", ())):
                assert done.document.text[e.start : e.end] == e.quote


def test_documents_are_dated(seeds: dict[str, Read]) -> None:
    heads = {n: of(seeds, n, DocumentRecord)[0] for n in seeds}
    dates = {n: head.published for n, head in heads.items()}
    assert dates["000"].date == "2021-03-20"
    assert dates["001"].date == "2020-12-23"
    assert dates["002"].status == "ambiguous"
    assert dates["003"].date == "2021-09-17"
    assert dates["004"].date == "2023-03-20~"
    assert [heads[n].publisher for n in ("000", "001", "003")] == ["Xinhua", None, "Xinhua"]
    assert heads["002"].byline == ("China Daily editorial",)
    assert heads["000"].dateline.date == "2021-03-19"
    assert heads["003"].dateline.date == "2021-09-16"


# --- what is told of contacts -----------------------------------------------------------------


def test_the_visit_that_is_announced(seeds: dict[str, Read]) -> None:
    (visit,) = contacts(seeds, "000", kind="visit")
    assert (visit.status, visit.date) == ("planned", "2021-03-22/2021-03-28")
    assert ids(visit.participants) == {LAVROV, "CHN"}
    assert (visit.visitor.id, visit.host.id, visit.place.country) == (LAVROV, "CHN", "CHN")


def test_the_visit_of_two_days_in_a_week_that_the_stamp_does_not_settle(
    seeds: dict[str, Read],
) -> None:
    visit = contacts(seeds, "002", kind="visit")[0]
    assert ids(visit.participants) == {LAVROV, "CHN"}
    assert visit.date is None
    assert "Monday and Tuesday" in visit.basis
    assert "does not settle" in visit.basis
    (head,) = of(seeds, "002", DocumentRecord)
    assert "date-conflict" in {w.code for w in head.warnings}


@pytest.mark.parametrize(
    ("name", "kind", "date", "who"),
    [
        ("001", "call", "2020-12-22", {WANG, LAVROV}),
        ("004", "visit", "2023-03-20/2023-03-22", {XI, PUTIN}),
        ("004", "video-meeting", "2022-12~", {XI, PUTIN}),
    ],
)
def test_contacts_that_were_held(
    seeds: dict[str, Read], name: str, kind: str, date: str, who: set[str]
) -> None:
    (found,) = contacts(seeds, name, kind=kind)
    assert (found.status, found.date) == ("held", date)
    assert ids(found.participants) == who


def test_the_meeting_of_the_ministers_at_dushanbe(seeds: dict[str, Read]) -> None:
    (meeting,) = contacts(seeds, "003", kind="meeting")
    assert (meeting.status, meeting.date.rstrip("~")) == ("held", "2021-09-16")
    assert ids(meeting.participants) == {WANG, LAVROV}


def test_the_state_visit_has_its_host_and_place(seeds: dict[str, Read]) -> None:
    (visit,) = contacts(seeds, "004", kind="visit")
    assert (visit.visitor.id, visit.host.id) == (XI, PUTIN)
    assert (visit.place.name, visit.place.country) == ("Moscow", "RUS")


@pytest.mark.parametrize("kind", ["call", "message"])
def test_contacts_told_as_several(seeds: dict[str, Read], kind: str) -> None:
    (several,) = contacts(seeds, "000", kind=kind)
    assert (several.status, several.date, several.count) == ("held", "2020", "several")
    assert ids(several.participants) == {XI, PUTIN}


# --- what is said -----------------------------------------------------------------------------


def test_the_ministers_formula(seeds: dict[str, Read]) -> None:
    (formula,) = (s for s in of(seeds, "000", Statement) if "unstable" in s.content[0].quote)
    assert ids(formula.speakers) == {WANG}
    assert formula.date == "2021-03-07"
    assert formula.manner in ("mixed", "direct")


def test_the_spokesperson_of_thursday(seeds: dict[str, Read]) -> None:
    said = [s for s in of(seeds, "000", Statement) if s.date == "2021-03-18"]
    assert [ids(s.speakers) for s in said] == [{"CHN"}]


@pytest.mark.parametrize(
    ("name", "who", "least"),
    [("001", WANG, 5), ("001", LAVROV, 3), ("003", WANG, 6), ("003", LAVROV, 6)],
)
def test_each_indirect_statement_has_its_own_speaker(
    seeds: dict[str, Read], name: str, who: str, least: int
) -> None:
    alone = [s for s in of(seeds, name, Statement) if ids(s.speakers) == {who}]
    assert len(alone) >= least
    assert {s.manner for s in alone} == {"indirect"}


def test_both_ministers_jointly(seeds: dict[str, Read]) -> None:
    joint = [s for s in of(seeds, "001", Statement) if s.manner == "joint"]
    assert any(ids(s.speakers) == {WANG, LAVROV} and "agreed" in (s.cue or "") for s in joint)


def test_the_statement_of_the_editorial(seeds: dict[str, Read]) -> None:
    (said,) = of(seeds, "002", Statement)
    assert ids(said.speakers) == {WANG}


# --- treaty, label, trade, positions ----------------------------------------------------------


def test_treaty_and_label(seeds: dict[str, Read]) -> None:
    acts = {(a.act, a.signed) for a in of(seeds, "000", Agreement) if "Treaty" in a.name}
    assert {("anniversary", "2001"), ("agreed-to-renew", "2001")} <= acts
    (anniversary,) = (a for a in of(seeds, "000", Agreement) if a.act == "anniversary")
    assert anniversary.date == "2021"
    (label,) = (s for s in of(seeds, "000", Status) if s.act == "upgraded")
    assert (label.label, label.since) == (LABEL, "2019")
    assert ids(label.parties) == {"CHN", "RUS"}
    (next_year,) = (a for a in of(seeds, "001", Agreement) if a.act == "anniversary")
    assert (next_year.date, next_year.signed) == ("2021", "2001")


@pytest.mark.parametrize("name", ["003", "004"])
def test_the_label_is_used_again(seeds: dict[str, Read], name: str) -> None:
    assert (LABEL, "reaffirmed") in {(s.label, s.act) for s in of(seeds, name, Status)}


def test_trade(seeds: dict[str, Read]) -> None:
    (target,) = of(seeds, "003", Target)
    assert (target.value, target.unit, target.per) == (200e9, "USD", "year")
    figures = of(seeds, "004", Observation)
    (trade,) = (o for o in figures if o.value)
    assert (trade.value, trade.unit, trade.period) == (190.27e9, "USD", "2022")
    assert trade.change.percent == 29.3
    (rank,) = (o.rank for o in figures if o.rank)
    assert (rank.years, rank.since) == (13, "2010")


@pytest.mark.parametrize("issue", ["unilateralism", "protectionism", "power politics", "bullying"])
def test_what_both_oppose(seeds: dict[str, Read], issue: str) -> None:
    stands = [p for p in of(seeds, "000", Position) if issue in p.issue]
    assert any(p.stance == "opposes" and ids(p.holders) == {"CHN", "RUS"} for p in stands)


@pytest.mark.parametrize("issue", ["Xinjiang", "Hong Kong", "Tibet"])
def test_who_stands_behind_china(seeds: dict[str, Read], issue: str) -> None:
    (stand,) = (p for p in of(seeds, "003", Position) if issue in p.issue)
    assert (stand.stance, ids(stand.holders), ids(stand.toward)) == ("supports", {"RUS"}, {"CHN"})


def test_who_stands_behind_russia(seeds: dict[str, Read]) -> None:
    stands = [p for p in of(seeds, "003", Position) if ids(p.toward) == {"RUS"}]
    assert stands
    assert all(p.stance == "supports" and ids(p.holders) == {"CHN"} for p in stands)


# --- the raw texts' defects -------------------------------------------------------------------


@pytest.fixture(scope="module")
def defects(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "data" / "seeds" / "defects.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 34
    return rows


BODY = {
    "run_on_sentence",
    "abbreviation_trap",
    "extra_blank_lines",
    "typographic_quotes_and_dashes",
}


def test_furniture_is_masked(seeds: dict[str, Read], defects: list[dict[str, Any]]) -> None:
    for row in defects:
        if row["kind"] in BODY:
            continue
        document = seeds[row["doc"][:3]].document
        covered = {i for m in document.get(MASKS) for i in range(m.start, m.end)}
        given = range(row["start"], row["end"])
        left = [i for i in given if i not in covered and not document.text[i].isspace()]
        assert not left, (row["doc"], row["kind"], row["start"])


def test_nothing_else_is_masked(seeds: dict[str, Read], defects: list[dict[str, Any]]) -> None:
    """Beside the defects only headlines: no character of a body is lost."""
    for name, done in seeds.items():
        named = {
            i
            for row in defects
            if row["doc"].startswith(name) and row["kind"] not in BODY
            for i in range(row["start"], row["end"])
        }
        text = done.document.text
        extra = [
            m
            for m in done.document.get(MASKS)
            if m.kind != "title"
            and any(i not in named and not text[i].isspace() for i in range(m.start, m.end))
        ]
        assert not extra, (name, [(m.kind, m.start) for m in extra])
        kept = {i for p in done.document.get(PARAGRAPHS) for i in range(p.start, p.end)}
        masked = {i for m in done.document.get(MASKS) for i in range(m.start, m.end)}
        assert not kept & masked
        assert all(text[i].isspace() for i in set(range(len(text))) - kept - masked)


def test_run_on_sentences_are_parted(seeds: dict[str, Read], defects: list[dict[str, Any]]) -> None:
    for row in defects:
        done = seeds[row["doc"][:3]].document
        starts = {s.start for s in done.get(SENTENCES)}
        if row["kind"] == "run_on_sentence":
            assert row["end"] - 1 in starts, row["start"]
        elif row["kind"] == "abbreviation_trap":
            assert not any(row["start"] < s <= row["end"] for s in starts)


def test_what_stands_twice_is_read_once(seeds: dict[str, Read]) -> None:
    masks = seeds["002"].document.get(MASKS)
    again = min(m.start for m in masks if m.kind == "repeated-body")
    for record in seeds["002"].records[1:]:
        assert all(e.start < again for e in record.evidence)
    (head,) = of(seeds, "002", DocumentRecord)
    assert {"repeated-body", "boilerplate"} <= {w.code for w in head.warnings}
    masks = seeds["003"].document.get(MASKS)
    (pulled,) = (m for m in masks if m.kind == "pull-quote")
    assert all(s.content[0].start > pulled.end for s in of(seeds, "003", Statement))
