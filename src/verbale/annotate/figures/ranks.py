"""Ranks between states: "largest buyer for six years running"."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["ranks", "running"]

_RANK = re.compile(
    r"\b(?P<one>one of (?:[\w’']+\s){1,3})?(?P<label>(?:(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[\s-])?"
    r"(?:largest|biggest)|top(?:[\s-]\d+)?|main|number one|leading|No\. ?1)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:partners?|buyers?|suppliers?|providers?|investors?|importers?|exporters?|purchasers?|customers?|creditors?|donors?"
    r"|(?:export|import|overseas|foreign) markets?|sources? of (?:\w+ )?(?:imports?|investments?|tourists|visitors|students)|destinations?))\b"
    r"(?P<tail>\s+(?:of|for|in)\s+(?!(?:the\s+)?(?:last\s+|past\s+)?\w+\s+(?:(?:consecutive|straight|successive)\s+)?years?\b)[^,.;:]{1,40})?",
    re.IGNORECASE,
)
# Every rank has one of these words; most sentences have none.
_MAYBE = re.compile(r"gest\b|\btop\b|\bmain\b|number one|leading|No\. ?1", re.IGNORECASE)
# A rank is of an exchange: one of these words stands in it, or the noun itself is one.
_EXCHANGE = re.compile(
    r"trad|econom|commerc|buyer|supplier|invest|import|export|purchaser|customer|creditor|donor|provider|destination",
    re.IGNORECASE,
)
_COUNTS = {w: i for i, w in enumerate(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty".split(), 1)}  # fmt: skip
_ORDINALS = {w: i for i, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1)}  # fmt: skip
_IN_A_ROW = r"(?:consecutive|straight|successive)"
_RUNNING = re.compile(
    rf"\bfor (?:the )?(?:last |past )?(?P<n>\d+|{'|'.join([*_COUNTS, *_ORDINALS])})(?:st|nd|rd|th)?[\s-]+(?:{_IN_A_ROW}[\s-]+)?years?\b"
    r"(?! ago\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"^(?:main|leading)\b", re.IGNORECASE)


def running(text: str, position: int) -> int | None:
    """For how many years a rank has been held: "for the 13th year in a row", behind it or before."""
    match = _RUNNING.search(text, position) or _RUNNING.search(text)
    if match is None:
        return None
    told = match["n"].lower()
    return int(told) if told.isdigit() else _COUNTS.get(told) or _ORDINALS[told]


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
