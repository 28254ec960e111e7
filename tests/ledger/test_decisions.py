"""What people decide: it holds, it can be taken back, it outlives a new reading and goes elsewhere."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from tests.ledger.made import ALL, CALL, PLAN, SAME_CALL, kept

from verbale.errors import LedgerError
from verbale.ledger import Ledger
from verbale.ledger.corrections import corrected
from verbale.records import Interaction, identify


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


def test_a_correction_reaches_into_a_field() -> None:
    call = CALL[1][1]
    assert corrected(call, "kind", "meeting").kind == "meeting"
    assert corrected(call, "place.country", "XOR").place.country == "XOR"


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", "x"), ("mood", "x"), ("kind", "dance"), ("kind.inner", "x"), ("confidence", "much")],
)
def test_what_is_no_correction_is_refused(name: str, value: str) -> None:
    with pytest.raises(LedgerError, match=name.rpartition(".")[2]):
        corrected(CALL[1][1], name, value)
