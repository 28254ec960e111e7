"""Who takes part in a contact, read off the words around its trigger."""

from __future__ import annotations

from dataclasses import replace

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.guests import invited, noun_of_visit, stay, verb_of_visit
from verbale.annotate.interactions.lists import listed, tail
from verbale.annotate.interactions.named import Who, take
from verbale.annotate.interactions.stays import is_stay
from verbale.annotate.interactions.subjects import nearest, possessors, subjects
from verbale.annotate.interactions.view import Party, View
from verbale.lookup import distinct

__all__ = ["who"]


def who(view: View, trigger: Trigger, stop: int) -> Who:
    """Participants of a trigger; `stop` is the first word of what another trigger holds."""
    found = Who(first=trigger.first, last=trigger.last)
    behind = tail(view, trigger, stop)
    if trigger.governor is not None and trigger.governor > trigger.last:
        # "the meeting that X will hold with Y"
        behind = {**tail(view, replace(trigger, index=trigger.governor), stop), **behind}
    if is_stay(trigger):
        stay(view, trigger, found)
    elif trigger.verb:
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
        verb_of_visit(view, trigger, found, before, direct, behind)
    else:
        parties = [*before, *direct, *behind.get("with", []), *behind.get("by", [])]
        if trigger.loose and not behind.get("with"):  # not "with X, adviser to Y"
            parties += behind.get("to", [])
        take(view, found, parties)
    if before:
        found.first = min(found.first, before[0].first)


def _noun(view: View, trigger: Trigger, found: Who, behind: dict[str, list[Party]]) -> None:
    inside = [p for p in view.parties if trigger.first <= p.first and p.last < trigger.index]
    if trigger.kind in ("conference", "meeting", "summit"):
        inside = [p for p in inside if not p.capital]  # "the Paris summit": where, not who
    owners = possessors(view, trigger.first)
    if not owners and inside and view.lower(inside[0].last + 1) in ("'s", "’s", "'", "’"):
        owners, inside = inside[:1], inside[1:]
    if owners and view.words[trigger.first].upos == "PRON":
        inside = [p for p in inside if p.first > trigger.first]  # "his", which the owner is
    held: list[Party] = []
    if trigger.governor is not None:
        held = subjects(view, trigger.governor) if not trigger.passive else []
    if view.words[trigger.index].lemma == "invitation":
        invited(view, trigger, found, owners, behind)
    elif trigger.kind == "visit":
        noun_of_visit(view, trigger, found, (owners, inside, held), behind)
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
        take(view, found, parties)
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
            both = sides(distinct(a for p in near for a in p.actors))
            if owners and len(both) > 1 and not sides(owners[0].actors) <= both:
                near = []  # "the parties discussed the results of Z's talks": not theirs
            if parties or len(sides(distinct(a for p in near for a in p.actors))) > 1:
                parties = [*near, *parties]
        take(view, found, parties)
    pronoun = view.words[trigger.first].upos == "PRON"
    spans = inside if pronoun else [*owners, *inside]
    if spans:
        found.first = min(found.first, spans[0].first)
