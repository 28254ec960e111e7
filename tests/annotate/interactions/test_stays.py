"""Stays abroad that no word of contact names, and the stops of a tour."""

from __future__ import annotations

import pytest
from tests.annotate.interactions.made import DAY, NOVAK, read

from verbale.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        ("While in Halm, Petra Novak told reporters that Suvaria wanted peace.", "held", DAY + "~"),
        ("Petra Novak was interviewed by a broadcaster while in Nordavia on May 9.", "held", "2023-05-09"),
        ("Petra Novak, who is in Nordavia for talks, said that Suvaria was ready for a deal.", "held", DAY + "~"),
        ("Petra Novak was in Halm on May 9.", "held", "2023-05-09"),
        ("Petra Novak will be in Halm from May 20 to May 22.", "planned", "2023-05-20/2023-05-22"),
        ("Petra Novak led a delegation to Halm on May 9.", "held", "2023-05-09"),
        ("Petra Novak is going to Halm on May 20.", "planned", "2023-05-20"),
        ("Lars Holm: Petra Novak, the foreign minister, led a delegation to Halm on May 9.", "held", "2023-05-09"),
        ("Petra Novak made a stop in Nordavia on May 9 on the way home.", "held", "2023-05-09"),
    ],
)  # fmt: skip
def test_a_person_who_is_abroad_is_on_a_visit(
    reader: Reader, sentence: str, status: str, date: str | None
) -> None:
    (found,) = read(reader, sentence)
    assert (found.kind, found.status, found.date) == ("visit", status, date)
    assert found.place is not None
    assert (found.visitor and found.visitor.id, found.place.country) == (NOVAK, "XNA")


@pytest.mark.parametrize(
    "sentence",
    [
        "Petra Novak said that the goods were in Nordavia.",
        "Petra Novak was in Suvaria on May 9.",
        "The ambassador of Suvaria, Petra Novak, is in Nordavia.",
        "Suvaria was in Nordavia for twenty years.",
        "Petra Novak called on Nordavia to put a stop to the sales in Westria.",
        "Petra Novak said that it was in Nordavia.",
        "Lars Holm asked Petra Novak: Will you travel to Nordavia this year?",
    ],
)
def test_what_lies_somewhere_is_no_visit(reader: Reader, sentence: str) -> None:
    assert not [f for f in read(reader, sentence) if f.kind == "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Suvaria announced the trip of Petra Novak, with stops in Nordavia and Westria.",
        "The ministry announced Petra Novak's trip across the region, including stops in Nordavia and Westria.",
        "Petra Novak will travel to the north, with stops in Nordavia and Westria.",
        "Petra Novak will make stops in Nordavia and Westria next week.",
    ],
)
def test_each_stop_of_a_tour_is_a_visit(reader: Reader, sentence: str) -> None:
    found = [f for f in read(reader, sentence) if f.place]
    assert {f.place and f.place.country for f in found} == {"XNA", "XWE"}
    assert {f.visitor and f.visitor.id for f in found} == {NOVAK}
    assert {f.status for f in found} == {"planned"}


def test_a_named_visit_says_more_than_a_stay(reader: Reader) -> None:
    (found,) = read(
        reader,
        "While in Nordavia, Petra Novak spoke of trade. Petra Novak visited Nordavia today.",
    )
    assert found.date == DAY
    assert found.evidence[0].quote.startswith("Petra Novak visited")


def test_a_log_tells_its_day_in_the_present(reader: Reader) -> None:
    (found,) = read(
        reader,
        "Petra Novak is interviewed by a broadcaster while in Halm.",
        "Suvaria log, 2023-05-10",
    )
    assert found.date == DAY + "~"
