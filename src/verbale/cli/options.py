"""What the commands share: options, the kinds of record, how they speak."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

from verbale.cli.screen import clean

if TYPE_CHECKING:
    from verbale.ledger import Ledger

__all__ = [
    "DATE",
    "KINDS",
    "LETTERS",
    "Actors",
    "As",
    "Flag",
    "LedgerPath",
    "Paths",
    "Which",
    "default",
    "line",
    "open_ledger",
    "own_actors",
    "tell",
]

LedgerPath = Annotated[
    Path | None,
    Parameter("--ledger", help="The ledger's file; else VERBALE_LEDGER, else verbale.db here."),
]
Actors = Annotated[
    Path | None, Parameter("--actors", help="A TOML file with actors of your own (docs/actors.md).")
]
Paths = Annotated[
    list[str], Parameter(help="Files, folders, globs, http(s) addresses; - is standard input.")
]

Flag = Annotated[bool, Parameter(show_default=False)]

# What `show` calls them → kinds of RECORDS.
KINDS = {
    "documents": ("document",),
    "interactions": ("interaction",),
    "statements": ("statement",),
    "positions": ("position",),
    "commitments": ("commitment",),
    "targets": ("target", "observation"),
    "agreements": ("agreement",),
    "statuses": ("status",),
}


def _date(_: object, given: str | None) -> None:
    """Refuse what is no year, month or day."""
    from verbale.ledger.when import days

    if given is not None and not (re.fullmatch(r"\d{4}(-\d\d){0,2}", given) and days(given)):
        raise ValueError(f"{given!r} is no year, month or day (2031, 2031-05, 2031-05-02)")


def _letters(_: object, given: str | None) -> None:
    """Refuse what cannot be the code of a state."""
    if given is not None and not re.fullmatch(r"[A-Za-z]{3}", given):
        raise ValueError(f"{given!r} is not the three letters of a state (XAV)")


def _one_form(_: object, given: As) -> None:
    """Refuse two forms at once."""
    if given.json and given.csv:
        raise ValueError("either --json or --csv")


DATE = Parameter(validator=_date)
LETTERS = Parameter(validator=_letters)


@Parameter(name="*")
@dataclass(frozen=True, slots=True)
class Which:
    """Which rows, of all.

    Parameters
    ----------
    since
        Not before this year, month or day (2031, 2031-05, 2031-05-02).
    until
        Not after this year, month or day.
    who
        A person's id, or a part of a name.
    state
        A state's three letters.
    """

    since: Annotated[str | None, DATE] = None
    until: Annotated[str | None, DATE] = None
    who: str | None = None
    state: Annotated[str | None, LETTERS] = None

    def given(self) -> dict[str, str | None]:
        """As arguments of the ledger's methods."""
        return {n: getattr(self, n) for n in ("since", "until", "who", "state")}


@Parameter(name="*", validator=_one_form)
@dataclass(frozen=True, slots=True)
class As:
    """How rows are printed; a table for people otherwise.

    Parameters
    ----------
    json
        One JSON object a line.
    csv
        Comma-separated values with a header.
    """

    json: Flag = False
    csv: Flag = False

    @property
    def format(self) -> str:
        """table, jsonl or csv."""
        return "jsonl" if self.json else "csv" if self.csv else "table"


def tell(message: str) -> None:
    """To people, past any pipe."""
    print(clean(message), file=sys.stderr, flush=True)  # noqa: T201  # the command line speaks


def line(text: str) -> None:
    """A line of the answer."""
    print(text)  # noqa: T201  # the command line speaks


@contextlib.contextmanager
def own_actors(path: Path | None) -> Iterator[None]:
    """Meanwhile the user's actors are known, where there is a file of them."""
    if path is None:
        yield
        return
    from verbale.data import actors_file

    with actors_file.using(path):
        yield


def default() -> Path:
    """The ledger that is meant where none is named."""
    from verbale.ledger.store import default_path

    return default_path()


@contextlib.contextmanager
def open_ledger(path: Path | None, **how: Any) -> Iterator[Ledger]:
    """The ledger at a path, or the default one. What SQLite says of the file is a `LedgerError`."""
    import sqlite3

    from verbale.ledger import Ledger
    from verbale.ledger.opening import fault

    path = path or default()
    try:
        with Ledger(path, **how) as kept:
            yield kept
    except sqlite3.Error as error:
        raise fault(path, error) from error
