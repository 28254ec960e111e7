"""What fields of records are made of."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.records.quoted import Evidence

__all__ = ["Actor", "Change", "Dateline", "Place", "Published", "Rank", "Warning_"]


class Actor(msgspec.Struct, frozen=True, order=True):
    """A state, person or organization; `state` is the one that a person or office acts for."""

    id: str
    name: str
    kind: Literal["state", "person", "organization"]
    state: str | None = None
    role: str | None = None


class Place(msgspec.Struct, frozen=True):
    """Where: the name as the text gives it, and the country's alpha-3."""

    name: str | None = None
    country: str | None = None


class Published(msgspec.Struct, frozen=True):
    """The document's date, what it rests on, and how sure it is."""

    date: str | None
    basis: Literal["header", "dateline", "url", "metadata", "inferred"]
    status: Literal["ok", "ambiguous", "inferred", "conflict", "missing"]
    conflicts: tuple[str, ...] = ()


class Dateline(msgspec.Struct, frozen=True):
    """Place and date that open an agency report."""

    place: str | None = None
    date: str | None = None


class Warning_(msgspec.Struct, frozen=True):
    """What a reader of the document should know about its state."""

    code: Literal[
        "missing-date",
        "date-conflict",
        "repeated-body",
        "boilerplate",
        "run-on-sentences",
        "truncated",
        "not-a-text",
        "unsupported-language",
        "near-duplicate-of",
    ]
    message: str
    evidence: tuple[Evidence, ...] = ()


class Change(msgspec.Struct, frozen=True):
    """A change of `percent` against a period (EDTF)."""

    percent: float
    against: str | None = None


class Rank(msgspec.Struct, frozen=True):
    """A rank: "largest trading partner", since when, how many years in a row."""

    label: str
    since: str | None = None
    years: int | None = None
