"""The grammar finds, the resolver resolves, and neither falls over anything."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.annotate.times import find, resolve
from verbale.annotate.times.grammar import BRANCHES

ANCHOR = datetime.date(2021, 3, 19)  # a Friday

CASES = [
    ("on March 7", "March 7", "2021-03-07", "2021-03-07"),
    ("on November the 5th, 2020", "November the 5th, 2020", "2020-11-05", "2020-11-05"),
    ("are they coming Monday?", "coming Monday", "2021-03-22", "2021-03-22"),
    ("woken at 2 o’clock", "2 o’clock", "2021-03-19T02:00", "2021-03-19"),
    ("Every September they meet", "Every September", "XXXX-09", None),
    ("plans to convene in November", "November", "2021-11", "2021-11"),
    ("in the last day", "the last day", "2021-03-18", "2021-03-18"),
    ("Six months later they met", "Six months later", "XXXX", None),
    ("at 3:09 p.m. KST", "3:09 p.m. KST", "2021-03-19T15:09", "2021-03-19"),
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
    ("expires at 5 p.m. EST Nov. 9", "5 p.m. EST Nov. 9", "2020-11-09T17:00", "2020-11-09"),
    ("began at noon Saturday", "noon Saturday", "2021-03-13T12:00", "2021-03-13"),
    ("said late yesterday", "late yesterday", "2021-03-18", "2021-03-18"),
    ("closed until Monday", "Monday", "2021-03-22", "2021-03-22"),
    ("On Monday, the envoy will leave", "Monday", "2021-03-22", "2021-03-22"),
    ("had been due on Monday", "Monday", "2021-03-15", "2021-03-15"),
    ("met in early May", "early May", "2020-05", "2020-05~"),
    ("in January this year", "January this year", "2021-01", "2021-01"),
    ("was signed last May", "last May", "2020-05", "2020-05"),
    ("every March", "every March", "XXXX-03", None),
    ("about two years ago", "about two years ago", "2019", "2019"),
    ("six weeks ago", "six weeks ago", "2021-W05", "2021-02-01/2021-02-07"),
    ("a few years ago", "a few years ago", "PAST_REF", None),
    ("lasted two and a half years", "two and a half years", "P2.5Y", None),
    ("for almost a hundred years", "almost a hundred years", "P100Y", None),
    ("within twenty-four hours", "twenty-four hours", "PT24H", None),
    ("in late 2019", "late 2019", "2019", "2019-10~/2019-12~"),
    ("in the late 1970s", "the late 1970s", "197", "1970/1979"),
    ("the second half of 2020", "the second half of 2020", "2020-H2", "2020-07/2020-12"),
    ("third-quarter sales", "third-quarter", "2020-Q3", "2020-07/2020-09"),
    ("in fiscal 2019", "fiscal 2019", "2019", "2019"),
    ("since '82", "'82", "1982", "1982"),
    ("in 480 BC", "480 BC", "BC0480", None),
    ("over the weekend", "the weekend", "2021-W10-WE", "2021-03-13/2021-03-14"),
    ("at Christmas", "Christmas", "2020-12-25", "2020-12-25"),
    ("in nineteen ninety-four", "nineteen ninety-four", "1994", "1994"),
    ("the two sides agreed today's world", "today", "PRESENT_REF", None),
    ("gathered in Meris on June 2", "June 2", "2020-06-02", "2020-06-02"),
    ("the talks held the day before.", "the day before", "2021-03-18", "2021-03-18"),
    ("He leaves for Meris on June 2", "June 2", "2021-06-02", "2021-06-02"),
    ("was postponed to June 2", "June 2", "2021-06-02", "2021-06-02"),
    ("at today's meeting", "today", "2021-03-19", "2021-03-19"),
    ("spoke on the 5th.", "the 5th", "2021-03-05", "2021-03-05"),
    ("earlier this month", "earlier this month", "2021-03", "2021-03"),
    ("in the near future", "the near future", "FUTURE_REF", None),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), CASES)
def test_one_expression(text: str, words: str, value: str, edtf: str | None) -> None:
    (time,) = resolve(find(text), ANCHOR)
    assert text[time.start : time.end] == words
    assert time.value == value
    assert time.edtf == edtf


@pytest.mark.parametrize(
    ("day", "text", "value"),
    [
        (15, "agreed this weekend", "2021-W10-WE"),
        (15, "will meet this weekend", "2021-W11-WE"),
        (19, "agreed this weekend", "2021-W11-WE"),
        (21, "in Meris this past week", "2021-W11"),
        (19, "in Meris this past week", "2021-W10"),
    ],
)
def test_which_weekend_and_week_by_the_day_of_the_text(day: int, text: str, value: str) -> None:
    (time,) = resolve(find(text), datetime.date(2021, 3, day))
    assert time.value == value


def test_an_anniversary_is_of_the_year_that_it_is_told_of() -> None:
    text = "Next year is one of weight for both coasts, as it marks the 20th anniversary of peace."
    *_, last = resolve(find(text), ANCHOR)
    assert (last.value, last.base_year) == ("2022", 2002)


def test_numbers_of_resolutions_are_no_years() -> None:
    assert [t.value for t in resolve(find("resolutions 1511 (2003) and 1546 (2004)"), ANCHOR)] == [
        "2004"
    ]


def test_coordinated_weekdays_are_one_stretch() -> None:
    monday, tuesday = resolve(find("will visit on Monday and Tuesday"), ANCHOR)
    assert monday.group == tuesday.group is not None
    assert monday.group_edtf == tuesday.group_edtf == "2021-03-22/2021-03-23"


def test_a_range_has_two_ends_and_one_stretch() -> None:
    first, last = resolve(find("on 22-25 April 2019"), ANCHOR)
    assert (first.value, last.value) == ("2019-04-22", "2019-04-25")
    assert first.group_edtf == last.group_edtf == "2019-04-22/2019-04-25"
    assert [t.value for t in resolve(find("in 1939–45"), ANCHOR)] == ["1939", "1945"]


def test_what_goes_back_to_the_time_told_last() -> None:
    text = "They met on 3 May 2019. The next day the two signed; two days later they left."
    assert [t.value for t in resolve(find(text), ANCHOR)] == [
        "2019-05-03",
        "2019-05-04",
        "2019-05-06",
    ]


def test_a_narrative_is_read_along_its_own_years() -> None:
    text = (
        "In 1871 the league was founded, after that of 1869. The war began on 4 June 1873. On 10 June the port "
        "fell; in August the fleet left. Talks of 1874 failed. By February the army had crossed the river. A "
        "truce was signed on May 2, 1875. The following year the league broke up."
    )
    values = [t.value for t in resolve(find(text), ANCHOR)]
    assert values == [
        *(
            "1871",
            "1869",
            "1873-06-04",
            "1873-06-10",
            "1873-08",
            "1874",
            "1874-02",
            "1875-05-02",
            "1876",
        ),
    ]


def test_news_that_cites_old_years_is_no_narrative() -> None:
    text = (
        "The treaty of 1975 and the accords of 1981, 1986, 1990 and 1994 stand. Ministers met on "
        "Monday and said last week that talks go on today; on March 7 they spoke."
    )
    assert resolve(find(text), ANCHOR)[-1].value == "2021-03-07"


def test_heads_leave_no_expression_out() -> None:
    """Each branch is tried wherever it could match: the table of first words is complete."""
    for text in (c[0] for c in CASES):
        for branch in BRANCHES:
            for word in re.finditer(r"(?<!\w)(?:\w+|['’](?=\d\d\b))", text):
                match = branch.pattern.match(text, word.start())
                if match:
                    first = "#" if word.group()[0].isdigit() else word.group().lower()
                    assert first.replace("’", "'") in branch.heads, (branch.kind, match.group())


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
        "a 44-year-old envoy",
        "three quarters of the votes",
        "on one second thought",
        "the Jan Kavan papers",
        "1400 victims",
        "a march through the town",
        "Tomas Velde (25:38): No. (02:02): Yes.",
        "the Harbour Daily",
        "called off on the last day, at the last minute",
        "the Spring Festival",
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
    "Feb. 30 0 99 9999 half consecutive years row running annually each every end beginning "
    "BC GMT 1/2 ’82 the same that following quarter fiscal Christmas Thanksgiving yesterday recently"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.booleans(), st.dates())
def test_nothing_makes_it_fall(words: list[str], upper: bool, anchor: datetime.date) -> None:
    text = " ".join(words)
    text = text.title() if upper else text
    found = find(text)
    for times in (resolve(found, None), resolve(found, anchor)):
        assert [(t.start, t.end) for t in times] == [(e.start, e.end) for e in found]


# Marks that join, reverse, vanish or grow when their case is changed; surrogates as files may hold them.
HOSTILE = "\0\r\n\ufeff\u200b\u200f\u202e\u0301\u0130ŉẞ²½٣７𝟚𝐌😀👨\u200d👩\ud800–—‑/:-’"


@given(
    st.text() | st.lists(st.sampled_from([*WORDS, *HOSTILE]), max_size=20).map("".join), st.dates()
)
def test_any_text_is_read(text: str, anchor: datetime.date) -> None:
    last = 0
    found = find(text)
    for e in found:
        assert last <= e.start < e.end <= len(text)
        assert text[e.start : e.end] == e.text
        last = e.end
    assert len(resolve(found, anchor)) == len(resolve(found, None)) == len(found)


def test_development_floor(shared: Path) -> None:
    """Floors of the development set only go up (benchmarks/times.py prints the figures)."""
    import json

    spans = hits = gold = 0
    for line in (shared / "data" / "time" / "meantime_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        want = {(t["start"], t["end"]) for t in row["timexes"]}
        have = {(e.start, e.end) for e in find(row["text"])}
        gold, spans, hits = gold + len(want), spans + len(have), hits + len(want & have)
    assert 2 * hits / (gold + spans) > 0.88


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("meetings in May and September 2018", ["2018-05", "2018-09"]),
        ("in March, June and July 2018", ["2018-03", "2018-06", "2018-07"]),
        ("in December and January 2018", ["2017-12", "2018-01"]),
        ("on 5 May and 7 June 2018", ["2018-05-05", "2018-06-07"]),
        ("in May he left; June 2018 was hot", ["2020-05", "2018-06"]),
    ],
)
def test_the_year_of_a_list_is_of_each_month(text: str, values: list[str]) -> None:
    assert [t.edtf for t in resolve(find(text), ANCHOR)] == values
