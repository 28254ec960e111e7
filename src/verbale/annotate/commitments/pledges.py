"""What one side binds itself to: "pledged to", "is committed to", "announced a package"."""

from __future__ import annotations

from verbale.annotate.commitments.lexicon import (
    ACTIONS,
    AGENDA,
    GIVEN,
    GIVING,
    HANDED,
    PLEDGED,
    PLEDGED_STATES,
)
from verbale.annotate.commitments.undertaking import (
    complement,
    infinitive,
)
from verbale.clauses import Clause
from verbale.records import Force

__all__ = ["given", "promised"]


def promised(clause: Clause) -> tuple[Force, int] | None:
    """ "pledged to", "is committed to deepening", "is determined to"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    words = sentence.words
    word = words[verb]
    state = word.text.lower() in PLEDGED_STATES and (word.upos == "ADJ" or clause.passive)
    remaining = None
    if lemma in ("be", "remain", "stay") and word.upos == "VERB":
        near = range(verb + 1, min(verb + 4, len(words)))
        remaining = next((i for i in near if words[i].text.lower() in PLEDGED_STATES), None)
    if not (state or remaining is not None or (lemma in PLEDGED and word.upos == "VERB")):
        return None
    if clause.passive and not state:
        return None
    cue = verb if remaining is None else remaining
    action = infinitive(sentence, cue, "to", far=6)
    if (
        action is not None
        and words[action].lemma in AGENDA - {"take"}
        and words[action].upos == "VERB"
    ):
        return None  # the agenda of a contact
    if state and action is not None and words[action].lemma in ("defend", "support", "uphold"):
        return None  # a stand on what is upheld
    if action is None and words[cue].text.lower() in ("commit", "committed", "commits"):
        action = complement(sentence, cue, "to")
        if action is not None and words[action].lemma not in ACTIONS:
            return None
    return None if action is None else ("pledged", action)


def given(clause: Clause) -> tuple[Force, int] | None:
    """ "announced a new package of assistance": help that is promised."""
    sentence = clause.sentence
    word = sentence.words[clause.verb]
    if clause.lemma in HANDED and word.deprel == "ccomp" and word.text.lower().endswith("ing"):
        # "announced that it is donating": handed over from now on.
        told = sentence.words[word.head].lemma in ("announce", "declare", "share")
        return ("pledged", clause.verb) if told else None
    if clause.lemma not in GIVING or word.upos != "VERB" or clause.passive:
        return None
    for thing in clause.objects("obj"):
        near = [i for i in sentence.subtree(thing) if abs(i - thing) < 12]
        if any(sentence.words[i].lemma in GIVEN for i in near):
            return "pledged", thing
    return None
