"""What goes into the reader and what comes out. Offsets are code points of the unit's own text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

__all__ = ["Attribution", "Entity", "EntityKind", "Reading", "Spans", "Unit", "Word"]

EntityKind = Literal["person", "organization", "place"]
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to read in one go, usually a paragraph, with the spans of its sentences in order."""

    text: str
    sentences: tuple[tuple[int, int], ...]


class Word(msgspec.Struct, frozen=True, gc=False):
    """A syntactic word of UD English. `head` indexes the unit's words, -1 at a sentence's root."""

    start: int
    end: int
    sentence: int
    upos: str
    head: int
    deprel: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention of a person, organization or place, names, nouns and pronouns alike.

    `head` indexes the unit's words. Outermost mentions, and the possessive pronouns inside them.
    """

    start: int
    end: int
    kind: EntityKind
    head: int
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans that belong together; a source may be missing."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the model saw in a unit.

    `antecedents` leads from a place in `entities` to an earlier place and the probability of the
    link.
    """

    words: tuple[Word, ...]
    entities: tuple[Entity, ...]
    links: Mapping[int, tuple[int, float]]
    attributions: tuple[Attribution, ...]
    _event: Callable[[tuple[int, int], tuple[int, int]], tuple[str, float]] = field(
        compare=False, repr=False
    )

    @property
    def antecedents(self) -> dict[int, int]:
        """Place of a mention in `entities` → place of the earlier mention that it takes up."""
        return {i: j for i, (j, _) in self.links.items()}

    def event_type(self, source: tuple[int, int], target: tuple[int, int]) -> tuple[str, float]:
        """PLOVER root of what `source` does to `target` (spans of the text), and its probability.

        A pair in different windows of an overlong unit, or a span without words, is ("", 0.0).
        """
        return self._event(source, target)
