"""The versions of the ledger's schema: which one a file has, and how it is led to this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from verbale.errors import NotALedger, SchemaTooNew

__all__ = ["MIGRATIONS", "VERSION", "migrate", "version_of"]

APPLICATION = 0x56524231  # "VRB1"
# Migration N leads a ledger of version N to N + 1; the first makes an empty one.
MIGRATIONS: tuple[str, ...] = (
    "schema.sql",
    "world.sql",
    "growth.sql",
    "vectors.sql",
    "sketches.sql",
    "stamps.sql",
)
VERSION = len(MIGRATIONS)


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """The version of a file's schema, 0 for an empty file. Raises `NotALedger`, `SchemaTooNew`."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION:
        raise NotALedger(
            f"{path}: an SQLite file of something else (name another file with --ledger)"
        )
    if version > VERSION:
        raise SchemaTooNew(
            f"{path}: written by a later verbale (schema {version}, this one knows"
            f" {VERSION}; update verbale)"
        )
    return version


def migrate(db: sqlite3.Connection) -> None:
    """Lead the schema to this version, in a transaction; another process may have done so by then."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    for number in range(version, VERSION):
        script = (files("verbale.ledger") / MIGRATIONS[number]).read_text("utf-8")
        for statement in _statements(script):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number + 1}")
        db.execute(f"PRAGMA application_id = {APPLICATION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, to be run inside a transaction (a whole script ends it)."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
