"""Commands for what people decide: decide, undo, decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

from verbale.cli.options import As, Flag, LedgerPath, line, open_ledger, tell
from verbale.cli.printing import print_rows
from verbale.errors import LedgerError, Unreadable

if TYPE_CHECKING:
    from verbale.ledger import Ledger
    from verbale.ledger.decisions import Decision

__all__ = ["decide", "decisions", "undo"]

Note = Annotated[str | None, Parameter(help="Why; kept with the decision.")]


def decide(
    ident: Annotated[str, Parameter(help="The id of a record or event.")],
    verdict: Literal["accept", "reject", "correct", "merge", "split"],
    *rest: Annotated[str, Parameter(help="FIELD=VALUE to correct, other ids to merge.")],
    note: Note = None,
    ledger: LedgerPath = None,
) -> int:
    """Keep a decision on a record: it outlives every new reading, and can be undone.

    accept and reject say whether it holds; correct sets a field (a value that is
    JSON is taken as such, a dot leads into a field); merge makes one event of
    interactions; split takes one out of its event. An event stands for all of its
    records. Where the date of a document is corrected, all that rests on it is read
    against the new one.

    For example:

        verbale decide int_0123abcd accept
        verbale decide int_0123abcd correct date=2031-05-02 --note "their log"
        verbale decide int_0123abcd correct place.country=XOR
        verbale decide int_0123abcd merge int_4567cdef
        verbale decide int_0123abcd split
        verbale decide doc_0123abcd correct published.date=2031-05-02
    """
    fields = _fields(verdict, rest)
    with open_ledger(ledger) as kept:
        others = rest if verdict == "merge" else ()
        records = [r for given in (ident, *others) for r in _records(kept, given, verdict)]
        for field, value in fields:
            number = kept.decide(verdict, records, field=field, value=value, note=note)
            tell(f"verbale: decision {number} kept (take it back with: verbale undo {number})")
    return 0


def _fields(verdict: str, rest: tuple[str, ...]) -> list[tuple[str | None, str | None]]:
    """What to set, a decision each; nothing for the verdicts that set nothing."""
    if verdict == "correct":
        if not rest:
            raise LedgerError("correct: say which field, as FIELD=VALUE")
        return [_pair(given) for given in rest]
    if verdict == "merge" and not rest:
        raise LedgerError("merge: give the other record, or several")
    if verdict != "merge" and rest:
        raise LedgerError(f"{verdict}: nothing more is needed, not {rest[0]!r}")
    return [(None, None)]


def _records(kept: Ledger, given: str, verdict: str) -> list[str]:
    """Ids of the records that are meant: one, or all of an event."""
    if not given.startswith("evt_"):
        return [kept.get(given).id]
    from verbale.views.events import find

    found = [t.record.id for t in find(kept, given).sources]
    if verdict == "split" and len(found) > 1:
        raise LedgerError(f"split: say which record leaves {given} (one of: {', '.join(found)})")
    return found


def _pair(given: str) -> tuple[str | None, str | None]:
    field, equals, value = given.partition("=")
    if not equals or not field:
        raise LedgerError(f"{given}: not of the form FIELD=VALUE")
    return field, value


def undo(
    number: Annotated[int | None, Parameter(help="Its number; else the latest.")] = None,
    *,
    note: Note = None,
    ledger: LedgerPath = None,
) -> int:
    """Take a decision back. Both stay in the list.

    For example:

        verbale undo
        verbale undo 3 --note "the log was right"
    """
    with open_ledger(ledger) as kept:
        number = kept.decisions.last() if number is None else number
        act = kept.undo(number, note)
    tell(f"verbale: decision {number} taken back, by decision {act}")
    return 0


def decisions(
    *,
    orphans: Flag = False,
    load: Path | None = None,
    form: As = As(),
    ledger: LedgerPath = None,
) -> int:
    """List the decisions, oldest first, or take in those of another ledger.

    A decision hangs on exact words of a text. Where a new reading finds no record
    on these words it is an orphan: listed, and never applied elsewhere.

    For example:

        verbale decisions
        verbale decisions --orphans
        verbale decisions --json > decisions.jsonl
        verbale decisions --load decisions.jsonl

    Parameters
    ----------
    orphans
        Only those that find no record now.
    load
        Take in decisions that --json printed; what is known already is passed over.
    """
    with open_ledger(ledger) as kept:
        if load is not None:
            line(f"{kept.load_decisions(_lines(load))} decisions taken in")
            return 0
        found = [d for d in kept.decisions.all() if d.orphans or not orphans]
    if form.json:
        import msgspec

        for decision in found:
            line(msgspec.json.encode(decision).decode())
    else:
        print_rows([_row(d) for d in found], form.format)
    return 0


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise Unreadable(str(path), error.strerror or str(error)) from error


def _row(decision: Decision) -> dict[str, Any]:
    """A decision in one line: what, on which words, and how it stands."""
    state = "undone" if decision.undone else "orphan" if decision.orphans else "stands"
    what = decision.verdict
    if decision.field:
        what += f" {decision.field}={decision.value}"
    if decision.undoes:
        what, state = f"undo {decision.undoes}", ""
    words = (" ".join(a.quote.split()) for a in decision.anchors)
    return {
        "number": decision.number,
        "made": decision.made[:16].replace("T", " "),
        "what": what,
        "records": ", ".join(decision.records),
        "words": " | ".join(w if len(w) <= 60 else w[:59] + "…" for w in words),
        "state": state,
        "note": decision.note,
    }
