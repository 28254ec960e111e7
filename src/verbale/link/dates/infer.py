"""A date from what the text tells of its own time, and what of that a named date contradicts.

Never a guess: what leaves several years is ambiguous, what leaves none a conflict.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from verbale.annotate.times import Expression, resolve
from verbale.annotate.times.days import move, valid
from verbale.annotate.times.tense import looks
from verbale.document import Document, Span
from verbale.layers import DocumentDate
from verbale.link.dates.constraints import (
    Agreement,
    Window,
    agreements,
    anniversaries,
    complete,
    sessions,
    year_of,
)

__all__ = ["Tells", "against", "infer", "tells"]

Day = datetime.date
# A day that a text names without its year lies at most so many days from the text's own.
NEAR = 183
# One with its weekday lies nearer: it is this week's or the next weeks'.
BESIDE_IT = 31
# The longest stretch that still dates a text: a session, with its September twice.
LONGEST = 400
# Agreeing years, and days, that are named where nothing settles them.
SHOWN = 3
# How far around a year its "this year" and its change are looked for, in characters.
BESIDE = 200
# Where a text tells its news, in characters.
OPENING = 1000


@dataclass(frozen=True, slots=True)
class Tells:
    """What a text tells of its own time: stretches that its day lies in, days with their weekdays."""

    windows: tuple[Window, ...]
    agreements: tuple[Agreement, ...]
    bound: Window | None


def tells(document: Document, expressions: Sequence[Expression]) -> Tells:
    """Collect what the body tells, each stretch by the words that tell it first."""
    windows: dict[tuple[Day | None, Day | None], Window] = {}
    for w in (*anniversaries(document, expressions), *sessions(document)):
        windows.setdefault((w.begin, w.last), w)
    return Tells(tuple(windows.values()), tuple(agreements(expressions)), complete(expressions))


def against(
    text: str, told: Tells, expressions: Sequence[Expression], begin: Day, last: Day
) -> list[tuple[str, Span]]:
    """What contradicts a text of `begin`..`last`: why, and the words."""
    found = [
        (f'"{_quote(text, w.span)}" ({_stretch(w)})', w.span)
        for w in (*told.windows, *([told.bound] if told.bound else []))
        if (w.begin and last < w.begin) or (w.last and begin > w.last)
    ]
    years = range(begin.year - 1, last.year + 2)
    named = {y for e in expressions if (y := year_of(e)) and 1 <= y <= Day.max.year}
    for a in told.agreements:
        if any(a.on(y) for y in named):
            continue  # a day of a year that the text names
        nearest = [d for y in years if (d := valid(y, a.month, a.day)) and _near(d, begin, last)]
        if nearest and not any(d.weekday() == a.weekday for d in nearest):
            found.append((f'"{_quote(text, a.span)}" (no {_weekday(a)})', a.span))
    return found


def _near(day: Day, begin: Day, last: Day) -> bool:
    return (begin - day).days <= NEAR and (day - last).days <= NEAR


def _weekday(a: Agreement) -> str:
    return f"{Day(2024, 1, 1 + a.weekday):%A} then"  # 1 January 2024 was a Monday


def _quote(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _stretch(window: Window) -> str:
    if window.begin and window.last and window.begin.year == window.last.year:
        return str(window.begin.year)
    return f"{window.begin or '..'}/{window.last or '..'}"


def infer(
    text: str, told: Tells, expressions: Sequence[Expression], limit: Day | None = None
) -> DocumentDate:
    """The date that everything told leaves; `limit` is a day after which the text cannot be."""
    clashes = [
        f'"{_quote(text, a.span)}" ({_stretch(a)}) against "{_quote(text, b.span)}" ({_stretch(b)})'
        for a, b in combinations(told.windows, 2)
        if _apart(a, b)
    ]
    spans = tuple(dict.fromkeys(w.span for w in told.windows))
    if clashes:
        return DocumentDate(None, "inferred", "conflict", None, tuple(clashes), spans)
    over = _year_after(expressions)
    bounds = [*told.windows, *([told.bound] if told.bound else [])]
    begin = max((w.begin for w in bounds if w.begin), default=None)
    last = min((d for d in (limit, *(w.last for w in bounds)) if d), default=None)
    if begin and last and begin > last:
        spans = tuple(dict.fromkeys(w.span for w in bounds))
        reason = f"what is told lies after {begin} and before {last}"
        return DocumentDate(None, "inferred", "conflict", None, (reason,), spans)
    since = begin or (Day(over[0], 1, 1) if over else None)
    if told.agreements and since:
        return _by_weekday(text, told, expressions, (since, last), over)
    if begin and last and (last - begin).days <= LONGEST:
        if begin.year == last.year:
            return _of_year(begin.year, expressions, spans or _spans(bounds))
        if told.windows:
            return DocumentDate(f"{begin}/{last}", "inferred", "inferred", None, (), spans)
    if over and (begin is None or begin.year <= over[0]) and (not last or over[0] <= last.year):
        return _of_year(over[0], expressions, (over[1],))
    return DocumentDate(None, "inferred", "missing")


def _spans(windows: Sequence[Window]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(w.span for w in windows))


def _apart(a: Window, b: Window) -> bool:
    first, then = sorted((a, b), key=lambda w: w.begin or Day.min)
    return bool(first.last and then.begin and first.last < then.begin)


def _by_weekday(
    text: str,
    told: Tells,
    expressions: Sequence[Expression],
    window: tuple[Day, Day | None],
    over: tuple[int, Span] | None,
) -> DocumentDate:
    """The years of the window in which every day has its weekday: one dates the text."""
    begin, last = window
    # The calendar comes round in 28 years; an open stretch has an agreeing year beyond any other.
    end = last or Day(min(begin.year + 27, Day.max.year), 12, 31)
    years = sorted(_years(told.agreements, begin, end))
    words = " and ".join(f'"{_quote(text, a.span)}"' for a in told.agreements[:SHOWN])
    bounds = [*told.windows, *([told.bound] if told.bound else [])]
    spans = tuple(dict.fromkeys((*_spans(bounds), *(a.span for a in told.agreements))))
    if over and over[0] in years:
        years = [over[0]]
    elif last is None and years:
        reason = f"{words} agrees with {', '.join(map(str, years[:SHOWN]))} and later years"
        return DocumentDate(None, "inferred", "ambiguous", None, (reason,), spans)
    if len(years) == 1:
        return _of_year(years[0], expressions, spans)
    if years:
        reason = f"{words} agrees with {', '.join(map(str, years[:SHOWN]))}"
        return DocumentDate(None, "inferred", "ambiguous", None, (reason,), spans)
    reason = f"{words} agrees with no year of {begin}/{last or '..'}"
    return DocumentDate(None, "inferred", "conflict", None, (reason,), spans)


def _years(told: Sequence[Agreement], begin: Day, last: Day) -> set[int]:
    """The years in which a text of `begin`..`last` can lie that names these days from near by."""
    found: set[int] | None = None
    for a in told:
        around = set()
        for year in range(max(1, begin.year - 1), min(last.year + 1, Day.max.year) + 1):
            day = a.on(year)
            if day is None:
                continue
            first, final = max(begin, move(day, -BESIDE_IT)), min(last, move(day, BESIDE_IT))
            around |= {d.year for d in (first, final) if first <= final}
        found = around if found is None else found & around
    return found or set()


def _of_year(year: int, expressions: Sequence[Expression], spans: tuple[Span, ...]) -> DocumentDate:
    """That year, and the day in it that the text opens with as past ("arrived on May 6")."""
    days = [e for e in expressions if e.kind in ("mdy", "dmy") and "y" not in e.parts]
    first = days[0] if days else None
    if first and first.start < OPENING and looks(first) <= 0:
        told = resolve([first], Day(year, 7, 1))[0].begin
        day = valid(year, told.month, told.day) if told else None
        if day:
            spans = tuple(dict.fromkeys((*spans, Span(first.start, first.end))))
            return DocumentDate(f"{day}~", "inferred", "inferred", day, (), spans)
    return DocumentDate(f"{year}~", "inferred", "inferred", Day(year, 7, 1), (), spans)


_UNTIL = re.compile(r"\b(?:by|until|before|to)\s+(?:the\s+year\s+)?$")


def _year_after(expressions: Sequence[Expression]) -> tuple[int, Span] | None:
    """The year after the latest one, where that is told as over, and the words."""
    past = [
        e
        for e in expressions
        if e.kind in ("year", "part", "my") and year_of(e) and not _UNTIL.search(e.before)
    ]
    if not past:
        return None
    latest = max(past, key=lambda e: year_of(e) or 0)
    year = year_of(latest) or 0
    same = [e for e in past if year_of(e) == year]
    changes = [x.start for x in expressions if x.kind == "yoy"]
    now = [x.start for x in expressions if x.kind == "relative" and x.text.lower() == "this year"]
    # Without a year that is told as over, the text's own is not known: one with a year-on-year
    # figure, or with "this year" beside its end.
    over = any(_beside(e, changes) or (e.kind == "part" and _beside(e, now)) for e in same)
    if any(looks(e) > 0 for e in same) or not over:
        return None
    return (year + 1, Span(latest.start, latest.end)) if year < Day.max.year else None


def _beside(e: Expression, starts: Sequence[int]) -> bool:
    """Whether one of the sorted places is near."""
    i = bisect_left(starts, e.start - BESIDE)
    return i < len(starts) and starts[i] < e.start + BESIDE
