"""Resolving: expressions and the day they are read against → what they denote.

Values follow TIMEX3, `edtf` EDTF. Without an anchor, only what names its own year is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from verbale.annotate.times import daily, lengths, named, relative
from verbale.annotate.times.context import Context, narrates
from verbale.annotate.times.days import Day, move
from verbale.annotate.times.denote import day_, vague
from verbale.annotate.times.find import Expression
from verbale.annotate.times.named import month_number
from verbale.layers import Time

__all__ = ["resolve"]

Reader = Callable[[Expression, Context], Time]
_IT_MARKS = re.compile(r"\bit\s+(?:also\s+|will\s+)?marks?\s+$")
_VAGUE = {"future": "FUTURE_REF", "past": "PAST_REF", "present": "PRESENT_REF"}
_READERS: dict[str, Reader] = {
    **named.READERS,
    **daily.READERS,
    **relative.READERS,
    **lengths.READERS,
}


def resolve(
    expressions: Sequence[Expression], anchor: Day | None, source: str = "document date"
) -> list[Time]:
    """Times in the order of `expressions`; `source` names where the anchor comes from."""
    label = f"{source} {anchor.isoformat()}" if anchor else None
    expressions = _with_years(expressions)
    at = Context(anchor, told=anchor is not None and narrates(expressions, anchor))
    times: list[Time] = []
    for e in expressions:
        beside = times[-1] if times else None
        if e.kind == "anniversary" and beside and beside.begin and _marks(e, beside):
            # "next year marks the 20th anniversary": the year beside it, not the text's own.
            time = _read(e, replace(at, anchor=beside.begin))
        else:
            time = _read(e, at)
        at.see(time)
        times.append(replace(time, anchor=time.anchor or label))
    return _coordinate(expressions, times)


def _with_years(expressions: Sequence[Expression]) -> list[Expression]:
    """Months and days with the year that the next of their list tells: "May and | September 2022"."""
    out = list(expressions)
    for i in range(len(out) - 2, -1, -1):
        e, following = out[i], out[i + 1]
        year = following.parts.get("y", "") if following.kind in _DATED else ""
        bare = e.kind in _DATED and not e.parts.keys() & {"q", "y"}
        if not bare or not year.isdigit() or not _LISTED.match(e.after[: following.start - e.end]):
            continue
        month, behind = (month_number(x.parts.get("m") or x.parts["m2"]) for x in (e, following))
        told = str(int(year) - (month > behind))  # "December and January 2022"
        kind = "my" if e.kind == "month" else e.kind
        out[i] = replace(e, kind=kind, parts={**e.parts, "y": told})
    return out


_DATED = frozenset(("dmy", "mdy", "month", "my"))
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|through|to|until)|[-–—])\s*(?:(?:in|of|on)\s+)?$")


def _marks(e: Expression, beside: Time) -> bool:
    """Whether an anniversary is told of the time before it."""
    return e.start - beside.end < 30 or bool(_IT_MARKS.search(e.before))


def _read(e: Expression, at: Context) -> Time:
    if e.kind == "part" and "q" in e.parts:
        return _READERS["partof"](e, at)
    if e.kind in _VAGUE:
        return vague(e, _VAGUE[e.kind])
    return _READERS[e.kind](e, at)


def _coordinate(expressions: Sequence[Expression], times: list[Time]) -> list[Time]:
    """ "Monday and Tuesday", "22–25 April": neighbouring days joined by a word are one stretch."""
    group = 0
    for i in range(1, len(times)):
        a, b = times[i - 1], times[i]
        if not expressions[i].joint and not _joined(expressions[i - 1], expressions[i]):
            continue
        group += 1
        whole = None
        if a.begin and b.begin and b.last:
            if b.begin < a.begin and expressions[i].kind == "weekday":
                b = day_(expressions[i], move(b.begin, 7), anchor=b.anchor)
            whole = _whole(a, b)
        times[i - 1] = replace(a, group=group, group_edtf=whole)
        times[i] = replace(b, group=group, group_edtf=whole)
    return times


def _joined(a: Expression, b: Expression) -> bool:
    """Two days of the week with a joining word, and nothing else, between them."""
    if not a.kind == b.kind == "weekday" or b.start - a.end > 12:
        return False
    between = a.after[: max(0, b.start - a.end)]
    return bool(re.match(r"\s*(?:and|to|through|-|–)\s*$", between))  # the dashes of texts


def _whole(a: Time, b: Time) -> str | None:
    if not (a.begin and b.last and a.begin < b.last):
        return None
    return f"{a.edtf}/{b.edtf}" if a.edtf and b.edtf and "/" not in a.edtf + b.edtf else None
