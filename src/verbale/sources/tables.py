"""Many documents in one file: JSONL, CSV, Parquet. Fields: id, text, title, date, publisher, url,
language; all but `text` optional. A broken line is an error of its own, the others are read.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from verbale.document import Document, Source
from verbale.errors import MissingExtra, NotAText, SourceError, Unreadable
from verbale.sources.plain import check_size

__all__ = ["jsonl", "read"]


def read(path: Path) -> Iterator[Document | SourceError]:
    """Documents of a JSONL, CSV, TSV or Parquet file, line by line."""
    name = str(path)
    if path.stat().st_size == 0:
        raise NotAText(name, "empty", "give a file with rows")
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        yield from _parquet(path)
    elif suffix in (".csv", ".tsv"):
        yield from _csv(path, "\t" if suffix == ".tsv" else ",")
    else:
        with path.open("rb") as lines:
            yield from jsonl(lines, name)


def jsonl(lines: Iterable[bytes], name: str) -> Iterator[Document | SourceError]:
    """One document a line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        try:
            check_size(place, len(line))
            row = json.loads(line.decode("utf-8-sig"))
        except SourceError as error:
            yield error
            continue
        except (ValueError, RecursionError) as error:
            yield Unreadable(place, f"not a JSON object: {error}", "mend or drop the line")
            continue
        yield _document(row, place)


def _document(row: Any, place: str) -> Document | SourceError:
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        return Unreadable(place, 'no string field "text"', "name the text's column `text`")
    text = row["text"]
    if not text.strip():
        return NotAText(place, "empty text")
    fields = {k: str(row[k]) for k in _FIELDS if row.get(k) not in (None, "")}
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(text, Source(place, digest, media_type="text/plain", **fields))


_FIELDS = ("id", "title", "publisher", "url", "date", "language")


def _csv(path: Path, delimiter: str) -> Iterator[Document | SourceError]:
    csv.field_size_limit(50_000_000)
    opened = path.open(encoding="utf-8-sig", newline="", errors="replace")
    with opened as lines:
        rows = csv.DictReader(lines, delimiter=delimiter)
        if "text" not in (rows.fieldnames or ()):
            raise Unreadable(str(path), 'no column "text"', "name the text's column `text`")
        try:
            for row in rows:
                yield _document(row, f"{path}:{rows.line_num}")
        except csv.Error as error:
            raise Unreadable(f"{path}:{rows.line_num}", f"broken CSV: {error}") from error


def _parquet(path: Path) -> Iterator[Document | SourceError]:
    try:
        import duckdb
    except ImportError as error:
        remedy = 'pip install "verbale[parquet]"'
        raise MissingExtra(str(path), "Parquet needs duckdb", remedy) from error
    try:
        result = duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in result.description or ()]
        number = 0
        while rows := result.fetchmany(256):
            for row in rows:
                number += 1
                yield _document(dict(zip(names, row, strict=True)), f"{path}:{number}")
    except duckdb.Error as error:
        raise Unreadable(str(path), f"not a readable Parquet file: {error}") from error
