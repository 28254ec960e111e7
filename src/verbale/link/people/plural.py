"""Both at once, or all: "the two sides", "both ministers", "the leaders of A and B"."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.layers import Mention
from verbale.link.people.group import is_listed, main_group, one_a_state
from verbale.link.people.scene import HEADS, Scene
from verbale.link.people.voice import Voice
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Plural"]

# Leaders of many states at once, after whom "the leaders" are no two persons.
_MANY = re.compile(
    r"\b(?:European|[Ww]orld|[Aa]llied|other|[A-Z]+\d+|[A-Z]{4,})\s+leaders\b|\bleaders\s+of\s+(?:the\s+)?(?:[A-Z]+\d+|[A-Z]{4,}|other|all)\b"
)
_OFFICES = (
    ("president", "president"),
    ("prime", "prime-minister"),
    ("defen", "defence-minister"),
    ("minister", "foreign-minister"),
    ("security advis", "national-security-adviser"),
)
_PORTFOLIOS = ("energy", "finance", "trade", "economy")


class Plural:
    """Leads nouns of several to those whom they mean."""

    def __init__(self, scene: Scene, voice: Voice) -> None:
        self.scene, self.voice = scene, voice
        self.group = main_group(scene)
        self._listed = is_listed(scene)

    def sides(self, start: int, end: int, word: str) -> Mention | None:
        """ "The two sides", "both countries", "the parties": states."""
        return _made(start, end, self._states(start, word), 0.75)

    def _states(self, position: int, word: str) -> tuple[Actor, ...]:
        scene = self.scene
        states = distinct(scene.names.actor(a.state) for a in self.group if a.state)
        several = not any(w in word for w in ("two", "both"))
        if len(states) > 2 and several:
            return states
        if (
            several
            and word.startswith("the ")
            and (
                word.endswith(
                    ("countries", "governments", "nations", "peoples", "powers", "states")
                )
                or (scene.own_voice and len(states) < 2)
            )
        ):
            return ()
        at = scene.sentence(position)
        for index in (at, at - 1):
            near = distinct(
                scene.names.actor(a.state)
                for m in scene.in_sentence(index, position)
                for a in m.actors
                if a.state
            )
            if len(near) == 2 and (not scene.own or any(s.id == scene.own for s in near)):
                return near
        return scene.sides

    def persons(self, start: int, end: int, word: str) -> Mention | None:
        """ "The two leaders", "both ministers", "the presidents"."""
        if any(p in word for p in _PORTFOLIOS):
            return self.sides(start, end, word)
        us = self.voice.we(start) if word.startswith("our ") else ()
        if len(us) > 2:  # "our leaders" in a joint statement of many
            acting = tuple(self._acting(s, "leader", word, start) for s in us)
            return _made(start, end, acting, 0.6)
        return _made(start, end, self._leaders(start, word), 0.7)

    def _leaders(self, position: int, word: str) -> tuple[Actor, ...]:
        scene = self.scene
        two = any(w in word for w in ("two", "both"))
        fits = self._kind_of(word)
        group = tuple(a for a in self.group if fits(a))
        at = scene.sentence(position)
        near = one_a_state(scene.in_sentence(at, position), scene)
        near = tuple(a for a in near if fits(a))
        if len(near) >= 2 and (not two or len(near) == 2):
            if len(group) == 2 and {a.id for a in group} <= {a.id for a in near}:
                return group
            return near
        if len(group) >= 2 and (not two or len(group) == 2):
            return group
        return self._latest(position, word)

    def _kind_of(self, word: str) -> Callable[[Actor], bool]:
        """A test whether a person may be one of "ministers", "presidents", "advisors"."""
        scene = self.scene

        def ministers(actor: Actor) -> bool:
            held = scene.ever_held(actor)
            role = (actor.role or "").lower()
            return any(h.endswith("-minister") and h != "prime-minister" for h in held) or (
                ("minister" in role and "prime" not in role) or "secretary" in role
            )

        def advisers(actor: Actor) -> bool:
            return "security advis" in (actor.role or "").lower() or (
                "national-security-adviser" in scene.ever_held(actor)
            )

        def heads(actor: Actor) -> bool:
            held = scene.ever_held(actor)
            return bool(held & HEADS) or (not held and not actor.role)

        def anyone(actor: Actor) -> bool:
            return actor.kind == "person"

        if "advis" in word:
            return advisers
        if "prime minister" in word:
            return heads
        if "minister" in word or "secretar" in word:
            return ministers
        if any(w in word for w in ("diplomat", "interloc", "politic", "official")):
            return anyone
        return heads

    def _latest(self, position: int, word: str) -> tuple[Actor, ...]:
        """The latest fitting persons of the two parties, else the holders by the table."""
        scene = self.scene
        fits = self._kind_of(word)
        found: dict[str, Actor] = {}
        wanted = {s.id for s in scene.sides}
        for mention in scene.persons_before(position, 10**9):
            for actor in mention.actors:
                if actor.state and fits(actor) and (actor.state in wanted or len(wanted) < 2):
                    found.setdefault(actor.state, actor)
            if len(found) == 2:
                break
        at = scene.sentences[max(0, scene.sentence(position) - 2)].start
        if _MANY.search(scene.text, at, position) and not re.search(r"\b(?:two|both)\b", word):
            return ()
        if len(found) < 2 and scene.day and len(scene.sides) == 2:
            office = _office(word)
            holders = [found.get(s.id) or scene.holder(s.id, office) for s in scene.sides]
            return tuple(h for h in holders if h) if all(holders) else ()
        order = [s.id for s in scene.sides]
        ranked = sorted(
            found.values(), key=lambda a: order.index(a.state) if a.state in order else 9
        )
        return tuple(ranked) if len(ranked) > 1 else ()

    def listed(self, start: int, end: int) -> Mention | None:
        """ "European leaders", where a list of participants tells which."""
        if self._listed and len(self.group) > 3:
            return _made(start, end, self.group[1:], 0.6)
        return None

    def of_states(self, start: int, end: int, word: str) -> Mention | None:
        """ "The leaders of Avaria and Borduria": the span grows over the states named behind it."""
        scene = self.scene
        if scene.text[end : end + 8].startswith(("the two ", "two ")):
            found = self.sides(start, end, word) if "minister" not in word else None
            actors = (
                found.actors if found else self._leaders(start, word) or self._states(start, word)
            )
            return _made(start, end, actors, 0.65)
        states, last = [], end
        for mention in scene.between(end, end + 300):
            between = re.sub(
                r"\b(?:the|and|both|of|Republic|Kingdom|Federation)\b|[,\s]",
                "",
                scene.text[last : mention.start],
            )
            if between or mention.form not in ("state", "organization"):
                break
            states.append(mention.actors[0])
            last = mention.end
        if not states or re.match(r"\s+(?:member|countries|side)", scene.text[last:]):
            return None
        office = _office(word)
        actors = tuple(self._acting(s, office, word, start) for s in states)
        return _made(start, last, distinct(actors), 0.7)

    def _acting(self, state: Actor, office: str, word: str, at: int) -> Actor:
        """The person who acts for a state in an office: of the text, of the table; else the state."""
        fits = self._kind_of(word)
        if any(p in word for p in _PORTFOLIOS):
            return state
        for actor in self.group:
            if actor.state == state.id and fits(actor) and self._serves(actor, office):
                return actor
        return self.scene.holder(state.id, office, at) or state

    def _serves(self, actor: Actor, office: str) -> bool:
        """Whether a person may be the minister of defence, where those are meant."""
        if office != "defence-minister":
            return True
        return office in self.scene.ever_held(actor) or "defen" in (actor.role or "").lower()


def _office(word: str) -> str:
    """The office of "ministers", "presidents", "advisors"; of ministers alone the foreign ones'."""
    for told, office in _OFFICES:
        if told in word:
            return office
    return "leader"


def _made(start: int, end: int, actors: tuple[Actor, ...], score: float) -> Mention | None:
    return Mention(start, end, "collective", actors, score) if actors else None
