"""Cues that are phrases: "is confident that", "according to", "in his view", "spoke highly of"."""

from __future__ import annotations

from verbale.annotate.statements.complements import complement
from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.forms import (
    MODALS,
    NEGATIONS,
    PERFECT,
    Form,
    antecedent,
    form_of,
    near_words,
    subject_of,
)
from verbale.annotate.statements.frames import Complement
from verbale.annotate.statements.lexicon import lemma_of
from verbale.document import Document
from verbale.layers import Sentence

__all__ = ["according", "certain", "highly", "in_view", "laid"]

# How far from the beginning the noun of "in the president's view" may stand.
_OPENING = 6


def certain(document: Document, sentence: Sentence, index: int) -> Cue | None:
    """ "is confident that", "was clear about", "made (it) clear that"."""
    word = sentence.words[index]
    near = near_words(sentence, index)
    copula = [
        c
        for c in sentence.children(index, "cop", "aux")
        if c < index and sentence.words[c].lemma == "be"
    ]
    start = index
    subject: int | None = None
    form: Form = "past"
    modal = False
    head = sentence.words[word.head] if word.head >= 0 else None
    verb = next(
        (
            k
            for k in range(index - 1, max(-1, index - 5), -1)
            if lemma_of(sentence.words[k].text) == "make"
        ),
        None,
    )
    if word.lemma == "clear" and verb is not None:
        got_form = form_of(sentence, verb)
        if got_form is None or near_words(sentence, verb) & NEGATIONS:
            return None
        form, start = got_form, verb
        modal = bool(near_words(sentence, verb) & MODALS)
        subject, own = subject_of(sentence, verb, form)
    elif copula or (head is not None and head.lemma == "be"):
        if near & NEGATIONS:
            return None
        modal = bool(near & MODALS)
        start = copula[0] if copula else word.head
        subjects = [c for c in sentence.children(index, "nsubj") if c < index]
        subject = antecedent(sentence, index, subjects[0]) if subjects else None
        own = True
        form = (
            "past"
            if sentence.words[start].text.lower() in ("was", "were") or near & PERFECT
            else "present"
        )
    else:
        return None
    got = complement(
        document, sentence, index, "clear" if word.lemma == "clear" else "certain", subject
    )
    if got is None or subject is None:
        return None
    return Cue(
        index,
        "make clear" if verb is not None else word.lemma,
        start,
        index,
        form,
        subject,
        own,
        False,
        got,
        modal,
    )


def according(sentence: Sentence, index: int) -> Cue | None:
    """ "according to him, …" before or after what is said."""
    if index + 2 >= len(sentence.words) or sentence.words[index + 1].text.lower() != "to":
        return None
    head = sentence.words[index].head
    end = index + 2
    while end < len(sentence.words) and sentence.words[end].text not in (",", ".", ";", ":"):
        end += 1
    inside = list(range(index + 2, end))
    if not inside:
        return None
    who = head if head in inside else None
    if who is None:
        who = next((k for k in inside if sentence.words[k].head not in inside), inside[0])
    fronted = end < len(sentence.words) and sentence.words[end].text == ","
    opening = not any(w.deprel.startswith(("nsubj", "expl", "cop")) for w in sentence.words[:index])
    if fronted and (opening or sentence.words[index - 1].lemma == "that"):
        got = Complement("that", (), sentence.words[min(end + 1, len(sentence.words) - 1)].start)
    elif not opening:
        stop = sentence.words[index - 1]
        got = Complement("closed", (), sentence.start, stop.end if stop.text != "," else stop.start)
    else:
        return None
    return Cue(index, "according to", index, index + 1, "past", who, True, False, got)


def in_view(sentence: Sentence, index: int) -> Cue | None:
    """ "In his opinion, …", "In the president's view, …" at a sentence's beginning."""
    words = sentence.words
    owners = sentence.children(index, "nmod:poss")
    if words[0].text.lower() != "in" or index > _OPENING or not owners or len(words) < index + 4:
        return None
    if words[index + 1].text != ",":
        return None
    got = Complement("that", (), words[index + 2].start)
    return Cue(index, "in view", 0, index, "past", owners[0], True, False, got)


def highly(sentence: Sentence, index: int) -> Cue | None:
    """ "spoke highly of their work"."""
    words, verb = sentence.words, index - 1
    if lemma_of(words[verb].text) != "speak" or index + 2 >= len(words):
        return None
    form = form_of(sentence, verb)
    if words[index + 1].lemma != "of" or form is None or near_words(sentence, verb) & NEGATIONS:
        return None
    subject, own = subject_of(sentence, verb, form)
    got = Complement("noun", (index, index + 1), words[index + 2].start)
    return Cue(verb, "speak", verb, index + 1, form, subject, own, False, got)


def laid(sentence: Sentence, index: int) -> Cue | None:
    """ "emphasis was laid on the value of": told without an agent."""
    word = sentence.words[index]
    head = word.head
    if not word.deprel.startswith("nsubj") or head < 0:
        return None
    verb = sentence.words[head]
    if word.lemma == "attention":
        return _drawn(sentence, index, head) if verb.lemma == "draw" else None
    if lemma_of(verb.text) not in ("make", "lay", "put") and verb.lemma not in (
        "make",
        "lay",
        "place",
        "put",
    ):
        return None
    k = head + 1
    if k >= len(sentence.words) - 1 or sentence.words[k].lemma not in ("on", "upon"):
        return None
    got = Complement("noun", (), sentence.words[k + 1].start)
    return Cue(head, word.lemma, index, head, "past", None, True, True, got)


def _drawn(sentence: Sentence, index: int, verb: int) -> Cue | None:
    """ "attention was drawn to the fact that": told without an agent."""
    words, k = sentence.words, verb + 1
    if k + 1 >= len(words) or words[k].lemma != "to":
        return None
    if [w.text.lower() for w in words[k + 1 : k + 4]] == ["the", "fact", "that"]:
        got = Complement("that", (), words[min(k + 4, len(words) - 1)].start)
    else:
        got = Complement("noun", (), words[k + 1].start)
    return Cue(verb, "attention", index, verb, "past", None, True, True, got)
