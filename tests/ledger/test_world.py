"""The ledger across documents: one event from many, the same whatever came first."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.ledger.made import PEOPLE, STATES, Given, given

from verbale.ledger import Ledger
from verbale.records import Interaction, identify

XOR, XUL = STATES["XOR"], STATES["XUL"]
MARO, DESSE = PEOPLE["XAV"][0], PEOPLE["XOR"][0]

PLAN = given(
    "Foreign Minister Maro will travel to Orvenia next week.",
    "2031-05-02",
    {"status": "planned", "date": "2031-05-05/2031-05-11"},
)
UNSETTLED = given(
    "Maro's visit to Orvenia on Monday and Tuesday opens a new page.", "2031", {"date": None}
)
CALL = given(
    "Maro and Desse spoke by telephone.",
    "2031-06-01",
    {"kind": "call", "date": "2031-06-01", "participants": (MARO, DESSE)},
)
SAME_CALL = given(
    "Oru Desse had a telephone conversation with Ilen Maro.",
    "2031-06-02",
    {"kind": "call", "date": "2031-06-02", "participants": (MARO, DESSE)},
    side="XOR",
)
THIRD = given(
    "Ulmar and Orvenia held talks.",
    "2031-06-01",
    {"kind": "meeting", "date": "2031-06-01", "participants": (XUL, XOR)},
)
ALL = (PLAN, UNSETTLED, CALL, SAME_CALL, THIRD)


def kept(path: Path, documents: tuple[Given, ...] | list[Given]) -> list[object]:
    with Ledger(path, create=True) as ledger:
        for document, records in documents:
            ledger.add(document, records, "v1")
        assert not list(ledger.check())
        return [list(ledger.world.events()), ledger.world.redated()]


def test_order_does_not_matter(tmp_path: Path) -> None:
    first = kept(tmp_path / "0.db", ALL)
    for seed in range(1, 12):
        shuffled = random.Random(seed).sample(ALL, len(ALL))
        assert kept(tmp_path / f"{seed}.db", shuffled) == first


def test_one_event_from_two_capitals(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ALL)
    with Ledger(tmp_path / "a.db") as ledger:
        (call,) = (e for e in ledger.world.events() if e.kind == "call")
        assert {t.side for t in call.sources} == {"XAV", "XOR"}
        assert [d.field for d in call.disagreements] == ["date"]


def test_a_plan_settles_the_week_of_a_text_without_a_date(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ALL)
    with Ledger(tmp_path / "a.db") as ledger:
        (visit,) = (e for e in ledger.world.events() if e.kind == "visit")
        assert visit.date == "2031-05-05/2031-05-06"
        assert [status for _, status, _ in visit.history] == ["held", "planned"]
        ((document, (date, because, told)),) = ledger.world.redated().items()
        assert document == UNSETTLED[1][0].id
        assert date == "2031-04-29/2031-05-12"
        assert because == PLAN[1][1].id
        assert told == UNSETTLED[1][1].id


def test_two_weeks_that_fit_settle_nothing(tmp_path: Path) -> None:
    other = given(
        "Maro is expected in Orvenia in the third week of May.",
        "2031-05-12",
        {"status": "planned", "date": "2031-05-19/2031-05-25"},
    )
    events, redated = kept(tmp_path / "a.db", [PLAN, UNSETTLED, other])
    assert redated == {}
    assert len(events) == 3  # type: ignore[arg-type]  # a list of events


def test_a_new_reading_replaces_the_old_one(tmp_path: Path) -> None:
    kept(tmp_path / "a.db", ALL)
    document, (head, call) = SAME_CALL
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.add(document, (head,), "v2")
        (event,) = (e for e in ledger.world.events() if e.kind == "call")
        assert len(event.sources) == 1
        ledger.add(document, (head, call), "v3")
        (event,) = (e for e in ledger.world.events() if e.kind == "call")
        assert len(event.sources) == 2


def test_copies_are_found_and_the_earliest_leads(tmp_path: Path) -> None:
    body = " ".join(f"The {i}th line of the joint statement of Avaria." for i in range(40))
    one, two = given(body, "2031-01-02"), given(body + " Ends.", "2031-01-01")
    kept(tmp_path / "a.db", [one, two, PLAN])
    with Ledger(tmp_path / "a.db") as ledger:
        ((other, copy),) = ledger.world.copies(one[1][0].id)
        assert (other, copy.kind) == (two[1][0].id, "republication")
        assert ledger.world.leaders() == {one[1][0].id: two[1][0].id}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    kept(tmp_path / "desk.db", ALL)
    return tmp_path / "desk.db"


def test_people_split_and_merge_and_take_it_back(desk: Path) -> None:
    with Ledger(desk) as ledger:
        one, two = CALL[1][1].id, SAME_CALL[1][1].id
        number = ledger.decide("split", [one])
        assert len([e for e in ledger.world.events() if e.kind == "call"]) == 2
        ledger.undo(number)
        assert len([e for e in ledger.world.events() if e.kind == "call"]) == 1
        ledger.decide("split", [one])
        ledger.decide("merge", [one, two])
        assert len([e for e in ledger.world.events() if e.kind == "call"]) == 1


def test_what_is_rejected_is_gone_until_undone(desk: Path) -> None:
    call = CALL[1][1].id
    with Ledger(desk) as ledger:
        number = ledger.decide("reject", [call], note="a rehearsal")
        assert call not in {r.id for r in ledger.records()}
        (event,) = (e for e in ledger.world.events() if e.kind == "call")
        assert len(event.sources) == 1
        ledger.undo(number)
        assert call in {r.id for r in ledger.records()}
        assert [d.verdict for d in ledger.decisions.all()] == ["reject", "undo"]


def test_a_corrected_date_moves_the_event(desk: Path) -> None:
    with Ledger(desk) as ledger:
        ledger.decide("correct", [CALL[1][1].id], field="date", value="2031-07-01")
        assert len([e for e in ledger.world.events() if e.kind == "call"]) == 2


def test_decisions_outlive_a_new_reading_and_orphans_are_listed(desk: Path) -> None:
    document, (head, call) = CALL
    with Ledger(desk) as ledger:
        ledger.decide("reject", [call.id])
        ledger.add(document, (head,), "v2")
        (decision,) = ledger.decisions.all()
        assert decision.records == ()
        assert [a.record for a in decision.orphans] == [call.id]
        again = identify(
            Interaction(**{f: getattr(call, f) for f in call.__struct_fields__} | {"kind": "other"})
        )
        ledger.add(document, (head, again), "v3")
        (decision,) = ledger.decisions.all()
        assert decision.records == (again.id,)
        assert not decision.orphans
        assert again.id not in {r.id for r in ledger.records()}


def test_decisions_go_out_and_come_in(desk: Path, tmp_path: Path) -> None:
    import msgspec

    with Ledger(desk) as ledger:
        ledger.decide("split", [CALL[1][1].id])
        ledger.undo(ledger.decide("reject", [PLAN[1][1].id]))
        lines = [msgspec.json.encode(d) for d in ledger.decisions.all()]
        before = list(ledger.world.events())
    kept(tmp_path / "other.db", ALL)
    with Ledger(tmp_path / "other.db") as ledger:
        assert ledger.load_decisions(lines) == 3
        assert list(ledger.world.events()) == before
        assert [msgspec.json.encode(d) for d in ledger.decisions.all()] == lines
        assert ledger.load_decisions(lines) == 0
