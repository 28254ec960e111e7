"""Host, visitor and goal of a visit."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.named import Who
from verbale.annotate.interactions.view import View
from verbale.annotate.interactions.where import country_of
from verbale.data import gazetteer
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["goal_country", "goal_place", "host_and_visitor"]


def goal_place(view: View, found: Who) -> str | None:
    """The words of the goal where they name a place, not a person."""
    goal = found.goal
    if goal is None or goal.actors[0].kind == "person":
        return None
    name = view.between(goal.first, goal.last)
    return name if view.words[goal.last].upos == "PROPN" else None


def goal_country(view: View, found: Who) -> str | None:
    """The state where the goal lies, or that "our country" means."""
    if found.goal is None:
        return None
    named = country_of(view, found.goal.first, found.goal.last)
    return named or next((a.state for a in found.goal.actors if a.kind == "state"), None)


def host_and_visitor(
    view: View, trigger: Trigger, found: Who, participants: tuple[Actor, ...]
) -> tuple[Actor | None, Actor | None]:
    """Host and visitor; no host where the goal is the visitor's own state or unknown."""
    if trigger.kind != "visit" or not found.visitor:
        return None, None
    visitor = found.visitor[0]
    if trigger.verb and view.words[trigger.index].lemma in _MOVES and visitor.kind != "person":
        return None, None  # "we came to", said of a state, is history or a figure
    own = visitor.state or visitor.id
    if found.goal is None:
        return None, visitor
    inviting = _invited_by(view, own)
    person = next((a for a in (*found.goal.actors, *inviting) if a.kind == "person"), None)
    country = next((a.state for a in found.goal.actors if a.state), None) or goal_country(
        view, found
    )
    if person is not None and person.state != own:
        return person, visitor
    if country is None or country == own:
        return None, visitor
    at_home = distinct(
        a
        for p in view.parties
        for a in p.actors
        if a.kind == "person" and a.state == country and len(p.actors) == 1
    )  # not "the two leaders agreed that X will visit"
    if len(at_home) == 1:
        return at_home[0], visitor
    named = next((a for a in participants if (a.state or a.id) == country), None)
    if named is not None:
        return named, visitor
    return gazetteer.current().actor(country), visitor


def other_side(
    view: View, title: Headline, trigger: Trigger, visitor: Actor | None
) -> Actor | None:
    """The host of "your visit", "visits by X" in a text of two sides: the one that the guest is not of."""
    if visitor is None or not _nowhere(view, title, trigger) or _passed_on(view, trigger):
        return None
    own = visitor.state or visitor.id
    if own not in sides(title.parties):
        return None
    among = title.voices if len(title.voices) == 2 else title.parties
    return next((a for a in among if (a.state or a.id) != own), None)


def taken_for_granted(view: View, title: Headline, trigger: Trigger, visitor: Actor | None) -> bool:
    """Whether "during the visit" names neither guest nor host, in a text of two sides."""
    lead = view.lower(trigger.first)
    unnamed = visitor is None or _passed_on(view, trigger)
    return unnamed and lead in ("the", "this") and _nowhere(view, title, trigger)


def _passed_on(view: View, trigger: Trigger) -> bool:
    """Whether a visitor is but the subject of the clause: "X stressed the importance of this visit"."""
    named = view.lower(trigger.index + 1) in ("by", "of")
    return trigger.governor is None and view.lower(trigger.first) in ("the", "this") and not named


_LEADS_ON = frozenset("across around at by from in of through to".split())


def _nowhere(view: View, title: Headline, trigger: Trigger) -> bool:
    """Whether a visit is told without where it goes, in a text of two sides."""
    during = view.lower(trigger.first - 1) == "during"  # "signed it during a state visit by X"
    if trigger.verb or (view.lower(trigger.first) in ("a", "an") and not during):
        return False
    if len(title.parties) != 2 or title.genre == "log":
        return False
    after = view.lower(trigger.index + 1)
    named = view.words[trigger.index].lemma == "visit"
    return named and (after == "by" or after not in _LEADS_ON)


_MOVES = frozenset("come fly go".split())
_INVITED = re.compile(r"\bat (?:the|his|her) invitation of\b|\b(?:hosted|invited) by\b")


def _invited_by(view: View, own: str) -> tuple[Actor, ...]:
    """The person of another state who is named as the one who invited."""
    match = _INVITED.search(view.text)
    if match is None:
        return ()
    start = view.sentence.start + match.end()
    after = [p for p in view.parties if view.words[p.first].start >= start]
    return tuple(a for p in after[:3] for a in p.actors if a.kind == "person" and a.state != own)[
        :1
    ]
