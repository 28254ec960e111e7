"""Lengths of time and what recurs: "three days", "six years running", "annually"."""

from __future__ import annotations

import re

from verbale.annotate.times.context import Context
from verbale.annotate.times.days import Day, shift, unit_name
from verbale.annotate.times.denote import length, vague
from verbale.annotate.times.find import Expression
from verbale.annotate.times.lexicon import MONTHS, SEASONS, UNITS, WEEKDAYS, number
from verbale.layers import Time

__all__ = ["READERS"]

_SOME_DAY = re.compile(r"\b(?:will|would|may|might|can|could|hope\w*|dream\w*)\s+(?:\w+\s+)?$")
_SETS = {
    "annual": "year",
    "annually": "year",
    "daily": "day",
    "monthly": "month",
    "weekly": "week",
    "yearly": "year",
}


def _dur(e: Expression, _: Context) -> Time:
    count = number(e.parts["n"])
    if count is not None and "half" in e.parts:
        count += 0.5
    if e.text.lower() == "one day" and _SOME_DAY.search(e.before):
        return vague(e, "FUTURE_REF")
    return length(e, count, e.parts["u"])


def _aunit(e: Expression, _: Context) -> Time:
    return length(e, 1, e.parts["u"])


def _some(e: Expression, _: Context) -> Time:
    return length(e, None, "year" if unit_name(e.parts["u"]) == "decade" else e.parts["u"])


def _row(e: Expression, at: Context) -> Time:
    """Complete years, the last of them the one before the text."""
    count = number(e.parts["n"])
    if at.anchor is None or not count:
        return length(e, count, "year")
    last = at.anchor.year - 1
    return length(
        e, count, "year", Day(max(1, last - int(count) + 1), 1, 1), Day(max(1, last), 12, 31)
    )


def _lastn(e: Expression, at: Context) -> Time:
    """ "The past two decades": a length that ends (or begins) at the text's day."""
    if "u2" in e.parts:
        return vague(e, "PRESENT_REF")
    which, unit = e.parts["q"].lower(), e.parts["u"]
    count = number(e.parts["n"]) if "n" in e.parts else None
    if which in ("first", "final") or "y" in e.parts:
        return length(e, count, unit)
    day = at.anchor
    if day is None or count is None:
        return length(e, count, unit)
    later = which in ("next", "coming", "following")
    other = shift(day, unit, round(count) if later else -round(count))
    begin, last = (day, other) if later else (other, day)
    return length(e, count, unit, begin, last)


def _set(e: Expression, _: Context) -> Time:
    unit = e.parts.get("u") or _SETS[e.text.lower()]
    return Time(e.start, e.end, "SET", "P1" + UNITS.get(unit.lower(), "D"))


def _everyday(e: Expression, _: Context) -> Time:
    p = e.parts
    if "wd" in p:
        value = f"XXXX-WXX-{WEEKDAYS[p['wd'].lower()] + 1}"
    elif "m" in p:
        value = f"XXXX-{MONTHS[p['m'].lower()]:02}"
    else:
        value = f"XXXX-{SEASONS[p['s'].lower()]}"
    return Time(e.start, e.end, "SET", value)


def _yoy(e: Expression, _: Context) -> Time:
    return Time(e.start, e.end, "SET", "P1Y")


READERS = {
    "aunit": _aunit,
    "bareunit": _some,
    "dur": _dur,
    "everyday": _everyday,
    "lastn": _lastn,
    "long": _some,
    "row": _row,
    "set": _set,
    "yoy": _yoy,
}
