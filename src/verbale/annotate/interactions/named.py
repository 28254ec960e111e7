"""Who is named as taking part in a contact, with what of the sentence names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from verbale.annotate.interactions.contact import sides
from verbale.annotate.interactions.view import Party, View
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Who", "owner", "take"]


@dataclass(slots=True)
class Who:
    """Participants in the order of the text, how many sides the words name, and what was used.

    `goal` is the party that a visit goes to; `last` the last word that was read.
    """

    actors: tuple[Actor, ...] = ()
    goal: Party | None = None
    visitor: tuple[Actor, ...] = ()
    first: int = 0
    last: int = 0
    used: list[Party] = field(default_factory=list)

    @property
    def sure(self) -> int:
        """How many sides are named."""
        return len(sides(self.actors))


def take(view: View, found: Who, parties: list[Party]) -> None:
    """Set the participants: a state only where nobody named acts for it."""
    actors = distinct(_stated(view, parties))
    acted = {a.state for a in actors if a.kind == "person"}
    found.actors = tuple(a for a in actors if a.kind != "state" or a.id not in acted)
    found.used = parties


def _stated(view: View, parties: list[Party]) -> Iterator[Actor]:
    """Actors; a person of unknown state gets the one named right before or after: "Y, of X"."""
    for i, party in enumerate(parties):
        near = [p for p in (parties[max(0, i - 1) : i] + parties[i + 1 : i + 2]) if _state_of(p)]
        beside = [_state_of(p) for p in near if _adjoins(view, p, party)]
        for actor in party.actors:
            if actor.kind == "person" and actor.state is None and beside:
                yield msgspec.structs.replace(actor, state=beside[0])
            else:
                yield actor


def _state_of(party: Party) -> str | None:
    actor = party.actors[0]
    return actor.id if actor.kind == "state" and not party.capital else None


def _adjoins(view: View, state: Party, person: Party) -> bool:
    """Whether only an office and its "of" stand between a state and a person."""
    first, last = sorted((state, person), key=lambda p: p.first)
    between = view.words[first.last + 1 : last.first]
    words = [w.text.lower() for w in between]
    return len(between) <= _OFFICE and not {"and", "with", "in", "at"} & {*words}


# "X's Vice Minister of Foreign Affairs and Trade Y"
_OFFICE = 6


def owner(view: View, party: Party) -> bool:
    """Whether a party is named as an owner: "President X's proposal"."""
    return view.lower(party.last + 1) in ("'s", "’s", "'", "’")
