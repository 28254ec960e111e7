"""Host, visitor and goal of a visit."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.view import View
from verbale.annotate.interactions.where import country_of
from verbale.annotate.interactions.who import Who
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
        a for p in view.parties for a in p.actors if a.kind == "person" and a.state == country
    )
    if len(at_home) == 1:
        return at_home[0], visitor
    named = next((a for a in participants if (a.state or a.id) == country), None)
    if named is not None:
        return named, visitor
    return gazetteer.current().actor(country), visitor


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
