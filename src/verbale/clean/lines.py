"""Lines of a text with their offsets, and what a line alone gives away."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "lines"]

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without white space at its ends; `gap` when a blank line stands before it."""

    start: int
    end: int
    text: str
    gap: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as sentences do."""
        return bool(re.search(r"[.!?…][\"”’»')\]]*$", self.text))


def lines(text: str) -> list[Line]:
    """The lines that are not blank."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        between = text[last : match.start()]
        gap = not found or len(re.findall(r"\r\n|\r|\n", between)) > 1
        found.append(Line(start, end, text[start:end], gap))
        last = end
    return found
