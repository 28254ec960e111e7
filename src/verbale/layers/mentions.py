"""Who is named, and who is said to have said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.document import Span
from verbale.records import Actor

__all__ = ["Attribution", "Entity", "Mention", "MentionForm", "Named", "Titled"]

MentionForm = Literal["name", "title", "pronoun", "collective", "state", "organization"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention that the reader found; `antecedent` is an index into the layer."""

    start: int
    end: int
    kind: Literal["person", "organization", "place"]
    score: float
    antecedent: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what: spans of source, cue and content. `source` may be empty."""

    start: int
    end: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name one or more actors, resolved.

    `actors` has more than one for "the two sides" and "both ministers"; it is empty when the words
    surely name an actor but nobody knows which. `office` is the role as the text gives it, and
    `antecedent` is where the resolution was read from (None for a mention that names its actor).
    """

    start: int
    end: int
    form: MentionForm
    actors: tuple[Actor, ...]
    score: float = 1.0
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the gazetteer, whether it acts or only tells where: every one that the text holds.

    `id` is a state's code or an organization's id.
    """

    start: int
    end: int
    id: str
    use: Literal["name", "adjective", "people", "capital", "organization", "other"]


@dataclass(frozen=True, slots=True)
class Titled:
    """An office named without its holder: "the Chinese foreign minister", "the President"."""

    start: int
    end: int
    office: str
    state: str | None
    role: str
