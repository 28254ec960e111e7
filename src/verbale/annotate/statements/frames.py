"""What a cue says, by where it begins, and the steps that its frames share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.layers import Sentence

__all__ = ["APART", "ASKED", "CLOSING", "Complement", "Kind", "left_of", "next_word", "past_aside"]

# How many words may stand between a cue and its "that": "told reporters in Vienna on Monday that".
APART = 18
ASKED = frozenset(("how", "what", "when", "where", "whether", "why", "which", "who", "if"))
# Words that close a quotation.
CLOSING = frozenset(("”", '"', "»", "’", "'"))
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


def left_of(sentence: Sentence, index: int, verb: int) -> int:
    """The first word of a noun phrase that stands right of a verb."""
    inside = [k for k in sentence.subtree(index) if verb < k <= index]
    return min(inside, default=index)


def next_word(sentence: Sentence, verb: int) -> int | None:
    """The next word that is no adverb or particle."""
    k = past_aside(sentence, verb + 1)
    while k < len(sentence.words) and (
        (sentence.words[k].upos == "ADV" and sentence.words[k].text.lower() not in ASKED)
        or sentence.words[k].deprel == "compound:prt"
        or (sentence.words[k].text.lower() == "out" and sentence.words[verb].lemma == "point")
    ):
        k += 1
    return k if k < len(sentence.words) and sentence.words[k].upos != "PUNCT" else None


def past_aside(sentence: Sentence, k: int) -> int:
    """Past a short aside between commas: "noting, in particular, their readiness"."""
    if k < len(sentence.words) and sentence.words[k].text == ",":
        for end in range(k + 2, min(k + 5, len(sentence.words))):
            if sentence.words[end].text == ",":
                return end + 1
    return k
