"""Which rows of a list of trips a text mentions."""

from __future__ import annotations

import datetime

import pytest

from verbale.ledger.when import Days
from verbale.study.coverage import Reference, Text, mentions, once, passage

DAY = datetime.date(2031, 5, 6)
CALLED = {"orvenia": "XOR", "ulmar": "XUL"}


def row(who: str) -> Reference:
    return Reference(2, who, "Orvenia", Days(DAY, DAY))


@pytest.mark.parametrize(
    ("who", "text", "named"),
    [
        ("Prime Minister Michael Oran", "Prime Minister Oran arrived in Orvenia.", True),
        ("Prime Minister Michael Oran", "Michael Oran arrived in Orvenia.", True),
        ("Prime Minister Oran Michael", "Michael Oran arrived in Orvenia.", True),
        ("Prime Minister Michael Oran", "Thank you, Michael. Orvenia is next.", False),
        ("Prime Minister Michael Oran", "The President and Prime Minister met in Orvenia.", False),
        ("Prime Minister Michael Oran", "Prime Minister Oran arrived in Ulmar.", False),
    ],
)
def test_a_text_mentions_the_person_by_name_and_the_country(
    who: str, text: str, named: bool
) -> None:
    assert mentions(Text(Days(DAY, DAY), text), row(who), CALLED) is named


@pytest.mark.parametrize(("after", "near"), [(-2, False), (-1, True), (3, True), (4, False)])
def test_only_texts_of_those_days_count(after: int, near: bool) -> None:
    day = DAY + datetime.timedelta(after)
    text = Text(Days(day, day), "Prime Minister Oran is in Orvenia.")
    assert mentions(text, row("Prime Minister Michael Oran"), CALLED) is near


def test_a_trip_that_a_list_has_twice_is_one() -> None:
    def on(line: int, first: int, last: int, who: str = "Michael Oran") -> Reference:
        return Reference(line, who, "Orvenia", Days(DAY.replace(day=first), DAY.replace(day=last)))

    whole, part, again = on(2, 3, 9), on(3, 5, 5), on(4, 3, 9)
    later, other = on(5, 9, 12), on(6, 5, 5, "Ruo Tanli")
    assert once([part, whole, again, later, other]) == [whole, later, other]


def test_the_words_that_mention_a_trip_are_those_with_the_country() -> None:
    text = "Michael Oran spoke.\nThen Michael Oran left for  Orvenia. It rained in Orvenia."
    words = passage(text, row("Prime Minister Michael Oran"), CALLED)
    assert words == "Then Michael Oran left for Orvenia."
    assert (
        passage("Michael Oran spoke. Orvenia?", row("Michael Oran"), CALLED)
        == "Michael Oran spoke."
    )
