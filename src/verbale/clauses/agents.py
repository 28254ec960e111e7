"""Who does what a clause says, and who is in the state that it tells."""

from __future__ import annotations

from verbale.clauses.actors import actors_of
from verbale.clauses.clause import Clause
from verbale.document import Document
from verbale.layers import Sentence
from verbale.records import Actor

__all__ = ["agents", "bearers"]

# What stands for its owner: "our position is to …", "the statement of X condemned".
_ATTITUDES = frozenset(
    ("aim", "approach", "communique", "communiqué", "declaration", "goal", "intention", "policy")
    + ("position", "stance", "statement")
)


def agents(document: Document, clause: Clause) -> tuple[Actor, ...]:
    """Who does what a clause says: its subject's actors, in the passive those behind "by".

    Where syntax gives no subject, the mention that stands right before the verb is taken: between
    them only adverbs and auxiliaries.
    """
    sentence, verb = clause.sentence, clause.verb
    if clause.passive:
        for child in sentence.children(verb, "obl"):
            if "by" in {sentence.words[c].lemma for c in sentence.children(child, "case")}:
                return actors_of(document, sentence, child)
        return ()
    beside = _beside(sentence, verb)
    if clause.subject is None or (clause.subject > verb and beside is not None):
        return _beside_actors(document, sentence, beside)
    if sentence.words[clause.subject].lemma in _ATTITUDES:
        for child in sentence.children(clause.subject, "nmod:poss", "nmod"):
            owners = actors_of(document, sentence, child)
            if owners:
                return owners
        above = sentence.words[clause.subject].head
        if sentence.words[clause.subject].deprel == "obj" and above >= 0:
            # "published a statement opposing X": who published it.
            for child in sentence.children(above, "nsubj"):
                return actors_of(document, sentence, child)
    found = actors_of(document, sentence, clause.subject)
    if found or beside is None or beside == clause.subject:
        return found
    led = sentence.children(_first_joined(sentence, beside), "case")
    return () if led else actors_of(document, sentence, beside)


def _first_joined(sentence: Sentence, index: int) -> int:
    """The first of the things that a word is coordinated with."""
    while sentence.words[index].deprel == "conj" and sentence.words[index].head >= 0:
        index = sentence.words[index].head
    return index


def bearers(document: Document, clause: Clause) -> tuple[Actor, ...]:
    """Who is in the state that a passive or a predicate tells: "are committed to"."""
    at = clause.subject
    if at is None:
        return _beside_actors(document, clause.sentence, _beside(clause.sentence, clause.verb))
    return actors_of(document, clause.sentence, at)


def _beside(sentence: Sentence, verb: int) -> int | None:
    """The noun that stands right before a verb, its adverbs and auxiliaries passed over."""
    at = verb - 1
    while at >= 0 and (
        sentence.words[at].upos in ("ADV", "AUX", "PART")
        or sentence.words[at].lemma in ("remain", "stand", "stay")
    ):
        at -= 1
    if at < 0 or at == verb or sentence.words[at].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    return at


def _beside_actors(document: Document, sentence: Sentence, at: int | None) -> tuple[Actor, ...]:
    """The actors of the noun beside a verb, else of the first that it is coordinated with."""
    found = actors_of(document, sentence, at)
    while not found and at is not None and sentence.words[at].deprel == "conj":
        head = sentence.words[at].head
        if not 0 <= head < at:
            break
        at = head
        found = actors_of(document, sentence, at)
    return found
