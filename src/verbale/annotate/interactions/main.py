"""The contact that a text is about: which of those told it is, and the day it gets."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from verbale.annotate.interactions.contact import Contact, sides
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.implied import implied
from verbale.annotate.interactions.transcript import opened
from verbale.annotate.interactions.view import views
from verbale.annotate.interactions.where import country_named
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, SENTENCES, TIMES, TURNS
from verbale.lookup import distinct
from verbale.records import Actor, InteractionKind

__all__ = ["with_main"]

# How far into a text its main contact may first be told, in code points.
_EARLY = 900
# Where a text whose genre is no report must open with it.
_OPENING = 300
_SEEN = frozenset({"meeting", "summit"})
# A report comes out a day or two after what it tells.
_JUST = 2
_NEAR: dict[InteractionKind, frozenset[str]] = {
    "call": frozenset({"call", "meeting", "video-meeting"}),
    "meeting": frozenset({"call", "meeting", "summit", "video-meeting", "visit"}),
    "message": frozenset({"message"}),
    "video-meeting": frozenset({"call", "meeting", "video-meeting"}),
    "visit": frozenset({"meeting", "visit"}),
}


def with_main(document: Document, title: Headline, told: list[Contact]) -> list[Contact]:
    """The contacts with the main one marked, completed and dated."""
    if title.ahead or _UPCOMING.search(title.title):
        return [_announced(title, c) for c in told]
    (day,) = document.get(DOCUMENT_DATE)
    at = _main(title, told, day.anchor)
    opening = opened(document, title)
    if opening is not None and not _tells(document, told, at, opening):
        return [opening, *told]
    if at is None:
        meant = implied(document, title, told)
        return told if meant is None else [meant, *told]
    return [*told[:at], _completed(document, title, told[at]), *told[at + 1 :]]


def _tells(document: Document, told: list[Contact], at: int | None, opening: Contact) -> bool:
    """Whether the text itself reports the meeting that its turns were spoken at."""
    if at is None or told[at].kind not in _NEAR["meeting"] - {"visit"}:
        return False
    if told[at].spans[0].start > document.get(TURNS)[0].label_start:
        return False
    return sides(told[at].participants) == sides(opening.participants)


def _long_ago(contact: Contact, anchor: datetime.date | None) -> bool:
    """Whether the date that a contact is told with ended more than a month before the text's."""
    if anchor is None or contact.date is None:
        return False
    month = (anchor - datetime.timedelta(days=_MONTH)).isoformat()
    last = contact.date.split("/")[-1].rstrip("~?%")
    return last < month[: len(last)]


_MONTH = 31


def _main(title: Headline, told: list[Contact], anchor: datetime.date | None) -> int | None:
    """Index of the first early held contact of two sides that fits the title."""
    for i, contact in enumerate(told):
        if contact.spans[0].start > _EARLY:
            return None
        if contact.status != "held" or contact.count or not contact.participants:
            continue
        if len(sides(contact.participants)) < 2 and contact.kind != title.kind:
            continue
        if _long_ago(contact, anchor):
            continue
        if title.kind is None and contact.bare:
            continue  # named, not told
        if contact.kind == "visit" and contact.loose:
            continue  # where somebody was, not what was done
        if title.kind is None and title.genre not in ("joint-statement", "readout", "report"):
            return None
        opens = contact.spans[0].start < _OPENING and title.dated
        if not title.of_the_day and not (title.kind and opens):
            return None
        if title.kind is None or contact.kind in _NEAR[title.kind]:
            return i
    return None


def _announced(title: Headline, contact: Contact) -> Contact:
    """A contact of a text whose title says when it will be."""
    early = contact.spans[0].start < _EARLY and contact.basis != "before"
    if contact.date or not early or contact.status == "proposed":
        return contact
    if title.ahead is None:
        return replace(contact, status="planned") if contact.kind == title.kind else contact
    return replace(contact, date=title.ahead, basis="title", status="planned")


_UPCOMING = re.compile(r"\bupcoming\b", re.IGNORECASE)


def _completed(document: Document, title: Headline, contact: Contact) -> Contact:
    (day,) = document.get(DOCUMENT_DATE)
    date, basis = contact.date, contact.basis
    if date is None and day.anchor is not None:
        date, basis = f"{day.anchor.isoformat()}~", "published"
        lead = _lead_day(document, day.anchor)
        if lead is not None:
            date, basis = lead, "text"
    place, country = contact.place, contact.country
    if place is None and country is None and contact.kind in _SEEN and day.dateline_place:
        # A report is sent from where what it reports took place.
        place, country = day.dateline_place, country_named(day.dateline_place)
    kind = contact.kind
    if contact.loose and title.kind in ("call", "meeting", "video-meeting"):
        kind = title.kind
    participants = contact.participants
    spans = contact.spans
    if len(sides(participants)) < 2:
        more = _attended(document)
        if more is not None:
            participants = distinct([*participants, *more[1]])
            spans = (*spans, more[0])
    return replace(
        contact,
        kind=kind,
        date=date,
        basis=basis,
        place=place,
        country=country,
        participants=participants,
        spans=spans,
        main=True,
        loose=False,
    )


def _lead_day(document: Document, anchor: datetime.date) -> str | None:
    """The day that the first sentence tells, where it is the text's own or one just before."""
    first = document.get(SENTENCES)[0]
    days = [
        t
        for t in document.get(TIMES)
        if not document.text[t.start : t.end].lower().endswith(" before")  # of something else
        if first.start <= t.start < first.end and t.edtf and t.begin and t.begin == t.last
    ]
    near = [t for t in days if t.begin and 0 <= (anchor - t.begin).days <= _JUST]
    return near[0].edtf if len(near) == 1 and len(days) == 1 else None


_ATTENDED = re.compile(
    r"^(?:Participants|Participating|Attend(?:ees|ing)|Also (?:attending|participating)|Joining)\b"
    r"|\b(?:participants|attendees) (?:\w+ ){0,4}included\b|\bwas attended by\b|\bwere joined by\b"
)


def _attended(document: Document) -> tuple[Span, tuple[Actor, ...]] | None:
    """The sentence that lists who took part, and whom it lists."""
    for view in views(document):
        match = _ATTENDED.search(view.text)
        if match:
            at = view.sentence.start + match.end()
            parties = [p for p in view.parties if view.words[p.first].start >= at]
            named = distinct(a for p in parties for a in p.actors)
            if named:
                return Span(view.sentence.start, view.sentence.end), named
    return None
