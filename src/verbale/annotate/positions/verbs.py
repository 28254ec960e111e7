"""Stances that verbs and predicates take: "opposes", "is committed to", "can never"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.positions.holding import own, uncertain
from verbale.annotate.positions.judged import forbidden, judged
from verbale.annotate.positions.lexicon import (
    DENIED,
    DENIED_TO,
    OPPOSES,
    PREDICATES,
    SUPPORTS,
    TURNED,
)
from verbale.annotate.positions.objects import (
    after_to,
    idle,
    object_of,
    oblique,
    praised_for,
    principle,
)
from verbale.annotate.positions.standing import beside, in_favour, standing
from verbale.annotate.positions.stands import Stand, issue_span
from verbale.clauses import Clause, bearers, clauses, wondered
from verbale.document import Document, Span
from verbale.layers import Sentence
from verbale.lookup import mention_at
from verbale.records import Actor, Stance
from verbale.voices import doers

__all__ = ["stands"]


def stands(document: Document, sentence: Sentence) -> Iterator[Stand]:
    """Stances of the verbs and predicates of a sentence, in text order."""
    for clause in clauses(sentence):
        told = forbidden(document, clause) or judged(document, clause)
        if told is not None:
            yield told
            continue
        found = _stance(document, clause)
        if found is None or not own(clause) or wondered(clause):
            continue
        stance, issue = found
        if clause.lemma in PREDICATES and clause.passive:
            holders = bearers(document, clause)
        else:
            holders = doers(document, clause)
        if holders:
            yield _stand(clause, stance, holders, issue)


def _stand(clause: Clause, stance: Stance, holders: tuple[Actor, ...], issue: int) -> Stand:
    sentence = clause.sentence
    verb, about = sentence.words[clause.verb], issue_span(sentence, issue)
    start = min(verb.start, about.start)
    if clause.subject is not None and clause.subject < clause.verb:
        between = sentence.words[clause.subject : clause.verb]
        if len(between) < 8:
            start = min(start, between[0].start)
    return Stand(
        sentence, stance, holders, issue, about, Span(start, max(verb.end, about.end)), 0.65
    )


def _stance(document: Document, clause: Clause) -> tuple[Stance, int] | None:
    """The stance of a clause and the head of its issue; a negation turns it."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    word = sentence.words[verb]
    if verb and sentence.words[verb - 1].text in ("-", "–"):
        return None  # "an Avarian-backed group"
    found: Stance | None = None
    issue: int | None = None
    if lemma in DENIED and clause.negated and word.upos == "VERB":
        issue = object_of(clause)
        return None if issue is None else ("opposes", issue)
    if lemma in DENIED_TO and clause.negated and word.upos == "VERB":
        issue = oblique(clause, "to") or after_to(clause)
        noun = issue is not None and sentence.words[issue].upos != "VERB"
        return ("opposes", issue) if issue is not None and noun else None
    if uncertain(clause):
        return None
    if lemma in PREDICATES and (word.upos != "VERB" or lemma in ("commit", "oppose")):
        issue = oblique(clause, "to", "of") or after_to(clause)
        found = PREDICATES[lemma] if issue is not None else None
        if issue is not None and lemma in ("commit", "committed"):
            found = found if principle(sentence, issue) else None
    if found is None and word.upos != "VERB":
        return beside(document, clause) or in_favour(clause)
    if found is None and lemma in SUPPORTS | OPPOSES and clause.passive:
        issue = clause.subject if named_agent(document, clause) else None
        if issue is None or idle(document, clause, issue):
            return None
        found = "supports" if lemma in SUPPORTS else "opposes"
    if found is None and lemma in SUPPORTS | OPPOSES:
        issue = object_of(clause)
        found = "supports" if lemma in SUPPORTS else "opposes"
        if issue is None or idle(document, clause, issue):
            return None
        issue = praised_for(document, clause, issue)
    if found is None:
        found, issue = standing(clause)
    if found is None or issue is None:
        return None
    return (TURNED[found] if clause.negated else found), issue


def named_agent(document: Document, clause: Clause) -> bool:
    """Whether "by" leads to an actor that is named: "was condemned by X"."""
    sentence = clause.sentence
    if sentence.words[clause.verb].deprel == "acl:relcl":
        return False
    for child in clause.objects("obl"):
        cases = {sentence.words[c].lemma for c in sentence.children(child, "case")}
        named = mention_at(document, sentence.words[child].start)
        if "by" in cases and named is not None and named.actors:
            return True
    return False
