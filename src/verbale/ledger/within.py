"""A visit contains its meetings: they stay events of their own, found from the visit and back."""

from __future__ import annotations

from verbale.ledger.events import Event
from verbale.ledger.facets import namesakes
from verbale.ledger.when import days, gap

__all__ = ["holds"]

_PARTS = frozenset({"meeting", "summit", "conference", "ceremony", "signing", "other"})


def holds(visit: Event, event: Event) -> bool:
    """Whether `event` took place within `visit`: its days, its country, the visitor present."""
    if visit.kind != "visit" or event.kind not in _PARTS:
        return False
    stay, day = days(visit.date), days(event.date)
    if stay is None or day is None or gap(stay, day) > 0 or day.length > stay.length:
        return False
    where = visit.country or (visit.host.state if visit.host else None)
    if where and event.country and where != event.country:
        return False
    if not _states(visit) <= _states(event):
        return False
    guest = visit.visitor
    if guest is None or guest.kind != "person":
        return True
    there = [a.id for a in event.participants if a.kind == "person" and a.state == guest.state]
    return not there or any(namesakes(guest.id, i) for i in there)


def _states(event: Event) -> set[str]:
    return {a.state or a.id for a in event.participants}
