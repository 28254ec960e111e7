"""Days that one contact gives another: within a visit, on the margins of a summit, on the day told of."""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.annotate.interactions.contact import Contact, sides
from verbale.document import Document
from verbale.layers import DOCUMENT_DATE

__all__ = ["still_ahead", "with_days"]

_MARGINS = re.compile(r"\b(?:margins?|sidelines?) of (?:the )?$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:ago|earlier|former|last|past|previous(?:ly)?|recent(?:ly)?|(?:day|month|week|year)s? after)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?;]\s|\n")
_DAY = len("2000-01-01")
_AT_VISIT = frozenset({"meeting", "visit"})
_TENSE = re.compile(r"\b(?:had|has|have|having)\b")


def with_days(document: Document, told: list[Contact]) -> list[Contact]:
    """Contacts with the days that others of the text, or the text itself, give them."""
    main = next((c for c in told if c.main), None)
    told = [c for c in told if main is None or not _again(document, c, main)]
    told = [v for c in told if (v := _guest(c, main, told)) is not None]
    out = [_of_the_day(document, _theirs(document, c, main), main) for c in told]
    return [_beside(c, out) for c in out]


def _guest(contact: Contact, main: Contact | None, told: list[Contact]) -> Contact | None:
    """ "The visit" that a meeting of the text's two sides was part of: of the one who was not at home."""
    if contact.kind != "visit" or contact.participants:
        return contact
    if main is None or main.kind not in ("meeting", "summit") or main.country is None:
        return None
    if any(c.kind == "visit" and c.participants and c.basis != "before" for c in told):
        return None  # told elsewhere in the text
    hosts = [a for a in main.participants if main.country in (a.state, a.id)]
    guests = [a for a in main.participants if a not in hosts]
    if not hosts or not guests or contact.status != "held":
        return None
    return replace(
        contact,
        participants=(*guests, hosts[0]),
        visitor=guests[0],
        host=hosts[0],
        country=main.country,
        date=f"{(main.date or '').rstrip('~?')}~" if main.date else None,
        basis="occasion" if main.date else None,
    )


def still_ahead(document: Document, contact: Contact) -> Contact:
    """A contact that is told as done here and as coming there, of a day after the text's."""
    (day,) = document.get(DOCUMENT_DATE)
    if day.anchor and contact.status == "held" and contact.date:
        first = contact.date.split("/")[0].rstrip("~?")
        if len(first) == _DAY and first > day.anchor.isoformat():
            return replace(contact, status="planned")
    return contact


_AGAIN = re.compile(r"(?:the|this|today[’']s) (?:call|conversation|discussions?|meeting|talks)")


def _again(document: Document, contact: Contact, main: Contact) -> bool:
    """ "During the call, the two agreed": the text's own contact once more, whoever "the two" are."""
    alike = sides(contact.participants) == sides(main.participants)
    only = len(contact.spans) == 1 and _AGAIN.fullmatch(document.quote(contact.spans[0]))
    undated = contact.date is None and contact.status == "held"
    return bool(not contact.main and alike and only and undated)


_OTHERS = re.compile(r"\b(?:advis\w+|among|between|for|format|of|on (?:the|this)|with)\b")


def _theirs(document: Document, contact: Contact, main: Contact | None) -> Contact:
    """ "The talks held in X on May 5", told of nobody else: those of the text's own two sides."""
    if main is None or contact.participants or contact.kind not in ("call", "meeting"):
        return contact
    words = document.quote(contact.spans[0])
    if not words.startswith("the ") or _OTHERS.search(words):
        return contact
    return replace(contact, participants=main.participants)


def _of_the_day(document: Document, contact: Contact, main: Contact | None) -> Contact:
    if contact.main or (contact.date and not _this_year(document, contact)):
        return contact
    if contact.status == "planned" and main and _goes_on(document, contact, main):
        return replace(contact, date=f"{(main.date or '').rstrip('~?')}~", basis="occasion")
    if contact.status != "held":
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


def _this_year(document: Document, contact: Contact) -> bool:
    """Whether a contact of the day got no more than its year: "as 2023 begins, I am glad to visit"."""
    (day,) = document.get(DOCUMENT_DATE)
    return bool(contact.today and day.anchor and contact.date == str(day.anchor.year))


_THEN = re.compile(
    r"\balso\b|\b(?:after|following) (?:the|their|this) (?:meeting|talks|visit)\b", re.IGNORECASE
)


def _goes_on(document: Document, contact: Contact, main: Contact) -> bool:
    """ "The two will also hold wider talks", "after the meeting": what comes next the same day."""
    span = contact.spans[0]
    alike = sides(contact.participants) == sides(main.participants)
    if not alike or not main.date or contact.basis == "ahead":
        return False
    arrived = main.kind == "visit" and contact.kind == "meeting"
    return arrived or bool(_THEN.search(document.text, span.start, span.end))


def _beside_main(document: Document, contact: Contact, main: Contact, about: str) -> Contact:
    """The event that the main contact was on the margins of, the visit that it was part of."""
    span = contact.spans[0]
    lead = _ENDED.split(document.text[max(0, span.start - 24) : span.start])[-1]
    words = document.quote(span)
    if _MARGINS.search(lead):
        who = contact.participants
        if len(sides(who)) < 2:
            who = (*main.participants, *(a for a in who if a.kind == "organization"))
        return replace(contact, date=about, basis="occasion", participants=who)
    ours = sides(contact.participants) & sides(main.participants)
    if not ours or _EARLIER.search(lead + words):
        return contact
    here = not main.country or main.country == contact.country
    visited = contact.kind == "visit" and not _TENSE.search(words) and here
    guest = contact.visitor and (contact.visitor.state or contact.visitor.id)
    if visited and guest in sides(main.participants) and main.kind in ("meeting", "visit"):
        return replace(contact, date=about, basis="occasion")
    if main.kind == "visit" and _on_the_visit(document, contact, main):
        return replace(contact, date=about, basis="visit", country=contact.country or main.country)
    return contact


def _on_the_visit(document: Document, contact: Contact, main: Contact) -> bool:
    """ "paid a visit to Z, where he held talks with Y": who met whom there, told soon after."""
    if contact.kind not in _AT_THE_PLACE or sides(contact.participants) != sides(main.participants):
        return False
    between = document.text[main.spans[0].end : contact.spans[0].start]
    words = document.quote(contact.spans[0])
    near = len(between) < _SOON and not _EARLIER.search(_ENDED.split(between[-24:])[-1] + words)
    return contact.basis != "before" and near and not _TENSE.search(words)


_AT_THE_PLACE = frozenset({"ceremony", "meeting", "signing"})
# Characters behind the words of a visit within which what is told took place on it. A first setting.
_SOON = 400


def _beside(contact: Contact, told: list[Contact]) -> Contact:
    """A coming meeting of guest and host has the days of the visit, or gives them to it."""
    if contact.date or contact.kind not in _AT_VISIT or contact.status != "planned":
        return contact
    if contact.basis == "ahead":
        return contact
    for other in told:
        joined = other.kind in _AT_VISIT and other.kind != contact.kind and other.date
        if not joined or other.status != "planned":
            continue
        if sides(other.participants) == sides(contact.participants):
            return replace(
                contact,
                date=other.date,
                basis="visit" if other.kind == "visit" else "occasion",
                country=contact.country or (other.country if other.kind == "visit" else None),
                spans=tuple(dict.fromkeys((*contact.spans, other.spans[0]))),
            )
    return contact
