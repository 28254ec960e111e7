"""What of a record rests on the date of its text, and what it says when that date is another.

"On Monday", "in May", a readout's "today" count from the day on which a text was written. Where that
day turns out to be another, or unknown, they are read against it anew; what names its own year stays
as it is. The words are those that the record stands on, and the grammar is that of the reader.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from verbale.annotate.times import find, resolve
from verbale.ledger.when import Days, days
from verbale.records import Record, Statement

__all__ = ["across", "moved", "rests"]

Day = datetime.date
R = TypeVar("R", bound=Record)

# Fields that hold a time, as far as a kind of record has them.
FIELDS = ("date", "due", "period", "since", "signed")
# Bases of a date that is the text's own.
OWN = frozenset({"document", "published"})
# The day that words count from lies at most so many days before the stamp (a dateline's).
LATE = 3
YEAR = 366
_MARK = re.compile(r"[~?%]")


def rests(record: Record, stamp: Day) -> bool:
    """Whether a time of the record would be another if its text were not of that day."""
    return moved(record, stamp, None) != record


def moved(record: R, stamp: Day | None, new: Day | None) -> R:
    """The record as its text says it when the text is of the day `new`, not of `stamp`.

    None stands for a day that is not known: then what rests on it is null.
    """
    quotes = [e.quote for e in record.evidence]
    changed: dict[str, str | None] = {}
    own = getattr(record, "basis", None) in OWN
    for field in FIELDS:
        told = getattr(record, field, None)
        if isinstance(told, str):
            value = _moved(told, own and field == "date", quotes, stamp, new)
        elif told is None and stamp is None and new and field in record.__struct_fields__:
            value = _settled(record, field, quotes, new)
        else:
            continue
        if value != told:
            changed[field] = value
    return msgspec.structs.replace(record, **changed) if changed else record


def across(record: R, stamp: Day | None, stretch: Days) -> R:
    """The record when its text is of some day in `stretch`: what all these days have it say.

    A stretch of more than a year says nothing.
    """
    if stretch.length > YEAR:
        return moved(record, stamp, None)
    one, two = moved(record, stamp, stretch.first), moved(record, stamp, stretch.last)
    open_ = {f: None for f in FIELDS if getattr(one, f, None) != getattr(two, f, None)}
    return msgspec.structs.replace(one, **open_) if open_ else one


def _moved(
    told: str, own: bool, quotes: Sequence[str], stamp: Day | None, new: Day | None
) -> str | None:
    if stamp is None:
        return told
    plain, marks = _MARK.sub("", told), "".join(_MARK.findall(told)[:1])
    for back in range(LATE + 1):
        shift = datetime.timedelta(back)
        other = new - shift if new else None
        known = {} if own else _known(plain, quotes, stamp - shift, other)
        if plain in known:
            value = known[plain]
            return value + marks if value and not _MARK.search(value) else value
        if plain == (stamp - shift).isoformat():
            return other.isoformat() + marks if other else None
    return told


def _known(plain: str, quotes: Sequence[str], old: Day, new: Day | None) -> dict[str, str | None]:
    """What the words denote against one day → against the other; `plain` put together of them, too."""
    known = dict(_pairs(quotes, old, new))
    known = _ahead(known, new) | known
    first, slash, last = plain.partition("/")
    if slash and first in known and last in known and plain not in known:
        ends = known[first], known[last]
        known[plain] = f"{ends[0]}/{ends[1]}" if ends[0] and ends[1] else None
    return known


def _pairs(quotes: Sequence[str], old: Day, new: Day | None) -> Iterator[tuple[str, str | None]]:
    """What the times in these words denote when read against one day, and against another."""
    for quote in quotes:
        expressions = find(quote)
        for one, two in zip(resolve(expressions, old), resolve(expressions, new), strict=True):
            if one.group_edtf:
                yield _MARK.sub("", one.group_edtf), two.group_edtf
            if one.edtf:
                yield _MARK.sub("", one.edtf), two.edtf
            if one.base_year:
                yield str(one.base_year), str(two.base_year) if two.base_year else None


def _ahead(known: dict[str, str | None], new: Day | None) -> dict[str, str | None]:
    """The same for months and days without a year that a plan leads ahead into the next one."""
    found: dict[str, str | None] = {}
    for old, value in known.items():
        stretch = days(value)
        late = stretch is not None and new is not None and stretch.last < new
        found[_next_year(old)] = _next_year(value) if late and value else value
    return found


def _next_year(value: str) -> str:
    return re.sub(r"\d{4}", lambda m: str(int(m.group()) + 1), value)


def _settled(record: Record, field: str, quotes: Sequence[str], new: Day) -> str | None:
    """A time that the text left open, where its words name one: the day, or the stretch of days."""
    if isinstance(record, Statement):
        return f"{new.isoformat()}~"
    if field != "date" or getattr(record, "basis", None) is None:
        return None
    values = {
        value
        for quote in quotes
        for t in resolve(find(quote), new)
        if (value := t.group_edtf or t.edtf)
    }
    return values.pop() if len(values) == 1 else None
