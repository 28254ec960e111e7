"""For every record on every text: the words stand where the record says. And nothing crashes."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hostile import TEXTS
from verbale.document import Document, Source
from verbale.errors import SourceError
from verbale.pipeline import read_documents
from verbale.reader import Reader
from verbale.records import DocumentRecord, Record, decode, encode
from verbale.sources.plain import from_bytes
from verbale.sources.tables import _document

SETTINGS = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def check(text: str, records: tuple[Record, ...]) -> None:
    head = records[0]
    assert isinstance(head, DocumentRecord)
    ids = [r.id for r in records]
    assert len(set(ids)) == len(ids)
    for record in records:
        assert record.document == head.id
        warned = (w.evidence for w in getattr(record, "warnings", ()))
        spans = (record.evidence, getattr(record, "content", ()), *warned)
        for e in (e for part in spans for e in part):
            assert text[e.start : e.end] == e.quote
            assert e.quote.strip()
        assert 0 <= record.confidence <= 1
        assert decode(encode(record)) == record


@SETTINGS
@given(TEXTS)
def test_every_quote_holds(reader: Reader, text: str) -> None:
    (done,) = read_documents([Document(text, Source("a.txt"))], reader)
    assert done.document.text == text
    check(text, done.records)


@SETTINGS
@given(TEXTS, TEXTS)
def test_company_changes_nothing(reader: Reader, text: str, other: str) -> None:
    """A text read beside another gives the records that it gives alone."""
    given_ = [Document(t, Source("a.txt", id=str(i))) for i, t in enumerate((other, text))]
    beside = list(read_documents(given_, reader))[1].records
    (alone,) = read_documents([Document(text, Source("a.txt", id="1"))], reader)
    assert [r.id for r in beside] == [r.id for r in alone.records]


@SETTINGS
@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_file_gives_its_text_back_or_says_why_not(text: str, encoding: str) -> None:
    try:
        document = from_bytes(text.encode(encoding), "a.txt")
    except SourceError:
        assume(False)  # a text of signs alone, or with too many controls, is refused
    # A byte order mark at the very start is encoding; the text may open with one of its own.
    if encoding == "utf-8":
        text = text.removeprefix("\ufeff")
    assert document.text == text


@SETTINGS
@given(st.binary(max_size=400))
def test_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        document = from_bytes(data, "a.txt")
    except SourceError:
        return
    assert document.text.encode()


@SETTINGS
@given(st.text(st.characters(), max_size=60))
def test_half_pairs_in_rows_do_not_reach_the_records(reader: Reader, text: str) -> None:
    row = json.loads(json.dumps({"text": f"The ministers met {text}", "title": text, "id": text}))
    document = _document(row, "a.jsonl:1")
    if isinstance(document, SourceError):
        return
    assert len(document.text) == len(row["text"])
    (done,) = read_documents([document], reader)
    check(document.text, done.records)
