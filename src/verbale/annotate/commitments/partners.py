"""Whom an undertaking is made to, or asked of, where its cue does not say."""

from __future__ import annotations

import re

from verbale.annotate.commitments.undertaking import Undertaking
from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import GENRE, NAMED, PARTIES
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = ["partners"]


def partners(document: Document, found: Undertaking) -> tuple[Actor, ...]:
    """The partner of one who undertakes: named in the action, else the other party of the text.

    What one side promises is to nobody whom its words do not name; one who is ready to work "with
    the international community" is not ready for the other party of the text.
    """
    own = {a.state or a.id for a in found.by}
    if len(own) > 1:
        return ()
    named = distinct(
        a
        for m in mentions_in(document, found.action.start, found.action.end)
        for a in m.actors
        if (a.state or a.id) not in own
        and (a.kind != "organization" or _WITH.search(document.text[: m.start][-_LEAD:]))
    )
    named = named or _by_adjective(document, found.action, own)
    if named:
        return named[:1]
    genre = document.get(GENRE) if document.has(GENRE) else ()
    if found.force == "pledged" or (genre and genre[0].code == "speech"):
        return ()  # said to all
    if _OTHERS.search(document.quote(found.action)):
        return ()
    return tuple(p for p in document.get(PARTIES) if p.id not in own)[:1]


def _by_adjective(document: Document, action: Span, own: set[str]) -> tuple[Actor, ...]:
    """Other states that an action names by their adjectives: "open the harbour to Orvenian ships"."""
    names = gazetteer.current()
    return tuple(
        names.actor(n.id)
        for n in document.get(NAMED)
        if action.start <= n.start
        and n.end <= action.end
        and n.use == "adjective"
        and n.id not in own
    )


_LEAD = len(" with the ")
_WITH = re.compile(r"\b(?:by|from|help|of|support|to|with)\s+(?:the\s+)?$")
_OTHERS = re.compile(
    r"\bwith (?:\w+ ){0,3}?(?:allies|community|countries|nations|parties|partners|sides)\b"
)
