"""Figures in sentences of our own: what they are of, reached or aimed at, when, and how changed."""
# ruff: noqa: E501  (sentences stand in a table, one a line)

from __future__ import annotations

from collections.abc import Callable

import pytest

from verbale.annotate.figures.numbers import amounts, factors
from verbale.records import Change, Observation, Rank, Record, Target

Read = Callable[..., list[Record]]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$190.27 billion", [(190.27e9, "USD")]),
        ("$ 800 million in weapons", [(8e8, "USD")]),
        ("over half a billion dollars", [(5e8, "USD")]),
        ("ten billion cubic metres of gas", [(1e10, "cubic metres")]),
        ("1.2 billion euros", [(1.2e9, "EUR")]),
        ("30,000 Avarian students", [(30000, "students")]),
        ("2.3 million Bordurians", [(2.3e6, "persons")]),
        ("900,000 vaccine doses", [(9e5, "doses")]),
        ("a 25-percent rise", [(25, "percent")]),
        ("in 2022 students came", []),
        ("two companies", []),
    ],
)
def test_amounts(text: str, values: list[tuple[float, str]]) -> None:
    assert [(a.value, a.unit) for a in amounts(text)] == values


def test_changes_in_words() -> None:
    text = "It rose by more than a third, then doubled, grew threefold and was halved."
    assert [a.value for a in factors(text)] == [33.3, 100, 200, -50]


@pytest.mark.parametrize(
    ("sentence", "indicator", "value", "period"),
    [
        ("Trade between Avaria and Borduria exceeded $140 million last year.", "bilateral-trade", 1.4e8, "2022"),
        ("By the end of 2021 mutual trade reached almost US$57 billion.", "bilateral-trade", 5.7e10, "2021"),
        ("Avarian investment in Borduria amounts to 21 billion euros.", "investment", 2.1e10, None),
        ("President Maren thanked Borduria for another $ 1 billion humanitarian aid package.", "humanitarian-aid", 1e9, None),
        ("In 2021, Avaria received 50.7 billion cubic metres of Bordurian gas.", "energy", 5.07e10, "2021"),
        ("Avaria has provided Borduria with $500 million in aid in the last year.", "aid", 5e8, "2022-05/2023-05"),
        ("As of now, Avaria has sheltered 2.3 million Bordurians.", "refugees", 2.3e6, "2023-05-04~"),
        ("Avaria gave $20 million to Borduria in 2021.", "aid", 2e7, "2021"),
        ("President Maren thanked Borduria for sending 2 million vaccine doses.", "vaccines", 2e6, None),
    ],
)  # fmt: skip
def test_what_was_reached(
    read_records: Read, sentence: str, indicator: str, value: float, period: str | None
) -> None:
    (found,) = read_records(sentence, Observation)
    assert isinstance(found, Observation)
    assert (found.indicator, found.value, found.period) == (indicator, value, period)
    assert read_records(sentence, Target) == []


@pytest.mark.parametrize(
    ("sentence", "value", "per", "due"),
    [
        ("The two sides will bring bilateral trade to 200 billion dollars a year.", 2e11, "year", None),
        ("They agreed to raise trade to $5 billion by 2030.", 5e9, "once", "../2030"),
        ("President Maren mentioned the intention to increase trade to $250 million.", 2.5e8, "once", None),
        ("Avaria launched a $1.2 billion malaria initiative.", 1.2e9, "once", None),
        ("Both move towards their goal, namely, reaching $9 billion in mutual trade.", 9e9, "once", None),
        ("Avaria is providing an additional $800 million in ammunition to Borduria.", 8e8, "once", None),
        ("President Maren thanked Borduria for its $2 billion pledge of aid.", 2e9, "once", None),
        ("They want to double their trade by 2030.", 100, "once", "../2030"),
        ("They aim to more than double mutual trade to $5 billion by 2030.", 5e9, "once", "../2030"),
        ("They set the goal of raising trade to $5 billion within five years.", 5e9, "once", "../2028"),
        ("Trade is expected to reach $5 billion this year.", 5e9, "once", "../2023"),
        ("President Maren signed into law $60 million in aid to Borduria.", 6e7, "once", None),
        ("The donors have pledged a total of $5 million to Borduria.", 5e6, "once", None),
    ],
)  # fmt: skip
def test_what_is_to_be_reached(
    read_records: Read, sentence: str, value: float, per: str, due: str | None
) -> None:
    (found,) = read_records(sentence, Target)
    assert isinstance(found, Target)
    assert (found.value, found.per, found.due) == (value, per, due)
    assert read_records(sentence, Observation) == []


