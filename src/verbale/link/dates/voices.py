"""The voices that name the document's day: the container's date, the address, stamps, the dateline."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from email.utils import parsedate
from typing import Literal

from verbale.annotate.times import Expression, resolve
from verbale.annotate.times.days import valid
from verbale.document import Document, Span
from verbale.layers import Mask

__all__ = ["LATE", "NEAR_KINDS", "Says", "dateline_of", "latest_year", "metadata", "stamps"]

Day = datetime.date
# A dateline stands at most this many days before the stamp of its page.
LATE = 3
# Kinds of expressions that mean nothing without the text's own day.
NEAR_KINDS = frozenset(
    ("before", "clockday", "day", "daypart", "earlier", "endof", "relative", "weekday")
)
_NO_DAY = NEAR_KINDS | {"clock", "timeofday"}


@dataclass(frozen=True, slots=True)
class Says:
    """One voice: a day, what it rests on, whether its label makes it doubtful.

    `written` is set where only the month or the year is told; `day` lies in its middle then.
    """

    day: Day
    basis: Literal["header", "dateline", "url", "metadata", "inferred"]
    span: Span | None
    doubtful: bool = False
    written: str | None = None


def metadata(document: Document) -> list[Says]:
    """What the container and the address say."""
    found = []
    written = (document.source.date or "").strip()
    match = re.match(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?!\d)", written)
    parsed = None if match else parsedate(written) if written else None
    if match:
        year, month, day_ = match.groups()
        day = valid(int(year), int(month or 7), int(day_ or 15))
        whole = None if day_ else f"{year}-{month}" if month else year
        if day:
            found.append(Says(day, "metadata", None, written=whole))
    elif parsed and (day := valid(*parsed[:3])):
        found.append(Says(day, "metadata", None))
    if document.source.url:
        match = re.search(r"/(20\d\d|19\d\d)[/-]?(\d{2})[/-]?(\d{2})(?:/|\b)", document.source.url)
        day = valid(*map(int, match.groups())) if match else None
        if day:
            found.append(Says(day, "url", None))
    return found


def stamps(
    document: Document, masks: tuple[Mask, ...], expressions: tuple[Expression, ...]
) -> list[Says]:
    """Full dates in the furniture; of a short one that reads two ways, the reading nearest to others."""
    found: list[Says] = []
    carriers = [m for m in masks if m.kind in ("header", "stamp", "byline")]
    other = [v.day for v in metadata(document)] or latest_year(expressions)
    for mask in carriers:
        label = document.text[mask.start : mask.end].lower()
        inside = [
            e
            for e in expressions
            if mask.start <= e.start and e.end <= mask.end and e.kind not in _NO_DAY
        ]
        time = next((t for t in resolve(inside, other[0] if other else None) if t.begin), None)
        if time is None or time.begin is None or time.begin != time.last:
            continue
        late = bool(re.search(r"\bupdated?:?\s|modified", label)) and "source" not in label
        found.append(Says(time.begin, "header", Span(time.start, time.end), late))
    return found


def latest_year(expressions: tuple[Expression, ...]) -> list[Day]:
    """The middle of the latest year that the text names: what a short stamp is read near."""
    years = [int(e.parts["y"]) for e in expressions if e.kind == "year"]
    known = [y for y in years if y <= datetime.date.today().year]
    return [Day(max(known), 7, 1)] if known else []


def dateline_of(
    masks: tuple[Mask, ...],
    expressions: tuple[Expression, ...],
    voices: list[Says],
) -> tuple[Says | None, str | None]:
    """The dateline's day and place; without a year of its own it takes the stamp's, and is doubtful."""
    mask = next((m for m in masks if m.kind == "dateline"), None)
    if mask is None:
        return None, None
    place = (mask.value or "").strip(" ,").title() or None
    inside = [e for e in expressions if mask.start <= e.start and e.end <= mask.end]
    if not inside:
        return None, place
    anchor = voices[0].day if voices else None
    if anchor is None:
        anchor = next(iter(latest_year(expressions)), None)
    time = resolve(inside[:1], anchor)[0]
    if time.begin is None:
        return None, place
    borrowed = time.anchor != "explicit"
    return Says(time.begin, "dateline", Span(time.start, time.end), borrowed), place
