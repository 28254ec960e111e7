"""Mentions that "and" and commas make one list."""

from __future__ import annotations

import itertools
import re

from verbale.document import Document
from verbale.layers import Mention, Sentence
from verbale.lookup import mentions_in

__all__ = ["joined"]

# What stands between two mentions that do one thing together.
_THE = r"(?:the\s+)?(?:[A-Z]\w+\s+(?:[A-Z]\w+\s+)?of\s+(?:the\s+)?)?"  # "the Republic of"
_AND = re.compile(rf"(?:\([^)]*\))?,?\s+(?:and|as well as|together with|along with|&)\s+{_THE}")
_COMMA = re.compile(rf"(?:\([^)]*\))?,\s+{_THE}")


def joined(document: Document, sentence: Sentence, mention: Mention) -> list[Mention]:
    """Mentions joined to one by "and", or by commas in a list that ends in "and"."""
    inside = [
        m
        for m in mentions_in(document, sentence.start, sentence.end)
        if m is mention or m.end <= mention.start or mention.end <= m.start
    ]
    at = inside.index(mention)
    right = _chain(document, inside[at:])
    left = [m for m in inside[:at] if mention in _chain(document, inside[inside.index(m) : at + 1])]
    return left + right[1:]


def _chain(document: Document, mentions: list[Mention]) -> list[Mention]:
    """The mentions from the first on that make one list with "and" before its last."""
    chain, whole = mentions[:1], mentions[:1]
    for before, after in itertools.pairwise(mentions):
        between = document.text[before.end : after.start]
        if "," in between and _nominative(document, after):
            break  # "…, and we": another clause
        if _AND.fullmatch(between):
            chain.append(after)
            whole = list(chain)
        elif _COMMA.fullmatch(between):
            chain.append(after)
        else:
            break
    return whole


def _nominative(document: Document, mention: Mention) -> bool:
    return document.text[mention.start : mention.end].lower() in ("he", "i", "she", "they", "we")
