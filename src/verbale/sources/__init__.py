"""Documents in: every container gives texts with where they came from.

`read` yields what it could not take in as `SourceError` values, so that a run goes on. What a file
is, its first bytes say where they can, else its name.
"""

from __future__ import annotations

import codecs
import glob
import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from verbale.document import Document
from verbale.errors import SourceError, Unreadable
from verbale.sources import archives, feeds, pages, pdf, streams, tables, web, word
from verbale.sources.plain import from_bytes

__all__ = ["read"]

_ROWS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv"}
_STREAMS = _ROWS | {".warc": "warc"}
_WHOLE = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".txt": "plain",
    ".md": "plain",
    ".markdown": "plain",
}
_KNOWN = {*_STREAMS, *_WHOLE, ".parquet"}


def read(paths: Iterable[str]) -> Iterator[Document | SourceError]:
    """Documents of files, folders (recursive, sorted), globs, http(s) addresses and "-" (stdin)."""
    for given in paths:
        try:
            yield from _read(given)
        except SourceError as error:
            yield error


def _read(given: str) -> Iterator[Document | SourceError]:
    if given in ("-", "/dev/stdin"):
        name = "standard input"
        yield from _stream(streams.gunzip(_standard_input()), name, "")
        return
    if given.startswith(("http://", "https://")):
        data, kind, encoding = web.fetch(given)
        yield from _content(data, given, kind, encoding, given)
        return
    path = Path(given)
    if _exists(path):
        yield from (_folder if path.is_dir() else _file)(path)
    elif not any(c in given for c in "*?["):
        raise Unreadable(given, "no such file", "check the path")
    else:
        # Patterns may be absolute, which Path.glob refuses.
        found = sorted(glob.glob(given, recursive=True))  # noqa: PTH207
        if not found:
            raise Unreadable(given, "no file matches", "check the pattern")
        for name in found:
            yield from (_folder if Path(name).is_dir() else _file)(Path(name))


def _standard_input() -> io.BufferedReader:
    # Opened anew by its number, for a buffer large enough to look ahead in.
    return io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False), streams.AHEAD)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long a name, a NUL in it
        return False


def _folder(folder: Path) -> Iterator[Document | SourceError]:
    """The files of a folder that by their names hold text; hidden ones are left out."""
    files = [p for p in sorted(folder.rglob("*")) if p.is_file() and _wanted(p, folder)]
    if not files:
        yield Unreadable(
            str(folder), "no readable files in this folder", "give a folder with texts"
        )
    for file in files:
        yield from _file(file)


def _wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and _suffix(path) in _KNOWN


def _suffix(path: Path) -> str:
    """The suffix that names the format, under ".gz"."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix == ".gz" else suffix


def _file(path: Path) -> Iterator[Document | SourceError]:
    """One file; whatever goes wrong inside it becomes one error value."""
    name = str(path)
    try:
        if _suffix(path) == ".parquet":
            yield from tables.parquet(path)
            return
        with streams.opened(path) as stream:
            yield from _stream(stream, name, _suffix(path))
    except SourceError as error:
        yield error
    except PermissionError:
        yield Unreadable(name, "no permission to read it", "change its mode or owner")
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))


def _stream(stream: io.BufferedReader, name: str, suffix: str) -> Iterator[Document | SourceError]:
    """The documents of a file or of standard input."""
    head = _peek(stream, name)
    kind = _by_bytes(head) or _STREAMS.get(suffix) or _WHOLE.get(suffix)
    if kind in (None, "plain"):
        kind = _by_opening(head, rows=kind is None) or "plain"
    if kind == "jsonl":
        yield from tables.jsonl(stream, name)
    elif kind in ("csv", "tsv"):
        yield from tables.separated(stream, name, "\t" if kind == "tsv" else ",")
    elif kind == "warc":
        yield from archives.warc(stream, name, _content)
    else:
        yield from _whole(streams.whole(stream, name), name, kind or "plain")


def _peek(stream: io.BufferedReader, name: str) -> bytes:
    try:
        return stream.peek(4096)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise streams.broken(name, error) from error


def _by_bytes(head: bytes) -> str | None:
    """Formats that open with a mark of their own."""
    marks = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"WARC/", "warc"))
    return next((kind for mark, kind in marks if head.startswith(mark)), None)


def _by_opening(head: bytes, *, rows: bool) -> str | None:
    """What a text begins like; `rows` where nothing else tells whether it holds rows."""
    opening = head.removeprefix(codecs.BOM_UTF8).lstrip()[:200].lower()
    if re.match(rb"(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:rdf)\b", opening):
        return "feed"
    if re.match(rb"(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", opening):
        return "html"
    return "jsonl" if rows and opening.startswith(b"{") else None


def _whole(
    data: bytes, name: str, kind: str, url: str | None = None, encoding: str | None = None
) -> Iterator[Document | SourceError]:
    """The documents of a format that is read in one piece."""
    if kind == "feed":
        yield from feeds.feed(data, name)
    elif kind == "pdf":
        yield pdf.pdf(data, name)
    elif kind == "docx":
        yield word.docx(data, name)
    elif kind == "html":
        yield pages.html(data, name, url, encoding)
    else:
        yield from_bytes(data, name, encoding)


def _content(
    data: bytes, name: str, media: str, encoding: str | None, url: str
) -> Iterator[Document | SourceError]:
    """What a server answered with."""
    kind = _by_bytes(data) or _by_opening(data, rows=False)
    if kind in (None, "warc"):
        kind = "html" if "html" in media else "feed" if media.endswith("xml") else "plain"
    yield from _whole(data, name, kind, url, encoding)
