"""One instrument, one row; one label, one row with variants."""

from __future__ import annotations

import random

import pytest

from verbale.data.instruments import instruments
from verbale.data.states import states
from verbale.records import Actor, Agreement, Evidence, Status, identify
from verbale.study.registers import agreements, statuses
from verbale.study.titles import folded

A, B, C = (Actor(x, x, "state", x) for x in ("XAV", "XOR", "XUL"))


def agreement(name: str, act: str, **fields: object) -> Agreement:
    row: dict[str, object] = {"document": "d", "evidence": (Evidence(0, 1, "x"),)}
    row |= {"name": name, "act": act, "parties": (A, B)}
    made = identify(Agreement(**(row | fields)))  # type: ignore[arg-type]  # varied per test
    assert isinstance(made, Agreement)
    return made


def status(label: str, act: str = "reaffirmed", **fields: object) -> Status:
    row: dict[str, object] = {"document": "d", "evidence": (Evidence(0, 1, "x"),)}
    row |= {"label": label, "act": act, "parties": (A, B)}
    made = identify(Status(**(row | fields)))  # type: ignore[arg-type]  # varied per test
    assert isinstance(made, Status)
    return made


def test_spelling_and_parties_make_no_second_treaty() -> None:
    given = [
        agreement("Treaty of Good-neighborliness and Friendly Cooperation", "agreed-to-renew"),
        agreement(
            "Treaty of Good-Neighbourliness and Friendly Cooperation",
            "anniversary",
            signed="2001",
            date="2021",
        ),
        agreement("Treaty on Fisheries", "signed", date="2020"),
        agreement(
            "Treaty of Good-Neighbourliness and Friendly Cooperation", "cited", parties=(A, C)
        ),
    ]
    rows = agreements(given)
    assert len(rows) == 3
    (row,) = (r for r in rows if r.signed)
    assert {a[1] for a in row.acts} == {"agreed-to-renew", "anniversary"}
    assert row.signed == "2001"


def test_one_label_with_variants() -> None:
    full = "comprehensive strategic partnership of coordination"
    given = [
        status(f"{full} for a new era", "upgraded", since="2019", date="2019"),
        status(f"{full} in the new era"),
        status("alliance"),
    ]
    rows = statuses(given)
    assert [len(r.variants) for r in rows] == [1, 2]
    shuffled = list(given)
    random.Random(3).shuffle(shuffled)
    assert statuses(shuffled) == rows


def names(*rows: tuple[str, ...]) -> list[list[str]]:
    """The wordings of each row of the register, by their first; every row is (name, parties)."""
    made = []
    for name, *parties in rows:
        actors = tuple(Actor(p, p, "state", p) for p in parties)
        made.append(agreement(name, "cited", parties=actors))
    return sorted(sorted(r.variants) for r in agreements(made))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("UN Charter",), ("Charter of the United Nations",)),
        (("NPT",), ("Treaty on the Non-Proliferation of Nuclear Weapons",)),
        (("Joint Comprehensive Plan of Action", "CHN", "USA"), ("Iran nuclear deal", "IRN", "USA")),
        (("Mutual Defense Treaty",), ("U.S.-Philippines Mutual Defense Treaty", "PHL", "USA")),
        (("treaty on fishing grounds",), ("Treaty on Fishing Grounds (TFG)", "FRA", "ITA")),
        (("Agreement on the Zone of the River Basin",), ("Agreement on the River Basin Zone",)),
        (("France-Italy Fisheries Agreement",), ("Fisheries Agreement", "FRA", "ITA")),
    ],
)
def test_names_of_one_instrument(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert names(one, two) == [sorted({one[0], two[0]})]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("U.S.-Vietnam trade agreement", "USA", "VNM"), ("U.S.-Vietnam Air Transport Agreement",)),
        (
            ("Convention for the Suppression of the Financing of Piracy",),
            ("Convention for the Suppression of Acts of Maritime Piracy",),
        ),
        (("Treaty on Fishing Grounds", "FRA", "ITA"), ("Declaration on Fishing Grounds",)),
        (("Mutual Defense Treaty", "PHL", "USA"), ("Mutual Defense Treaty", "KOR", "USA")),
        (("joint statement", "FRA", "ITA"), ("Joint Statement on Fishing Grounds", "FRA", "ITA")),
        (("memorandum of understanding", "FRA", "ITA"), ("protocol", "FRA", "ITA")),
    ],
)
def test_names_of_two(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert names(one, two) == sorted([[one[0]], [two[0]]])


def test_a_short_name_that_may_mean_two_is_neither() -> None:
    full = (
        ("Treaty on Coastal Fishing Grounds", "FRA", "ITA"),
        (
            "Treaty on Northern Fishing Grounds",
            "FRA",
            "ITA",
        ),
    )
    assert len(names(*full, ("Treaty on Fishing Grounds", "FRA", "ITA"))) == 3


def test_statements_of_two_years_are_two() -> None:
    given = [
        agreement("joint statement", "issued", date="2031-05-06"),
        agreement("Joint Statement", "cited", date="2031"),
        agreement("joint statement", "issued", date="2033"),
    ]
    assert sorted(len(r.acts) for r in agreements(given)) == [1, 2]


def test_each_rung_of_the_ladder_is_a_row() -> None:
    given = [
        status("comprehensive partnership", "established", date="2023"),
        status("Comprehensive Strategic Partnership", "upgraded", date="2033"),
        status("close and enduring comprehensive strategic partnership"),
    ]
    rows = {r.name: [a[1] for a in r.acts] for r in statuses(given)}
    assert rows == {
        "comprehensive partnership": ["established"],
        "close and enduring comprehensive strategic partnership": ["reaffirmed", "upgraded"],
    }


def test_the_bundled_instruments_are_told_apart() -> None:
    every = [n for i in instruments() for n in (i.name, *i.aliases)]
    assert len({frozenset(folded(n)) for n in every}) == len(every)
    assert all(1900 < int(i.signed) < 2100 for i in instruments())
    assert all(p in states() for i in instruments() for p in i.parties)
