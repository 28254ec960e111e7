"""Of what kind a contact is by the noun that names it and the words beside it."""

from __future__ import annotations

import re

from verbale.annotate.interactions.lexicon import PHONE, VIDEO
from verbale.annotate.interactions.view import View
from verbale.records import InteractionKind

__all__ = ["kind_of", "tail"]

_OWN = frozenset("its our their your".split())
_NO_CALL = frozenset("for on to upon".split())
_NO_CONFERENCE = frozenset("briefing media news press".split())
_TALKS = frozenset("consultations negotiation negotiations talks travel".split())


def kind_of(view: View, kind: InteractionKind, first: int, i: int) -> InteractionKind | None:
    """The kind by what stands beside the noun; None where it names no contact."""
    inside = view.between(first, i)
    before = view.lower(i - 1)
    after = tail(view, i)
    lower = view.lower(i)
    if i > 0 and lower in _TALKS and view.words[i].text[0].isupper():
        return None  # part of an office's name
    if lower in ("call", "calls") and view.lower(i + 1) in _NO_CALL:
        return "meeting" if "courtesy" in inside.lower() else None
    if lower == "conversations" and not PHONE.search(inside) and not VIDEO.search(inside):
        kind = "other"
    if VIDEO.search(inside) or re.search(
        r"\b(?:by|via|through|over) (?:an? )?(?:secure )?video\w*|\b(?:virtually|online)\b"
        r"|\bin (?:an? )?(?:online|video|virtual)[- ]?(?:format|mode)\b",
        after,
    ):
        named = kind in ("conference", "summit") and view.words[i].text[0].isupper()
        talked = kind in ("call", "conference", "meeting", "other", "summit", "video-meeting")
        return "video-meeting" if talked and not named else kind
    if PHONE.search(inside) and kind in ("call", "meeting", "other"):
        return "call"
    if kind == "conference":
        if before in _NO_CONFERENCE or before == "video":
            return None
        # A conference is one when it is named or placed.
        return kind if view.words[i].text[0].isupper() or before in ("international",) else None
    if lower == "greetings" and "sen" not in view.between(max(0, first - 4), first):
        return None  # a courtesy told, not sent
    if kind == "exercise":
        together = re.search(
            r"\b(?:joint|military|naval|trilateral|bilateral|multilateral)\b", inside
        )
        own = view.lower(first) in _OWN and not re.search(r"\b(?:joint|lateral)", inside)
        alone = own and not re.search(r"\b(?:between|with)\b", after)
        return kind if together and not alone else None
    if kind == "ceremony" and "signing" in inside.lower():
        return "signing"
    if lower == "dialogue" and not (view.words[i].text[0].isupper() or _of_two(view, first, i)):
        return None
    leaders = lower == "meeting" and view.words[i].text[0].isupper() and "eaders" in inside
    if leaders or "summit" in inside.lower():
        return "summit"
    return kind


def _of_two(view: View, first: int, i: int) -> bool:
    """Whether two states stand within a noun phrase: "a Nordavian-Suvarian dialogue"."""
    return sum(first <= p.first and p.last < i for p in view.parties) > 1


def tail(view: View, i: int) -> str:
    """The words after a noun, up to the next stop."""
    text = view.between(i + 1, min(i + 25, len(view.words) - 1))
    return re.split(r"[.;:]", text)[0]
