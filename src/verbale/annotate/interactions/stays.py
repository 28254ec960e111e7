"""Stays abroad that no word of contact names: "while in Z, X said", "X, who is in Z for talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.subjects import subjects, told_of
from verbale.annotate.interactions.view import Party, View
from verbale.annotate.interactions.where import city_at
from verbale.data import gazetteer

__all__ = ["guest_of", "is_stay", "place_of", "stays"]

_BE = frozenset("'m 's am are be been is was were ’m ’s".split())
# Who lives where they are.
_RESIDES = re.compile(r"\b(?:ambassador|attach|charg|consul)", re.IGNORECASE)
_NOW = frozenset("already also back currently here now still there".split())


def stays(view: View) -> Iterator[Trigger]:
    """A visit for each person who is told to be in another state; its index is the place's head."""
    for at in range(1, len(view.words) - 1):
        lead = _lead(view, at)
        place = _place(view, at + 1) if lead is not None else None
        if lead is None or place is None:
            continue
        inside = range(place.first, place.last + 1)
        head = next((k for k in inside if view.words[k].head not in inside), place.last)
        trigger = Trigger("visit", head, lead, place.last, True, loose=True)
        guest = guest_of(view, trigger)
        if guest and guest[0].actors[0].state not in (None, place.actors[0].id):
            yield trigger


def _lead(view: View, at: int) -> int | None:
    """The form of "be" or the "while" before an "in"."""
    if view.lower(at) != "in":
        return None
    before = at - 1
    while before > 0 and view.lower(before) in _NOW:
        before -= 1
    return before if view.lower(before) in _BE or view.lower(before) == "while" else None


def is_stay(trigger: Trigger) -> bool:
    """Whether a trigger is a place that somebody is at."""
    return trigger.verb and trigger.kind == "visit" and trigger.first < trigger.index


def place_of(view: View, trigger: Trigger) -> Party | None:
    """Where a stay is."""
    at = next(k for k in range(trigger.first, trigger.index) if view.lower(k) == "in")
    return _place(view, at + 1)


def _place(view: View, at: int) -> Party | None:
    """The state or city that is named from a word on."""
    at += view.lower(at) == "the"
    city = city_at(view, at)
    if city is not None:
        return Party(at, city[0], (gazetteer.current().actor(city[1]),), capital=True)
    party = view.party_at(at)
    if party is None or party.first != at or party.adjective:
        return None
    own = party.actors[0].kind == "state" and view.words[at].upos == "PROPN"
    return party if own and view.lower(party.last + 1) not in ("'s", "’s") else None


def guest_of(view: View, trigger: Trigger) -> list[Party]:
    """The one person who is there: the subject of "be", or of what is done there."""
    if view.lower(trigger.first) == "while":
        found = told_of(view, trigger.index)
    else:
        found = subjects(view, trigger.first)
        if found and not _is(view, found[0], trigger):
            return []  # "or it is in Z", "the day that they saw you was in Z"
    if len(found) != 1 or len(found[0].actors) != 1 or found[0].actors[0].kind != "person":
        return []
    resides = _RESIDES.search(view.between(found[0].first, found[0].last))
    return [] if resides else found


def _is(view: View, guest: Party, trigger: Trigger) -> bool:
    """Whether the guest is the subject of a form of "be", with an auxiliary or ", who" between at most."""
    if any(view.words[k].deprel == "obj" for k in range(guest.first, guest.last + 1)):
        return False
    between = view.words[guest.last + 1 : trigger.first]
    return all(w.upos in ("ADV", "AUX", "PUNCT") or w.text.lower() == "who" for w in between)
