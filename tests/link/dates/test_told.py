"""The document's own date from what its body tells of its time. The texts are made up."""

from __future__ import annotations

import pytest

from verbale.document import Document, Source
from verbale.layers import DOCUMENT_DATE, RECORDS, DocumentDate
from verbale.pipeline import BEFORE_THE_READER

JUBILEE = "This year marks the 20th anniversary of the treaty signed in 2001. "
ELECTED = (
    "Allow me to congratulate you on your election as President of the General Assembly at its "
)


def read(text: str, **source: str) -> tuple[DocumentDate, list[str]]:
    """The date, and the words that it stands on."""
    document = Document(text, Source("given", **source))
    document.put(RECORDS, ())
    for step in BEFORE_THE_READER:
        step(document)
    dated = document.get(DOCUMENT_DATE)[0]
    return dated, [document.quote(s) for s in dated.evidence]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (JUBILEE, "2021"),
        ("Next year marks the 20th anniversary of the treaty signed in 2001.", "2020"),
        ("Last year we celebrated the 20th anniversary of the pact of May 2001.", "2022"),
        (
            "They spoke of the 20th anniversary of the pact of 2001, which they mark this year.",
            "2021",
        ),
        ("This year marks the 80th anniversary of the founding of the United Nations.", "2025"),
    ],
)
def test_an_anniversary_that_is_marked_gives_the_year(text: str, year: str) -> None:
    dated, words = read(text)
    assert (dated.date, dated.basis, dated.status) == (f"{year}~", "inferred", "inferred")
    assert "20th anniversary" in words[0] or "80th anniversary" in words[0]


@pytest.mark.parametrize(
    "text",
    [
        "They recalled the 20th anniversary of the treaty signed in 2001.",
        "This year marks the 20th anniversary of the treaty, which runs until 2031.",
        "This year marks the 20th anniversary, to be held in 2001 halls.",
        "This year marks the twenty-fifth anniversary of the treaty signed in 2001.",
        "This year marks the 20th anniversary of the founding of the United Nations Fund for Rivers.",
    ],
)
def test_an_anniversary_that_gives_none(text: str) -> None:
    assert read(text)[0].status == "missing"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{ELECTED}seventy-eighth session.", "2023~"),
        (f"{ELECTED}sixtieth session.", "2005~"),
        ("The current 78th session of the General Assembly is at work.", "2023-09-01/2024-09-30"),
    ],
)
def test_a_session_that_is_under_way(text: str, date: str) -> None:
    dated, words = read(text)
    assert (dated.date, dated.status) == (date, "inferred")
    assert words[0].endswith("session") or "General Assembly" in words[0]


def test_a_stretch_over_two_years_is_no_anchor() -> None:
    dated, _ = read("We met on Monday at this 78th session of the General Assembly.")
    assert dated.date
    assert dated.anchor is None


@pytest.mark.parametrize(
    "text",
    [
        "At its sixtieth session the General Assembly spoke of it.",
        "The current 78th session of the Council of Rivers is at work.",
        "I pay tribute to the President of the General Assembly at its sixtieth session.",
    ],
)
def test_a_session_that_is_not(text: str) -> None:
    assert read(text)[0].status == "missing"


def test_an_anniversary_narrows_a_session() -> None:
    text = f"{JUBILEE}The current 75th session of the General Assembly is at work."
    assert read(text)[0].date == "2021~"


def test_what_is_told_does_not_agree() -> None:
    dated, words = read(f"{JUBILEE}{ELECTED}sixtieth session.")
    assert (dated.date, dated.status, dated.anchor) == (None, "conflict", None)
    assert "(2021)" in dated.conflicts[0]
    assert "(2005)" in dated.conflicts[0]
    assert len(words) == 2


def test_a_weekday_fixes_the_year_in_its_window() -> None:
    text = "Maro arrived on Tuesday, March 23. Trade reached 4 billion in 2019."
    dated, words = read(text, made="2022-03-01")
    assert (dated.date, dated.status) == ("2021-03-23~", "inferred")
    assert words == ["2019", "Tuesday, March 23"]


def test_years_that_a_weekday_leaves_open() -> None:
    text = "Maro arrived on Tuesday, March 23. Trade reached 4 billion in 2019."
    dated, words = read(text)
    assert (dated.date, dated.status) == (None, "ambiguous")
    assert dated.conflicts == ('"Tuesday, March 23" agrees with 2021, 2027, 2032 and later years',)
    assert "Tuesday, March 23" in words


def test_a_weekday_that_the_window_does_not_have() -> None:
    dated, _ = read(f"{JUBILEE}Maro arrived on Friday, March 23.")
    assert (dated.date, dated.status) == (None, "conflict")


def test_a_weekday_alone_says_nothing() -> None:
    assert read("Maro arrived on Tuesday, March 23.")[0].status == "missing"


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 trade reached 4 billion dollars.",
        "The fair will be held in 2026. This year they met.",
        "Our peoples remember 1945. This year they met.",
    ],
)
def test_a_year_told_is_only_a_bound(text: str) -> None:
    assert read(text)[0].status == "missing"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Maro arrived on Tuesday, March 23.", "2020-03-24"),
        (JUBILEE, "2019-05-02"),
        (f"{ELECTED}seventy-eighth session.", "2021-09-22"),
        ("In 2022 trade reached 4 billion dollars.", "2020-01-09"),
    ],
)
def test_a_date_that_the_body_gainsays(text: str, date: str) -> None:
    dated, words = read(text, date=date)
    assert (dated.date, dated.status) == (date, "conflict")
    assert dated.conflicts[0].startswith(f"metadata {date} against ")
    assert words


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Maro arrived on Tuesday, March 23.", "2021-03-24"),
        ("They will meet on Tuesday, January 4.", "2021-12-20"),
        ("Maro fell on Sunday, December 7. It was 1941.", "2021-12-09"),
        (JUBILEE, "2021"),
        (JUBILEE, "2021-05"),
    ],
)
def test_a_date_that_the_body_bears_out(text: str, date: str) -> None:
    dated, _ = read(text, date=date)
    assert (dated.date, dated.status) == (date, "ok")


def test_a_text_that_is_older_than_its_updated_stamp() -> None:
    text = f"By Varona Daily | Updated: 2023-12-01 09:05\n\n{JUBILEE}They met on Monday."
    dated, words = read(text)
    assert (dated.date, dated.basis, dated.status) == ("2021~", "inferred", "conflict")
    assert dated.conflicts[0].startswith("header 2023-12-01 (updated) against ")
    assert len(words) == 2


def test_a_dateline_whose_borrowed_year_does_not_agree() -> None:
    text = "VARA, March 23 (Varona Press) -- Maro left on Tuesday, March 23. Ships sailed in 2020."
    dated, _ = read(text)
    assert (dated.date, dated.status, dated.dateline_place) == (None, "ambiguous", "Vara")


def test_a_dateline_takes_the_year_that_the_text_tells() -> None:
    dated, _ = read(f"VARA, March 23 (Varona Press) -- {JUBILEE}Ships sailed in 2009.")
    assert (dated.date, dated.basis, dated.status) == ("2021-03-23", "dateline", "inferred")
