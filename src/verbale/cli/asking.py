"""Commands that ask the ledger: show, search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from verbale.cli.options import KINDS, As, LedgerPath, Which, open_ledger, tell
from verbale.cli.printing import (
    export_records,
    print_event,
    print_events,
    print_record,
    print_records,
    print_rows,
)
from verbale.cli.screen import Card, print_cards

if TYPE_CHECKING:
    from verbale.ledger import Ledger

__all__ = ["search", "show"]

WHAT = ("events", *KINDS, "people", "tenures", "stamps")


def show(
    what: Annotated[
        str, Parameter(help=f"One of {', '.join(WHAT)}; or the id of a record or event.")
    ],
    *,
    which: Which = Which(),
    form: As = As(),
    ledger: LedgerPath = None,
) -> int:
    """Show events, records of a kind, or one of them with its words in context.

    Events are interactions of all documents, one row per real event: how many
    sources tell it, on which sides, and in what they differ. A single visit is
    shown with its meetings, a meeting with its visit. Documents and people are
    chosen by what is told in them and of them. Tenures are who is seen in which
    office when; "instead" is whom the bundled table has there. Stamps are dates
    of documents that others settle or overturn ("applied": the ledger goes by the
    date instead), and dates in doubt, which are left to you. An id may be cut
    short as long as no other begins so.

    For example:

        verbale show events --since 2031 --state XAV
        verbale show statements --who Maren --json
        verbale show int_0123abcd
    """
    with open_ledger(ledger) as kept:
        if what == "events":
            from verbale.views import events

            told = list(events.select(kept, **which.given()))
            if form.format == "table":
                print_events(told)
            else:
                made = events.model if form.json else events.row
                print_rows([made(e) for e in told], form.format)
        elif what == "people":
            print_rows(list(kept.people(**which.given())), form.format)
        elif what == "tenures":
            from verbale.views import tenures

            show_as = tenures.model if form.json else tenures.row
            held = tenures.select(kept, **which.given())
            print_rows([show_as(t) for t in held], form.format)
        elif what == "stamps":
            from verbale.views import stamps

            show_doubt = stamps.model if form.json else stamps.row
            print_rows([show_doubt(d) for d in stamps.select(kept, **which.given())], form.format)
        elif what in KINDS:
            found = kept.records(KINDS[what], **which.given())
            if form.format == "table":
                print_records(list(found))
            else:
                export_records(found, form.format)
        elif "_" in what:
            _one(kept, what, form)
        else:
            tell(f"verbale: nothing is called {what!r}; give an id or one of: {', '.join(WHAT)}")
            return 2
    return 0


def _one(kept: Ledger, ident: str, form: As) -> None:
    if ident.startswith("evt_"):
        from verbale.views import events

        event = events.find(kept, ident)
        if form.format == "table":
            print_event(event, kept)
        else:
            made = events.whole(event, kept) if form.json else events.row(event)
            print_rows([made], form.format)
        return
    record = kept.get(ident)
    # What people rejected is still shown when it is asked for by name.
    left = kept.restamped.applied(record) or record
    if form.format != "table":
        export_records([left], form.format)
        return
    decided = (
        verdict + (f" {field}={value}" if field else "")
        for verdict, field, value in kept.decisions.on(record.id)
    )
    print_record(left, kept.text(record.document), decided)


def search(query: str, *, limit: int = 20, form: As = As(), ledger: LedgerPath = None) -> int:
    """Find words in the texts; each hit with the words around it. Exit code 1 when there is none.

    All words must stand in a text; quotes hold a phrase together, OR asks for either.

    For example:

        verbale search "trade target"
        verbale search '"new era" OR partnership' --limit 5

    Parameters
    ----------
    query
        The words.
    limit
        So many hits at most, the best first.
    """
    with open_ledger(ledger) as kept:
        found = kept.search(query, limit)
    if found and form.format == "table":
        print_cards(
            [
                Card(f.published or "no date", f.snippet, [f.title or ""], f.document, quoted=False)
                for f in found
            ]
        )
        return 0
    rows = [
        {"document": f.document, "date": f.published, "title": f.title, "words": f.snippet}
        for f in found
    ]
    print_rows(rows, form.format)
    return 0 if found else 1
