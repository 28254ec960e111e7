"""Labelled turns: each turn of one who speaks for an actor is one direct statement."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.statements.candidate import Candidate, date_of, side_of
from verbale.annotate.statements.voices import turn_speaker
from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import SENTENCES, TURNS, Turn
from verbale.lookup import mentions_in
from verbale.records import Actor

__all__ = ["statements"]
# Words of a turn that says something; below that it is thanks or an interjection (development gold).
SHORTEST = 6


def statements(document: Document) -> Iterator[Candidate]:
    """A statement per turn whose label names an actor; journalists' turns are none."""
    for turn in document.get(TURNS):
        if turn.role == "journalist":
            continue
        speakers = turn_speaker(document, turn) or _answers(document, turn)
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


def _answers(document: Document, turn: Turn) -> tuple[Actor, ...]:
    """Whose answer "A:" is: of the state or office that the words before the first turn tell of first."""
    if document.text[turn.label_start : turn.label_end].rstrip(":. ") not in ("A", "Answer"):
        return ()
    turns = document.get(TURNS)
    start = turns[0].label_start
    before = [s for s in document.get(SENTENCES) if s.end <= start][-1:]
    told = mentions_in(document, before[0].start, before[0].end) if before else []
    if told:
        return told[0].actors
    side = side_of(document)
    return (gazetteer.current().actor(side),) if side else ()
