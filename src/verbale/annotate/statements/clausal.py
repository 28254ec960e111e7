"""Clauses that a cue says: behind "that", behind a comma, right behind the verb, as a question.

Each takes a sentence and the verb's index, and gives a complement or None.
"""

from __future__ import annotations

from verbale.annotate.statements.frames import APART, ASKED, Complement, left_of, next_word
from verbale.annotate.statements.lexicon import CLAUSAL, VIEW
from verbale.layers import Sentence

__all__ = ["BARE", "after_as", "after_question", "after_that", "bare", "clear"]

# Verbs that a clause without "that" follows.
BARE = CLAUSAL - frozenset(
    """
    assess caution consider describe disclose emphasise emphasize find express forecast
    highlight maintain post promise reassure recognise recognize signal tweet urge voice warn
    write
    """.split()
)


def after_that(sentence: Sentence, verb: int, told: int | None = None) -> Complement | None:
    """After "that", when only adverbs, phrases of time and place and the addressee stand between."""
    carrier: int | None = None
    for k in range(verb + 1, min(len(sentence.words), verb + APART)):
        word = sentence.words[k]
        text = word.text.lower()
        if text == "that" and (word.upos in ("SCONJ",) or word.deprel == "mark"):
            if k + 1 >= len(sentence.words):
                return None
            start = sentence.words[k + 1].start
            if carrier is not None and sentence.words[carrier].lemma not in VIEW:
                left = left_of(sentence, carrier, verb)
                return Complement("that", (), sentence.words[left].start, addressee=told)
            cue = (carrier,) if carrier is not None else ()
            return Complement("that", tuple(c for c in cue if c is not None), start, addressee=told)
        if word.upos in ("VERB", "AUX") and word.deprel != "amod":
            return None
        if word.text in (";", ":", "“", "”", '"', ".") or word.lemma == "question":
            return None  # "responded to questions about charges that": what is answered
        if word.deprel in ("obj", "iobj") and word.head == verb and not _in_name(sentence, told, k):
            carrier = k
    return None


def _in_name(sentence: Sentence, told: int | None, at: int) -> bool:
    """Whether a word is the addressee, or of its name where syntax broke that."""
    if told is None or at < told:
        return False
    return all(w.upos == "PROPN" for w in sentence.words[told + 1 : at + 1])


def after_as(sentence: Sentence, verb: int) -> Complement | None:
    """ "As he said, …": behind the comma."""
    opening = sentence.words[0].text.lower()
    if opening not in ("as", "like") and (aside := _aside(sentence, verb)) is not None:
        return aside
    if opening not in ("as", "like") or verb > 8 or verb + 2 >= len(sentence.words):
        return None
    if sentence.words[1].upos not in ("DET", "NOUN", "PRON", "PROPN"):
        return None  # "as long as", "as part of"
    for k in range(verb + 1, min(verb + 10, len(sentence.words) - 1)):
        if sentence.words[k].text == ",":
            return Complement("that", (), sentence.words[k + 1].start)
        if sentence.words[k].upos == "VERB":
            return None
    return None


def _aside(sentence: Sentence, verb: int) -> Complement | None:
    """ "Prices, as he said, are falling": what stands before and behind the aside."""
    first = verb - 1
    while first > 0 and sentence.words[first].text not in (",", ".", ";") and verb - first < 8:
        first -= 1
    opens = sentence.words[first].text == "," and sentence.words[first + 1].text.lower() == "as"
    if not opens or sentence.words[first + 2].upos not in ("DET", "NOUN", "PRON", "PROPN"):
        return None
    last = next(
        (
            k
            for k in range(verb + 1, verb + 9)
            if k < len(sentence.words) and sentence.words[k].text in (",", ".")
        ),
        None,
    )
    if last is None:
        return None
    after = (sentence.words[last].end, sentence.words[-1].end)
    tail = after if sentence.words[last].text == "," else None
    return Complement("before", (), sentence.words[0].start, sentence.words[first].start, tail=tail)


def clear(sentence: Sentence, index: int) -> Complement | None:
    """ "made clear he would go": a clause right behind."""
    k = next_word(sentence, index)
    if k is None or sentence.words[k].upos not in ("DET", "PRON", "PROPN", "NOUN"):
        return None
    if not any(w.upos in ("VERB", "AUX") for w in sentence.words[k:]):
        return None
    return Complement("bare", (), sentence.words[k].start)


def after_question(sentence: Sentence, verb: int) -> Complement | None:
    k = next_word(sentence, verb)
    if k is not None and sentence.words[k].text.lower() in ASKED:
        return Complement("that", (), sentence.words[k].start)
    return None


def bare(sentence: Sentence, verb: int) -> Complement | None:
    """A clause without "that" right behind the verb."""
    k = next_word(sentence, verb)
    if k is None:
        return None
    clausal = [
        c
        for c in sentence.children(
            verb, "ccomp", "parataxis", "advcl", "xcomp", "obj", "obl", "dep", "conj"
        )
        if c > verb and _has_subject(sentence, c)
    ]
    sure = sentence.words[verb].lemma in ("say", "believe", "hope", "think") and sentence.words[
        k
    ].upos in ("DET", "NOUN", "PRON", "PROPN", "ADJ", "NUM")
    later = _time_before(sentence, k)
    first = sentence.words[k]
    if first.text.lower() in ("so", "this") and sentence.words[k + 1 : k + 2]:
        after = sentence.words[k + 1]
        if after.upos in ("ADP", "ADV", "PUNCT", "SCONJ"):
            return None  # "said this in his speech": words told before
    sure = sure or (first.upos == "PRON" and first.deprel.startswith("nsubj"))
    if later is not None and first.upos == "ADP":
        k = later
    elif first.upos in ("ADP", "CCONJ", "PART"):
        return None
    if clausal or sure:
        if not any(w.upos in ("VERB", "AUX") for w in sentence.words[k:]):
            return None
        return Complement("bare", (), sentence.words[k].start)
    return None


def _time_before(sentence: Sentence, k: int) -> int | None:
    """The word after a short phrase of time or place: "said on Monday the talks went on"."""
    if sentence.words[k].upos != "ADP":
        return None
    for end in range(k + 1, min(k + 4, len(sentence.words) - 1)):
        if sentence.words[end].upos == "PROPN" and sentence.words[end + 1].upos in (
            "DET",
            "PRON",
            "PROPN",
        ):
            return end + 1
    return None


def _has_subject(sentence: Sentence, index: int) -> bool:
    return any(
        sentence.words[c].deprel.startswith(("nsubj", "csubj", "expl"))
        for c in sentence.children(index)
    )
