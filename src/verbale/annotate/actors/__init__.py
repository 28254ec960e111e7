"""Who is named: states, organizations and persons.

Needs: the text; uses MASKS, ENTITIES and DOCUMENT_DATE where they are. Gives: NAMED (every name of
the gazetteer), ACTORS (mentions that name their actor) and TITLED (offices named without a name),
which `verbale.link.people` completes.
"""

from __future__ import annotations

import bisect
import datetime
import re

from verbale.annotate.actors.phrases import Phrase, Phrases
from verbale.annotate.actors.registry import Registry
from verbale.annotate.actors.states import state_mentions
from verbale.annotate.actors.words import INSTITUTIONS
from verbale.data import gazetteer, offices
from verbale.data.names import key
from verbale.document import Document
from verbale.layers import (
    ACTORS,
    DOCUMENT_DATE,
    ENTITIES,
    MASKS,
    NAMED,
    TITLED,
    Mention,
    Named,
    Titled,
)
from verbale.records import Actor

__all__ = ["annotate", "persons_named"]

# Verbs beside which an unknown name of two words is a speaker.
_SPEAKS = frozenset(
    """
    added affirmed announced asked believes called conveyed emphasised emphasized
    explained expressed informed noted reaffirmed reiterated remarked replied said says
    stated stressed thanked told underlined underscored welcomed wrote
    """.split()
)
_GOVERNMENT = re.compile(r"(?:['’]s)?\s+(?:[Aa]dministration|[Gg]overnment|[Cc]abinet)\b")
# Masked stretches whose words still name actors.
_READ = frozenset({"title", "caption", "pull-quote", "repeated-body"})


def annotate(document: Document) -> None:
    """Put NAMED, ACTORS and TITLED."""
    names = gazetteer.current()
    phrases = Phrases(document.text, names)
    day = None
    if document.has(DOCUMENT_DATE) and document.get(DOCUMENT_DATE):
        day = document.get(DOCUMENT_DATE)[0].anchor
    masked = (
        [(m.start, m.end) for m in document.get(MASKS) if m.kind not in _READ]
        if document.has(MASKS)
        else []
    )
    document.put(NAMED, (Named(m.start, m.end, m.id, m.use) for m in phrases.matches))
    registry = Registry(offices.current(), day)
    _meet(registry, document.source.title or "")
    mentions = list(_persons(document, phrases, registry))
    mentions += state_mentions(phrases, names)
    kept = [m for m in mentions if not _inside(m.start, masked)]
    document.put(ACTORS, sorted(kept, key=lambda m: (m.start, -m.end)))
    document.put(
        TITLED,
        (
            Titled(p.start, p.end, p.office, p.state or p.body, p.role or "")
            for p in phrases.found
            if not p.name and not _inside(p.start, masked)
        ),
    )


def _meet(registry: Registry, title: str) -> None:
    """Let a text know whom its title names with a state: the text may leave the state out."""
    phrases = Phrases(title, gazetteer.current())
    for phrase in phrases.found:
        if phrase.name and phrase.state and _is_full(phrase, phrases, []):
            registry.full(phrase)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    i = bisect.bisect_right(spans, (position, len(spans) and 1 << 60)) - 1
    return i >= 0 and spans[i][0] <= position < spans[i][1]


def _persons(document: Document, phrases: Phrases, registry: Registry) -> list[Mention]:
    """Mentions of persons: full names are registered before surnames are led to them."""
    entities = (
        [(e.start, e.end) for e in document.get(ENTITIES) if e.kind == "person"]
        if document.has(ENTITIES)
        else []
    )
    named = [p for p in phrases.found if p.name]
    full = {p.name_start for p in named if _is_full(p, phrases, entities)}
    for phrase in named:
        if phrase.name_start in full:
            registry.full(phrase)
    out: list[Mention] = []
    for phrase in named:
        person = None
        if phrase.name_start in full:
            person = registry.full(phrase)
        elif len(key(phrase.name)) == 1:
            person = registry.single(phrase)
        if person is None:
            continue
        after = _GOVERNMENT.match(document.text, phrase.end)
        if after and person.state:  # "the Maro administration" is the state
            state = gazetteer.current().actor(person.state)
            out.append(Mention(phrase.start, after.end(), "state", (state,), 0.8))
        else:
            actor = person.actor(phrase.role)
            out.append(Mention(phrase.start, phrase.end, "name", (actor,), 0.95))
    return out


def persons_named(text: str, day: datetime.date | None) -> tuple[Actor, ...]:
    """The persons whom a line of its own names with a title or by a known name, as of a day."""
    phrases = Phrases(text, gazetteer.current())
    registry = Registry(offices.current(), day)
    found = []
    for phrase in phrases.found:
        if not phrase.name:
            continue
        full = _is_full(phrase, phrases, [])
        person = registry.full(phrase) if full else registry.single(phrase)
        if person is not None:
            found.append(person.actor(phrase.role))
    return tuple(found)


def _is_full(phrase: Phrase, phrases: Phrases, entities: list[tuple[int, int]]) -> bool:
    """Whether a phrase surely names a person by a full name."""
    return len(key(phrase.name)) > 1 and bool(
        phrase.titled
        or phrase.role
        or offices.current().named(phrase.name)
        or (
            any(s < phrase.name_end and phrase.name_start < e for s, e in entities)
            and document_word(phrases.text, phrase.end).title() not in INSTITUTIONS
        )
        or _speaks(phrases, phrase)
    )


def _speaks(phrases: Phrases, phrase: Phrase) -> bool:
    after = document_word(phrases.text, phrase.end)
    return after in _SPEAKS


def document_word(text: str, position: int) -> str:
    """The lower-case word right after a position."""
    rest = text[position : position + 24].split(None, 1)
    return rest[0].strip(".,;:").lower() if rest else ""
