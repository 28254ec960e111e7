"""The grammar finds, the resolver resolves, and neither falls over anything."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.annotate.times import find, resolve

ANCHOR = datetime.date(2021, 3, 19)  # a Friday

CASES = [
    ("on March 7", "March 7", "2021-03-07", "2021-03-07"),
    ("on 7 March 2020", "7 March 2020", "2020-03-07", "2020-03-07"),
    ("said on Thursday", "Thursday", "2021-03-18", "2021-03-18"),
    ("will come next week", "next week", "2021-W12", "2021-03-22/2021-03-28"),
    ("the end of last week", "the end of last week", "2021-W10", "2021-03-11/2021-03-14"),
    ("at the end of 2022", "the end of 2022", "2022-12", "2022-12~"),
    ("goals by 2030", "2030", "2030", "../2030"),
    ("This year marks", "This year", "2021", "2021"),
    ("for 13 years in a row", "13 years in a row", "P13Y", "2008-01-01/2020-12-31"),
    ("a three-day visit", "three-day", "P3D", None),
    ("the first quarter of 2020", "the first quarter of 2020", "2020-Q1", "2020-01/2020-03"),
    ("Sept. 16, 2020", "Sept. 16, 2020", "2020-09-16", "2020-09-16"),
    ("on 2020-12-23", "2020-12-23", "2020-12-23", "2020-12-23"),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), CASES)
def test_one_expression(text: str, words: str, value: str, edtf: str | None) -> None:
    (time,) = resolve(find(text), ANCHOR)
    assert text[time.start : time.end] == words
    assert time.value == value
    assert time.edtf == edtf


def test_coordinated_weekdays_are_one_stretch() -> None:
    monday, tuesday = resolve(find("will visit on Monday and Tuesday"), ANCHOR)
    assert monday.group == tuesday.group is not None
    assert monday.group_edtf == tuesday.group_edtf == "2021-03-22/2021-03-23"


def test_an_anniversary_knows_its_base_year() -> None:
    text = "next year marks the 20th anniversary of the treaty"
    anniversary = resolve(find(text), ANCHOR)[-1]
    assert (anniversary.value, anniversary.base_year) == ("2022", 2002)


@pytest.mark.parametrize(
    "text",
    [
        "for a new era",
        "World War II",
        "China Daily",
        "Winter Olympic Games",
        "they may come",
        "the Cold War",
    ],
)
def test_no_times(text: str) -> None:
    assert find(text) == []


def test_without_an_anchor_only_what_names_its_year_is_resolved() -> None:
    weekday, day = resolve(find("on Monday, and on 7 March 2020"), None)
    assert weekday.edtf is None
    assert day.edtf == "2020-03-07"


WORDS = (
    "the last next this first Third final quarter week weekend Year month of in by early late mid "
    "March May 16 2021 31 1990s twenties century Monday Tuesday and to ago later 3 three a an days "
    "decades anniversary 20th spring Winter now today Tonight morning noon 10:30 a.m. UTC - , . / "
    "Feb. 30 0 99 9999 half consecutive years row running annually each every end beginning"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.booleans(), st.dates())
def test_nothing_makes_it_fall(words: list[str], upper: bool, anchor: datetime.date) -> None:
    text = " ".join(words)
    text = text.title() if upper else text
    found = find(text)
    for times in (resolve(found, None), resolve(found, anchor)):
        assert [(t.start, t.end) for t in times] == [(e.start, e.end) for e in found]


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    last = 0
    for e in find(text):
        assert last <= e.start < e.end <= len(text)
        assert text[e.start : e.end] == e.text
        last = e.end


def test_development_floor(shared: Path) -> None:
    """Floors of the development set only go up (benchmarks/times.py prints the figures)."""
    import json

    spans = hits = gold = 0
    for line in (shared / "data" / "time" / "meantime_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        want = {(t["start"], t["end"]) for t in row["timexes"]}
        have = {(e.start, e.end) for e in find(row["text"])}
        gold, spans, hits = gold + len(want), spans + len(have), hits + len(want & have)
    assert 2 * hits / (gold + spans) > 0.83
