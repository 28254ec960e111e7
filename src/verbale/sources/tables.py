"""Many documents in one file: JSONL, CSV, TSV, Parquet, one at a time.

Fields: id, text, title, date, publisher, url, language; all but `text` optional, others ignored. A
broken line is an error of its own that names it; the others are read.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from verbale.document import Document, Source, whole_characters
from verbale.errors import MissingExtra, NotAText, SourceError, Unreadable
from verbale.sources import streams
from verbale.sources.plain import check_text, encoding_of

__all__ = ["jsonl", "parquet", "separated"]

_FIELDS = ("id", "title", "publisher", "url", "date", "language")


def jsonl(stream: BinaryIO, name: str) -> Iterator[Document | SourceError]:
    """One document a line."""
    read = 0
    for number, line in streams.lines(stream, name):
        place = f"{name}:{number}"
        if isinstance(line, SourceError):
            yield line
        elif line.strip():
            yield _line(line, place)
        else:
            continue
        read += 1
    if not read:
        yield NotAText(name, "empty", "give a file with rows")


def _line(line: bytes, place: str) -> Document | SourceError:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Unreadable(place, f"not UTF-8: {error.reason}", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        reason = f"not a JSON object: {error.msg} at column {error.colno}"
        return Unreadable(place, reason, "mend or drop the line")
    except (ValueError, RecursionError) as error:
        return Unreadable(place, f"not a JSON object: {error}", "mend or drop the line")
    return _document(row, place)


def _document(row: Any, place: str) -> Document | SourceError:
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        return Unreadable(place, 'no string field "text"', "name the text's column `text`")
    try:
        text = check_text(whole_characters(row["text"]), place)
    except SourceError as error:
        return error
    fields = {k: str(row[k]) for k in _FIELDS if row.get(k) not in (None, "")}
    return Document(text, Source(place, hashlib.sha256(text.encode()).hexdigest(), **fields))


def separated(
    stream: io.BufferedReader, name: str, delimiter: str
) -> Iterator[Document | SourceError]:
    """A document a row of CSV or TSV; the first row names the fields."""
    head = stream.peek(streams.AHEAD)
    if not head.strip():
        raise NotAText(name, "empty", "give a file with rows")
    encoding, mark = encoding_of(_whole_lines(head))
    if encoding is None:
        raise NotAText(name, "binary or in no known encoding", "save it as UTF-8")
    stream.read(mark)
    csv.field_size_limit(streams.LIMIT)
    wrapped = io.TextIOWrapper(stream, encoding=encoding, errors=_WESTERN, newline="")
    rows = csv.DictReader(_bounded(wrapped, name), delimiter=delimiter)
    try:
        names = {str(n).strip().lower(): n for n in rows.fieldnames or ()}
        if "text" not in names:
            raise Unreadable(name, 'no column "text"', "name the text's column `text`")
        for row in rows:
            fields = {k: row.get(n) for k, n in names.items()}
            yield _document(fields, f"{name}:{rows.line_num}")
    except csv.Error as error:
        raise Unreadable(f"{name}:{rows.line_num}", f"broken CSV: {error}") from error


def _bounded(wrapped: io.TextIOWrapper, name: str) -> Iterator[str]:
    """Lines of at most the limit; a longer one ends the file, for no row can be told behind it."""
    number = 0
    while line := wrapped.readline(streams.LIMIT + 1):
        number += 1
        if len(line) > streams.LIMIT:
            raise streams.too_long(f"{name}:{number}")
        yield line


def _western(error: UnicodeError) -> tuple[str, int]:
    """Bytes that do not fit the encoding seen at the file's opening, as Windows would write them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WESTERN = "verbale-western"
codecs.register_error(_WESTERN, _western)


def _whole_lines(head: bytes) -> bytes:
    """The sample without its last line, which may be cut inside a character."""
    return head[: head.rfind(b"\n") + 1] or head


def parquet(path: Path, name: str) -> Iterator[Document | SourceError]:
    """A document a row of a Parquet file; `name` is what it is called."""
    try:
        import duckdb
    except ImportError as error:
        remedy = 'pip install "verbale[parquet]"'
        raise MissingExtra(name, "Parquet needs duckdb", remedy) from error
    try:
        result = duckdb.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0].lower() for column in result.description or ()]
        if "text" not in names:
            raise Unreadable(name, 'no column "text"', "name the text's column `text`")
        for number, row in enumerate(_fetched(result), start=1):
            yield _document(dict(zip(names, row, strict=True)), f"{name}:{number}")
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise Unreadable(name, f"not a readable Parquet file: {reason}") from error


def _fetched(result: Any) -> Iterable[tuple[Any, ...]]:
    while rows := result.fetchmany(256):
        yield from rows
