"""Short texts of invented states, read by the whole pipeline."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
    Tenure("XCA", "president", "person:otto-lind", "Otto Lind", SINCE, None),
]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The trained model, loaded once."""
    return Reader()


@contextmanager
def world() -> Iterator[None]:
    """Three invented states, each with a president."""
    people = [(Person(t.person, t.name, t.state), ()) for t in TERMS]
    with gazetteer.using(STATES), offices.using(people, TERMS):
        yield


@pytest.fixture(scope="session")
def read_records(reader: Reader) -> Callable[..., list[Record]]:
    """`read_records(text, kind, publisher=None, title=None)`: the records of one kind that a text of
    4 May 2023 gives.
    """

    def records(
        text: str, kind: type[Record], publisher: str | None = None, title: str | None = None
    ) -> list[Record]:
        source = Source("test.txt", title=title, publisher=publisher, date="2023-05-04")
        with world():
            (read,) = read_documents([Document(text, source)], reader)
        return [r for r in read.records if isinstance(r, kind)]

    return records
