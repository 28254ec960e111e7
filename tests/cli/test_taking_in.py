"""The program as people run it: real processes, real files."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXT = (
    "MERIS, March 19 (Meris Wire) -- Chinese Foreign Minister Wang Yi met with Russian Foreign "
    "Minister Sergei Lavrov in Moscow on March 18, 2021.\n\n"
    "Wang said that China supports Russia in choosing its own path of development.\n"
)


def run(*args: str, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1"}
    environment.pop("VERBALE_LEDGER", None)
    command = [sys.executable, "-m", "verbale.cli", *args]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, text=True, env=environment, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_read_prints_one_object_a_line_and_every_quote_holds(folder: Path) -> None:
    done = run("read", "a.txt", "--format", "jsonl", cwd=folder)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records[0]["record"] == "document"
    assert {"interaction", "statement"} <= {r["record"] for r in records}
    for record in records:
        assert next(iter(record)) == "record"
        for e in (*record["evidence"], *record.get("content", ())):
            assert TEXT[e["start"] : e["end"]] == e["quote"]


def test_standard_input_is_a_document(tmp_path: Path) -> None:
    done = run("read", "-", "--format", "jsonl", cwd=tmp_path, stdin=TEXT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[0])["source"] == "standard input"


def test_add_twice_is_add_once(folder: Path) -> None:
    first = run("add", "a.txt", cwd=folder)
    before = run("export", cwd=folder).stdout
    again = run("add", "a.txt", cwd=folder)
    assert first.returncode == again.returncode == 0
    assert "0 documents added, 1 were there" in again.stderr
    assert run("export", cwd=folder).stdout == before
    assert run("check", cwd=folder).returncode == 0


def test_show_search_and_stats(folder: Path) -> None:
    run("add", "a.txt", cwd=folder)
    shown = run("show", "interactions", "--state", "RUS", "--json", cwd=folder)
    (row,) = (json.loads(line) for line in shown.stdout.splitlines())
    assert row["date"] == "2021-03-18"
    assert run("show", "interactions", "--since", "2022", "--json", cwd=folder).stdout == ""
    one = run("show", row["id"], cwd=folder)
    assert "«" in one.stdout
    assert "«path»" in run("search", "path", cwd=folder).stdout
    assert run("search", "zeppelin", cwd=folder).returncode == 1
    assert "interaction" in run("stats", cwd=folder).stdout
    people = run("show", "people", "--json", cwd=folder).stdout
    assert "person:wang-yi" in people


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "PDF"),
        ("broken.docx", b"PK\x03\x04 not a zip", "DOCX"),
        ("deep.html", b"<html>" + b"<div>" * 60000 + b"x", "nested"),
        ("rows.csv", b"a,b\n1,2\n", "text"),
    ],
)
def test_bad_input_is_named_and_the_rest_goes_on(
    folder: Path, name: str, content: bytes, words: str
) -> None:
    (folder / name).write_bytes(content)
    done = run("read", name, "a.txt", "missing.txt", "--format", "jsonl", cwd=folder)
    assert done.returncode == 1
    assert f"{name}: " in done.stderr
    assert words in done.stderr
    assert "missing.txt: no such file" in done.stderr
    assert "1 documents taken in, 2 failed" in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["source"] == "a.txt"


def test_a_broken_line_names_its_number(folder: Path) -> None:
    rows = ['{"id": "one", "text": "China met Russia."}', "{broken", '{"id": "two", "text": "B."}']
    (folder / "rows.jsonl").write_text("\n".join(rows), "utf-8")
    done = run("read", "rows.jsonl", "--format", "jsonl", cwd=folder)
    assert "rows.jsonl:2: not a JSON object" in done.stderr
    ids = [
        r["source_id"]
        for line in done.stdout.splitlines()
        if (r := json.loads(line))["record"] == "document"
    ]
    assert ids == ["one", "two"]


def test_a_file_of_something_else_is_left_alone(folder: Path) -> None:
    other = folder / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE mine (x)")
    before = other.read_bytes()
    done = run("add", "a.txt", "--ledger", "other.db", cwd=folder)
    assert done.returncode == 1
    assert "other.db" in done.stderr
    assert other.read_bytes() == before
    (folder / "text.db").write_text("not a database at all, but words " * 40, "utf-8")
    assert "not a verbale ledger" in run("stats", "--ledger", "text.db", cwd=folder).stderr


def test_no_ledger_yet_says_how_to_make_one(tmp_path: Path) -> None:
    done = run("stats", cwd=tmp_path)
    assert done.returncode == 1
    assert "verbale add" in done.stderr
    assert not (tmp_path / "verbale.db").exists()


def test_check_finds_a_changed_text(folder: Path) -> None:
    run("add", "a.txt", cwd=folder)
    with sqlite3.connect(folder / "verbale.db") as db:
        db.execute("UPDATE document SET text = replace(text, 'Moscow', 'Minsk!')")
    done = run("check", cwd=folder)
    assert done.returncode == 1
    assert "hash differs" in done.stderr


@pytest.mark.parametrize("after", [0.5, 0.8, 1.1, 1.4])
def test_a_kill_loses_nothing_but_the_document_in_hand(tmp_path: Path, after: float) -> None:
    rows = [json.dumps({"id": str(i), "text": f"{TEXT}\nDay {i}."}) for i in range(120)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), "utf-8")
    command = [sys.executable, "-m", "verbale.cli", "add", "rows.jsonl", "--ledger", "kept.db"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    if (tmp_path / "kept.db").exists():
        with sqlite3.connect(tmp_path / "kept.db") as db:
            tables = {n for (n,) in db.execute("SELECT name FROM sqlite_master")}
        if "document" in tables:
            assert run("check", "--ledger", "kept.db", cwd=tmp_path).returncode == 0
    assert run("add", "rows.jsonl", "--ledger", "kept.db", cwd=tmp_path).returncode == 0
    run("add", "rows.jsonl", "--ledger", "whole.db", cwd=tmp_path)
    kept = run("export", "--ledger", "kept.db", cwd=tmp_path).stdout
    assert kept == run("export", "--ledger", "whole.db", cwd=tmp_path).stdout
    assert kept.count('"record":"document"') == 120


def test_help_is_quick_and_demo_is_sound(tmp_path: Path) -> None:
    helped = run("--help", cwd=tmp_path)
    assert "Exit codes" in helped.stdout
    done = run("demo", "--ledger", "demo.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "0 faults" in done.stdout
    assert (tmp_path / "demo.db").exists()
