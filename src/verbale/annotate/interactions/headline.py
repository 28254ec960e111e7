"""What the title says of the contact that the text is about."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

from verbale.document import Document
from verbale.layers import DOCUMENT_DATE, GENRE, HEADER, PARTIES, TURNS
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor, InteractionKind

__all__ = ["Headline", "headline"]

# The first that matches names the kind; a title names one contact.
_KINDS: tuple[tuple[InteractionKind, str], ...] = (
    ("video-meeting", r"\b(?:video|virtual(?:ly)?|online)\b"),
    ("call", r"\b(?:tele)?phone(?:d|s)?\b|\b(?:call|conversation|spoke|speaks)\b"),
    ("message", r"\b(?:greetings|letter|message|telegram|condolences|congratulat\w+)\b"),
    ("visit", r"\bvisit(?:s|ed)?\b|\btrip to\b"),
    (
        "meeting",
        r"\b(?:meet(?:s|ings?)?|met|talks|negotiations|consultations|(?:bi|tri)lateral|summit)\b",
    ),
)
# Texts of a day: what they tell without a time of its own was that day.
_DAY_TEXTS = frozenset(
    {"joint-statement", "log", "press-conference", "readout", "report", "transcript"}
)


@dataclass(frozen=True, slots=True)
class Headline:
    """The kind that the title names, or None; the persons of the labelled turns.

    `of_the_day` says whether the text reports a day's contact; `voices` are persons of different
    states who speak in turn; `ahead` is the day (EDTF) that the title announces.
    """

    kind: InteractionKind | None
    title: str
    parties: tuple[Actor, ...]
    voices: tuple[Actor, ...]
    of_the_day: bool
    dated: bool
    genre: str
    ahead: str | None = None

    def other(self, than: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The speakers' or the text's other side."""
        own = {a.state or a.id for a in than}
        among = self.voices or self.parties
        return tuple(a for a in among if (a.state or a.id) not in own)[:1]


def headline(document: Document) -> Headline:
    """Read the title and the turns."""
    title = document.source.title or ""
    if not title and document.has(HEADER) and document.get(HEADER):
        span = document.get(HEADER)[0].title
        title = document.quote(span) if span else ""
    kind = next((k for k, p in _KINDS if re.search(p, title, re.IGNORECASE)), None)
    genre = document.get(GENRE)[0].code
    (day,) = document.get(DOCUMENT_DATE)
    # A log holds many talks; who speaks next is not who is spoken to.
    voices = () if genre == "log" else _voices(document)
    return Headline(
        kind,
        title,
        document.get(PARTIES) if document.has(PARTIES) else (),
        voices or _announced(document, title),
        genre in _DAY_TEXTS and day.anchor is not None,
        day.anchor is not None,
        genre,
        _announced_day(title, day.anchor),
    )


_ON = re.compile(
    rf"\b[Oo]n ({'|'.join(calendar.month_name[1:])}) (\d{{1,2}})(?:\s?[-–—]\s?(\d{{1,2}}))?\b.* will\b"
)


def _announced_day(title: str, anchor: datetime.date | None) -> str | None:
    """ "On May 5–6, X will visit Y": the day nearest to the text's own."""
    match = _ON.search(title)
    if match is None or anchor is None:
        return None
    month = list(calendar.month_name).index(match[1])
    year = anchor.year + (month < anchor.month)
    days = [f"{year}-{month:02}-{int(d):02}" for d in (match[2], match[3]) if d]
    return "/".join(days)


_REMARKS = re.compile(r"\b(?:[Rr]emarks|[Ss]tatements?) (?:by|of) .+ and\b")


def _announced(document: Document, title: str) -> tuple[Actor, ...]:
    """The parties of remarks whose labels name nobody known."""
    if not _REMARKS.search(title) or not document.has(TURNS) or not document.get(TURNS):
        return ()
    parties = document.get(PARTIES)[:2] if document.has(PARTIES) else ()
    return parties if len(parties) == 2 else ()


def _voices(document: Document) -> tuple[Actor, ...]:
    """The persons whose turns the text holds, one a state; empty unless of two states or more."""
    if not document.has(TURNS):
        return ()
    found = []
    for turn in document.get(TURNS):
        if turn.role == "speaker":
            named = mentions_in(document, turn.label_start, turn.label_end)
            found += [a for m in named for a in m.actors if a.kind == "person" and a.state]
    persons = distinct(found)
    states: dict[str, Actor] = {}
    for person in persons:
        states.setdefault(person.state or "", person)
    return tuple(states.values()) if len(states) > 1 else ()
