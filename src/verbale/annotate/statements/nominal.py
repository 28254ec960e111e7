"""Things that a cue says: "the importance of", "concern over", "as a pillar".

Each takes a sentence and the verb's index, and gives a complement or None.
"""

from __future__ import annotations

from verbale.annotate.statements.clausal import after_that
from verbale.annotate.statements.frames import Complement, left_of, next_word
from verbale.annotate.statements.lexicon import CARRIER, VIEW, lemma_of
from verbale.layers import Sentence

__all__ = ["after_about", "agreed", "as_what", "carried", "explained", "gerund", "noted", "thing"]

_EXPRESSING = frozenset(("convey", "express", "voice", "share", "communicate", "raise"))
# How far behind its verb an object may stand, a phrase between.
_TERMS = 7


def as_what(sentence: Sentence, verb: int) -> Complement | None:
    """ "what he described as …"."""
    k = next_word(sentence, verb)
    if k is not None and sentence.words[k].lemma == "as" and k + 1 < len(sentence.words):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def after_about(sentence: Sentence, index: int) -> Complement | None:
    k = next_word(sentence, index)
    told = [
        j
        for j in range(index, min(index + 5, len(sentence.words) - 1))
        if sentence.words[j].lemma == "occasion"
    ]
    if told:  # "made clear on several occasions its position"
        return Complement("noun", (), sentence.words[told[0] + 1].start)
    if (
        k is not None
        and sentence.words[k].lemma in ("about", "in", "on")
        and k + 1 < len(sentence.words)
    ):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def gerund(sentence: Sentence, verb: int) -> Complement | None:
    k = next_word(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if word.text.endswith("ing") or (word.text == "to" and sentence.words[verb].lemma == "propose"):
        return Complement("noun", (), word.start)
    return None


def thing(sentence: Sentence, verb: int) -> Complement | None:
    """A noun phrase right behind the verb."""
    k = next_word(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if word.upos == "ADP":
        # "condemned in the strongest terms the attack": the object behind a phrase.
        left = _behind_phrase(sentence, verb, k)
        if left is not None and k < left <= k + _TERMS:
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


def _behind_phrase(sentence: Sentence, verb: int, at: int) -> int | None:
    """Where the object of a verb begins behind a phrase that begins at a word.

    An object that syntax took for an adjunct has no preposition: "noted with satisfaction | the growth".
    """
    bare = [c for c in sentence.children(verb, "obj", "obl") if c > at]
    bare = [c for c in bare if not sentence.children(c, "case")]
    for child in bare:
        left = left_of(sentence, child, verb)
        if sentence.words[child].deprel == "obj":
            return left
        phrase = any(w.upos == "NOUN" for w in sentence.words[at + 1 : left])
        if phrase and not _of_time(sentence, child):
            return left
    return None


def _of_time(sentence: Sentence, index: int) -> bool:
    """Whether a bare noun tells a time: "welcomed in Lorn last week"."""
    return sentence.words[index].lemma in _TIMES or sentence.words[index].upos in ("NUM", "ADV")


_TIMES = frozenset(
    """
    afternoon day evening friday hour monday month morning night saturday sunday thursday time today tomorrow
    tuesday wednesday week weekend year yesterday
    """.split()
)


def carried(sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    """Verbs that count with some objects only: "raised concerns", "conveyed congratulations"."""
    k = next_word(sentence, verb)
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
    if noun is None or any(
        w.upos == "ADP" or (w.upos == "VERB" and w.deprel != "amod") for w in sentence.words[k:noun]
    ):
        return None
    if got := after_that(sentence, verb):
        return got
    if lemma == "share" and sentence.words[noun].lemma in VIEW | {"conviction", "hope"}:
        return None
    return Complement("noun", (), sentence.words[k].start)


def agreed(sentence: Sentence, verb: int) -> Complement | None:
    """ "agreed on the importance of": a view held together; "agreed on measures" is an act."""
    k = next_word(sentence, verb)
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
            return Complement("noun", (), sentence.words[left_of(sentence, child, verb)].start)
    return None


def noted(sentence: Sentence, verb: int) -> Complement | None:
    """ "took note of"."""
    at = [w.lemma for w in sentence.words[verb + 1 : verb + 5]]
    if "note" in at and "of" in at:
        k = verb + 1 + at.index("of") + 1
        if k < len(sentence.words):
            return Complement("noun", (k - 1,), sentence.words[k].start)
    return None
