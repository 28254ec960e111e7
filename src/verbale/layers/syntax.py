"""Sentences and their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec

__all__ = ["Sentence", "Word"]


class Word(msgspec.Struct, frozen=True, gc=False):
    """A syntactic word. `head` is an index into its sentence's words, -1 at the root.

    `upos` and `deprel` are of Universal Dependencies v2; `lemma` is lower case.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words."""

    start: int
    end: int
    words: tuple[Word, ...] = ()
    # Children of each word with their relation, whole and without its subtype, made once: rooms ask
    # for them a thousand times a paragraph.
    _below: dict[int, list[tuple[int, str, str]]] = field(init=False, compare=False, repr=False)
    # What questions of the syntax have derived from the words, by name, made once.
    derived: dict[str, Any] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        below: dict[int, list[tuple[int, str, str]]] = {}
        for i, word in enumerate(self.words):
            relation = word.deprel
            base = relation.split(":")[0] if ":" in relation else relation
            below.setdefault(word.head, []).append((i, relation, base))
        object.__setattr__(self, "_below", below)
        object.__setattr__(self, "derived", {})

    def children(self, index: int, *relations: str) -> list[int]:
        """Indices of the words whose head is `index`, of the given relations (subtypes included)."""
        found = self._below.get(index)
        if found is None:
            return []
        if not relations:
            return [i for i, _, _ in found]
        return [i for i, whole, base in found if base in relations or whole in relations]

    def subtree(self, index: int) -> list[int]:
        """Indices of the word and all that hangs on it, in text order."""
        inside, todo = {index}, [index]
        while todo:
            for i, _, _ in self._below.get(todo.pop(), ()):
                if i not in inside:
                    inside.add(i)
                    todo.append(i)
        return sorted(inside)

    def word_at(self, position: int) -> int | None:
        """Index of the word that covers a position of the given text."""
        for i, w in enumerate(self.words):
            if w.start <= position < w.end:
                return i
        return None

    def head_of(self, start: int, end: int) -> int | None:
        """Index of the word inside a stretch whose head lies outside it: the stretch's own head."""
        inside = [i for i, w in enumerate(self.words) if w.start < end and start < w.end]
        for i in inside:
            if self.words[i].head not in inside:
                return i
        return None
