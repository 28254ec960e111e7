"""At whose request a contact came about."""

from __future__ import annotations

import re

from verbale.annotate.interactions.view import View
from verbale.records import Actor

__all__ = ["initiator"]


def initiator(view: View) -> Actor | None:
    """ "at the request of", "initiated by", "on the X side's initiative", "at his request"."""
    text = view.text
    base = view.sentence.start
    match = re.search(r"\b(?:at the (?:request|initiative) of|(?:initiated|requested) by)\b", text)
    if match:
        return _first_actor(view, base + match.end(), len(text) + base)
    match = re.search(r"\b(?:at|on|upon) (.{2,40}?) (?:initiative|request)\b", text)
    if match:
        if match[1].startswith("the latter"):
            persons = [p for p in view.parties if p.actors[0].kind == "person"]
            before = [p for p in persons if view.words[p.last].end <= base + match.start()]
            return before[-1].actors[0] if before else None
        return _first_actor(view, base + match.start(1), base + match.end(1))
    return None


def _first_actor(view: View, start: int, end: int) -> Actor | None:
    for party in view.parties:
        if start <= view.words[party.first].start < end:
            return party.actors[0]
    return None
