"""Nouns of a sentence that name a contact, with the verb that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.held import beside, governor, held_by
from verbale.annotate.interactions.lexicon import NOUNS, PHONE
from verbale.annotate.interactions.nounkind import kind_of, tail
from verbale.annotate.interactions.nounphrase import heads, start
from verbale.annotate.interactions.view import View
from verbale.records import InteractionKind

__all__ = ["nouns"]

_PLURAL = frozenset(
    "bilaterals calls conversations letters meetings messages summits trips visits".split()
)


def nouns(view: View) -> Iterator[Trigger]:
    """The triggers that are nouns, in text order."""
    last = -1
    for i, word in enumerate(view.words):
        lower = word.text.lower()
        kind = NOUNS.get(lower)
        if lower == "videoconference" and view.lower(i - 1) in ("by", "over", "through", "via"):
            continue  # the means of another
        if kind is None or i <= last or not heads(view, i):
            continue
        if view.party_at(i) is not None and view.words[view.party_at(i).last].end != word.end:  # type: ignore[union-attr]
            continue
        first = start(view, i)
        if _at_home(view, first, i):
            continue
        kind = kind_of(view, kind, first, i)
        if kind is None or (kind == "conference" and _in_name(view, first)):
            continue
        last = i
        if kind == "message" and not _sent(view, first, i):
            continue
        verb, passive = beside(view, first) or governor(view, i)
        if verb is None:
            verb = held_by(view, i)
        if lower in _TALKS and verb is not None and _on_a_text(view, verb, i):
            continue
        if lower == "invitation" and not _TO_COME.search(tail(view, i)):
            continue
        if lower == "contacts" and not PHONE.search(tail(view, i)):
            continue
        if lower in _STOPS and view.lower(i + 1) not in ("at", "in"):
            continue  # "a stop to"
        if lower in _BARE and verb is None and view.lower(i + 1) not in ("between", "with"):
            continue
        yield Trigger(
            kind,
            i,
            first,
            i,
            False,
            verb,
            passive,
            plural=lower in _PLURAL,
            loose=_open(view, kind, first, i),
        )


def _in_name(view: View, first: int) -> bool:
    """Whether a noun only ends the name of a body: "the Organization of | the Islamic Conference"."""
    body = view.words[first - 2].text if first > 1 else ""
    return (
        view.lower(first - 1) == "of"
        and body[:1].isupper()
        and view.words[first - 2].upos == "PROPN"
    )


def _on_a_text(view: View, verb: int, i: int) -> bool:
    """ "completed negotiations on a treaty": what was made of a course of talks, not one of them."""
    ended = view.words[verb].lemma in ("complete", "conclude", "finalise", "finalize")
    return ended and view.lower(i + 1) in ("for", "on", "over")


_TALKS = frozenset(("negotiations", "talks"))


def _open(view: View, kind: InteractionKind, first: int, i: int) -> bool:
    """Whether the words leave the kind open: a conversation by no phone, a summit of no name."""
    if kind == "summit":
        own = [k for k in range(first, i + 1) if view.party_at(k) is None]
        return not any(view.words[k].text[:1].isupper() for k in own)
    return view.lower(i) in _LOOSE and not PHONE.search(view.between(first, i + _MEANS))


# Within how many words behind it a noun is told by which means: "our conversation on the phone".
_MEANS = 3


def _at_home(view: View, first: int, i: int) -> bool:
    """Whether a state's own people meet: "a Cabinet meeting"."""
    return bool({view.lower(k) for k in range(first, i)} & _OWN_BODIES)


_OWN_BODIES = frozenset("cabinet parliamentary party staff".split())
# Singular nouns that mean a contact only with those who had it.
_TO_COME = re.compile(r"^[^,]{0,60}\bto (?:come|make|pay|travel|visit)\b")
_BARE = frozenset(("discussion", "talk"))
_STOPS = frozenset("stop stopover stops".split())
# Nouns that leave open whether it was in person.
_LOOSE = frozenset("conversation discussion discussions".split())
_SENDS = frozenset("convey deliver exchange hand receive send write".split())


def _sent(view: View, first: int, i: int) -> bool:
    """Whether a message is one that goes from side to side, not what somebody wants to say."""
    if view.lower(i + 1) == "to" and not any(view.party_at(k) for k in range(i + 2, i + 5)):
        return False  # "a message to the world"
    near = range(max(0, first - 6), min(len(view.words), i + 4))
    if any(view.words[k].lemma in _SENDS and view.words[k].upos == "VERB" for k in near):
        return True
    letter = view.lower(i).rstrip("s") in ("letter", "telegram")
    return letter and view.lower(i + 1) in ("from", "to")
