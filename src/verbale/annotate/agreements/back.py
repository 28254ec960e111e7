"""Instruments that a text takes up again: "the treaty", "it", "Article 5 of the Treaty", "its Charter"."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from verbale.annotate.agreements.acts import act_at
from verbale.annotate.agreements.gather import Told
from verbale.document import Document, Span
from verbale.layers import NAMED, Sentence

__all__ = ["IT", "again", "clause", "taken_up"]

_BACK = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (accords?|agreements?|declaration|memorandum|pact|treaty)\b"
)
# A short name that takes a full one up: "Article V of the Treaty", "its Charter".
_SHORT = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]his)\s+(Accords?|Agreement|Charter|Convention|Declaration|Memorandum|Protocol|Treaty)\b"
    r"(?!\s+(?:against|between|for|of|on|[A-Z]))"
)
_ARTICLE = re.compile(r"\b(?:Annex|Article|Chapter)\s+[\dIVX]+\s+of\s+$")
IT = re.compile(r"\W*(It) (?=(?:has been|was|is being)\b)")


def clause(sentence: Sentence, text: str, start: int, end: int) -> Span:
    """The part of the sentence that names the instrument, between commas and coordinated verbs."""
    low = max((m.end() for m in re.finditer(r", (?!\d)|; |: ", text[:start])), default=0)
    base = sentence.start
    for before, word in itertools.pairwise(sentence.words):
        joined = word.upos == "VERB" and word.deprel == "conj" and before.upos == "CCONJ"
        if joined and word.start - base <= start:
            low = max(low, word.start - base)
    high = next(
        (
            m.start()
            for m in re.finditer(r", (?!\d)|; |\.$| and (?=\w+(?:ed|s) )", text)
            if m.start() >= end
        ),
        len(text),
    )
    return Span(base + low, base + high)


def _another(document: Document, sentence: Sentence, full: Told, noun: str) -> bool:
    """Whether the text speaks of another instrument of that noun after the one told."""
    between = document.text[max(s.end for s in full.spans) : sentence.start]
    return noun in between.lower()


def again(
    document: Document, sentence: Sentence, text: str, told: list[Told], beside: bool
) -> list[Told]:
    """ "The treaty", acted on: the last instrument of that noun; "it": of the sentence before."""
    match = _BACK.search(text) or (IT.match(text) if beside else None)
    if not match:
        return []
    noun = match[1].rstrip("s").lower()
    full = next((t for t in reversed(told) if noun == "it" or noun in t.name.lower()), None)
    act, start, end = act_at(text, match.start(), match.end())
    if full is not None and noun != "it" and _another(document, sentence, full, noun):
        return []
    if full is None or act in ("cited", "proposed"):
        return []
    span = clause(sentence, text, start, end)
    return [replace(full, act=act, date=None, spans=(span, full.spans[0]))]


def taken_up(document: Document, sentence: Sentence, text: str, told: list[Told]) -> list[Told]:
    """Short names of instruments in full: "the Treaty"; "the Charter" is the United Nations'."""
    out = []
    for match in _SHORT.finditer(text):
        full = next((t for t in reversed(told) if match[1] in t.name.split()), None)
        of_the_un = match[1] == "Charter" and _names(document, "org:un")
        if full is None and (of_the_un or _ARTICLE.search(text[: match.start()])):
            full = Told(match[1], "cited", (), None, None, (), True)
        if full is not None:
            span = clause(sentence, text, match.start(), match.end())
            out.append(replace(full, act="cited", date=None, spans=(span,)))
    return out


def _names(document: Document, ident: str) -> bool:
    return any(n.id == ident for n in document.get(NAMED))
