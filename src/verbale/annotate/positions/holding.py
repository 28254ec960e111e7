"""Whether a clause takes the stance of its own subject, and takes it at all."""

from __future__ import annotations

from verbale.annotate.positions.lexicon import (
    FIRM,
    GOVERNORS,
    OPPOSES,
    PREDICATES,
    RESOLVES,
    UNCERTAIN,
    UPHELD,
    WELCOMES,
)
from verbale.annotate.positions.objects import object_of, principle
from verbale.annotate.positions.stands import supposed
from verbale.clauses import Clause
from verbale.layers import Sentence

__all__ = ["own", "uncertain"]

_PERFORMING = frozenset(("like", "want", "wish"))  # "I want to welcome": it is done by saying so


def own(clause: Clause) -> bool:
    """Whether the stance is its subject's own: not an aim, a wish or what another is asked for."""
    sentence = clause.sentence
    word = sentence.words[clause.verb]
    marks = {sentence.words[c].lemma for c in sentence.children(clause.verb, "mark")}
    if supposed(clause):
        return False
    if "that" in marks and sentence.children(clause.verb, "nsubj"):
        return True
    if word.deprel == "conj" and word.head >= 0:
        head = sentence.words[word.head]
        bare = not sentence.children(clause.verb, "nsubj") and word.text.lower() == word.lemma
        if bare and head.deprel in ("xcomp", "advcl", "acl", "ccomp"):
            return head.head >= 0 and sentence.words[head.head].lemma in GOVERNORS
        return True
    if "for" in marks and _thanked(sentence, word.head):
        issue = object_of(clause)
        return issue is not None and principle(sentence, issue)
    if word.deprel == "advcl" and sentence.words[word.head].lemma in FIRM:
        return True
    if "to" not in marks and word.deprel not in ("xcomp", "acl"):
        return not (marks and word.deprel == "advcl") or "by" in marks or bool(clause.modals)
    if word.deprel == "acl:relcl" or word.head < 0:
        return True
    governor = sentence.words[word.head]
    if governor.lemma in _PERFORMING and clause.lemma in WELCOMES | OPPOSES:
        own = {sentence.words[c].text for c in sentence.children(word.head, "nsubj")}
        return bool(own & {"I", "We", "we"})
    if governor.lemma in RESOLVES and word.text.lower() in ("oppose", "stand", "support"):
        return True
    return governor.lemma in GOVERNORS


def _thanked(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb of thanks or whom it thanks."""
    chain = (index, sentence.words[index].head if index >= 0 else -1)
    return any(i >= 0 and sentence.words[i].lemma in ("praise", "thank") for i in chain)


def uncertain(clause: Clause) -> bool:
    """Whether a clause leaves its stance open; what "we should reject" is rejected by who says so."""
    sentence, modals, at = clause.sentence, clause.modals, clause.verb
    while not modals and sentence.words[at].deprel == "conj":
        if sentence.children(at, "nsubj"):
            break
        at = sentence.words[at].head
        modals = frozenset(sentence.words[c].text.lower() for c in sentence.children(at, "aux"))
    if clause.lemma in UPHELD and modals & {"shall", "will"}:
        return True  # what one will uphold is undertaken
    unsure = modals & UNCERTAIN
    if unsure == {"would"} and sentence.words[clause.verb].deprel == "ccomp":
        return False  # reported: "affirmed that X would support Y"
    if unsure == {"should"} and (clause.lemma in OPPOSES or clause.lemma in PREDICATES):
        subject = clause.subject
        return subject is None or sentence.words[subject].text.lower() != "we"
    return bool(unsure)
