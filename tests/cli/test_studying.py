"""The commands that ask across documents, on a ledger that we write."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.made import PEOPLE, given

pytestmark = pytest.mark.usefixtures("kept")

Run = Callable[..., Any]


def rows(done: Any) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_event_one_row(run: Run) -> None:
    (event,) = rows(run("show", "events", "--json"))
    assert event["record"] == "interaction"
    assert event["status"] == "held"
    assert [h["status"] for h in event["history"]] == ["planned", "held", "held"]
    assert {s["side"] for s in event["sources"]} == {"XAV", "XOR"}
    assert "date" in {d["field"] for d in event["disagreements"]}
    table = run("show", "events").stdout
    assert "planned → held" in table
    assert "XAV, XOR" in table
    shown = run("show", event["id"][:9]).stdout
    assert shown.count("«") == 3
    assert "2031-05-06 (int_" in shown


def test_events_by_day_state_and_person(run: Run) -> None:
    assert len(rows(run("show", "events", "--since", "2031-05", "--state", "xor", "--json"))) == 1
    assert rows(run("show", "events", "--since", "2032", "--json")) == []
    assert rows(run("show", "events", "--who", "Nobody", "--json")) == []
    assert run("show", "evt_00").returncode == 1


def test_a_visit_is_shown_with_its_meetings_and_a_meeting_with_its_visit(
    run: Run, written_ledger: Callable[..., Path], tmp_path: Path
) -> None:
    guest, host = PEOPLE["XAV"][0], PEOPLE["XOR"][0]
    stay = {"date": "2031-05-06/2031-05-08", "visitor": guest, "participants": (guest, host)}
    talks = {"kind": "meeting", "date": "2031-05-07", "participants": (guest, host)}
    told = [given("She came.", "2031-05-08", stay), given("They met.", "2031-05-07", talks)]
    written_ledger(tmp_path / "verbale.db", told)
    found = rows(run("show", "events", "--since", "2031-05-06", "--until", "2031-05-08", "--json"))
    by_kind = {e["kind"]: e["id"] for e in found if len(e["sources"]) == 1}
    (visit,) = rows(run("show", by_kind["visit"], "--json"))
    (meeting,) = rows(run("show", by_kind["meeting"], "--json"))
    assert (visit["parts"], visit["visit"]) == ([meeting["id"]], None)
    assert (meeting["parts"], meeting["visit"]) == ([], visit["id"])
    assert f"({meeting['id']})" in run("show", visit["id"]).stdout
    assert f"({visit['id']})" in run("show", meeting["id"]).stdout


def test_tenures_by_state_person_and_day(run: Run) -> None:
    (maro,) = rows(run("show", "tenures", "--state", "xav", "--json"))
    assert maro["record"] == "tenure"
    assert (maro["person"], maro["office"]) == ("person:ilen-maro", "foreign-minister")
    assert maro["seen"] == "2031-04-28/2032-02-01"
    assert "Oru Desse" in run("show", "tenures").stdout
    assert rows(run("show", "tenures", "--who", "Desse", "--until", "2030", "--json")) == []


def test_positions_are_found_by_the_day_of_their_text(run: Run) -> None:
    found = rows(run("show", "positions", "--since", "2032", "--json"))
    assert [p["stance"] for p in found] == ["opposes"]


def test_progress_keeps_every_figure_and_who_said_it(run: Run) -> None:
    (row,) = rows(run("progress", "--today", "2032-06-01", "--json"))
    assert row["ratio"] == 0.95
    assert row["state"] == "open"
    said = {o["value"]: o["said"] for o in row["observations"]}
    assert said[1.82e10]["said_by"] == ["Ilen Maro"]
    assert said[1.9e10]["side"] == "XOR"
    table = run("progress", "--today", "2034-01-01").stdout
    assert "missed" in table
    assert "contradict" in table


def test_registers_name_the_users_of_a_label(run: Run) -> None:
    (label,) = rows(run("register", "statuses", "--json"))
    assert len(label["variants"]) == 2
    assert label["used_by"] == {"XAV": 1, "XOR": 1}
    (treaty,) = rows(run("register", "agreements", "--json"))
    assert treaty["signed"] == "2021"
    assert treaty["acts"][0]["act"] == "signed"
    assert rows(run("register", "agreements", "--state", "XUL", "--json")) == []


def test_a_stand_that_moved_is_marked(run: Run) -> None:
    avaria, orvenia = rows(run("issues", "--json"))
    assert avaria["years"] == {"2031": {"supports": 1}, "2032": {"opposes": 1}}
    assert avaria["changes"] == [{"year": "2032", "before": "supports", "after": "opposes"}]
    assert orvenia["party"] == "XOR"
    assert not orvenia["changes"]
    table = list(csv.DictReader(io.StringIO(run("issues", "--csv").stdout)))
    assert table[0]["2032"] == "→ opposes 1"
    assert rows(run("issues", "--about", "harbour", "--json")) == []
    (pledge,) = rows(run("issues", "commitments", "--json"))
    assert pledge["years"] == {"2032": {"pledged": 1}}


def test_what_is_new_and_what_is_repeated(run: Run, documents: dict[str, Any]) -> None:
    ident = documents["theirs"][1][0].id
    found = rows(run("new", ident, "--json"))
    by_kind = {(f["novelty"], f["point"]["record"]) for f in found}
    assert ("repeated", "status") in by_kind
    assert ("repeated", "interaction") in by_kind
    assert ("new", "observation") in by_kind
    assert ("new", "position") in by_kind
    assert run("new", "int_0").returncode == 1


def test_coverage_finds_misses_and_adds(run: Run, tmp_path: Path) -> None:
    list_ = tmp_path / "trips.csv"
    list_.write_text(
        "guest,country,start,end\n"
        "Ilen Maro,Orvenia,2031-05-06,2031-05-07\n"
        "Ilen Maro,Orvenia,2031-09-01,2031-09-02\n"
        "Sala Ruo,Avaria,2031-05-06,2031-05-06\n",
        "utf-8",
    )
    done = run("coverage", "--reference", "trips.csv", "--map", "who=guest", "--json")
    assert [r[""] for r in rows(done)] == ["missing", "missing", "found"]
    told = run("coverage", "--reference", "trips.csv", "--map", "who=guest", "--mentioned")
    assert "1 of 1 found (100.0%; 100.0% with the right days)" in told.stderr
    wrong = run("coverage", "--reference", "trips.csv")
    assert wrong.returncode == 1
    assert "no column" in wrong.stderr
    assert run("coverage", "--reference", "none.csv").returncode == 1


def test_the_order_of_adding_changes_no_answer(
    run: Run, tmp_path: Path, written_ledger: Callable[..., Path], documents: dict[str, Any]
) -> None:
    asked = (
        ("show", "events", "--json"),
        ("progress", "--today", "2032-06-01", "--json"),
        ("register", "statuses", "--json"),
        ("issues", "--json"),
        ("new", documents["turn"][1][0].id, "--json"),
    )
    orders = list(itertools.permutations(documents.values()))
    answers = set()
    for number in (0, 9, 23):
        path = written_ledger(tmp_path / f"{number}.db", orders[number])
        answers.add(tuple(run(*a, "--ledger", str(path)).stdout for a in asked))
    assert len(answers) == 1
    assert all(next(iter(answers)))
