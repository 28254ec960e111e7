"""Statements made at an interaction get its id: said on its day, by one who took part."""

from __future__ import annotations

import msgspec

from verbale.document import Document
from verbale.layers import RECORDS
from verbale.records import Interaction, Record, Statement, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Set `occasion` where exactly one held interaction has the speaker and the day."""
    records = document.get(RECORDS)
    held = [r for r in records if isinstance(r, Interaction) and r.status == "held" and r.date]
    out: list[Record] = []
    for record in records:
        if isinstance(record, Statement) and record.date:
            ids = {s.id for s in record.speakers}
            fitting = [
                i
                for i in held
                if (i.date or "").rstrip("~?") == record.date.rstrip("~?")
                and ids & {p.id for p in i.participants}
            ]
            if len(fitting) == 1:
                out.append(identify(msgspec.structs.replace(record, occasion=fitting[0].id)))
                continue
        out.append(record)
    # Positions refer to statements by id; the ids that changed are led on.
    changed = {a.id: b.id for a, b in zip(records, out, strict=True) if a.id != b.id}
    document.put(RECORDS, [_led(r, changed) for r in out])


def _led(record: Record, changed: dict[str, str]) -> Record:
    target = getattr(record, "statement", None)
    if target in changed:
        return identify(msgspec.structs.replace(record, statement=changed[target]))
    return record
