"""A record with a field as a person gave it."""

from __future__ import annotations

from typing import Any

import msgspec

from verbale.errors import LedgerError
from verbale.records import Record

__all__ = ["corrected"]

_FIXED = ("id", "document", "evidence", "content")


def corrected(record: Record, name: str, value: str) -> Record:
    """The record with a field as a person gave it; JSON where it parses as such, else the words.

    A dot leads into a field: "place.country". Raises `LedgerError` where there is no such field or
    the value is none for it.
    """
    head, dot, inner = name.partition(".")
    built = msgspec.to_builtins(record)
    if head not in built or head in (*_FIXED, "record"):
        names = ", ".join(k for k in built if k not in (*_FIXED, "record"))
        raise LedgerError(f"{name}: no field that can be corrected (one of: {names})")
    try:
        parsed = msgspec.json.decode(value)
    except msgspec.DecodeError:
        parsed = value
    fault: Exception | None = None
    for given in (parsed, value):
        built[head] = _inside(built[head], inner, given) if dot else given
        try:
            return msgspec.convert(built, type(record))
        except msgspec.ValidationError as error:
            fault = error
    raise LedgerError(f"{name}={value}: {fault}") from fault


def _inside(of: Any, name: str, value: Any) -> dict[str, Any]:
    """A field's own fields with one of them set."""
    if of is not None and not isinstance(of, dict):
        raise LedgerError(f"{name}: not inside a field that has fields of its own")
    return {**(of or {}), name: value}
