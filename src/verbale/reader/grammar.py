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
_TAKE_INFINITIVES = frozenset(
    """
    agree aim attempt begin cease commit continue decide endeavor endeavour fail hope intend manage plan
    pledge proceed promise refuse resolve seek start strive threaten try vow want
    """.split()
)
_PHRASES = frozenset(("nmod", "obl"))
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
    """Put right what English syntax rules out; `forms` are the words as written."""
    _uncross(words)
    _go_on(words, forms)
    _join_alike(words, forms)
    _join_infinitives(words, forms)
    _subject_of_its_own(words)
    _stay_before_and(words)
    _of_what_stands_before(words)
    _subjects(words)


def _subjects(words: list[Word]) -> None:
    """A verb has one subject, which no preposition leads; a name before a verb without one is it."""
    led = {w.head for w in words if w.deprel == "case" and w.upos == "ADP"}
    things = {w.head for w in words if w.deprel == "obj"}
    subject: set[int] = set()
    for i, word in enumerate(words):
        if not word.deprel.startswith("nsubj"):
            continue
        if i in led and words[word.head].upos == "VERB":
            words[i] = replace(word, deprel="obl")
            continue
        if word.head in subject and word.lemma in _FLOATING:
            words[i] = replace(word, deprel="advmod")
        elif word.head in subject and i > word.head and word.head not in things:
            words[i] = replace(word, deprel="obj")  # English has one subject, and it stood before
        subject.add(word.head)
    for i, word in enumerate(words):
        # A noun or a name goes with nouns: before a verb that has no subject, it is the subject.
        named = word.upos in ("NOUN", "PROPN") and word.deprel in _WITH_NOUNS
        bare = named and i < word.head and i not in led
        if bare and word.head not in subject and words[word.head].upos == "VERB":
            words[i] = replace(word, deprel="nsubj")
            subject.add(word.head)


def _go_on(words: list[Word], forms: Sequence[str]) -> None:
    """Hang a gerund or infinitive on the verb right before it that takes one: "continue | to support X".

    So do the training treebanks throughout.
    """
    for at in range(1, len(words)):
        word = words[at]
        verb = at - 1
        if word.upos != "VERB":
            continue
        if words[verb].lemma == "to" and words[verb].upos == "PART":
            verb -= 1
            takes = _TAKE_INFINITIVES
        elif forms[at].lower().endswith("ing"):
            takes = _PHASES
        else:
            continue
        before = words[verb]
        if verb < 0 or before.upos != "VERB" or before.lemma not in takes or word.head == verb:
            continue
        if word.sentence != before.sentence:
            continue
        if before.head == at:
            words[verb] = replace(before, head=word.head, deprel=word.deprel)
        for k in range(verb):
            if words[k].head == at:  # its subject and auxiliaries
                words[k] = replace(words[k], head=verb)
        words[at] = replace(word, head=verb, deprel="xcomp")


def _join_alike(words: list[Word], forms: Sequence[str]) -> None:
    """Join a verb of a tense to its like above: "met X to discuss Y and | agreed", "opposes what Z
    do and | supports".

    Of 461 pasts without a subject of their own in the training treebanks, 26 are joined to a present,
    gerund or infinitive.
    """
    helped = {w.head for w in words if w.deprel in ("aux", "mark")}
    owned = {w.head for w in words if w.deprel.startswith(("nsubj", "aux", "csubj", "expl"))}
    tense = [_tense(w, f) for w, f in zip(words, forms, strict=True)]
    for at, word in enumerate(words):
        above, own = word.head, tense[at]
        if word.deprel != "conj" or at in owned or own not in _UNLIKE or above < 0:
            continue
        if tense[above] == "bare" and above not in helped and own == "past":
            continue  # "they put it off and left"
        if tense[above] not in _UNLIKE[own]:
            continue
        while above >= 0 and (tense[above] != own or above in helped):
            above = words[above].head
        if above >= 0:
            words[at] = replace(word, head=above)


