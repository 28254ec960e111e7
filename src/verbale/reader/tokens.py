"""Words: what the syntax heads see, near the conventions of UD English.

Clitics stand alone ("Putin's" → Putin, 's; "don't" → do, n't), hyphens between words stand alone,
abbreviations with inner full stops stay whole. Every word is an exact stretch of the given text.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt

__all__ = ["CASES", "cases", "quote_states", "words"]

_WORD = re.compile(
    r"""
      (?:https?://|www\.)\S+?(?=[\s)\]>»”"']|[.,;:!?]?(?:\s|$))  # addresses
    | (?:[A-Za-z]\.){2,}                              # U.S., a.m.
    | (?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct
        |Nov|Dec|Inc|Ltd|Co|Corp|vs|No)\.(?=\s)       # abbreviations keep their stop
    | \d+(?:[.,:/]\d+)*                               # numbers, times, dates with strokes
    | [^\W\d_]+?(?=n['’]t\b)                          # do|n't
    | n['’]t\b
    | ['’](?:s|re|ve|ll|d|m)\b                        # clitics
    | [^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*           # letters with their marks
    | \.{2,}|-{2,}|[!?]{2,}
    | \S                                              # anything else, one by one
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Shapes of a word: the encoder is uncased, so casing is a feature of its own.
CASES = ("lower", "title", "upper", "mixed", "digit", "punct")


def words(text: str) -> list[tuple[int, int]]:
    """Spans of the words of `text`, in order, disjoint; white space belongs to none."""
    return [m.span() for m in _WORD.finditer(text)]


def cases(forms: list[str]) -> npt.NDArray[np.int64]:
    """Index into `CASES` of each form, shape (n,)."""
    return np.array([_case(form) for form in forms], np.int64)


@lru_cache(maxsize=50_000)
def _case(form: str) -> int:
    if form.islower():
        return 0
    if not form[0].isalpha():
        return 4 if any(c.isdigit() for c in form) else 5
    if len(form) == 1 or form[1:].islower():
        return 1
    return 2 if form.isupper() else 3


_QUOTES = frozenset(('"', "“", "”", "``", "''", "«", "»"))


def quote_states(forms: list[str]) -> npt.NDArray[np.int64]:
    """1 for words within double quotation marks, marks included, shape (n,)."""
    out = np.zeros(len(forms), np.int64)
    if _QUOTES.isdisjoint(forms):
        return out
    inside = False
    for i, form in enumerate(forms):
        if form in _QUOTES:
            out[i] = 1
            inside = (not inside) if form == '"' else form in ("“", "``", "«")
        else:
            out[i] = inside
    return out
