"""Ids of content, and JSON there and back."""

from __future__ import annotations

import functools
import hashlib
import operator
from typing import Any

import msgspec

from verbale.records.kinds import KINDS, Record

__all__ = ["decode", "document_id", "encode", "identify", "json_schema", "kind_of"]

_ANY_RECORD: Any = functools.reduce(operator.or_, KINDS.values())
_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(_ANY_RECORD)
_PREFIX = {
    "document": "doc",
    "interaction": "int",
    "statement": "sta",
    "position": "pos",
    "commitment": "com",
    "target": "tar",
    "observation": "obs",
    "agreement": "agr",
    "status": "rel",
}


def kind_of(record: Record) -> str:
    """The record's kind as RECORDS.md names it."""
    return str(record.__struct_config__.tag)


def document_id(text: str, source_id: str | None = None) -> str:
    """The id of a document: of its text, and of the id that the input gave (two given ids are two)."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    if source_id is not None:
        digest.update(b"\0" + source_id.encode("utf-8", "surrogatepass"))
    return "doc_" + digest.hexdigest()[:16]


def identify(record: Record) -> Record:
    """The record with its content-derived id; confidence takes no part in it."""
    bare = msgspec.structs.replace(record, id="", confidence=0.0)
    digest = hashlib.sha256(_ENCODER.encode(bare)).hexdigest()[:16]
    return msgspec.structs.replace(record, id=f"{_PREFIX[kind_of(record)]}_{digest}")


def encode(record: Record) -> bytes:
    """One JSON object, `record` first, without a line end."""
    return msgspec.json.encode(record)


def decode(line: bytes | str) -> Record:
    """A record from its JSON; `msgspec.ValidationError` names the path of what is wrong."""
    return _DECODER.decode(line)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of `verbale read --format jsonl`."""
    return msgspec.json.schema(_ANY_RECORD)
