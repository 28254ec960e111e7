"""The pronouns of several: "they", "their", "them"."""

from __future__ import annotations

import itertools
import re

from verbale.document import Span
from verbale.layers import Mention
from verbale.link.people.group import one_a_state
from verbale.link.people.scene import Scene
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["They"]

_CONTACT = re.compile(
    r"\b(?:met|meet|meeting|spoke|spoken|talk(?:s|ed)?|call(?:ed)?|conversations?|convened?|discuss\w*|"
    r"exchang\w+|conference|negotiations|summit|consult\w+|welcomed|received|hosted|joined)\b"
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


class They:
    """Leads "they" to several actors or to a state; `group` are those whom the text is about."""

    def __init__(self, scene: Scene, group: tuple[Actor, ...]) -> None:
        self.scene, self.group = scene, group
        self._blocked = -1  # the sentence whose "they" are a crowd

    def resolve(self, start: int, end: int, word: str) -> Mention | None:
        """ "They", "their", "them"."""
        scene = self.scene
        at = scene.sentence(start)
        here = self._group_of(at, start)
        if here is not None:
            return _made(start, end, here.actors, 0.75, here)
        if self._blocked == at or self._crowd(at, start):
            self._blocked = at
            return None
        about = scene.subject(at, start)
        if about is not None and about.actors[0].kind != "person":
            return _made(start, end, about.actors, 0.6, about)
        for back in (1, 2):
            if at < back:
                break
            if self._crowd(at - back, scene.sentences[at - back].end):
                return None
            found = self._group_of(at - back, None)
            if found is not None:
                return _made(start, end, found.actors, 0.7, found)
            about = self._other_than_us(at - back)
            if about is not None and about.actors[0].kind == "state" and back == 1:
                return _made(start, end, about.actors, 0.55, about)
        if len(self.group) >= 2 and word == "they" and scene.turn(start) is None:
            return _made(start, end, self.group, 0.55)
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
        people = one_a_state(inside, scene)
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


def _made(
    start: int, end: int, actors: tuple[Actor, ...], score: float, source: Mention | None = None
) -> Mention | None:
    where = Span(source.start, source.end) if source else None
    return Mention(start, end, "pronoun", actors, score, where) if actors else None


def _first_person(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is "we", whom "they" never means."""
    return scene.text[mention.start : mention.end].lower() in ("we", "our", "us")
