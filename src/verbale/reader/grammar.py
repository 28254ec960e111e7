"""What English grammar rules out among the labels that the heads prefer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec.structs import replace

from verbale.reader.decode import FORBIDDEN, Floats
from verbale.reader.types import Word

__all__ = ["ClosedClasses", "mend"]

# Words that may stand between a subject and its verb and repeat it: "the ministers both agreed".
_FLOATING = frozenset(("all", "both", "each"))
# Verbs that a gerund right behind them belongs to: "continue | supporting X".
_PHASES = frozenset("begin continue keep resume start stop".split())
_WITH_NOUNS = frozenset(("appos", "compound", "flat", "nmod"))


class ClosedClasses:
    """Which tags a form may have: a closed class (ADP, AUX, DET, …) has no word but its own.

    `closed` names the classes among `tags` with their forms, lower case, divided by spaces.
    """

    def __init__(self, tags: Sequence[str], closed: Mapping[str, str]) -> None:
        stranger = np.zeros(len(tags), np.float32)
        stranger[[tags.index(tag) for tag in closed]] = FORBIDDEN
        rows = [stranger]  # of strangers first, then of each form below
        self._place: dict[str, int] = {}
        for tag, forms in closed.items():
            for form in forms.split():
                if form not in self._place:
                    self._place[form] = len(rows)
                    rows.append(stranger.copy())
                rows[self._place[form]][tags.index(tag)] = 0
        self._table = np.stack(rows)

    def barred(self, forms: Sequence[str]) -> Floats:
        """0 where a form may have a tag, else `FORBIDDEN`: shape (forms, tags)."""
        place = self._place
        found: Floats = self._table[[place.get(form.lower(), 0) for form in forms]]
        return found


def mend(words: list[Word], forms: Sequence[str]) -> None:
    """What cannot be, put right: crossed arcs, a subject that a preposition leads, a second one, a gerund, a past."""
    _uncross(words)
    _go_on(words, forms)
    _join_pasts(words, forms)
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
        # A noun or a name goes with nouns: before a verb that has no subject, it is the subject.
        named = word.upos in ("NOUN", "PROPN") and word.deprel in _WITH_NOUNS
        bare = named and i < word.head and i not in led
        if bare and word.head not in subject and words[word.head].upos == "VERB":
            words[i] = replace(word, deprel="nsubj")
            subject.add(word.head)


def _go_on(words: list[Word], forms: Sequence[str]) -> None:
    """Hang a gerund on the verb of a phase right before it, as English treebanks do throughout."""
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        phase = before.upos == "VERB" and before.lemma in _PHASES
        if not phase or word.upos != "VERB" or not forms[at].lower().endswith("ing"):
            continue
        if word.head == at - 1 or word.sentence != before.sentence:
            continue
        if before.head == at:
            words[at - 1] = replace(before, head=word.head, deprel=word.deprel)
        for k in range(at - 1):
            if words[k].head == at:  # its subject and auxiliaries
                words[k] = replace(words[k], head=at - 1)
        words[at] = replace(word, head=at - 1, deprel="xcomp")


def _join_pasts(words: list[Word], forms: Sequence[str]) -> None:
    """Join a past to the past above, not to a present, gerund or infinitive: "met X to discuss Y and | agreed".

    Of 461 pasts without a subject of their own in the training treebanks, 26 are joined to those.
    """
    helped = {w.head for w in words if w.deprel in ("aux", "mark")}
    owned = {w.head for w in words if w.deprel.startswith(("nsubj", "aux", "csubj", "expl"))}
    for at, word in enumerate(words):
        if word.deprel != "conj" or at in owned or not _past(word, forms[at]):
            continue
        if word.head < 0 or words[word.head].upos != "VERB":
            continue
        above = word.head
        if not _unlike_past(words[above], forms[above], above in helped):
            continue
        while above >= 0 and not (_past(words[above], forms[above]) and above not in helped):
            above = words[above].head
        if above >= 0:
            words[at] = replace(word, head=above)


def _past(word: Word, form: str) -> bool:
    """Whether a verb has the form of a past, which may be its participle's too."""
    form = form.lower()
    if word.upos != "VERB" or form.endswith(("ing", "s")):
        return False
    return form != word.lemma


def _unlike_past(word: Word, form: str, helped: bool) -> bool:
    """Whether a verb's form is that of no past: an "s", a gerund, or bare behind "to" or an auxiliary."""
    form = form.lower()
    return form.endswith(("ing", "s")) if form != word.lemma else helped


def _uncross(words: list[Word]) -> None:
    """Lift words whose arc leaps over what their head hangs on: said, | adding.

    Of "… must be kept, X said during a meeting" only "said" can have the meeting. English trees
    hardly ever cross; lifting is after Nivre & Nilsson 2005, pseudo-projective parsing.
    """
    for at, word in enumerate(words):
        if word.deprel == "punct" or word.head < 0:
            continue
        head = above = word.head
        while above >= 0:
            above = words[above].head
            if min(head, at) < above < max(head, at):
                words[at] = replace(word, head=above)
                break
