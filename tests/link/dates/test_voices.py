"""The document's own date from the voices that name it. The texts are made up."""

from __future__ import annotations

import datetime

import pytest

from verbale.document import Document, Source
from verbale.layers import DOCUMENT_DATE, RECORDS, TIMES, DocumentDate, Time
from verbale.pipeline import BEFORE_THE_READER


def read(text: str, **source: str) -> tuple[DocumentDate, tuple[Time, ...]]:
    document = Document(text, Source("given", **source))
    document.put(RECORDS, ())
    for step in BEFORE_THE_READER:
        step(document)
    return document.get(DOCUMENT_DATE)[0], document.get(TIMES)


BODY = "President Maro said on Tuesday that the canal will open next week. "


def test_a_container_is_believed_where_nothing_else_speaks() -> None:
    dated, times = read(BODY, date="2021-03-04")
    assert (dated.date, dated.basis, dated.status) == ("2021-03-04", "metadata", "ok")
    assert [t.edtf for t in times] == ["2021-03-02", "2021-03-08/2021-03-14"]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2021-03-04T09:00:00Z", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("Thu, 04 Mar 2021 10:00:00 GMT", "2021-03-04"),
        ("2021-03", "2021-03"),
        ("2021", "2021"),
        ("2021-13-40", None),
        ("soon", None),
    ],
)
def test_dates_of_containers(written: str, date: str | None) -> None:
    assert read(BODY, date=written)[0].date == date


def test_against_a_month_only_months_are_known() -> None:
    _, times = read(
        "They met on Monday. Trade grew this year. On 4 May 2019 they met.", date="2021-09"
    )
    assert [t.edtf for t in times] == [None, "2021", "2019-05-04"]


def test_a_month_gives_the_year_that_a_day_lacks() -> None:
    _, times = read("They met on 1 September and on Monday.", date="2021-09")
    assert [t.edtf for t in times] == ["2021-09-01", None]


def test_a_clock_time_alone_is_no_stamp() -> None:
    dated, _ = read("12:41 P.M. EST\n\nMODERATOR: Trade grew in 2021. Thank you all for coming.")
    assert (dated.date, dated.status) == (None, "missing")


def test_days_of_a_visit_are_counted_from_the_day_beside_them() -> None:
    _, times = read(
        "She came on March 3 for three days. He cut tariffs after March 9 by half for 90 days.",
        date="2021-03-12",
    )
    assert [t.edtf for t in times] == ["2021-03-03", "2021-03-03/2021-03-05", "2021-03-09", None]


def test_the_dateline_is_what_weekdays_are_read_against() -> None:
    dated, times = read(f"VARA, March 2 (Varona Press) -- {BODY}", date="2021-03-04")
    assert (dated.date, dated.anchor) == ("2021-03-04", datetime.date(2021, 3, 2))
    assert (dated.dateline_place, dated.dateline_date) == ("Vara", "2021-03-02")
    assert times[-2].edtf == "2021-03-02"


@pytest.mark.parametrize(("dateline", "status"), [("March 2, 2021", "ok"), ("March 2", "inferred")])
def test_a_dateline_alone_is_sure_only_with_its_year(dateline: str, status: str) -> None:
    dated, _ = read(f"VARA, {dateline} (Varona Press) -- {BODY}Ships sailed in 2021.")
    assert (dated.date, dated.basis, dated.status) == ("2021-03-02", "dateline", status)


def test_voices_that_do_not_agree_are_a_conflict_with_its_evidence() -> None:
    dated, _ = read(f"VARA, June 20 (Varona Press) -- {BODY}", date="2021-03-04")
    assert dated.status == "conflict"
    assert dated.conflicts == ("metadata 2021-03-04 against dateline 2021-06-20",)
    assert dated.evidence


def test_an_updated_stamp_dates_the_page_and_not_the_text() -> None:
    dated, times = read(f"By Varona Daily | Updated: 2021-12-01 09:05\n\n{BODY}")
    assert (dated.date, dated.status) == ("2021", "ambiguous")
    assert all(t.edtf is None for t in times if t.value.startswith("XXXX"))


def test_the_year_after_one_that_is_told_as_over() -> None:
    text = "President Maro arrived in Zemlia on May 6. Trade in 2018 rose 4 percent year-on-year."
    dated, _ = read(text)
    assert (dated.date, dated.basis, dated.status) == ("2019-05-06~", "inferred", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "On September 11 we recall the pact of 1979.",
        "By 2030 we will have met the goals. On May 3 we met.",
        "The 2030 Agenda stands.",
        "Nothing here tells a day.",
    ],
)
def test_nothing_dates_it(text: str) -> None:
    document = Document(text, Source("given"))
    document.put(RECORDS, ())
    for step in BEFORE_THE_READER:
        step(document)
    dated = document.get(DOCUMENT_DATE)[0]
    assert (dated.date, dated.status) == (None, "missing")
