"""The part of a sentence that a figure stands in."""

from __future__ import annotations

import re

from verbale.document import Span

__all__ = ["part_of"]

# Where a sentence turns to another thing.
_TURN = re.compile(
    r";\s+|,? (?:while|whereas)\s+"
    r"|, (?:and|but) (?=[\w’']+ (?:\w+ )?(?:is|are|was|were|has|have|will|grew|rose|fell|they|it)\b)"
)


def part_of(text: str, base: int, start: int, end: int) -> Span:
    """The part of a sentence around `start`–`end`; `base` is where the sentence begins."""
    turns = list(_TURN.finditer(text))
    low = max((m.end() for m in turns if m.end() <= start), default=0)
    high = min((m.start() for m in turns if m.start() >= end), default=len(text))
    return Span(base + low, base + high)
