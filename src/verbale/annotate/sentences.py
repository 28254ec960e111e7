"""Sentences within paragraphs. Needs PARAGRAPHS; gives SENTENCES without words."""

from __future__ import annotations

import re

from verbale.document import Document
from verbale.layers import PARAGRAPHS, SENTENCES, Sentence

__all__ = ["annotate", "split"]

# A stop, closing marks, then white space and what may open a sentence; or nothing between a lower
# case letter's stop and a capital (paragraph breaks that a scraper lost).
_END = re.compile(
    r"(?P<stop>[.!?…]+[\"”’»)\]]*)\**"
    r"(?:\s+(?=[\"“‘«(\[]?[A-Z0-9À-Þ—–-])|(?<=[a-z0-9”\"’)][.!?])(?=[\"“]?[A-Z][a-z]*\s))"
)
# Abbreviations before which a capital or a number often follows, those that never end a sentence,
# and months, which end one unless a day follows; each sorted.
_ABBREVIATIONS = frozenset(("co", "corp", "dec", "fig", "inc", "jr", "ltd", "res", "sr"))
_NEVER_LAST = frozenset(
    ("adm", "brig", "capt", "col", "dr", "gen", "gov", "hon", "lt", "maj", "messrs", "mr", "mrs")
    + ("ms", "mt", "no", "prof", "rep", "rev", "sen", "sgt", "st", "vs")
)
_MONTHS = frozenset(
    ("apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "oct", "sep", "sept")
)


def annotate(document: Document) -> None:
    """Put the sentences of all paragraphs."""
    document.put(
        SENTENCES,
        [
            Sentence(a, b)
            for p in document.get(PARAGRAPHS)
            for a, b in split(document.text, p.start, p.end)
        ],
    )


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of `text[start:end]`, white space at their ends left out."""
    found, at = [], start
    for match in _END.finditer(text, start, end):
        stop = match.end("stop")
        if not _inside(text, at, match.start("stop"), stop, end):
            found.append((at, stop))
            at = stop
            while at < end and text[at].isspace():
                at += 1
    if at < end and text[at:end].strip():
        found.append((at, end))
    return found


def _inside(text: str, start: int, dot: int, stop: int, end: int) -> bool:
    """Whether a stop belongs to an abbreviation or an initial and the sentence goes on."""
    if text[dot] != "." or stop - dot != 1:
        return False
    word = re.search(r"[^\s(\[\"“]+$", text[start:dot])
    if not word:
        return False
    token = word.group().lower()
    after = text[stop:end].lstrip()
    # U.S., a.m., X–U.S.: ends a sentence before a sentence.
    if re.search(r"(?:^|[-–—/])(?:[a-z]\.)+[a-z]$", token):
        return not re.match(r"(?:The|He|She|They|It|We|In|On|At|This|That|But|And|A)\b", after)
    if re.fullmatch(r"[a-z]", token):  # an initial
        return word.group().isupper()
    if token in _MONTHS:
        return bool(re.match(r"\d", after))
    if token in _NEVER_LAST:
        return True
    if token in _ABBREVIATIONS:
        return not re.match(r"(?:The|He|She|They|It|We|In|On|At|This|That|But)\b", after)
    return False
