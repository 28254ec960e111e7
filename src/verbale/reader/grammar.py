"""What English grammar rules out among the labels that the heads prefer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from verbale.reader.decode import FORBIDDEN, Floats
from verbale.reader.types import Word

__all__ = ["ClosedClasses", "mend"]

# Words that may stand between a subject and its verb and repeat it: "the ministers both agreed".
_FLOATING = frozenset(("all", "both", "each"))


class ClosedClasses:
    """Which tags a form may have: a closed class (ADP, AUX, DET, …) has no word but its own.

    `closed` names the classes among `tags` with their forms, lower case, divided by spaces.
    """

    def __init__(self, tags: Sequence[str], closed: Mapping[str, str]) -> None:
        self._stranger = np.zeros(len(tags), np.float32)
        self._stranger[[tags.index(tag) for tag in closed]] = FORBIDDEN
        self._own: dict[str, Floats] = {}
        for tag, forms in closed.items():
            for form in forms.split():
                self._own.setdefault(form, self._stranger.copy())[tags.index(tag)] = 0

    def barred(self, forms: Sequence[str]) -> Floats:
        """0 where a form may have a tag, else `FORBIDDEN`: shape (forms, tags)."""
        return np.stack([self._own.get(form.lower(), self._stranger) for form in forms])


def mend(words: list[Word]) -> None:
    """Relations that cannot be, put right: what a preposition leads is no subject, a verb has one."""
    led = {w.head for w in words if w.deprel == "case" and w.upos == "ADP"}
    subject: set[int] = set()
    for i, word in enumerate(words):
        if not word.deprel.startswith("nsubj"):
            continue
        if i in led and words[word.head].upos == "VERB":
            words[i] = replace(word, deprel="obl")
            continue
        if word.head in subject and word.lemma in _FLOATING:
            words[i] = replace(word, deprel="advmod")
        subject.add(word.head)
    for i, word in enumerate(words):
        # A noun modifies nouns: before a verb that has no subject, it is the subject.
        bare = word.deprel == "nmod" and i < word.head and i not in led
        if bare and word.head not in subject and words[word.head].upos == "VERB":
            words[i] = replace(word, deprel="nsubj")
            subject.add(word.head)
