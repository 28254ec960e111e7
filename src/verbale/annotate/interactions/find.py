"""Finding contacts, sentence by sentence, with who, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.annotate.interactions.lexicon import (
    AGAIN,
    CANCELLED,
    CONTACT,
    OWN,
    PLANNED,
    POSTPONED,
    PROPOSED,
    SEVERAL,
    VAGUE,
)
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, GENRE, PARTIES, SENTENCES, TIMES, Time
from verbale.lookup import actors_in, country_at, distinct
from verbale.records import Actor, InteractionKind, InteractionStatus

__all__ = ["Contact", "contacts"]

_DAY_TEXTS = frozenset({"readout", "report", "press-conference", "transcript"})


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as one or several sentences tell it."""

    kind: InteractionKind
    status: InteractionStatus
    participants: tuple[Actor, ...]
    date: str | None
    basis: str | None
    place: str | None
    country: str | None
    host: Actor | None
    visitor: Actor | None
    initiator: Actor | None
    count: str | None
    spans: tuple[Span, ...]
    confidence: float


def contacts(document: Document) -> Iterator[Contact]:
    """Contacts in text order; one sentence gives one, or one per kind when it counts several."""
    first = True
    for sentence in document.get(SENTENCES):
        text = document.text[sentence.start : sentence.end]
        found = _kinds(text)
        found = [(k, m) for k, m in found if not (k == "conference" and OWN.search(text))]
        if not found or VAGUE.search(text):
            continue
        if found[0][0] != "visit" and AGAIN.search(text) and not first:
            continue
        participants = _participants(document, sentence.start, sentence.end)
        if len({a.state or a.id for a in participants}) < 2:
            continue
        several = SEVERAL.search(text)
        for kind, match in found if several else found[:1]:
            yield _contact(document, sentence.start, sentence.end, kind, match, participants, first)
            first = False


def _kinds(text: str) -> list[tuple[InteractionKind, re.Match[str]]]:
    return [(kind, m) for kind, pattern in CONTACT if (m := pattern.search(text))]


def _participants(document: Document, start: int, end: int) -> tuple[Actor, ...]:
    """Persons first; a state only where nobody acts for it; two sides of the text at the least."""
    inside = actors_in(document, start, end)
    persons = [a for a in inside if a.kind == "person" and a.state]
    acted = {a.state for a in persons}
    states = [a for a in inside if a.kind == "state" and a.id not in acted]
    groups = [a for a in inside if a.kind == "organization"]
    if len(acted) >= 2:
        return distinct(persons)
    chosen = distinct([*persons, *states[: 2 - len(acted)], *([] if states else groups[:1])])
    if len({a.state or a.id for a in chosen}) == 1 and document.has(PARTIES):
        own = chosen[0].state or chosen[0].id
        chosen = (*chosen, *[p for p in document.get(PARTIES) if p.id != own][:1])
    return chosen


def _contact(
    document: Document,
    start: int,
    end: int,
    kind: InteractionKind,
    match: re.Match[str],
    participants: tuple[Actor, ...],
    first: bool,
) -> Contact:
    text = document.text[start:end]
    status = _status(text, match)
    date, basis = _date(document, start, end, start + match.start(), status, first)
    host = visitor = None
    if kind == "visit":
        goal = country_at(document, start + match.start(), end)
        host = next((a for a in participants if (a.state or a.id) == goal), None)
        visitor = next((a for a in participants if (a.state or a.id) != goal), None)
    place, country = _place(document, start, end)
    return Contact(
        kind,
        status,
        participants,
        date,
        basis,
        place,
        country or (host.state if host else None),
        host,
        visitor,
        _initiator(document, start, end, text),
        "several" if SEVERAL.search(text) else None,
        (Span(start, end),),
        0.7 if first else 0.5,
    )


def _status(text: str, match: re.Match[str]) -> InteractionStatus:
    if CANCELLED.search(text):
        return "cancelled"
    if POSTPONED.search(text):
        return "postponed"
    before = text[max(0, match.start() - 60) : match.end()]
    if re.search(r"\binvited\b", match.group()):
        return "planned" if re.search(r"\baccepted\b", text) else "proposed"
    if PROPOSED.search(before) and not re.search(r"\b(?:met|held|had|spoke)\b", match.group()):
        return "proposed"
    told = re.search(
        r"\b(?:met|held|had|spoke|visited|arrived|exchanged|hosted)\b", match.group(), re.I
    )
    ahead = PLANNED.search(before) or re.search(r"\b(?:looks? set to|will be|is expected)\b", text)
    return "planned" if ahead and not told else "held"


def _date(
    document: Document, start: int, end: int, at: int, status: InteractionStatus, first: bool
) -> tuple[str | None, str | None]:
    """The time of the sentence nearest to the words of contact; else the day of the text itself."""
    inside = [
        t
        for t in document.get(TIMES)
        if start <= t.start and t.end <= end and t.type != "SET" and t.base_year is None
    ]
    spans = [
        t for t in inside if t.type == "DURATION" and t.edtf and t.begin and t.value.endswith("D")
    ]
    if spans:
        return spans[0].edtf, "text"
    dated = [t for t in inside if t.edtf and t.type != "DURATION"]
    if dated:
        best = min(dated, key=lambda t: (not _exact(t), abs(t.start - at)))
        return best.group_edtf or best.edtf, "text"
    if any(t.value.startswith("XXXX") for t in inside):
        words = document.text[inside[0].start : inside[-1].end]
        return None, f"{words} of a time that the text does not settle"
    if SEVERAL.search(document.text[start:end]):
        # "And in 2020, … . They have had calls on several occasions": the year stands before.
        before = [t for t in document.get(TIMES) if start - 300 <= t.start < start and t.edtf]
        if before and before[-1].type == "DATE":
            return before[-1].edtf, "text"
    (day,) = document.get(DOCUMENT_DATE)
    genre = document.get(GENRE)[0].code
    if first and status == "held" and genre in _DAY_TEXTS and day.anchor:
        return f"{day.anchor.isoformat()}~", "published"
    return None, None


def _exact(time: Time) -> bool:
    return bool(time.begin and time.last and (time.last - time.begin).days <= 7)


def _place(document: Document, start: int, end: int) -> tuple[str | None, str | None]:
    match = re.search(
        r"\b(?:in|at) ((?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?:, [A-Z]\w+)?)",
        document.text[start:end],
    )
    if not match or re.match(
        r"(?:January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec)", match[1]
    ):
        return None, None
    return match[1], country_at(document, start + match.start(1), start + match.end(1))


def _initiator(document: Document, start: int, end: int, text: str) -> Actor | None:
    """ "at the request of", "initiated by", "at the invitation of"."""
    match = re.search(r"\b(?:at the (?:request|initiative) of|initiated by|requested by)\b", text)
    if match:
        return next(iter(actors_in(document, start + match.end(), end)), None)
    match = re.search(r"\b(?:at the|on the) (\S+(?: \S+)?) (?:initiative|request)\b", text)
    if match:
        return next(iter(actors_in(document, start + match.start(), start + match.end())), None)
    return None
