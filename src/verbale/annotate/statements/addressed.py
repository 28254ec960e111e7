"""Cues that somebody is told by: urged to do, warned of, thanked for, and who that is."""

from __future__ import annotations

from verbale.annotate.statements.frames import APART, Complement, next_word, past_aside
from verbale.annotate.statements.lexicon import CALLING
from verbale.clauses import asked_for
from verbale.layers import Sentence

__all__ = ["addressee", "directed", "thanked", "warned"]


def addressee(sentence: Sentence, verb: int) -> int | None:
    """The head of whom it is said to; where the reader hung nobody, the next word that may be."""
    for child in sentence.children(verb, "iobj", "obj"):
        if child > verb:
            return child
    for child in sentence.children(verb, "obl"):
        if child > verb and any(
            sentence.words[c].lemma in ("on", "upon", "to")
            for c in sentence.children(child, "case")
        ):
            return child
    k = next_word(sentence, verb)
    while k is not None and k < len(sentence.words) and sentence.words[k].upos in ("ADP", "DET"):
        k += 1
    nominal = k is not None and k < len(sentence.words)
    return k if nominal and sentence.words[k or 0].upos in ("NOUN", "PROPN", "PRON") else None


def directed(sentence: Sentence, verb: int, lemma: str, told: int | None) -> Complement | None:
    """ "urged X to do", "called on X to do", "called for X"."""
    k = next_word(sentence, verb)
    if lemma in CALLING:
        # The reader may take "on" for a particle, which the next word is not.
        k = past_aside(sentence, verb + 1)
    if k is None or k >= len(sentence.words):
        return None
    word = sentence.words[k]
    if lemma in CALLING:
        if word.lemma not in ("for", "on", "upon", "to") or k + 1 >= len(sentence.words):
            return None
        return Complement("do", (k,), sentence.words[k + 1].start, addressee=told)
    if lemma == "ask" and word.lemma == "for":
        return Complement("do", (k,), sentence.words[k + 1].start)
    if word.upos in ("ADP", "SCONJ", "CCONJ", "AUX"):
        return None
    doing = any(c > k and sentence.children(c, "mark") for c in sentence.children(verb, "xcomp"))
    for later in sentence.words[k : k + APART]:
        if later.text == ",":
            break
        doing = doing or (later.text.lower() == "to" and later.upos == "PART")
    if doing or lemma == "urge" or (lemma == "ask" and asked_for(sentence, verb) is not None):
        return Complement("do", (), word.start, addressee=told)
    return None


def warned(sentence: Sentence, verb: int) -> Complement | None:
    k = next_word(sentence, verb)
    if k is not None and sentence.words[k].lemma in ("against", "of", "about"):
        return Complement("that", (), sentence.words[k].start)
    return None


def thanked(sentence: Sentence, verb: int) -> Complement | None:
    """After "for" or "on"; bare thanks say nothing."""
    k = next_word(sentence, verb)
    if k is None or sentence.words[k].upos == "PUNCT":
        return None
    told = addressee(sentence, verb)
    for j in range(k, len(sentence.words) - 1):
        word = sentence.words[j]
        if word.lemma in ("for", "on") and word.upos in ("ADP", "SCONJ"):
            return Complement("noun", (), sentence.words[j + 1].start, addressee=told)
        if word.upos == "VERB" and word.deprel not in ("amod", "acl"):
            break
    return None
