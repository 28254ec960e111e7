"""Who is meant: persons without a state, offices, pronouns, both sides at once.

Needs: ACTORS, NAMED, TITLED; uses SENTENCES, QUOTES, TURNS, GENRE, DOCUMENT_DATE, ENTITIES,
ATTRIBUTIONS where they are. Gives: SIDE, PARTIES, and ACTORS completed.
"""

from __future__ import annotations

from verbale.document import Document
from verbale.layers import ACTORS, PARTIES, SIDE
from verbale.link.people.homes import at_home, of_the_other_side
from verbale.link.people.resolve import Resolver
from verbale.link.people.sides import parties, side, speaking_state

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Complete ACTORS; put SIDE and PARTIES."""
    whose = side(document)
    document.put(SIDE, (whose,))
    own = whose.state or speaking_state(document)
    document.put(ACTORS, at_home(document, own))
    between = parties(document, own)
    document.put(PARTIES, between)
    document.put(ACTORS, of_the_other_side(document, between))
    found = Resolver(document, own, between).run()
    document.put(ACTORS, sorted((*document.get(ACTORS), *found), key=lambda m: (m.start, -m.end)))
