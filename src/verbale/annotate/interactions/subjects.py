"""Whom the words before a word of contact tell of: subjects of verbs, owners of nouns."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.lexicon import PLANNED, VERBS
from verbale.annotate.interactions.lists import in_title, joined
from verbale.annotate.interactions.view import Party, View
from verbale.clauses import subject
from verbale.lookup import distinct

__all__ = ["nearest", "possessors", "subjects", "told_of"]


def subjects(view: View, verb: int) -> list[Party]:
    """The parties of a verb's subject with those that are chained to it, before the verb."""
    index, _ = subject(view.sentence, verb)
    if index is not None and index > verb:
        # One before the verb is the likelier subject, where the parse gives two.
        index = next((c for c in view.sentence.children(verb, "nsubj") if c < verb), index)
    # The label of a turn, "X: Y led a delegation", speaks and does nothing.
    before = [p for p in view.parties if p.last < verb and view.lower(p.last + 1) != ":"]
    if not before:
        return []
    seed = view.party_at(index) if index is not None else None
    if seed is not None and seed.last < verb and seed not in before:
        seed, index = None, None
    if seed is not None and seed.first > verb:
        return [seed]
    if index is not None and seed is None and view.words[index].upos == "NOUN":
        seed = next((p for p in before if p.first > index and p.first - index <= 4), None)
        if seed is None or view.lower(seed.first - 1) not in ("of", "from", "the"):
            seed = next((p for p in before if p.last == index - 1), seed)
        seed = seed or _of_state(view, before, index)
    if seed is None and index is not None and view.lower(index) in ("who", "which", "that"):
        seed = next((p for p in reversed(before) if p.last < index), None)
    if seed is None and (index is None or view.words[index].upos == "PROPN"):
        seed = _nearest_to(view, before, verb)
    if seed is None:
        return _opening(view, before, verb)
    if seed not in before:
        return [seed]
    at = before.index(seed)
    low = high = at
    chained = False
    while high + 1 < len(before) and joined(view, before[high], before[high + 1]):
        high += 1
    while low > 0 and joined(view, before[low - 1], before[low]):
        chained = chained or "and" in view.between(before[low - 1].last + 1, before[low].first - 1)
        if not chained and high == at:
            break
        if _oblique(view, before[low - 1]):
            break
        low -= 1
    chain = [p for p in before[low : high + 1] if p is seed or not in_title(view, p)]
    return [*chain, *(p for p in before if p not in chain and _led_by(view, p, chain))]


def _oblique(view: View, party: Party) -> bool:
    """Whether a preposition leads a party, but for the "with" of "together with"."""
    lead, beside = view.lower(party.first - 1), view.lower(party.first - 2)
    return lead in _OBLIQUE and not (lead == "with" and beside in ("along", "together"))


def _led_by(view: View, person: Party, chain: list[Party]) -> bool:
    """ "a delegation of Z headed by | X": the person who leads those of the subject."""
    led = view.between(person.first - 2, person.first - 1).lower()
    if led not in _LED or person.actors[0].kind != "person":
        return False
    return any(0 < person.first - p.last <= _WITHIN for p in chain)


_LED = frozenset(("chaired by", "headed by", "led by"))
# Words between those who come and who leads them.
_WITHIN = 9


def _opening(view: View, before: list[Party], verb: int) -> list[Party]:
    """The persons that a sentence opens with, up to its first verb: a long list of titles and names."""
    if any(_finite(view, k) for k in range(verb)):
        return []
    persons = [p for p in before if p.actors[0].kind == "person"]
    leads = [view.lower(p.first - 1) for p in persons]
    return [p for p, lead in zip(persons, leads, strict=True) if lead not in _OBLIQUE - {"with"}]


def _finite(view: View, at: int) -> bool:
    """Whether a word is a verb of its own: not "co-" or what describes a noun."""
    word = view.words[at]
    return word.upos in ("AUX", "VERB") and word.deprel != "amod" and view.lower(at + 1) != "-"


def _of_state(view: View, before: list[Party], index: int) -> Party | None:
    """Whose office a common noun names: "China's top trade negotiator", "the G7 foreign ministers"."""
    first = min(view.sentence.subtree(index), default=index)
    inside = [p for p in before if first <= p.first and p.last < index]
    own = [p for p in inside if p.adjective or view.lower(p.last + 1) in ("'s", "’s")]
    if own and own[0].actors[0].kind == "state":
        return own[0]
    group = inside[-1] if inside and view.lower(index) in _MEMBERS else None
    return group if group and group.actors[0].kind == "organization" else None


_MEMBERS = frozenset("ambassadors leaders members ministers".split())


_OBLIQUE = frozenset("after against around at before by during for in of on to under with".split())


def _nearest_to(view: View, before: list[Party], verb: int) -> Party | None:
    """The last party before a verb that no preposition governs, with no other verb between."""
    for party in reversed(before):
        if any(_holds_up(view, k) for k in range(party.last + 1, verb)):
            return None
        lead = view.lower(party.first - 1)
        if lead == "the":
            lead = view.lower(party.first - 2)
        after = view.words[party.last + 1]
        if after.text in ("'s", "’s"):
            continue
        within = party.actors[0].kind == "state" and after.upos in ("ADJ", "NOUN")
        if lead not in _OBLIQUE and not party.adjective and not within:
            return party
    return None


def _holds_up(view: View, at: int) -> bool:
    """Whether a verb between a party and its verb makes another clause: "is scheduled to" does not."""
    word = view.words[at]
    if word.upos != "VERB":
        return False
    return word.lemma not in PLANNED and word.lemma not in _BETWEEN and word.deprel != "amod"


