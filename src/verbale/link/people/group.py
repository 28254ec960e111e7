"""The persons whose contact a text is about: two, or all whom its opening or a list names."""

from __future__ import annotations

import re

from verbale.layers import Mention
from verbale.link.people.scene import Scene
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["is_listed", "main_group", "one_a_state", "persons_in"]

_TOOK_PART = re.compile(
    r"\b[Pp]articipants\b[^.]{0,40}\b(?:included|were|are)\b|\b(?:was|were) (?:also )?(?:attended|joined) by\b"
)


def main_group(scene: Scene) -> tuple[Actor, ...]:
    """The persons of the contact that the text is about, as its opening or a list tells them."""
    for at, sentence in enumerate(scene.sentences):
        if _TOOK_PART.search(scene.text[sentence.start : sentence.end]):
            listed = persons_in(scene.in_sentence(at))
            if len(listed) >= 2:
                host = persons_in(scene.between(0, sentence.start))[:1]
                return distinct((*host, *listed))
    for index in range(min(4, len(scene.sentences))):
        persons = one_a_state(scene.in_sentence(index), scene)
        if len(persons) >= 2:
            return persons
    return ()


def is_listed(scene: Scene) -> bool:
    """Whether the text lists who took part."""
    return any(_TOOK_PART.search(scene.text[s.start : s.end]) for s in scene.sentences)


def persons_in(mentions: list[Mention]) -> tuple[Actor, ...]:
    """Persons whom mentions name, once each."""
    return distinct(a for m in mentions if m.form == "name" for a in m.actors if a.kind == "person")


def one_a_state(mentions: list[Mention], scene: Scene) -> tuple[Actor, ...]:
    """Persons of different states (or of an organization), one each, outside quotations."""
    found: dict[str, Actor] = {}
    for mention in mentions:
        if scene.quote(mention.start) is not None or mention.form == "collective":
            continue
        if mention.form == "pronoun" and len(mention.actors) > 1:
            continue
        for actor in mention.actors:
            if actor.kind == "person":
                found.setdefault(actor.state or actor.id, actor)
    return tuple(found.values()) if len(found) > 1 else ()
