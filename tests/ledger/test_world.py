"""The ledger across documents: one event from many, the same whatever came first."""

from __future__ import annotations

import random
from pathlib import Path

from tests.ledger.made import ALL, PLAN, SAME_CALL, UNSETTLED, given, kept

from verbale.ledger import Ledger


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
        assert [status for _, status, _ in visit.history] == ["planned", "held"]
        (head, told) = UNSETTLED[1]
        (stamp,) = ledger.restamped.all()
        assert (stamp.document, stamp.own, stamp.why) == (head.id, "2031", "settled")
        assert (stamp.record, stamp.because) == (told.id, (PLAN[1][1].id,))
        assert stamp.date == ledger.about(head.id).published == "2031-04-29/2031-05-12"
        assert [published for published, *_ in visit.history] == ["2031-05-02", stamp.date]


def test_two_weeks_that_fit_settle_nothing(tmp_path: Path) -> None:
    other = given(
        "Maro is expected in Orvenia in the third week of May.",
        "2031-05-12",
        {"status": "planned", "date": "2031-05-19/2031-05-25"},
    )
    events, redated = kept(tmp_path / "a.db", [PLAN, UNSETTLED, other])
    assert redated == []
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
