"""Who speaks at a position, and to whom: turns, quotations, reported speech, a text of one's own."""

from __future__ import annotations

import re

from verbale.annotate.actors import persons_named
from verbale.annotate.actors.phrases import Phrases
from verbale.layers import ATTRIBUTIONS, GENRE, Mention
from verbale.link.people.scene import Scene
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Voice"]

# Between a closing quotation mark and who said it: '," said' or '," the'.
_SAID_BY = re.compile(r"[”\"’'»)\s,]*(?:\b[a-z]+\s+){0,3}(?:[Tt]he\s+)?$")
_HE_SAID = re.compile(r"[”\"’'»)\s,]+(?:(?:[Hh]e|[Ss]he)\s+[a-z]+|said\s+(?:he|she))\b")
# Whose text a title says it is, and where it goes on to say of what.
_BY = re.compile(
    r"\b(?:address|briefing|comments?|greetings?|interview|message|remarks|speech|statement)\s+(?:by|from|of)\s+(?P<who>.+)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|after|at|before|following|for|in|on|regarding|to|with)\b")
# Fewer characters within quotation marks are a quoted term, whose speaker is the sentence's own.
TERM = 20


class Voice:
    """The voices of one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        document = scene.document
        self._attributions = document.get(ATTRIBUTIONS) if document.has(ATTRIBUTIONS) else ()
        genre = document.get(GENRE) if document.has(GENRE) else ()
        self._joint = bool(genre) and genre[0].code == "joint-statement"
        self._quoted: dict[int, tuple[Actor, ...]] = {}

    def speaker(self, position: int) -> tuple[Actor, ...]:
        """Whose "I" stands at a position: of the quotation, the turn, the text; empty for nobody."""
        quoted = self.quoted_by(position)
        if quoted:
            return quoted
        turn = self.scene.turn(position)
        if turn is not None:
            return self.scene.turns[turn][1]
        if self.scene.quote(position) is None and self.scene.own_voice:
            return self.author()
        return ()

    def we(self, position: int) -> tuple[Actor, ...]:
        """Whose "we" stands at a position: states, or organizations that act for none."""
        if self._joint and self.scene.quote(position) is None:
            return self._signatories()
        found = self.speaker(position)
        turn = self.scene.turn(position)
        if not found and turn is None and self.scene.quote(position) is None:
            if self.scene.own:
                return (self.scene.names.actor(self.scene.own),)
            found = self._reported_by(position)
        return distinct(self.scene.names.actor(a.state) if a.state else a for a in found)

    def state_at(self, position: int) -> str | None:
        """The state that "the President" and "our country" are of at a position."""
        for actor in self.speaker(position):
            return actor.state
        if self.scene.turn(position) is not None and self.scene.own is None:
            return None
        return self.scene.own

    def author(self) -> tuple[Actor, ...]:
        """Who speaks in a text of one voice: the title's "by", else its first person, else the state."""
        title = self.scene.document.source.title or ""
        said = _BY.search(title)
        for actor in persons_named(_ABOUT.split(said["who"])[0] if said else "", self.scene.day):
            own = actor.state or self.scene.own
            return (Actor(actor.id, actor.name, "person", own, actor.role),)
        office = self._office(said["who"] if said else "")
        if office is not None:
            return (office,)
        for mention in self.scene.named if said is None else ():
            actor = mention.actors[0]
            if actor.kind == "person" and self.scene.in_title(actor):
                return (actor,)
        return (self.scene.names.actor(self.scene.own),) if self.scene.own else ()

    def _office(self, words: str) -> Actor | None:
        """Who holds the office that a title names without its holder: "address by the President of X"."""
        found = Phrases(_ABOUT.split(words)[0], self.scene.names).found
        held = [p for p in found if p.office and p.state and not p.name]
        return self.scene.holder(held[0].state or "", held[0].office) if held else None

    def addressee(self, position: int) -> tuple[Actor, ...]:
        """Whom "you" means in a turn: the other official; nobody where a journalist is answered."""
        at = self.scene.turn(position)
        if at is None:
            return ()
        turns = self.scene.turns
        own = {a.id for a in turns[at][1]}
        if own and at > 0 and not _official(turns[at - 1][1]):
            return ()
        order = sorted(range(len(turns)), key=lambda i: (abs(i - at), i < at))
        for i in order:
            actors = turns[i][1]
            if _official(actors) and not own & {a.id for a in actors}:
                return actors
        return ()

    def quoted_by(self, position: int) -> tuple[Actor, ...]:
        """Whose words the quotation around a position is; empty outside of one and for a term."""
        quote = self.scene.quote(position)
        if quote is None or quote[1] - quote[0] < TERM:
            return ()
        if quote[0] not in self._quoted:
            found = self._source(*quote)
            if not found:
                return ()
            self._quoted[quote[0]] = found.actors
        return self._quoted[quote[0]]

    def _source(self, start: int, end: int) -> Mention | None:
        """The mention right behind a quotation, else what its sentence or the one before is about."""
        scene = self.scene
        for mention in scene.between(end, end + 60)[:2]:
            if "\n\n" in scene.text[end : mention.start]:
                break
            ended = scene.text[end - 1] in ".!" and scene.text[end - 2 : end] != ".."
            if not ended and _SAID_BY.match(scene.text[end : mention.start]):
                return mention
        at = scene.sentence(start)
        found = scene.subject(at, start)
        if found is None:
            before = scene.text[:start].rstrip(' \n“"')
            opening = -1 if before.endswith(":") else scene.text.rfind("\n", 0, start)
            found = scene.subject(at - 1) if scene.sentences[at - 1].start > opening else None
            if (
                found is not None
                and found.actors[0].kind != "person"
                and _HE_SAID.match(scene.text, end)
            ):
                found = None  # the pronoun behind it, which is led to its person later
            found = found or next(scene.persons_before(start), None)
        return found

    def _reported_by(self, position: int) -> tuple[Actor, ...]:
        """The source of the attribution whose content holds a position, else who said the last."""
        scene = self.scene
        for found in self._attributions:
            if any(c.start <= position < c.end for c in found.content):
                for span in found.source:
                    for mention in scene.between(span.start, span.end):
                        return mention.actors[:1]
        at = scene.sentence(position)
        for index in (at, at - 1, at - 2):
            if index < 0 or "\n\n" in scene.text[scene.sentences[index].start : position]:
                break
            subject = scene.subject(index, position)
            if subject is not None and len(subject.actors) == 1:
                return subject.actors
        return ()

    def _signatories(self) -> tuple[Actor, ...]:
        """The states of a joint statement: those of its title, else the text's two sides."""
        title = re.split(r"\s+on\s+", self.scene.document.source.title or "")[0]
        found = distinct(
            self.scene.names.actor(m.id)
            for m in self.scene.names.find(title)
            if ":" not in m.id and m.use != "capital"
        )
        return found if len(found) > 1 else self.scene.sides


def _official(actors: tuple[Actor, ...]) -> bool:
    """Whether the speaker of a turn is known to act for a state or an organization."""
    return any(a.state or a.role or a.kind != "person" for a in actors)
