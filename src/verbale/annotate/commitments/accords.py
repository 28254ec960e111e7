"""What sides agree or decide, or task their people with: "agreed to", "it was agreed that"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.commitments.lexicon import (
    ACTIONS,
    AGREED,
    CONTACTS,
    TASKED,
)
from verbale.annotate.commitments.undertaking import (
    Undertaking,
    complement,
    infinitive,
    several,
    undertaking,
)
from verbale.clauses import Clause, actors_of
from verbale.document import Document
from verbale.layers import PARTIES, Sentence
from verbale.records import Force
from verbale.voices import doers, main_actors

__all__ = ["agreed"]

_MODAL = frozenset(("going", "must", "need", "should", "will", "would"))


def agreed(document: Document, clause: Clause) -> Iterator[Undertaking]:
    """ "agreed to", "agreed that X will", "it was agreed to", "tasked their teams to"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    if lemma not in AGREED | TASKED or sentence.words[verb].upos != "VERB":
        return
    action = infinitive(sentence, verb, "to", "on")
    if action is not None and complement(sentence, verb, "on", "with") in _needs(sentence):
        return  # "agreed on the need to"
    by = doers(document, clause)
    if clause.passive and not by:
        by = document.get(PARTIES)[:2]
    ruled = [i for i in sentence.children(verb, "ccomp") if i > verb]
    if action is not None and ruled and ruled[0] < action:
        action = None  # "agreed that X will come to …"
    if not by and sentence.words[verb].deprel == "conj":
        by = main_actors(document, sentence)
    if action is None and lemma == "agree":
        thing = complement(sentence, verb, "on")
        if thing is not None and sentence.words[thing].lemma not in ACTIONS:
            thing = None
        to = complement(sentence, verb, "to")
        if to is not None and sentence.words[to].lemma not in CONTACTS:
            thing = to
        action = thing
    if action is None and lemma in AGREED:
        for inner in sentence.children(verb, "ccomp"):
            helping = {sentence.words[c].text.lower() for c in sentence.children(inner, "aux")}
            if sentence.words[inner].upos != "VERB":
                continue  # "agreed that this would be in their interest"
            if "have" in helping:
                continue  # "would have gained"
            if helping & _MODAL or sentence.words[inner].lemma == "go":
                action = inner
                subject = sentence.children(inner, "nsubj")
                own = actors_of(document, sentence, subject[0]) if subject else ()
                by = own if len({a.state or a.id for a in own}) == 1 else by
    if action is None or not by:
        return
    force: Force = "agreed"
    if not several(by) and lemma != "agree":
        if lemma in TASKED:
            return
        force = "pledged"
    yield undertaking(sentence, force, by, (), verb, action, clause.subject, 0.7)


def _needs(sentence: Sentence) -> set[int]:
    """Where a sentence speaks of need: what is found needful is not yet undertaken."""
    needs = ("importance", "necessity", "need")
    return {i for i, w in enumerate(sentence.words) if w.upos == "NOUN" and w.lemma in needs}
