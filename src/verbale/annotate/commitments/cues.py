"""Undertakings that a verb or predicate tells: "agreed to", "is ready to", "calls on X to"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.commitments.accords import agreed
from verbale.annotate.commitments.pledges import given, promised
from verbale.annotate.commitments.readiness import ready
from verbale.annotate.commitments.requests import asked
from verbale.annotate.commitments.undertaking import (
    Undertaking,
    idle,
    several,
    undertaking,
)
from verbale.clauses import Clause, actors_of, bearers, clauses, wondered
from verbale.document import Document
from verbale.layers import Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor, Force
from verbale.voices import doers, voice

__all__ = ["told"]


def told(document: Document, sentence: Sentence) -> Iterator[Undertaking]:
    """Undertakings of the verbs and predicates of a sentence, in text order."""
    for clause in clauses(sentence):
        if clause.negated or _supposed(clause) or wondered(clause):
            continue
        found = ready(clause) or promised(clause) or given(clause) or asked(document, clause)
        if found is None:
            yield from agreed(document, clause)
            continue
        force, verb = found
        by = _by(document, clause, force)
        if not by or _of_a_thing(sentence, clause, verb) or idle(sentence, verb):
            continue
        if force == "pledged" and several(by):
            force = "agreed"
        to = _addressed(document, clause, verb, by) if force in ("urged", "proposed") else ()
        yield undertaking(sentence, force, by, to, clause.verb, verb, clause.subject)


def _supposed(clause: Clause) -> bool:
    """Whether a clause is only supposed: "if X agrees to", "may call for"."""
    marks = {clause.sentence.words[c].lemma for c in clause.objects("mark")}
    if marks & {"if", "unless", "whether"}:
        return True
    unsure = clause.modals & {"can", "could", "may", "might", "should"}
    if "would" not in clause.modals or unsure:
        return bool(unsure)
    subject = clause.sentence.words[clause.subject] if clause.subject is not None else None
    polite = subject is not None and subject.text in ("I", "We", "we")
    return clause.lemma not in ("be", "like", "ready") and not polite


def _of_a_thing(sentence: Sentence, clause: Clause, action: int) -> bool:
    """Whether a clause only tells which thing is meant: "the steps that X intends to take"."""
    word = sentence.words[clause.verb]
    if word.deprel == "conj" and word.head >= 0:
        word = sentence.words[word.head]
    ends = action + 1 < len(sentence.words) and sentence.words[action + 1].upos in ("ADP", "PUNCT")
    return word.deprel == "acl:relcl" and ends and not sentence.children(action, "obj")


def _by(document: Document, clause: Clause, force: Force) -> tuple[Actor, ...]:
    """Who undertakes or asks: the subject, also of a passive that tells a state of mind."""
    if not clause.passive:
        return doers(document, clause)
    if force in ("pledged", "ready"):
        return bearers(document, clause)
    return doers(document, clause) or voice(document, clause.sentence, clause.verb)


def _addressed(
    document: Document, clause: Clause, action: int, by: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Who is asked: the actors named between the cue and the action, else in the cue's object."""
    words = clause.sentence.words
    low, high = words[clause.verb].end, words[action].start
    own = {a.state or a.id for a in by}
    if low < high:
        named = (a for m in mentions_in(document, low, high) for a in m.actors)
        found = distinct(a for a in named if (a.state or a.id) not in own)
        if found:
            return found
    for child in clause.objects("obj", "obl", "iobj"):
        found = actors_of(document, clause.sentence, child)
        if found and not own & {a.state or a.id for a in found}:
            return found
    return ()
