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
from verbale.annotate.interactions.named import Who
from verbale.annotate.interactions.others import completed
from verbale.annotate.interactions.several import often, several
from verbale.annotate.interactions.specific import specific
from verbale.annotate.interactions.split import split
from verbale.annotate.interactions.today import told_of_today
from verbale.annotate.interactions.together import (
    coordinated,
    for_purpose,
    invited,
    occasion,
    one_deed,
    round_of,
    same_trip,
    stops,
)
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
from verbale.annotate.interactions.where import where
from verbale.annotate.interactions.who import who
from verbale.clauses import reach
from verbale.document import Span
from verbale.layers import DOCUMENT_DATE, QUOTES, Time
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["contacts"]


def contacts(view: View, title: Headline) -> Iterator[Contact]:
    """The contacts of a sentence in text order."""
    found = triggers(view)
    ends = stops(view, found)
    times = times_of(view, found, ends)
    out: list[Contact] = []
    before: Contact | None = None
    last: Trigger | None = None
    counted = [t for ts in times.values() for t in ts] if SEVERAL.search(view.text) else []
    for trigger in found:
        told = times[trigger.index] or (counted if often(view, trigger) else [])
        joined = (told and coordinated(view, trigger)) or one_deed(view, last, trigger)
        joined = joined or round_of(view, last, trigger)
        shared = before.participants if before and joined else ()
        if last is not None and same_trip(view, last, trigger):
            continue
        if last is not None and before is not None and invited(view, last, trigger):
            continue
        contact = _contact(view, title, trigger, ends[trigger.index], told, shared)
        if contact and last:
            contact = _timed(view, last, trigger, times[last.index], before, contact)
        if contact and before and for_purpose(view, trigger):
            # "welcomed X in May … to meet with Y", "visited X … to meet with Y in May": one occasion
            if contact.date is None:
                contact = _on_the_way(before, contact)
            elif before.date is None and out and out[-1] is before:
                out[-1] = replace(before, date=contact.date, basis=contact.basis)
        if contact is not None:
            out += split(view, trigger, contact)
        before, last = contact, trigger
    yield from out


def _timed(
    view: View,
    last: Trigger,
    trigger: Trigger,
    times: list[Time],
    before: Contact | None,
    contact: Contact,
) -> Contact:
    """A contact with the time of the one before: the same subject's next deed, or its occasion.

    `times` are those of the one before, which may be no contact of its own.
    """
    dated = before if before and before.date else None
    if dated and contact.date is None and one_deed(view, last, trigger):
        return replace(contact, date=dated.date, basis=dated.basis)
    if not occasion(view, last, trigger, contact):
        return contact
    (day,) = view.document.get(DOCUMENT_DATE)
    if status_of(view, last, times, day.anchor) in ("planned", "proposed"):
        contact = replace(contact, status="planned")
    elif view.lower(trigger.first - 1) not in ("at", "during") or (dated and dated.basis != "text"):
        return contact  # its day is the text's, if any
    return replace(contact, date=dated.date, basis=dated.basis) if dated else contact


def _on_the_way(before: Contact, contact: Contact) -> Contact:
    """The contact that a trip was for, with the traveller and the day of it."""
    guests = (before.visitor,) if before.visitor else before.participants
    together = distinct([*guests, *contact.participants])
    return replace(contact, date=before.date, basis=before.basis, participants=together)


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
    if view.text.endswith("?") and ((status != "held" and not times) or _inverted(view, trigger)):
        return None  # whether they did or will is asked
    found = who(view, trigger, stop)
    found.actors = found.actors or shared
    place, country, last = where(view, trigger, stop)
    sure = found.sure
    participants = completed(view, title, trigger, found, status)
    host, visitor = host_and_visitor(view, trigger, found, participants)
    here = False
    if trigger.kind == "visit":
        if found.used and view.lower(found.used[0].first) == "you" and _open(view, title, trigger):
            return None
        if host is None and found.goal is not None:
            return None  # at home
        if host is None:
            host = other_side(view, title, trigger, visitor)
            here = host is not None and view.lower(trigger.first) in ("my", "our", "this", "your")
        if host is None and taken_for_granted(view, title, trigger, visitor):
            return Contact(
                "visit", status, (), (view.span(trigger.first, trigger.index),), bare=True
            )
        goal = found.goal and goal_country(view, found)
        if goal and country and goal != country:
            place = None  # "the visit to Z and the situation in Y"
        country = goal or country
        place = place or goal_place(view, found)
        if host is None:
            return None
        if not sides((host,)) <= sides(participants):
            participants = (*participants, host)
        elif host.kind == "person":
            participants = distinct([*(a for a in participants if a.id != host.state), host])
        sure = len(sides(participants))
    date, status = dated(view, trigger, times, status, day.anchor)
    if date is None and several(view, trigger):
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
        "several" if several(view, trigger) else None,
        sure,
        False,
        trigger.loose,
        today,
        not today and _bare(view, trigger),
    )


def _inverted(view: View, trigger: Trigger) -> bool:
    """Whether a clause has its auxiliary before its subject: "have you met"."""
    own = trigger.index if trigger.verb else trigger.governor
    if own is None:
        return False
    helping, subject = (view.sentence.children(own, kind) for kind in ("aux", "nsubj"))
    return bool(helping and subject) and min(helping) < min(subject)


def _open(view: View, title: Headline, trigger: Trigger) -> bool:
    """Whether it is open who "you" is, or whether they do it: quoted in a log, or asked."""
    at = view.words[trigger.index].start
    quoted = any(q.start <= at < q.end for q in view.document.get(QUOTES))
    return (title.genre == "log" and quoted) or bool(_ASKED.search(view.text))


_ASKED = re.compile(r"\b(?:Are|Do|Will|Would) you\b[^?]*\?$")
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
