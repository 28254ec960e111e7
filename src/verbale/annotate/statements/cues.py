"""The cues of a sentence: which words tell that somebody said something, who, and where it begins.

A cue is found by its form and kept by its syntax: finite or a participle, not denied, not merely
possible. Where what is said begins is read beside the cue (`complements`); where it ends is left
open here, because the next cue of the sentence decides it (`contents`).
"""

from __future__ import annotations

from dataclasses import replace

from verbale.annotate.statements.complements import complement
from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.forms import (
    MODALS,
    NEGATIONS,
    form_of,
    is_passive,
    is_verblike,
    is_vocative,
    near_words,
    said_beside,
    subject_of,
    under_modal,
)
from verbale.annotate.statements.frames import Complement
from verbale.annotate.statements.lexicon import CERTAIN, CUES, lemma_of
from verbale.annotate.statements.passives import participial, passive
from verbale.annotate.statements.phrasal import according, certain, highly, in_view, laid
from verbale.annotate.statements.speakers import ISSUED
from verbale.document import Document
from verbale.layers import Sentence

__all__ = ["cues"]


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """All cues of a sentence, in text order."""
    found = []
    for i, word in enumerate(sentence.words):
        cue = None
        if word.upos in ("VERB", "NOUN", "PROPN", "ADJ") and lemma_of(word.text) in CUES:
            cue = _verbal(document, sentence, i)
        elif CERTAIN & {word.lemma, word.text.lower()} and word.upos in ("ADJ", "NOUN", "VERB"):
            cue = certain(document, sentence, i)
        elif word.text.lower() == "according":
            cue = according(sentence, i)
        elif word.lemma in ("opinion", "view", "word"):
            cue = in_view(sentence, i)
        elif word.text.lower() == "highly" and i:
            cue = highly(sentence, i)
        elif word.lemma in ("attention", "emphasis", "stress") and word.upos == "NOUN":
            cue = laid(sentence, i)
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
        return passive(document, sentence, verb, lemma, form, modal)
    if word.deprel == "acl" and word.text.lower().endswith("ed"):
        return participial(sentence, verb, lemma)
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
    if form == "participle" and not own and subject is not None and subject > verb:
        got = _fronted(sentence, subject, got)
    last = max([verb, *(k for k in got.cue if k > verb)])
    return Cue(verb, lemma, verb, last, form, subject, own, False, got, modal)


def _fronted(sentence: Sentence, subject: int, got: Complement) -> Complement:
    """Of "Noting the risks, the parties will act": what is noted ends where the main clause begins."""
    first = min(k for k in sentence.subtree(subject) if k <= subject)
    comma = sentence.words[first - 1]
    return replace(got, end=comma.start) if got.end is None and got.start < comma.start else got
