"""A verb or predicate of a sentence with what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from verbale.clauses.subjects import subject
from verbale.layers import Sentence

__all__ = ["Clause", "clauses"]

_NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "cannot"})
# Auxiliaries as they stand, shortened ones in full: "should" is not "shall" to a reader of stances.
_SHORT = {
    "cannot": "can",
    "'d": "would",
    "'ll": "will",
    "ca": "can",
    "wo": "will",
    "’d": "would",
    "’ll": "will",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb (or predicate) of a sentence, by its index, with what hangs on it.

    `subject` is the index of the subject's head, its own or taken from the verb that governs it;
    `modals` are the auxiliaries in lower case ("should", "will", "has").
    """

    sentence: Sentence
    verb: int
    subject: int | None
    passive: bool
    negated: bool
    modals: frozenset[str]

    @property
    def lemma(self) -> str:
        """The verb's lemma with its particle: "call on" is call, "back up" is back."""
        return self.sentence.words[self.verb].lemma

    def objects(self, *relations: str) -> list[int]:
        """Children of the given relations."""
        return self.sentence.children(self.verb, *relations)


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order, made once: several rooms ask for them."""
    found = sentence.derived.get("clauses")
    if found is None:
        found = sentence.derived["clauses"] = tuple(_clauses(sentence))
    return cast("tuple[Clause, ...]", found)


def _clauses(sentence: Sentence) -> Iterator[Clause]:
    for i, word in enumerate(sentence.words):
        if word.deprel in ("aux", "cop") or not _tells(sentence, i):
            continue
        children = sentence.children(i)
        subject_, passive = subject(sentence, i)
        texts = {sentence.words[c].text.lower() for c in children}
        helping = (sentence.words[c].text.lower() for c in sentence.children(i, "aux"))
        modals = frozenset(_SHORT.get(t, t) for t in helping)
        yield Clause(sentence, i, subject_, passive, bool(texts & _NEGATIONS), modals)


def _tells(sentence: Sentence, index: int) -> bool:
    """Whether a word may be a verb or predicate; a name or pronoun only with a preposition: "is with
    you"."""
    upos = sentence.words[index].upos
    if upos == "VERB":
        return True
    if upos not in ("AUX", "ADJ", "NOUN"):
        below = {sentence.words[c].deprel for c in sentence.children(index, "case", "cop")}
        if not {"case", "cop"} <= below:
            return False
    return _predicate(sentence, index)


def _predicate(sentence: Sentence, index: int) -> bool:
    """Whether a word that is no verb is said of a subject, itself or by what it is joined to."""
    children = sentence.children(index, "cop", "nsubj")
    word = sentence.words[index]
    if children or word.upos != "ADJ" or word.deprel != "conj" or word.head < 0:
        return bool(children)
    return sentence.words[word.head].upos == "ADJ" and bool(sentence.children(word.head, "cop"))