def test_every_amount_of_a_sentence_is_taken(read_records: Read) -> None:
    text = "Avarian investment in Borduria exceeds $21 million, while Bordurian investment in Avaria amounts to $10 million."
    found = [r for r in read_records(text, Observation) if isinstance(r, Observation)]
    assert [f.value for f in found] == [2.1e7, 1e7]
    assert found[0].evidence[0].quote.endswith("$21 million")


def test_a_change_goes_with_its_value_or_stands_alone(read_records: Read) -> None:
    text = (
        "In 2021, mutual trade went up by 36 percent to $57 billion. "
        "In the first nine months of 2022 it fell by 4 percent."
    )
    one, two = (r for r in read_records(text, Observation) if isinstance(r, Observation))
    assert (one.value, one.change) == (5.7e10, Change(36, "2020"))
    assert (two.value, two.change, two.period) == (None, Change(-4, None), "2022-01/2022-09")


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("From January to November this year, mutual trade has grown by 31 percent to $123 million.", ["2023-01/2023-11"]),
        ("Trade for the first nine months of the year was above $100 million.", ["2023-01/2023-09"]),
        ("While trade fell by 17-odd percent in 2020, it has grown by 20 percent during the first half of 2021.", ["2020", "2021-01/2021-06"]),
    ],
)  # fmt: skip
def test_months_and_years(read_records: Read, sentence: str, periods: list[str]) -> None:
    found = [r for r in read_records(sentence, Observation) if isinstance(r, Observation)]
    assert [f.period for f in found] == periods


def test_months_told_before_frame_a_change(read_records: Read) -> None:
    text = (
        "Over the first three quarters of this year, trade did well. "
        "Imports from Borduria increased by 4% year-on-year."
    )
    (found,) = (r for r in read_records(text, Observation) if isinstance(r, Observation))
    assert (found.period, found.change) == ("2023-01/2023-09", Change(4, None))


def test_sums_of_what_was_promised_are_promised(read_records: Read) -> None:
    text = (
        "Avaria will give Borduria $90 million in aid. "
        "This sum includes $40 million in humanitarian assistance; and $50 million for defence assistance."
    )
    found = [r for r in read_records(text, Target) if isinstance(r, Target)]
    assert [f.value for f in found] == [9e7, 4e7, 5e7]
    assert read_records(text, Observation) == []


def test_an_amount_told_again_is_the_same(read_records: Read) -> None:
    text = "Avaria will donate 2 million doses to Borduria. We are proud of these 2 million vaccine doses."
    (found,) = read_records(text, Target)
    assert len(found.evidence) == 2
    assert read_records(text, Observation) == []


def test_the_value_that_one_is_compared_with(read_records: Read) -> None:
    text = "Mutual trade amounted to $147 million in 2022, compared with 107 million in 2020."
    found = [r for r in read_records(text, Observation) if isinstance(r, Observation)]
    assert [(f.value, f.period) for f in found] == [(1.47e8, "2022"), (1.07e8, "2020")]


def test_more_than_before_is_a_change(read_records: Read) -> None:
    text = "Trade between Avaria and Borduria stood at 5 million euros in 2020, which is 15% less than in 2019."
    (found,) = (r for r in read_records(text, Observation) if isinstance(r, Observation))
    assert found.change == Change(-15, "2019")