def _join_infinitives(words: list[Word], forms: Sequence[str]) -> None:
    """Join a bare verb to an infinitive, not to a gerund or past: "to stop doing X and | act".

    It is the one above, or below the verb that it was joined to: "needs to hold X and | act". Of 712
    bare verbs without a subject in the training treebanks 24 are joined to a verb that is not bare. In
    a list whose last verb is so joined, one that only commas divide from the others belongs to it too.
    """
    helped = {w.head for w in words if w.deprel in ("aux", "mark")}
    owned = helped | {w.head for w in words if w.deprel.startswith(("nsubj", "csubj", "expl"))}
    bare = {i for i, w in enumerate(words) if w.upos == "VERB" and forms[i].lower() == w.lemma}
    lists = {
        w.head: i for i, w in enumerate(words) if w.deprel == "conj" and w.head in helped & bare
    }
    for at in sorted(bare - owned):
        word = words[at]
        above = word.head
        if above < 0 or above > at:
            continue
        if word.deprel == "parataxis" and forms[at - 1] == ",":
            for first, last in lists.items():
                if above < first < at < last:
                    words[at] = replace(word, head=first, deprel="conj")
        elif word.deprel == "conj" and words[above].upos == "VERB" and above not in bare:
            below = [k for k in range(above, at) if words[k].head == above and k in bare & helped]
            while above >= 0 and above not in bare & helped:
                above = words[above].head
            if above < 0 and below:
                above = below[-1]
            if 0 <= above < at:
                words[at] = replace(word, head=above)


# What a verb of a tense is not joined to.
_UNLIKE = {"past": ("bare", "gerund", "present"), "present": ("bare", "gerund")}


def _tense(word: Word, form: str) -> str:
    """ "past" (or its participle), "present" with its "s", "gerund", "bare"; "" of what is no verb."""
    form = form.lower()
    if word.upos != "VERB":
        return ""
    if form == word.lemma:
        return "bare"
    if form.endswith("ing"):
        return "gerund"
    return "present" if form.endswith("s") else "past"


def _stay_before_and(words: list[Word]) -> None:
    """Hang what stands before an "and" on the verb before it, not on the verb that the "and" joins.

    Of 3,833 joined verbs in the training treebanks 2 have a phrase before their conjunction.
    """
    for at, word in enumerate(words):
        if word.deprel != "cc" or words[word.head].deprel != "conj" or word.head < at:
            continue
        joined = word.head
        if words[joined].upos != "VERB":
            continue
        for k in range(at - 1, -1, -1):
            if words[k].sentence != word.sentence:
                break
            if words[k].head != joined or words[k].deprel not in _PHRASES:
                continue
            verb = next((v for v in range(k - 1, -1, -1) if words[v].upos == "VERB"), -1)
            if verb >= 0 and words[verb].sentence == word.sentence and not _above(words, k, verb):
                words[k] = replace(words[k], head=verb, deprel="obl")


def _subject_of_its_own(words: list[Word]) -> None:
    """A noun is no verb's equal: "X must leave and | Y must pay" where Y stands before an auxiliary."""
    subjects = {w.head for w in words if w.deprel.startswith(("nsubj", "csubj", "expl"))}
    for at in range(1, len(words) - 1):
        word, after = words[at], words[at + 1]
        joined = word.deprel == "conj" and word.upos in ("NOUN", "PROPN", "PRON")
        if not joined or words[word.head].upos != "VERB" or word.head > at:
            continue
        verb = after.head
        if not after.deprel.startswith("aux") or verb <= at or verb in subjects:
            continue
        words[at] = replace(word, head=verb, deprel="nsubj")
        if words[verb].deprel in ("parataxis", "ccomp") and words[verb].head == word.head:
            words[verb] = replace(words[verb], deprel="conj")
        for k in range(at):
            if words[k].head == at and words[k].deprel == "cc":
                words[k] = replace(words[k], head=verb)


def _above(words: list[Word], at: int, below: int) -> bool:
    """Whether a word is above another in the tree."""
    while below >= 0:
        if below == at:
            return True
        below = words[below].head
    return False


def _of_what_stands_before(words: list[Word]) -> None:
    """Hang an "of" on the noun right before it where its own arc crosses another.

    Of 4,728 such phrases in the training treebanks 4 cross.
    """
    for at, word in enumerate(words):
        before = words[at - 1]
        if at == 0 or word.lemma != "of" or word.deprel != "case":
            continue
        head = word.head
        if before.upos not in ("NOUN", "PROPN") or words[head].head in (-1, at - 1):
            continue
        low, high = sorted((head, words[head].head))
        inside = range(low + 1, high)
        if any(not low <= words[m].head <= high for m in inside) and not _above(
            words, head, at - 1
        ):
            words[head] = replace(words[head], head=at - 1, deprel="nmod")


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
