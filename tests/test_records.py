"""Evidence or nothing; ids of content; one JSON object a line."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.document import Document, Source, Span
from verbale.errors import EvidenceError
from verbale.records import (
    KINDS,
    Evidence,
    Interaction,
    Position,
    decode,
    document_id,
    encode,
    evidence,
    identify,
    json_schema,
)

HOSTILE = st.text(
    st.characters() | st.sampled_from("\x00\r\n\ufeff\u0301\u202e\u05d0\U0001f91d\U00020000")
)


def visit(**fields: object) -> Interaction:
    row: dict[str, object] = {
        "document": "doc_1",
        "evidence": (Evidence(0, 3, "abc"),),
        "kind": "visit",
        "status": "held",
    }
    return Interaction(**(row | fields))  # type: ignore[arg-type]  # the tests vary them


def test_no_evidence_no_record() -> None:
    with pytest.raises(EvidenceError):
        visit(evidence=())


def test_the_id_is_of_the_content_alone() -> None:
    one = identify(visit())
    assert one.id == identify(visit(confidence=0.9)).id
    assert one.id == identify(one).id
    assert one.id != identify(visit(status="planned")).id


def test_a_given_id_makes_a_document_its_own() -> None:
    assert document_id("text") == document_id("text")
    assert len({document_id("text"), document_id("text", "a"), document_id("text", "b")}) == 3


def test_records_come_back_from_their_json() -> None:
    record = identify(visit(date="2021-03-22/2021-03-23"))
    line = encode(record)
    assert line.startswith(b'{"record":"interaction"')
    assert decode(line) == record


def test_what_is_wrong_names_its_path() -> None:
    line = encode(visit()).replace(b'"held"', b'"maybe"')
    with pytest.raises(msgspec.ValidationError, match=r"\$\.status"):
        decode(line)


def test_the_schema_has_every_kind() -> None:
    text = msgspec.json.encode(json_schema()).decode()
    assert all(f'"{kind}"' in text for kind in KINDS)


def test_an_unknown_stance_is_refused() -> None:
    row = {"record": "position", "document": "d", "holders": [], "stance": "likes", "issue": "x"}
    row["evidence"] = [{"start": 0, "end": 1, "quote": "x"}]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(row, Position)


@given(HOSTILE, st.data())
def test_evidence_quotes_its_span(text: str, data: st.DataObject) -> None:
    document = Document(text, Source("a.txt"))
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(0, len(text)))
    start, end = min(a, b), max(a, b)
    if not text[start:end].strip():
        if start < end:
            with pytest.raises(EvidenceError):
                evidence(document, Span(start, end))
        return
    for found in evidence(document, Span(start, end)):
        assert text[found.start : found.end] == found.quote
        assert found.quote == found.quote.strip()
