"""Who undertakes, offers or asks for a course of action.

Needs SENTENCES, ACTORS, PARTIES, TIMES; adds to RECORDS. One record per cue clause: coordinated verb
phrases under one cue stay together.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.commitments.lexicon import (
    AGREED,
    CARRIED,
    CONTACT,
    OBLIGED,
    PLEDGED,
    PROPOSED,
    READY,
    READY_VERBS,
    URGED,
)
from verbale.annotate.nouns import carried
from verbale.clauses import Clause, actors_of, clauses, reach
from verbale.document import Document, Span
from verbale.layers import PARTIES, RECORDS, SENTENCES, TIMES, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor, Commitment, Force, document_id, evidence, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the commitments, in text order."""
    ident = document_id(document.text, document.source.id)
    records = []
    for sentence in document.get(SENTENCES):
        taken: list[Span] = []
        for force, by, to, span, action in _undertakings(document, sentence):
            if any(t.covers(span) or span.covers(t) for t in taken):
                continue
            taken.append(span)
            records.append(
                identify(
                    Commitment(
                        document=ident,
                        evidence=evidence(document, span),
                        confidence=0.6,
                        by=by,
                        to=to,
                        action=document.quote(action),
                        due=_due(document, action),
                        force=force,
                    )
                )
            )
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


Undertaking = tuple[Force, tuple[Actor, ...], tuple[Actor, ...], Span, Span]


def _undertakings(document: Document, sentence: Sentence) -> Iterator[Undertaking]:
    for frame in carried(document, sentence, frozenset(CARRIED)):
        if frame.to_do:
            force = CARRIED[frame.noun]
            if force == "pledged" and len({a.state or a.id for a in frame.owners}) > 1:
                force = "agreed"
            others = _others(document, frame.owners)
            yield force, frame.owners, others, frame.span, frame.aim
    for clause in clauses(sentence):
        if clause.subject is None or clause.negated:
            continue
        found = _force(clause)
        if found is None:
            continue
        force, action = found
        if sentence.words[action].lemma in CONTACT:
            continue
        by = actors_of(document, sentence, clause.subject)
        if not by:
            continue
        pronoun = sentence.words[clause.subject].text.lower() in ("i", "he", "she", "it", "you")
        if force == "pledged" and pronoun and "will" in clause.modals:
            continue  # what one person will do next is talk, not an undertaking of a side
        if force == "pledged" and len({a.state or a.id for a in by}) > 1:
            force = "agreed"
        if force == "proposed" and clause.modals & OBLIGED:
            by = _speaker(document, sentence, clause) or by
        start, end = reach(sentence, action, without=("mark", "nsubj", "aux"))
        span = Span(min(start, sentence.words[clause.subject].start), end)
        yield (
            force,
            by,
            _partners(document, sentence, clause, force, by, span),
            span,
            Span(start, end),
        )


def _force(clause: Clause) -> tuple[Force, int] | None:
    """The force of a clause and the index of the verb of the action."""
    sentence, verb = clause.sentence, clause.verb
    word, lemma = sentence.words[verb], clause.lemma
    inner = sentence.children(verb, "xcomp") + sentence.children(verb, "ccomp", "advcl", "acl")
    if lemma in READY and word.upos in ("ADJ", "VERB") and inner:
        return "ready", inner[0]
    if word.upos != "VERB" or clause.passive:
        return None
    to_do = [
        i
        for i in inner
        if any(sentence.words[m].lemma == "to" for m in sentence.children(i, "mark"))
    ]
    if lemma in AGREED and to_do:
        return "agreed", to_do[0]
    if lemma in PLEDGED and to_do:
        return "pledged", to_do[0]
    if lemma in READY_VERBS and to_do:
        return "ready", to_do[0]
    if lemma in URGED and (to_do or sentence.children(verb, "obl", "obj")):
        targets = to_do or sentence.children(verb, "obl", "obj")
        return "urged", targets[0]
    if lemma in PROPOSED and inner:
        return "proposed", inner[0]
    if clause.modals & OBLIGED:
        return "proposed", verb
    if "will" in clause.modals and lemma not in ("be", "have"):
        return "pledged", verb
    return None


def _speaker(document: Document, sentence: Sentence, clause: Clause) -> tuple[Actor, ...]:
    """Who says that all should: the subject of the verb that governs the clause."""
    word = sentence.words[clause.verb]
    if word.head >= 0 and word.deprel in ("ccomp", "parataxis"):
        for child in sentence.children(word.head, "nsubj"):
            return actors_of(document, sentence, child)
    governed = sentence.children(clause.verb, "parataxis")
    for verb in governed:
        for child in sentence.children(verb, "nsubj"):
            return actors_of(document, sentence, child)
    return ()


def _partners(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    force: Force,
    by: tuple[Actor, ...],
    span: Span,
) -> tuple[Actor, ...]:
    """Who is asked, or the partner: named in the clause, else the other party of the text."""
    if force == "urged":
        for child in clause.objects("obj", "obl"):
            asked = actors_of(document, sentence, child)
            if asked:
                return asked
    own = {a.state or a.id for a in by}
    named = distinct(
        a
        for m in mentions_in(document, span.start, span.end)
        for a in m.actors
        if (a.state or a.id) not in own
    )
    if named:
        return named[:1]
    return _others(document, by)


def _others(document: Document, by: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The other party of the text, where one side undertakes."""
    own = {a.state or a.id for a in by}
    parties = document.get(PARTIES) if document.has(PARTIES) else ()
    return tuple(p for p in parties if p.id not in own)[:1] if len(own) == 1 else ()


def _due(document: Document, action: Span) -> str | None:
    """A time within the action that is a deadline or lies ahead."""
    for time in document.get(TIMES):
        if action.start <= time.start and time.end <= action.end and time.edtf:
            return time.edtf
    return None
