"""Cards and tables for people: as wide as the screen is, coloured only where a person looks.

A card begins with the words that a record stands on; what was read from them comes below. A table
that does not fit the width becomes a block of named lines per row. `rich` says how wide a sign is
and whether colours are wanted (NO_COLOR, pipes).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["Card", "clean", "print_cards", "print_fields", "print_heading", "print_table", "short"]

PIPE = 120  # columns where nobody says how wide it is
GAP = 2  # columns between two of a table
NARROW = 16  # columns up to this wide stand side by side at the head of a block
FLEXIBLE = 24  # a column wider than this may be folded down to it
LONGEST = 280  # characters of a card's words; `show ID` has them all

# Signs that move the cursor, ring or turn the reading direction: a text must not steer the terminal.
_STEERING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_IDENT = re.compile(r"\b([a-z]{3}_[0-9a-f]{8})[0-9a-f]{8}\b")
_QUOTED = re.compile(r"«[^»]*»")
_FIGURE = re.compile(r"[+-]?[\d,.]+%?")
# How things stand, where a colour says it faster than the word.
STYLES = {
    "planned": "yellow",
    "proposed": "yellow",
    "postponed": "yellow",
    "cancelled": "red",
    "supports": "green",
    "opposes": "red",
    "met": "green",
    "missed": "red",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One record or event: `lead` is its day, `words` what it stands on, `fields` what was read."""

    lead: str
    words: str
    fields: Sequence[str]
    ident: str
    quoted: bool = True


def clean(text: str) -> str:
    """A text without signs that steer a terminal."""
    return _STEERING.sub("\ufffd", text)


def short(ident: str) -> str:
    """Ids cut to what tells them apart in any but a huge ledger; commands take them so."""
    return _IDENT.sub(r"\1", ident)


def print_cards(cards: Sequence[Card]) -> None:
    """Cards, their days in a column of their own."""
    console = _console()
    gutter = max((len(c.lead) for c in cards), default=0)
    gutter += GAP if gutter else 0
    for number, card in enumerate(cards):
        lines = list(_card(card, console, console.width - gutter))
        for line in ([""] if number else []) + lines:
            lead = card.lead if line is lines[0] else ""
            _print(console, _text(lead.ljust(gutter) if line else "", "bold"), line)


def _card(card: Card, console: Console, width: int) -> Iterator[Text]:
    words = " ".join(clean(card.words).split())
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
    if words:
        told = _text(f"“{words}”" if card.quoted else words)
        if not card.quoted:
            told.highlight_regex(_QUOTED, "bold")
        yield from told.wrap(console, width)
    ident = _text(short(card.ident), "dim")
    *above, last = list(_packed([_field(f) for f in card.fields if f], console, width)) or [
        _text("")
    ]
    yield from above
    room = width - last.cell_len - ident.cell_len
    if room >= GAP or not last.plain:
        yield last + _text(" " * max(room, 0)) + ident
    else:
        yield last
        yield _text(" " * max(width - ident.cell_len, 0)) + ident


def _packed(fields: list[Text], console: Console, width: int) -> Iterator[Text]:
    """Lines of whole fields; only one that is longer than a line is broken."""
    line = _text("")
    for field in fields:
        if line.plain and line.cell_len + 3 + field.cell_len <= width:
            line = line + _text(" · ", "dim") + field
            continue
        if line.plain:
            yield line
        *above, line = field.wrap(console, width)
        yield from above
    if line.plain:
        yield line


def _field(told: str) -> Text:
    return _text(clean(told), STYLES.get(told.rsplit(" ", 1)[-1], "cyan"))


def print_heading(words: str) -> None:
    """What comes below, with a blank line on either side."""
    console = _console()
    for line in ("", words, ""):
        _print(console, _text(line, "bold underline"))


