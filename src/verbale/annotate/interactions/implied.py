"""The contact that a readout takes for granted: "the call came in good time", or two leaders' words in turn."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Contact, sides
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.lexicon import NOUNS
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, RECORDS, SENTENCES
from verbale.lookup import distinct
from verbale.records import Actor, Statement

__all__ = ["implied"]

_THIS = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Oo]f) the (?:\w+ )?(call|conversation|meeting|talks)\b"
    r"|\b[Tt]his (?:\w+ )?(call|conversation|meeting|visit)\b"
)


def implied(document: Document, title: Headline, told: list[Contact]) -> Contact | None:
    """The contact of the day of a readout that tells none between its sides; None where it tells one.

    It is named in passing, or nothing of it is told but what each side's own person said there.
    """
    (day,) = document.get(DOCUMENT_DATE)
    if title.genre not in ("readout", "report") or day.anchor is None or len(title.parties) < 2:
        return None
    two = title.parties[:2]
    if any(sides(two) <= sides(c.participants) and c.status == "held" for c in told):
        return None
    said = [r for r in document.get(RECORDS) if isinstance(r, Statement)]
    speakers = _speakers(said, two)
    passing = _in_passing(document)
    untitled = title.kind is not None or not title.title
    if not speakers or (passing is None and not (len(speakers) > 1 and untitled)):
        return None
    kind, span = passing or ("other", Span(said[0].evidence[0].start, said[0].evidence[0].end))
    spoken_for = sides(tuple(speakers))
    return Contact(
        NOUNS.get(kind, "other"),
        "held",
        (*speakers, *(p for p in two if p.id not in spoken_for)),
        (span,),
        f"{day.anchor.isoformat()}~",
        "published",
        main=True,
        loose=True,
    )


def _speakers(said: list[Statement], two: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The first person of each side whose words are told."""
    states = {p.id for p in two}
    persons = distinct(
        s for r in said for s in r.speakers if s.kind == "person" and s.state in states
    )
    first = {p.state: p for p in reversed(persons)}
    return tuple(p for p in persons if first.get(p.state) == p)


def _in_passing(document: Document) -> tuple[str, Span] | None:
    """The noun that means the contact, and the sentence where it stands."""
    for sentence in document.get(SENTENCES):
        match = _THIS.search(document.text, sentence.start, sentence.end)
        if match:
            return match[1] or match[2], Span(sentence.start, sentence.end)
    return None
