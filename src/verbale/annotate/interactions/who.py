"""Who takes part in a contact, read off the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import msgspec

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.lists import listed, tail
from verbale.annotate.interactions.subjects import nearest, possessors, subjects
from verbale.annotate.interactions.view import Party, View
from verbale.annotate.interactions.where import city_at
from verbale.data import gazetteer
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Who", "who"]


@dataclass(slots=True)
class Who:
    """Participants in the order of the text, how many sides the words name, and what was used.

    `goal` is the party that a visit goes to; `last` the last word that was read.
    """

    actors: tuple[Actor, ...] = ()
    goal: Party | None = None
    visitor: tuple[Actor, ...] = ()
    first: int = 0
    last: int = 0
    used: list[Party] = field(default_factory=list)

    @property
    def sure(self) -> int:
        """How many sides are named."""
        return len(sides(self.actors))


def who(view: View, trigger: Trigger, stop: int) -> Who:
    """Participants of a trigger; `stop` is the first word of what another trigger holds."""
    found = Who(first=trigger.first, last=trigger.last)
    behind = tail(view, trigger, stop)
    if trigger.governor is not None and trigger.governor > trigger.last:
        # "the meeting that X will hold with Y"
        behind = {**tail(view, replace(trigger, index=trigger.governor), stop), **behind}
    if trigger.verb:
        before = subjects(view, trigger.index)
        direct = listed(view, trigger.index + 1, stop)
        _verb(view, trigger, found, before, direct, behind)
    else:
        _noun(view, trigger, found, behind)
    found.last = max([found.last, *(parties[-1].last for parties in behind.values())])
    return found


def _verb(
    view: View,
    trigger: Trigger,
    found: Who,
    before: list[Party],
    direct: list[Party],
    behind: dict[str, list[Party]],
) -> None:
    if trigger.kind == "visit":
        _visiting(view, trigger, found, before, direct, behind)
    else:
        parties = [*before, *direct, *behind.get("with", []), *behind.get("by", [])]
        if trigger.loose:
            parties += behind.get("to", [])
        _take(view, found, parties)
    if before:
        found.first = min(found.first, before[0].first)


def _visiting(
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
        guests = [g for g in guests if not _owner(view, g)]
        _take(view, found, [*hosts, *guests])
        goals = behind.get("to", []) or behind.get("in", []) or hosts
        found.goal = goals[0] if goals and guests else None
        found.visitor = distinct(a for g in guests for a in g.actors)
        return
    goals = (
        _city(view, trigger, ()) or direct
        if lemma == "visit"
        else _goals(view, trigger, behind, ("to", "in", "at", "for"))
    )
    places = [g for g in goals if not _owner(view, g)] or goals
    found.goal = places[0] if places else None
    found.visitor = distinct(a for g in before for a in g.actors)
    _take(view, found, [*before, *places[:1], *behind.get("with", [])])


def _noun(view: View, trigger: Trigger, found: Who, behind: dict[str, list[Party]]) -> None:
    inside = [p for p in view.parties if trigger.first <= p.first and p.last < trigger.index]
    if trigger.kind in ("conference", "meeting", "summit"):
        inside = [p for p in inside if not p.capital]  # "the Paris summit": where, not who
    owners = possessors(view, trigger.first)
    if not owners and inside and view.lower(inside[0].last + 1) in ("'s", "’s", "'", "’"):
        owners, inside = inside[:1], inside[1:]
    held: list[Party] = []
    if trigger.governor is not None:
        held = subjects(view, trigger.governor) if not trigger.passive else []
    if view.words[trigger.index].lemma == "invitation":
        _invited(view, trigger, found, owners, behind)
    elif trigger.kind == "visit":
        guests = owners or behind.get("by", []) or behind.get("of", []) or held
        guests = guests or [p for p in inside if not p.adjective]
        if not guests and view.lower(trigger.first) != "your":  # whoever is spoken to
            guests = nearest(view, trigger)
        if not guests and view.lower(trigger.first) in ("a", "an"):
            guests = _planner(view, trigger)
        goals = _goals(view, trigger, behind, ("to",))
        owned = view.party_at(trigger.first)
        if goals and owned and owned not in guests and _at_home(guests, goals):
            guests = [owned]  # "during his visit to Z, the president of Z said"
        if not goals and guests and view.lower(trigger.first - 1) in ("on", "a", "an"):
            # "in X on a visit"
            goals = [p for p in view.parties if trigger.first - 4 <= p.last < trigger.first]
            goals = [p for p in goals if view.lower(p.first - 1) == "in"]
        found.goal = goals[0] if goals else None
        found.visitor = distinct(a for g in guests for a in g.actors)
        _take(view, found, [*guests, *goals[:1], *behind.get("with", [])])
    elif trigger.kind == "message":
        given = []
        if trigger.governor is not None:
            given = [
                p for p in view.parties if trigger.governor < p.first and p.last < trigger.first
            ]
        ends = [*behind.get("from", []), *behind.get("to", []), *behind.get("with", [])]
        parties = [*owners, *held, *given, *ends]
        if len(sides(distinct(a for p in parties for a in p.actors))) == 1:
            parties = [*nearest(view, trigger), *parties]  # "in a letter to X, Y said"
        _take(view, found, parties)
    else:
        between = behind.get("between", []) or behind.get("of", []) or behind.get("among", [])
        if between and len(sides(distinct(a for p in between for a in p.actors))) > 1:
            held = held if trigger.governor is not None and len(between) < 2 else []
        parties = [
            *owners,
            *inside,
            *held,
            *between,
            *behind.get("with", []),
            *behind.get("by", []),
            *(behind.get("on", []) if view.words[trigger.index].lemma == "call" else []),
        ]
        alone = len(sides(distinct(a for p in parties for a in p.actors))) < 2
        if alone and not (parties and trigger.kind in ("conference", "summit")):
            # "Wang said during a meeting with Lavrov", "the leaders agreed on a meeting in May"
            near = nearest(view, trigger)
            if parties or len(sides(distinct(a for p in near for a in p.actors))) > 1:
                parties = [*near, *parties]
        _take(view, found, parties)
    pronoun = view.words[trigger.first].upos == "PRON"
    spans = inside if pronoun else [*owners, *inside]
    if spans:
        found.first = min(found.first, spans[0].first)


def _planner(view: View, trigger: Trigger) -> list[Party]:
    """Whose "a planned trip" is that somebody postpones or announces: the verb's subject's."""
    word = view.words[trigger.index]
    deed = word.deprel == "obj" and word.head >= 0 and view.words[word.head].upos == "VERB"
    return subjects(view, word.head) if deed else []


def _at_home(guests: list[Party], goals: list[Party]) -> bool:
    """Whether the first guest is of the state that the visit goes to."""
    return bool(sides(guests[0].actors[:1] if guests else ()) & sides(goals[0].actors[:1]))


_TAKES = frozenset("accept get receive".split())


def _invited(
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
    _take(view, found, [*hosts, *guests])


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


def _take(view: View, found: Who, parties: list[Party]) -> None:
    """Set the participants: a state only where nobody named acts for it."""
    actors = distinct(_stated(view, parties))
    acted = {a.state for a in actors if a.kind == "person"}
    found.actors = tuple(a for a in actors if a.kind != "state" or a.id not in acted)
    found.used = parties


def _stated(view: View, parties: list[Party]) -> Iterator[Actor]:
    """Actors; a person of unknown state gets the one named right before or after: "Y, of X"."""
    for i, party in enumerate(parties):
        near = [p for p in (parties[max(0, i - 1) : i] + parties[i + 1 : i + 2]) if _state_of(p)]
        beside = [_state_of(p) for p in near if _adjoins(view, p, party)]
        for actor in party.actors:
            if actor.kind == "person" and actor.state is None and beside:
                yield msgspec.structs.replace(actor, state=beside[0])
            else:
                yield actor


def _state_of(party: Party) -> str | None:
    actor = party.actors[0]
    return actor.id if actor.kind == "state" and not party.capital else None


def _adjoins(view: View, state: Party, person: Party) -> bool:
    """Whether only an office and its "of" stand between a state and a person."""
    first, last = sorted((state, person), key=lambda p: p.first)
    between = view.words[first.last + 1 : last.first]
    words = [w.text.lower() for w in between]
    return len(between) <= _OFFICE and not {"and", "with", "in", "at"} & {*words}


# "X's Vice Minister of Foreign Affairs and Trade Y"
_OFFICE = 6


def _owner(view: View, party: Party) -> bool:
    """Whether a party is named as an owner: "President X's proposal"."""
    return view.lower(party.last + 1) in ("'s", "’s", "'", "’")