def print_fields(pairs: Sequence[tuple[str, str]]) -> None:
    """Names and values in two columns; a name that comes again is not repeated."""
    console = _console()
    gutter = max((len(name) for name, _ in pairs), default=0) + GAP
    before = None
    for name, value in pairs:
        told = _text(clean(value))
        told.highlight_regex(_QUOTED, "bold")
        for line in told.wrap(console, max(console.width - gutter, FLEXIBLE)):
            _print(console, _text((name if name != before else "").ljust(gutter), "dim"), line)
            before = name


def print_table(rows: Sequence[dict[str, str]]) -> None:
    """Rows that share their keys; columns that are empty throughout are left out."""
    console = _console()
    names = [n for n in rows[0] if any(r[n] for r in rows)]
    cells = [[short(clean(r[n])) for n in names] for r in rows]
    widths = _widths(names, cells, console.width)
    if widths is None:
        _blocks(console, names, cells)
        return
    right = [
        all(_FIGURE.fullmatch(c) or not c for c in column) for column in zip(*cells, strict=True)
    ]
    _row(console, names, widths, right, "bold")
    for row in cells:
        _row(console, row, widths, right)


def _widths(names: list[str], cells: list[list[str]], whole: int) -> list[int] | None:
    """A width for each column, wide ones folded alike; None where they do not fit."""
    natural = [
        max(_text(part).cell_len for cell in column for part in cell.split("\n"))
        for column in zip(names, *cells, strict=True)
    ]
    least = [min(n, FLEXIBLE) for n in natural]
    room = whole - sum(least) - GAP * (len(names) - 1)
    if room < 0:
        return None
    widths = least
    while room and (narrow := [i for i, n in enumerate(natural) if widths[i] < n]):
        for i in narrow[:room]:
            widths[i] += 1
        room -= len(narrow[:room])
    return widths


def _row(
    console: Console, cells: list[str], widths: list[int], right: list[bool], style: str = ""
) -> None:
    folded = [
        list(_text(c, style or STYLES.get(c, "")).wrap(console, w))
        for c, w in zip(cells, widths, strict=True)
    ]
    for number in range(max(map(len, folded))):
        line = _text("")
        for column, width, to_right in zip(folded, widths, right, strict=True):
            part = column[number] if number < len(column) else _text("")
            part.align("right" if to_right else "left", width)
            line += part + _text(" " * GAP)
        _print(console, line)


def _blocks(console: Console, names: list[str], cells: list[list[str]]) -> None:
    """Each row as its first cells with its id, and a line per other column."""
    columns = zip(names, zip(*cells, strict=True), strict=True)
    brief = [n for n, column in columns if max(map(len, column)) <= NARROW and n != "id"]
    leading = [n for n, other in zip(names[:3], brief, strict=False) if n == other] or names[:1]
    gutter = max((len(n) for n in names if n not in leading), default=0) + 2 * GAP
    for number, row in enumerate(cells):
        held = dict(zip(names, row, strict=True))
        ident = _text(held.pop("id", ""), "dim")
        head = "  ".join(filter(None, (held.pop(name) for name in leading)))
        if number:
            _print(console, _text(""))
        room = console.width - ident.cell_len - GAP
        for first, line in enumerate(_text(head, "bold").wrap(console, room)):
            line.align("left", room + GAP)
            _print(console, line, _text("") if first else ident)
        for name, value in held.items():
            if not value:
                continue
            told = _text(value, STYLES.get(value, ""))
            for first, line in enumerate(told.wrap(console, console.width - gutter)):
                label = "" if first else name
                _print(console, _text(f"  {label}".ljust(gutter), "dim"), line)


def _console() -> Console:
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else PIPE, highlight=False, markup=False)


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)


def _print(console: Console, *parts: Text | str) -> None:
    """One line, without blanks at its end."""
    line = _text("").join(p if not isinstance(p, str) else _text(p) for p in parts)
    line.rstrip()
    console.print(line, no_wrap=True, overflow="ignore", crop=False)
