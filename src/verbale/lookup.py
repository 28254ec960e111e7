"""Questions that rooms ask of the actors' layer."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable

from verbale.document import Document
from verbale.layers import ACTORS, NAMED, Mention
from verbale.records import Actor

__all__ = [
    "actor_at",
    "actors_in",
    "country_at",
    "distinct",
    "last_before",
    "mention_at",
    "mentions_in",
]


def mentions_in(document: Document, start: int, end: int) -> list[Mention]:
    """Mentions that lie wholly within a stretch, in text order."""
    mentions = document.get(ACTORS)
    at = bisect.bisect_left(mentions, start, key=lambda m: m.start)
    found = []
    for mention in itertools.islice(mentions, at, None):
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found


def mention_at(document: Document, position: int) -> Mention | None:
    """The shortest mention that covers a position."""
    covering = [m for m in document.get(ACTORS) if m.start <= position < m.end]
    return min(covering, key=lambda m: m.end - m.start, default=None)


def actor_at(document: Document, position: int) -> tuple[Actor, ...]:
    """The actors that the words at a position mean; empty when none."""
    mention = mention_at(document, position)
    return mention.actors if mention else ()


def actors_in(document: Document, start: int, end: int) -> tuple[Actor, ...]:
    """The actors of all mentions within a stretch, once each by id, in order of first mention."""
    return distinct(a for m in mentions_in(document, start, end) for a in m.actors)


def last_before(document: Document, position: int, start: int = 0) -> Mention | None:
    """The last resolved mention that ends at or before a position and begins at `start` or on."""
    found = [m for m in document.get(ACTORS) if start <= m.start and m.end <= position and m.actors]
    return found[-1] if found else None


def country_at(document: Document, start: int, end: int) -> str | None:
    """The code of the first state that a stretch names in any way: as itself or by its capital."""
    return next(
        (
            n.id
            for n in document.get(NAMED)
            if start <= n.start and n.end <= end and ":" not in n.id
        ),
        None,
    )


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors once each by id, the first as given."""
    seen: dict[str, Actor] = {}
    for actor in actors:
        seen.setdefault(actor.id, actor)
    return tuple(seen.values())
