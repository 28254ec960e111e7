"""Groups and threads change nothing: neither the order nor a record."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from verbale.document import Document, Source
from verbale.pipeline import read_documents
from verbale.reader import Reader
from verbale.records import encode

TEXTS = (
    "XAVERTON, March 3, 2031 — Foreign Minister Maren Holt of France met her German counterpart"
    " on Monday. “We will sign the treaty in May,” she said.",
    "",
    "The two sides agreed to raise trade to $20 billion by 2035. " * 30,
    "Germany opposes the tariffs, its spokesperson said on Tuesday.",
    "France and Germany issued a joint statement in Paris on 4 March 2031.\n\n" * 3,
)


def documents() -> list[Document]:
    return [Document(text, Source(f"{i}.txt", id=str(i))) for i, text in enumerate(TEXTS)]


def records(threads: int, group: int) -> list[tuple[str, list[bytes]]]:
    done = read_documents(documents(), Reader(threads=threads), group)
    return [(r.document.source.path, [encode(x) for x in r.records]) for r in done]


@pytest.fixture(scope="module")
def one_by_one() -> list[tuple[str, list[bytes]]]:
    return records(threads=1, group=1)


@pytest.mark.parametrize(("threads", "group"), [(1, 10_000), (2, 1), (2, 200), (3, 10_000)])
def test_groups_and_threads_change_nothing(
    one_by_one: list[tuple[str, list[bytes]]], threads: int, group: int
) -> None:
    assert [path for path, _ in one_by_one] == [f"{i}.txt" for i in range(len(TEXTS))]
    assert len(one_by_one[0][1]) > 2
    assert records(threads, group) == one_by_one


@pytest.mark.parametrize("threads", [1, 2])
def test_no_more_is_taken_than_the_group_in_work_and_the_next(threads: int) -> None:
    taken = []

    def given() -> Iterator[Document]:
        for document in documents() * 4:
            taken.append(document)
            yield document

    done = read_documents(given(), Reader(threads=threads), group=1)
    next(done)
    assert len(taken) == threads
    done.close()  # whoever breaks off is not kept waiting for the rest
    assert len(taken) == threads


@pytest.mark.parametrize("threads", [1, 2])
def test_what_is_wrong_with_a_document_reaches_the_caller(threads: int) -> None:
    def given() -> Iterator[Document]:
        yield documents()[0]
        raise OSError("the disk has gone")

    with pytest.raises(OSError, match="gone"):
        list(read_documents(given(), Reader(threads=threads), group=1))


def test_breaking_off_does_not_wait_for_the_group_in_work() -> None:
    long = "The two sides agreed to raise trade to $20 billion by 2035. " * 3000
    given = [*documents()[:1], Document(long, Source("long.txt"))]
    done = read_documents(given, Reader(threads=2), group=1)
    next(done)
    began = time.process_time()
    done.close()
    # The whole of it takes half a minute.
    assert time.process_time() - began < 5
