"""Tables for people, JSON lines and CSV for pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from verbale.cli.options import line, tell

if TYPE_CHECKING:
    from verbale.ledger import Ledger
    from verbale.ledger.events import Event
    from verbale.records import Evidence, Record

__all__ = [
    "brief",
    "export_records",
    "print_event",
    "print_record",
    "print_rows",
    "print_table",
    "quoted",
]

AROUND = 80  # characters of context on either side of shown evidence
NARROW = 160  # columns of a table that goes into a pipe

# The columns of a table of records, by kind, in the order of RECORDS.
COLUMNS: dict[str, tuple[str, ...]] = {
    "document": ("published", "genre", "title", "publisher"),
    "interaction": ("date", "kind", "status", "participants", "place"),
    "statement": ("date", "speakers", "manner", "content"),
    "position": ("holders", "stance", "issue", "toward"),
    "commitment": ("by", "force", "action", "due"),
    "target": ("indicator", "parties", "value", "unit", "per", "due"),
    "observation": ("indicator", "parties", "value", "unit", "period", "change", "rank"),
    "agreement": ("date", "act", "name", "signed"),
    "status": ("date", "act", "label", "parties"),
}


def export_records(records: Iterable[Record], how: str) -> None:
    """Records as JSON lines, or as CSV with the first piece of evidence of each."""
    import msgspec

    from verbale.records import encode, kind_of

    if how == "jsonl":
        for record in records:
            line(encode(record).decode("utf-8", "replace"))
        return
    import csv

    fields = ("record", "id", "document", "date", "start", "end", "quote", "confidence", "fields")
    out = csv.writer(sys.stdout)
    out.writerow(fields)
    for record in records:
        built = msgspec.to_builtins(record)
        rest = {k: v for k, v in built.items() if k not in (*fields, "evidence")}
        first = record.evidence[0] if record.evidence else None
        where = (first.start, first.end, first.quote) if first else ("", "", "")
        date = built.get("date")
        row = (kind_of(record), record.id, record.document, date, *where, record.confidence)
        out.writerow([_safe(v) for v in (*row, msgspec.json.encode(rest).decode())])


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def brief(value: object) -> str:
    """A field in few words: actors by name, evidence by its words."""
    if isinstance(value, dict):
        if "quote" in value:
            return " ".join(str(value["quote"]).split())
        if "name" in value:
            return str(value["name"] or value.get("country") or "")
        return ", ".join(f"{k} {brief(v)}" for k, v in value.items() if v not in (None, [], ""))
    if isinstance(value, list | tuple):
        return ", ".join(brief(v) for v in value)
    if isinstance(value, float) and value == int(value):
        return f"{value:,.0f}"
    return "" if value is None else str(value)


def print_record(record: Record, text: str) -> None:
    """A record's fields, then each piece of evidence with the words around it."""
    import msgspec

    for key, value in msgspec.to_builtins(record).items():
        if key not in ("evidence", "content") and value not in (None, [], ""):
            line(f"{key:<14}{brief(value)}")
    for field in ("content", "evidence"):
        for e in getattr(record, field, ()):
            line(f"{field:<14}{quoted(e, text)}")


def print_event(event: Event, kept: Ledger) -> None:
    """An event: its fields, each source with its words in context, history, and differences."""
    from verbale.views.events import model

    built = model(event)
    shown = ("id", "kind", "status", "date", "place", "participants", "host", "visitor")
    for key in (*shown, "initiator", "confidence"):
        if built[key] not in (None, [], ""):
            line(f"{key:<14}{brief(built[key])}")
    for when, status, record in event.history:
        line(f"{'history':<14}{when or 'no date'}  {status}  ({record})")
    for difference in event.disagreements:
        values = (f"{value} ({', '.join(ids)})" for value, ids in difference.values)
        line(f"{'differ':<14}{difference.field}: {' / '.join(values)}")
    visit = kept.world.visit_of(event)
    around = [("visit", visit)] if visit else []
    for what, other in (*around, *(("part", e) for e in kept.world.parts(event))):
        who = ", ".join(a.name for a in other.participants)
        line(f"{what:<14}{other.date or 'no date'}  {other.kind}  {who}  ({other.id})")
    for told in event.sources:
        about = kept.about(told.record.document)
        who = told.side or about.publisher or "unknown side"
        line(f"\n{who}, {told.published or 'no date'}: {about.title or about.id} ({about.id})")
        for e in told.record.evidence:
            line(f"{told.record.status:<14}{quoted(e, kept.text(about.id))}")


def quoted(e: Evidence, text: str) -> str:
    """Evidence between « and », with its place and the words around it."""
    before = " ".join(text[max(0, e.start - AROUND) : e.start].split())
    after = " ".join(text[e.end : e.end + AROUND].split())
    return f"{e.start}–{e.end}  …{before} «{' '.join(e.quote.split())}» {after}…"


def print_table(records: Sequence[Record]) -> None:
    """A table per kind, in the order of RECORDS."""
    import msgspec

    from verbale.records import kind_of

    if not records:
        tell("verbale: nothing found")
    for kind, columns in COLUMNS.items():
        rows = []
        for record in records:
            if kind_of(record) != kind:
                continue
            row = msgspec.to_builtins(record)
            published = row.get("published")
            if isinstance(published, dict):
                row["published"] = published["date"] or "no date"
            rows.append({**{c: brief(row.get(c)) for c in columns}, "id": row["id"]})
        if rows:
            print_rows(rows)


def print_rows(rows: Sequence[dict[str, Any]], how: str = "table") -> None:
    """Rows that share their keys, as table, jsonl or csv."""
    if how == "jsonl":
        import msgspec

        for row in rows:
            line(msgspec.json.encode(row).decode())
    elif how == "csv":
        import csv

        if rows:
            out = csv.DictWriter(sys.stdout, list(rows[0]))
            out.writeheader()
            out.writerows({k: _safe(v) for k, v in row.items()} for row in rows)
    elif rows:
        _table(rows)
    else:
        tell("verbale: nothing found")


def _table(rows: Sequence[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in rows[0]:
        table.add_column(name, no_wrap=name in ("id", "date", "published"), overflow="fold")
    for row in rows:
        table.add_row(*(Text(brief(v)) for v in row.values()))
    Console(width=None if sys.stdout.isatty() else NARROW, highlight=False).print(table)
