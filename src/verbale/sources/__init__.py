"""Documents in: every container gives texts with where they came from.

`read` yields what it could not take in as `SourceError` values, so that a run goes on. What a file
is, its first bytes say where they can, else its name.
"""

from __future__ import annotations

import codecs
import glob
import gzip
import io
import os
import re
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from verbale.document import Document
from verbale.errors import SourceError, Unreadable
from verbale.sources import archives, feeds, pages, pdf, streams, tables, web, word
from verbale.sources.markdown import markdown
from verbale.sources.plain import from_bytes

__all__ = ["read", "size"]

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
    ".md": "markdown",
    ".markdown": "markdown",
}
_KNOWN = {*_STREAMS, *_WHOLE, ".parquet"}
# What opens as these do holds words that are not read: what it is, and what to do.
_OTHERS = (
    (rb"\{\\rtf", "a Rich Text file", "save it as DOCX or plain text"),
    (rb"\xd0\xcf\x11\xe0", "an old Office file", "save it as DOCX"),
    (
        rb"(?s)\s*(?:\[\s*\{|\{\s*\n)\s*\"",
        "JSON over several lines",
        "give JSONL, one object a line",
    ),
)
_RIGHTS = "change its mode or owner"
# What servers call rows, by the suffix that a file of them has.
_MEDIA = {
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/warc": ".warc",
    "application/vnd.apache.parquet": ".parquet",
}


def read(
    paths: Iterable[str], count: streams.Count = streams.uncounted
) -> Iterator[Document | SourceError]:
    """Documents of files, folders (recursive, sorted), globs, http(s) addresses and "-" (stdin).

    `count` is told the number of bytes whenever some were read from a file.
    """
    for given in paths:
        try:
            yield from _read(given, count)
        except SourceError as error:
            yield error


def size(paths: Iterable[str]) -> int | None:
    """Bytes of all files meant; None where an address or standard input is among them."""
    total = 0
    for given in paths:
        if _is_stream(given):
            return None
        try:
            total += sum(f.stat().st_size for f in _files(given) if isinstance(f, Path))
        except (OSError, SourceError):
            continue  # told when it is read
    return total


def _is_stream(given: str) -> bool:
    return given in ("-", "/dev/stdin") or given.startswith(("http://", "https://"))


def _read(given: str, count: streams.Count) -> Iterator[Document | SourceError]:
    if given.startswith(("http://", "https://")):
        yield from _address(given)
    elif _is_stream(given):
        name = "standard input"
        yield from _stream(streams.gunzip(_standard_input()), name, "")
    else:
        for file in _files(given):
            if isinstance(file, SourceError):
                yield file
            else:
                yield from _file(file, count)


def _files(given: str) -> Iterator[Path | SourceError]:
    """The files that a path or a pattern means. Raises `Unreadable` where there is none."""
    path = Path(given)
    if _exists(path, given):
        yield from _inside(path)
    elif not any(c in given for c in "*?["):
        raise Unreadable(given, "no such file", "check the path")
    else:
        # Patterns may be absolute, which Path.glob refuses.
        found = sorted(glob.glob(given, recursive=True))  # noqa: PTH207
        if not found:
            raise Unreadable(given, "no file matches", "check the pattern")
        for name in found:
            yield from _inside(Path(name))


def _inside(path: Path) -> Iterator[Path | SourceError]:
    """A file, or those of a folder that by their names hold text; hidden ones are left out."""
    if not path.is_dir():
        yield path
        return
    files: list[Path] = []
    shut: list[OSError] = []
    for at, folders, names in os.walk(path, onerror=shut.append):
        folders[:] = [f for f in folders if not f.startswith(".")]
        files += [Path(at, name) for name in names if not name.startswith(".")]
    for error in shut:
        reason = error.strerror or str(error)
        yield Unreadable(str(error.filename), f"a folder that cannot be read: {reason}", _RIGHTS)
    files = [p for p in sorted(files) if _suffix(p) in _KNOWN and p.is_file()]
    if not files and not shut:
        yield Unreadable(str(path), "no readable files in this folder", "give a folder with texts")
    yield from files


def _address(url: str) -> Iterator[Document | SourceError]:
    """What stands at an address; rows by its suffix or by what the server calls them."""
    data, kind, encoding = web.fetch(url)
    suffix = _suffix(Path(urlsplit(url).path))
    suffix = _MEDIA.get(kind, suffix)
    if suffix == ".parquet":
        with tempfile.NamedTemporaryFile(suffix=suffix) as file:
            file.write(data)
            file.flush()
            yield from tables.parquet(Path(file.name), url)
        return
    stream = streams.gunzip(io.BufferedReader(io.BytesIO(data), streams.AHEAD))
    if suffix in _STREAMS:
        yield from _stream(stream, url, suffix)
    else:
        yield from _content(streams.whole(stream, url), url, kind, encoding, url)


def _standard_input() -> io.BufferedReader:
    # Opened anew by its number, for a buffer large enough to look ahead in.
    return io.BufferedReader(io.FileIO(sys.stdin.fileno(), closefd=False), streams.AHEAD)


def _exists(path: Path, given: str) -> bool:
    try:
        path.stat()
    except PermissionError as error:
        raise Unreadable(given, "no permission to look into its folder", _RIGHTS) from error
    except (OSError, ValueError):  # there is none; too long a name, a NUL in it
        return False
    return True


def _suffix(path: Path) -> str:
    """The suffix that names the format, under ".gz"."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix == ".gz" else suffix


def _file(path: Path, count: streams.Count) -> Iterator[Document | SourceError]:
    """One file; whatever goes wrong inside it becomes one error value."""
    name = str(path)
    try:
        if _suffix(path) == ".parquet":
            count(path.stat().st_size)
            yield from tables.parquet(path, name)
            return
        with streams.opened(path, count) as stream:
            yield from _stream(stream, name, _suffix(path))
    except SourceError as error:
        yield error
    except PermissionError:
        yield Unreadable(name, "no permission to read it", _RIGHTS)
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))


def _stream(stream: io.BufferedReader, name: str, suffix: str) -> Iterator[Document | SourceError]:
    """The documents of a file or of standard input."""
    head = _peek(stream, name)
    _refuse(head, name)
    kind = _by_bytes(head) or _STREAMS.get(suffix) or _WHOLE.get(suffix)
    if kind in (None, "plain", "markdown"):
        kind = _by_opening(head, rows=kind is None) or kind
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


def _refuse(head: bytes, name: str) -> None:
    """Raise `Unreadable` for a format that would pass for another and is not read."""
    for opening, what, remedy in _OTHERS:
        if re.match(opening, head.removeprefix(codecs.BOM_UTF8)):
            raise Unreadable(name, f"{what}, which is not read", remedy)


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
    elif kind == "markdown":
        yield markdown(data, name, encoding)
    else:
        yield from_bytes(data, name, encoding)


def _content(
    data: bytes, name: str, media: str, encoding: str | None, url: str
) -> Iterator[Document | SourceError]:
    """What a server answered with."""
    _refuse(data[:4096], name)
    kind = _by_bytes(data) or _by_opening(data, rows=False)
    if kind in (None, "warc"):
        kind = "html" if "html" in media else "feed" if media.endswith("xml") else "plain"
    if kind == "plain" and ("markdown" in media or _WHOLE.get(_suffix(Path(url))) == "markdown"):
        kind = "markdown"
    yield from _whole(data, name, kind, url, encoding)
