"""When a figure was reached, and by when one is to be: the time that stands nearest to it."""

from __future__ import annotations

import re

from verbale.document import Document
from verbale.layers import DOCUMENT_DATE, TIMES, Sentence, Time

__all__ = ["due_of", "period_of"]

_MONTHS = re.compile(
    r"\bfirst\s+(?:(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2})\s+months|(?P<half>half)|(?P<quarter>quarter))"
    r"\s+of\s+(?:(?P<year>(?:19|20)\d\d)|(?P<this>this year)|(?P<last>last year))",
    re.IGNORECASE,
)
_COUNT = {w: i for i, w in enumerate("two three four five six seven eight nine ten eleven".split(), 2)}  # fmt: skip
# The twelve months up to the text, and the text's own day.
_TWELVE = re.compile(
    r"\b(?:over|in|during|within|for) the (?:last|past) (?:year|12 months|twelve months)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:as of (?:now|today)|to date|so far)\b", re.IGNORECASE)
_PLAIN_YEAR = re.compile(r"(?:\.\./)?(\d{4})(?:-12)?[~?]?")


def period_of(document: Document, sentence: Sentence, start: int, end: int) -> str | None:
    """The time of the figure at `start`–`end`, as EDTF.

    "By the end of 2021" is the year for what was reached; months counted from the new year are a
    stretch of months.
    """
    text = document.text[sentence.start : sentence.end]
    counted = _counted(document, text)
    if counted is not None:
        return counted
    (day,) = document.get(DOCUMENT_DATE)
    if day.anchor and _TWELVE.search(text):
        month = f"{day.anchor.month:02}"
        return f"{day.anchor.year - 1}-{month}/{day.anchor.year}-{month}"
    times = [t for t in _inside(document, sentence) if t.edtf and t.type in ("DATE", "DURATION")]
    times = [t for t in times if t.type == "DATE" or re.search(r"\b(?:last|past)\b", document.text[t.start : t.end])]  # fmt: skip
    if not times:
        return f"{day.anchor.isoformat()}~" if day.anchor and _NOW.search(text) else None
    near = min(times, key=lambda t: min(abs(t.start - end), abs(t.end - start)))
    told = document.text[near.start : near.end].lower()
    year = _PLAIN_YEAR.fullmatch(near.edtf or "")
    if year and ("end of" in told or (near.edtf or "").startswith("..")):
        return year[1]
    return near.edtf


def due_of(document: Document, sentence: Sentence) -> str | None:
    """The time by which a figure is to be reached."""
    (day,) = document.get(DOCUMENT_DATE)
    for time in _inside(document, sentence):
        if time.edtf and time.edtf.startswith("../"):
            return time.edtf
    for time in _inside(document, sentence):
        begin = time.begin
        before = document.text[max(sentence.start, time.start - 8) : time.start].lower()
        if begin and day.anchor and begin > day.anchor and re.search(r"\b(?:by|in|until)\s+(?:the\s+)?$", before):  # fmt: skip
            return time.edtf
    return None


def _inside(document: Document, sentence: Sentence) -> list[Time]:
    return [t for t in document.get(TIMES) if sentence.start <= t.start and t.end <= sentence.end]


def _counted(document: Document, text: str) -> str | None:
    match = _MONTHS.search(text)
    if not match:
        return None
    (day,) = document.get(DOCUMENT_DATE)
    year = int(match["year"]) if match["year"] else day.anchor.year if day.anchor else None
    if year is None:
        return None
    year -= 1 if match["last"] else 0
    given = (match["n"] or "").lower()
    months = 6 if match["half"] else 3 if match["quarter"] else _COUNT.get(given) or int(given)
    return f"{year}-01/{year}-{months:02}"
