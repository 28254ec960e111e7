"""Reading data files, plain or gzipped, for the benchmarks."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["rows", "sentences", "text"]


def text(path: Path) -> str:
    """The text of a file, unpacked where it is gzipped."""
    given = path.read_bytes()
    return (gzip.decompress(given) if given[:2] == b"\x1f\x8b" else given).decode("utf-8")


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in text(path).split("\n") if line.strip()]


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """The columns of the word lines of each sentence of a CoNLL-U file."""
    found: list[list[str]] = []
    for line in [*text(path).split("\n"), ""]:
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                found.append(columns)
        elif not line and found:
            yield found
            found = []
