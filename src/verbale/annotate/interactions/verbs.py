"""Verbs of a sentence that name a contact themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.lexicon import PHONE, VERBS, VIDEO
from verbale.annotate.interactions.subjects import subjects
from verbale.annotate.interactions.view import View
from verbale.lookup import distinct
from verbale.records import InteractionKind

__all__ = ["verbs"]

_PLACE_VERBS = {
    "arrive": ("at", "in"),
    "come": ("to",),
    "depart": ("for",),
    "expect": ("at", "in"),
    "fly": ("to",),
    "go": ("to",),
    "leave": ("for",),
    "travel": ("to",),
}
_WITH_VERBS = frozenset("confer interact speak talk".split())


def verbs(view: View) -> Iterator[Trigger]:
    """The triggers that are verbs, in text order."""
    for i, word in enumerate(view.words):
        kind = VERBS.get(word.lemma) or _by_means(view, i) or _leads(view, i)
        if kind is None or word.upos != "VERB":
            continue
        if word.deprel == "amod" or _describes(view, i):
            continue  # "met with | visiting President X"
        if word.lemma in _PLACE_VERBS:
            if not any(view.lower(k) in _PLACE_VERBS[word.lemma] for k in (i + 1, i + 2)):
                continue
            if view.lower(i - 1) in ("it", "that") or _to_person(view, i):
                continue  # "when it comes to X", "gratitude goes to X"
            if word.lemma == "expect" and not _awaited(view, i):
                continue
        elif word.lemma in _WITH_VERBS:
            if not (_together(view, i) or _with_somebody(view, i)):
                continue
        elif (word.lemma == "see" and not _sees(view, i)) or (
            word.lemma == "call" and not _rings(view, i)
        ):
            continue
        if word.lemma in ("host", "welcome", "receive", "invite") and not _guest(view, i):
            continue
        if word.lemma == "meet" and _met_by_measure(view, i):
            continue
        if word.lemma == "sign" and not _signed_by_two(view, i):
            continue
        if word.lemma in ("convene", "gather") and view.sentence.children(i, "obj"):
            continue  # what is gathered is a thing
        if VIDEO.search(view.between(i + 1, i + 4)) or _BY_VIDEO.search(
            view.between(i + 1, i + _NEAR)
        ):
            kind = "video-meeting" if kind in ("meeting", "call") else kind
        yield Trigger(kind, i, i, i, True, loose=word.lemma in _WITH_VERBS)


def _leads(view: View, i: int) -> InteractionKind | None:
    """ "led a delegation to Z": a visit."""
    if view.words[i].lemma not in ("head", "lead"):
        return None
    led = view.sentence.children(i, "obj")
    delegation = bool(led) and view.words[led[0]].lemma in ("delegation", "mission")
    return "visit" if delegation and view.lower(led[0] + 1) == "to" else None


def _by_means(view: View, i: int) -> InteractionKind | None:
    """ "discussed the plan by telephone with X": a verb of talk, and how it was done."""
    if view.words[i].lemma not in _TALKS:
        return None
    means = _MEANS.search(view.between(i + 1, i + _NEAR))
    if means is None:
        return None
    return "video-meeting" if VIDEO.search(means.group()) else "call"


_TALKS = frozenset("address agree consult debate discuss exchange explore raise review".split())
_MEANS = re.compile(
    r"[^.;]*?\b(?:by|over the|over|via) (?:secure )?(?:(?:tele)?phone|video(?: ?(?:conference|link))?)"
    r" with\b"
)
_BY_VIDEO = re.compile(r"^[^,.;]*\b(?:by|via|over) (?:secure )?video")
# Words behind a verb of talk within which its means stand.
_NEAR = 16


def _awaited(view: View, i: int) -> bool:
    """ "President X is expected in Z": a person, and nothing that is expected to happen."""
    subjects_ = view.sentence.children(i, "nsubj:pass")
    party = view.party_at(subjects_[0]) if subjects_ else None
    return party is not None and party.actors[0].kind == "person"


def _signed_by_two(view: View, i: int) -> bool:
    """ "X and Y signed the treaty": persons of two sides, before the verb or behind "with"."""
    if view.sentence.children(i, "aux:pass"):
        return False
    signers = subjects(view, i)
    behind = view.between(i + 1, i + _NEAR)
    if re.search(r"\bwith\b", behind):
        signers += [p for p in view.parties if p.first > i and view.lower(p.first - 1) == "with"]
    persons = (a for p in signers for a in p.actors if a.kind == "person")
    return len(sides(distinct(persons))) > 1


def _describes(view: View, i: int) -> bool:
    """Whether "visiting" stands right before a person, behind a preposition or a verb."""
    party = view.party_at(i + 1)
    before = view.words[i - 1].upos if i else ""
    person = party is not None and party.actors[0].kind == "person"
    return person and view.lower(i) == "visiting" and before in ("ADP", "DET", "SCONJ", "VERB")


def _to_person(view: View, i: int) -> bool:
    party = view.party_at(i + 2) or view.party_at(i + 3)
    told = party is not None and party.actors[0].kind == "person" and view.lower(i) != "came"
    return told or view.lower(i + 2) in ("you", "me", "him", "her", "us", "them")


def _met_by_measure(view: View, i: int) -> bool:
    """Whether what is met is a thing: "meet these goals", "meets demand in X", "meet halfway"."""
    if "halfway" in view.between(i + 1, i + 4):
        return True
    if view.between(i + 1, i + 2).lower() in ("each other", "one another"):
        return False
    at = i + 1
    if at >= len(view.words) or view.time_at(at) is not None:
        return False
    met = next((c for c in view.sentence.children(i, "obj") if c > i), _head_after(view, at))
    if met is None or any(_acts(view, k) for k in range(i + 1, met)):
        return False
    if view.party_at(met) is not None or view.words[met].upos in ("PROPN", "PRON"):
        return False
    return not any(view.party_at(k) for k in range(at, met)) and view.lower(met) not in _MET


def _acts(view: View, at: int) -> bool:
    """Whether a word is a verb that does not describe a noun: not "growing demands"."""
    return view.words[at].upos == "VERB" and view.words[at].deprel != "amod"


def _head_after(view: View, at: int) -> int | None:
    """The noun that a phrase right behind a verb ends in, where it begins with what describes it."""
    k = at
    while k < len(view.words) and view.words[k].upos in ("ADJ", "DET", "VERB", "NUM"):
        k += 1
    described = k > at and k < len(view.words) and view.words[k].upos == "NOUN"
    return k if described else None


# Whom one meets without a name.
_MET = frozenset(
    """
    ambassador ambassadors chancellor chancellors colleague colleagues counterpart counterparts delegation
    delegations executives face leader leaders leadership members minister ministers official officials
    one president presidents representatives secretary team teams
    """.split()
)


def _sees(view: View, i: int) -> bool:
    """ "I saw you", "we last saw each other", "looks forward to seeing X": a person is met."""
    if view.lower(i) not in ("saw", "seeing"):
        return False
    following = view.party_at(i + 1)
    person = following is not None and following.actors[0].kind == "person"
    spoken = view.lower(i + 1) == "you" or view.between(i + 1, i + 2).lower() == "each other"
    if view.lower(i) == "saw":
        return spoken
    return (spoken or person) and view.lower(i - 1) == "to" and view.lower(i - 2) == "forward"


def _rings(view: View, i: int) -> bool:
    """ "X called Y on Monday", "I called you to congratulate": a person, and not by a name."""
    party = view.party_at(i + 1)
    spoken = view.lower(i + 1) in ("her", "him", "me", "you")
    if not spoken and (party is None or party.actors[0].kind != "person"):
        return False
    at = i + 2 if party is None else party.last + 1
    after = view.words[at] if at < len(view.words) else None
    if after is None or view.time_at(at) is not None:
        return True
    return after.upos in ("ADP", "CCONJ", "PART", "SCONJ") or after.text in (".", ",", "—", ";")


def _guest(view: View, i: int) -> bool:
    """Whether the object of a verb of hosting is somebody, or its subject where it is passive."""
    if view.sentence.children(i, "aux:pass"):
        return True
    at = i + 1
    while view.lower(at) in ("the", "a", "to", "an", "all"):
        at += 1
    if view.lower(at) == "you":
        return True
    if view.words[i].lemma == "welcome" and view.lower(at) in ("her", "him", "them"):
        return False  # "We welcome her.": whoever was told to come or to be here
    party = view.party_at(at)
    if party is None or view.lower(party.last + 1) in ("'s", "’s", "'", "’"):
        return False
    held = {view.lower(k) for k in range(party.first, party.last + 2)}
    return party.actors[0].kind == "person" or bool(held & _OFFICES)


_OFFICES = frozenset("ambassador delegation envoy leaders officials minister ministers".split())


def _with_somebody(view: View, i: int) -> bool:
    """ "spoke with X", "spoke by phone to X", "will speak to President X": one is spoken to, not at."""
    text = view.between(i + 1, min(i + 12, len(view.words) - 1))
    if re.search(r"\bwith\b", text):
        return bool(re.search(r"\bwith\b", view.between(i + 1, i + 9)))
    at = next((k for k in range(i + 1, i + 6) if view.lower(k) == "to"), None)
    if at is None:
        return False
    party = view.party_at(at + 1) or view.party_at(at + 2)
    person = party is not None and party.actors[0].kind == "person"
    return person or bool(PHONE.search(text))


def _together(view: View, i: int) -> bool:
    """Whether two parties joined by "and" stand before a verb of talk: "X and Y spoke today"."""
    before = [p for p in view.parties if p.last < i]
    if not before or i - before[-1].last > 3:
        return False
    if len({a.state for a in before[-1].actors}) > 1:
        return True
    return (
        len(before) > 1 and "and" in view.between(before[-2].last + 1, before[-1].first - 1).split()
    )
