"""Short texts of invented states, read by the whole pipeline."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from verbale.data import gazetteer, offices
from verbale.data.offices import Person, Tenure
from verbale.data.states import State
from verbale.document import Document, Source
from verbale.pipeline import read_documents
from verbale.reader import Reader
from verbale.records import Record

STATES = [
    State("XAV", "Avaria", ("Avarian",), ("Avarians",), ("Port Aven",)),
    State("XBO", "Borduria", ("Bordurian",), ("Bordurians",), ("Szohod",)),
    State("XCA", "Carpania", ("Carpanian",), ("Carpanians",), ("Strelz",)),
]
SINCE = datetime.date(2020, 1, 1)
TERMS = [
    Tenure("XAV", "president", "person:ilse-maren", "Ilse Maren", SINCE, None),
    Tenure("XBO", "president", "person:jan-holt", "Jan Holt", SINCE, None),
]


@cache
def reader() -> Reader:
    """The trained model, loaded once."""
    return Reader()


@contextmanager
def world() -> Iterator[None]:
    """Three invented states, two of them with a president."""
    people = [
        (Person("person:ilse-maren", "Ilse Maren", "XAV"), ()),
        (Person("person:jan-holt", "Jan Holt", "XBO"), ()),
    ]
    with gazetteer.using(STATES), offices.using(people, TERMS):
        yield


def records(text: str, kind: type[Record], publisher: str | None = None) -> list[Record]:
    """The records of one kind that a text of 4 May 2023 gives."""
    source = Source("test.txt", publisher=publisher, date="2023-05-04")
    with world():
        (read,) = read_documents([Document(text, source)], reader())
    return [r for r in read.records if isinstance(r, kind)]


@pytest.fixture(scope="session")
def read_records() -> Callable[..., list[Record]]:
    """`read_records(text, kind, publisher=None)`: the records of one kind."""
    return records
