"""When an instrument was made: days in and around its name, anniversaries, a signing told as done."""

from __future__ import annotations

import re

from verbale.annotate.agreements.names import Named
from verbale.document import Document
from verbale.layers import DOCUMENT_DATE, GENRE, TIMES, Sentence, Time

__all__ = [
    "counted_back",
    "counted_from",
    "days_of",
    "just_signed",
    "past_times",
    "times_in",
    "undated",
    "year_before",
]

_MADE = r"(?:adopted|concluded|dated|issued|made|reached|signed)"
# From a name to its day: "of", "reached on", "signed by the leaders of X and Y on".
_TO_DAY = re.compile(
    rf"[\s,]*(?:\([^)]*\)\s*)?(?:(?:and|dated|of|on|from|in|the)\s+|{_MADE}\s+(?:by\s+[^;:()]{{3,90}}?\s+)?)*"
)
_BETWEEN_DAYS = re.compile(r"[\s,]*(?:(?:and|of|on)\s+)*")
_FROM_DAY = re.compile(r"[\s,]*(?:(?:bilateral|joint|peace|trilateral|tripartite)\s+)?")
_YEAR_BEFORE = re.compile(r"\b(1[89]\d\d|20\d\d)[\s,]+(?:[a-z]\w+\s+)?$")
_A_YEAR = re.compile(r"\b((?:18|19|20)\d\d)\b")
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<n>\d{1,3})(?:st|nd|rd|th)|(?P<word>[a-z-]+))[\s-]anniversary\b"
)
_ORDINALS = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
}
# A day without its year is of the text's.
_DAY_OF_THE_YEAR = re.compile(
    r"\bsigned on (?:\d{1,2} [A-Z][a-z]+(?! \d{4})\b|[A-Z][a-z]+ \d{1,2}\b(?!, \d{4}))"
)
# Texts that tell of other times than their own day.
_LOOKING_BACK = frozenset(("commentary", "editorial", "speech"))
_SIGNED_NOW = re.compile(
    r"\bdocuments signed\b|\b(?:(?:has|have|was|were|just|now|recently) (?:made|reached|signed)|(?:countries|leaders|ministers|parties|presidents|sides|they|we|[A-Z]\w+) (?:also |have |has |just |now |recently )*(?:concluded|initial+ed|inked|reached|signed|struck)|U\.S\. (?:has )?(?:reached|signed))\b"
)


def times_in(document: Document, sentence: Sentence) -> list[Time]:
    """The dates of a sentence."""
    return [
        t
        for t in document.get(TIMES)
        if sentence.start <= t.start and t.end <= sentence.end and t.type == "DATE" and t.edtf
    ]


def days_of(text: str, base: int, item: Named, times: list[Time]) -> list[str]:
    """The days that stand in, right behind or right before a name: "of 3 May and 4 June 2020"."""
    days = [t for t in _days_of(text, base, item, times) if _has_digit(text, base, t)]
    out: list[str] = []
    year = None
    for time in reversed(days):
        day = time.edtf or ""
        told = text[time.start - base : time.end - base]
        if re.search(r"\d{4}", told):
            year = day[:4]
        elif year:
            day = year + day[4:]  # the year that ends a list is that of its other days
        out.insert(0, day)
    return [d for d in out if len(d) >= len("2020-05")]


def _has_digit(text: str, base: int, time: Time) -> bool:
    return any(c.isdigit() for c in text[time.start - base : time.end - base])


def _days_of(text: str, base: int, item: Named, times: list[Time]) -> list[Time]:
    out: list[Time] = []
    at, gap = item.end, _TO_DAY
    for time in times:
        start, end = time.start - base, time.end - base
        if item.start < start < item.end:
            out.append(time)
            at, gap = max(at, end), _BETWEEN_DAYS
        elif start >= at and gap.fullmatch(text[at:start]):
            out.append(time)
            at, gap = end, _BETWEEN_DAYS
    at, gap = item.start, _FROM_DAY
    for time in reversed(times):
        start, end = time.start - base, time.end - base
        if end <= at and gap.fullmatch(text[end:at]):
            out.insert(0, time)
            at, gap = start, _BETWEEN_DAYS
    return out


def year_before(text: str, start: int) -> str | None:
    """A year that stands before a name: "the 2015 Minsk agreements"."""
    match = _YEAR_BEFORE.search(text[:start])
    return match[1] if match else None


def undated(name: str) -> str:
    """The name without a year before it and without a date or place behind it."""
    name = re.sub(r"^(?:[Tt]he )?(?:(?:\d{4}|[A-Z][a-z]+ \d{4}) (?=[A-Z]))?", "", name)
    name = re.sub(
        r"\s+(?:(?:dated|from|of|on) )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*$",
        "",
        name,
    )
    return name.rstrip(" ,.")


def counted_from(document: Document, text: str) -> str | None:
    """The year that "the 20th anniversary … this year" counts from."""
    match = _ANNIVERSARY.search(text)
    if not match:
        return None
    count = _count(match)
    (day,) = document.get(DOCUMENT_DATE)
    year = day.anchor.year if day.anchor else None
    if year is None and day.date and day.date[:4].isdigit():
        year = int(day.date[:4])
    low = text.lower()
    if not count or not year or not ("this year" in low or "last year" in low):
        return None
    return str(year - count - ("last year" in low))


def counted_back(document: Document, text: str, item: Named) -> str | None:
    """The year that an anniversary counts from, where its sentence tells a year: "was 60 in 2020".

    A year that lies as far back as is counted is itself the one.
    """
    match = _ANNIVERSARY.search(text)
    count = _count(match) if match else None
    years = {int(m[1]) for m in _A_YEAR.finditer(text) if not item.start <= m.start() < item.end}
    if not count or len(years) != 1:
        return None
    (year,) = years
    (day,) = document.get(DOCUMENT_DATE)
    near = day.anchor and abs(day.anchor.year - year - count) <= 1
    return str(year if near else year - count)


def _count(match: re.Match[str]) -> int | None:
    return int(match["n"]) if match["n"] else _ORDINALS.get(match["word"].lower())


def past_times(document: Document, base: int, item: Named, times: list[Time]) -> list[Time]:
    """The dates outside a name that are not yet to come at the text's day."""
    (day,) = document.get(DOCUMENT_DATE)
    return [
        t
        for t in times
        if not item.start <= t.start - base < item.end
        and not (day.anchor and t.begin and t.begin > day.anchor)
        and not (t.edtf or "").startswith("../")
    ]


def just_signed(document: Document, text: str) -> str | None:
    """The year of a signing that a text of the day tells without a time of its own."""
    (day,) = document.get(DOCUMENT_DATE)
    told_of_the_day = not any(g.code in _LOOKING_BACK for g in document.get(GENRE))
    told_of_the_day |= _DAY_OF_THE_YEAR.search(text) is not None
    told_of_the_day |= re.search(r"\btoday\b", text) is not None
    told = _SIGNED_NOW.search(text) or _DAY_OF_THE_YEAR.search(text)
    if day.date is None or not told_of_the_day or not told:
        return None
    return day.date[:4] if day.date[:4].isdigit() else None
