"""Guest and goal of a visit: of a verb, a noun, an invitation, a stay."""

from __future__ import annotations

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.lexicon import NOUNS, VERBS
from verbale.annotate.interactions.named import Who, owner, take
from verbale.annotate.interactions.nounphrase import start
from verbale.annotate.interactions.stays import guest_of, place_of
from verbale.annotate.interactions.subjects import nearest, possessors, subjects
from verbale.annotate.interactions.view import Party, View
from verbale.annotate.interactions.where import city_at
from verbale.data import gazetteer
from verbale.lookup import distinct

__all__ = ["invited", "noun_of_visit", "stay", "verb_of_visit"]


def verb_of_visit(
    view: View,
    trigger: Trigger,
    found: Who,
    before: list[Party],
    direct: list[Party],
    behind: dict[str, list[Party]],
) -> None:
    lemma = view.words[trigger.index].lemma
    if lemma in ("host", "welcome", "invite"):
        passive = bool(view.sentence.children(trigger.index, "aux:pass"))
        hosts, guests = (behind.get("by", []), before) if passive else (before, direct)
        guests = [g for g in guests if not owner(view, g)]
        take(view, found, [*hosts, *guests])
        goals = behind.get("to", []) or behind.get("in", []) or hosts
        found.goal = goals[0] if goals and guests else None
        found.visitor = distinct(a for g in guests for a in g.actors)
        return
    goals = (
        _city(view, trigger, ()) or direct
        if lemma == "visit"
        else _goals(view, trigger, behind, ("to", "in", "at", "for"))
    )
    places = [g for g in goals if not owner(view, g)] or goals
    found.goal = places[0] if places else None
    found.visitor = distinct(a for g in before for a in g.actors)
    take(view, found, [*before, *places[:1], *behind.get("with", [])])


def noun_of_visit(
    view: View,
    trigger: Trigger,
    found: Who,
    near: tuple[list[Party], list[Party], list[Party]],
    behind: dict[str, list[Party]],
) -> None:
    """Guest and goal of "X's visit to Y"; `near` is who owns the noun, stands in it, and holds it."""
    owners, inside, held = near
    guests = owners or _of_trip(view, trigger)
    guests = guests or behind.get("by", []) or behind.get("of", []) or held
    guests = guests or [p for p in inside if not p.adjective]
    if not guests and view.lower(trigger.first) != "your":  # whoever is spoken to
        guests = nearest(view, trigger)
    if not guests and view.lower(trigger.first) in ("a", "an"):
        guests = _planner(view, trigger)
    stay = view.words[trigger.index].lemma in _STAYS
    goals = _goals(view, trigger, behind, ("at", "in") if stay else ("to",))
    owned = view.party_at(trigger.first)
    if goals and owned and owned not in guests and _at_home(guests, goals):
        guests = [owned]  # "during his visit to Z, the president of Z said"
    if not goals and guests and view.lower(trigger.first - 1) in ("on", "a", "an"):
        # "in X on a visit"
        goals = [p for p in view.parties if trigger.first - 4 <= p.last < trigger.first]
        goals = [p for p in goals if view.lower(p.first - 1) == "in"]
    found.goal = goals[0] if goals else None
    found.visitor = distinct(a for g in guests for a in g.actors)
    take(view, found, [*guests, *goals[:1], *behind.get("with", [])])


def stay(view: View, trigger: Trigger, found: Who) -> None:
    """Guest and place of "while in Y, X said"."""
    guests, place = guest_of(view, trigger), place_of(view, trigger)
    found.goal, found.visitor = place, guests[0].actors
    found.first = min(found.first, guests[0].first)
    found.last = max(found.last, guests[0].last)
    take(view, found, [*guests, *([place] if place else [])])


# Nouns of a visit that are told with where they are made, not with where they lead.
_STAYS = frozenset("stop stopover".split())


def _of_trip(view: View, trigger: Trigger) -> list[Party]:
    """Whose trip a stop is a part of: "X's trip, including | stops in", "X will travel, with | stops in"."""
    above = view.words[trigger.index].head
    if above < 0 or view.words[trigger.index].lemma not in _STAYS:
        return []
    word = view.words[above]
    if word.upos == "VERB":
        return subjects(view, above) if VERBS.get(word.lemma) == "visit" else []
    if word.lemma not in NOUNS:
        return []
    told = view.party_at(above + 2) if view.lower(above + 1) in ("by", "of") else None
    return possessors(view, start(view, above)) or ([told] if told else [])


def _planner(view: View, trigger: Trigger) -> list[Party]:
    """Whose "a planned trip" is that somebody postpones or announces: the verb's subject's."""
    word = view.words[trigger.index]
    deed = word.deprel == "obj" and word.head >= 0 and view.words[word.head].upos == "VERB"
    return subjects(view, word.head) if deed else []


def _at_home(guests: list[Party], goals: list[Party]) -> bool:
    """Whether the first guest is of the state that the visit goes to."""
    return bool(sides(guests[0].actors[:1] if guests else ()) & sides(goals[0].actors[:1]))


_TAKES = frozenset("accept get receive".split())


def invited(
    view: View,
    trigger: Trigger,
    found: Who,
    owners: list[Party],
    behind: dict[str, list[Party]],
) -> None:
    """ "X renewed his invitation to Y to visit Z", "X accepted the invitation of Y to visit"."""
    above = view.words[trigger.index].head
    deed = above if above >= 0 and view.words[above].upos == "VERB" else None
    doers = subjects(view, deed) if deed is not None else []
    if deed is not None and view.words[deed].lemma in _TAKES:
        hosts, guests = owners or behind.get("of", []) or behind.get("from", []), doers
    else:
        given = [p for p in view.parties if deed is not None and deed < p.first < trigger.first]
        told = [p for p in [*given, *behind.get("to", [])] if p.actors[0].kind == "person"]
        # "conveyed an invitation from X to Y": who brings it does not invite.
        hosts = owners or behind.get("from", []) or doers
        guests = [p for p in told if p not in hosts]
    ends = [
        p
        for p in view.parties
        if p.first > trigger.index and p.actors[0].kind == "state" and p not in hosts
    ]
    found.goal = (ends or hosts)[0] if guests and (ends or hosts) else None
    found.first = min(found.first, deed if deed is not None else trigger.first)
    found.last = max(found.last, *(p.last for p in ends[:1]), trigger.last)
    found.visitor = distinct(a for g in guests for a in g.actors)
    take(view, found, [*hosts, *guests])


def _goals(
    view: View, trigger: Trigger, behind: dict[str, list[Party]], leads: tuple[str, ...]
) -> list[Party]:
    """Where a visit goes: the parties behind a preposition, or a city that stands before them."""
    named = next((behind[lead] for lead in leads if behind.get(lead)), [])
    city = _city(view, trigger, leads)
    return city if city and (not named or city[0].first < named[0].first) else named


def _city(view: View, trigger: Trigger, behind: tuple[str, ...]) -> list[Party]:
    """A city that no party names, right behind a word: "visited | X", "trip to | X"."""
    for at in range(trigger.index, min(trigger.index + 4, len(view.words) - 1)):
        if view.lower(at) in behind or (not behind and at == trigger.index):
            city = city_at(view, at + 1)
            if city is not None:
                actor = gazetteer.current().actor(city[1])
                return [Party(at + 1, city[0], (actor,), capital=True)]
    return []
