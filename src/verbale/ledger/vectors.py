"""Vectors of wordings, kept so that no question computes them twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

__all__ = ["keep", "kept"]


def kept(db: sqlite3.Connection, wordings: Sequence[str], version: str) -> dict[str, Floats]:
    """The vectors that are there, made by this version of the reader."""
    import numpy as np

    query = "SELECT vector FROM vector WHERE wording = ? AND version = ?"
    rows = ((w, db.execute(query, (w, version)).fetchone()) for w in dict.fromkeys(wordings))
    return {w: np.frombuffer(row[0], "<f4") for w, row in rows if row}


def keep(db: sqlite3.Connection, made: dict[str, Floats], version: str) -> None:
    """Keep vectors; those of an older version give way. Runs inside the caller's transaction."""
    rows = [(w, version, v.astype("<f4").tobytes()) for w, v in made.items()]
    db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)
