"""Time expressions and the document's own date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from verbale.document import Span

__all__ = ["DocumentDate", "Time", "TimeType"]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression.

    `value` is the TIMEX3 value, `edtf` what it denotes as EDTF (None when its anchor is unknown),
    `begin` and `last` the first and last day, inclusive. Coordinated times ("Monday and Tuesday")
    share a `group`; `group_edtf` is the whole interval. `base_year` is the year of the event that
    an anniversary counts from.
    """

    start: int
    end: int
    type: TimeType
    value: str
    edtf: str | None = None
    begin: datetime.date | None = None
    last: datetime.date | None = None
    anchor: str | None = None
    mod: str | None = None
    group: int | None = None
    group_edtf: str | None = None
    base_year: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The document's own date. `anchor` is the day that relative times are resolved against."""

    date: str | None
    basis: Literal["header", "dateline", "url", "metadata", "inferred"]
    status: Literal["ok", "ambiguous", "inferred", "conflict", "missing"]
    anchor: datetime.date | None = None
    conflicts: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    dateline_place: str | None = None
    dateline_date: str | None = None
