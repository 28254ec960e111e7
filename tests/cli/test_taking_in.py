"""The program as people run it: real processes, real files."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import shlex
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from program import COMMAND, ENVIRONMENT, run

TEXT = (
    "MERIS, March 19 (Meris Wire) -- Chinese Foreign Minister Wang Yi met with Russian Foreign "
    "Minister Sergei Lavrov in Moscow on March 18, 2021.\n\n"
    "Wang said that China supports Russia in choosing its own path of development.\n"
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


def test_a_text_given_twice_is_kept_once(folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT, "utf-8")
    done = run("add", ".", cwd=folder)
    assert "1 documents added, 1 were there" in done.stderr


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


MANY = 70  # more than two groups of the pipeline


def many(folder: Path) -> Path:
    rows = [json.dumps({"id": str(i), "text": f"{TEXT}\nDay {i}."}) for i in range(MANY)]
    (folder / "rows.jsonl").write_text("\n".join(rows), "utf-8")
    return folder / "rows.jsonl"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What a ledger exports that was filled without a break."""
    folder = tmp_path_factory.mktemp("whole")
    many(folder)
    assert run("add", "rows.jsonl", cwd=folder).returncode == 0
    return run("export", cwd=folder).stdout


def kept_so_far(ledger: Path) -> int:
    """Documents in a ledger that another process fills; -1 before its tables, -2 before its file."""
    if not ledger.exists():
        return -2
    with contextlib.closing(sqlite3.connect(ledger, timeout=30)) as db:
        try:
            return int(db.execute("SELECT count(*) FROM document").fetchone()[0])
        except sqlite3.OperationalError:
            return -1


@pytest.mark.parametrize("documents", [-1, 0, 1, 33, MANY - 1])
def test_a_kill_loses_nothing_but_the_document_in_hand(
    tmp_path: Path, whole: str, documents: int
) -> None:
    """Killed as soon as so many documents are there; meanwhile another process reads."""
    many(tmp_path)
    ledger = tmp_path / "verbale.db"
    process = subprocess.Popen(
        [*COMMAND, "add", "rows.jsonl"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while process.poll() is None and kept_so_far(ledger) < documents:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = kept_so_far(ledger)
    assert before >= documents
    if before >= 0:
        assert run("check", cwd=tmp_path).returncode == 0
    again = run("add", "rows.jsonl", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    known = max(before, 0)
    assert f"{MANY - known} documents added, {known} were there" in again.stderr
    assert run("export", cwd=tmp_path).stdout == whole
    assert whole.count('"record":"document"') == MANY


def test_the_time_left_is_told_where_a_person_looks(tmp_path: Path) -> None:
    many(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "add", "rows.jsonl"], cwd=tmp_path, stderr=theirs, env=ENVIRONMENT
    )
    os.close(theirs)
    told = b""
    # The terminal ends with an error once nobody holds its other end.
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 4096):
            told += piece
    os.close(ours)
    assert process.wait() == 0
    assert re.search(rb"\d+ documents .*\d:\d\d:\d\d left", told)
    assert f"{MANY} documents added".encode() in told


def test_a_full_disk_is_told(folder: Path) -> None:
    run("add", "a.txt", cwd=folder)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "export"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "verbale: standard output: No space left on device"
    ]


def test_pipes_are_utf_8_and_streams_may_be_shut(folder: Path) -> None:
    run("add", "a.txt", cwd=folder)
    ask = [*COMMAND, "show", "statements"]
    narrow = ENVIRONMENT | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(ask, cwd=folder, capture_output=True, env=narrow, check=True)
    assert "“" in done.stdout.decode()
    for shut in (">&-", "2>&-", "<&-"):
        line = f"{shlex.join(ask)} {shut}"
        done = subprocess.run(
            ["/bin/sh", "-c", line], cwd=folder, capture_output=True, env=ENVIRONMENT, check=False
        )
        assert (done.returncode, done.stderr) == (0, b""), shut


def test_help_into_a_full_disk_is_told(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "--help"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "verbale: standard output: No space left on device"
    ]


def test_a_spoilt_ledger_is_told(folder: Path) -> None:
    run("add", "a.txt", cwd=folder)
    ledger = folder / "verbale.db"
    data = bytearray(ledger.read_bytes())
    data[8192:] = bytes(len(data) - 8192)
    ledger.write_bytes(data)
    for command in (("check",), ("show", "statements"), ("search", "path"), ("add", "a.txt")):
        done = run(*command, cwd=folder)
        assert done.returncode == 1, command
        assert done.stderr.startswith("verbale: verbale.db: "), done.stderr
        assert "Traceback" not in done.stderr


def test_help_is_quick_and_demo_is_sound(tmp_path: Path) -> None:
    helped = run("--help", cwd=tmp_path)
    assert "Exit codes" in helped.stdout
    done = run("demo", "--ledger", "demo.db", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "0 faults" in done.stdout
    assert (tmp_path / "demo.db").exists()
