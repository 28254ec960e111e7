"""The cues of a sentence: which words tell that somebody said something, who, and where it begins.

A cue is found by its form and kept by its syntax: finite or a participle, not denied, not merely
possible. Where what is said begins is read beside the cue (`complements`); where it ends is left
open here, because the next cue of the sentence decides it (`contents`).
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.statements.complements import Complement, complement
from verbale.annotate.statements.forms import (
    MODALS,
    NEGATIONS,
    PERFECT,
    Form,
    agent_of,
    antecedent,
    form_of,
    is_passive,
    is_verblike,
    is_vocative,
    near_words,
    said_beside,
    subject_of,
    under_modal,
)
from verbale.annotate.statements.lexicon import AGENTLESS, CERTAIN, CUES, lemma_of
from verbale.annotate.statements.speakers import ISSUED
from verbale.clauses import reach
from verbale.document import Document
from verbale.layers import Sentence

__all__ = ["Cue", "cues"]

# How far before a participle its noun may stand: "the measures newly announced by".
_CLOSE = 2
# How far from the beginning the noun of "in the president's view" may stand.
_OPENING = 6
# What stands before a noun within its phrase.
_OF_NOUNS = frozenset(("ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue by its words' indices; `subject` is the head of who says it, None where nobody is named.

    `agentless`: a passive that names nobody. `own`: whether the subject is the cue's own and not
    the governing verb's. `relative`: the index of the noun that a relative clause tells of.
    """

    verb: int
    lemma: str
    first: int
    last: int
    form: Form
    subject: int | None
    own: bool
    agentless: bool
    complement: Complement
    modal: bool = False


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """All cues of a sentence, in text order."""
    found = []
    for i, word in enumerate(sentence.words):
        cue = None
        if word.upos in ("VERB", "NOUN", "PROPN", "ADJ") and lemma_of(word.text) in CUES:
            cue = _verbal(document, sentence, i)
        elif CERTAIN & {word.lemma, word.text.lower()} and word.upos in ("ADJ", "NOUN", "VERB"):
            cue = _certain(document, sentence, i)
        elif word.text.lower() == "according":
            cue = _according(sentence, i)
        elif word.lemma in ("opinion", "view", "word"):
            cue = _in_view(sentence, i)
        elif word.text.lower() == "highly" and i:
            cue = _highly(sentence, i)
        elif word.lemma in ("emphasis", "stress") and word.upos == "NOUN":
            cue = _laid(sentence, i)
        if cue is not None:
            found.append(cue)
    return found


def _verbal(document: Document, sentence: Sentence, verb: int) -> Cue | None:
    word = sentence.words[verb]
    lemma = lemma_of(word.text) or word.lemma
    if word.upos in ("NOUN", "PROPN", "ADJ") and not is_verblike(sentence, verb):
        return None
    if word.deprel in ("amod", "compound", "fixed", "case", "aux", "flat"):
        return None
    form = form_of(sentence, verb)
    if form is None:
        return None
    before = {
        sentence.words[c].text.lower()
        for c in sentence.children(verb, "advmod", "aux", "cc", "det", "mark")
        if c < verb
    }
    near = near_words(sentence, verb)
    if (near | before) & NEGATIONS and "only" not in near:
        return None
    modal = bool((before | near) & MODALS) or under_modal(sentence, verb)
    if is_passive(sentence, verb):
        return _told(document, sentence, verb, lemma, form, modal)
    if word.deprel == "acl" and word.text.lower().endswith("ed"):
        return _by(sentence, verb, lemma)
    subject, own = subject_of(sentence, verb, form)
    if form == "present" and (subject is None or is_vocative(sentence, verb, lemma, subject)):
        return None
    got = complement(document, sentence, verb, lemma, subject)
    if got is None:
        return None
    if form == "participle" and not own and not said_beside(sentence, verb, got):
        return None
    if lemma == "read" and (subject is None or sentence.words[subject].lemma not in ISSUED):
        return None
    last = max([verb, *(k for k in got.cue if k > verb)])
    return Cue(verb, lemma, verb, last, form, subject, own, False, got, modal)


