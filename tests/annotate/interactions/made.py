"""Three invented states with their people, and what is read in texts about them."""

from __future__ import annotations

import datetime

from verbale.data.offices import Tenure
from verbale.data.states import State
from verbale.document import Document, Source
from verbale.pipeline import read_documents
from verbale.reader import Reader
from verbale.records import Interaction

STATES = [
    State("XNA", "Nordavia", ("Nordavian",), ("Nordavians",), ("Halm",)),
    State("XSU", "Suvaria", ("Suvarian",), ("Suvarians",), ("Tersk",)),
    State("XWE", "Westria", ("Westrian",), ("Westrians",), ("Lorn",)),
]
SINCE = datetime.date(2020, 1, 1)
TERMS = [
    Tenure("XNA", "president", "person:anna-berg", "Anna Berg", SINCE, None),
    Tenure("XNA", "foreign-minister", "person:lars-holm", "Lars Holm", SINCE, None),
    Tenure("XSU", "president", "person:ivo-maric", "Ivo Maric", SINCE, None),
    Tenure("XSU", "foreign-minister", "person:petra-novak", "Petra Novak", SINCE, None),
    Tenure("XWE", "president", "person:paul-dorn", "Paul Dorn", SINCE, None),
]
BERG, HOLM, MARIC = "person:anna-berg", "person:lars-holm", "person:ivo-maric"
NOVAK, DORN = "person:petra-novak", "person:paul-dorn"
DAY = "2023-05-10"  # a Wednesday
OPENING = "President of Nordavia Anna Berg met with President of Suvaria Ivo Maric in Halm. "
NA_SU = frozenset({"XNA", "XSU"})


def read(
    reader: Reader, text: str, title: str | None = None, publisher: str = "President of Nordavia"
) -> list[Interaction]:
    """The contacts that are read in a text of the day."""
    document = Document(text, Source("test", date=DAY, title=title, publisher=publisher))
    (done,) = read_documents([document], reader)
    for record in done.records:
        for e in record.evidence:
            assert text[e.start : e.end] == e.quote
    return [r for r in done.records if isinstance(r, Interaction)]


def short(record: Interaction) -> tuple[str, str, str | None, frozenset[str]]:
    date = record.date.rstrip("~") if record.date else None
    return record.kind, record.status, date, frozenset(p.state or p.id for p in record.participants)
