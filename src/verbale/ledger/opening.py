"""The ledger's file: how it is opened, and what SQLite says of it, with what to do about it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from urllib.parse import quote

from verbale.errors import LedgerError, NotALedger

__all__ = ["connect", "fault", "write_ahead"]

PATIENCE = 30.0  # seconds that one process waits for another to write

# Words of SQLite's messages → what to do. The first that stands in a message counts.
_REMEDIES = (
    ("readonly", "you may only read it; copy it to a folder of your own, or change its mode"),
    ("locked", "another program is writing to it; repeat the command when that is done"),
    ("unable to open", "is the folder there, and may you write in it?"),
    ("malformed", "it is damaged; take it back from a copy, or add the documents to a new one"),
    ("disk is full", "make room and repeat the command; what was kept so far stays"),
)


def fault(path: Path, error: sqlite3.Error) -> LedgerError:
    """What SQLite says of the file, as an error with a remedy."""
    told = str(error)
    if "not a database" in told:
        return NotALedger(f"{path}: not a verbale ledger (name another file with --ledger)")
    remedy = next((f" ({r})" for words, r in _REMEDIES if words in told), "")
    return LedgerError(f"{path}: {told}{remedy}")


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """The file, opened; without `write` also one that may only be read, from a read-only place."""
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        # Write-ahead logging makes a file beside the ledger even for reading. Where it may not,
        # nobody else can write either, and all is in the ledger unless a log was left over.
        log = path.with_name(path.name + "-wal")
        if write or not path.is_file() or (log.exists() and log.stat().st_size):
            raise
        if not any(words in str(error) for words in ("readonly", "unable to open")):
            raise
        address = f"file:{quote(str(path.resolve()))}?immutable=1"
        db = sqlite3.connect(address, uri=True, isolation_level=None)
    return db


def write_ahead(db: sqlite3.Connection) -> None:
    """Turn write-ahead logging on; SQLite waits by itself for all but this."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
        time.sleep(0.05)
