"""The states of persons whom a text names without one."""

from __future__ import annotations

import datetime
import re

import msgspec

from verbale.data import gazetteer, offices
from verbale.data.titles import office_of
from verbale.document import Document
from verbale.layers import ACTORS, DOCUMENT_DATE, TURNS, Mention
from verbale.records import Actor

__all__ = ["at_home", "of_the_other_side"]

# Between two persons of one list: "the Prime Minister and Minister …".
_LISTED = re.compile(r"\s*(?:,|;|and|,\s*and|;\s*and|,\s*as well as)\s*(?:the\s+)?$")
# "The Avarian delegation also included …": whoever the sentence names is of it.
_DELEGATION = re.compile(
    r"\b(?:delegation|side)\s+(?:also\s+|further\s+)?(?:include[sd]?|comprise[sd]?|consisted of|was (?:headed|led) by)\b"
    r"|\bon the (?P<side>[A-Z][\w.]*) side\b"
)
_ONE_HOLDER = frozenset(
    ("foreign-minister", "monarch", "president", "prime-minister", "vice-president")
)
_ENVOY = re.compile(r"\b(?:ambassador|envoy|representative|coordinator)\b", re.IGNORECASE)


def at_home(document: Document, own: str | None) -> list[Mention]:
    """The mentions of ACTORS, persons completed with the state that they act for.

    A delegation's list gives its state, a person of another state in the same list gives theirs; else
    a publisher's own officials are named without a state: "National Security Advisor Ilse Maren".
    """
    mentions = list(document.get(ACTORS))
    homes: dict[str, str] = {}
    day = _day(document)
    away = _of_organizations(day, mentions)
    labels = (
        [(t.label_start, t.label_end) for t in document.get(TURNS) if t.role == "speaker"]
        if document.has(TURNS)
        else []
    )
    for i, mention in enumerate(mentions):
        for actor in mention.actors:
            if actor.kind != "person" or actor.state is not None or actor.id in away:
                continue
            near = _delegation(document, mentions, i) or _listed(document, mentions, i, homes, own)
            labelled = any(s <= mention.start < e for s, e in labels)
            home = near or (own if actor.role or labelled else None)
            if home == own and home is not None and _another_holds(actor, home, day):
                continue
            if home:
                homes.setdefault(actor.id, home)
    return [_completed(m, homes) for m in mentions]


def _day(document: Document) -> datetime.date | None:
    if document.has(DOCUMENT_DATE) and document.get(DOCUMENT_DATE):
        return document.get(DOCUMENT_DATE)[0].anchor
    return None


def of_the_other_side(document: Document, between: tuple[Actor, ...]) -> list[Mention]:
    """The mentions of ACTORS with a president of no state told as the other side's of two.

    Where one side's is named with the state ("Avarian President Ilse Maren"), "President Jan Holt" of
    a text between the two is the other's. Offices of one holder alone.
    """
    mentions = list(document.get(ACTORS))
    if len(between) != 2:
        return mentions
    sides = {a.state or a.id for a in between}
    held: dict[str, set[str]] = {}
    homeless: dict[str, dict[str, Actor]] = {}
    for mention in mentions:
        for actor in mention.actors:
            office = office_of((actor.role or "").lower()) if actor.kind == "person" else ""
            if office in _ONE_HOLDER and actor.state in sides:
                held.setdefault(office, set()).add(actor.state or "")
            elif office in _ONE_HOLDER and actor.state is None:
                homeless.setdefault(office, {})[actor.id] = actor
    homes = {}
    for office, persons in homeless.items():
        others = sides - held.get(office, set())
        if len(persons) != 1 or len(others) != 1:
            continue
        (actor,), (state,) = persons.values(), others
        if " of " not in (actor.role or "") and not _another_holds(actor, state, _day(document)):
            homes[actor.id] = state
    return [_completed(m, homes) for m in mentions]


def _completed(mention: Mention, homes: dict[str, str]) -> Mention:
    if not any(a.state is None and a.id in homes for a in mention.actors):
        return mention
    actors = tuple(
        msgspec.structs.replace(a, state=homes[a.id]) if a.state is None and a.id in homes else a
        for a in mention.actors
    )
    return Mention(
        mention.start, mention.end, mention.form, actors, mention.score, mention.antecedent
    )


def _another_holds(actor: Actor, state: str, day: datetime.date | None) -> bool:
    """Whether a person's title is of an office that the table knows another holder of: "President
    Lind" in a publication of President Maro's is some other state's.
    """
    office = office_of((actor.role or "").lower())
    holder = offices.current().holder(state, office, day) if office in _ONE_HOLDER else None
    if holder is not None:
        return holder.id != actor.id
    return (
        office == "prime-minister" and offices.current().holder(state, "president", day) is not None
    )


def _of_organizations(day: datetime.date | None, mentions: list[Mention]) -> set[str]:
    """Persons who act for an organization and no state: by the table, or by their role's words."""
    people, names = offices.current(), gazetteer.current()
    found = set()
    for mention in mentions:
        for actor in mention.actors:
            if actor.kind != "person" or actor.state is not None:
                continue
            role = actor.role or ""
            named = ":" in role or any(":" in m.id for m in names.find(role))
            if ":" in (people.acts_for(actor.id, day) or "") or (named and not _ENVOY.search(role)):
                found.add(actor.id)
    return found


def _delegation(document: Document, mentions: list[Mention], i: int) -> str | None:
    """The state whose delegation a list tells, where the person stands in it."""
    mention = mentions[i]
    first = document.text.rfind("\n", 0, mention.start) + 1
    told = list(_DELEGATION.finditer(document.text, first, mention.start))
    if not told:
        return None
    said = told[-1]
    if said["side"]:
        return next((m.id for m in gazetteer.current().find(said["side"]) if ":" not in m.id), None)
    for other in reversed(mentions[:i]):
        if other.start < first:
            break
        if other.start <= said.start() <= other.end + 1 and other.form == "state":
            return other.actors[0].id
    return None


def _listed(
    document: Document, mentions: list[Mention], i: int, homes: dict[str, str], own: str | None
) -> str | None:
    """The state of the person before, of another state than the publisher's, in the same list."""
    before = next(
        (m for m in reversed(mentions[:i]) if m.form == "name" and m.end <= mentions[i].start), None
    )
    if before is None or before.actors[0].kind != "person":
        return None
    if not _LISTED.match(document.text[before.end : mentions[i].start]):
        return None
    state: str | None = _state(before.actors[0], homes)
    return state if state != own else None


def _state(actor: Actor, homes: dict[str, str]) -> str | None:
    return actor.state or homes.get(actor.id)
