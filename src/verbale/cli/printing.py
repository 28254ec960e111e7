"""Records and events for people, JSON lines and CSV for pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from verbale.cli.options import line, tell
from verbale.cli.screen import Card, clean, print_cards, print_fields, print_heading, print_table

if TYPE_CHECKING:
    from verbale.ledger import Ledger
    from verbale.ledger.events import Event
    from verbale.records import Evidence, Record

__all__ = [
    "brief",
    "card",
    "export_records",
    "print_event",
    "print_events",
    "print_record",
    "print_records",
    "print_rows",
    "quoted",
]

AROUND = 80  # characters of context on either side of shown evidence

# What a card tells of a record under its words, by kind, in the order of RECORDS; the day leads.
FIELDS: dict[str, tuple[str, ...]] = {
    "document": ("genre", "publisher", "byline"),
    "interaction": ("kind", "status", "participants", "place"),
    "statement": ("speakers", "manner"),
    "position": ("holders", "stance", "issue", "toward"),
    "commitment": ("by", "force", "action", "to", "due"),
    "target": ("indicator", "value", "due", "parties"),
    "observation": ("indicator", "value", "change", "rank", "parties"),
    "agreement": ("act", "name", "signed"),
    "status": ("act", "label", "parties"),
}
NAMES = {"status": "statuses"}
# Words that make a field a phrase.
LABELS = {"due": "due", "to": "to", "toward": "toward", "signed": "signed in"}


def export_records(records: Iterable[Record], how: str) -> None:
    """Records as JSON lines, or as CSV with the first piece of evidence of each."""
    import msgspec

    from verbale.records import encode, kind_of

    if how == "jsonl":
        for record in records:
            line(encode(record).decode())
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


def print_record(record: Record, text: str, decided: Iterable[str] = ()) -> None:
    """The words with those around them, then what was read from them."""
    import msgspec

    words = [
        (field, quoted(e, text))
        for field in ("content", "evidence")
        for e in getattr(record, field, ())
    ]
    built = msgspec.to_builtins(record)
    print_fields(
        [
            *words,
            *(
                (k, brief(v))
                for k, v in built.items()
                if k not in ("content", "evidence") and brief(v)
            ),
            *(("decided", d) for d in decided),
        ]
    )


def print_event(event: Event, kept: Ledger) -> None:
    """An event: its fields, each source with its words in context, history, and differences."""
    from verbale.views.events import model

    built = model(event)
    shown = ("id", "kind", "status", "date", "place", "participants", "host", "visitor")
    told_of = [(k, brief(built[k])) for k in (*shown, "initiator", "confidence") if brief(built[k])]
    for when, status, record in event.history:
        told_of.append(("history", f"{when or 'no date'}  {status}  ({record})"))
    for difference in event.disagreements:
        values = (f"{value} ({', '.join(ids)})" for value, ids in difference.values)
        told_of.append(("differ", f"{difference.field}: {' / '.join(values)}"))
    visit = kept.world.visit_of(event)
    around = [("visit", visit)] if visit else []
    for what, other in (*around, *(("part", e) for e in kept.world.parts(event))):
        who = ", ".join(a.name for a in other.participants)
        told_of.append((what, f"{other.date or 'no date'}  {other.kind}  {who}  ({other.id})"))
    print_fields(told_of)
    for told in event.sources:
        about = kept.about(told.record.document)
        who = told.side or about.publisher or "unknown side"
        line("")
        line(clean(f"{who}, {told.published or 'no date'}: {about.title or about.id} ({about.id})"))
        text = kept.text(about.id)
        print_fields([(told.record.status, quoted(e, text)) for e in told.record.evidence])


def quoted(e: Evidence, text: str) -> str:
    """Evidence between « and », with the words around it, and its place."""
    before, after = text[max(0, e.start - AROUND) : e.start], text[e.end : e.end + AROUND]
    parts = (" " * bool(part[:1].isspace()) + " ".join(part.split()) for part in (after,))
    lead = " ".join(before.split()) + " " * bool(before[-1:].isspace())
    more = "…" if e.start > AROUND else ""
    left = "…" if e.end + AROUND < len(text) else ""
    words = " ".join(e.quote.split())
    return f"{more}{lead}«{words}»{''.join(parts)}{left}  [{e.start}–{e.end}]"


def print_records(records: Sequence[Record]) -> None:
    """Records by kind, in the order of RECORDS, each kind under its name where there are several."""
    from verbale.records import kind_of

    if not records:
        tell("verbale: nothing found")
    kinds = [k for k in FIELDS if any(kind_of(r) == k for r in records)]
    for kind in kinds:
        of_kind = [r for r in records if kind_of(r) == kind]
        if len(kinds) > 1:
            print_heading(f"{NAMES.get(kind, kind + 's')} ({len(of_kind)})")
        print_cards([card(r) for r in of_kind])


def card(record: Record) -> Card:
    """A record as a card."""
    import msgspec

    from verbale.records import kind_of

    kind, built = kind_of(record), msgspec.to_builtins(record)
    fields = [_field(name, built) for name in FIELDS[kind]]
    if kind == "document":
        return Card(
            built["published"]["date"] or "no date",
            built["title"] or built["source"],
            fields,
            record.id,
            quoted=False,
        )
    words = built.get("content") or built["evidence"][:1]
    lead = built.get("date") or built.get("period")
    return Card(lead or "", " … ".join(map(brief, words)), fields, record.id)


def _field(name: str, built: dict[str, Any]) -> str:
    """A field as a phrase."""
    value = built.get(name)
    if name == "signed" and built["act"] == "signed":
        return ""
    if name == "value" and value is not None:
        per = " a year" if built.get("per") == "year" else ""
        return f"{brief(value)} {built.get('unit') or ''}{per}".strip()
    if name == "change" and value:
        against = f" against {value['against']}" if value.get("against") else ""
        return f"{value['percent']:+g} %{against}"
    if name == "rank" and value:
        years = f", {value['years']} years" if value.get("years") else ""
        since = f" since {value['since']}" if value.get("since") else ""
        return f"{value['label']}{since}{years}"
    told = " ".join(brief(value).split())
    return f"{LABELS[name]} {told}" if told and name in LABELS else told


def print_events(events: Sequence[Event]) -> None:
    """Events as cards, each on the words of its surest source."""
    from verbale.views.events import row

    if not events:
        tell("verbale: nothing found")
    cards = []
    for event in events:
        told = row(event)
        best = max(event.sources, key=lambda t: t.record.confidence)
        count = f"{told['sources']} sources" if told["sources"] > 1 else ""
        sides = f"told by {told['sides']}" if told["sides"] else ""
        differ = f"differ in {told['differ']}" if told["differ"] else ""
        shown = (told[k] for k in ("kind", "status", "participants", "place"))
        words = brief({"quote": best.record.evidence[0].quote})
        cards.append(Card(event.date or "", words, [*shown, count, sides, differ], event.id))
    print_cards(cards)


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
        print_table([{k: brief(v) for k, v in row.items()} for row in rows])
    else:
        tell("verbale: nothing found")
