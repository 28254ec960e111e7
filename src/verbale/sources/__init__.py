"""Documents in: every container gives texts with where they came from.

`read` yields what it could not take in as `SourceError` values, so that a run goes on.
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.document import Document
from verbale.errors import SourceError, Unreadable, VerbaleError
from verbale.sources import containers, tables
from verbale.sources.plain import LIMIT, check_size, from_bytes

__all__ = ["read"]

_TABLES = {".jsonl", ".ndjson", ".csv", ".tsv", ".parquet"}
_KNOWN = _TABLES | {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"}
_FEEDS = {".rss", ".atom", ".xml"}


def read(paths: Iterable[str]) -> Iterator[Document | SourceError]:
    """Documents of files, folders (recursive, sorted), globs, http(s) addresses and "-" (stdin)."""
    for given in paths:
        try:
            yield from _read(given)
        except SourceError as error:
            yield error


def _read(given: str) -> Iterator[Document | SourceError]:
    if given in ("-", "/dev/stdin"):
        yield from _stdin()
        return
    if given.startswith(("http://", "https://")):
        yield from containers.address(given)
        return
    path = Path(given)
    if path.is_dir():
        files = [p for p in sorted(path.rglob("*")) if p.is_file() and _wanted(p)]
        if not files:
            raise Unreadable(given, "no readable files in this folder", "give a folder with texts")
        for file in files:
            yield from _file(file)
        return
    if not path.exists() and any(c in given for c in "*?["):
        files = [Path(p) for p in sorted(glob.glob(given, recursive=True)) if Path(p).is_file()]  # noqa: PTH207  # patterns may be absolute
        if not files:
            raise Unreadable(given, "no file matches", "check the pattern")
        for file in files:
            yield from _file(file)
        return
    yield from _file(path)


def _wanted(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.suffix.lower().removesuffix(".gz") in _KNOWN | _FEEDS


def _file(path: Path) -> Iterator[Document | SourceError]:
    """One file; whatever goes wrong inside it becomes one error value."""
    name = str(path)
    try:
        suffix = path.suffix.lower()
        if not path.exists():
            raise Unreadable(name, "no such file", "check the path")
        if suffix in _TABLES:
            yield from tables.read(path)
            return
        check_size(name, path.stat().st_size)
        data = path.read_bytes()
        if suffix in _FEEDS:
            yield from containers.feed(data, name)
        elif suffix == ".pdf" or data[:5] == b"%PDF-":
            yield containers.pdf(data, name)
        elif suffix == ".docx":
            yield containers.docx(data, name)
        elif suffix in (".html", ".htm", ".xhtml"):
            yield containers.html(data, name)
        else:
            yield from_bytes(data, name)
    except VerbaleError as error:
        yield error if isinstance(error, SourceError) else Unreadable(name, str(error))
    except PermissionError:
        yield Unreadable(name, "no permission to read it", "change its mode or owner")
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))
    except RecursionError:
        yield Unreadable(name, "nested too deeply", "save the page as plain text")


def _stdin() -> Iterator[Document | SourceError]:
    data = sys.stdin.buffer.read(LIMIT + 1)
    check_size("standard input", len(data))
    if data.lstrip()[:1] == b"{":
        yield from tables.jsonl(data.splitlines(), "standard input")
    elif data.lstrip()[:1] == b"<":
        yield containers.html(data, "standard input")
    else:
        yield from_bytes(data, "standard input")
