"""Contacts between representatives of states: one record per distinct event of the document.

Needs SENTENCES, ACTORS, NAMED, TIMES, DOCUMENT_DATE, GENRE, HEADER, PARTIES; uses TURNS; adds to
RECORDS. `triggers` finds the words of contact in a sentence; `who`, `when`, `where` and `mood` read
what stands around them; `main` tells the contact that the text is about from those in passing, and
`same` gathers the mentions of one event.
"""

from __future__ import annotations

from verbale.annotate.interactions.contact import Contact
from verbale.annotate.interactions.find import contacts
from verbale.annotate.interactions.frame import still_ahead, with_days
from verbale.annotate.interactions.headline import headline
from verbale.annotate.interactions.main import with_main
from verbale.annotate.interactions.same import gather
from verbale.annotate.interactions.view import views
from verbale.document import Document
from verbale.layers import RECORDS
from verbale.records import Interaction, Place, document_id, evidence, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the interactions, in text order."""
    ident = document_id(document.given, document.source.id)
    title = headline(document)
    told = [c for view in views(document, title.voices) for c in contacts(view, title)]
    told = with_days(document, with_main(document, title, told))
    events = [still_ahead(document, c) for c in gather(told)]
    records = [_record(document, ident, c) for c in events]
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _record(document: Document, ident: str, c: Contact) -> Interaction:
    place = Place(c.place, c.country) if c.place or c.country else None
    record = identify(
        Interaction(
            document=ident,
            evidence=evidence(document, *c.spans),
            confidence=_confidence(c),
            kind=c.kind,
            status=c.status,
            date=c.date,
            basis=None if c.basis in ("ahead", "before") else c.basis,
            place=place,
            participants=c.participants,
            host=c.host,
            visitor=c.visitor,
            count=c.count,
            initiator=c.initiator,
        )
    )
    assert isinstance(record, Interaction)  # noqa: S101  # identify keeps the type
    return record


def _confidence(c: Contact) -> float:
    """By what the words themselves name; the main contact is hardly ever wrong."""
    if c.main:
        return 0.85
    return 0.45 + 0.1 * min(c.sure, 2) + (0.1 if c.date else 0.0)
