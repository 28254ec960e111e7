"""Who is meant: persons without a state, offices, pronouns, both sides at once.

Needs: ACTORS, NAMED, TITLED; uses SENTENCES, QUOTES, TURNS, GENRE, DOCUMENT_DATE, ENTITIES where
they are. Gives: SIDE, PARTIES, and ACTORS completed.
"""

from __future__ import annotations

import msgspec

from verbale.document import Document
from verbale.layers import ACTORS, PARTIES, SIDE, TURNS, Mention
from verbale.link.people.resolve import Resolver
from verbale.link.people.sides import parties, side
from verbale.records import Actor

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Complete ACTORS; put SIDE and PARTIES."""
    whose = side(document)
    document.put(SIDE, (whose,))
    document.put(ACTORS, _at_home(document, whose.state))
    between = parties(document, whose.state)
    document.put(PARTIES, between)
    found = Resolver(document, whose.state, between).run()
    document.put(ACTORS, sorted((*document.get(ACTORS), *found), key=lambda m: (m.start, -m.end)))


def _at_home(document: Document, own: str | None) -> list[Mention]:
    """Mentions with the publisher's state given to its own officials, whom it names without one.

    "National Security Advisor Jake Sullivan" on the White House's page needs no "American".
    """
    if own is None:
        return list(document.get(ACTORS))
    labels = (
        [(t.label_start, t.label_end) for t in document.get(TURNS)] if document.has(TURNS) else []
    )

    def complete(actor: Actor, mention: Mention) -> Actor:
        if actor.kind != "person" or actor.state is not None:
            return actor
        label = any(s <= mention.start < e for s, e in labels)
        if actor.role or label:
            homeless[actor.id] = own
        return actor

    homeless: dict[str, str] = {}
    for mention in document.get(ACTORS):
        for actor in mention.actors:
            complete(actor, mention)
    return [
        Mention(
            m.start,
            m.end,
            m.form,
            tuple(
                msgspec.structs.replace(a, state=homeless[a.id])
                if a.state is None and a.id in homeless
                else a
                for a in m.actors
            ),
            m.score,
            m.antecedent,
        )
        for m in document.get(ACTORS)
    ]
