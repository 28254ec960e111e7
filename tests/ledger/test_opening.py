"""A ledger that may only be read, that is nowhere, that two make at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ledger.made import crowd

from unprivileged import unprivileged
from verbale.errors import LedgerError, NotALedger
from verbale.ledger import Ledger
from verbale.ledger.opening import fault

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from tests.ledger.made import crowd
from verbale.ledger import Ledger
made = list(crowd(5, 40))[int(sys.argv[2]) :: 2]
print("ready", flush=True)
sys.stdin.readline()
with Ledger(sys.argv[1], create=True) as ledger:
    for document, records in made:
        ledger.add(document, records, "v1")
"""


@pytest.fixture
def kept(open_folder: Path) -> Path:
    path = open_folder / "kept.db"
    with Ledger(path, create=True) as ledger:
        for document, records in crowd(5, 6):
            ledger.add(document, records, "v1")
    path.chmod(0o444)
    return path


def asked(path: Path) -> tuple[int, int, list[str]]:
    with Ledger(path) as ledger:
        found = len(ledger.search("account")), len(list(ledger.world.events()))
        return *found, list(ledger.check())


def test_what_may_only_be_read_is_read(kept: Path) -> None:
    hits, events, faults = unprivileged(lambda: asked(kept))
    assert hits > 0
    assert events > 0
    assert faults == []


def test_what_may_only_be_read_is_not_written(kept: Path) -> None:
    (document, records), *_ = crowd(6, 1)

    def add() -> None:
        with Ledger(kept, create=True) as ledger:
            ledger.add(document, records, "v1")

    told = unprivileged(add)
    assert told.startswith(f"{kept}: ")
    assert "copy it to a folder of your own" in told


def test_a_log_that_was_left_over_is_not_passed_by(kept: Path) -> None:
    """Without it the ledger is not whole."""
    log = kept.with_name("kept.db-wal")
    log.write_bytes(b"something")
    log.chmod(0)
    told = unprivileged(lambda: asked(kept))
    assert isinstance(told, str)
    assert told.startswith(f"{kept}: ")


def test_a_ledger_in_no_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is the folder there") as told:
        Ledger(tmp_path / "nowhere" / "a.db", create=True)
    assert str(told.value).startswith(f"{tmp_path}/nowhere/a.db: ")


def test_each_fault_has_its_remedy(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"words " * 900)
    with pytest.raises(NotALedger, match="name another file"):
        Ledger(path)
    for said in ("database is locked", "database disk image is malformed"):
        assert str(fault(path, sqlite3.OperationalError(said))).startswith(f"{path}: {said} (")


def test_two_may_make_a_ledger_at_once(tmp_path: Path) -> None:
    path = tmp_path / "two.db"
    made = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), part],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for part in "01"
    ]
    for process in made:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in made:
        process.communicate("go\n")
    assert [p.returncode for p in made] == [0, 0]
    with Ledger(path) as ledger:
        assert ledger.counts()["document"] == 40
        assert not list(ledger.check())
