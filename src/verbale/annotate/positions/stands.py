"""A stance found in a sentence, before it is a record, and what its words are about."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.positions.lexicon import COURTESIES, GRATEFUL, OPPOSES, SUPPORTS, THANKED
from verbale.clauses import Clause, following, reach, run_on
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
    """The words of an issue without the preposition that leads to it, what its head is supported or
    opposed in among them ("X in choosing its own path")."""
    start, end = reach(sentence, index, without=("case", "mark"))
    end = run_on(sentence, index, end)
    pursuit = _pursuit(sentence, index, end)
    if pursuit is None:
        return Span(start, end)
    behind = reach(sentence, pursuit)[1]
    for other in sentence.children(pursuit, "conj"):
        if sentence.words[other].lemma in SUPPORTS | OPPOSES:
            first = reach(sentence, other)[0]  # a stance of its own
            kept = (w.end for w in sentence.words if w.end <= first and w.upos not in _JOINTS)
            behind = min(behind, max(kept, default=end))
    return Span(start, max(end, behind))


_JOINTS = frozenset(("ADV", "CCONJ", "PUNCT"))


def _pursuit(sentence: Sentence, index: int, end: int) -> int | None:
    """The head of what follows an issue's words directly and tells what another is supported in."""
    words = sentence.words
    at = next((i for i, w in enumerate(words) if w.start >= end), len(words))
    lead = at
    if at < len(words) and words[at].lemma in _PURSUED:
        at += 1
        while at < len(words) and words[at].upos in ("ADV", "AUX"):
            at += 1
    if at >= len(words) or words[index].upos not in ("DET", "NOUN", "PRON", "PROPN"):
        return None
    if words[at].upos == "VERB" and words[at].text.lower().endswith("ing"):
        return at if lead < at or words[index].upos == "PROPN" else None
    if words[lead].lemma == "in" and words[at].text.lower() in ("her", "his", "its", "their"):
        return following(sentence, lead)
    infinitive = words[lead].lemma == "to" and words[at].upos == "VERB"
    return at if infinitive and words[index].upos in ("PRON", "PROPN") else None


# What leads to the deeds of one who is supported or opposed.
_PURSUED = frozenset(("against", "for", "in", "to"))


def courteous(document: Document, sentence: Sentence, word: str, issue: int) -> bool:
    """Whether a verb or noun of welcome or thanks has an issue that makes it a courtesy."""
    head = sentence.words[issue]
    if head.lemma in COURTESIES or head.text.lower() in COURTESIES:
        return True
    mention = mention_at(document, head.start)
    if mention and mention.actors and mention.actors[0].kind == "person":
        return True
    given = (sentence.words[i] for i in sentence.children(issue, "obj"))
    if head.upos == "VERB" and any(w.lemma in COURTESIES for w in given):
        return True  # "that we have the chance to"
    return word in GRATEFUL and head.lemma in THANKED


def supposed(clause: Clause) -> bool:
    """Whether a clause is only supposed: "if X opposes"."""
    marks = {clause.sentence.words[c].lemma for c in clause.objects("mark")}
    return bool(marks & {"if", "unless", "whether"})