_BETWEEN = frozenset("be go have honor honour please take visit".split())


def nearest(view: View, trigger: Trigger) -> list[Party]:
    """Whom "on a visit to", "during a trip" is told of: the subject of what it hangs on."""
    word = view.words[trigger.index]
    if view.lower(trigger.index + 1) == "with" and word.deprel in ("conj", "obj"):
        return told_of(view, trigger.index)  # "X spoke of trade and a meeting with Y"
    lead = view.lower(trigger.first - 1)
    if view.lower(trigger.first) == "this" and trigger.kind == "visit":
        return told_of(view, trigger.index)  # "on this trip to X, I"
    if lead in ("the", "a", "an"):
        lead = view.lower(trigger.first - 2)
    if lead not in ("after", "at", "during", "following", "for", "from", "in", "on", "upon"):
        return []
    if trigger.kind == "visit" and lead == "on" and (guest := _guest_on(view, trigger)):
        return guest
    if trigger.kind != "visit" and lead in ("for", "from", "on", "upon"):
        above = word.head if lead == "for" and word.deprel == "obl" else -1
        travels = above >= 0 and VERBS.get(view.words[above].lemma) == "visit"
        travels = travels or bool(above >= 0 and view.sentence.children(above, "cop"))
        return told_of(view, trigger.index) if travels else []  # "flew to Z for talks with Y"
    told = told_of(view, trigger.index)
    return [*told, *_addressed(view, trigger)] if trigger.kind != "visit" else told


def _addressed(view: View, trigger: Trigger) -> list[Party]:
    """The person whom the deed at a contact was done to: "during a call, X congratulated | Y"."""
    above = view.words[trigger.index].head
    if above < 0 or view.words[above].upos != "VERB":
        return []
    objects = [view.party_at(c) for c in view.sentence.children(above, "iobj", "obj")]
    return [p for p in objects if p is not None and p.actors[0].kind == "person"]


def _guest_on(view: View, trigger: Trigger) -> list[Party]:
    """Who "is on a visit": whom "who" stands for, right before it."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 9), -1):
        if view.lower(at) == "who":
            end = at - 1 if view.lower(at - 1) != "," else at - 2
            party = view.party_at(end)
            return [party] if party else []
    return []


def told_of(view: View, at: int) -> list[Party]:
    """The subjects of the verb that a word hangs on."""
    for _ in range(5):
        if view.sentence.children(at, "cop"):
            return _of_copula(view, at)  # "X is on a visit", "X will be in Z for talks"
        at = view.words[at].head
        if at < 0:
            return []
        if view.words[at].upos in ("VERB", "AUX"):
            return subjects(view, at)
    return []


def _of_copula(view: View, at: int) -> list[Party]:
    """The party that is said to be what a word says."""
    index = next(iter(view.sentence.children(at, "nsubj")), None)
    party = view.party_at(index) if index is not None else None
    return [party] if party is not None and index is not None and index < at else []


_BINDS = frozenset("after at before during following in on".split())
_THIRD = frozenset("her his".split())


def _bound(view: View, owned: Party) -> list[Party]:
    """The named subject of the clause that "during his visit" stands in; whom "thanked X for his"."""
    lead = view.lower(owned.first - 1)
    if view.lower(owned.first) not in _THIRD or lead not in (*_BINDS, "for", "of"):
        return []
    if lead == "for":
        above = [p for p in view.parties if p.last < owned.first - 1][-1:]
        thanked = re.search(r"\bthank\w*\b", view.between(0, owned.first))
        found = above if thanked else []
    elif lead == "of" and view.lower(owned.first - 2) != "ahead":
        found = []
    else:
        found = told_of(view, owned.first)
    persons = [p for p in found if p.actors[0].kind == "person" and p.first != owned.first]
    named = [p for p in persons if view.words[p.first].upos != "PRON"]
    return named if len(named) == len(found) == 1 else []


def _right_before(view: View, owned: Party) -> list[Party]:
    """The persons whom a list right before "during their talks" names."""
    before = [p for p in view.parties if p.last < owned.first]
    if view.lower(owned.first) != "their" or view.lower(owned.first - 1) not in _BINDS:
        return []
    if len(before) < 2 or before[-1].last != owned.first - 2 or not joined(view, *before[-2:]):
        return []
    return before[-2:] if all(p.actors[0].kind == "person" for p in before[-2:]) else []


def possessors(view: View, first: int) -> list[Party]:
    """The owners right before a noun phrase: "A's", "A's and B's", "A and B's", "their"."""
    owned = view.party_at(first)
    if owned is not None and view.words[owned.first].upos == "PRON":
        if beside := _right_before(view, owned):
            return beside
        told = told_of(view, first) if view.lower(first) == "their" else []
        several = len(sides(distinct(a for p in told for a in p.actors))) > 1
        return told if several else _bound(view, owned) or [owned]
    at = first - 1
    if view.lower(at) not in ("'s", "’s", "'", "’"):
        return []
    out: list[Party] = []
    while at >= 0:
        while at >= 0 and view.lower(at) in ("'s", "’s", "'", "’"):
            at -= 1
        party = view.party_at(at)
        if party is None:
            break
        out.insert(0, party)
        at = party.first - 1
        while view.lower(at) in ("the", "both"):
            at -= 1
        if view.lower(at) != "and":
            break
        at -= 1
    return out
