"""WARC → a document per page, text, PDF or feed that an archived server answered with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from verbale.document import Document
from verbale.errors import MissingExtra, SourceError, Unreadable
from verbale.sources.streams import LIMIT, check_size

__all__ = ["warc"]

# bytes, name, media type, encoding, address → documents
Content = Callable[[bytes, str, str, str | None, str], Iterator[Document | SourceError]]
_KINDS = ("text/", "application/xhtml", "application/pdf", "application/rss", "application/atom")
_NO_TEXTS = ("text/css", "text/javascript")


def warc(stream: BinaryIO, name: str, content: Content) -> Iterator[Document | SourceError]:
    """Answers of status 200 whose media type may hold text, each named by its address."""
    try:
        from fastwarc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        remedy = 'pip install "verbale[warc]"'
        raise MissingExtra(name, "WARC needs fastwarc", remedy) from error
    records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True)
    read = 0
    for record in records:
        http = record.http_headers
        if http is None or http.status_code != 200:
            continue
        kind = (record.http_content_type or "").lower()
        if not kind.startswith(_KINDS) or kind.startswith(_NO_TEXTS):
            continue
        read += 1
        url = record.headers.get("WARC-Target-URI") or f"{name}#{read}"
        try:
            check_size(url, record.content_length)
            yield from content(record.reader.read(LIMIT), url, kind, record.http_charset, url)
        except SourceError as error:
            yield error
    if not read:
        raise Unreadable(name, "no answers with text in this archive")
