"""Whether words tell one contact from others."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.mood import general
from verbale.annotate.interactions.view import View
from verbale.annotate.interactions.where import country_named
from verbale.data import places
from verbale.records import Actor

__all__ = ["specific"]


def specific(
    view: View,
    trigger: Trigger,
    participants: tuple[Actor, ...],
    date: str | None,
    place: str | None,
) -> bool:
    """Whether the words tell one contact from others: two sides, or a date or place with one."""
    told = date is not None or place is not None
    if not date and (general(view, trigger) or _earlier_ones(view, trigger)):
        return False
    if date and len(date) == _YEAR and _any(view, trigger):
        return False
    count = _known(participants, trigger)
    if trigger.kind in ("ceremony", "exercise") and count < 2 and not _abroad(participants, place):
        return False
    if trigger.kind in ("summit", "conference"):
        named = any(
            view.words[k].text[:1].isupper() for k in range(trigger.first, trigger.index + 1)
        )
        return (named and (told or _margins(view, trigger))) or count > 1
    if count >= 2:
        named = place is not None and _told_place(participants, place)
        return date is not None or named or not _ongoing(view, trigger, participants)
    group = any(a.kind == "organization" for a in participants)
    if group and told and view.words[trigger.index].lemma in ("convene", "gather", "meet"):
        return True  # "leaders of the bloc gathered in Z"
    if trigger.verb or trigger.kind in ("call", "message", "other", "visit"):
        return False
    if count == 1:
        return told
    return date is not None and place is not None


_YEAR = len("2000")


def _any(view: View, trigger: Trigger) -> bool:
    """ "talk of a meeting this year": one that nobody says was held."""
    if trigger.verb or view.words[trigger.index].lemma == "invitation":
        return False  # "conveyed an invitation": it was given
    return trigger.governor is None and view.lower(trigger.first) in ("a", "an")


def _told_place(participants: tuple[Actor, ...], place: str) -> bool:
    """Whether a place is a city, or a state that is none of the sides."""
    if places.country(place.split(",")[0]) is not None:
        return True
    state = country_named(place)
    return state is not None and state not in sides(participants)


def _abroad(participants: tuple[Actor, ...], place: str | None) -> bool:
    """Whether the only side is a guest: "attended the opening ceremony in X"."""
    where = country_named(place) if place else None
    return where is not None and bool(participants) and where not in sides(participants)


def _earlier_ones(view: View, trigger: Trigger) -> bool:
    """ "in previous meetings", "through our meetings": whichever they were."""
    inside = {view.lower(k) for k in range(trigger.first, trigger.index)}
    several = bool(inside & {"earlier", "past", "previous", "prior"})
    return trigger.plural and (several or view.lower(trigger.first) == "our")


def _margins(view: View, trigger: Trigger) -> bool:
    """ "on the margins of", "on the sidelines of" it something else took place."""
    return bool(
        re.search(r"\b(?:margin|sideline)s? of", view.between(trigger.first - 3, trigger.first))
    )


def _known(participants: tuple[Actor, ...], trigger: Trigger) -> int:
    """How many sides take part; one of unknown state is a side of a talk of two or three only.

    Messages go to anybody, "to the winners", and are of two sides where both are known.
    """
    known = sides(tuple(a for a in participants if a.state or a.kind != "person"))
    strange = [a for a in participants if a.kind == "person" and not a.state]
    talk = trigger.kind != "message" and len(participants) <= _FEW
    return len(known) + (1 if strange and talk else 0)


_FEW = 3
_ONGOING = frozenset("consultations conversations dialogue discussions negotiations talks".split())
_ONE_OF_MANY = frozenset("first last latest new next previous round second third today".split())


def _ongoing(view: View, trigger: Trigger, participants: tuple[Actor, ...]) -> bool:
    """Whether the words may mean a course of talks between states, not one meeting of somebody."""
    word = view.words[trigger.index].text if trigger.index else view.lower(0)
    if word not in _ONGOING or trigger.governor is not None or trigger.kind == "video-meeting":
        return False
    inside = {view.lower(k) for k in range(max(0, trigger.first - 2), trigger.index)}
    persons = sum(a.kind == "person" for a in participants)
    leaders = "leaders" in view.between(trigger.index, trigger.index + 6)
    named = persons > (0 if view.lower(trigger.first) == "the" else 1)
    return not named and not leaders and not inside & _ONE_OF_MANY
