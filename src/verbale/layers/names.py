"""The layers' names."""

from __future__ import annotations

from verbale.document import Layer
from verbale.layers.dates import DocumentDate, Time
from verbale.layers.mentions import Attribution, Entity, Mention, Named, Titled
from verbale.layers.syntax import Sentence
from verbale.layers.text import Header, Mask, Paragraph, Quote, Turn
from verbale.layers.whole import Genre, Language, Side
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
]

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
