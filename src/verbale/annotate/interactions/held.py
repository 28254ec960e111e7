"""The light verb by which a contact named by a noun is held: "had a call", "took part in the talks"."""

from __future__ import annotations

from verbale.annotate.interactions.lexicon import LIGHT
from verbale.annotate.interactions.view import View

__all__ = ["beside", "governor", "held_by"]

# How many heads up a noun's governing verb may stand: "took part | in the session | of the summit".
_UP = 3


def beside(view: View, first: int) -> tuple[int, bool] | None:
    """The light verb right before the phrase: "had | a call", "took part in | the talks"."""
    at = first - 1
    if view.lower(at) == "in" and view.lower(at - 1) in ("part", "participate", "participated"):
        at -= 2 if view.lower(at - 1) == "part" else 1
        return (at, False) if at >= 0 and view.words[at].upos == "VERB" else None
    if at >= 0 and view.words[at].upos in ("VERB", "AUX") and view.words[at].lemma in LIGHT:
        return at, False
    return None


def governor(view: View, i: int) -> tuple[int | None, bool]:
    """The light verb whose object, or whose occasion, the noun is."""
    at = i
    for _ in range(_UP):
        word = view.words[at]
        head = word.head
        if head < 0:
            return None, False
        above = view.words[head]
        if above.upos in ("VERB", "AUX"):
            relation = word.deprel
            if above.lemma not in LIGHT and above.lemma not in ("take", "occur", "resume"):
                return None, False
            if relation == "nsubj:pass":
                return head, True
            if relation == "nsubj":
                return (
                    (head, True)
                    if above.lemma in ("take", "begin", "start", "occur", "resume")
                    else (None, False)
                )
            if relation == "obj" or (
                relation in ("obl", "xcomp") and _occasion(view, at, above.lemma)
            ):
                return head, False
            aside = at != i and relation == "obl" and not view.sentence.children(head, "obj")
            if aside and above.lemma in _TAKES_THINGS:
                return head, False  # "will attend, via video link, | the summit"
            return None, False
        if word.deprel not in ("conj", "nmod", "compound", "appos", "flat"):
            return None, False
        if word.deprel == "nmod" and view.lower(at - 1) not in ("of", "in") and at != i:
            return None, False
        if word.deprel == "nmod" and above.lemma in _OUTCOMES:
            return None, False  # "took into account the results of the talks"
        at = head
    return None, False


def held_by(view: View, i: int) -> int | None:
    """The light verb of a clause about the noun whose object it is: "the talks that X will hold"."""
    for verb in view.sentence.children(i, "acl"):
        owned = [c for c in view.sentence.children(verb, "obj") if view.words[c].upos != "PRON"]
        who = view.sentence.children(verb, "nsubj")
        does = who and view.lower(who[0]) not in ("that", "which")
        if view.words[verb].lemma in LIGHT and does and not owned:
            return verb
    return None


# What a contact leads to: who speaks of it need not have taken part.
_OUTCOMES = frozenset("agreement decision outcome result".split())
# Verbs that tell nothing without an object.
_TAKES_THINGS = frozenset("address attend chair conduct have hold host join".split())
# What leads from a verb to that which its subject takes part in.
_ENTERS = {
    "embark": "on",
    "enter": "into",
    "join": "in",
    "participate": "in",
    "take": "in",
}


def _occasion(view: View, at: int, lemma: str) -> bool:
    """ "took part in", "participated in", "embark on": the preposition before the noun phrase."""
    cases = {view.lower(c) for c in view.sentence.children(at, "case")}
    return _ENTERS.get(lemma) in cases
