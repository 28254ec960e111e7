"""The ledger beside a reference list of events: found, missing, extra.

A reference row says who was where from when to when. It is found when an event of the ledger has
the person (by family name) and the country, and their days touch; its days are right when the
event lies within the reference, a day of time zones aside.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import SourceError, Unreadable
from verbale.ledger.events import Event
from verbale.ledger.when import Days, days, gap

__all__ = ["COLUMNS", "Coverage", "Match", "Reference", "coverage", "read_reference"]

# Our names for a reference's columns, with names that such lists use; the first present counts.
COLUMNS = {
    "who": ("who", "name", "visitor", "person", "leader"),
    "where": ("where", "country", "destination", "host", "place"),
    "start": ("start", "begin", "from_date", "date"),
    "end": ("end", "to_date", "until"),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One row of a reference list: `line` is its place in the file."""

    line: int
    who: str
    where: str
    days: Days


@dataclass(frozen=True, slots=True)
class Match:
    """A reference row and the event that it was found in."""

    reference: Reference
    event: Event
    right_days: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the comparison gave; `extra` are events of the kinds compared that no row has."""

    found: tuple[Match, ...]
    missing: tuple[Reference, ...]
    extra: tuple[Event, ...]
    skipped: tuple[int, ...]

    @property
    def recall(self) -> float | None:
        """Share of the reference rows that were found, None when there are none."""
        total = len(self.found) + len(self.missing)
        return len(self.found) / total if total else None


def read_reference(
    path: Path, names: dict[str, str] | None = None, where: str | None = None
) -> tuple[list[Reference], list[int]]:
    """Rows of a CSV file, and the lines without a usable date.

    `names` maps who, where, start, end to the file's own columns. `where` is the country for a list
    that has one destination only. Raises `Unreadable` naming the file and what is missing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.DictReader(opened))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(str(path), f"not a readable CSV file: {error}") from error
    if not rows:
        raise Unreadable(str(path), "the reference list has no rows", "give a CSV with a header")
    columns = {ours: _column(path, rows[0], ours, names or {}) for ours in ("who", "start")}
    columns["end"] = _column(path, rows[0], "end", names or {}, columns["start"])
    if where is None:
        columns["where"] = _column(path, rows[0], "where", names or {})
    found, skipped = [], []
    for line, row in enumerate(rows, start=2):
        stretch = days(f"{row[columns['start']]}/{row[columns['end']] or row[columns['start']]}")
        if stretch is None or not row[columns["start"]]:
            skipped.append(line)
            continue
        place = where if where is not None else row[columns["where"]]
        found.append(Reference(line, row[columns["who"]], place, stretch))
    return found, skipped


def _column(
    path: Path, row: dict[str, str], ours: str, names: dict[str, str], default: str | None = None
) -> str:
    for name in (names[ours],) if ours in names else COLUMNS[ours]:
        if name in row:
            return name
    if default is not None and ours not in names:
        return default
    wanted = names.get(ours) or " or ".join(COLUMNS[ours])
    raise SourceError(str(path), f"no column {wanted!r}", f"map it, as in {ours}=COLUMN")


def words(text: str) -> set[str]:
    """Lower-case words without accents."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z]+", plain))


def coverage(
    reference: Sequence[Reference],
    events: Iterable[Event],
    country_of: dict[str, str],
    skipped: Sequence[int] = (),
) -> Coverage:
    """Compare. `country_of` leads lower-case names of countries to alpha-3 codes."""
    kinds = ("visit", "meeting", "summit", "conference")
    events = [e for e in events if e.kind in kinds and e.status == "held" and days(e.date)]
    found, missing = [], []
    used: set[str] = set()
    for row in reference:
        about = [e for e in events if _about(row, e, country_of)]
        if not about:
            missing.append(row)
            continue
        event = min(about, key=lambda e: (_distance(row, e), e.kind != "visit", e.id))
        stretch = days(event.date)
        inside = (
            stretch is not None
            and (row.days.first - stretch.first).days <= 1
            and (stretch.last - row.days.last).days <= 1
        )
        used.add(event.id)
        found.append(Match(row, event, inside))
    extra = tuple(e for e in events if e.kind == "visit" and e.id not in used)
    return Coverage(tuple(found), tuple(missing), extra, tuple(skipped))


def _distance(row: Reference, event: Event) -> int:
    stretch = days(event.date)
    return gap(row.days, stretch) if stretch else 10**6


def _about(row: Reference, event: Event, country_of: dict[str, str]) -> bool:
    """Whether the event may be the row: the days, the country and the person are right."""
    if _distance(row, event) > 1:
        return False
    country = country_of.get(row.where.strip().lower(), row.where.strip().upper())
    places = {event.country, event.host.state if event.host else None}
    if event.country is None and event.host is None:
        places |= {a.state for a in event.participants}
    if country not in places:
        return False
    wanted = words(row.who)
    return any(a.kind == "person" and _family(a.id) in wanted for a in event.participants)


def _family(ident: str) -> str:
    """The last part of a person's id."""
    return ident.rpartition("-")[2].removeprefix("person:")
