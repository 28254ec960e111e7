"""Labelled turns: each turn of one who speaks for an actor is one direct statement."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.statements.candidate import Candidate, date_of, side_of
from verbale.document import Document, Span
from verbale.layers import TURNS
from verbale.lookup import actors_in

__all__ = ["statements"]


# Words of a turn that says something; below that it is thanks or an interjection (development gold).
SHORTEST = 6


def statements(document: Document) -> Iterator[Candidate]:
    """A statement per turn whose label names an actor; journalists' turns are none."""
    for turn in document.get(TURNS):
        if turn.role == "journalist":
            continue
        speakers = actors_in(document, turn.label_start, turn.label_end)
        if not speakers:
            continue
        if len(document.text[turn.start : turn.end].split()) < SHORTEST:
            continue
        label = document.text[turn.label_start : turn.label_end]
        date, basis = date_of(document, None)
        yield Candidate(
            (Span(turn.start, turn.end),),
            (Span(turn.label_start, turn.label_end),),
            label,
            speakers[:1],
            "direct",
            date,
            side_of(document),
            0.9,
            basis=basis,
        )
