"""The meeting that remarks were made at: told by the title, the place above and the greetings."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Contact
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.where import country_named
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, SENTENCES, TURNS

__all__ = ["opened"]

_INTERVIEW = re.compile(r"\binterview\b", re.IGNORECASE)
_GREETS = re.compile(
    r"\b(?:delighted|glad|good|great|happy|honou?r(?:ed)?|pleased|pleasure|wonderful) to (?:be|have|host|meet|see|welcome)\b"
    r"|\bthank you (?:\w+ ){0,3}for (?:being|coming|having|hosting|the (?:invitation|welcome)|welcoming|your (?:hospitality|invitation))\b"
    r"|\b(?:our|this|today[’']s) (?:bilateral )?(?:discussion|meeting|talks)\b|\bwelcome\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^[A-Z][^\n:]{3,60}$", re.MULTILINE)
_CLOCK = re.compile(r"\d|\b[AP]\.?M\b")


def opened(document: Document, title: Headline) -> Contact | None:
    """The meeting of the voices of a text; None where they greet nobody at no place."""
    if len(title.voices) < 2 or _INTERVIEW.search(title.title):
        return None
    (day,) = document.get(DOCUMENT_DATE)
    place = _place(document)
    spans = [*([place] if place else []), *_greetings(document)]
    if not spans:
        return None
    name = document.quote(place) if place else None
    return Contact(
        "video-meeting" if title.kind == "video-meeting" else "meeting",
        "held",
        title.voices,
        tuple(spans),
        day.anchor.isoformat() if day.anchor else None,
        "published" if day.anchor else None,
        name,
        country_named(name) if name else None,
        sure=2,
        main=True,
        loose=True,
    )


def _place(document: Document) -> Span | None:
    """The line above the first turn that names a place."""
    first = document.get(TURNS)[0].label_start
    for match in _PLACE.finditer(document.text, 0, first):
        if not _CLOCK.search(match.group()) and country_named(match.group()):
            return Span(match.start(), match.end())
    return None


def _greetings(document: Document) -> list[Span]:
    """The first greeting of each of the first two speakers."""
    out: list[Span] = []
    sentences = document.get(SENTENCES)
    turns = [t for t in document.get(TURNS) if t.role == "speaker"]
    spoken: set[str] = set()
    for turn in turns:
        label = document.text[turn.label_start : turn.label_end]
        if label in spoken:
            continue
        for s in sentences:
            if turn.start <= s.end <= turn.end + 1 and _GREETS.search(
                document.text, s.start, s.end
            ):
                out.append(Span(s.start, s.end))
                spoken.add(label)
                break
        if len(out) == 2:
            break
    return out
