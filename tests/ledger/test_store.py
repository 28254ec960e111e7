"""The file itself: killed, read while written, made by an older verbale, tampered with."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from tests.ledger.made import crowd

from verbale.ledger import Ledger
from verbale.ledger.versions import MIGRATIONS

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from tests.ledger.made import crowd
from verbale.ledger import Ledger
with Ledger(sys.argv[1], create=True) as ledger:
    for document, records in crowd(5, 150):
        ledger.add(document, records, "v1")
        print("kept", flush=True)
"""


def state(path: Path) -> list[Any]:
    with Ledger(path) as ledger:
        assert not list(ledger.check())
        records = sorted(r.id for r in ledger.records())
        return [records, list(ledger.world.events()), list(ledger.restamped.all())]


def fill(path: Path, count: int = 150) -> Path:
    with Ledger(path, create=True) as ledger:
        for document, records in crowd(5, count):
            ledger.add(document, records, "v1")
    return path


def writer(path: Path) -> subprocess.Popen[str]:
    ask = [sys.executable, "-c", WRITER, str(path)]
    return subprocess.Popen(ask, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_kill_loses_nothing_but_the_document_in_hand(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    for documents in (1, 20, 60):
        process = writer(path)
        assert process.stdout is not None
        for _ in range(documents):
            assert process.stdout.readline() == "kept\n"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        with Ledger(path) as ledger:
            assert not list(ledger.check())
            assert ledger.counts()["document"] >= documents
    with Ledger(path) as ledger:
        for document, records in crowd(5, 150):
            ledger.add(document, records, "v1")
    assert state(path) == state(fill(tmp_path / "whole.db"))


def test_it_is_read_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    process = writer(path)
    assert process.stdout is not None
    assert process.stdout.readline() == "kept\n"
    seen = []
    while process.poll() is None and len(seen) < 40:
        with Ledger(path) as ledger:
            seen.append(ledger.counts()["document"])
            found = ledger.search("account")
            assert found
            assert len(list(ledger.world.events())) > 0
        time.sleep(0.01)
    process.stdout.read()
    assert process.wait() == 0
    assert seen == sorted(seen)
    assert state(path)[0]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    path = fill(tmp_path / "a.db", 30)
    before = state(path)
    with Ledger(path) as ledger:
        assert not any(ledger.add(d, r, "v1") for d, r in crowd(5, 30))
    assert state(path) == before


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_ledger_of_an_older_schema_is_led_on(tmp_path: Path, version: int) -> None:
    new, old = fill(tmp_path / "new.db", 40), tmp_path / "old.db"
    db = sqlite3.connect(old)
    for script in MIGRATIONS[:version]:
        db.executescript((files("verbale.ledger") / script).read_text("utf-8"))
    db.execute("ATTACH ? AS new", (str(new),))
    tables = ("document", "record", "record_actor", "evidence", "text_search", "indexed")
    for table in tables if version > 2 else tables[:-1]:
        db.execute(f"INSERT INTO {table} SELECT * FROM new.{table}")
    db.execute(f"PRAGMA user_version = {version}")
    db.execute(f"PRAGMA application_id = {0x56524231}")
    db.commit()
    db.close()
    assert state(old) == state(new)


def test_vectors_are_made_once_for_a_version_of_the_reader(tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def make(wordings: Sequence[str]) -> npt.NDArray[np.float32]:
        asked.append(list(wordings))
        return np.array([[len(w), 0.5] for w in wordings], np.float32)

    with Ledger(tmp_path / "a.db", create=True) as ledger:
        first = ledger.vectors(["one", "three", "one"], "v1", make)
        assert [list(v) for v in first] == [[3, 0.5], [5, 0.5], [3, 0.5]]
    with Ledger(tmp_path / "a.db") as ledger:
        again = ledger.vectors(["three", "seven!"], "v1", make)
        assert [list(v) for v in again] == [[5, 0.5], [6, 0.5]]
        ledger.vectors(["one"], "v2", make)
    assert asked == [["one", "three"], ["seven!"], ["one"]]


@pytest.mark.parametrize(
    ("tampering", "told"),
    [
        ("UPDATE document SET text = text || '.'", "hash"),
        ("UPDATE evidence SET start = start + 1", "not"),
        ("UPDATE record SET json = replace(json, 'held', 'planned')", "changed"),
        ("DELETE FROM evidence", "without evidence"),
        ("DELETE FROM event_source", "tells no event"),
        ("DELETE FROM indexed", "searched"),
        ("UPDATE document SET given_sha256 = 'x'", "other bytes"),
        ("UPDATE document SET published = '1999'", "goes by the date 1999"),
    ],
)
def test_check_finds_what_was_tampered_with(tmp_path: Path, tampering: str, told: str) -> None:
    path = fill(tmp_path / "a.db", 6)
    db = sqlite3.connect(path)
    db.execute(tampering)
    db.commit()
    db.close()
    with Ledger(path) as ledger:
        assert any(told in fault for fault in ledger.check())
