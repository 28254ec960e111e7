"""PDF → the text of its pages, without page numbers, running heads and hyphens at line ends.

Pages are joined by a blank line, or by a line end where a sentence goes on.
"""

from __future__ import annotations

import hashlib
import io
import logging
import re
import struct
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from verbale.document import Document, Source
from verbale.errors import NotAText, TooLarge, Unreadable
from verbale.sources.plain import LONGEST, check_text

if TYPE_CHECKING:
    import pypdf

__all__ = ["pdf"]

# What pypdf lets through on broken files beside its own errors ("broken PDF files might cause other
# exceptions", says its module of errors); each means the file, not the program.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def pdf(data: bytes, name: str) -> Document:
    """The text of a PDF. Raises `Unreadable` when it is encrypted, cut off or broken."""
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    if not data.strip():
        raise NotAText(name, "empty", "download or export it again")
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(name, "not a PDF", "name it after what it is")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        book = pypdf.PdfReader(io.BytesIO(data))
        if book.is_encrypted and not book.decrypt(""):
            raise Unreadable(name, "an encrypted PDF", "save it without a password")
        text = _pages(book, name)
        about = book.metadata
        title, made = (about.title, about.creation_date) if about else (None, None)
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unreadable(
            name, f"an encrypted PDF: {error}", "save it without a password"
        ) from error
    except (PyPdfError, *_BROKEN) as error:
        reason = "cut off" if b"%%EOF" not in data[-2048:] else f"broken: {error}"
        raise Unreadable(name, f"a PDF that is {reason}", "download or export it again") from error
    if not text.strip():
        raise NotAText(name, "a PDF without text, perhaps scanned", "run it through OCR first")
    source = Source(
        name,
        hashlib.sha256(data).hexdigest(),
        title=str(title) if title else None,
        made=made.date().isoformat() if made else None,
        media_type="application/pdf",
    )
    return Document(check_text(text, name), source)


def _pages(book: pypdf.PdfReader, name: str) -> str:
    pages, size = [], 0
    for page in book.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > LONGEST:
            raise TooLarge(name, f"more than {LONGEST // 1_000_000} million characters", "split it")
    return _joined(_bare(pages))


# A number alone, "- 4 -", "Page 4 of 9".
_NUMBER = re.compile(r"[\W_]*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\W_]*", re.IGNORECASE)
# On so many pages a line stands at the same end, numbers aside, to be a running head or foot.
_RUNNING = 3
_HYPHEN = re.compile(r"(?P<before>\b[^\W\d_]+)[-\u00ad]\n(?P<behind>[a-z]{2}\S*)[ ]?")
# Words that a hyphen joins to the next: it is theirs, wherever the line ends.
_JOINS = frozenset(
    ("all", "anti", "co", "counter", "ever", "ex", "far", "full", "half", "high", "hard", "inter")
    + ("long", "low", "mid", "much", "multi", "near", "non", "post", "pre", "pro", "self", "short")
    + ("so", "then", "third", "trans", "twenty", "vice", "well", "world")
)


def _bare(pages: list[str]) -> list[str]:
    """Pages without the number and the line at head or foot that other pages have as well."""
    rows = [[line.strip() for line in page.strip().splitlines()] for page in pages]
    for end in (0, -1):
        # A number may stand above or below a running line.
        for _ in range(2):
            seen = Counter(_shape(lines[end]) for lines in rows if lines)
            for lines in rows:
                if lines and (
                    seen[_shape(lines[end])] >= _RUNNING
                    or (len(rows) > 1 and _NUMBER.fullmatch(lines[end]))
                ):
                    lines.pop(end)
    return ["\n".join(lines) for lines in rows]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.lower())


def _joined(pages: list[str]) -> str:
    """Pages in one text, words that a line end parts made whole."""
    text = ""
    for page in filter(None, pages):
        goes_on = re.search(r"[\w,;-]$", text) and page[0].islower()
        text += ("\n" if goes_on else "\n\n" if text else "") + page
    return _HYPHEN.sub(_whole_word, text)


def _whole_word(match: re.Match[str]) -> str:
    """Both parts before the line end."""
    joint = "-" if match["before"].lower() in _JOINS else ""
    return f"{match['before']}{joint}{match['behind']}\n"
