"""What names its own day, month or year: explicit dates in every order, years, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.annotate.times.clocks import clock, daypart, told
from verbale.annotate.times.context import Context
from verbale.annotate.times.days import AGAINST_NOTHING, Day, nearest, valid
from verbale.annotate.times.denote import (
    century,
    day_,
    decade,
    half,
    mod,
    month_,
    quarter,
    vague,
    year_,
)
from verbale.annotate.times.find import Expression
from verbale.annotate.times.lexicon import MONTHS, SEASONS, STEPS, number, year_in_words
from verbale.annotate.times.tense import looks
from verbale.layers import Time

__all__ = ["READERS", "month_number"]

_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
EXPLICIT = "explicit"


def month_number(word: str) -> int:
    """1 to 12."""
    return MONTHS[word.lower().rstrip(".")]


def _figure(word: str) -> int:
    return int(number(word) or 0)


def _iso(e: Expression, _: Context) -> Time:
    day = valid(*map(int, e.parts["date"].split("-")))
    suffix = f"T{e.parts['clock']}" if "clock" in e.parts else ""
    return day_(e, day, suffix, anchor=EXPLICIT)


def _ymd(e: Expression, _: Context) -> Time:
    return day_(e, valid(*map(int, re.split(r"[/.]", e.parts["date"]))), anchor=EXPLICIT)


def _short(e: Expression, at: Context) -> Time:
    """A day in figures only: the reading nearest to the anchor, day first among equals."""
    a, b, c = [int(x) for x in re.findall(r"\d+", e.text)][:3]
    year = c if c > 99 else 2000 + c
    options = [valid(year, b, a), valid(year, a, b)]
    if c <= 99 and a <= 99:
        options.append(valid(2000 + a, b, c))
    known = [d for d in options if d]
    if not known:
        return vague(e, "XXXX")
    anchor = at.anchor
    day = min(known, key=lambda d: abs((d - anchor).days)) if anchor else known[0]
    at_clock = re.search(r"\d{1,2}:\d{2}", e.text)
    zone = "+08:00" if re.search(r"\b(?:bjt|beijing)\b", e.after[:40]) else ""
    return day_(e, day, f"T{clock(at_clock.group())}{zone}" if at_clock else "", anchor=EXPLICIT)


def _date(e: Expression, at: Context) -> Time:
    """A month and a day, with or without their year."""
    p = e.parts
    month, day = month_number(p.get("m") or p["m2"]), _figure(p.get("d") or p["d2"])
    suffix = (
        told(p["clock"], p.get("zone"))
        if "clock" in p
        else daypart(p["hours"])
        if "hours" in p
        else ""
    )
    if "y" in p:
        return day_(e, valid(int(p["y"]), month, day), suffix, anchor=EXPLICIT)
    return day_(e, without_year(e, at, month, day), suffix)


def without_year(e: Expression, at: Context, month: int, day: int) -> Day | None:
    """The year of a day that does not tell it: the last year told, in news the nearest by tense."""
    focus = at.focus
    if at.told and focus and focus.begin and focus.last:
        if focus.begin.year == focus.last.year and (focus.last - focus.begin).days > 300:
            return valid(focus.begin.year, month, day)
        # A story goes on more often than back.
        return nearest(focus.begin, month, day, 1, AGAINST_NOTHING)
    if at.anchor is None:
        return valid(focus.begin.year, month, day) if focus and focus.begin else None
    step = STEPS.get(e.parts.get("q", "").lower())
    if step is not None:
        year = at.anchor.year
        on = valid(year, month, day)
        passed = bool(on and (on < at.anchor if step < 0 else on > at.anchor))
        return valid(year if passed else year + step, month, day)
    return nearest(at.anchor, month, day, looks(e))


def _my(e: Expression, at: Context) -> Time:
    month, said = month_number(e.parts["m"]), e.parts.get("said")
    if said is None:
        return month_(e, int(e.parts["y"]), month)
    day = at.then if said == "that" else at.now
    if day is None:
        return vague(e, f"XXXX-{month:02}")
    return month_(e, day.year + STEPS.get(said.lower(), 0), month)


def _year(e: Expression, _: Context) -> Time:
    return replace(year_(e, int(e.parts["y"])), anchor=EXPLICIT)


def _year_in_words(e: Expression, _: Context) -> Time:
    year = year_in_words(e.parts["words"])
    return year_(e, year) if year else vague(e, "XXXX")


def _short_year(e: Expression, at: Context) -> Time:
    """ "'82": the last such year that is over, or the text's own."""
    two, now = int(e.parts["y"]), at.anchor.year if at.anchor else 2000
    year = now // 100 * 100 + two
    return year_(e, year if year <= now else year - 100)


