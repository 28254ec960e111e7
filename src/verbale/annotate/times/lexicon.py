"""Words of time, and their numbers."""

from __future__ import annotations

import re

__all__ = [
    "FIXED_HOLIDAYS",
    "MONTHS",
    "SEASONS",
    "STEPS",
    "UNITS",
    "WEEKDAYS",
    "number",
    "year_in_words",
]

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
MONTHS = {name: i for i, name in enumerate(_MONTHS, 1)}
MONTHS |= {name[:3]: i for name, i in list(MONTHS.items())} | {"sept": 9}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: i for i, name in enumerate(_DAYS)}
WEEKDAYS |= {name[:3]: i for name, i in list(WEEKDAYS.items())} | {"tues": 1, "thurs": 3}
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_WORDS = {name: i for i, name in enumerate(_NUMBERS)}
_WORDS |= {name: 10 * i for i, name in enumerate(_TENS, 2)}
_WORDS |= {name: i for i, name in enumerate(_ORDINALS, 1)}
_WORDS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70}
_WORDS |= {"a": 1, "an": 1, "couple": 2, "dozen": 12, "hundred": 100}
# Which of a row of days, weeks, years is meant.
STEPS = {
    "coming": 1,
    "following": 1,
    "last": -1,
    "next": 1,
    "past": -1,
    "preceding": -1,
    "previous": -1,
    "tomorrow": 1,
    "yesterday": -1,
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# Feasts that are told like days, by month and day.
FIXED_HOLIDAYS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}
# TIMEX3 designators; E and C are decades and centuries, written in years.
UNITS = {
    "century": "C",
    "centurie": "C",
    "day": "D",
    "decade": "E",
    "hour": "TH",
    "minute": "TM",
    "month": "M",
    "night": "D",
    "quarter": "Q",
    "second": "TS",
    "week": "W",
    "weekend": "D",
    "year": "Y",
}
_HALF = re.compile(r"\s+and\s+a\s+half$|\s+1/2$|½$")


def number(word: str) -> float | None:
    """The number that a word, figures or an ordinal tell; None where they tell only "some"."""
    word = " ".join(word.lower().replace(",", "").split())
    if _HALF.search(word):
        whole = number(_HALF.sub("", word))
        return whole + 0.5 if whole is not None else None
    if word in ("half", "half a", "half an"):
        return 0.5
    word = re.sub(r"^(?:the|a|an)\s+(?=\w)|\s+of$", "", word)
    figures = re.fullmatch(r"(\d+(?:\.\d+)?)(?:st|nd|rd|th)?", word)
    if figures:
        return float(figures[1])
    parts = re.split(r"[\s-]+", word)
    if not all(p in _WORDS for p in parts):
        return None
    total = 0
    for part in parts:
        value = _WORDS[part]
        total = total * value if value == 100 and total else total + value
    return float(total)


def year_in_words(text: str) -> int | None:
    """The year of "nineteen ninety-four" or "two thousand (and) three"."""
    words = re.split(r"[\s-]+", text.lower())
    if words[:2] == ["two", "thousand"]:
        rest = number(" ".join(w for w in words[2:] if w != "and")) if words[2:] else 0
        return 2000 + int(rest) if rest is not None else None
    century, rest = number(words[0]), number(" ".join(words[1:]))
    return int(century * 100 + rest) if century and rest is not None else None
