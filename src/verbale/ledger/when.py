"""EDTF values as stretches of days, for comparing and sorting. Levels 0 and 1 are understood."""

from __future__ import annotations

import calendar
import datetime
import functools
import re
from dataclasses import dataclass

__all__ = ["Days", "days", "gap", "narrower"]

_PART = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """First and last day, inclusive; `vague` when the value carries `~`, `?` or `%`."""

    first: datetime.date
    last: datetime.date
    vague: bool = False

    @property
    def length(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


@functools.lru_cache(maxsize=4096)
def days(value: str | None) -> Days | None:
    """The days of an EDTF value; None for null, for open on both sides and for what is no EDTF."""
    if not value:
        return None
    low, slash, high = value.partition("/")
    first = _bound(low, last=False)
    last = _bound(high if slash else low, last=True)
    if first is None and last is None:
        return None
    vague = any(mark in value for mark in "~?%")
    first = first or datetime.date.min
    last = last or datetime.date.max
    return Days(first, last, vague) if first <= last else None


def _bound(part: str, *, last: bool) -> datetime.date | None:
    match = _PART.match(part)
    if not match:
        return None
    year, month, day = (int(g) if g else 0 for g in match.groups())
    if not 1 <= year <= 9999:
        return None
    if month in _SEASONS:
        month = _SEASONS[month][last]
    if not month:
        return datetime.date(year, 12, 31) if last else datetime.date(year, 1, 1)
    if not 1 <= month <= 12:
        return None
    end = calendar.monthrange(year, month)[1]
    if not day:
        return datetime.date(year, month, end if last else 1)
    return datetime.date(year, month, day) if 1 <= day <= end else None


def gap(a: Days, b: Days) -> int:
    """Days between two stretches; 0 where they touch or share a day, 1 for neighbouring days."""
    if a.first > b.last:
        return (a.first - b.last).days
    if b.first > a.last:
        return (b.first - a.last).days
    return 0


def narrower(values: list[str]) -> str | None:
    """The most telling of some EDTF values: fewest days, then sure before vague, then by value."""
    known = [(d.length, d.vague, v) for v in values if (d := days(v)) is not None]
    return min(known)[2] if known else None
