"""Frames of single cues: what a verb, by its words and arcs alone, says and where it begins.

Each takes a sentence and the verb's index, and gives a complement or None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.annotate.statements.lexicon import CALLING, CARRIER, CLAUSAL, VIEW, lemma_of
from verbale.layers import Sentence

__all__ = [
    "APART",
    "BARE",
    "Complement",
    "Kind",
    "addressee",
    "after_about",
    "after_as",
    "after_question",
    "after_that",
    "agreed",
    "as_what",
    "bare",
    "carried",
    "clear",
    "directed",
    "explained",
    "gerund",
    "noted",
    "thanked",
    "thing",
    "warned",
]

# How many words may stand between a cue and its "that": "told reporters in Vienna on Monday that".
APART = 18
_ASKED = frozenset(("how", "what", "when", "where", "whether", "why", "which", "who", "if"))
# Verbs that a clause without "that" follows.
BARE = CLAUSAL - frozenset(
    """
    assess caution consider describe disclose emphasise emphasize find express forecast
    highlight maintain post promise reassure recognise recognize signal tweet urge voice warn
    write
    """.split()
)
_EXPRESSING = frozenset(("convey", "express", "voice", "share", "communicate", "raise"))
# How far behind its verb an object may stand, a phrase between.
_TERMS = 7
Kind = Literal["that", "bare", "quote", "noun", "do", "before", "closed", "sentence"]


@dataclass(frozen=True, slots=True)
class Complement:
    """Where what is said begins; `end` where its kind fixes it.

    `cue`: indices of words beside the verb that belong to the cue. `tail`: a second stretch.
    `addressee`: the index of whom it is said to.
    """

    kind: Kind
    cue: tuple[int, ...]
    start: int
    end: int | None = None
    tail: tuple[int, int] | None = None
    addressee: int | None = None


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
                left = _left(sentence, carrier, verb)
                return Complement("that", (), sentence.words[left].start, addressee=told)
            cue = (carrier,) if carrier is not None else ()
            return Complement("that", tuple(c for c in cue if c is not None), start, addressee=told)
        if word.upos in ("VERB", "AUX") and word.deprel != "amod":
            return None
        if word.text in (";", ":", "“", "”", '"', "."):
            return None
        if word.deprel in ("obj", "iobj") and word.head == verb and k != told:
            carrier = k
    return None


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


def as_what(sentence: Sentence, verb: int) -> Complement | None:
    """ "what he described as …"."""
    k = _next(sentence, verb)
    if k is not None and sentence.words[k].lemma == "as" and k + 1 < len(sentence.words):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def clear(sentence: Sentence, index: int) -> Complement | None:
    """ "made clear he would go": a clause right behind."""
    k = _next(sentence, index)
    if k is None or sentence.words[k].upos not in ("DET", "PRON", "PROPN", "NOUN"):
        return None
    if not any(w.upos in ("VERB", "AUX") for w in sentence.words[k:]):
        return None
    return Complement("bare", (), sentence.words[k].start)


def _left(sentence: Sentence, index: int, verb: int) -> int:
    """The first word of a noun phrase that stands right of a verb."""
    inside = [k for k in sentence.subtree(index) if verb < k <= index]
    return min(inside, default=index)


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
    k = _next(sentence, verb)
    while k is not None and k < len(sentence.words) and sentence.words[k].upos in ("ADP", "DET"):
        k += 1
    nominal = k is not None and k < len(sentence.words)
    return k if nominal and sentence.words[k or 0].upos in ("NOUN", "PROPN", "PRON") else None


def after_question(sentence: Sentence, verb: int) -> Complement | None:
    k = _next(sentence, verb)
    if k is not None and sentence.words[k].text.lower() in _ASKED:
        return Complement("that", (), sentence.words[k].start)
    return None


def after_about(sentence: Sentence, index: int) -> Complement | None:
    k = _next(sentence, index)
    if (
        k is not None
        and sentence.words[k].lemma in ("about", "in", "on")
        and k + 1 < len(sentence.words)
    ):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def _next(sentence: Sentence, verb: int) -> int | None:
    """The next word that is no adverb or particle."""
    k = _past_aside(sentence, verb + 1)
    while k < len(sentence.words) and (
        (sentence.words[k].upos == "ADV" and sentence.words[k].text.lower() not in _ASKED)
        or sentence.words[k].deprel == "compound:prt"
        or (sentence.words[k].text.lower() == "out" and sentence.words[verb].lemma == "point")
    ):
        k += 1
    return k if k < len(sentence.words) and sentence.words[k].upos != "PUNCT" else None


def _past_aside(sentence: Sentence, k: int) -> int:
    """Past a short aside between commas: "noting, in particular, their readiness"."""
    if k < len(sentence.words) and sentence.words[k].text == ",":
        for end in range(k + 2, min(k + 5, len(sentence.words))):
            if sentence.words[end].text == ",":
                return end + 1
    return k


def bare(sentence: Sentence, verb: int) -> Complement | None:
    """A clause without "that" right behind the verb."""
    k = _next(sentence, verb)
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


def gerund(sentence: Sentence, verb: int) -> Complement | None:
    k = _next(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if word.text.endswith("ing") or (word.text == "to" and sentence.words[verb].lemma == "propose"):
        return Complement("noun", (), word.start)
    return None


def thing(sentence: Sentence, verb: int) -> Complement | None:
    """A noun phrase right behind the verb."""
    k = _next(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if word.upos == "ADP":
        # "condemned in the strongest terms the attack": the object behind a phrase.
        behind = [
            c for c in sentence.children(verb, "obj") if c > k and not sentence.children(c, "case")
        ]
        if behind and k < (left := _left(sentence, behind[0], verb)) <= k + _TERMS:
            return Complement("noun", (), sentence.words[left].start)
    if word.upos in ("ADP", "SCONJ", "CCONJ", "PART", "AUX") or word.lemma == "itself":
        return None
    if lemma_of(sentence.words[verb].text) == "point" and sentence.words[k - 1].text != "out":
        return None
    if word.upos == "PRON" and not word.deprel.endswith("poss") and word.text.lower() != "what":
        return None
    view = next((c for c in sentence.children(verb, "obj") if c >= k), None)
    viewed = view is not None and sentence.words[view].lemma in VIEW
    if viewed and view is not None and lemma_of(sentence.words[verb].text) in _EXPRESSING:
        after = sentence.words[view + 1] if view + 1 < len(sentence.words) else None
        if after is not None and after.upos in ("PRON", "DET", "PROPN"):
            return Complement("that", (view,), after.start)
    return Complement("noun", (), word.start)


def directed(sentence: Sentence, verb: int, lemma: str, told: int | None) -> Complement | None:
    """ "urged X to do", "called on X to do", "called for X"."""
    k = _next(sentence, verb)
    if lemma in CALLING:
        # The reader may take "on" for a particle, which the next word is not.
        k = _past_aside(sentence, verb + 1)
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
    if doing or lemma == "urge":
        return Complement("do", (), word.start, addressee=told)
    return None


def warned(sentence: Sentence, verb: int) -> Complement | None:
    k = _next(sentence, verb)
    if k is not None and sentence.words[k].lemma in ("against", "of", "about"):
        return Complement("that", (), sentence.words[k].start)
    return None


def thanked(sentence: Sentence, verb: int) -> Complement | None:
    """After "for" or "on"; bare thanks say nothing."""
    k = _next(sentence, verb)
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


def carried(sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    """Verbs that count with some objects only: "raised concerns", "conveyed congratulations"."""
    k = _next(sentence, verb)
    if k is None:
        return None
    if lemma == "share" and (got := after_that(sentence, verb)) is not None:
        return got
    noun = next(
        (
            j
            for j in range(k, min(len(sentence.words), k + 8))
            if sentence.words[j].lemma in CARRIER[lemma]
            or sentence.words[j].text.lower() in CARRIER[lemma]
        ),
        None,
    )
    if noun is None or any(w.upos in ("VERB", "ADP") for w in sentence.words[k:noun]):
        return None
    if got := after_that(sentence, verb):
        return got
    if lemma == "share" and not sentence.words[noun].lemma.startswith("concern"):
        return None
    return Complement("noun", (), sentence.words[k].start)


def agreed(sentence: Sentence, verb: int) -> Complement | None:
    """ "agreed on the importance of": a view held together; "agreed on measures" is an act."""
    k = _next(sentence, verb)
    if k is None or sentence.words[k].lemma not in ("on", "with"):
        return None
    views = ("importance", "need", "necessity", "urgency", "value")
    if any(w.lemma in views for w in sentence.words[k + 1 : k + 5]):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def explained(sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    """ "explaining in detail its objectives"."""
    if lemma != "explain":
        return None
    for child in sentence.children(verb, "obj", "obl"):
        if child > verb and not sentence.children(child, "case"):
            return Complement("noun", (), sentence.words[_left(sentence, child, verb)].start)
    return None


def noted(sentence: Sentence, verb: int) -> Complement | None:
    """ "took note of"."""
    at = [w.lemma for w in sentence.words[verb + 1 : verb + 5]]
    if "note" in at and "of" in at:
        k = verb + 1 + at.index("of") + 1
        if k < len(sentence.words):
            return Complement("noun", (k - 1,), sentence.words[k].start)
    return None
