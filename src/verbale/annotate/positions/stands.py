"""A stance found in a sentence, before it is a record, and what its words are about."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.positions.lexicon import COURTESIES, GRATEFUL, THANKED
from verbale.clauses import Clause, reach
from verbale.document import Document, Span
from verbale.layers import Sentence
from verbale.lookup import mention_at
from verbale.records import Actor, Stance

__all__ = ["Stand", "courteous", "issue_span", "supposed"]


@dataclass(frozen=True, slots=True)
class Stand:
    """Who holds what stance on what.

    `issue` is the index of the head of the words that the stance is about, `about` their span,
    `span` the evidence.
    """

    sentence: Sentence
    stance: Stance
    holders: tuple[Actor, ...]
    issue: int
    about: Span
    span: Span
    confidence: float = 0.6


def issue_span(sentence: Sentence, index: int) -> Span:
    """The words of an issue without the preposition that leads to it."""
    return Span(*reach(sentence, index, without=("case", "mark")))


def courteous(document: Document, sentence: Sentence, word: str, issue: int) -> bool:
    """Whether a verb or noun of welcome or thanks has an issue that makes it a courtesy."""
    head = sentence.words[issue]
    if head.lemma in COURTESIES or head.text.lower() in COURTESIES:
        return True
    mention = mention_at(document, head.start)
    if mention and mention.actors and mention.actors[0].kind == "person":
        return True
    return word in GRATEFUL and head.lemma in THANKED


def supposed(clause: Clause) -> bool:
    """Whether a clause is only supposed: "if X opposes"."""
    marks = {clause.sentence.words[c].lemma for c in clause.objects("mark")}
    return bool(marks & {"if", "unless", "whether"})
