"""What one contact of a sentence has to do with the one before it."""

from __future__ import annotations

from verbale.annotate.interactions.contact import Contact, Trigger
from verbale.annotate.interactions.view import View

__all__ = [
    "coordinated",
    "for_purpose",
    "invited",
    "occasion",
    "one_deed",
    "round_of",
    "same_trip",
    "stops",
]


def coordinated(view: View, trigger: Trigger) -> bool:
    """ "the May talks of A and B, and | the June call": the second has the parties of the first."""
    return not trigger.verb and view.lower(trigger.first - 1) == "and"


def one_deed(view: View, before: Trigger | None, trigger: Trigger) -> bool:
    """ "X and Y met and | held talks in Z"."""
    if before is None or not before.verb or trigger.governor is None:
        return False
    word = view.words[trigger.governor]
    return word.deprel == "conj" and word.head == before.index


def round_of(view: View, before: Trigger | None, trigger: Trigger) -> bool:
    """ "negotiations between A and B, after the last | round of talks in Z"."""
    if before is None or before.kind != trigger.kind:
        return False
    return "round" in {view.lower(k) for k in range(trigger.first, trigger.index)}


def same_trip(view: View, before: Trigger, trigger: Trigger) -> bool:
    """ "will arrive in Z for | the first visit by a minister in years": the trip told already."""
    if before.kind != "visit" or not before.verb or trigger.kind != "visit" or trigger.verb:
        return False
    word = view.words[trigger.index]
    return view.lower(trigger.first - 1) == "for" and word.head == before.index


def invited(view: View, before: Trigger, trigger: Trigger) -> bool:
    """ "accepted an invitation from X | to visit Z": what the invitation is to, told by it."""
    if view.words[before.index].lemma != "invitation" or not trigger.verb:
        return False
    between = range(before.index + 1, trigger.index)
    return view.lower(trigger.index - 1) == "to" and all(
        view.words[k].upos != "VERB" for k in between
    )


def occasion(view: View, before: Trigger, trigger: Trigger, contact: Contact) -> bool:
    """ "will meet at | the summit in Z": the occasion, which has the time of what takes place at it."""
    if not contact.bare or contact.date or contact.kind not in ("conference", "summit"):
        return False
    at, above = trigger.index, {before.index, before.governor}
    for _ in range(4):
        at = view.words[at].head
        if at < 0 or (view.words[at].upos == "VERB" and at not in above):
            return False
        if at in above:
            return True
    return False


def for_purpose(view: View, trigger: Trigger) -> bool:
    at = trigger.index if trigger.verb else trigger.governor
    if at is None:
        return view.lower(trigger.first - 1) == "for" and view.words[trigger.index].deprel == "obl"
    return view.lower(at - 1) == "to"


def stops(view: View, found: list[Trigger]) -> dict[int, int]:
    """The first word that belongs to the next trigger, its possessor included."""
    out = {}
    for i, trigger in enumerate(found):
        stop = len(view.words)
        if i + 1 < len(found):
            following = found[i + 1]
            stop = following.first
            if following.governor is not None and trigger.index < following.governor < stop:
                stop = following.governor
            if view.lower(stop - 1) in ("'s", "’s", "'", "’"):
                party = view.party_at(stop - 2)
                stop = party.first if party and party.first > trigger.index else stop - 1
        out[trigger.index] = stop
    return out
