"""A cue with its speakers and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.statements.cue import Cue
from verbale.document import Span
from verbale.records import Actor

__all__ = ["Saying"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its speakers and the stretches that it says.

    `nested`: within what another saying of the sentence says. `open`: what is said goes on to the
    sentence's end, so that the next sentence may go on with it.
    """

    cue: Cue
    speakers: tuple[Actor, ...]
    content: tuple[Span, ...]
    nested: bool
    open: bool
