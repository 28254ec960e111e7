"""A visit contains its meetings, and both are found from each other; loose records take sides."""

from __future__ import annotations

from pathlib import Path

from tests.ledger.made import PEOPLE, STATES, given

from verbale.ledger import Ledger

ADA, BO = PEOPLE["XAV"]
HOST = PEOPLE["XOR"][0]
VISIT = given(
    "The president of Avaria was in Orvenia.",
    "2031-05-08",
    {
        "date": "2031-05-06/2031-05-08",
        "participants": (ADA, STATES["XOR"]),
        "visitor": ADA,
        "host": STATES["XOR"],
    },
)


def meeting(text: str, day: str, *who: object, kind: str = "meeting") -> object:
    return given(text, day, {"kind": kind, "date": day, "participants": who})


def events(path: Path, *documents: object) -> list[object]:
    with Ledger(path, create=True) as ledger:
        for document, records in documents:  # type: ignore[misc]  # pairs
            ledger.add(document, records, "v1")
        (visit,) = (e for e in ledger.world.events() if e.kind == "visit")
        parts = ledger.world.parts(visit)
        assert all(ledger.world.visit_of(p) == visit for p in parts)
        return [p.date for p in parts]


def test_meetings_of_the_visitor_on_its_days(tmp_path: Path) -> None:
    inside = meeting("They met.", "2031-05-07", ADA, HOST)
    later = meeting("They met again.", "2031-05-20", ADA, HOST)
    other = meeting("Others met.", "2031-05-07", BO, PEOPLE["XOR"][1])
    third = meeting("They met apart.", "2031-05-07", STATES["XUL"], STATES["XOR"])
    call = meeting("They spoke.", "2031-05-07", ADA, HOST, kind="call")
    found = events(tmp_path / "a.db", VISIT, inside, later, other, third, call)
    assert found == ["2031-05-07"]
