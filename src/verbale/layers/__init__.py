"""What the steps learn of a text: the payloads of its layers, and the layers' names.

Rooms never import each other; they meet here. Each item carries `start` and `end`, code points into
the given text, half-open. The order in which layers come to be is told in `verbale.pipeline`.
"""

from __future__ import annotations

from verbale.layers.dates import DocumentDate, Time, TimeType
from verbale.layers.mentions import Attribution, Entity, Mention, MentionForm, Named, Titled
from verbale.layers.names import (
    ACTORS,
    ATTRIBUTIONS,
    DOCUMENT_DATE,
    ENTITIES,
    GENRE,
    HEADER,
    LANGUAGE,
    MASKS,
    NAMED,
    PARAGRAPHS,
    PARTIES,
    QUOTES,
    RECORDS,
    SENTENCES,
    SIDE,
    TIMES,
    TITLED,
    TURNS,
    WARNINGS,
)
from verbale.layers.syntax import Sentence, Word
from verbale.layers.text import Header, Mask, MaskKind, Paragraph, Quote, Turn
from verbale.layers.whole import Genre, Language, Side

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
