"""The noun phrase that names a contact: whether a word heads one, and where it begins."""

from __future__ import annotations

from verbale.annotate.interactions.lexicon import LIGHT, NOUNS
from verbale.annotate.interactions.lists import TOLD_OF
from verbale.annotate.interactions.view import View

__all__ = ["heads", "start"]

_BEFORE_NOUN = frozenset(("ADJ", "ADV", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "SYM", "X"))
_LEADERS = frozenset("leaders ministers presidents".split())
_OWNERS = frozenset("his her its my our their your".split())


def heads(view: View, i: int) -> bool:
    """Whether a word is a noun that heads its phrase."""
    word = view.words[i]
    lower = word.text.lower()
    if word.upos not in ("NOUN", "PROPN"):
        # "meeting with" after a determiner or a possessor is a noun whatever the tagger says.
        before = view.lower(i - 1)
        if word.upos != "VERB" or not (
            before
            in ("the", "a", "an", "this", "that", "'s", "’s", "his", "her", "their", "our", "my")
            or view.words[i - 1].upos == "ADJ"
            or (lower == "talks" and i > 0 and view.words[i - 1].lemma in LIGHT)
        ):
            return False
    following = view.words[i + 1] if i + 1 < len(view.words) else None
    if (
        following is not None
        and following.upos in ("NOUN", "PROPN")
        and view.time_at(i + 1) is None
    ):
        joined = view.document.text[word.end : following.start] == " "
        if joined and following.text.lower() in NOUNS:
            return False
        # "meeting participants", "summit declaration": about a contact, not one.
        if joined and following.upos == "NOUN" and view.party_at(i + 1) is None:
            return word.deprel not in ("compound", "nmod", "amod")
    if lower in ("discussions", "tour", "travel", "forum", "audience"):
        behind = view.lower(i + 1)
        told = behind in TOLD_OF or behind in ("with", "between", "to", "of", "in")
        return word.text[0].isupper() or told
    return True


def start(view: View, i: int) -> int:
    """First word of the noun phrase whose head is at `i`, its possessor left out."""
    first = i
    while first > 0:
        before = view.words[first - 1]
        lower = before.text.lower()
        if lower in ("'s", "’s", "'", "’"):
            if view.lower(first - 2) not in _LEADERS:
                break
            first -= 2  # "the G20 Leaders’ Summit"
            continue
        if lower == "and" and _modifiers(view, first):
            first -= 2  # "economic and trade talks"
            continue
        if lower == ")" and view.lower(first - 3) == "(":
            first -= 3  # "the Economic Cooperation (APEC) Leaders Meeting"
            continue
        joined = before.text in ("-", "–", "+", "/", "“", '"') or (
            before.upos == "VERB" and before.deprel == "amod"
        )
        joined = joined or lower in ("scheduled", "planned", "upcoming", "coming", "forthcoming")
        round_of = lower == "of" and view.lower(first - 2) in (
            "round",
            "rounds",
            "session",
            "series",
        )
        if not (joined or round_of or before.upos in _BEFORE_NOUN):
            break
        if before.upos == "PRON" and before.deprel != "nmod:poss" and lower not in _OWNERS:
            break
        if before.upos == "ADV" and (
            first < 2 or view.words[first - 2].upos not in ("DET", "PRON")
        ):
            break  # "today held talks", not "a very good call"
        first -= 1
        if before.upos in ("DET", "PRON"):
            break
    return first


def _modifiers(view: View, first: int) -> bool:
    """Whether "and" right before a word joins two words of one noun phrase."""
    if first < 3 or view.party_at(first - 2) is not None:
        return False
    before, after = view.words[first - 2], view.words[first]
    return before.deprel in ("amod", "compound") and after.upos in ("ADJ", "NOUN")
