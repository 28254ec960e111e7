"""When a figure was reached, and by when one is to be: the time that stands nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.document import Document
from verbale.layers import DOCUMENT_DATE, TIMES, Sentence, Time

__all__ = ["due_of", "framed", "period_of"]

_NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}"
_MONTH = (
    "january february march april may june july august september october november december".split()
)
_OF = r"(?:\s*,?\s+(?:of\s+|in\s+)?(?:(?P<year>(?:19|20)\d\d)|(?P<last>last year)|(?:this|the) year))?"
_MONTHS = re.compile(
    rf"\bfirst\s+(?:(?P<n>{_NUMBER})\s+months|(?P<half>half)|(?P<quarter>quarter)|(?P<quarters>two|three) quarters){_OF}\b"
    rf"|\b(?:from |in |between )?January\s*(?:to|through|and|-|–|—)\s*(?P<month>{'|'.join(_MONTH[1:])}){_OF.replace('year>', 'year2>').replace('last>', 'last2>')}\b",
    re.IGNORECASE,
)
_COUNT = {w: i for i, w in enumerate("two three four five six seven eight nine ten eleven".split(), 2)}  # fmt: skip
# The twelve months up to the text, and the text's own day.
_TWELVE = re.compile(
    r"\b(?:over|in|during|within|for) the (?:last|past) (?:year|12 months|twelve months)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:as of (?:now|today)|to date|so far)\b", re.IGNORECASE)
# By when, told as a length from the text's day, or as its own year.
_WITHIN = re.compile(
    rf"\b(?:within (?:the (?:coming|next) )?|(?:during|in|over) the (?:coming|next) )(?P<n>{_NUMBER}) years\b",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(
    r"\b(?:by|before|until) (?:the )?(?:close |end )?(?:of )?this year\b|\bthis year\W*$",
    re.IGNORECASE,
)
_DECADE = re.compile(r"\b(?:last|past) (?:decade|10 years|ten years)\b")
_LED_ON = re.compile(r"[\s,]*(?:at|by|during|for|in|over)\s+(?:the\s+)?")
_PAST = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)
_PLAIN_YEAR = re.compile(r"(?:\.\./)?(\d{4})(?:-12)?[~?]?")


def period_of(document: Document, sentence: Sentence, start: int, end: int) -> str | None:
    """The time of the figure at `start`–`end`, as EDTF.

    "By the end of 2021" is the year for what was reached; months counted from the new year are a
    stretch of months.
    """
    text = document.text[sentence.start : sentence.end]
    (day,) = document.get(DOCUMENT_DATE)
    months = list(_counted(document, sentence, text))
    times = [
        (t.start, t.end, _of_time(document, t))
        for t in _inside(document, sentence)
        if t.edtf
        and (
            t.type == "DATE"
            or (t.type == "DURATION" and _PAST.search(document.text[t.start : t.end]))
        )
        and not any(s < t.end and t.start < e for s, e, _ in months)
    ]
    if day.anchor and _TWELVE.search(text):
        month = f"{day.anchor.month:02}"
        return f"{day.anchor.year - 1}-{month}/{day.anchor.year}-{month}"
    found = [*months, *times]
    if not found:
        return f"{day.anchor.isoformat()}~" if day.anchor and _NOW.search(text) else None
    return min(found, key=lambda t: _distance(document.text, start, end, t))[2]


def framed(document: Document, sentences: list[Sentence]) -> str | None:
    """The months counted from the new year that the last of some sentences tells of: a frame for what follows."""
    for sentence in reversed(sentences):
        text = document.text[sentence.start : sentence.end]
        for _, _, period in _counted(document, sentence, text):
            return period
    return None


def _distance(text: str, start: int, end: int, time: tuple[int, int, str]) -> int:
    """How far a time is from a figure; right behind it, led on by a preposition, it is none."""
    if end <= time[0] and _LED_ON.fullmatch(text[end : time[0]]):
        return 0
    return min(abs(time[0] - end), abs(time[1] - start))


def _of_time(document: Document, time: Time) -> str:
    """What a time means for what was reached.

    The year where it is told "by the end of" it; from a year on "since" it; the ten years up to the
    text in "the past decade"; else as it stands.
    """
    told, edtf = document.text[time.start : time.end].lower(), time.edtf or ""
    (day,) = document.get(DOCUMENT_DATE)
    year = _PLAIN_YEAR.fullmatch(edtf)
    if year and ("end of" in told or edtf.startswith("..")):
        return year[1]
    if day.anchor and _DECADE.search(told):
        return f"{day.anchor.year - 10}/{day.anchor.year}"
    since = re.search(r"\b[Ss]ince\s+(?:[\w’']+\s+){0,4}$", document.text[: time.start])
    return f"{year[1]}/{day.anchor.year}" if year and since and day.anchor else edtf


def due_of(document: Document, sentence: Sentence) -> str | None:
    """The time by which a figure is to be reached."""
    (day,) = document.get(DOCUMENT_DATE)
    for time in _inside(document, sentence):
        if time.edtf and time.edtf.startswith("../"):
            return time.edtf
    length = _WITHIN.search(document.text, sentence.start, sentence.end)
    if length and day.anchor:
        told = length["n"].lower()
        return f"../{day.anchor.year + (_COUNT.get(told) or int(told))}"
    if day.anchor and _THIS_YEAR.search(document.text, sentence.start, sentence.end):
        return f"../{day.anchor.year}"
    for time in _inside(document, sentence):
        begin = time.begin
        before = document.text[max(sentence.start, time.start - 8) : time.start].lower()
        if begin and day.anchor and begin > day.anchor and re.search(r"\b(?:by|in|until)\s+(?:the\s+)?$", before):  # fmt: skip
            return time.edtf
    return None


def _inside(document: Document, sentence: Sentence) -> list[Time]:
    return [t for t in document.get(TIMES) if sentence.start <= t.start and t.end <= sentence.end]


def _counted(document: Document, sentence: Sentence, text: str) -> Iterator[tuple[int, int, str]]:
    """Months counted from the new year, with their span: "the first nine months of 2021"."""
    (day,) = document.get(DOCUMENT_DATE)
    for match in _MONTHS.finditer(text):
        given = match["year"] or match["year2"]
        year = int(given) if given else day.anchor.year if day.anchor else None
        if year is None:
            continue
        year -= 1 if match["last"] or match["last2"] else 0
        yield (
            sentence.start + match.start(),
            sentence.start + match.end(),
            f"{year}-01/{year}-{_last_month(match):02}",
        )


def _last_month(match: re.Match[str]) -> int:
    if match["month"]:
        return _MONTH.index(match["month"].lower()) + 1
    if match["half"] or match["quarter"]:
        return 6 if match["half"] else 3
    if match["quarters"]:
        return 3 * _COUNT[match["quarters"].lower()]
    number = match["n"].lower()
    return _COUNT.get(number) or int(number)
