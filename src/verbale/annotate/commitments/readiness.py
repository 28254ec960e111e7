"""Readiness that a verb or predicate tells: "is ready to", "looks forward to", "would like to"."""

from __future__ import annotations

from verbale.annotate.commitments.lexicon import (
    ACTIONS,
    AGENDA,
    CONTACT,
    CONTACTS,
    READY,
    READY_VERBS,
    STATIVE,
    TALK,
)
from verbale.annotate.commitments.undertaking import (
    complement,
    infinitive,
)
from verbale.clauses import Clause
from verbale.records import Force

__all__ = ["ready"]

_OCCASIONS = frozenset(("chance", "moment", "occasion", "opportunity"))


def ready(clause: Clause) -> tuple[Force, int] | None:
    """ "is ready to", "stands ready to", "looks forward to", "would like to"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    words = sentence.words
    cue = None
    told = words[verb].text.lower() in READY
    if told or (lemma in READY and words[verb].upos == "ADJ"):
        cue = verb
    elif lemma in ("be", "remain", "stand", "stay"):
        near = range(verb + 1, min(verb + 4, len(words)))
        cue = next((i for i in near if words[i].text.lower() in READY), None)
    if cue is not None:
        action = infinitive(sentence, cue, "to", "in", "for", far=5)
        if action is None and words[cue].text.lower() in ("open", "ready", "prepared"):
            action = complement(sentence, cue, "to", "for")
        if action is None:
            thing = complement(sentence, cue, "in")
            action = thing if thing is not None and words[thing].lemma in ACTIONS else None
        talk = action is not None and words[action].upos == "VERB" and words[action].lemma in TALK
        return None if action is None or talk else ("ready", action)
    if lemma not in READY_VERBS or words[verb].upos != "VERB" or verb + 2 >= len(words):
        return None
    first_person = clause.subject is not None and words[clause.subject].text == "I"
    if words[verb + 1].lemma != READY_VERBS[lemma] or (lemma == "look" and first_person):
        return None
    if lemma == "like" and "would" not in clause.modals:
        return None
    if lemma in ("want", "wish") and _idle_wish(clause):
        return None
    action = infinitive(sentence, verb, "to", far=5)
    if action is None and lemma == "look":
        thing = complement(sentence, verb + 1, "to")
        if (
            thing is not None
            and words[thing].text.endswith("ing")
            and words[thing].lemma not in CONTACTS
        ):
            action = thing  # a gerund that syntax took for a noun
    seen = action is not None and lemma == "hope" and words[action].lemma == "see"
    if action is None or (words[action].lemma in TALK and not seen):
        return None
    if lemma in ("like", "want", "wish") and words[action].lemma in AGENDA:
        return None  # what one would like to talk of
    if any(words[i].lemma in _OCCASIONS for i in sentence.children(action, "obj")):
        return None  # "I want to use the moment to"
    return "ready", action


def _idle_wish(clause: Clause) -> bool:
    """Whether what is wanted is one person's wish to say, or no deed."""
    sentence = clause.sentence
    subject = sentence.words[clause.subject].text.lower() if clause.subject is not None else "i"
    action = infinitive(sentence, clause.verb, "to", far=5)
    if subject in ("he", "i", "it", "she", "they", "who", "you") or action is None:
        return True
    return sentence.words[action].lemma in (STATIVE - {"have"}) | CONTACT | {"hear", "look"}
