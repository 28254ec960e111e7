"""What stands around a reference: mentions before it, sentences, quotations, turns, who speaks.

All questions are by position in the given text. The scene grows: what is resolved is added, so that
later references see it.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator

from verbale.data import gazetteer, offices
from verbale.data.names import words_of
from verbale.data.titles import office_of
from verbale.document import Document
from verbale.layers import (
    ACTORS,
    DOCUMENT_DATE,
    GENRE,
    QUOTES,
    SENTENCES,
    TIMES,
    Mention,
    Sentence,
)
from verbale.link.people.turns import speakers_of_turns
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["HEADS", "Scene"]

# Offices whose holders are "the leaders" and "the presidents".
HEADS = frozenset(
    """
    emir european-commission-president european-council-president leader monarch
    party-leader president prime-minister secretary-general supreme-leader vice-president
    """.split()
)
# Days after which what a text tells may be of others than those who hold the offices now.
LONG_PAST = 92
# States whose president is not who leads: "the leader" is the head of government.
_PARLIAMENTARY = frozenset(
    """
    ALB ARM AUT BGD BGR CZE DEU EST ETH GEO GRC HUN IND IRL IRQ ISR ITA LVA MKD MNE NPL PAK SGP SVK
    """.split()
)
# Words before a person that take the part of subject away.
_PREPOSED = re.compile(
    r"\b(?:with|to|by|of|from|for|about|between|and|against|at|on|than|informed|told|met|thanked|"
    r"congratulated|invited|visited|called|welcomed|urged|including|alongside)\s+(?:the\s+)?$"
)
_OWN_VOICE = frozenset({"speech", "statement"})


class Scene:
    """One text: `own` is the publisher's state, `sides` the states that the text is between."""

    def __init__(self, document: Document, own: str | None, sides: tuple[Actor, ...]) -> None:
        self.document, self.own, self.sides = document, own, sides
        self.text = document.text
        self.named = sorted(
            (m for m in document.get(ACTORS) if m.actors), key=lambda m: (m.start, m.end)
        )
        self.day: datetime.date | None = None
        if document.has(DOCUMENT_DATE) and document.get(DOCUMENT_DATE):
            self.day = document.get(DOCUMENT_DATE)[0].anchor
        self.people = offices.current()
        self.names = gazetteer.current()
        self.sentences: tuple[Sentence, ...] = (
            document.get(SENTENCES) if document.has(SENTENCES) else ()
        ) or (Sentence(0, max(1, len(self.text))),)
        self._bounds = [s.start for s in self.sentences]
        self.quotes = (
            [(q.start, q.end) for q in document.get(QUOTES)] if document.has(QUOTES) else []
        )
        self._times = document.get(TIMES) if document.has(TIMES) else ()
        self.turns = speakers_of_turns(document)
        genre = document.get(GENRE) if document.has(GENRE) else ()
        self.own_voice = bool(genre) and genre[0].code in _OWN_VOICE

    def add(self, mention: Mention) -> None:
        """Let later references see a resolved one."""
        bisect.insort(self.named, mention, key=lambda m: (m.start, m.end))

    # Where a position lies.

    def sentence(self, position: int) -> int:
        """Index of the sentence at a position; the one before it where it lies between two."""
        return max(0, bisect.bisect_right(self._bounds, position) - 1)

    def quote(self, position: int) -> tuple[int, int] | None:
        """The quotation that holds a position."""
        return next((q for q in self.quotes if q[0] <= position < q[1]), None)

    def turn(self, position: int) -> int | None:
        """Index of the turn that holds a position."""
        for i, (turn, _) in enumerate(self.turns):
            if turn.start <= position < turn.end:
                return i
        return None

    # Mentions.

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in a stretch, in text order."""
        low = bisect.bisect_left(self.named, start, key=lambda m: m.start)
        high = bisect.bisect_left(self.named, end, key=lambda m: m.start)
        return self.named[low:high]

    def in_sentence(self, index: int, before: int | None = None) -> list[Mention]:
        """Mentions of a sentence, those before a position where one is given."""
        if not 0 <= index < len(self.sentences):
            return []
        sentence = self.sentences[index]
        found = self.between(sentence.start, sentence.end)
        return [m for m in found if before is None or m.end <= before]

    def persons_before(self, position: int, reach: int = 1200) -> Iterator[Mention]:
        """Mentions of persons that end before a position, the nearest first."""
        i = bisect.bisect_left(self.named, position, key=lambda m: m.start)
        for mention in reversed(self.named[:i]):
            if mention.start < position - reach:
                return
            if mention.end <= position and mention.actors[0].kind == "person":
                yield mention

    def covered(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside a person's name and title or runs into one."""
        i = bisect.bisect_right(self.named, start, key=lambda m: m.start)
        inside = any(
            m.start <= start and end <= m.end and m.form == "name"
            for m in self.named[max(0, i - 4) : i]
        )
        return inside or any(m.form == "name" and m.end > end for m in self.between(start, end))

    # Subjects.

    def subject(self, index: int, before: int | None = None) -> Mention | None:
        """What a sentence is about: its main subject, else its first person that nothing governs.

        Only single actors and groups that are mentions; `before` cuts the sentence off at a position.
        """
        inside = [m for m in self.in_sentence(index, before) if not self._quoted_away(m, before)]
        by_syntax = self._syntactic(index, inside)
        if by_syntax is not None:
            return by_syntax
        for mention in inside:
            if mention.actors[0].kind != "person" and len(mention.actors) < 2:
                continue
            if not self._governed(mention):
                return mention
        return None

    def _quoted_away(self, mention: Mention, before: int | None) -> bool:
        quote = self.quote(mention.start)
        return quote is not None and not (before is not None and quote[0] <= before <= quote[1])

    def subjects(self, index: int) -> list[Mention]:
        """The mentions on a sentence's subjects, the one that stands highest in the tree first."""
        inside = [m for m in self.in_sentence(index) if not self._quoted_away(m, None)]
        return self._by_depth(index, inside)

    def _syntactic(self, index: int, inside: list[Mention]) -> Mention | None:
        return next(iter(self._by_depth(index, inside)), None)

    def _by_depth(self, index: int, inside: list[Mention]) -> list[Mention]:
        sentence = self.sentences[index] if 0 <= index < len(self.sentences) else None
        if sentence is None or not sentence.words or not inside:
            return []
        found: list[tuple[int, int, Mention]] = []
        for i, word in enumerate(sentence.words):
            if word.deprel.split(":")[0] != "nsubj":
                continue
            covering = [m for m in inside if m.start <= word.start < m.end]
            if covering:
                mention = self._coordinated(sentence, i, inside) or max(
                    covering, key=lambda m: m.end - m.start
                )
                found.append((_depth(sentence, i), i, mention))
        return [m for _, _, m in sorted(found, key=lambda f: f[:2])]

    def _coordinated(self, sentence: Sentence, head: int, inside: list[Mention]) -> Mention | None:
        """A mention made of "Maro and Lind", "Avaria and Borduria" where a subject is several."""
        actors: list[Actor] = []
        spans: list[int] = []
        for i in [head, *sentence.children(head, "conj")]:
            word = sentence.words[i]
            for mention in inside:
                if mention.start <= word.start < mention.end:
                    actors += mention.actors
                    spans += [mention.start, mention.end]
                    break
        joined = distinct(actors)
        if len(joined) < 2:
            return None
        return Mention(min(spans), max(spans), "collective", joined, 0.7)

    def _governed(self, mention: Mention) -> bool:
        """Whether a preposition or a verb before a mention, or a possessive, governs it."""
        first = self.sentences[self.sentence(mention.start)].start
        lead = self.text[max(first, mention.start - 20) : mention.start]
        owner = self.text[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ ")
        return bool(_PREPOSED.search(lead)) or owner

    # What persons are.

    def held(self, actor: Actor) -> set[str]:
        """Offices that a person holds by the table on the text's day, or by the role in the text."""
        held = self.people.held_by(actor.id, self.day)
        if actor.role:
            held = held | {office_of(actor.role)}
        return held - {""}

    def ever_held(self, actor: Actor) -> set[str]:
        """Like `held`, with all offices of the table."""
        return self.held(actor) | self.people.held_by(actor.id, None)

    def told_of(self, position: int) -> datetime.date | None:
        """The day of which a sentence tells: of its only time, where that is long past; else the text's.

        "The foreign ministers of A and B met in April 2023": who held the offices then.
        """
        if self.day is None:
            return None
        at = self.sentence(position)
        first = self.sentences[at].start
        last = self._bounds[at + 1] if at + 1 < len(self._bounds) else len(self.text)
        times = [t for t in self._times if first <= t.start < last and t.type == "DATE"]
        if len(times) != 1 or times[0].last is None:
            return self.day
        past = (self.day - times[0].last).days > LONG_PAST
        return times[0].begin if past else self.day

    def holder(self, state: str, office: str, at: int | None = None) -> Actor | None:
        """Who holds an office of a state: by the table, as an actor.

        On the day that the sentence at a position tells of, else on the text's.
        """
        day = self.day if at is None else self.told_of(at)
        found = None
        if office == "leader" and state in _PARLIAMENTARY:
            found = self.people.holder(state, "prime-minister", day)
        found = found or self.people.holder(state, office, day)
        if found is None:
            return None
        for mention in self.named:
            for actor in mention.actors:
                if actor.id == found.id:
                    return actor
        person = found.actor()
        return Actor(person.id, person.name, "person", None if ":" in state else state, person.role)

    def is_named(self, ident: str, before: int | None = None) -> bool:
        """Whether the text names an actor, before a position where one is given."""
        return any(
            (before is None or m.start < before) and any(a.id == ident for a in m.actors)
            for m in self.named
        )

    def in_title(self, actor: Actor) -> bool:
        """Whether the document's title has a person's name."""
        last = words_of(actor.name)[-1:]
        return bool(last) and last[0] in words_of(self.document.source.title or "")


def _depth(sentence: Sentence, index: int) -> int:
    depth = 0
    while index >= 0 and depth < 40:
        index = sentence.words[index].head
        depth += 1
    return depth
