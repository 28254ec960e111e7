"""Times of the day: clocks and their parts, as TIMEX3 writes them after a day."""

from __future__ import annotations

import re

__all__ = ["clock", "daypart", "told"]

_PARTS = {
    "afternoon": "TAF",
    "evening": "TEV",
    "midday": "T12:00",
    "midnight": "T24:00",
    "morning": "TMO",
    "night": "TNI",
    "noon": "T12:00",
}


def told(clock_: str, zone: str | None) -> str:
    """The suffix of a clock: Thh:mm, with Z where it is universal time."""
    return f"T{clock(clock_)}{'Z' if re.search('UTC|GMT', zone or '') else ''}"


def clock(text: str) -> str:
    """ "9:05 p.m.", "0735" and "6 a.m." as hh:mm."""
    text = text.lower()
    if text in ("noon", "midday", "midnight"):
        return _PARTS[text][1:]
    match = re.match(r"(\d{1,2}):?(\d{2})?(?::\d{2})?\s*([ap])?", text)
    if not match:
        return "00:00"
    hour = int(match[1]) % 24
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return f"{hour:02}:{match[2] or '00'}"


def daypart(text: str) -> str:
    """The suffix of the part of the day that the words name; empty when none."""
    text = text.lower()
    return next((suffix for word, suffix in _PARTS.items() if word in text), "")
