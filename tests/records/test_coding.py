"""Ids of content; one JSON object a line."""

from __future__ import annotations

import msgspec
import pytest

from verbale.records import (
    KINDS,
    Evidence,
    Interaction,
    decode,
    document_id,
    encode,
    identify,
    json_schema,
)


def visit(**fields: object) -> Interaction:
    row: dict[str, object] = {
        "document": "doc_1",
        "evidence": (Evidence(0, 3, "abc"),),
        "kind": "visit",
        "status": "held",
    }
    return Interaction(**(row | fields))  # type: ignore[arg-type]  # the tests vary them


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