def _told(
    document: Document, sentence: Sentence, verb: int, lemma: str, form: Form, modal: bool
) -> Cue | None:
    """A passive: "it was noted that", "satisfaction was expressed", "was announced by"."""
    if modal or form == "infinitive":
        return None
    agent = agent_of(sentence, verb)
    subjects = sentence.children(verb, "nsubj", "expl", "csubj")
    subjects = [s for s in subjects if s < verb]
    auxiliary = [sentence.words[c].text.lower() for c in sentence.children(verb) if c < verb]
    if not {"was", "were", "been"} & set(auxiliary):
        return None
    if agent is None and lemma not in AGENTLESS | {"agree"}:
        return None
    first = min(
        [
            verb,
            *(c for c in sentence.children(verb) if c < verb and sentence.words[c].upos == "AUX"),
        ]
    )
    got = complement(document, sentence, verb, lemma, None)
    it = any(sentence.words[s].lemma == "it" for s in subjects)
    if got is not None and got.kind in ("that", "quote", "bare") and (it or agent is None):
        return Cue(verb, lemma, first, verb, "past", agent, True, agent is None, got)
    if not subjects or it or lemma == "agree" or _pointing(sentence, subjects[0]):
        return None
    if sentence.words[subjects[0]].lemma in ("this", "that") and agent is not None:
        return Cue(
            verb,
            lemma,
            first,
            verb,
            "past",
            agent,
            True,
            False,
            Complement("sentence", (), sentence.start),
        )
    start = reach(sentence, subjects[0])[0]
    end = sentence.words[first - 1].end
    if start >= end:
        return None
    return Cue(
        verb,
        lemma,
        first,
        verb,
        "past",
        agent,
        True,
        agent is None,
        Complement("closed", (), start, end),
    )


def _pointing(sentence: Sentence, subject: int) -> bool:
    """Whether a subject only points back at words told before: "these comments"."""
    determiners = {sentence.words[c].lemma for c in sentence.children(subject, "det")}
    return sentence.words[subject].upos == "NOUN" and bool(determiners & {"these", "this", "those"})


def _by(sentence: Sentence, verb: int, lemma: str) -> Cue | None:
    """ "the measures announced by the president", "the concern expressed by him about it"."""
    if lemma not in ("announce", "express", "voice"):
        return None
    agent = agent_of(sentence, verb)
    head = sentence.words[verb].head
    if agent is None or not verb - _CLOSE <= head < verb:
        return None
    first = head
    while first > 0 and sentence.words[first - 1].upos in _OF_NOUNS:
        first -= 1
    start = sentence.words[first].start
    noun = sentence.words[head]
    tail = None
    after = reach(sentence, agent, without=("nmod", "acl", "obl"))[1]
    k = sentence.word_at(after + 1)
    if (
        lemma in ("express", "voice")
        and k is not None
        and sentence.words[k].lemma in ("about", "over", "at", "that")
    ):
        stop = next(
            (w for w in sentence.words[k:] if w.text in (",", ".", ";")), sentence.words[-1]
        )
        tail = (sentence.words[k].start, stop.start)
    return Cue(
        verb,
        lemma,
        verb,
        verb,
        "past",
        agent,
        True,
        False,
        Complement("closed", (), start, noun.end, tail=tail),
    )


def _certain(document: Document, sentence: Sentence, index: int) -> Cue | None:
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


def _according(sentence: Sentence, index: int) -> Cue | None:
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


def _in_view(sentence: Sentence, index: int) -> Cue | None:
    """ "In his opinion, …", "In the president's view, …" at a sentence's beginning."""
    words = sentence.words
    owners = sentence.children(index, "nmod:poss")
    if words[0].text.lower() != "in" or index > _OPENING or not owners or len(words) < index + 4:
        return None
    if words[index + 1].text != ",":
        return None
    got = Complement("that", (), words[index + 2].start)
    return Cue(index, "in view", 0, index, "past", owners[0], True, False, got)


def _highly(sentence: Sentence, index: int) -> Cue | None:
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


def _laid(sentence: Sentence, index: int) -> Cue | None:
    """ "an emphasis was made on the importance of": told without an agent."""
    word = sentence.words[index]
    head = word.head
    if not word.deprel.startswith("nsubj") or head < 0:
        return None
    verb = sentence.words[head]
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
