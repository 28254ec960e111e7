"""What an expression denotes, as a `Time`: days, weeks, months, years, stretches, lengths, vague times.

Values follow TIMEX3, `edtf` EDTF.
"""

from __future__ import annotations

import re

from verbale.annotate.times.days import Day, end_of_month, move, unit_name, week_start
from verbale.annotate.times.find import Expression
from verbale.annotate.times.lexicon import UNITS
from verbale.layers import Time

__all__ = [
    "century",
    "day_",
    "decade",
    "half",
    "length",
    "mod",
    "month_",
    "quarter",
    "stretch",
    "unit_",
    "vague",
    "week_",
    "weekend",
    "year_",
]

_MODS = (
    ("START", ("early", "very early", "beg", "sta", "first", "turn")),
    ("END", ("late", "end", "close", "second", "latter", "last", "very end", "very late")),
    ("MID", ("mid",)),
)
_MONTHS_OF = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}


def mod(word: str) -> str | None:
    """The TIMEX3 modifier of "early", "the end of", "mid" and the like."""
    word = re.sub(r"^the\s+", "", word.strip().lower())
    return next((m for m, heads in _MODS if word.startswith(heads)), None)


def day_(e: Expression, day: Day | None, suffix: str = "", *, anchor: str | None = None) -> Time:
    """A day; with a suffix ("T09:19", "TMO") a time of it."""
    if day is None:
        return Time(e.start, e.end, "DATE", "XXXX-XX-XX", anchor=anchor)
    value = day.isoformat()
    kind = "TIME" if suffix else "DATE"
    return Time(e.start, e.end, kind, value + suffix, value, day, day, anchor)  # type: ignore[arg-type]  # one of two known kinds


def stretch(
    e: Expression, value: str, begin: Day, last: Day, edtf: str, how: str | None = None
) -> Time:
    """A stretch of days that has a value of its own."""
    return Time(e.start, e.end, "DATE", value, edtf, begin, last, None, how)


def vague(e: Expression, value: str) -> Time:
    """What has a value and no days: PRESENT_REF, XXXX-05, a season."""
    return Time(e.start, e.end, "DATE", value)


def year_(e: Expression, year: int, how: str | None = None) -> Time:
    """A year; "by" makes it a deadline, and the end of a year that is named is its December."""
    name = f"{year:04}"
    if re.search(r"\bby\s+(?:the\s+year\s+)?$", e.before):
        return stretch(
            e, name, Day(year, 1, 1), Day(year, 12, 31), f"../{name}", "BEFORE_OR_DURING"
        )
    edtf = value = name
    if how == "END" and re.match(r"(?:the\s+)?(?:very\s+)?end\b", e.text, re.IGNORECASE):
        edtf = f"{name}-12~"
        value = f"{name}-12" if "y" in e.parts else name
    elif how:
        first, last = _MONTHS_OF[how]
        edtf = f"{name}-{first:02}~/{name}-{last:02}~"
    return stretch(e, value, Day(year, 1, 1), Day(year, 12, 31), edtf, how)


def month_(e: Expression, year: int, month: int, how: str | None = None) -> Time:
    """A month."""
    value = f"{year:04}-{month:02}"
    edtf = value + ("~" if how else "")
    return stretch(e, value, Day(year, month, 1), end_of_month(year, month), edtf, how)


def week_(e: Expression, day: Day, how: str | None = None) -> Time:
    """The week of a day; its end is Thursday to Sunday, its beginning Monday to Wednesday."""
    begin = week_start(day)
    number_ = begin.isocalendar()
    first, last = begin, move(begin, 6)
    if how == "END":
        first = move(begin, 3)
    elif how == "START":
        last = move(begin, 2)
    value = f"{number_.year:04}-W{number_.week:02}"
    return stretch(e, value, first, last, f"{first}/{last}", how)


def decade(e: Expression, first: int, how: str | None = None) -> Time:
    """Ten years from `first`."""
    last = min(first + 9, 9999)
    return stretch(
        e, f"{first // 10}", Day(max(first, 1), 1, 1), Day(last, 12, 31), f"{first}/{last}", how
    )


def century(e: Expression, n: int, how: str | None = None) -> Time:
    """The `n`th century."""
    first = (n - 1) * 100
    begin, last = Day(max(first, 1), 1, 1), Day(min(first + 99, 9999), 12, 31)
    return stretch(e, f"{n - 1:02}", begin, last, f"{max(first, 1):04}/{first + 99:04}", how)


def half(e: Expression, year: int, which: int) -> Time:
    """A half of a year."""
    begin, last = (
        (Day(year, 1, 1), Day(year, 6, 30)) if which == 1 else (Day(year, 7, 1), Day(year, 12, 31))
    )
    return stretch(e, f"{year:04}-H{which}", begin, last, f"{begin:%Y-%m}/{last:%Y-%m}")


def quarter(e: Expression, year: int, which: int) -> Time:
    """A quarter of a year, 1 to 4."""
    begin, last = Day(year, 3 * which - 2, 1), end_of_month(year, 3 * which)
    return stretch(
        e, f"{year:04}-Q{which}", begin, last, f"{begin.isoformat()[:7]}/{last.isoformat()[:7]}"
    )


def weekend(e: Expression, day: Day) -> Time:
    """The weekend of a day's week."""
    begin = move(week_start(day), 5)
    n = begin.isocalendar()
    last = move(begin, 1)
    return stretch(e, f"{n.year:04}-W{n.week:02}-WE", begin, last, f"{begin}/{last}")


def unit_(e: Expression, day: Day, unit: str, how: str | None = None) -> Time:
    """The day, week, month … that a day lies in."""
    unit = unit_name(unit)
    if unit in ("second", "minute", "hour", "day", "night"):
        return day_(e, day)
    if unit == "week":
        return week_(e, day, how)
    if unit == "weekend":
        return weekend(e, day)
    if unit == "month":
        return month_(e, day.year, day.month, how)
    if unit == "quarter":
        return quarter(e, day.year, (day.month - 1) // 3 + 1)
    if unit == "year":
        return year_(e, day.year, how)
    if unit == "decade":
        return decade(e, day.year // 10 * 10, how)
    return century(e, day.year // 100 + 1, how)


def length(
    e: Expression, count: float | None, unit: str, begin: Day | None = None, last: Day | None = None
) -> Time:
    """A length of time, with the days that it covers where they are known."""
    code = UNITS[unit_name(unit)]
    if code in ("E", "C"):
        count = count * (10 if code == "E" else 100) if count is not None else None
        code = "Y"
    if code == "Q" and count is not None:
        count, code = count * 3, "M"
    amount = (
        f"{count:g}"
        if count is not None and count < 10_000
        else "X"
        if count is None
        else f"{count:.0f}"
    )
    value = f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"
    edtf = f"{begin}/{last}" if begin and last else None
    return Time(e.start, e.end, "DURATION", value, edtf, begin, last)
