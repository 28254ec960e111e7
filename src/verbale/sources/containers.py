"""Texts inside other formats: HTML, PDF, DOCX, feeds, addresses. Libraries load when needed.

Offsets of such a document are into the extracted text, which the ledger stores; the hash is of the
given bytes.
"""

from __future__ import annotations

import hashlib
import io
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator

from verbale.document import Document, Source
from verbale.errors import NotAText, SourceError, TooLarge, Unreadable
from verbale.sources.plain import LIMIT, check_size, decode, from_bytes

__all__ = ["address", "docx", "feed", "html", "pdf"]

DEEPEST = 2000  # nested tags; pages that people write stay under 100


def html(data: bytes, name: str, url: str | None = None) -> Document:
    """The main text of a page, with title, date, site and language as the page gives them."""
    page = decode(data, name)
    if page.count("<div") > DEEPEST * 10 or _depth(page) > DEEPEST:
        raise Unreadable(name, "nested too deeply to be a page", "save its text as .txt")
    import trafilatura
    from htmldate import find_date

    text = trafilatura.extract(page, include_comments=False, include_tables=True, url=url)
    if not text or not text.strip():
        raise NotAText(name, "no main text was found in the page", "save its text as .txt")
    about = trafilatura.extract_metadata(page, default_url=url)
    date = find_date(page, original_date=True) if "20" in page or "19" in page else None
    source = Source(
        name,
        hashlib.sha256(data).hexdigest(),
        title=about.title if about else None,
        publisher=about.sitename if about else None,
        url=url or (about.url if about else None),
        date=date,
        language=about.language if about else None,
        media_type="text/html",
    )
    return Document(text, source)


def _depth(page: str) -> int:
    """An upper bound of the nesting: open tags less closed ones, at the worst place."""
    depth = worst = at = 0
    while (at := page.find("<", at)) >= 0:
        after = page[at + 1 : at + 2]
        if after == "/":
            depth = max(0, depth - 1)
        elif after.isalpha() and not page.startswith(_VOID, at + 1):
            depth += 1
            worst = max(worst, depth)
        at += 1
    return worst


_VOID = ("br", "img", "input", "meta", "link", "hr", "p", "li", "source", "wbr", "col", "td", "tr")


def pdf(data: bytes, name: str) -> Document:
    """The text of a PDF, pages joined by a blank line."""
    import logging

    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        book = pypdf.PdfReader(io.BytesIO(data))
        if book.is_encrypted and not book.decrypt(""):
            raise Unreadable(name, "an encrypted PDF", "save it without a password")
        text = "\n\n".join(page.extract_text() for page in book.pages)
        about = book.metadata
    except SourceError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(name, f"a broken PDF: {error}", "download or export it again") from error
    except Exception as error:
        # Ciphers that need a library of their own, and the like: named by pypdf itself.
        raise Unreadable(name, f"a PDF that cannot be read: {error}") from error
    if not text.strip():
        raise NotAText(name, "a PDF without text, perhaps scanned", "run it through OCR first")
    title = about.title if about else None
    digest = hashlib.sha256(data).hexdigest()
    source = Source(name, digest, title=title or None, media_type="application/pdf")
    return Document(text, source)


def docx(data: bytes, name: str) -> Document:
    """The paragraphs of a Word document, one a line."""
    import docx as word

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(i.file_size for i in archive.infolist())
        if unpacked > 4 * LIMIT or (unpacked > LIMIT and unpacked > 200 * len(data)):
            raise TooLarge(name, f"unpacks to {unpacked / 1e6:.0f} MB", "this is not a document")
        book = word.Document(io.BytesIO(data))
        text = "\n".join(p.text for p in book.paragraphs)
        title = book.core_properties.title
    except SourceError:
        raise
    except Exception as error:
        # python-docx lets errors of zipfile, lxml and its own through; each means a broken file.
        raise Unreadable(name, f"a broken DOCX: {error}", "save it again") from error
    if not text.strip():
        raise NotAText(name, "a DOCX without text")
    source = Source(name, hashlib.sha256(data).hexdigest(), title=title or None)
    return Document(text, source)


def feed(data: bytes, name: str) -> Iterator[Document | SourceError]:
    """A document per entry of an RSS or Atom feed."""
    import feedparser

    parsed = feedparser.parse(io.BytesIO(data))
    if not parsed.entries:
        raise Unreadable(name, "not a feed, or a feed without entries", "give RSS or Atom")
    for number, entry in enumerate(parsed.entries, start=1):
        place = f"{name}#{number}"
        body = entry.content[0].value if entry.get("content") else entry.get("summary", "")
        text = _plain(body)
        if not text.strip():
            yield NotAText(place, "an entry without text")
            continue
        source = Source(
            place,
            hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(),
            id=entry.get("id"),
            title=entry.get("title"),
            publisher=parsed.feed.get("title"),
            url=entry.get("link"),
            date=entry.get("published") or entry.get("updated"),
            language=parsed.feed.get("language"),
            media_type="application/rss+xml",
        )
        yield Document(text, source)


def _plain(body: str) -> str:
    """The text of a fragment of HTML, block elements on lines of their own."""
    if "<" not in body:
        return body
    from lxml import html as tree

    root = tree.fromstring(f"<div>{body}</div>")
    for block in root.iter("p", "br", "div", "li"):
        block.tail = "\n" + (block.tail or "")
    return str(root.text_content()).strip()


def address(url: str) -> Iterator[Document | SourceError]:
    """What stands at an http(s) address: a page, a feed, a PDF or a text."""
    request = urllib.request.Request(url, headers={"User-Agent": "verbale"})  # noqa: S310  # http(s) only, the caller checked
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  # as above
            kind = answer.headers.get_content_type()
            data = answer.read(LIMIT + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise Unreadable(url, f"could not be fetched: {error}", "check the address") from error
    check_size(url, len(data))
    if kind.endswith("xml") and b"<html" not in data[:2000].lower():
        yield from feed(data, url)
    elif kind == "application/pdf" or data[:5] == b"%PDF-":
        yield pdf(data, url)
    elif kind == "text/html" or data.lstrip()[:1] == b"<":
        yield html(data, url, url)
    else:
        yield from_bytes(data, url)
