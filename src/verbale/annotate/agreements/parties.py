"""Between whom an instrument is: by its name, by what stands behind it, by who made it."""

from __future__ import annotations

import itertools
import re

from verbale.annotate.agreements.names import Named
from verbale.data import gazetteer
from verbale.document import Document
from verbale.layers import GENRE, NAMED, PARTIES, Mention, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Act, Actor

__all__ = ["parties"]

_BETWEEN = re.compile(r"\s*\S*(?:\s+\S+){0,4}?\s+between\s+")
_LISTED = re.compile(
    r"\s*(?:,|,?\s*and|&)\s*(?:the\s+)?(?:(?:Republic|Kingdom|State) of (?:the )?)?$"
)
_PLACE = re.compile(r"\b[Ii]n\s+(?:the\s+)?$")
_OF_THREE = re.compile(r"\b(?:trilateral|tripartite)\b", re.IGNORECASE)
_TWO, _THREE = 2, 3


def parties(
    document: Document, sentence: Sentence, text: str, item: Named, act: Act
) -> tuple[Actor, ...]:
    """The states in the name; for what is done now, those of the sentence or of the text."""
    start, end = sentence.start + item.start, sentence.start + item.end
    names = gazetteer.current()
    inside = distinct(
        names.actor(n.id)
        for n in document.get(NAMED)
        if start <= n.start and n.end <= end and n.use != "capital"
    )
    inside = tuple(a for a in inside if not _made_at(item, a))
    if any(a.kind == "organization" for a in inside):
        return inside  # "the UN Charter", whoever speaks of it
    if len(inside) >= _TWO:
        return inside
    between = _BETWEEN.match(text, item.end)
    if between:
        run = _run(document, sentence.start + between.end(), sentence.end)
        if len(run) >= _TWO:
            return run
    if act in ("cited", "anniversary", "in-force"):
        return inside
    told = _run(document, sentence.start, sentence.end)
    if len(told) >= _TWO or (told and act == "ratified"):
        return told
    if any(g.code == "speech" for g in document.get(GENRE)):
        return inside  # what a speech names most is no pair of sides
    several = _THREE if _OF_THREE.search(text[max(0, item.start - 20) : item.end]) else _TWO
    return document.get(PARTIES)[:several] if document.has(PARTIES) else inside


def _run(document: Document, start: int, end: int) -> tuple[Actor, ...]:
    """The states of a list within a stretch, else the first two that it names, not as places."""
    found = [
        m
        for m in mentions_in(document, start, end)
        if any(a.kind == "state" for a in m.actors)
        and not _PLACE.search(document.text[: m.start][-8:])
    ]
    for first in range(len(found)):
        last = first
        while last + 1 < len(found) and _LISTED.match(
            document.text[found[last].end : found[last + 1].start]
        ):
            last += 1
        if last > first:
            return _states(found[first : last + 1])
    return _states(found)[:_TWO]


def _states(mentions: list[Mention]) -> tuple[Actor, ...]:
    return distinct(a for a in itertools.chain(*(m.actors for m in mentions)) if a.kind == "state")


def _made_at(item: Named, actor: Actor) -> bool:
    """Whether a state's name in an instrument's is where it was made: "the Singapore Declaration"."""
    return bool(re.fullmatch(rf"{re.escape(actor.name)} {_MADE_AT}", item.name))


_MADE_AT = r"(?:Accords?|Communiqu[ée]|Convention|Declaration|Protocol)"
