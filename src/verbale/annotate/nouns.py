"""Stances and undertakings that a noun carries: "reaffirmed its support for", "the readiness to".

Shared by the rooms of positions and commitments; both read the same frame: a verb of telling, the noun
as its object, whose it is, and what it is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.clauses import Clause, actors_of, clauses, reach
from verbale.document import Document, Span
from verbale.layers import Sentence
from verbale.records import Actor

__all__ = ["Carried", "carried"]

TELLING = frozenset(
    (
        "affirm",
        "communicate",
        "confirm",
        "convey",
        "declare",
        "demonstrate",
        "emphasise",
        "emphasize",
    )
    + (
        "express",
        "have",
        "highlight",
        "make",
        "note",
        "reaffirm",
        "reconfirm",
        "reiterate",
        "relay",
    )
    + (
        "renew",
        "restate",
        "share",
        "signal",
        "state",
        "stress",
        "thank",
        "underline",
        "underscore",
        "voice",
    )
)


@dataclass(frozen=True, slots=True)
class Carried:
    """The noun's lemma, whose it is, its span with what it is for, and the aim alone.

    `to_do` says whether the aim is an action ("to renew", "to deepening") or a thing.
    """

    noun: str
    owners: tuple[Actor, ...]
    span: Span
    aim: Span
    to_do: bool


def carried(document: Document, sentence: Sentence, nouns: frozenset[str]) -> Iterator[Carried]:
    """Frames of the given nouns in a sentence."""
    for clause in clauses(sentence):
        if clause.lemma not in TELLING or clause.negated:
            continue
        for noun in _objects(clause):
            word = sentence.words[noun]
            if word.lemma not in nouns:
                continue
            aim = _aim(sentence, noun)
            owners = _owners(document, sentence, clause, noun)
            if aim is None or not owners:
                continue
            index, to_do = aim
            start, end = reach(sentence, index, without=("case", "mark"))
            verb = sentence.words[clause.verb]
            yield Carried(
                word.lemma,
                owners,
                Span(min(verb.start, word.start, start), max(verb.end, word.end, end)),
                Span(start, end),
                to_do,
            )


def _objects(clause: Clause) -> list[int]:
    found = clause.objects("obj", "obl")
    return found + [k for f in found for k in clause.sentence.children(f, "conj")]


def _aim(sentence: Sentence, noun: int) -> tuple[int, bool] | None:
    """What the noun is for: a verb with "to", a gerund, or a noun phrase."""
    for child in sentence.children(noun, "acl"):
        return child, True
    for child in sentence.children(noun, "nmod"):
        cases = {sentence.words[c].lemma for c in sentence.children(child, "case")}
        if cases & {"for", "to", "in", "on", "with"}:
            return child, sentence.words[child].upos == "VERB"
    return None


def _owners(document: Document, sentence: Sentence, clause: Clause, noun: int) -> tuple[Actor, ...]:
    """The possessor that the noun names, else who tells."""
    for child in sentence.children(noun, "nmod:poss"):
        owners = actors_of(document, sentence, child)
        if owners:
            return owners
    for child in sentence.children(noun, "nmod", "compound"):
        cases = {sentence.words[c].lemma for c in sentence.children(child, "case")}
        if cases == {"of"} or sentence.words[child].deprel == "compound":
            owners = actors_of(document, sentence, child)
            if owners:
                return owners
    if clause.lemma == "thank":
        return ()
    return actors_of(document, sentence, clause.subject)
