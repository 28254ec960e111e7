"""Bytes → text: the encoding is found, nothing else is changed."""

from __future__ import annotations

import codecs
import hashlib
import re

from verbale.document import Document, Source
from verbale.errors import NotAText, TooLarge

__all__ = ["LONGEST", "check_text", "decode", "encoding_of", "from_bytes"]

# Characters of one text: three times War and Peace. What the reader learns of a text takes about a
# hundred times its length in memory, so a longer one would not fit beside other work.
LONGEST = 10_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What Python also calls encodings, and no container means.
_NO_ENCODINGS = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"))
_SAMPLE = 200_000  # bytes that an encoding is guessed from
# English with typographic quotes, dashes and a few foreign names has fewer bytes than this beyond
# ASCII; a text in another script has far more.
_FEW = 0.05


def check_text(text: str, name: str) -> str:
    """The text if it can be read; raises `NotAText` without letters, `TooLarge` over the limit."""
    if len(text) > LONGEST:
        reason = f"{len(text) / 1e6:.0f} million characters in one text"
        raise TooLarge(name, reason, "split it, or give many documents as JSONL")
    if not text.strip():
        raise NotAText(name, "empty", "give a file with text")
    sample = text[:20000]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\v\r\f") or c == "\ufffd")
    if odd > 0.02 * len(sample) + 1:
        raise NotAText(name, "binary, not a text", "give text, HTML, PDF, DOCX, JSONL or CSV")
    # Letters among the first signs: tables of figures have some, rows of brackets none.
    signs = "".join(text[: 2 * _SAMPLE].split()) or text
    if sum(map(str.isalpha, signs)) < 0.01 * len(signs) or not any(map(str.isalpha, text)):
        raise NotAText(name, "no words in it", "give a file with text")
    return text


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`; a byte order mark is encoding, all else stays. Raises `NotAText`.

    `declared` is what the container says of its encoding; it is believed where it fits.
    """
    if not data.strip():
        raise NotAText(name, "empty", "give a file with text")
    encoding, mark = encoding_of(data, declared)
    if encoding is None:
        raise NotAText(name, "binary or in no known encoding", "save it as UTF-8")
    return data[mark:].decode(encoding, "replace")


def encoding_of(data: bytes, declared: str | None = None) -> tuple[str | None, int]:
    """The encoding (None for bytes that are no text) and the length of the byte order mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    if declared and _fits(data, declared):
        return declared, 0
    if wide := _wide(data):
        return wide, 0
    if _fits(data, "utf-8"):
        return "utf-8", 0
    return _nearly_utf8(data) or _guess(data), 0


def _fits(data: bytes, encoding: str) -> bool:
    try:
        if codecs.lookup(encoding).name in _NO_ENCODINGS:
            return False
        data.decode(encoding)
    except (LookupError, ValueError):  # of which UnicodeError is one
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    sample = data[:2000]
    half = len(sample) // 2
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if half > 8 and zeros.count(0) > 0.7 * half and sample.count(0) < 1.1 * half:
            return encoding
    return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: most sequences beyond ASCII are whole."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return "utf-8" if beyond > 2 * broken else None


def _guess(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    beyond = sum(1 for b in sample if b > 0x7F)
    controls = sum(1 for b in sample if b < 9 or 13 < b < 32)
    if beyond < _FEW * len(sample) and controls <= 0.02 * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes as guess

    best = guess(sample).best()
    return best.encoding if best else None


def from_bytes(data: bytes, name: str, declared: str | None = None) -> Document:
    """A plain text or Markdown document."""
    text = check_text(decode(data, name, declared), name)
    return Document(text, Source(name, hashlib.sha256(data).hexdigest()))
