"""Mentions of one event within a document become one contact, the fullest first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from verbale.annotate.interactions.contact import Contact, sides
from verbale.document import Span
from verbale.records import InteractionKind, InteractionStatus

__all__ = ["gather", "same"]

# Kinds that one event is told by.
_TALK = frozenset({"call", "video-meeting"})
_ROOM = frozenset({"call", "meeting", "other", "summit", "video-meeting"})
_MEETING = frozenset({"meeting", "video-meeting"})


def gather(found: Iterable[Contact]) -> list[Contact]:
    """Contacts in order of first mention; later mentions add evidence and what was missing."""
    return _gathered(_gathered(found))  # what joins late may tell two early ones to be one


def _gathered(found: Iterable[Contact]) -> list[Contact]:
    out: list[Contact] = []
    for contact in found:
        at = next((i for i, c in enumerate(out) if same(c, contact)), None)
        if at is None:
            out.append(contact)
        else:
            out[at] = _joined(out[at], contact)
    return out


def same(a: Contact, b: Contact) -> bool:
    """Whether two mentions may be of one event."""
    kinds = {a.kind, b.kind}
    loose = (a.loose or b.loose) and kinds <= {"call", "meeting", "video-meeting"}
    if kinds == {"call", "meeting"} and _apart(a, b):
        return False
    named = (b if b.kind == "summit" else a).loose is False
    top = a.main and kinds == {"meeting", "summit"} and not named
    if a.kind != b.kind and not kinds <= _TALK and not kinds <= _MEETING and not loose and not top:
        return False
    one, two = sides(a.participants), sides(b.participants)
    if top and (one != two or (b.status == "planned" and not b.today)):
        return False  # the summit on whose margins two met
    if not (one <= two or two <= one) or a.count != b.count:
        return False
    if a.visitor and b.visitor and not sides((a.visitor,)) & sides((b.visitor,)):
        return False  # a visit and the visit in return
    if any(_others(a, b, side) for side in one & two):
        return False
    unsettled = a.date is None and a.basis not in (None, "before") and a.basis == b.basis
    mixed = {a.status, b.status} == {"held", "planned"} and not unsettled
    if mixed and (_tenseless(a) or _tenseless(b)) and not a.main and _level(a) == _level(b):
        mixed = False
    if mixed and (_coarse(a.date) or _coarse(b.date)):
        # "I look forward to our conversation", said when it begins
        return a.main and a.loose and b.kind in _ROOM and b.date is None and b.place is None
    if {a.status, b.status} == {"held", "proposed"} and (a.date is None) != (b.date is None):
        return False  # "accepted an invitation", "during my visit in 2016"
    if a.main and b.basis == "before":
        return False
    if a.country and b.country and a.country != b.country:
        return False
    if a.date is None or b.date is None:
        return True
    if a.kind == b.kind == "call" and ("/" in a.date) != ("/" in b.date):
        return False  # a call is of a day; those of several days are several
    return _overlap(a.date, b.date) or _assumed(a, b)


# A report comes out a day or two after what it tells.
_JUST = datetime.timedelta(days=2)


def _assumed(a: Contact, b: Contact) -> bool:
    """Whether one date is but the text's own day, and the other just before it."""
    known, own = (a, b) if b.basis == "published" else (b, a)
    if own.basis != "published" or known.basis == "published" or own.main:
        return False
    days = [_bare(c.date or "") for c in (known, own)]
    if any(len(d) != _DAY for d in days):
        return False
    first, last = (datetime.date.fromisoformat(d) for d in days)
    return datetime.timedelta() <= last - first <= _JUST


def _apart(a: Contact, b: Contact) -> bool:
    """Whether one is told as a call and the other as at a place."""
    call, meeting = (a, b) if a.kind == "call" else (b, a)
    return not call.loose and bool(meeting.place or meeting.country)


def _tenseless(contact: Contact) -> bool:
    """Whether "held" is no more than what a noun without a time is taken for."""
    undated = contact.date is None and contact.basis is None
    return contact.bare and undated and contact.status == "held"


