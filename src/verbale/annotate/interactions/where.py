"""Where a contact takes place: the place as the text names it, and the country."""

from __future__ import annotations

from dataclasses import replace

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lists import tail_end
from verbale.annotate.interactions.view import Party, View
from verbale.data import gazetteer, places
from verbale.layers import NAMED

__all__ = ["city_at", "country_named", "country_of", "where"]

_LEADS = frozenset(("at", "in"))


def where(view: View, trigger: Trigger, stop: int) -> tuple[str | None, str | None, int]:
    """Name, country's code, and the last word of the place after the trigger (-1: none)."""
    end = tail_end(view, trigger, stop)
    first_found: tuple[str | None, str | None, int] = (None, None, -1)
    for at in range(trigger.index + 1, end):
        if view.lower(at) not in _LEADS:
            continue
        first = at + 1
        if view.lower(first) == "the":
            first += 1
        last = first
        while last < len(view.words) and _of_name(view, last, first):
            last += 1
        if last == first or view.time_at(first) is not None:
            continue
        name = view.between(first, last - 1).strip(" ,")
        within = view.party_at(first)
        if not name or (within is not None and within.actors[0].kind != "state"):
            continue  # "at the G7": with whom, not where
        if view.lower(at) == "at" and _POSSESSORS & {
            view.lower(last),
            view.lower(_end(within) + 1),
        }:
            continue  # "his counterpart at Avaria's Security Office"
        if view.lower(last) in ("side", "side's", "side’s"):
            continue  # "at the Nordavian side's initiative"
        country = country_of(view, first, last - 1)
        if country is not None:
            # "at the Presidential Palace in X"
            return first_found[0] or name, country, last - 1
        if first_found[0] is None:
            first_found = name, None, last - 1
    if first_found[0] is None and not trigger.verb:
        if trigger.governor is not None and trigger.governor > trigger.last:
            # "the talks that X had with Y in Z"
            return where(view, replace(trigger, index=trigger.governor, verb=True), stop)
        return _within(view, trigger)
    return first_found


_POSSESSORS = frozenset(("'s", "’s"))


def _end(party: Party | None) -> int:
    return party.last if party is not None else -1


def _within(view: View, trigger: Trigger) -> tuple[str | None, str | None, int]:
    """A city in the noun phrase itself: "the 2019 Halm summit"."""
    for at in range(trigger.first, trigger.index):
        city = city_at(view, at)
        if city is not None and city[0] < trigger.index:
            return view.between(at, city[0]), city[1], -1
    return None, None, -1


def _of_name(view: View, at: int, first: int) -> bool:
    word = view.words[at]
    if view.time_at(at) is not None:
        return False
    if word.text == "," and at > first:
        following = view.words[at + 1] if at + 1 < len(view.words) else None
        if following is None or following.upos != "PROPN" or view.time_at(at + 1) is not None:
            return False
        # "Jakarta, Indonesia": a comma inside a place; not one before a person or another state.
        party = view.party_at(at + 1)
        city = places.country(view.between(first, at - 1))
        return party is None or (
            party.actors[0].kind == "state" and city in (None, party.actors[0].id)
        )
    if word.text == "and" and at > first:
        # "in X and Y": two places, where nothing but capitals follow
        following = view.words[at + 1] if at + 1 < len(view.words) else None
        party = view.party_at(at + 1)
        return (
            following is not None and following.upos == "PROPN" and (party is None or party.capital)
        )
    if word.text == "." and at > first:
        return False
    return word.text[:1].isupper() and word.upos in ("PROPN", "NOUN", "ADJ", "X")


def country_of(view: View, first: int, last: int) -> str | None:
    """The state that a place's words name, or that holds the city."""
    city = places.country(view.between(first, last))
    if city is not None:
        return city
    start, end = view.words[first].start, view.words[last].end
    named = [
        n.id
        for n in view.document.get(NAMED)
        if start <= n.start and n.end <= end and ":" not in n.id
    ]
    return named[-1] if named else None


def country_named(name: str) -> str | None:
    """The state that holds a city, or the last one that a name of a place contains."""
    city = places.country(name)
    if city:
        return city
    named = reversed(gazetteer.current().find(name))
    return next((m.id for m in named if ":" not in m.id and m.use != "adjective"), None)


def city_at(view: View, first: int) -> tuple[int, str] | None:
    """The last word of a city's name that begins at a word, and its state's code."""
    for last in range(min(first + 2, len(view.words) - 1), first - 1, -1):
        if all(view.words[k].text[:1].isupper() for k in range(first, last + 1)):
            code = places.country(view.between(first, last))
            if code is not None:
                return last, code
    return None
