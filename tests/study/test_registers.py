"""One instrument, one row; one label, one row with variants."""

from __future__ import annotations

import random

from verbale.records import Actor, Agreement, Evidence, Status, identify
from verbale.study.registers import agreements, statuses

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