def _level(contact: Contact) -> bool:
    """Whether persons meet, or states."""
    return any(p.kind == "person" for p in contact.participants)


def _others(a: Contact, b: Contact, side: str) -> bool:
    """Whether two contacts name different persons of one side."""
    one, two = (
        {p.id for p in c.participants if p.kind == "person" and (p.state or p.id) == side}
        for c in (a, b)
    )
    return bool(one and two and not one & two)


def _overlap(one: str, two: str) -> bool:
    """Whether two dates may be the same: equal, or one within the other's month or interval."""
    a, b = (_bounds(d) for d in (one, two))
    return a[0] <= b[1] and b[0] <= a[1]


def _bounds(date: str) -> tuple[str, str]:
    """First and last day as strings that compare; a season counts as its year."""
    parts = [p.rstrip("~?%") for p in date.split("/")]
    low, high = (p[:_YEAR] if p[_YEAR + 1 : _YEAR + 3] > "12" else p for p in (parts[0], parts[-1]))
    return f"{low}-00-00"[:_DAY], f"{high}-99-99"[:_DAY]


def _coarse(date: str | None) -> bool:
    """Whether a date tells no day."""
    return date is None or len(_bare(date)) < _DAY


_YEAR = len("2000")
_DAY = len("2000-01-01")


def _joined(a: Contact, b: Contact) -> Contact:
    """The first with what the second adds; its words where they add something."""
    persons = [sum(p.kind == "person" for p in c.participants) for c in (a, b)]
    more = persons[1] > persons[0] and sides(a.participants) <= sides(b.participants)
    date, basis = _finer(a, b)
    # A visit that a noun or verb names says more than that somebody was there.
    first, then = (b, a) if a.kind == "visit" and a.loose and not b.loose else (a, b)
    spans: tuple[Span, ...] = tuple(dict.fromkeys((*first.spans, *then.spans)))
    return replace(
        a,
        kind=_kind(a, b),
        status=_status(a, b, date),
        loose=a.loose and (a.main or b.loose),
        bare=a.bare and b.bare,
        participants=b.participants if more else a.participants,
        date=date,
        basis=basis,
        place=a.place or b.place,
        country=a.country or b.country,
        host=a.host or b.host,
        visitor=a.visitor or b.visitor,
        initiator=a.initiator or b.initiator,
        spans=spans[:4],
        sure=max(a.sure, b.sure),
        main=a.main or b.main,
    )


def _finer(a: Contact, b: Contact) -> tuple[str | None, str | None]:
    """The more exact of two dates; a stay of days is more than the day that it began on."""
    if a.kind == "visit" and a.date and b.date and "/" in b.date and "/" not in a.date:
        return b.date, b.basis
    if a.date is None and (b.date or not a.basis):
        return b.date, b.basis
    if a.date and b.date and "/" not in b.date and len(_bare(b.date)) > len(_bare(a.date)):
        return b.date, b.basis
    if a.date and b.date and _assumed(a, b):
        told = b if a.basis == "published" else a  # a time that was told is surer
        return told.date, told.basis
    if a.date and b.date and _bare(a.date) == _bare(b.date):
        return min(a.date, b.date, key=len), a.basis  # a time that was told is surer
    return a.date, a.basis


def _status(a: Contact, b: Contact, date: str | None) -> InteractionStatus:
    """What is told with a tense; done, where one tells it as done and one as coming on one day."""
    if _tenseless(a) != _tenseless(b):
        return b.status if _tenseless(a) else a.status
    # Days that only another text settles are one time as well.
    known = date or (a.basis and a.basis == b.basis)
    return "held" if known and {a.status, b.status} == {"held", "planned"} else a.status


def _bare(date: str) -> str:
    return date.rstrip("~?%")


def _kind(a: Contact, b: Contact) -> InteractionKind:
    """The kind of an event that is told by two; a video link is told once and meant throughout."""
    if "video-meeting" in (a.kind, b.kind):
        return "video-meeting"
    if {a.kind, b.kind} == {"meeting", "summit"}:
        return a.kind
    return a.kind if not a.loose or b.loose else b.kind
