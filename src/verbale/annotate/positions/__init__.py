"""Who supports, opposes or takes no side on what, and toward whom.

Needs SENTENCES, ACTORS, RECORDS (statements); adds to RECORDS. One record per holder set, stance and
issue: list items stay together when the stance word is shared.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.nouns import carried
from verbale.annotate.positions.lexicon import (
    ADJECTIVES,
    CARRIED,
    COURTESIES,
    NEVER,
    OPPOSES,
    SUPPORTS,
)
from verbale.clauses import Clause, actors_of, clauses, reach
from verbale.document import Document, Span
from verbale.layers import RECORDS, SENTENCES, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor, Position, Stance, Statement, document_id, evidence, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the positions, in text order."""
    ident = document_id(document.text, document.source.id)
    statements = [r for r in document.get(RECORDS) if isinstance(r, Statement)]
    records = []
    for sentence in document.get(SENTENCES):
        for stance, holders, span, issue, confidence in _stands(document, sentence):
            inside = [
                s
                for s in statements
                if any(c.start <= span.start and span.end <= c.end for c in s.content)
            ]
            narrow = min(inside, key=lambda s: s.content[0].end - s.content[0].start, default=None)
            records.append(
                identify(
                    Position(
                        document=ident,
                        evidence=evidence(document, span),
                        confidence=confidence,
                        holders=holders,
                        stance=stance,
                        issue=document.quote(issue),
                        toward=_toward(document, issue, holders),
                        statement=narrow.id if narrow else None,
                    )
                )
            )
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


Stand = tuple[Stance, tuple[Actor, ...], Span, Span, float]


def _stands(document: Document, sentence: Sentence) -> Iterator[Stand]:
    for frame in carried(document, sentence, frozenset(CARRIED)):
        # A commitment to do is a commitment; to a principle it is a position.
        if frame.noun != "commitment" or not frame.to_do:
            yield CARRIED[frame.noun], frame.owners, frame.span, frame.aim, 0.6
    for clause in clauses(sentence):
        stance = _stance(clause)
        if stance is None:
            continue
        holders = actors_of(document, sentence, clause.subject)
        if not holders or clause.passive:
            continue
        issue = _issue(sentence, clause)
        if issue is None:
            continue
        low, high = reach(sentence, clause.verb, without=("conj", "parataxis", "advcl"))
        start = min(low, issue.start)
        if clause.subject is not None:
            start = min(start, sentence.words[clause.subject].start)
        yield stance, holders, Span(start, max(high, issue.end)), issue, 0.6


def _stance(clause: Clause) -> Stance | None:
    """The stance of a verb or predicate; a negation turns it."""
    word = clause.sentence.words[clause.verb]
    lemma = clause.lemma
    if clause.modals & {"should", "must", "would", "could", "may", "can"} and lemma not in NEVER:
        return None
    found: Stance | None = None
    if word.upos == "VERB" and lemma in SUPPORTS:
        found = "supports"
    elif word.upos == "VERB" and lemma in OPPOSES:
        found = "opposes"
    elif lemma in ADJECTIVES and word.upos != "VERB":
        found = ADJECTIVES[lemma]
    elif lemma in NEVER and clause.negated:
        return "opposes"
    if found and clause.negated:
        return "opposes" if found == "supports" else "supports"
    return found


def _issue(sentence: Sentence, clause: Clause) -> Span | None:
    """The object, complement or oblique that the stance is about."""
    verb = clause.verb
    for relations in (("obj",), ("ccomp", "xcomp"), ("obl",)):
        found = sentence.children(verb, *relations)
        if found:
            if sentence.words[found[0]].lemma in COURTESIES:
                return None
            start, end = reach(sentence, found[0], without=("case", "mark"))
            return Span(start, max(end, reach(sentence, found[-1])[1]))
    return None


def _toward(document: Document, issue: Span, holders: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Actors inside the issue that are not the holders themselves."""
    own = {h.id for h in holders} | {h.state for h in holders}
    inside = mentions_in(document, issue.start, issue.end)
    named = (a for m in inside for a in m.actors)
    return distinct(a for a in named if a.id not in own and (a.state or a.id) not in own)[:1]
