"""Commands that ask across documents: progress, register, issues, new, coverage."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from verbale.cli.options import (
    DATE,
    LETTERS,
    Actors,
    As,
    Flag,
    LedgerPath,
    Which,
    line,
    open_ledger,
    own_actors,
    tell,
)
from verbale.cli.printing import print_rows
from verbale.errors import LedgerError, SourceError, UnknownId

if TYPE_CHECKING:
    from verbale.ledger import Ledger
    from verbale.views.novelty import Report

__all__ = ["coverage", "issues", "new", "progress", "register"]

State = Annotated[
    str | None, LETTERS, Parameter(help="Only what names this state, by its three letters.")
]


def progress(
    *,
    state: State = None,
    today: Annotated[str | None, DATE] = None,
    form: As = As(),
    ledger: LedgerPath = None,
) -> int:
    """Set targets beside what was observed: how far, and what figures contradict.

    Every figure is kept, with who said it and when.

    For example:

        verbale progress
        verbale progress --state XAV --json

    Parameters
    ----------
    today
        The day that decides what is overdue; the present day if left out.
    """
    from verbale.views import figures

    with open_ledger(ledger) as kept:
        day = today or datetime.datetime.now(datetime.UTC).date().isoformat()
        rows, conflicts = figures.figures(kept, day, state)
        said = figures.Sayers(kept)
        if form.json:
            print_rows([figures.model(r, said) for r in rows], "jsonl")
            return 0
        print_rows([figures.row(r, said) for r in rows], form.format)
        if conflicts and not form.csv:
            line("\nfigures that contradict each other")
            print_rows([figures.conflict_row(c, said) for c in conflicts])
    return 0


def register(
    what: Literal["agreements", "statuses"],
    *,
    state: State = None,
    form: As = As(),
    ledger: LedgerPath = None,
) -> int:
    """List instruments or names of the relationship: one row each, with its acts in time.

    Other spellings and short forms are variants of one name; "used by" counts the
    documents of each side that have it.

    For example:

        verbale register agreements
        verbale register statuses --state XAV

    Parameters
    ----------
    what
        Treaties and other instruments, or what the relationship is called.
    """
    from verbale.views import registers

    with open_ledger(ledger) as kept:
        found = registers.register(kept, what, state)
        make = registers.model if form.json else registers.row
        print_rows([make(r, kept) for r in found], form.format)
    return 0


def issues(
    what: Literal["positions", "commitments"] = "positions",
    *,
    about: str | None = None,
    which: Which = Which(),
    form: As = As(),
    ledger: LedgerPath = None,
) -> int:
    """Show where each party stands on each issue, year by year, and where it moved.

    Wordings of one issue are one row; an arrow marks a stand that is another than
    the party's last one.

    For example:

        verbale issues
        verbale issues commitments --state XAV --since 2031
        verbale issues --about trade --csv

    Parameters
    ----------
    what
        Stands on issues, or what is undertaken.
    about
        Only issues with these words.
    """
    from verbale.views import issues as view

    with open_ledger(ledger) as kept:
        lines = view.issues(kept, what, about, **which.given())
    print_rows([view.model(x) for x in lines] if form.json else view.rows(lines), form.format)
    return 0


def new(
    document: Annotated[str, Parameter(help="A document's id, or a file that is not kept.")],
    *,
    form: As = As(),
    ledger: LedgerPath = None,
    actors: Actors = None,
) -> int:
    """Say what a document says that no earlier one did, what it repeats, what it drops.

    Earlier goes by the documents' dates. Dropped is what at least half of the last
    documents of its kind say: the same voice and genre, about the same two states.

    For example:

        verbale new doc_0123abcd
        verbale new article.txt --ledger desk.db
    """
    from verbale.views import novelty

    with open_ledger(ledger) as kept, own_actors(actors):
        found = _report(kept, document)
    if form.format == "table":
        tell(_summary(found))
    print_rows(list(novelty.model(found)) if form.json else novelty.rows(found), form.format)
    return 0


def _report(kept: Ledger, given: str) -> Report:
    from verbale.records import DocumentRecord
    from verbale.views.novelty import report

    if not Path(given).exists():
        head = kept.get(given)
        if not isinstance(head, DocumentRecord):
            raise UnknownId(f"{given}: not a document (verbale show documents lists them)")
        return report(kept, kept.of_document(head.id), kept.about(head.id).side)
    from verbale.layers import SIDE
    from verbale.pipeline import read_documents
    from verbale.sources import read

    documents = []
    for item in read([given]):
        if isinstance(item, SourceError):
            raise item
        documents.append(item)
    if len(documents) != 1:
        raise LedgerError(f"{given}: {len(documents)} documents; give one")
    (done,) = read_documents(documents)
    sides = done.document.get(SIDE) if done.document.has(SIDE) else ()
    return report(kept, done.records, sides[0].state if sides else None)


def _summary(of: Report) -> str:
    parts = f"{len(of.found.new)} new, {len(of.found.repeated)} repeated, {len(of.found.dropped)} dropped"
    text = f"verbale: {parts}, against {of.earlier} earlier documents, {len(of.usual)} of its kind"
    return text + (f"; the same text again: {', '.join(of.copies)}" if of.copies else "")


def coverage(
    *,
    reference: Path,
    columns: Annotated[list[str] | None, Parameter("--map")] = None,
    where: str | None = None,
    mentioned: Flag = False,
    which: Which = Which(),
    form: As = As(),
    ledger: LedgerPath = None,
) -> int:
    """Set the ledger beside a list of events: found, missing, extra.

    The list is a CSV file with a header. Its columns are found by their names (who,
    name, visitor; where, country; start, date; end) or mapped by hand.

    For example:

        verbale coverage --reference trips.csv
        verbale coverage --reference visits.csv --map who=guest --where XAV

    Parameters
    ----------
    reference
        The CSV file.
    columns
        Which column is which, as in who=COLUMN; may be repeated.
    where
        The country, for a list with one destination.
    mentioned
        Only rows that a text of the ledger mentions: the person and the country in
        one text of those days. Missing rows are shown with the words, which may
        tell of no trip.
    """
    from verbale.views import coverage as view

    names = dict(_column(c) for c in columns or ())
    with open_ledger(ledger) as kept:
        found = view.compare(kept, reference, names, where, mentioned=mentioned, **which.given())
    if form.format == "table":
        tell(view.summary(found))
        if missing := list(view.missing(found)):
            print_rows(missing)
        print_rows(list(view.others(found)))
    else:
        print_rows([*view.missing(found), *view.others(found)], form.format)
    return 0


def _column(given: str) -> tuple[str, str]:
    ours, equals, theirs = given.partition("=")
    if not equals or ours not in ("who", "where", "start", "end"):
        raise LedgerError(f"{given}: not of the form who=COLUMN (or where=, start=, end=)")
    return ours, theirs
