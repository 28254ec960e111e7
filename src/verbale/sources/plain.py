"""Bytes → text: the encoding is found, nothing else is changed."""

from __future__ import annotations

import codecs
import hashlib

from verbale.document import Document, Source
from verbale.errors import NotAText, TooLarge

__all__ = ["LIMIT", "check_size", "decode", "from_bytes"]

LIMIT = 50_000_000  # bytes of one document; the longest book in the public domain has 10 MB

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def check_size(name: str, size: int) -> None:
    """Raise `TooLarge` over the limit."""
    if size > LIMIT:
        reason = f"{size / 1e6:.0f} MB, more than {LIMIT // 1_000_000} MB for one document"
        raise TooLarge(name, reason, "split it, or give many documents as JSONL")


def decode(data: bytes, name: str) -> str:
    """The text of `data`; a byte order mark is encoding, all else stays. Raises `NotAText`."""
    if not data.strip():
        raise NotAText(name, "empty", "give a file with text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise NotAText(name, f"broken {encoding}: {error.reason}") from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _guess(data, name)
    sample = text[:20000]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f") or c == "\ufffd")
    if odd > 0.02 * len(sample) + 1 or not any(c.isalpha() for c in sample):
        raise NotAText(name, "binary, not a text", "give text, HTML, PDF, DOCX, JSONL or CSV")
    return text


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes as guess

    best = guess(data[:200_000]).best()
    if best is None:
        raise NotAText(name, "binary or in no known encoding", "save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return data.decode(best.encoding, "replace")


def from_bytes(data: bytes, name: str) -> Document:
    """A plain text or Markdown document."""
    return Document(decode(data, name), Source(name, hashlib.sha256(data).hexdigest()))
