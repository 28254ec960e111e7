"""What the document's date cannot settle, and days that are counted from the day beside them."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from verbale.layers import Time

__all__ = ["no_finer", "three_day"]


def no_finer(time: Time, days: int) -> Time:
    """Against a text dated only by month or year, nothing shorter is known."""
    if time.anchor == "explicit" or not (time.begin and time.last):
        return time
    if (time.last - time.begin).days + 1 >= days:
        return time
    return replace(time, value="XXXX-XX-XX", edtf=None, begin=None, last=None, group_edtf=None)


_FOR = re.compile(r",?\s+for\s+")


def three_day(text: str, times: list[Time]) -> list[Time]:
    """A "three-day", or "for three days", beside the day that it begins on gets its days."""
    out = list(times)
    for i, time in enumerate(times):
        match = re.fullmatch(r"P(\d{1,2})D", time.value)
        if time.type != "DURATION" or not match or time.begin:
            continue
        near = [
            t
            for t in times
            if t.begin and t.begin == t.last and t.type == "DATE" and 0 < time.start - t.end < 40
            if "-" in text[time.start : time.end] or _FOR.fullmatch(text[t.end : time.start])
        ]
        if near and near[-1].begin:
            begin = near[-1].begin
            last = begin + datetime.timedelta(int(match[1]) - 1)
            fields = {"edtf": f"{begin}/{last}", "begin": begin, "last": last}
            out[i] = Time(time.start, time.end, time.type, time.value, anchor=time.anchor, **fields)  # type: ignore[arg-type]  # three known fields
    return out
