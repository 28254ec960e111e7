"""Labels of turns led to their speakers."""

from __future__ import annotations

from verbale.document import Document
from verbale.layers import ACTORS, TURNS, Turn
from verbale.lookup import mentions_in
from verbale.records import Actor

__all__ = ["speakers_of_turns"]


def speakers_of_turns(document: Document) -> list[tuple[Turn, tuple[Actor, ...]]]:
    """Turns with the actors that their labels name; a journalist's turn has none."""
    if not document.has(TURNS) or not document.has(ACTORS):
        return []
    out = []
    for turn in document.get(TURNS):
        named = mentions_in(document, turn.label_start, turn.label_end)
        actors = named[-1].actors if named and turn.role == "speaker" else ()
        out.append((turn, actors))
    return out
