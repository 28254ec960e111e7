"""Single days read against another: days of the week, yesterday, clocks, feasts, "on the 5th"."""

from __future__ import annotations

import re

from verbale.annotate.times.clocks import clock, daypart, told
from verbale.annotate.times.context import Context
from verbale.annotate.times.days import Day, move, shift, valid, week_start
from verbale.annotate.times.denote import day_, vague
from verbale.annotate.times.find import Expression
from verbale.annotate.times.lexicon import FIXED_HOLIDAYS, STEPS, WEEKDAYS
from verbale.annotate.times.tense import ahead
from verbale.layers import Time

__all__ = ["READERS"]

# A feast within so many days ahead is meant without a word for it.
NEAR_FEAST = 60
# What of a day can be its own: "today's meeting" is of the day, "today's world" is not.
_OF_THE_DAY = re.compile(
    r"['’]s\s+(?:\w+\s+){0,2}?(?:agreements?|announcements?|attacks?|briefing|calls?|ceremony|conference|conversations?"
    r"|decision|discussions?|editions?|events?|hearing|meetings?|news|press|session|statements?|summit|talks|visit|vote)\b"
)


def _weekday(e: Expression, at: Context) -> Time:
    """The day nearest by tense: past unless the words look ahead."""
    p = e.parts
    wanted = WEEKDAYS[p["wd"].lower()]
    if p["wd"].lower() + "s" == e.text.lower().split()[-1]:
        return Time(e.start, e.end, "SET", f"XXXX-WXX-{wanted + 1}")
    which = " ".join(p.get("q", "").lower().split())
    if which in ("the following", "the previous", "the preceding", "that"):
        now = at.then
    else:
        now = at.now
    if now is None:
        return vague(e, f"XXXX-WXX-{wanted + 1}")
    return day_(e, _day_of_week(e, now, wanted, which, told=at.told), daypart(p.get("p", "")))


def _day_of_week(e: Expression, now: Day, wanted: int, which: str, *, told: bool) -> Day:
    back = (now.weekday() - wanted) % 7
    forth = (wanted - now.weekday()) % 7
    week = e.parts.get("l", "").lower()
    if week:
        return move(week_start(now), wanted + (-7 if week.startswith("last") else 7))
    if which in ("next", "the following", "the next"):
        return move(now, forth or 7)
    if which in ("last", "this past", "the previous", "the preceding"):
        return move(now, -(back or 7))
    if which in ("coming", "this coming") or told or ahead(e):
        return move(now, forth)
    return move(now, -back)


def _clockday(e: Expression, at: Context) -> Time:
    """ "Noon Saturday", "5 p.m. yesterday", "late yesterday"."""
    p = e.parts
    suffix = told(p["clock"], p.get("zone")) if "clock" in p else daypart(p.get("p") or p["dp"])
    now = at.now
    if "day" in p:
        return day_(e, move(now, STEPS.get(p["day"].lower(), 0)) if now else None, suffix)
    wanted = WEEKDAYS[p["wd"].lower()]
    if now is None:
        return vague(e, f"XXXX-WXX-{wanted + 1}")
    return day_(e, _day_of_week(e, now, wanted, "", told=at.told), suffix)


def _day(e: Expression, at: Context) -> Time:
    word, now = e.text.lower(), at.anchor
    if now is None:
        return vague(e, "PRESENT_REF" if word == "today" else "XXXX")
    if "before" in word or "after" in word:
        return day_(e, move(now, -2 if "before" in word else 2))
    if word == "today" and _generic(e):
        return vague(e, "PRESENT_REF")
    return day_(e, move(now, STEPS.get(word, 0)), "TNI" if word == "tonight" else "")


def _generic(e: Expression) -> bool:
    """ "Today, the world …", "today's world": these times, not the day."""
    if re.match(r"['’]s\b", e.after):
        return not _OF_THE_DAY.match(e.after)
    opens = re.search(r"(?:^|[.!?][\"”]?\s+|\n\s*)$", e.before)
    return bool(opens and re.match(r"\s*,?\s*(?:the|we|our|more|there|it)\b", e.after))


def _daypart(e: Expression, at: Context) -> Time:
    which = e.parts["q"].lower()
    now = at.then if which == "that" else at.now
    day = move(now, STEPS.get(which, 0)) if now else None
    return day_(e, day, daypart(e.parts["p"]))


def _clock(e: Expression, at: Context) -> Time:
    day = at.focus_day if at.told and at.focus_day else at.anchor
    if day is None:
        return vague(e, "XXXX-XX-XXT" + clock(e.parts["clock"]))
    return day_(e, day, told(e.parts["clock"], e.parts.get("zone")))


def _timeofday(e: Expression, at: Context) -> Time:
    day = at.focus_day if at.told and at.focus_day else at.anchor
    return day_(e, day, daypart(e.text))


def _nth(e: Expression, at: Context) -> Time:
    """ "On the 5th": of the month told last, in news the nearest that is past."""
    day = int(e.parts["d"])
    now = at.then
    if now is None or not 1 <= day <= 31:
        return vague(e, "XXXX-XX-XX")
    on = valid(now.year, now.month, day)
    if on and at.anchor and not at.told and on > at.anchor and not ahead(e):
        before = shift(now, "month", -1)
        on = valid(before.year, before.month, day)
    return day_(e, on)


def _holiday(e: Expression, at: Context) -> Time:
    p = e.parts
    name = " ".join(p["name"].lower().replace("’", "'").split())
    now = at.now
    step = STEPS.get(p.get("q", "").lower(), 0)
    if "y" not in p and now is None:
        return vague(e, "XXXX-XX-XX")
    year = int(p["y"]) if "y" in p else now.year if now else 1
    if "y" in p or now is None:
        return day_(e, _feast(name, year))
    days = sorted(d for d in (_feast(name, y) for y in (year - 1, year, year + 1)) if d)
    before, after = [d for d in days if d <= now], [d for d in days if d > now]
    if step > 0 or (step == 0 and ahead(e)):
        return day_(e, after[0] if after else None)
    if step == 0 and after and (after[0] - now).days < NEAR_FEAST:
        return day_(e, after[0])
    return day_(e, before[-1] if before else None)


def _feast(name: str, year: int) -> Day | None:
    """The day of a feast in a year; Thanksgiving is the fourth Thursday of November."""
    if not 1 <= year <= 9999:
        return None
    if name in FIXED_HOLIDAYS:
        return Day(year, *FIXED_HOLIDAYS[name])
    return Day(year, 11, 28 - (Day(year, 11, 28).weekday() - 3) % 7)


READERS = {
    "clock": _clock,
    "clockday": _clockday,
    "day": _day,
    "daypart": _daypart,
    "holiday": _holiday,
    "nth": _nth,
    "timeofday": _timeofday,
    "weekday": _weekday,
}
