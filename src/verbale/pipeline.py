"""The whole flow on one page: a text in, its records out.

Each step reads layers of the document and puts others; the order is the two tuples below, with the
one pass of the trained model between them. Documents go through in groups, because the model is
fast on many paragraphs at once; a group's size bounds the memory, never the result.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from verbale import __version__
from verbale.annotate import (
    actors,
    agreements,
    commitments,
    figures,
    genre,
    interactions,
    language,
    positions,
    reading,
    sentences,
    statements,
    statuses,
    times,
)
from verbale.clean import furniture
from verbale.document import Document
from verbale.layers import RECORDS
from verbale.link import confidence, dates, documents, occasions, people
from verbale.reader import Reader
from verbale.records import Record

__all__ = ["Read", "read_documents", "reader_version"]

Step = Callable[[Document], None]

BEFORE_THE_READER: tuple[Step, ...] = (
    furniture.annotate,
    language.annotate,
    sentences.annotate,
    genre.annotate,
    times.annotate,
    dates.annotate,
)
AFTER_THE_READER: tuple[Step, ...] = (
    actors.annotate,
    people.annotate,
    statements.annotate,
    interactions.annotate,
    positions.annotate,
    commitments.annotate,
    figures.annotate,
    agreements.annotate,
    statuses.annotate,
    occasions.annotate,
    confidence.annotate,
)

# Documents read together. 32 articles hold about 600 paragraphs, enough to fill batches of every
# length; more gained nothing on the domain set (benchmarks/speed.py) and costs memory.
GROUP = 32


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read, with its records, the document's own first."""

    document: Document
    records: tuple[Record, ...]


def reader_version(reader: Reader) -> str:
    """What work is keyed by: the program's version and the weights'."""
    return f"{__version__}+{reader.version}"


def read_documents(
    given: Iterable[Document], reader: Reader | None = None, group: int = GROUP
) -> Iterator[Read]:
    """Read documents lazily, in the order given."""
    reader = reader or Reader()
    todo = iter(given)
    while documents_ := list(itertools.islice(todo, group)):
        for document in documents_:
            document.put(RECORDS, ())
            for step in BEFORE_THE_READER:
                step(document)
        reading.annotate(documents_, reader)
        for document in documents_:
            for step in AFTER_THE_READER:
                step(document)
            yield Read(document, (documents.record(document), *document.get(RECORDS)))
