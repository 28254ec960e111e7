"""What the steps learn of a text: the payloads of its layers, and the layers' names.

Rooms never import each other; they meet here. Each item carries `start` and `end`, code points into
the given text, half-open. The order in which layers come to be is `verbale.pipeline.STEPS`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from verbale.document import Layer, Span
from verbale.records import Actor, Record, Warning_

__all__ = [
    "ACTORS",
    "ATTRIBUTIONS",
    "DOCUMENT_DATE",
    "ENTITIES",
    "GENRE",
    "HEADER",
    "LANGUAGE",
    "MASKS",
    "NAMED",
    "PARAGRAPHS",
    "PARTIES",
    "QUOTES",
    "RECORDS",
    "SENTENCES",
    "SIDE",
    "TIMES",
    "TITLED",
    "TURNS",
    "WARNINGS",
    "Attribution",
    "DocumentDate",
    "Entity",
    "Genre",
    "Header",
    "Language",
    "Mask",
    "MaskKind",
    "Mention",
    "MentionForm",
    "Named",
    "Paragraph",
    "Quote",
    "Sentence",
    "Side",
    "Time",
    "TimeType",
    "Titled",
    "Turn",
    "Word",
]

MaskKind = Literal[
    "header",
    "title",
    "stamp",
    "dateline",
    "byline",
    "section-label",
    "caption",
    "widget",
    "share",
    "comment-form",
    "disclaimer",
    "copyright",
    "pull-quote",
    "repeated-body",
    "markup",
]
MentionForm = Literal["name", "title", "pronoun", "collective", "state", "organization"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch that is not body text, and what it is. `value`: a place, date or name read off it."""

    start: int
    end: int
    kind: MaskKind
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """What the furniture says of the document; the spans lie in masks."""

    title: Span | None = None
    byline: tuple[Span, ...] = ()
    publisher: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text: no masked stretch inside."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word. `head` is an index into its sentence's words, -1 at the root.

    `upos` and `deprel` are of Universal Dependencies v2; `lemma` is lower case.
    """

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words and its vector (unit length; empty array when none was computed)."""

    start: int
    end: int
    words: tuple[Word, ...] = ()
    vector: npt.NDArray[np.float32] = field(
        default_factory=lambda: np.zeros(0, np.float32), compare=False, repr=False
    )
    # Children of each word with their relation, whole and without its subtype, made once: rooms ask
    # for them a thousand times a paragraph.
    _below: dict[int, list[tuple[int, str, str]]] = field(init=False, compare=False, repr=False)
    # What questions of the syntax have derived from the words, by name, made once.
    derived: dict[str, Any] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        below: dict[int, list[tuple[int, str, str]]] = {}
        for i, word in enumerate(self.words):
            relation = word.deprel
            base = relation.split(":")[0] if ":" in relation else relation
            below.setdefault(word.head, []).append((i, relation, base))
        object.__setattr__(self, "_below", below)
        object.__setattr__(self, "derived", {})

    def children(self, index: int, *relations: str) -> list[int]:
        """Indices of the words whose head is `index`, of the given relations (subtypes included)."""
        found = self._below.get(index)
        if found is None:
            return []
        if not relations:
            return [i for i, _, _ in found]
        return [i for i, whole, base in found if base in relations or whole in relations]

    def subtree(self, index: int) -> list[int]:
        """Indices of the word and all that hangs on it, in text order."""
        inside, todo = {index}, [index]
        while todo:
            for i, _, _ in self._below.get(todo.pop(), ()):
                if i not in inside:
                    inside.add(i)
                    todo.append(i)
        return sorted(inside)

    def word_at(self, position: int) -> int | None:
        """Index of the word that covers a position of the given text."""
        for i, w in enumerate(self.words):
            if w.start <= position < w.end:
                return i
        return None

    def head_of(self, start: int, end: int) -> int | None:
        """Index of the word inside a stretch whose head lies outside it: the stretch's own head."""
        inside = [i for i, w in enumerate(self.words) if w.start < end and start < w.end]
        for i in inside:
            if self.words[i].head not in inside:
                return i
        return None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words within quotation marks; the span is inside the marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled turn of a transcript: the label's span, then what was said.

    `introduced`: a narrator's sentence leads to it, and the label is its subject.
    """

    start: int
    end: int
    label_start: int
    label_end: int
    role: Literal["speaker", "journalist"] = "speaker"
    introduced: bool = False


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


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    `value` is the TIMEX3 value, `edtf` what it denotes as EDTF (None when its anchor is unknown),
    `begin` and `last` the first and last day, inclusive. Coordinated times ("Monday and Tuesday")
    share a `group`; `group_edtf` is the whole interval. `base_year` is the year of the event that
    an anniversary counts from.
    """

    start: int
    end: int
    type: TimeType
    value: str
    edtf: str | None = None
    begin: datetime.date | None = None
    last: datetime.date | None = None
    anchor: str | None = None
    mod: str | None = None
    group: int | None = None
    group_edtf: str | None = None
    base_year: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The document's own date. `anchor` is the day that relative times are resolved against."""

    date: str | None
    basis: Literal["header", "dateline", "url", "metadata", "inferred"]
    status: Literal["ok", "ambiguous", "inferred", "conflict", "missing"]
    anchor: datetime.date | None = None
    conflicts: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    dateline_place: str | None = None
    dateline_date: str | None = None


@dataclass(frozen=True, slots=True)
class Genre:
    """What kind of text it is (a code of RECORDS.md)."""

    code: str


@dataclass(frozen=True, slots=True)
class Language:
    """The language of the body (BCP 47), or None where nothing tells."""

    code: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """The state whose publisher tells the text (alpha-3), or None, and the publisher's name."""

    state: str | None
    publisher: str | None = None


MASKS: Layer[Mask] = Layer("masks")
HEADER: Layer[Header] = Layer("header")
PARAGRAPHS: Layer[Paragraph] = Layer("paragraphs")
SENTENCES: Layer[Sentence] = Layer("sentences")
QUOTES: Layer[Quote] = Layer("quotes")
TURNS: Layer[Turn] = Layer("turns")
ENTITIES: Layer[Entity] = Layer("entities")
ATTRIBUTIONS: Layer[Attribution] = Layer("attributions")
NAMED: Layer[Named] = Layer("named")
TITLED: Layer[Titled] = Layer("titled")
ACTORS: Layer[Mention] = Layer("actors")
# The states that the text is between, the publisher's own first where it is one of them.
PARTIES: Layer[Actor] = Layer("parties")
TIMES: Layer[Time] = Layer("times")
DOCUMENT_DATE: Layer[DocumentDate] = Layer("document-date")
GENRE: Layer[Genre] = Layer("genre")
LANGUAGE: Layer[Language] = Layer("language")
SIDE: Layer[Side] = Layer("side")
WARNINGS: Layer[Warning_] = Layer("warnings")
RECORDS: Layer[Record] = Layer("records")
