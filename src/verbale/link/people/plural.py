"""Both at once, or all: "they", "the two sides", "both ministers", "the leaders of A and B"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from verbale.document import Span
from verbale.layers import Mention
from verbale.link.people.scene import HEADS, Scene
from verbale.link.people.voice import Voice
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Plural"]

_CONTACT = re.compile(
    r"\b(?:met|meet|meeting|spoke|spoken|talk(?:s|ed)?|call(?:ed)?|conversations?|convened?|discuss\w*|"
    r"exchang\w+|conference|negotiations|summit|consult\w+|welcomed|received|hosted|joined)\b"
)
_TOOK_PART = re.compile(
    r"\b[Pp]articipants\b[^.]{0,40}\b(?:included|were|are)\b|\b(?:was|were) (?:also )?(?:attended|joined) by\b"
)
# Leaders of many states at once, after whom "the leaders" are no two persons.
_MANY = re.compile(
    r"\b(?:European|[Ww]orld|[Aa]llied|other|[A-Z]+\d+|[A-Z]{4,})\s+leaders\b|\bleaders\s+of\s+(?:the\s+)?(?:[A-Z]+\d+|[A-Z]{4,}|other|all)\b"
)
# People who are no actors of the record: "they" may mean them.
_CROWDS = frozenset(
    """
    allies authorities children citizens civilians companies components countries experts fighters
    forces governments groups journalists members militants nations officials partners people peoples powers
    refugees representatives residents soldiers states students troops units workers
    """.split()
)
# "the people of Avaria as they": a crowd a word or two before.
_CROWD_NEAR = re.compile(r"\b(?P<crowd>\w+)(?:\s+\w+){0,1}\s+$")
_PORTFOLIOS = ("energy", "finance", "trade", "economy")


class Plural:
    """Leads pronouns and nouns of several to those whom they mean."""

    def __init__(self, scene: Scene, voice: Voice) -> None:
        self.scene, self.voice = scene, voice
        self.group = self._main_group()
        self._listed = any(_TOOK_PART.search(scene.text[s.start : s.end]) for s in scene.sentences)
        self._blocked = -1  # the sentence whose "they" are a crowd

    def _main_group(self) -> tuple[Actor, ...]:
        """The persons of the contact that the text is about, as its opening or a list tells them."""
        scene = self.scene
        for at, sentence in enumerate(scene.sentences):
            if _TOOK_PART.search(scene.text[sentence.start : sentence.end]):
                listed = _persons(scene.in_sentence(at))
                if len(listed) >= 2:
                    host = _persons(scene.between(0, sentence.start))[:1]
                    return distinct((*host, *listed))
        for index in range(min(4, len(scene.sentences))):
            persons = _one_a_state(scene.in_sentence(index), scene)
            if len(persons) >= 2:
                return persons
        return ()

    # Pronouns.

    def they(self, start: int, end: int, word: str) -> Mention | None:
        """ "They", "their", "them"."""
        scene = self.scene
        at = scene.sentence(start)
        here = self._group_of(at, start)
        if here is not None:
            return self._made(start, end, "pronoun", here.actors, 0.75, here)
        if self._blocked == at or self._crowd(at, start):
            self._blocked = at
            return None
        about = scene.subject(at, start)
        if about is not None and about.actors[0].kind != "person":
            return self._made(start, end, "pronoun", about.actors, 0.6, about)
        for back in (1, 2):
            if at < back:
                break
            if self._crowd(at - back, scene.sentences[at - back].end):
                return None
            found = self._group_of(at - back, None)
            if found is not None:
                return self._made(start, end, "pronoun", found.actors, 0.7, found)
            about = self._other_than_us(at - back)
            if about is not None and about.actors[0].kind == "state" and back == 1:
                return self._made(start, end, "pronoun", about.actors, 0.55, about)
        if len(self.group) >= 2 and word == "they" and scene.turn(start) is None:
            return self._made(start, end, "pronoun", self.group, 0.55)
        return None

    def _other_than_us(self, index: int) -> Mention | None:
        """The subject of a sentence; where that is "we", the one other state that it names."""
        scene = self.scene
        about = scene.subject(index)
        if about is None or not _first_person(scene, about):
            return about
        own = {a.id for a in about.actors}
        others = [
            m for m in scene.in_sentence(index) if m.form == "state" and m.actors[0].id not in own
        ]
        return others[-1] if len({m.actors[0].id for m in others}) == 1 else None

    def _group_of(self, index: int, before: int | None) -> Mention | None:
        """The several that a sentence is about: its subject, a collective, or those in contact."""
        scene = self.scene
        subject = scene.subject(index, before)
        if subject is not None and len(subject.actors) > 1 and not _first_person(scene, subject):
            return subject
        inside = [
            m
            for m in scene.in_sentence(index, before)
            if scene.quote(m.start) is None and not _first_person(scene, m)
        ]
        collectives = [m for m in inside if len(m.actors) > 1]
        if collectives and (
            subject is None or subject.actors[0].kind != "person" or before is None
        ):
            return self._with_subject(index, before, collectives[-1])
        pair = self._pair(inside) if subject is None else None
        if pair is not None:
            return pair
        people = _one_a_state(inside, scene)
        sentence = scene.sentences[index]
        if len(people) >= 2 and _CONTACT.search(
            scene.text[sentence.start : before or sentence.end]
        ):
            if before is None and len(people) > 2 and len(self.group) == 2:
                return None
            return Mention(inside[0].start, inside[-1].end, "collective", people, 0.65)
        return None

    def _with_subject(self, index: int, before: int | None, others: Mention) -> Mention:
        """ "Maro held a call with the other leaders": he and they, where he is of the main group."""
        sentence = self.scene.sentences[index]
        told = self.scene.text[sentence.start : before or sentence.end]
        first = self.scene.subject(index, before)
        if first is None or len(self.group) < 3 or not _CONTACT.search(told):
            return others
        ids = {a.id for a in (*first.actors, *others.actors)}
        if ids != {a.id for a in self.group}:
            return others
        return Mention(first.start, others.end, "collective", self.group, 0.65)

    def _pair(self, inside: list[Mention]) -> Mention | None:
        """The first two of a sentence that "and" joins: "Avaria and Borduria will begin their"."""
        for one, other in itertools.pairwise(inside):
            between = self.scene.text[one.end : other.start].split()
            if between in (["and"], ["and", "the"]) and len(one.actors) == len(other.actors) == 1:
                actors = distinct((*one.actors, *other.actors))
                if len(actors) == 2:
                    return Mention(one.start, other.end, "collective", actors, 0.6)
        return None

    def _crowd(self, index: int, before: int) -> bool:
        """Whether a crowd that is no actor is the subject nearest before a position."""
        sentence = self.scene.sentences[index]
        near = _CROWD_NEAR.search(self.scene.text[sentence.start : before])
        if (
            near
            and near["crowd"].lower() in _CROWDS
            and not self.scene.covered(
                sentence.start + near.start("crowd"), sentence.start + near.end("crowd")
            )
        ):
            return True
        for i in range(len(sentence.words) - 1, -1, -1):
            word = sentence.words[i]
            if word.start >= before or word.deprel.split(":")[0] != "nsubj":
                continue
            covered = any(m.start <= word.start < m.end for m in self.scene.in_sentence(index))
            return not covered and word.text.lower() in _CROWDS
        return False

    # Nouns.

    def sides(self, start: int, end: int, word: str) -> Mention | None:
        """ "The two sides", "both countries", "the parties": states."""
        return self._made(start, end, "collective", self._states(start, word), 0.75)

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
            acting = tuple(self._acting(s, "leader", word) for s in us)
            return self._made(start, end, "collective", acting, 0.6)
        return self._made(start, end, "collective", self._leaders(start, word), 0.7)

    def _leaders(self, position: int, word: str) -> tuple[Actor, ...]:
        scene = self.scene
        two = any(w in word for w in ("two", "both"))
        fits = self._kind_of(word)
        group = tuple(a for a in self.group if fits(a))
        at = scene.sentence(position)
        near = _one_a_state(scene.in_sentence(at, position), scene)
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
                "minister" in role or "secretary" in role
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
            office = "foreign-minister" if "minister" in word and "prime" not in word else "leader"
            if "president" in word:
                office = "president"
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
            return self._made(start, end, "collective", self.group[1:], 0.6)
        return None

    def of_states(self, start: int, end: int, word: str) -> Mention | None:
        """ "The leaders of Avaria and Borduria": the span grows over the states named behind it."""
        scene = self.scene
        if scene.text[end : end + 8].startswith(("the two ", "two ")):
            found = self.sides(start, end, word) if "minister" not in word else None
            actors = (
                found.actors if found else self._leaders(start, word) or self._states(start, word)
            )
            return self._made(start, end, "collective", actors, 0.65)
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
        office = (
            "foreign-minister"
            if "foreign" in word
            else "president"
            if "president" in word
            else ("prime-minister" if "prime" in word else "leader")
        )
        actors = tuple(self._acting(s, office, word) for s in states)
        return self._made(start, last, "collective", distinct(actors), 0.7)

    def _acting(self, state: Actor, office: str, word: str) -> Actor:
        """The person who acts for a state in an office: of the text, of the table; else the state."""
        fits = self._kind_of(word)
        if any(p in word for p in _PORTFOLIOS):
            return state
        for actor in self.group:
            if actor.state == state.id and fits(actor):
                return actor
        return self.scene.holder(state.id, office) or state

    def _made(
        self,
        start: int,
        end: int,
        form: str,
        actors: tuple[Actor, ...],
        score: float,
        source: Mention | None = None,
    ) -> Mention | None:
        if not actors:
            return None
        where = Span(source.start, source.end) if source else None
        kind = "pronoun" if form == "pronoun" else "collective"
        return Mention(start, end, kind, actors, score, where)  # type: ignore[arg-type]


def _persons(mentions: list[Mention]) -> tuple[Actor, ...]:
    return distinct(a for m in mentions if m.form == "name" for a in m.actors if a.kind == "person")


def _one_a_state(mentions: list[Mention], scene: Scene) -> tuple[Actor, ...]:
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


def _first_person(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is "we", whom "they" never means."""
    return scene.text[mention.start : mention.end].lower() in ("we", "our", "us")
