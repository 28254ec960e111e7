"""Decisions as people make them: they hold, are taken back, outlive a new reading, and travel."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verbale.records import Interaction, identify

pytestmark = pytest.mark.usefixtures("kept")

Run = Callable[..., Any]


def rows(done: Any) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def visit(documents: dict[str, Any]) -> str:
    """The id of the record of the visit as Avaria tells it."""
    (record,) = (r for r in documents["visit"][1] if isinstance(r, Interaction))
    return record.id


def test_reject_and_undo(run: Run, visit: str) -> None:
    assert run("decide", visit, "reject", "--note", "a misprint").returncode == 0
    assert visit not in run("show", "interactions", "--json").stdout
    (event,) = rows(run("show", "events", "--json"))
    assert len(event["sources"]) == 2
    assert run("undo", "1").returncode == 0
    assert visit in run("show", "interactions", "--json").stdout
    (event,) = rows(run("show", "events", "--json"))
    assert len(event["sources"]) == 3
    listed = run("decisions").stdout
    assert "undone" in listed
    assert "a misprint" in listed
    assert run("undo", "1").returncode == 1
    assert run("undo", "7").returncode == 1
    assert run("check").returncode == 0


def test_correct_a_field(run: Run, visit: str) -> None:
    done = run("decide", visit[:10], "correct", "date=2031-05-07", "place.country=XOR")
    assert done.returncode == 0, done.stderr
    (row,) = (r for r in rows(run("show", "interactions", "--json")) if r["id"] == visit)
    assert row["date"] == "2031-05-07"
    assert row["place"]["country"] == "XOR"
    (event,) = rows(run("show", "events", "--json"))
    assert event["date"] == "2031-05-07"
    assert json.loads(run("show", visit, "--json").stdout)["date"] == "2031-05-07"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (("correct",), "FIELD=VALUE"),
        (("correct", "colour=red"), "no field"),
        (("correct", "kind=picnic"), "kind"),
        (("correct", "date"), "FIELD=VALUE"),
        (("merge",), "other record"),
        (("accept", "really"), "nothing more"),
    ],
)
def test_what_cannot_be_decided_says_why(
    run: Run, visit: str, wrong: tuple[str, ...], words: str
) -> None:
    done = run("decide", visit, *wrong)
    assert done.returncode == 1
    assert words in done.stderr
    assert rows(run("decisions", "--json")) == []


def test_split_and_merge_by_hand(run: Run, visit: str) -> None:
    (event,) = rows(run("show", "events", "--json"))
    assert run("decide", visit, "split").returncode == 0
    apart = rows(run("show", "events", "--json"))
    assert sorted(len(e["sources"]) for e in apart) == [1, 2]
    one, two = (e["id"] for e in apart)
    assert run("decide", one, "merge", two).returncode == 0
    (again,) = rows(run("show", "events", "--json"))
    assert again == event
    refused = run("decide", event["id"], "split")
    assert refused.returncode == 1
    assert visit in refused.stderr


def test_an_event_is_rejected_with_all_its_records(run: Run) -> None:
    (event,) = rows(run("show", "events", "--json"))
    assert run("decide", event["id"], "reject").returncode == 0
    assert rows(run("show", "events", "--json")) == []
    assert run("undo").returncode == 0
    assert rows(run("show", "events", "--json")) == [event]


def test_a_new_reading_keeps_the_decision_or_lists_the_orphan(
    run: Run,
    documents: dict[str, Any],
    written_ledger: Callable[..., Path],
    visit: str,
    kept: Path,
) -> None:
    run("decide", visit, "correct", "date=2031-05-08")
    document, records = documents["visit"]
    other = [
        identify(
            Interaction(**{f: getattr(r, f) for f in r.__struct_fields__} | {"kind": "meeting"})
        )
        if r.id == visit
        else r
        for r in records
    ]
    written_ledger(kept, [(document, tuple(other))], version="v2")
    (row,) = (r for r in rows(run("show", "interactions", "--json")) if r["kind"] == "meeting")
    assert row["id"] != visit
    assert row["date"] == "2031-05-08"
    assert rows(run("decisions", "--orphans", "--json")) == []
    without = tuple(r for r in records if r.id != visit)
    written_ledger(kept, [(document, without)], version="v3")
    (orphan,) = rows(run("decisions", "--orphans", "--json"))
    assert orphan["anchors"][0]["quote"] == "Maro visited Meris on 6 May 2031"


def test_decisions_travel(
    run: Run, tmp_path: Path, written_ledger: Callable[..., Path], visit: str
) -> None:
    run("decide", visit, "correct", "date=2031-05-08", "--note", "their log")
    run("decide", visit, "split")
    run("undo", "2")
    exported = run("decisions", "--json").stdout
    (tmp_path / "mine.jsonl").write_text(exported, "utf-8")
    written_ledger(tmp_path / "other.db")
    done = run("decisions", "--load", "mine.jsonl", "--ledger", "other.db")
    assert "3 decisions" in done.stdout, done.stderr
    assert run("decisions", "--json", "--ledger", "other.db").stdout == exported
    events = run("show", "events", "--json").stdout
    assert run("show", "events", "--json", "--ledger", "other.db").stdout == events
    again = run("decisions", "--load", "mine.jsonl", "--ledger", "other.db")
    assert "0 decisions" in again.stdout
    (tmp_path / "bad.jsonl").write_text("{}\n", "utf-8")
    assert "line 1" in run("decisions", "--load", "bad.jsonl").stderr
