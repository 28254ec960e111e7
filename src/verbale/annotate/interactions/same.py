"""Mentions of one event within a document become one contact, the fullest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verbale.annotate.interactions.find import Contact

__all__ = ["gather"]

_TALK = frozenset({"call", "video-meeting"})


def gather(found: Iterable[Contact]) -> list[Contact]:
    """Contacts in order of first mention; later mentions add evidence and what was missing."""
    out: list[Contact] = []
    for contact in found:
        at = next((i for i, c in enumerate(out) if _same(c, contact)), None)
        if at is None:
            out.append(contact)
        else:
            out[at] = _joined(out[at], contact)
    return out


def _same(a: Contact, b: Contact) -> bool:
    if a.kind != b.kind and not {a.kind, b.kind} <= _TALK:
        return False
    one, two = ({p.state or p.id for p in c.participants} for c in (a, b))
    if len(one & two) < 2 or a.count != b.count:
        return False
    persons = [{p.id for p in c.participants if p.kind == "person"} for c in (a, b)]
    if all(persons) and not persons[0] & persons[1]:
        return False
    if a.date is None or b.date is None:
        return a.status == b.status or "cancelled" in (a.status, b.status)
    return _days(a.date) == _days(b.date)


def _days(date: str) -> str:
    return date.rstrip("~?%")


def _joined(a: Contact, b: Contact) -> Contact:
    persons = sum(p.kind == "person" for p in a.participants)
    more = sum(p.kind == "person" for p in b.participants)
    return replace(
        a,
        participants=b.participants if more > persons else a.participants,
        date=a.date or b.date,
        basis=a.basis or b.basis,
        place=a.place or b.place,
        country=a.country or b.country,
        host=a.host or b.host,
        visitor=a.visitor or b.visitor,
        initiator=a.initiator or b.initiator,
        spans=tuple(dict.fromkeys((*a.spans, *b.spans))),
        confidence=min(0.9, a.confidence + 0.1),
    )
