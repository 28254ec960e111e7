"""Stretches read against another time: "last week", "three days later", bare months, anniversaries."""

from __future__ import annotations

import re

from verbale.annotate.times.clocks import daypart
from verbale.annotate.times.context import Context
from verbale.annotate.times.days import AGAINST_NOTHING, Day, move, nearest, shift, unit_name
from verbale.annotate.times.denote import (
    day_,
    length,
    mod,
    month_,
    quarter,
    unit_,
    vague,
    weekend,
    year_,
)
from verbale.annotate.times.find import Expression
from verbale.annotate.times.lexicon import SEASONS, STEPS, number
from verbale.annotate.times.named import month_number
from verbale.annotate.times.tense import ahead
from verbale.layers import Time

__all__ = ["READERS"]

_DAYPARTS = ("morning", "afternoon", "evening", "night", "noon", "midnight", "midday")
# "Over the next year": from the text on, whatever was told before.
# Until Wednesday "this weekend" is the one that is over, unless the words look ahead.
_MIDWEEK = 2
# After it "this past week" is the one that ends.
_FRIDAY = 4
_SPANNING = re.compile(r"\b(?:over|within|during|for|in|throughout|through)\s+$")


def _relative(e: Expression, at: Context) -> Time:
    """ "Last week", "the same day", "that year", "the next morning"."""
    p = e.parts
    which, unit = (p.get("q") or p["q2"]).lower(), (p.get("u") or p["u2"]).lower()
    step = STEPS.get(which, 0)
    # "The following month" goes on from what was told, "next month" from the text's own day.
    back_reference = which in ("that", "same") or (
        ("the" in p or which in ("following", "same", "preceding"))
        and which not in ("last", "past", "coming", "current")
        and not _SPANNING.search(e.before)
    )
    now = at.then if back_reference else at.now
    if now is None:
        return vague(e, "XXXX")
    if "ya" in p:
        step -= 1
        now, unit = shift(now, "year", step), unit
        return unit_(e, now, unit)
    if unit in _DAYPARTS:
        return day_(e, move(now, step), daypart(unit))
    if unit_name(unit) == "day" and at.focus and back_reference and at.focus_day is None:
        return vague(e, f"{now.year:04}-XX-XX")
    if unit == "week" and now.weekday() > _FRIDAY and e.text.lower().startswith("this past"):
        step += 1
    if unit == "weekend" and which == "this" and now.weekday() < _MIDWEEK and not ahead(e):
        step -= 1
    return unit_(e, shift(now, unit, step), unit)


def _endof(e: Expression, at: Context) -> Time:
    return _piece(e, at.then if e.parts["q"].lower() == "the" else at.now)


def _part_of(e: Expression, at: Context) -> Time:
    """ "Early next year", "late that month"."""
    return _piece(e, at.then if e.parts["q"].lower() == "that" else at.now)


def _piece(e: Expression, now: Day | None) -> Time:
    """The part of the week, month or year that stands at `now`, or next to it."""
    if now is None:
        return vague(e, "XXXX")
    step = STEPS.get(e.parts["q"].lower(), 0)
    return unit_(e, shift(now, e.parts["u"], step), e.parts["u"], mod(e.parts["part"]))


def _earlier(e: Expression, at: Context) -> Time:
    """ "Later this month", "earlier that day", "late yesterday"."""
    p = e.parts
    if "day" in p:
        now = at.anchor
        return day_(e, move(now, STEPS.get(p["day"].lower(), 0)) if now else None)
    which = p.get("q", "").lower()
    now = at.then if which == "that" or "the" in p else at.now
    unit = (p.get("u") or p["the"].split()[-1]).lower()
    if now is None:
        return vague(e, "XXXX")
    step = STEPS.get(which, 0)
    how = mod(p["p"]) if p["p"].lower() in ("early", "late") else None
    if unit in _DAYPARTS:
        return day_(e, move(now, step), daypart(unit))
    if unit in SEASONS:
        return vague(e, f"{now.year + step:04}-{SEASONS[unit]}")
    return unit_(e, shift(now, unit, step), unit, how)


def _before(e: Expression, at: Context) -> Time:
    """ "The day before", of what the text tells: from its own day, in a narrative from the time told."""
    unit = e.parts["u"].lower()
    if at.now is None:
        return vague(e, "XXXX")
    if unit in ("day", "night"):
        return day_(e, move(at.now, -1), daypart(unit) if unit == "night" else "")
    return unit_(e, shift(at.now, unit, -1), unit)


