"""Contacts between representatives of states: one record per distinct event of the document.

Needs SENTENCES, ACTORS, TIMES, DOCUMENT_DATE, GENRE, HEADER, PARTIES; adds to RECORDS.
"""

from __future__ import annotations

from verbale.annotate.interactions.find import Contact, contacts
from verbale.annotate.interactions.same import gather
from verbale.document import Document
from verbale.layers import RECORDS
from verbale.records import Interaction, Place, document_id, evidence, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the interactions, in text order."""
    ident = document_id(document.text, document.source.id)
    records = [_record(document, ident, c) for c in gather(contacts(document))]
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _record(document: Document, ident: str, c: Contact) -> Interaction:
    place = Place(c.place, c.country) if c.place or c.country else None
    record = identify(
        Interaction(
            document=ident,
            evidence=evidence(document, *c.spans),
            confidence=c.confidence,
            kind=c.kind,
            status=c.status,
            date=c.date,
            basis=c.basis,
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
