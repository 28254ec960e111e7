"""Offices named without their holder: "the President", "the Avarian foreign minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verbale.annotate.actors.words import INSTITUTIONS
from verbale.data.names import words_of
from verbale.data.titles import office_of
from verbale.document import Span
from verbale.layers import Mention, Titled
from verbale.link.people.scene import HEADS, Scene
from verbale.link.people.voice import Voice
from verbale.records import Actor

__all__ = ["Titles"]

# Before a title or behind it: then it is spoken of in general or of some other body.
_GENERAL = re.compile(
    r"\b(?:a|an|any|as|became|become|elected|every|former|new|next)\s+$", re.IGNORECASE
)
_ITS = re.compile(r"\b[Ii]ts\s+$")
_PAST = re.compile(r"\b(?:ex|former|late|previous)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\s+of\s+(?!(?:our|my|the\s+(?:country|state))\b)")
_BELOW = re.compile(r"\b(?:at|for|in|of|on|to)\b")
_TOPS = frozenset(("emir", "leader", "monarch", "president", "prime-minister", "supreme-leader"))


class Titles:
    """Leads titles, descriptions and forms of address to persons."""

    def __init__(self, scene: Scene, voice: Voice) -> None:
        self.scene, self.voice = scene, voice

    def title(self, start: int, end: int, titled: Titled) -> Mention | None:
        """Who holds an office that a text names."""
        if titled.state and ":" in titled.state:
            holder = self.scene.holder(titled.state, titled.office)
            return Mention(start, end, "title", (holder,), 0.7) if holder else None
        if titled.state is None and (owner := self._owner(start)):
            titled = replace(titled, state=owner)
        if titled.state:
            return self._of_state(start, end, titled)
        return self._of_nobody(start, end, titled)

    def _owner(self, start: int) -> str | None:
        """The state of "its foreign minister": the one that opens the sentence, alone before it."""
        if not _ITS.search(self.scene.text[max(0, start - 8) : start]):
            return None
        before = self.scene.in_sentence(self.scene.sentence(start), start)
        states = [m for m in before if m.form == "state" and m.actors[0].kind == "state"]
        named = {a.id for m in states for a in m.actors}
        return next(iter(named)) if len(named) == 1 else None

    def _of_state(self, start: int, end: int, titled: Titled) -> Mention | None:
        assert titled.state is not None  # noqa: S101  # the caller saw to it
        table = self.scene.holder(titled.state, titled.office, start) if titled.office else None
        fitting = [f for f in self._fitting(start, titled) if f[1].state in (titled.state, None)]
        if table is not None and any(actor.id == table.id for _, actor in fitting):
            return Mention(start, end, "title", (table,), 0.85)
        for mention, actor in fitting:
            so_titled = office_of(actor.role or "") == titled.office and not _PAST.search(
                actor.role or ""
            )
            if table is None or so_titled or not _single(titled.office):
                return _made(start, end, actor, 0.85, mention)
        if table is not None:
            return Mention(start, end, "title", (table,), 0.8)
        if fitting:
            return _made(start, end, fitting[0][1], 0.75, fitting[0][0])
        later = self._later(end, titled, titled.state)
        if later is not None:
            return later
        return Mention(start, end, "title", (self.scene.names.actor(titled.state),), 0.5)

    def _of_nobody(self, start: int, end: int, titled: Titled) -> Mention | None:
        """A title without a state: of one's own side where that side's holder is named, else nearest."""
        text = self.scene.text
        if _GENERAL.search(text[max(0, start - 12) : start]) or _OF_OTHERS.match(
            text[end : end + 20]
        ):
            return None
        if (words_of(text[end : end + 30]) or [""])[0].title() in INSTITUTIONS:
            return None  # "the President of the International Federation"
        if any(t.label_start <= start < t.label_end for t, _ in self.scene.turns):
            return self._introduced(start, end, titled)
        home = self.voice.state_at(start)
        speakers = {a.id for a in self.voice.speaker(start)}
        fitting = [f for f in self._fitting(start, titled) if f[1].id not in speakers]
        # Who holds it now goes before who once did: "the Prime Minister" beside a former one.
        now = [f for f in fitting if self.fits(titled.office, titled.role, f[1], now=True)]
        fitting = now or fitting
        table = self.scene.holder(home, titled.office) if home and titled.office else None
        if "secretary of state" in titled.role.lower() and home not in (None, "USA", "VAT"):
            table = None  # elsewhere a deputy minister
        if table is not None and table.id in speakers:
            if self.scene.turn(start) is None:
                return Mention(start, end, "title", (table,), 0.6)
            table = None
        if table is not None and self.scene.is_named(table.id):
            return Mention(start, end, "title", (table,), 0.85)
        if fitting:
            ours = [f for f in fitting if home and f[1].state == home]
            mention, actor = (ours or fitting)[0]
            return _made(start, end, actor, 0.8, mention)
        if table is not None:
            return Mention(start, end, "title", (table,), 0.75)
        later = self._later(end, titled, None)
        if later is None and titled.office == "secretary-general":
            # Of no body that is told: the one whose title needs none.
            holder = self.scene.holder("org:un", titled.office)
            return Mention(start, end, "title", (holder,), 0.6) if holder else None
        return later

    def _introduced(self, start: int, end: int, titled: Titled) -> Mention | None:
        """The speaker whom a turn's label names by title alone: whom the text before introduces."""
        scene = self.scene
        labels = {t.label_start for t, _ in scene.turns}
        at = scene.sentence(start)
        for index in range(at - 1, max(-1, at - 60), -1):
            first = scene.text.rfind("\n", 0, scene.sentences[index].start) + 1
            subject = (
                None if labels & {first, scene.sentences[index].start} else scene.subject(index)
            )
            if subject is None or subject.form != "name":
                continue
            if self.fits(titled.office, titled.role, subject.actors[0]):
                return _made(start, end, subject.actors[0], 0.7, subject)
        for mention, actor in self._fitting(len(scene.text), titled):
            if scene.in_title(actor):
                return _made(start, end, actor, 0.7, mention)
        return None

    def _fitting(self, position: int, titled: Titled) -> Iterator[tuple[Mention, Actor]]:
        """Persons before a position whose office or role fits a title, the nearest first."""
        for mention in self.scene.persons_before(position, 10**9):
            for actor in mention.actors:
                if actor.kind == "person" and self.fits(titled.office, titled.role, actor):
                    yield mention, actor

    def _later(self, position: int, titled: Titled, state: str | None) -> Mention | None:
        """A person who is named only after the title, in a later sentence: in the same it is another."""
        after = self.scene.sentences[self.scene.sentence(position - 1)].end
        for mention in self.scene.between(max(position, after), len(self.scene.text)):
            for actor in mention.actors:
                if (
                    mention.form == "name"
                    and actor.kind == "person"
                    and (state is None or actor.state == state)
                    and self.fits(titled.office, titled.role, actor)
                ):
                    return _made(titled.start, titled.end, actor, 0.6, mention)
        return None

    def fits(self, office: str, wanted: str, actor: Actor, now: bool = False) -> bool:
        """Whether a person may be meant by an office or, where the table has none, a title's words.

        `now`: of the text's day only.
        """
        held = self.scene.held(actor) if now else self.scene.ever_held(actor)
        if office in ("leader", "head-of-state", "head-of-government"):
            return bool(held & _TOPS)
        if office == "president":
            return bool(
                held & {office, "european-council-president", "european-commission-president"}
            )
        if office:
            return office in held
        # The head of "Adviser to the Head of the Office" is the word before what it is of.
        last = words_of(_BELOW.split(wanted)[0])[-1:]
        if last == ["minister"]:
            today = self.scene.held(actor)
            return any(h.endswith("minister") for h in today) or "minister" in words_of(
                actor.role or ""
            )
        return bool(last) and last[0] in words_of(actor.role or "")

    # Told by other words.

    def described(self, start: int, end: int, match: re.Match[str]) -> Mention | None:
        """ "The senior official": the person that the text was about last."""
        state = self._state(match["state"])
        at = self.scene.sentence(start)
        found = [
            self.scene.subject(at, start),
            self.scene.subject(at - 1),
            self.scene.subject(at - 2),
        ]
        for mention in [*found, *self.scene.persons_before(start)]:
            if mention is None or len(mention.actors) != 1:
                continue
            actor = mention.actors[0]
            if actor.kind == "person" and state in (None, actor.state):
                return _made(start, end, actor, 0.7, mention)
        if state:
            return Mention(start, end, "title", (self.scene.names.actor(state),), 0.5)
        return None

    def counterpart(self, start: int, end: int, match: re.Match[str]) -> Mention | None:
        """ "His Avarian counterpart": of that state, in the office of the one before."""
        state = self._state(match["state"])
        anchor = self._anchor(start, state)
        if state is None:
            if anchor is None or match["state"]:
                return None
            others = [s.id for s in self.scene.sides if s.id != anchor.state]
            state = others[0] if len(others) == 1 else None
        if state is None:
            return None
        wanted = (self.scene.held(anchor) if anchor else set()) or set(HEADS)
        for mention in self.scene.persons_before(start, 10**9):
            for actor in mention.actors:
                if actor.state == state and self.scene.held(actor) & wanted:
                    return _made(start, end, actor, 0.75, mention)
        for office in sorted(wanted & _TOPS if wanted & _TOPS else wanted):
            holder = self.scene.holder(state, office)
            if holder is not None:
                return Mention(start, end, "title", (holder,), 0.65)
        return Mention(start, end, "title", (self.scene.names.actor(state),), 0.5)

    def _anchor(self, start: int, state: str | None) -> Actor | None:
        """Whose counterpart: the nearest person of another state."""
        for mention in self.scene.persons_before(start):
            for actor in mention.actors:
                if actor.state and actor.state != state:
                    return actor
        return None

    def head_of_state(self, start: int, end: int, match: re.Match[str]) -> Mention | None:
        """ "The head of the Avarian state"."""
        state = self._state(match["state"])
        if state is None:
            return None
        return self._of_state(
            start, end, Titled(start, end, "head-of-state", state, "head of state")
        )

    def address(self, start: int, end: int, match: re.Match[str]) -> Mention | None:
        """ "Mr. President": the one spoken to, where a turn tells who that is."""
        spoken_to = self.voice.addressee(start)
        title = match["title"] or ""
        office = office_of(title.lower())
        speakers = {a.id for a in self.voice.speaker(start)}
        if not office:
            return Mention(start, end, "title", spoken_to, 0.7) if spoken_to else None
        for actor in spoken_to:
            if self.fits(office, title, actor):
                return Mention(start, end, "title", (actor,), 0.8)
        titled = Titled(start, end, office, None, title)
        for mention, actor in self._fitting(start, titled):
            if actor.id not in speakers and self.scene.turn(start) is not None:
                return _made(start, end, actor, 0.6, mention)
        return None

    def _state(self, words: str | None) -> str | None:
        """The state that an adjective or a name means."""
        for match in self.scene.names.find(" ".join((words or "").split())):
            if ":" not in match.id:
                return match.id
        return None


def _single(office: str) -> bool:
    """Whether a state has one holder of an office at a time, so that the table's counts."""
    return office in (
        "president",
        "prime-minister",
        "foreign-minister",
        "monarch",
        "vice-president",
    )


def _made(start: int, end: int, actor: Actor, score: float, source: Mention) -> Mention:
    return Mention(start, end, "title", (actor,), score, Span(source.start, source.end))
