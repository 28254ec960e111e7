"""The bundled table of offices: no two in one, no gap unexplained, known facts stand."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict

import pytest

from verbale.data import offices
from verbale.data.offices import Tenure

DAY = datetime.date
# Head of state, of government, foreign minister; where one office is both, one name.
G20 = {
    "ARG": ("president", "foreign-minister"),
    "AUS": ("prime-minister", "foreign-minister"),
    "BRA": ("president", "foreign-minister"),
    "CAN": ("prime-minister", "foreign-minister"),
    "CHN": ("president", "prime-minister", "foreign-minister"),
    "DEU": ("president", "prime-minister", "foreign-minister"),
    "FRA": ("president", "prime-minister", "foreign-minister"),
    "GBR": ("monarch", "prime-minister", "foreign-minister"),
    "IDN": ("president", "foreign-minister"),
    "IND": ("president", "prime-minister", "foreign-minister"),
    "ITA": ("president", "prime-minister", "foreign-minister"),
    "JPN": ("monarch", "prime-minister", "foreign-minister"),
    "KOR": ("president", "foreign-minister"),
    "MEX": ("president", "foreign-minister"),
    "RUS": ("president", "prime-minister", "foreign-minister"),
    "SAU": ("monarch", "foreign-minister"),
    "TUR": ("president", "foreign-minister"),
    "UKR": ("president", "prime-minister", "foreign-minister"),
    "USA": ("president", "foreign-minister"),
    "ZAF": ("president", "foreign-minister"),
}
BORN = {"RUS": DAY(1991, 12, 31), "UKR": DAY(1991, 12, 31)}
# Longer than a change of hands takes: state, office, year in which the gap begins, and why.
GAPS = {
    ("IND", "foreign-minister", 1991): "between two cabinets",
    ("IND", "foreign-minister", 1992): "the prime minister held the office",
    ("KOR", "foreign-minister", 2004): "Ban Ki-moon, who stands under org:un",
    ("UKR", "foreign-minister", 2007): "acting ministers",
    ("UKR", "foreign-minister", 2009): "acting ministers",
}


def terms() -> dict[tuple[str, str], list[Tenure]]:
    found = defaultdict(list)
    for term in offices.tenures():
        found[term.state, term.office].append(term)
    return found


def test_every_term_ends_after_it_began_and_before_the_next() -> None:
    for of_office in terms().values():
        for term in of_office:
            assert term.until is None or term.since < term.until, term
        for one, two in itertools.pairwise(of_office):
            assert one.until is not None
            assert one.until <= two.since, (one, two)


@pytest.mark.parametrize("state", G20)
def test_the_first_offices_of_the_g20_are_filled_since_1990(state: str) -> None:
    known = terms()
    for office in G20[state]:
        of_office = known[state, office]
        assert of_office[0].since <= BORN.get(state, DAY(1990, 12, 31)), (state, office)
        assert of_office[-1].until is None, (state, office)
        for one, two in itertools.pairwise(of_office):
            assert one.until is not None
            gap = (two.since - one.until).days
            assert gap <= 65 or (state, office, one.until.year) in GAPS, (one, two)


def test_ids_lead_to_persons_and_one_spelling_to_one_id() -> None:
    people = offices.bundled()
    for term in offices.tenures():
        assert people.by_id[term.person].id == term.person
        found = people.known_as(term.name)
        assert found is not None, term
        assert found.id == term.person, term


@pytest.mark.parametrize(
    ("state", "office", "day", "person"),
    [
        ("FRA", "prime-minister", DAY(1992, 6, 1), "pierre-beregovoy"),
        ("ITA", "president", DAY(1993, 1, 1), "oscar-luigi-scalfaro"),
        ("JPN", "foreign-minister", DAY(1995, 6, 1), "yohei-kono"),
        ("CAN", "prime-minister", DAY(1993, 8, 1), "kim-campbell"),
        ("AUS", "foreign-minister", DAY(2000, 1, 1), "alexander-downer"),
        ("ZAF", "foreign-minister", DAY(1995, 1, 1), "alfred-nzo"),
        ("TUR", "prime-minister", DAY(2000, 1, 1), "bulent-ecevit"),
        ("RUS", "foreign-minister", DAY(1997, 1, 1), "yevgeny-primakov"),
        ("CHN", "foreign-minister", DAY(2021, 3, 22), "wang-yi"),
    ],
)
def test_facts(state: str, office: str, day: datetime.date, person: str) -> None:
    holder = offices.bundled().holder(state, office, day)
    assert holder is not None
    assert holder.id == f"person:{person}"
