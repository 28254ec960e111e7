"""What the commands share: options, the kinds of record, how they speak."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import Parameter

if TYPE_CHECKING:
    from verbale.ledger import Ledger

__all__ = [
    "KINDS",
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

    since: str | None = None
    until: str | None = None
    who: str | None = None
    state: str | None = None

    def given(self) -> dict[str, str | None]:
        """As arguments of the ledger's methods."""
        return {n: getattr(self, n) for n in ("since", "until", "who", "state")}


@Parameter(name="*")
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
    print(message, file=sys.stderr, flush=True)  # noqa: T201  # the command line speaks


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


def open_ledger(path: Path | None, **how: Any) -> Ledger:
    """The ledger at a path, or the default one."""
    from verbale.ledger import Ledger

    return Ledger(path or default(), **how)
