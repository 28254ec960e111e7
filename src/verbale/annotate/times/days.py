"""Days and how they are counted: arithmetic on the calendar, nothing of words but their units."""

from __future__ import annotations

import calendar
import datetime

__all__ = [
    "AGAINST_NOTHING",
    "Day",
    "end_of_month",
    "move",
    "nearest",
    "shift",
    "unit_name",
    "valid",
    "week_start",
]

Day = datetime.date


def valid(year: int, month: int, day: int) -> Day | None:
    """The day, or None where the calendar has none such."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def end_of_month(year: int, month: int) -> Day:
    """The last day of a month."""
    return Day(year, month, calendar.monthrange(year, month)[1])


def week_start(day: Day) -> Day:
    """The Monday of the day's week."""
    return move(day, -day.weekday())


def move(day: Day, count: int) -> Day:
    """`day` moved by days, kept within the calendar."""
    return Day.fromordinal(min(max(day.toordinal() + count, 1), Day.max.toordinal()))


def unit_name(word: str) -> str:
    """ "Years" → year, "centuries" → century."""
    word = word.lower().removesuffix("s")
    return "century" if word == "centurie" else word


def shift(day: Day, unit: str, count: int) -> Day:
    """`day` moved by `count` units, the end of the month and the calendar's ends kept valid."""
    unit = unit_name(unit)
    if unit in ("second", "minute", "hour"):
        return day
    if unit in ("day", "night"):
        return move(day, count)
    if unit in ("week", "weekend"):
        return move(day, 7 * count)
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 1200)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


# What a day costs that lies on the other side than the words look to, or ahead where nothing tells,
# per day; swept 1–3 and 2–8 on the development sets of news, wide plateaus.
AGAINST_NOTHING, AGAINST_WORDS = 1.6, 8.0


def nearest(
    anchor: Day, month: int, day: int, look: int, against: float = AGAINST_WORDS
) -> Day | None:
    """The day of that name nearest to the anchor; `look` is 1 ahead, -1 back, 0 where nothing tells."""

    def cost(option: Day) -> float:
        way = (option - anchor).days
        if look == 0:
            return way * AGAINST_NOTHING if way > 0 else -way
        return abs(way) * (1 if way * look >= 0 else against)

    options = (valid(anchor.year + step, month, day) for step in (-1, 0, 1))
    return min((d for d in options if d), key=cost, default=None)
