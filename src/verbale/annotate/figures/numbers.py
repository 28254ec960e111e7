"""Amounts in words and figures: "$190.27 billion", "200 billion U.S. dollars", "29.3 percent"."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Amount", "amounts"]

_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6, "bln": 1e9}
# Words and signs of money as ISO 4217; the longest first.
_MONEY = (
    ("USD", r"U\.?S\.? dollars?|US\$|dollars?|USD|\$"),
    ("EUR", r"euros?|EUR|€"),
    ("CNY", r"yuan|renminbi|RMB|CNY|¥"),
    ("RUB", r"rubles?|roubles?|RUB"),
    ("GBP", r"pounds?(?: sterling)?|GBP|£"),
    ("JPY", r"yen|JPY"),
    ("INR", r"rupees?|INR"),
    ("UAH", r"hryvni?as?|UAH"),
)
_THINGS = "barrel|ton|tonne|student|tourist|visitor|flight|person|people|howitzer|missile|cubic meter|cubic metre"
_NUMBER = re.compile(
    r"(?P<sign>US\$|[$€£¥])?\s?(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[\s-]*(?P<scale>thousand|million|billion|trillion|mln|bln)\b)?"
    r"(?:[\s-]*(?P<unit>percent|per cent|%|U\.?S\.? dollars?|dollars?|USD|euros?|EUR|yuan|renminbi|RMB"
    r"|r(?:o)?ubles?|RUB|pounds?|GBP|yen|rupees?|hryvni?as?|(?:" + _THINGS + r")s?\b))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: ISO 4217, "percent", a counted thing, or None."""

    start: int
    end: int
    value: float
    unit: str | None


def amounts(text: str) -> list[Amount]:
    """The amounts of a text, in order."""
    found = []
    for match in _NUMBER.finditer(text):
        value = float(match["n"].replace(",", "")) * _SCALE.get((match["scale"] or "").lower(), 1)
        unit = _unit(match["sign"] or match["unit"] or "")
        if unit is None and match["scale"] is None:
            continue
        found.append(Amount(match.start(), match.end(), value, unit))
    return found


def _unit(word: str) -> str | None:
    word = word.strip()
    if not word:
        return None
    if word.lower() in ("%", "percent", "per cent"):
        return "percent"
    for code, pattern in _MONEY:
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return code
    single = word.lower().removesuffix("s")
    return "person" if single in ("people", "person") else single
