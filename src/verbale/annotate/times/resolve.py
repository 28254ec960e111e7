"""Resolving: an expression and the day it is read against → what it denotes.

Values follow TIMEX3, `edtf` EDTF. Without an anchor, only what names its own year is resolved.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from verbale.annotate.times.find import Expression
from verbale.annotate.times.lexicon import MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS
from verbale.layers import Time

__all__ = ["resolve"]

Day = datetime.date


def resolve(
    expressions: Sequence[Expression], anchor: Day | None, source: str = "document date"
) -> list[Time]:
    """Times in the order of `expressions`; `source` names where the anchor comes from."""
    label = f"{source} {anchor.isoformat()}" if anchor else None
    times: list[Time] = []
    year: int | None = None
    for e in expressions:
        time = _one(e, anchor, year)
        if e.kind == "anniversary" and times and e.start - times[-1].end < 30 and times[-1].begin:
            # "next year marks the 20th anniversary": the year beside it, not the text's own.
            time = _one(e, times[-1].begin, year)
        if time.begin and time.type == "DATE" and time.value[:4].isdigit():
            year = time.begin.year
        times.append(replace(time, anchor=time.anchor or label))
    return _coordinate(expressions, times)


def _coordinate(expressions: Sequence[Expression], times: list[Time]) -> list[Time]:
    """ "Monday and Tuesday": neighbouring days joined by a word are one stretch."""
    group = 0
    for i in range(1, len(times)):
        a, b = times[i - 1], times[i]
        same = expressions[i - 1].kind == expressions[i].kind == "weekday"
        joined = re.match(r"\s*(?:and|to|through|-|–)\s*$", _between(expressions, i))
        if not (same and joined):
            continue
        group += 1
        whole = None
        if a.begin and b.begin:
            if b.begin < a.begin:
                b = _day(expressions[i], b.begin + datetime.timedelta(7), b.anchor)
            whole = f"{a.begin}/{b.begin}"
        times[i - 1] = replace(a, group=group, group_edtf=whole)
        times[i] = replace(b, group=group, group_edtf=whole)
    return times


def _between(expressions: Sequence[Expression], i: int) -> str:
    a, b = expressions[i - 1], expressions[i]
    return a.after[: max(0, b.start - a.end)] if b.start - a.end <= 12 else "…"


def _number(word: str) -> int | None:
    word = re.sub(r"(?:st|nd|rd|th)$", "", word.strip().lower()) if word[:1].isdigit() else word
    word = word.strip().lower()
    return int(word) if word.isdigit() else NUMBERS.get(word, ORDINALS.get(word))


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _valid(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def _day(e: Expression, day: Day | None, anchor: str | None = None, suffix: str = "") -> Time:
    if day is None:
        return Time(e.start, e.end, "DATE", "XXXX-XX-XX", anchor=anchor)
    kind = "TIME" if suffix else "DATE"
    value = day.isoformat() + suffix
    return Time(e.start, e.end, kind, value, day.isoformat(), day, day, anchor)  # type: ignore[arg-type]


def _stretch(
    e: Expression,
    value: str,
    begin: Day,
    last: Day,
    edtf: str | None = None,
    mod: str | None = None,
) -> Time:
    return Time(e.start, e.end, "DATE", value, edtf or value, begin, last, None, mod)


def _year(e: Expression, year: int, mod: str | None = None) -> Time:
    deadline = re.search(r"\bby\s+(?:the\s+year\s+)?$", e.before)
    edtf = f"../{year:04}" if deadline else f"{year:04}"
    if deadline:
        mod = "BEFORE_OR_DURING"
    elif mod in ("START", "MID", "END"):
        months = {"START": (1, 3), "MID": (5, 8), "END": (12, 12)}[mod]
        edtf = (
            f"{year:04}-12~"
            if mod == "END"
            else f"{year:04}-{months[0]:02}~/{year:04}-{months[1]:02}~"
        )
    value = f"{year:04}-12" if mod == "END" and not deadline else f"{year:04}"
    return _stretch(e, value, Day(year, 1, 1), Day(year, 12, 31), edtf, mod)


def _month_of(e: Expression, year: int, month: int, mod: str | None = None) -> Time:
    value = f"{year:04}-{month:02}"
    last = Day(year, month, calendar.monthrange(year, month)[1])
    return _stretch(e, value, Day(year, month, 1), last, value + ("~" if mod else ""), mod)


def _week(e: Expression, day: Day, mod: str | None = None) -> Time:
    begin = day - datetime.timedelta(day.weekday())
    number = begin.isocalendar()
    first, last = begin, begin + datetime.timedelta(6)
    if mod == "END":
        first = begin + datetime.timedelta(3)
    elif mod == "START":
        last = begin + datetime.timedelta(2)
    value = f"{number.year:04}-W{number.week:02}"
    return _stretch(e, value, begin if not mod else first, last, f"{first}/{last}", mod)


def _ref(e: Expression, value: str) -> Time:
    return Time(e.start, e.end, "DATE", value)


def _duration(
    e: Expression, count: str, unit: str, begin: Day | None = None, last: Day | None = None
) -> Time:
    code = UNITS.get(unit.lower().rstrip("s"), "D")
    half = re.fullmatch(r"(\S+)\s+and\s+a\s+half", count.strip(), re.IGNORECASE)
    if half:
        count = f"{_number(half[1]) or 0}.5"
    number = _number(count) if not count.replace(".", "").isdigit() else None
    amount = count if count.replace(".", "").isdigit() else str(number) if number else "X"
    if code in ("E", "C"):
        amount = str(int(amount) * (10 if code == "E" else 100)) if amount.isdigit() else "X0"
        code = "Y"
    if code == "Q" and amount.isdigit():
        amount, code = str(int(amount) * 3), "M"
    value = f"PT{amount}{code[1]}" if code[0] == "T" else f"P{amount}{code}"
    edtf = f"{begin}/{last}" if begin and last else None
    return Time(e.start, e.end, "DURATION", value, edtf, begin, last)


def _shift(day: Day, unit: str, count: int) -> Day:
    """`day` moved by `count` units, the end of the month kept valid."""
    unit = unit.lower().rstrip("s")
    if unit in ("day", "night", "weekend"):
        return day + datetime.timedelta(count)
    if unit == "week":
        return day + datetime.timedelta(7 * count)
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 1200)
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    year = min(max(year, 1), 9999)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _unit(e: Expression, day: Day, unit: str) -> Time:
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return _day(e, day)
    if unit == "week":
        return _week(e, day)
    if unit == "weekend":
        begin = day - datetime.timedelta(day.weekday()) + datetime.timedelta(5)
        n = begin.isocalendar()
        return _stretch(
            e,
            f"{n.year}-W{n.week:02}-WE",
            begin,
            begin + datetime.timedelta(1),
            f"{begin}/{begin + datetime.timedelta(1)}",
        )
    if unit == "month":
        return _month_of(e, day.year, day.month)
    if unit == "quarter":
        q = (day.month - 1) // 3
        begin = Day(day.year, 3 * q + 1, 1)
        last = Day(day.year, 3 * q + 3, calendar.monthrange(day.year, 3 * q + 3)[1])
        return _stretch(e, f"{day.year}-Q{q + 1}", begin, last, f"{begin:%Y-%m}/{last:%Y-%m}")
    if unit == "year":
        return _year(e, day.year)
    width = 10 if unit == "decade" else 100
    first = day.year // width * width
    value = f"{first // width}"
    return _stretch(
        e,
        value,
        Day(max(first, 1), 1, 1),
        Day(first + width - 1, 12, 31),
        f"{first}/{first + width - 1}",
    )


_FUTURE = re.compile(r"\b(?:will|would|shall|next|plan\w*|expect\w*|schedul\w*|due|upcoming)\b")
_MODS = {
    "early": "START",
    "beg": "START",
    "sta": "START",
    "late": "END",
    "end": "END",
    "mid": "MID",
}


def _mod(word: str) -> str | None:
    word = re.sub(r"^the\s+", "", word.strip().lower())
    if word.startswith("first half"):
        return "START"
    if word.startswith("second half"):
        return "END"
    return next((m for k, m in _MODS.items() if word.startswith(k)), None)


def _near(anchor: Day, month: int, day: int, e: Expression) -> Day | None:
    """A month and day without a year: the nearest to the anchor, the past preferred."""
    options = [_valid(anchor.year + s, month, day) for s in (-1, 0, 1)]
    known = [d for d in options if d]
    ahead = bool(_FUTURE.search(e.before[-30:]))
    return min(
        known,
        key=lambda d: abs((d - anchor).days) * (1 if (d > anchor) == ahead or d <= anchor else 1.6),
        default=None,
    )


def _one(e: Expression, anchor: Day | None, year: int | None) -> Time:
    p, kind = e.parts, e.kind
    explicit = "explicit"
    if kind == "iso":
        day = _valid(*map(int, p["iso_d"].split("-")))
        clock = f"T{p['iso_c']}" if "iso_c" in p else ""
        return _day(e, day, explicit, clock)
    if kind == "ymd":
        return _day(e, _valid(*map(int, re.split(r"[/.]", e.text))), explicit)
    if kind == "short":
        return _short(e, anchor)
    if kind == "clockdate":
        day = _valid(int(p["cd_y"]), _month(p["cd_m"]), _number(p["cd_d"]) or 0)
        return _day(e, day, explicit, "T" + _clock(p["cd_c"]))
    if kind in ("mdy", "dmy"):
        month, number = _month(p[kind + "_m"]), _number(p[kind + "_d"]) or 0
        if kind + "_y" in p:
            return _day(e, _valid(int(p[kind + "_y"]), month, number), explicit)
        if anchor is None:
            return _day(e, _valid(year, month, number) if year else None)
        return _day(e, _near(anchor, month, number, e))
    if kind in ("mdrange", "dmrange"):
        k = "mr_" if kind == "mdrange" else "dr_"
        month = _month(p[k + "m"])
        a, b = _number(p[k + "a"]) or 0, _number(p[k + "b"]) or 0
        if k + "y" in p:
            first = _valid(int(p[k + "y"]), month, a)
        else:
            first = _near(anchor, month, a, e) if anchor else None
        last = _valid(first.year, month, b) if first else None
        if first and last and first <= last:
            return _stretch(e, first.isoformat(), first, last, f"{first}/{last}")
        return _day(e, first)
    if kind == "my":
        said = p["my_y"]
        if said.isdigit():
            return _month_of(e, int(said), _month(p["my_m"]))
        if anchor is None:
            return _ref(e, f"XXXX-{_month(p['my_m']):02}")
        step = {"this": 0, "last": -1, "next": 1}[said.split()[0].lower()]
        return _month_of(e, anchor.year + step, _month(p["my_m"]))
    if kind == "upyear":
        return _year(e, int(p["uy_y"]))
    if kind == "year":
        return replace(_year(e, int(p["y"])), anchor=explicit)
    if kind == "yrange":
        a = int(p["yr_a"])
        b = int(p["yr_b"]) if len(p["yr_b"]) == 4 else a // 100 * 100 + int(p["yr_b"])
        if a < b:
            return _stretch(e, f"{a}", Day(a, 1, 1), Day(b, 12, 31), f"{a}/{b}")
        return _year(e, a)
    if kind == "decade":
        names = (
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        )
        opens = int(p["dec"]) if "dec" in p else 1920 + 10 * names.index(p["dec_w"].lower())
        return _stretch(
            e,
            str(opens // 10),
            Day(opens, 1, 1),
            Day(opens + 9, 12, 31),
            f"{opens}/{opens + 9}",
            _mod(p.get("dec_m", "")),
        )
    if kind == "century":
        n = _number(p["cen"]) or {"twentieth": 20, "nineteenth": 19}.get(p["cen"], 1)
        opens = (n - 1) * 100
        return _stretch(
            e,
            str(n - 1),
            Day(max(1, opens), 1, 1),
            Day(opens + 99, 12, 31),
            f"{max(opens, 1):04}/{opens + 99:04}",
        )
    if kind == "part":
        return _part(e, anchor)
    if kind == "quarter":
        n = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}[
            p["q_n"].lower()
        ]
        said = p.get("q_y", "")
        y = (
            int(said)
            if said.isdigit()
            else anchor.year - (said.startswith("last"))
            if anchor
            else None
        )
        return _unit(e, Day(y, 3 * n, 1), "quarter") if y else _ref(e, f"XXXX-Q{n}")
    if kind == "season":
        code = SEASONS[(p.get("s_s") or p.get("s_s2") or "").lower()]
        if "s_y" in p:
            return _ref(e, f"{p['s_y']}-{code}")
        step = {"last": -1, "next": 1}.get(p.get("s_q2", "this"), 0)
        return _ref(e, f"{anchor.year + step}-{code}" if anchor else f"XXXX-{code}")
    if kind == "set":
        unit = (
            p.get("set_u")
            or p.get("set_p")
            or {
                "annual": "year",
                "annually": "year",
                "yearly": "year",
                "daily": "day",
                "weekly": "week",
                "monthly": "month",
                "quarterly": "quarter",
            }.get(e.text.lower(), "year")
        )
        code = (
            "XXXX-WXX-" + str(WEEKDAYS[unit.lower()] + 1)
            if unit.lower() in WEEKDAYS
            else "P1" + UNITS.get(unit, "D")
        )
        return Time(e.start, e.end, "SET", code)
    if kind == "yoy":
        return Time(e.start, e.end, "SET", "P1Y")
    if kind == "present":
        return _ref(e, "PRESENT_REF")
    if kind == "past":
        return _ref(e, "PAST_REF")
    if kind == "future":
        return _ref(e, "FUTURE_REF")
    if kind == "bareunit":
        unit = p["bu"].split()[-1].rstrip("s")
        return Time(
            e.start,
            e.end,
            "DURATION",
            "PX" + {"decade": "0Y", "centurie": "00Y"}.get(unit, UNITS.get(unit, "Y")),
        )
    if kind in ("dur", "row") and not anchor:
        return _duration(e, p.get("du_n") or p.get("row_n") or "1", p.get("du_u") or "year")
    if anchor is None:
        return _unanchored(e)
    return _anchored(e, anchor)


def _unanchored(e: Expression) -> Time:
    """What a day would settle, without one: its shape only."""
    if e.kind == "weekday":
        return _ref(e, f"XXXX-WXX-{WEEKDAYS[e.parts['wd'].lower()] + 1}")
    if e.kind == "month":
        return _ref(e, f"XXXX-{_month(e.parts['mo']):02}")
    if e.kind == "lastn":
        return _duration(e, e.parts.get("ln_n", "X").strip(), e.parts["ln_u"])
    return _ref(e, "XXXX")


def _anchored(e: Expression, anchor: Day) -> Time:
    p, kind = e.parts, e.kind
    if kind == "weekday":
        return _weekday(e, anchor)
    if kind == "day":
        word = e.text.lower()
        step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        if "before" in word or "after" in word:
            step = -2 if "before" in word else 2
        if (
            word == "today"
            and re.match(r"\s*(?:,\s*)?(?:the|we|our|more|there|it)\b", e.after)
            and re.search(r"(?:^|[.!?][\"”]?\s+|\n\s*)$", e.before)
        ):
            return _ref(e, "PRESENT_REF")
        return _day(e, anchor + datetime.timedelta(step), None, "TNI" if word == "tonight" else "")
    if kind == "relative":
        q, unit = p["rel_q"].lower(), p["rel_u"].lower()
        step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(
            q, 0
        )
        return _unit(e, _shift(anchor, unit if unit != "weekend" else "week", step), unit)
    if kind == "endweek":
        unit, q = p["ew_u"].lower(), p["ew_q"].lower()
        day = _shift(anchor, unit, {"last": -1, "next": 1}.get(q, 0))
        mod = _mod(p["ew"])
        if unit == "week":
            return _week(e, day, mod)
        return (
            _month_of(e, day.year, day.month, mod) if unit == "month" else _year(e, day.year, mod)
        )
    if kind == "earlier":
        words = p["ea"].lower().split()
        return (
            _day(e, anchor)
            if words[-1] in ("today", "day", "morning")
            else _unit(e, anchor, words[-1])
        )
    if kind == "theunit":
        return _unit(e, anchor, p["tu"].lower())
    if kind == "theyear":
        return _year(e, anchor.year)
    if kind == "daypart":
        step = {"yesterday": -1, "tomorrow": 1, "last": -1}.get(p["dp_q"].lower(), 0)
        code = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}.get(p["dp"], "")
        return _day(e, anchor + datetime.timedelta(step), None, f"T{code}" if code else "")
    if kind == "month":
        month = _month(p["mo"])
        named = {"last": -1, "next": 1}.get(p.get("mo_q", "").lower())
        if named is not None:
            year = anchor.year + (named if (month >= anchor.month) == (named < 0) else 0)
            return _month_of(e, year, month)
        beside = re.match(r"\s+(?:of\s+)?(this|last|next)\s+year", e.after)
        if beside:
            return _month_of(e, anchor.year + {"last": -1, "next": 1}.get(beside[1], 0), month)
        ahead = bool(_FUTURE.search(e.before[-30:]))
        year = anchor.year + (1 if ahead and month < anchor.month else 0)
        year -= 1 if not ahead and month > anchor.month + 1 else 0
        return _month_of(e, year, month)
    if kind == "anniversary":
        n = _number(p["ann"])
        time = _year(e, anchor.year)
        return replace(time, base_year=anchor.year - n if n else None)
    if kind == "ago":
        n = _number(p["ago_n"])
        unit, back = p["ago_u"].rstrip("s"), p["ago_d"] in ("ago", "earlier", "before")
        if n is None:
            return _ref(e, "PAST_REF" if back else "FUTURE_REF")
        if unit in ("second", "minute", "hour"):
            return _day(e, anchor)
        day = _shift(anchor, unit, -n if back else n)
        return _unit(e, day, unit if unit in ("month", "year", "decade", "century") else "day")
    if kind == "row":
        n = _number(p["row_n"]) or 1
        last = anchor.year - 1
        return _duration(e, str(n), "year", Day(last - n + 1, 1, 1), Day(last, 12, 31))
    if kind == "lastn":
        n = _number(p.get("ln_n", "").strip()) if "ln_n" in p else None
        ahead = p["ln_q"].lower() in ("next", "coming")
        begin = _shift(anchor, p["ln_u"], (n if ahead else -n)) if n else None
        a, b = (anchor, begin) if ahead else (begin, anchor)
        return _duration(e, str(n) if n else "X", p["ln_u"], a, b)
    if kind == "dur":
        return _duration(e, p["du_n"], p["du_u"])
    if kind != "clock":
        return _ref(e, "PRESENT_REF")
    zone = "Z" if p.get("clock_z") in ("UTC", "GMT") else ""
    return _day(e, anchor, None, f"T{_clock(e.text)}{zone}")


def _weekday(e: Expression, anchor: Day) -> Time:
    """The day nearest by tense: past unless the words before look ahead."""
    p = e.parts
    wanted = WEEKDAYS[p["wd"].lower()]
    q = p.get("wd_q", "").lower()
    back = (anchor.weekday() - wanted) % 7
    ahead = (wanted - anchor.weekday()) % 7
    monday = anchor - datetime.timedelta(anchor.weekday())
    if p.get("wd_l", "").startswith("last"):
        day = monday + datetime.timedelta(wanted - 7)
    elif p.get("wd_l", "").startswith("next") or q == "next":
        day = anchor + datetime.timedelta(ahead or 7)
    elif q in ("last", "this past", "the previous"):
        day = anchor - datetime.timedelta(back or 7)
    elif q == "the following" or _FUTURE.search(e.before[-25:]):
        day = anchor + datetime.timedelta(ahead)
    else:
        day = anchor - datetime.timedelta(back)
    code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
    return _day(e, day, None, code.get(p.get("wd_p", ""), ""))


def _part(e: Expression, anchor: Day | None) -> Time:
    p = e.parts
    mod = _mod(p["p_p"])
    if "p_y" in p:
        return _year(e, int(p["p_y"]), mod)
    if "p_dec" in p:
        first = int(re.sub(r"\D", "", p["p_dec"]))
        return _stretch(
            e,
            str(first // 10),
            Day(first, 1, 1),
            Day(first + 9, 12, 31),
            f"{first}/{first + 9}",
            mod,
        )
    if "p_m" in p:
        month = _month(p["p_m"])
        if "p_my" in p:
            return _month_of(e, int(p["p_my"]), month, mod)
        if anchor is None:
            return _ref(e, f"XXXX-{month:02}")
        day = _near(anchor, month, 15, e)
        return _month_of(e, day.year if day else anchor.year, month, mod)
    if anchor is None:
        return _ref(e, "XXXX")
    q, unit = p["p_r"].lower().split()
    day = _shift(anchor, unit, {"last": -1, "next": 1}.get(q, 0))
    if unit == "week":
        return _week(e, day, mod)
    if unit == "month":
        return _month_of(e, day.year, day.month, mod)
    return _year(e, day.year, mod) if unit == "year" else _unit(e, day, unit)


def _clock(text: str) -> str:
    match = re.match(r"(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*([ap])?", text, re.IGNORECASE)
    if not match:
        return "00:00"
    hour = int(match[1]) % 24
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def _short(e: Expression, anchor: Day | None) -> Time:
    """A day in figures only: the reading nearest to the anchor, day first among equals."""
    numbers = [int(x) for x in re.findall(r"\d+", e.text)]
    a, b, c = numbers[:3]
    year = c if c > 99 else 2000 + c
    options = [_valid(year, b, a), _valid(year, a, b)]
    if c <= 99 and a <= 99:
        options.append(_valid(2000 + a, b, c))
    known = [d for d in options if d]
    if not known:
        return _ref(e, "XXXX")
    day = min(known, key=lambda d: abs((d - anchor).days)) if anchor else known[0]
    clock = re.search(r"\d{1,2}:\d{2}", e.text)
    zone = "+08:00" if re.search(r"\b(?:bjt|beijing)\b", e.after) else ""
    return _day(e, day, "explicit", f"T{_clock(clock.group())}{zone}" if clock else "")
