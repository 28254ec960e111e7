"""PDF → the text of its pages, joined by a blank line."""

from __future__ import annotations

import hashlib
import io
import logging
import struct
import zlib
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
    return "\n\n".join(pages)
