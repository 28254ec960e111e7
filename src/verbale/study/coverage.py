"""The ledger beside a reference list of events: found, missing, extra.

A reference row says who was where from when to when. It is found when an event of the ledger has
the person (by family name) and the country, and their days touch; its days are right when the
event lies within the reference, a day of time zones aside.
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verbale.annotate.sentences import split
from verbale.data.titles import titles
from verbale.errors import SourceError, Unreadable
from verbale.ledger.events import Event
from verbale.ledger.when import Days, days, gap

__all__ = [
    "COLUMNS",
    "Coverage",
    "Match",
    "Reference",
    "Text",
    "coverage",
    "mentions",
    "once",
    "passage",
    "read_reference",
]

# Our names for a reference's columns, with names that such lists use; the first present counts.
COLUMNS = {
    "who": ("who", "name", "visitor", "person", "leader"),
    "where": ("where", "country", "destination", "host", "place"),
    "start": ("start", "begin", "from_date", "date"),
    "end": ("end", "to_date", "until"),
}


MONTH = 31

_WORD = re.compile(r"[^\W_]+")


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


def once(rows: Sequence[Reference]) -> list[Reference]:
    """The rows without those that lie within another one of the same person and country.

    Lists that were put together from several have a trip twice, in full and with one day of it.
    """
    return [r for r in rows if not any(_within(r, o) for o in rows if o is not r)]


def _within(row: Reference, other: Reference) -> bool:
    if (row.where, words(row.who)) != (other.where, words(other.who)):
        return False
    inside = other.days.first <= row.days.first and row.days.last <= other.days.last
    return inside and (row.days != other.days or other.line < row.line)


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
    return set(_folded(text))


def _folded(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z]+", plain)


def coverage(
    reference: Sequence[Reference],
    events: Iterable[Event],
    country_of: dict[str, str],
    skipped: Sequence[int] = (),
) -> Coverage:
    """Compare. `country_of` leads lower-case names of countries to alpha-3 codes."""
    kinds = ("visit", "meeting", "summit", "conference")
    events = [e for e in events if e.kind in kinds and e.status == "held" and _dated(e)]
    found, missing = [], []
    used: set[str] = set()
    for row in reference:
        about = [e for e in events if _about(row, e, country_of)]
        if not about:
            missing.append(row)
            continue
        event = min(about, key=lambda e: (_distance(row, e), _length(e), e.kind != "visit", e.id))
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


def _length(event: Event) -> int:
    stretch = days(event.date)
    return stretch.length if stretch else 10**6


def _dated(event: Event) -> bool:
    """Whether its days are known well enough to be compared: a month at most."""
    return _length(event) <= MONTH


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
    return any(a.kind == "person" and _is(a.id, row.who) for a in event.participants)


def _is(ident: str, who: str) -> bool:
    """Whether a person's id may be of this name: the last part, or all parts, in either order."""
    parts = ident.removeprefix("person:").split("-")
    wanted = words(who)
    # "Suga Yoshihide" and "Yoshihide Suga", "Zelensky" and "Zelenskyy".
    return any(_alike(parts[-1], w) for w in wanted) or set(parts) <= wanted


def _alike(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) >= 5 and one.rstrip("y") == two.rstrip("y"))


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the ledger and the days on which it was published; `document` is its id."""

    days: Days
    text: str
    document: str = ""


def mentions(text: Text, row: Reference, country_of: dict[str, str]) -> bool:
    """Whether a text of these days names the person and the country.

    A readout appears on the day, or some days later; an advance notice no more than a day before.
    """
    early, late = (row.days.first - text.days.last).days, (text.days.first - row.days.last).days
    if early > 1 or late > 3:
        return False
    return _named(row.who, text.text) and _has(text.text, row, country_of)


def passage(text: str, row: Reference, country_of: dict[str, str]) -> str:
    """The first sentence with the person and the country, else with the person; white space as one."""
    sentences = [" ".join(text[a:b].split()) for a, b in split(text, 0, len(text))]
    named = [s for s in sentences if _named(row.who, s)]
    both = [s for s in named if _has(s, row, country_of)]
    return next(iter((*both, *named)), "")


def _has(text: str, row: Reference, country_of: dict[str, str]) -> bool:
    """Whether a text names the country of a row."""
    code = country_of.get(row.where.strip().lower(), row.where.strip().upper())
    plain = _plain(text)
    return any(_plain(name) in plain for name, c in country_of.items() if c == code)


def _plain(text: str) -> str:
    """Words in lower case between single spaces, a space at both ends."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _named(who: str, text: str) -> bool:
    """Whether a text has the person's name in full, or a part of it behind a title.

    "Thank you, Michael" is nobody's trip.
    """
    spoken = _folded(text)
    names = words(who)
    bare = names - {w for title in titles() for w in title.split()} - _ENDS
    for i, word in enumerate(spoken):
        if not any(_alike(word, n) for n in bare):
            continue
        before = spoken[max(0, i - 2) : i]
        if (before[-1:] and before[-1] in names - _ENDS) or _offices() & set(before):
            return True
    return False


_ENDS = frozenset({"jr", "sr", "the"})


@functools.cache
def _offices() -> frozenset[str]:
    """The last words of titles, and what is said to a person's face."""
    return frozenset(t.split()[-1] for t in titles()) | {"mr", "mrs", "ms", "sir", "dr"}
