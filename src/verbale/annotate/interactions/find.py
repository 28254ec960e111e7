"""Contacts of a text, sentence by sentence, with who, when, where and how real."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verbale.annotate.interactions.contact import Contact, Trigger, sides
from verbale.annotate.interactions.dates import basis_of, dated, year_before
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.initiator import initiator
from verbale.annotate.interactions.lexicon import SEVERAL
from verbale.annotate.interactions.mood import status_of
from verbale.annotate.interactions.others import completed
from verbale.annotate.interactions.specific import specific
from verbale.annotate.interactions.today import told_of_today
from verbale.annotate.interactions.triggers import triggers
from verbale.annotate.interactions.view import View
from verbale.annotate.interactions.visits import (
    goal_country,
    goal_place,
    host_and_visitor,
    other_side,
    taken_for_granted,
)
from verbale.annotate.interactions.when import times_of
from verbale.annotate.interactions.where import country_of, where
from verbale.annotate.interactions.who import Who, who
from verbale.clauses import reach
from verbale.document import Span
from verbale.layers import DOCUMENT_DATE, Time
from verbale.lookup import distinct
from verbale.records import Actor, InteractionKind

__all__ = ["contacts"]


def contacts(view: View, title: Headline) -> Iterator[Contact]:
    """The contacts of a sentence in text order."""
    found = triggers(view)
    stops = _stops(view, found)
    times = times_of(view, found, stops)
    out: list[Contact] = []
    before: Contact | None = None
    last: Trigger | None = None
    several = [t for ts in times.values() for t in ts] if SEVERAL.search(view.text) else []
    for trigger in found:
        told = times[trigger.index] or (several if _often(view, trigger) else [])
        joined = (told and _coordinated(view, trigger)) or _one_deed(view, last, trigger)
        joined = joined or _round_of(view, last, trigger)
        shared = before.participants if before and joined else ()
        contact = _contact(view, title, trigger, stops[trigger.index], told, shared)
        if contact and before and _for_purpose(view, trigger):
            # "welcomed X in May … to meet with Y", "visited X … to meet with Y in May": one occasion
            if contact.date is None:
                guests = (before.visitor,) if before.visitor else before.participants
                together = distinct([*guests, *contact.participants])
                contact = replace(
                    contact, date=before.date, basis=before.basis, participants=together
                )
            elif before.date is None and out and out[-1] is before:
                out[-1] = replace(before, date=contact.date, basis=contact.basis)
        if contact and last and _occasion(view, last, trigger, contact):
            (day,) = view.document.get(DOCUMENT_DATE)
            if status_of(view, last, times[last.index], day.anchor) in ("planned", "proposed"):
                when = (before.date, before.basis) if before else (contact.date, contact.basis)
                contact = replace(contact, status="planned", date=when[0], basis=when[1])
            elif before and before.basis == "text" and view.lower(trigger.first - 1) == "at":
                contact = replace(contact, date=before.date, basis="text")
        if contact is not None:
            out += _split(view, trigger, contact)
        before, last = contact, trigger
    yield from out


# How far from a contact "several times" or "on many occasions" may tell of it, in words.
_FAR = 15


def _several(view: View, trigger: Trigger) -> bool:
    """ "numerous meetings", "spoke several times": the words that count are about this contact."""
    named = any(trigger.index in inside for inside in _counts(view))
    return named or _often(view, trigger)


def _often(view: View, trigger: Trigger) -> bool:
    """ "several times", "on many occasions", near by."""
    return any(
        view.words[inside[-1]].lemma in _OFTEN and abs(inside[0] - trigger.index) <= _FAR
        for inside in _counts(view)
    )


def _counts(view: View) -> Iterator[list[int]]:
    """The words of each expression that says "several"."""
    for match in SEVERAL.finditer(view.text):
        start, end = view.sentence.start + match.start(), view.sentence.start + match.end()
        inside = [k for k, w in enumerate(view.words) if start <= w.start < end]
        if inside:
            yield inside


_OFTEN = frozenset("occasion occasions repeatedly time times".split())


def _coordinated(view: View, trigger: Trigger) -> bool:
    """ "the May talks of A and B, and | the June call": the second has the parties of the first."""
    return not trigger.verb and view.lower(trigger.first - 1) == "and"


def _one_deed(view: View, before: Trigger | None, trigger: Trigger) -> bool:
    """ "X and Y met and | held talks in Z"."""
    if before is None or not before.verb or trigger.governor is None:
        return False
    word = view.words[trigger.governor]
    return word.deprel == "conj" and word.head == before.index


def _round_of(view: View, before: Trigger | None, trigger: Trigger) -> bool:
    """ "negotiations between A and B, after the last | round of talks in Z"."""
    if before is None or before.kind != trigger.kind:
        return False
    return "round" in {view.lower(k) for k in range(trigger.first, trigger.index)}


def _occasion(view: View, before: Trigger, trigger: Trigger, contact: Contact) -> bool:
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


def _for_purpose(view: View, trigger: Trigger) -> bool:
    at = trigger.index if trigger.verb else trigger.governor
    return at is not None and view.lower(at - 1) == "to"


def _stops(view: View, found: list[Trigger]) -> dict[int, int]:
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


def _contact(
    view: View,
    title: Headline,
    trigger: Trigger,
    stop: int,
    times: list[Time],
    shared: tuple[Actor, ...],
) -> Contact | None:
    (day,) = view.document.get(DOCUMENT_DATE)
    status = status_of(view, trigger, times, day.anchor)
    if status is None:
        return None
    if view.text.endswith("?") and status != "held" and not times:
        return None  # whether they will is asked
    found = who(view, trigger, stop)
    found.actors = found.actors or shared
    place, country, last = where(view, trigger, stop)
    sure = found.sure
    participants = completed(view, title, trigger, found, status)
    host, visitor = host_and_visitor(view, trigger, found, participants)
    here = False
    if trigger.kind == "visit":
        if host is None and found.goal is not None:
            return None  # at home
        if host is None:
            host = other_side(view, title, trigger, visitor)
            here = host is not None and view.lower(trigger.first) in ("my", "our", "this", "your")
        if host is None and taken_for_granted(view, title, trigger, visitor):
            return Contact(
                "visit", status, (), (view.span(trigger.first, trigger.index),), bare=True
            )
        country = (found.goal and goal_country(view, found)) or country
        place = place or goal_place(view, found)
        if host is None:
            return None
        if not sides((host,)) <= sides(participants):
            participants = (*participants, host)
        elif host.kind == "person":
            participants = distinct([*(a for a in participants if a.id != host.state), host])
        sure = len(sides(participants))
    date, status = dated(view, trigger, times, status, day.anchor)
    if date is None and _several(view, trigger):
        date = year_before(view)
    today = told_of_today(view, title, trigger, participants) or (here and title.dated)
    if today and status == "planned" and view.lower(trigger.first) == "this":
        status = "held"
    if not specific(view, trigger, participants, date, place):
        return None
    return Contact(
        trigger.kind,
        status,
        participants,
        (_evidence(view, trigger, found, last, times),),
        date,
        basis_of(view, trigger, times, date),
        place,
        country,
        host,
        visitor,
        initiator(view),
        "several" if _several(view, trigger) else None,
        sure,
        False,
        trigger.loose,
        today,
        not today and _bare(view, trigger),
    )


_ABOUT = frozenset("about concerning for on regarding".split())


def _bare(view: View, trigger: Trigger) -> bool:
    """Whether a noun stands under no verb in the past: not "reached during the call"."""
    if trigger.verb or trigger.governor is not None:
        return False
    above = view.words[trigger.index].head
    about = {view.lower(c) for c in view.sentence.children(trigger.index, "case")} & _ABOUT
    if about or above < 0 or view.words[above].upos != "VERB":
        return True
    lower = view.lower(above)
    return lower == view.words[above].lemma or lower.endswith(("ing", "s"))


def _evidence(view: View, trigger: Trigger, found: Who, last: int, times: list[Time]) -> Span:
    """The sentence where the contact is what it tells, else the words of the contact."""
    root = next((i for i, w in enumerate(view.words) if w.deprel == "root"), -1)
    at = trigger.index if trigger.verb else trigger.governor
    if at == root:
        return Span(view.sentence.start, view.sentence.end)
    if trigger.verb:
        start, end = reach(view.sentence, trigger.index)
        first = view.words[min(found.first, trigger.index)].start
        return Span(min(start, first), max(end, view.words[found.last].end))
    first = found.first
    end_word = max(found.last, last, trigger.index)
    start, end = view.words[first].start, view.words[end_word].end
    for time in times[:2]:
        start, end = min(start, time.start), max(end, time.end)
    if at is not None:
        start = min(start, view.words[at].start)
        subject = [p for p in found.used if p.last < at]
        start = min([start, *[view.words[p.first].start for p in subject]])
    return Span(start, end)


def _split(view: View, trigger: Trigger, contact: Contact) -> Iterator[Contact]:
    """One record, or one per owner or place where a plural has several.

    "A's and B's meetings with C", "the talks in X and Y".
    """
    owners = [p for p in view.parties if p.last < trigger.first]
    owned = [p for p in owners if view.lower(p.last + 1) in ("'s", "’s", "'", "’")]
    owned = [p for p in owned if p.last >= trigger.first - 9]
    if trigger.plural and len(owned) == 2 and contact.count is None:
        first, second = (p.actors[0].id for p in owned)
        for other in (second, first):
            yield replace(
                contact, participants=tuple(a for a in contact.participants if a.id != other)
            )
        return
    partners = [a for a in contact.participants[1:] if a.kind == "person"]
    if trigger.plural and contact.kind == "call" and len(partners) > 1 and not owned:
        for partner in partners:
            yield replace(contact, participants=(contact.participants[0], partner))
        return
    by = view.lower(trigger.index + 1) == "by"
    if trigger.plural and by and contact.kind == "visit" and contact.count is None:
        guests = [a for a in contact.participants if contact.visitor and _with(a, contact.visitor)]
        if len(guests) > 1:
            for guest in guests:
                others = tuple(a for a in contact.participants if a is guest or a not in guests)
                yield replace(contact, participants=others, visitor=guest)
            return
    places = re.fullmatch(r"([A-Z]\w+) and ([A-Z]\w+)", contact.place or "")
    if places and contact.kind in ("meeting", "other", "visit"):
        kind: InteractionKind = "visit" if contact.kind == "visit" else "meeting"
        for name in places.groups():
            at = next(i for i, w in enumerate(view.words) if w.text == name)
            country = country_of(view, at, at)
            who = _hosted_in(contact.participants, country) if trigger.plural else None
            yield replace(
                contact,
                kind=kind,
                place=name,
                country=country,
                participants=who or contact.participants,
            )
        return
    yield contact


def _with(actor: Actor, guest: Actor) -> bool:
    """Whether a person acts for the guest's state."""
    return actor.kind == "person" and actor.state == guest.state


def _hosted_in(actors: tuple[Actor, ...], country: str | None) -> tuple[Actor, ...] | None:
    """Of three, the guest, who is first, and the one at whose place: "their talks in X and Y"."""
    home = tuple(a for a in actors[1:] if a.state == country)
    return (actors[0], *home) if len(sides(actors)) > 2 and home else None
