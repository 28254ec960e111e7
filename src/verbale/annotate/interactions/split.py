"""One contact of several where a plural means several: by owner, partner, guest or place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from verbale.annotate.interactions.contact import Contact, Trigger, sides
from verbale.annotate.interactions.view import Party, View
from verbale.annotate.interactions.where import country_of
from verbale.records import Actor

__all__ = ["split"]


def split(view: View, trigger: Trigger, contact: Contact) -> Iterator[Contact]:
    """One record, or one per owner or place where a plural has several.

    "A's and B's meetings with C", "the talks in X and Y".
    """
    owners = [p for p in view.parties if p.last < trigger.first]
    owned = [p for p in owners if view.lower(p.last + 1) in ("'s", "’s", "'", "’")]
    owned = [p for p in owned if p.last >= trigger.first - 9]
    if trigger.plural and len(owned) == 2 and contact.count is None:
        first, second = (p.actors[0].id for p in owned)
        for other in (second, first):
            yield replace(
                contact, participants=tuple(a for a in contact.participants if a.id != other)
            )
        return
    partners = [a for a in contact.participants[1:] if a.kind == "person"]
    if trigger.plural and contact.kind == "call" and len(partners) > 1 and not owned:
        for partner in partners:
            yield replace(contact, participants=(contact.participants[0], partner))
        return
    by = view.lower(trigger.index + 1) == "by"
    if trigger.plural and by and contact.kind == "visit" and contact.count is None:
        guests = [a for a in contact.participants if contact.visitor and _with(a, contact.visitor)]
        if len(guests) > 1:
            for guest in guests:
                others = tuple(a for a in contact.participants if a is guest or a not in guests)
                yield replace(contact, participants=others, visitor=guest)
            return
    places = re.fullmatch(r"([A-Z]\w+) and ([A-Z]\w+)", contact.place or "")
    if places and contact.kind in ("meeting", "other"):
        for name in places.groups():
            at = next(i for i, w in enumerate(view.words) if w.text == name)
            country = country_of(view, at, at)
            who = _hosted_in(contact.participants, country) if trigger.plural else None
            yield replace(
                contact,
                kind="meeting",
                place=name,
                country=country,
                participants=who or contact.participants,
            )
        return
    yield replace(contact, place=places[1]) if places and contact.kind == "visit" else contact
    yield from _further(view, trigger, contact)


def _further(view: View, trigger: Trigger, contact: Contact) -> Iterator[Contact]:
    """The other goals of a trip: "visited Z | and Y", "a tour of Z, Y and X"."""
    guest = contact.visitor
    if contact.kind != "visit" or guest is None or contact.country is None:
        return
    behind = [p for p in view.parties if p.first > trigger.index]
    at = next((i for i, p in enumerate(behind) if _lies_in(p, contact.country)), len(behind))
    for one, other in pairwise(behind[at:]):
        gap = {view.lower(k) for k in range(one.last + 1, other.first)}
        country = other.actors[0].state
        if not gap or not gap <= _LISTING or not country or not _lies_in(other, country):
            return
        if country in (contact.country, guest.state):
            continue
        yield replace(
            contact,
            place=view.between(other.first, other.last),
            country=country,
            host=other.actors[0],
            participants=(*_guests(contact), other.actors[0]),
        )


_LISTING = frozenset((",", "and", "the"))


def _lies_in(party: Party, country: str) -> bool:
    """Whether a party is named as a place of the state."""
    actor = party.actors[0]
    return actor.kind == "state" and actor.id == country and not party.adjective


def _guests(contact: Contact) -> tuple[Actor, ...]:
    guest = contact.visitor
    return tuple(
        a for a in contact.participants if guest and (a == guest or a.state == guest.state)
    )


def _with(actor: Actor, guest: Actor) -> bool:
    """Whether a person acts for the guest's state."""
    return actor.kind == "person" and actor.state == guest.state


def _hosted_in(actors: tuple[Actor, ...], country: str | None) -> tuple[Actor, ...] | None:
    """Of three, the guest, who is first, and the one at whose place: "their talks in X and Y"."""
    home = tuple(a for a in actors[1:] if a.state == country)
    return (actors[0], *home) if len(sides(actors)) > 2 and home else None
