"""Questions that rooms ask of a sentence's syntax: who does what, denied or meant, and how far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from verbale.document import Document
from verbale.layers import PARTIES, Mention, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = ["Clause", "actors_of", "clauses", "reach", "sentence_at", "subject"]

_NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "cannot"})
# Auxiliaries as they stand, shortened ones in full: "should" is not "shall" to a reader of stances.
_SHORT = {"'d": "would", "'ll": "will", "ca": "can", "wo": "will", "’d": "would", "’ll": "will"}


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
        if word.upos not in ("VERB", "AUX", "ADJ", "NOUN") or word.deprel in ("aux", "cop"):
            continue
        children = sentence.children(i)
        if word.upos != "VERB" and not any(
            sentence.words[c].deprel in ("cop", "nsubj") for c in children
        ):
            continue
        subject_, passive = subject(sentence, i)
        texts = {sentence.words[c].text.lower() for c in children}
        helping = (sentence.words[c].text.lower() for c in sentence.children(i, "aux"))
        modals = frozenset(_SHORT.get(t, t) for t in helping)
        yield Clause(sentence, i, subject_, passive, bool(texts & _NEGATIONS), modals)


def subject(sentence: Sentence, verb: int, depth: int = 0) -> tuple[int | None, bool]:
    """Index of the subject's head and whether the verb is passive.

    A verb without one takes it from the verb that it is coordinated with or that governs it.
    """
    passive = bool(sentence.children(verb, "aux:pass")) or any(
        sentence.words[c].deprel == "nsubj:pass" for c in sentence.children(verb)
    )
    for child in sentence.children(verb, "nsubj", "csubj"):
        return child, passive
    word = sentence.words[verb]
    if depth > 4 or word.head < 0:
        return None, passive
    if word.deprel == "conj" or word.deprel in ("xcomp", "advcl", "parataxis"):
        governor = sentence.words[word.head]
        if word.deprel == "xcomp":
            # "urges China to stop": who is urged does it.
            for child in sentence.children(word.head, "obj", "iobj"):
                if governor.lemma in _OBJECT_CONTROL:
                    return child, passive
        return subject(sentence, word.head, depth + 1)[0], passive
    if word.deprel in ("acl:relcl", "acl"):
        return word.head, passive
    return None, passive


_OBJECT_CONTROL = frozenset(
    ("allow", "ask", "call", "encourage", "expect", "force", "help", "invite", "press", "push")
    + ("request", "tell", "urge", "want", "warn")
)


def reach(sentence: Sentence, index: int, *, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """Start and end of the words that hang on one, closing punctuation left out."""
    inside = set(sentence.subtree(index))
    for child in sentence.children(index, *without) if without else ():
        inside -= set(sentence.subtree(child))
    ordered = sorted(inside)
    # One stretch: what stands apart from the head is left.
    at = ordered.index(index)
    low = high = at
    while low > 0 and ordered[low - 1] >= ordered[low] - 1:
        low -= 1
    while high < len(ordered) - 1 and ordered[high + 1] <= ordered[high] + 1:
        high += 1
    words = [sentence.words[i] for i in ordered[low : high + 1]]
    while len(words) > 1 and words[-1].upos == "PUNCT" and words[-1].text not in ("”", '"', ")"):
        words.pop()
    while len(words) > 1 and words[0].upos == "PUNCT" and words[0].text not in ("“", '"', "("):
        words.pop(0)
    return words[0].start, words[-1].end


def actors_of(document: Document, sentence: Sentence, index: int | None) -> tuple[Actor, ...]:
    """The actors that a noun phrase means: the mention on its head, else those of its own words."""
    if index is None:
        return ()
    word = sentence.words[index]
    start, end = reach(sentence, index, without=("acl", "acl:relcl", "appos"))
    inside = mentions_in(document, start, end)
    on_head = [m for m in inside if m.start <= word.start < m.end]
    found: list[Mention] = []
    if on_head:
        found.append(max(on_head, key=lambda m: m.end - m.start))
    for child in sentence.children(index, "conj"):
        at = sentence.words[child]
        found += [m for m in inside if m.start <= at.start < m.end][:1]
    if on_head and word.deprel.split(":")[0] == "nsubj":
        found += _joined(document, sentence, index, found[0])
    named = distinct(a for m in found for a in m.actors)
    if named:
        return named
    lemma = word.lemma
    if lemma in ("side", "country", "party", "leader", "president", "minister", "nation") and (
        word.text.lower().endswith("s") or lemma == "party"
    ):
        return document.get(PARTIES)[:2] if document.has(PARTIES) else ()
    return distinct(a for m in inside[:1] for a in m.actors) if word.upos == "PROPN" else ()


def _joined(document: Document, sentence: Sentence, index: int, first: Mention) -> list[Mention]:
    """Mentions that "and" joins to a subject before its verb, where the tree lost one of them."""
    head = sentence.words[index].head
    verb = sentence.words[head].start if head > index else sentence.words[index].end
    found, last = [], first
    for mention in mentions_in(document, first.end, verb):
        between = document.text[last.end : mention.start].split()
        if between in (["and"], ["and", "the"], [","], [",", "and"]):
            found.append(mention)
            last = mention
    listed = document.text[first.end : last.end]
    return found if re.search(r"\band\b", listed) else []


def sentence_at(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that covers a position."""
    return next((s for s in sentences if s.start <= position < s.end), None)
