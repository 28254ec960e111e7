"""Stamps in doubt: what is left to people, with which date instead, and what is not; rows of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.ledger.made import PEOPLE, STATES, Given, given

from verbale.ledger import Ledger
from verbale.records import Place
from verbale.study.stamps import Doubt, doubts
from verbale.views import stamps

ADA = PEOPLE["XAV"][0]
VISIT: dict[str, Any] = {"kind": "visit", "participants": (ADA, STATES["XOR"]), "visitor": ADA}

# 5 and 6 May 2031 are a Monday and a Tuesday; the stamp of WRONG makes them 26 and 27.
PLAN = given(
    "Ada is expected in Orvenia from 5 to 6 May.",
    "2031-05-01",
    VISIT | {"status": "planned", "date": "2031-05-05/2031-05-06"},
)
HELD = given(
    "Ada was in Orvenia on 5 and 6 May.", "2031-05-07", VISIT | {"date": "2031-05-05/2031-05-06"}
)
WRONG = given(
    "Ada came to Orvenia for talks on Monday and Tuesday.",
    "2031-05-28",
    VISIT | {"date": "2031-05-26/2031-05-27"},
)
AWAY = given(
    "Ada met the president of Ulmark in the capital of Ulmark on 26 May.",
    "2031-05-26",
    {
        "kind": "meeting",
        "participants": (ADA, PEOPLE["XUL"][0]),
        "date": "2031-05-26",
        "place": Place("Ulm", "XUL"),
    },
)


def found(path: Path, *documents: Given) -> list[Doubt]:
    with Ledger(path / "a.db", create=True) as ledger:
        for document, records in documents:
            ledger.add(document, records, "v1")
        return doubts(list(ledger.world.events()))


@pytest.mark.parametrize("other", [PLAN, HELD])
def test_a_visit_that_others_tell_in_another_week_makes_a_doubt(
    tmp_path: Path, other: Given
) -> None:
    (doubt,) = found(tmp_path, other, WRONG)
    assert (doubt.document, doubt.why) == (WRONG[1][0].id, "alone")
    assert doubt.instead == "2031-04-29/2031-05-12"
    assert doubt.because == (other[1][1].id,)


def test_what_is_enough_to_overturn_a_stamp_leaves_no_doubt(tmp_path: Path) -> None:
    assert found(tmp_path, HELD, WRONG, AWAY) == []


def test_a_visit_that_another_text_tells_so_is_a_second_one(tmp_path: Path) -> None:
    second = given(
        "Ada was in Orvenia again on 26 and 27 May.",
        "2031-05-29",
        VISIT | {"date": "2031-05-26/2031-05-27"},
    )
    assert found(tmp_path, HELD, WRONG, second) == []


def test_a_date_in_full_and_other_weekdays_are_no_doubt(tmp_path: Path) -> None:
    full = given(
        "Ada came to Orvenia on Monday and Tuesday, 26 and 27 May.",
        "2031-05-28",
        VISIT | {"date": "2031-05-26/2031-05-27"},
    )
    late = given("Ada came to Orvenia on Thursday.", "2031-05-30", VISIT | {"date": "2031-05-29"})
    assert found(tmp_path, HELD, full, late) == []


def test_a_text_that_another_bears_out_is_not_doubted(tmp_path: Path) -> None:
    call = {"kind": "call", "participants": (ADA, PEOPLE["XOR"][0]), "date": "2031-05-27"}
    both = given(
        "Ada came to Orvenia for talks on Monday and Tuesday. She rang Ada of Orvenia.",
        "2031-05-28",
        VISIT
        | {"date": "2031-05-26/2031-05-27", "quote": "Ada came to Orvenia for talks on Monday and"},
        call | {"quote": "She rang Ada of Orvenia."},
    )
    other = given("Ada of Orvenia had a call from Ada.", "2031-05-27", call, side="XOR")
    assert [d.document for d in found(tmp_path, HELD, both)] == [both[1][0].id]
    (tmp_path / "more").mkdir()
    assert found(tmp_path / "more", HELD, both, other) == []


def test_a_plan_told_when_all_was_over_and_a_fact_told_before_it_was(tmp_path: Path) -> None:
    who = (ADA, PEOPLE["XOR"][0])
    fact = given(
        "They met on 20 May.",
        "2031-05-20",
        {"kind": "meeting", "date": "2031-05-20", "participants": who},
    )
    plan = given(
        "They will meet this month.",
        "2031-05-27",
        {"kind": "meeting", "status": "planned", "date": "2031-05", "participants": who},
        side="XOR",
    )
    early = given(
        "They met in the middle of May.",
        "2031-05-11",
        {"kind": "meeting", "date": "2031-05~", "participants": who},
        side="XUL",
    )
    made = {d.document: (d.why, d.instead) for d in found(tmp_path, fact, plan, early)}
    assert made == {
        plan[1][0].id: ("late", "../2031-05-20"),
        early[1][0].id: ("early", "2031-05-20/.."),
    }


def test_order_does_not_matter_and_rows_show_it(tmp_path: Path) -> None:
    every = [PLAN, HELD, WRONG, AWAY]
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert found(tmp_path / "one", *every) == found(tmp_path / "two", *reversed(every))
    with Ledger(tmp_path / "one" / "a.db") as ledger:
        (row,) = [stamps.row(d) for d in stamps.select(ledger, since="2031-05", state="xor")]
        assert (row["published"], row["why"], row["applied"]) == ("2031-05-28", "elsewhere", "yes")
        assert not list(stamps.select(ledger, since="2032"))
        assert not list(stamps.select(ledger, state="XUL"))
