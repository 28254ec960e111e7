"""The whole flow on one page: a text in, its records out.

Each step reads layers of the document and puts others; the order is the two tuples below, with the
one pass of the trained model between them. Documents go through in groups: while the model is at
one, the rules work on the one before. A group's size bounds the memory, never the result.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
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
from verbale.clean import furniture, markdown
from verbale.document import Document
from verbale.layers import RECORDS
from verbale.link import confidence, dates, documents, occasions, people
from verbale.reader import Reader
from verbale.records import Record

__all__ = ["Read", "read_documents", "reader_version"]

Step = Callable[[Document], None]

BEFORE_THE_READER: tuple[Step, ...] = (
    markdown.annotate,
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

# Characters of the documents that go through the model together: about twelve articles, a second of
# work. Larger groups gained nothing on the domain set (benchmarks/speed.py) and cost memory.
GROUP = 60_000


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
    """Read documents lazily, in the order given, `group` characters at a time.

    All but the model runs in the thread that asks, which also takes from `given`.
    """
    reader = reader or Reader()
    if reader.threads == 1:
        for documents_ in _groups(given, group):
            reading.annotate(documents_, reader)
            yield from _finished(documents_)
        return
    waiting: tuple[list[Document], Future[None]] | None = None
    stop = threading.Event()
    with ThreadPoolExecutor(1, "reader") as beside:
        try:
            for documents_ in _groups(given, group):
                task = beside.submit(reading.annotate, documents_, reader, stop)
                if waiting:
                    waiting[1].result()
                    yield from _finished(waiting[0])
                waiting = documents_, task
            if waiting:
                waiting[1].result()
                yield from _finished(waiting[0])
        finally:
            stop.set()  # whoever breaks off does not wait for the group in work


def _groups(given: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """Documents as they are before the model reads them, in groups of `size` characters."""
    documents_: list[Document] = []
    length = 0
    for document in given:
        document.put(RECORDS, ())
        for step in BEFORE_THE_READER:
            step(document)
        documents_.append(document)
        length += max(1, len(document.text))
        if length >= size:
            yield documents_
            documents_, length = [], 0
    if documents_:
        yield documents_


def _finished(read: list[Document]) -> Iterator[Read]:
    """What the rules make of documents that the model has read."""
    for document in read:
        for step in AFTER_THE_READER:
            step(document)
        yield Read(document, (documents.record(document), *document.get(RECORDS)))