@pytest.mark.parametrize(
    "told",
    [
        "Avaria has been Borduria's largest trading partner for nine years in a row.",
        "For nine consecutive years, Avaria has been Borduria's largest trading partner.",
        "Avaria has been Borduria's largest trading partner for the ninth straight year.",
    ],
)
def test_years_in_a_row_are_counted_in_words(read_records: Read, told: str) -> None:
    (found,) = (r for r in read_records(told, Observation) if isinstance(r, Observation))
    assert found.rank is not None
    assert (found.rank.years, found.rank.since, found.period) == (9, "2014", "2014/2022")


def test_a_mark_that_is_passed_is_of_the_trade_told_before(read_records: Read) -> None:
    text = "Mutual trade has increased to $123 million. The record was beaten. We will pass the $200 million mark."
    (found,) = read_records(text, Target)
    assert isinstance(found, Target)
    assert found.indicator == "bilateral-trade"


def test_the_same_figure_twice_is_one(read_records: Read) -> None:
    text = "Our trade exceeded $140 billion last year. As was noted, bilateral trade has reached $140 billion."
    (found,) = read_records(text, Observation)
    assert len(found.evidence) == 2


def test_ranks(read_records: Read) -> None:
    (found,) = read_records("Avaria is Borduria's second biggest trading partner.", Observation)
    assert isinstance(found, Observation)
    assert found.rank is not None
    assert found.rank.label == "second biggest trading partner"


@pytest.mark.parametrize(
    ("sentence", "rank"),
    [
        ("Avaria has been Borduria's largest trading partner for 13 consecutive years.", Rank("largest trading partner", "2010", 13)),
        ("In 2021 Avaria was Borduria's largest investor for the 3rd year in a row.", Rank("largest investor", "2019", 3)),
    ],
)  # fmt: skip
def test_ranks_held_for_years(read_records: Read, sentence: str, rank: Rank) -> None:
    (found,) = read_records(sentence, Observation)
    assert isinstance(found, Observation)
    assert found.rank == rank


def test_a_rise_has_its_beginning_and_its_end(read_records: Read) -> None:
    text = "Trade grew from $10 billion in 2000 to $57 billion in 2022. They want to raise it from 57 billion dollars to 90 billion."
    found = [r for r in read_records(text, Observation) if isinstance(r, Observation)]
    assert [(f.value, f.period) for f in found] == [(1e10, "2000"), (5.7e10, "2022")]
    (aim,) = read_records(text, Target)
    assert isinstance(aim, Target)
    assert (aim.value, aim.unit) == (9e10, "USD")


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Trade between Avaria and Borduria hit a record $24 million in 2021, up 26 percent.", "2021"),
        ("Two-way trade surged 116 percent over the past decade.", "2013/2023"),
        ("Trade has more than doubled since 2013.", "2013/2023"),
    ],
)  # fmt: skip
def test_stretches_of_years(read_records: Read, sentence: str, period: str) -> None:
    (found,) = read_records(sentence, Observation)
    assert isinstance(found, Observation)
    assert found.period == period
    assert found.change is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Avaria put a 25 percent tariff on Bordurian steel.",
        "They welcomed a deal of two airlines worth $7.8 billion.",
        "The sale will secure more than 30,000 jobs in Avaria.",
        "About 14,000 people died.",
        "Five firms are top customers of the chip makers.",
        "Avaria did not approve 400 million dollars of military aid to Bordurian rebels.",
        "Imports of Bordurian steel face tariffs of up to 145 percent.",
        "They froze $280 million in central bank funds of Borduria.",
        "The trade war cost us 5 billion minutes.",
    ],
)
def test_what_is_no_figure_of_relations(read_records: Read, sentence: str) -> None:
    assert read_records(sentence, Observation) == []
    assert read_records(sentence, Target) == []