def _ago(e: Expression, at: Context) -> Time:
    """ "Two years ago" from the text's day, "two years later" from what was told."""
    p = e.parts
    count, unit, which = number(p["n"]), unit_name(p["u"]), p["d"].lower()
    back = which in ("ago", "earlier")
    if count is None:
        return vague(e, "PAST_REF" if back else "FUTURE_REF")
    now = at.now if which == "ago" or which.startswith("from") else at.then
    if now is None:
        return vague(e, "XXXX")
    if unit in ("second", "minute", "hour"):
        return day_(e, now)
    if unit == "day" and which == "later" and at.focus and at.focus_day is None:
        return vague(e, f"{now.year:04}-XX-XX")
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if count % 1 and unit == "year":
        count, unit = count * 12, "month"
    day = shift(now, unit, -round(count) if back else round(count))
    if which == "later" and at.anchor and day > at.anchor and not ahead(e):
        return vague(e, "XXXX")  # what was told is not over yet: another time is gone back to
    # "A week ago" is a day; more weeks are told by the week.
    as_day = unit in ("day", "night", "weekend") or (
        unit == "week" and (count == 1 or which == "later")
    )
    return unit_(e, day, "day" if as_day else unit)


def _theunit(e: Expression, at: Context) -> Time:
    """ "The day" is the one told last, "the weekend" the last one or, ahead, the coming one."""
    if unit_name(e.parts["u"]) == "day":
        return day_(e, at.focus_day or at.anchor)
    if at.now is None:
        return vague(e, "XXXX-WXX-WE")
    early = at.now.weekday() < 5 and not ahead(e)
    return weekend(e, move(at.now, -7) if early else at.now)


def _theperiod(e: Expression, at: Context) -> Time:
    unit, which = e.parts["u"].lower(), e.parts.get("f", "").lower()
    if at.now is None:
        return vague(e, "XXXX")
    if unit == "quarter":
        # Reports tell of the quarter that is over.
        return unit_(e, shift(at.now, "quarter", 0 if which == "current" else -1), "quarter")
    if unit == "year" and re.match(r"\s+end(?:ed|ing)\b", e.after):
        return length(e, 1, "year")
    return unit_(e, at.now, unit)


def _month(e: Expression, at: Context) -> Time:
    month = month_number(e.parts["m"])
    now = at.now
    if now is None:
        return vague(e, f"XXXX-{month:02}")
    which = e.parts.get("q", "").lower()
    if which in ("last", "next"):
        step = STEPS[which]
        passed = month < now.month if step < 0 else month > now.month
        return month_(e, now.year + (0 if passed else step), month)
    if which == "this":
        return month_(e, now.year, month)
    beside = re.match(r"\s+of\s+(this|last|next)\s+year", e.after)
    if beside:
        return month_(e, now.year + STEPS.get(beside[1], 0), month)
    if at.told and at.focus and at.focus.begin and at.focus.last:
        if (at.focus.last - at.focus.begin).days > 300:
            return month_(e, now.year, month)
        day = nearest(now, month, 15, 1, AGAINST_NOTHING)
        return month_(e, day.year if day else now.year, month)
    forth = ahead(e)
    year = now.year + (forth and month < now.month)
    # A month that is nearly there is meant by what is said without a tense.
    return month_(e, year - (not forth and month > now.month + 1), month)


def _anniversary(e: Expression, at: Context) -> Time:
    n = number(e.parts["n"])
    if at.anchor is None:
        return vague(e, "XXXX")
    time = year_(e, at.anchor.year)
    return _with_base(time, at.anchor.year - int(n)) if n else time


def _with_base(time: Time, year: int) -> Time:
    return Time(
        time.start,
        time.end,
        time.type,
        time.value,
        time.edtf,
        time.begin,
        time.last,
        base_year=year,
    )


def _fiscal(e: Expression, at: Context) -> Time:
    if "y" in e.parts:
        return year_(e, int(e.parts["y"]))
    if at.anchor is None:
        return vague(e, "XXXX")
    return year_(e, at.anchor.year + STEPS.get(e.parts["q"].lower(), 0))


def _yearago(e: Expression, at: Context) -> Time:
    """ "The year-ago quarter": of the quarter that is over, a year before."""
    if at.anchor is None:
        return vague(e, "XXXX")
    if e.parts.get("u"):
        day = shift(at.anchor, "quarter", -1)
        return quarter(e, day.year - 1, (day.month - 1) // 3 + 1)
    return year_(e, at.anchor.year - 1)


def _yearend(e: Expression, at: Context) -> Time:
    now = at.now
    return day_(e, Day(now.year, 12, 31) if now else None)


READERS = {
    "ago": _ago,
    "anniversary": _anniversary,
    "before": _before,
    "earlier": _earlier,
    "endof": _endof,
    "fiscal": _fiscal,
    "month": _month,
    "partof": _part_of,
    "relative": _relative,
    "theperiod": _theperiod,
    "theunit": _theunit,
    "yearago": _yearago,
    "yearend": _yearend,
}
