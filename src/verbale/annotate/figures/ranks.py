"""Ranks between states: "largest trading partner for 13 years in a row"."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["ranks", "running"]

_RANK = re.compile(
    r"\b(?P<one>one of (?:[\w’']+\s){1,3})?(?P<label>(?:(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-])?"
    r"(?:largest|biggest)|top(?:[\s-]\d+)?|main|number one|leading|No\. ?1)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:partners?|buyers?|suppliers?|providers?|investors?|importers?|exporters?|purchasers?|customers?|creditors?|donors?"
    r"|(?:export|import|overseas|foreign) markets?|sources? of (?:\w+ )?(?:imports?|investments?|tourists|visitors|students)|destinations?))\b"
    r"(?P<tail>\s+(?:of|for|in)\s+(?!(?:the\s+)?\w+\s+(?:consecutive\s+)?years?\b)[^,.;:]{1,40})?",
    re.IGNORECASE,
)
# Every rank has one of these words; most sentences have none.
_MAYBE = re.compile(r"gest\b|\btop\b|\bmain\b|number one|leading|No\. ?1", re.IGNORECASE)
# A rank is of an exchange: one of these words stands in it, or the noun itself is one.
_EXCHANGE = re.compile(
    r"trad|econom|commerc|buyer|supplier|invest|import|export|purchaser|customer|creditor|donor|provider|destination",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\bfor (?:the )?(?:(?P<n>\d+)|(?P<th>\d+)(?:st|nd|rd|th)) (?:consecutive |straight |successive )?years?\b"
)
_VAGUE = re.compile(r"^(?:main|leading)\b", re.IGNORECASE)


def running(text: str, position: int) -> int | None:
    """For how many years a rank has been held, told behind it: "for the 13th year in a row"."""
    match = _RUNNING.search(text, position)
    return int(match["n"] or match["th"]) if match else None


def ranks(text: str) -> Iterator[tuple[str, int, int]]:
    """The ranks of a sentence with their spans; "one of the leading …" is none."""
    if not _MAYBE.search(text):
        return
    for match in _RANK.finditer(text):
        label = match["label"]
        if not _EXCHANGE.search(label) or (match["one"] and _VAGUE.match(label)):
            continue
        tail = match["tail"] or ""
        yield " ".join((label + tail).split()), match.start("label"), match.end()
