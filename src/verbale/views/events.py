"""Events as people and programs see them: one row per event, or one event with all its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from verbale.errors import UnknownId
from verbale.ledger import Ledger
from verbale.ledger.events import Event
from verbale.records import Actor
from verbale.views.among import within

__all__ = ["find", "model", "row", "select", "whole"]

SHORTEST = 6  # characters of a shortened id: evt_ and two more


def select(
    ledger: Ledger,
    *,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
) -> Iterator[Event]:
    """Events by day (inclusive), person or name, and state; oldest first, the undated last."""
    for event in ledger.world.events():
        if within(event.date, _actors(event), since=since, until=until, who=who, state=state):
            yield event


def _actors(event: Event) -> Iterable[Actor]:
    more = (event.host, event.visitor, event.initiator)
    return (*event.participants, *(a for a in more if a))


def find(ledger: Ledger, ident: str) -> Event:
    """An event by its id, the beginning of it, or the id of one of its records.

    Raises `UnknownId` where there is none, or where several begin so.
    """
    exact = ledger.world.event_of(ident)
    if exact is not None:
        return exact
    near = [e for e in ledger.world.events() if e.id.startswith(ident)]
    if not near or len(ident) < SHORTEST:
        raise UnknownId(f"{ident}: no such event in {ledger.path} (verbale show events lists them)")
    if len(near) > 1:
        raise UnknownId(f"{ident}: several events begin so (give more of the id)")
    return near[0]


def row(event: Event) -> dict[str, Any]:
    """An event in one line of a table."""
    sides = sorted({t.side for t in event.sources if t.side})
    past = list(dict.fromkeys(status for _, status, _ in event.history))
    place = ", ".join(p for p in (event.place, event.country) if p)
    return {
        "date": event.date,
        "kind": event.kind,
        "status": " → ".join(past if past[-1:] == [event.status] else [*past, event.status]),
        "participants": ", ".join(a.name for a in event.participants),
        "place": place,
        "sources": len({t.record.document for t in event.sources}),
        "sides": ", ".join(sides),
        "differ": ", ".join(d.field for d in event.disagreements),
        "id": event.id,
    }


def model(event: Event) -> dict[str, Any]:
    """An event as RECORDS has the merged interaction, for JSON."""
    place = {"name": event.place, "country": event.country}
    built: dict[str, Any] = msgspec.to_builtins(
        {
            "record": "interaction",
            "id": event.id,
            "kind": event.kind,
            "status": event.status,
            "date": event.date,
            "place": place if any(place.values()) else None,
            "participants": event.participants,
            "host": event.host,
            "visitor": event.visitor,
            "initiator": event.initiator,
        }
    )
    built["sources"] = [
        {
            "document": t.record.document,
            "record": t.record.id,
            "side": t.side,
            "published": t.published,
            "status": t.record.status,
            "date": t.record.date,
            "evidence": msgspec.to_builtins(t.record.evidence),
        }
        for t in event.sources
    ]
    built["disagreements"] = [
        {"field": d.field, "values": [{"value": v, "records": list(r)} for v, r in d.values]}
        for d in event.disagreements
    ]
    built["history"] = [
        {"published": when, "status": status, "record": record}
        for when, status, record in event.history
    ]
    return built | {"confidence": event.confidence}


def whole(event: Event, ledger: Ledger) -> dict[str, Any]:
    """An event with the visit in which it took place, and its own parts, by id."""
    visit = ledger.world.visit_of(event)
    return model(event) | {
        "visit": visit.id if visit else None,
        "parts": [e.id for e in ledger.world.parts(event)],
    }
