"""Pronouns of one: "he", "she", "his", "him", and "it" of a state."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.data.names import words_of
from verbale.document import Span
from verbale.layers import ENTITIES, Entity, Mention
from verbale.link.people.scene import Scene
from verbale.link.people.voice import Voice
from verbale.records import Actor

__all__ = ["Singular"]

# Given names of women in office, for "she"; names in -ova, -eva, -ska, -skaya are taken by their ending.
_WOMEN = frozenset(
    """
    adrienne alexandra alice amy angela anita annalena anne annegret arancha
    audrey barbara beata bidhya brigitte brooke caroline carolyn catherine cecilia
    christia christine chrystia chunying claire claudia condoleezza cristina dalia deb
    denise diana dilma droupadi ekaterina elena elina elizabeth ellen emine emma erna
    eva evika ewa fatima federica fenglian francesca gabriela geun-hye gina giorgia gita
    gloria hanna heather helen helga helle hillary ilse ines ing-wen ingrid irina isabel
    iulia jacinda janet jeanine jen jennifer jill josephine joyce jueting julia julie
    justyna kaja kamala karin karine karoline katalin katarina katerina katherine katie
    kelly kersti kristalina kristi kyung-wha laura laurie lesia linda lisa liz lori
    luisa madeleine madeline magdalena maia margaret maria marie marina marise marta
    mary maryam maryna melania melanie melita mette mia michelle milena mina monica
    morgan mélanie nadia najla naledi nancy natalia nataliia natalya natasha ngozi nikki
    ning nirmala oksana olena olga olha paetongtarn pam park patricia paula pauline
    penelope penny pratibha rachel raisa rebecca renata retno roberta sabrina salome
    samantha samia sanae sandra sanna sarah saule sheikh sheikha sherri silvia sofia
    son-hui sonia sophie stella stephanie susan sushila sushma svetlana tamara tammy
    tarja tatiana tatyana teodora teresa theresa tulsi ursula valentina vera veronica
    victoria viktoriya viola vivian wendy yoko yongqian yulia yuliia yvette yvonne
    zainab zhanna zuzana
    """.split()
)
# Titles of women.
_CALLED = re.compile(
    r"\b(?:Chairwoman|Duchess|First Lady|Madame?|Mrs|Ms|Princess|Queen|Spokeswoman)\b",
    re.IGNORECASE,
)
# "thanked her for his": whom one thanks is whose support it is.
_THANKED = re.compile(
    r"\b(?:thank(?:s|ed|ing)?|congratulat\w+|prais\w+|commend\w+|grateful to)\b[^.;]{3,120}\b(?:for|on)\b(?:\s+\w+){0,2}\s*$"
)
_INVITED = re.compile(r"\binvit\w+\b[^.;]*\b(?:which|and)\s*$")
_SUBJECTS_OF_IT = frozenset(("state", "organization"))
# Verbs that only an actor does, and helping verbs with which "it" undertakes or is asked.
_ACTS = frozenset(
    """
    accept accuse agree announce appreciate argue assert back believe call claim condemn
    decide declare demand deny expect express hope insist intend oppose pledge plan promise
    propose reaffirm refuse reiterate reject say support threaten urge want warn welcome
    """.split()
)
_ASKED = frozenset(("must", "shall", "should", "will"))
# Sentences looked back over.
REACH = 4


class Singular:
    """Leads pronouns of one person or state to whom they mean."""

    def __init__(self, scene: Scene, voice: Voice) -> None:
        self.scene, self.voice = scene, voice
        document = scene.document
        self._entities: tuple[Entity, ...] = (
            document.get(ENTITIES) if document.has(ENTITIES) else ()
        )
        self._entity_at = {e.start: e for e in self._entities}

    def person(self, start: int, end: int, word: str) -> Mention | None:
        """ "He", "she", "his", "her", "him"."""
        woman = word in ("she", "her")
        speakers = {a.id for a in self.voice.speaker(start)}
        for mention in self._candidates(start, word):
            actor = mention.actors[0]
            if len(mention.actors) > 1 or actor.kind != "person" or actor.id in speakers:
                continue
            if (is_woman(actor) or self._called_her(mention)) == woman:
                return _made(start, end, actor, 0.75, mention)
        return self._antecedent(start, end)

    def _candidates(self, start: int, word: str) -> Iterator[Mention]:
        scene = self.scene
        at = scene.sentence(start)
        lead = scene.text[scene.sentences[at].start : start]
        here = scene.subject(at, start)
        inside = [m for m in reversed(scene.in_sentence(at, start)) if len(m.actors) == 1]
        others = [m for m in inside if here is None or m.actors[0].id != here.actors[0].id]
        objects = [m for m in others if m.actors[0].kind == "person"]
        if word == "him" or (
            _THANKED.search(lead) if word in ("his", "her") else _INVITED.search(lead)
        ):
            yield from objects
            if word == "him":
                here = None
        if here is not None:
            yield here
        for back in range(1, REACH + 1):
            found = scene.subject(at - back) if at >= back else None
            if found is not None:
                yield found
            if back == 1 and at:
                yield from scene.subjects(at - 1)[1:]
        yield from list(scene.persons_before(start))[:6]

    def _called_her(self, mention: Mention) -> bool:
        """Whether a possessive says "her" of a name before it: "X met her counterpart", nobody between."""
        scene = self.scene
        sentence = scene.sentences[scene.sentence(mention.start)]
        for word in sentence.words:
            if word.start < mention.end or word.text.lower() != "her":
                continue
            between = scene.between(mention.end, word.start)
            near = all(m.actors[0].kind != "person" for m in between if m.actors)
            return near and word.deprel == "nmod:poss" and mention.form != "pronoun"
        return False

    def _antecedent(self, start: int, end: int) -> Mention | None:
        """What the reader's coreference says, where salience has nothing."""
        entity = self._entity_at.get(start)
        if entity is None or entity.antecedent is None:
            return None
        target = self._entities[entity.antecedent]
        for mention in self.scene.between(target.start, target.end):
            return Mention(
                start, end, "pronoun", mention.actors, 0.5, Span(mention.start, mention.end)
            )
        return None

    def thing(self, start: int, end: int) -> Mention | None:
        """ "It" as a subject that acts: the state or organization that the words before are about."""
        scene = self.scene
        at = scene.sentence(start)
        sentence = scene.sentences[at]
        index = sentence.word_at(start)
        if index is None:
            return None
        word = sentence.words[index]
        if word.deprel != "nsubj" or word.head < 0:
            return None
        verb = sentence.words[word.head]
        helped = {sentence.words[i].lemma for i in sentence.children(word.head, "aux")}
        passive = sentence.children(word.head, "aux:pass")
        if verb.upos != "VERB" or passive or not (verb.lemma in _ACTS or helped & _ASKED):
            return None
        for found in (scene.subject(at, start), scene.subject(at - 1) if at else None):
            if found is not None and len(found.actors) == 1:
                actor = found.actors[0]
                if actor.kind in _SUBJECTS_OF_IT:
                    return Mention(
                        start, end, "pronoun", (actor,), 0.6, Span(found.start, found.end)
                    )
                return None
        return None


def is_woman(actor: Actor) -> bool:
    """Whether a person is a woman, by the given name or the ending of the family name."""
    words = words_of(actor.name)
    titled = _CALLED.search(actor.role or "") is not None
    ending = actor.name.lower().endswith(("ova", "eva", "ska", "skaia", "skaya"))
    return titled or ending or any(w in _WOMEN for w in words)


def _made(start: int, end: int, actor: Actor, score: float, source: Mention) -> Mention:
    return Mention(start, end, "pronoun", (actor,), score, Span(source.start, source.end))