def _before_christ(e: Expression, _: Context) -> Time:
    return Time(e.start, e.end, "DATE", f"BC{int(e.parts.get('y') or e.parts['from']):04}")


def _decade(e: Expression, _: Context) -> Time:
    p = e.parts
    if "dec" in p:
        first = int(p["dec"])
    else:
        short = int(p["short"]) if "short" in p else 20 + 10 * _DECADES.index(p["word"].lower())
        first = 1900 + short
    return decade(e, first, mod(p.get("part", "")))


def _century(e: Expression, _: Context) -> Time:
    n = _figure(e.parts["n"])
    if "bc" in e.parts or re.match(r"\s*b\.?c\b", e.after):
        return vague(e, f"BC{n - 1:02}")
    return century(e, min(max(n, 1), 99))


def _half(e: Expression, at: Context) -> Time:
    p = e.parts
    which = 1 if p["n"].lower() == "first" else 2
    if "y" in p:
        return half(e, int(p["y"]), which)
    if at.now is None:
        return vague(e, f"XXXX-H{which}")
    return half(e, at.now.year + STEPS.get(p["q"].lower(), 0), which)


def _quarter(e: Expression, at: Context) -> Time:
    """Without its year the last such quarter that has begun, unless the words look ahead."""
    p = e.parts
    n = _QUARTERS[p["n"].lower()]
    year = p.get("y") or p.get("fy")
    if year:
        return quarter(e, int(year), n)
    if at.anchor is None:
        return vague(e, f"XXXX-Q{n}")
    said = (p.get("q") or p.get("fq") or "").lower()
    if said:
        return quarter(e, at.anchor.year + STEPS.get(said, 0), n)
    now = (at.anchor.month - 1) // 3 + 1
    # Reports tell of this year's quarters, and of one that is far ahead as of the last year's.
    return quarter(e, at.anchor.year - (n - now > 1) - ("ago" in p), n)


def _season(e: Expression, at: Context) -> Time:
    p = e.parts
    code = SEASONS[(p.get("s") or p["s2"]).lower()]
    if "y" in p:
        return vague(e, f"{p['y']}-{code}")
    now = at.now
    if now is None:
        return vague(e, f"XXXX-{code}")
    step = STEPS.get((p.get("q") or p.get("q2") or "").lower(), 0)
    return vague(e, f"{now.year + step:04}-{code}")


def _part(e: Expression, at: Context) -> Time:
    """The beginning, middle or end of a month, year, decade, century or season that is named."""
    p = e.parts
    how = mod(p["part"])
    if "y" in p:
        return year_(e, int(p["y"]), how)
    if "dec" in p:
        opens = int(re.sub(r"\D", "", p["dec"]))
        return decade(e, opens if opens > 99 else 1900 + opens, how)
    if "cen" in p:
        return century(e, min(max(_figure(p["cen"]), 1), 99), how)
    if "s" in p:
        year = p.get("sy") or (f"{at.now.year:04}" if at.now else "XXXX")
        return replace(vague(e, f"{year}-{SEASONS[p['s'].lower()]}"), mod=how)
    month = month_number(p["m"])
    if "my" in p:
        return month_(e, int(p["my"]), month, how)
    if "msaid" in p and at.now:
        return month_(e, at.now.year + STEPS.get(p["msaid"].lower(), 0), month, how)
    day = without_year(e, at, month, 15)
    return month_(e, day.year, month, how) if day else vague(e, f"XXXX-{month:02}")


READERS = {
    "bc": _before_christ,
    "century": _century,
    "clockdate": _date,
    "decade": _decade,
    "dmy": _date,
    "half": _half,
    "iso": _iso,
    "mdy": _date,
    "my": _my,
    "part": _part,
    "quarter": _quarter,
    "season": _season,
    "short": _short,
    "shortyear": _short_year,
    "upyear": _year,
    "year": _year,
    "yearwords": _year_in_words,
    "ymd": _ymd,
    "yperiod": _year,
}
