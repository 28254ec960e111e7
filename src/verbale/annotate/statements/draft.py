"""A statement while its text is read on."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.annotate.statements.saying import Saying
from verbale.annotate.statements.voices import Voice
from verbale.document import Span
from verbale.layers import Sentence
from verbale.records import Actor

__all__ = ["Draft"]


@dataclass(slots=True)
class Draft:
    """A statement while its text is read on."""

    saying: Saying
    sentence: Sentence
    voice: Voice
    speakers: tuple[Actor, ...]
    content: list[Span] = field(default_factory=list)
