"""Days that one contact gives another: within a visit, on the margins of a summit, on the day told of."""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.annotate.interactions.contact import Contact, sides
from verbale.document import Document
from verbale.layers import DOCUMENT_DATE

__all__ = ["with_days"]

_MARGINS = re.compile(r"\b(?:margins?|sidelines?) of (?:the )?$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:ago|earlier|former|last|past|previous(?:ly)?|recent(?:ly)?)\b", re.IGNORECASE
)
_TENSE = re.compile(r"\b(?:had|has|have|having)\b")


def with_days(document: Document, told: list[Contact]) -> list[Contact]:
    """Contacts with the days that others of the text, or the text itself, give them."""
    main = next((c for c in told if c.main), None)
    out = [_of_the_day(document, c, main) for c in told]
    visits = [c for c in out if c.kind == "visit" and c.date]
    return [_of_visit(c, visits) for c in out]


def _of_the_day(document: Document, contact: Contact, main: Contact | None) -> Contact:
    if contact.main or contact.date or contact.status != "held":
        return contact
    (day,) = document.get(DOCUMENT_DATE)
    own = day.anchor.isoformat() if day.anchor else None
    date = main.date if main else own
    if date is None:
        return contact
    about = f"{date.rstrip('~?')}~"
    if contact.today and contact.basis != "before":
        return replace(contact, date=about, basis="published")
    return _beside_main(document, contact, main, about) if main else contact


def _beside_main(document: Document, contact: Contact, main: Contact, about: str) -> Contact:
    """The event that the main contact was on the margins of, the visit that it was part of."""
    span = contact.spans[0]
    lead = document.text[max(0, span.start - 24) : span.start]
    words = document.quote(span)
    if _MARGINS.search(lead):
        who = contact.participants
        if len(sides(who)) < 2:
            who = (*main.participants, *(a for a in who if a.kind == "organization"))
        return replace(contact, date=about, basis="occasion", participants=who)
    ours = sides(contact.participants) & sides(main.participants)
    if main.loose or not ours or _EARLIER.search(lead + words):
        return contact
    visited = contact.kind == "visit" and not _TENSE.search(words) and contact.visitor is not None
    if visited and contact.visitor in main.participants and main.kind in ("meeting", "visit"):
        return replace(contact, date=about, basis="occasion")
    return contact


def _of_visit(contact: Contact, visits: list[Contact]) -> Contact:
    """A planned meeting of the visitor with the host has the days of the visit."""
    if contact.date or contact.kind != "meeting" or contact.status != "planned":
        return contact
    for visit in visits:
        if visit.status == "planned" and sides(visit.participants) == sides(contact.participants):
            return replace(
                contact,
                date=visit.date,
                basis="visit",
                country=contact.country or visit.country,
                spans=tuple(dict.fromkeys((*contact.spans, visit.spans[0]))),
            )
    return contact
