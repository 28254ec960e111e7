"""Stances of who speaks on what a clause says of another: "X can never have", "Y is unacceptable"."""

from __future__ import annotations

from verbale.annotate.positions.lexicon import ACCEPTED, DENIED, FORBIDDEN, REFUSED
from verbale.annotate.positions.stands import Stand, issue_span, supposed
from verbale.clauses import Clause
from verbale.document import Document, Span
from verbale.lookup import actor_at
from verbale.voices import voice

__all__ = ["forbidden", "judged"]


def forbidden(document: Document, clause: Clause) -> Stand | None:
    """ "X can never have Y", said by another: the speaker opposes it."""
    sentence = clause.sentence
    never = any(sentence.words[c].text.lower() == "never" for c in clause.objects("advmod"))
    binding = clause.modals & ({"can", "must", "should"} if never else {"can"})
    if not (clause.negated and binding) or clause.subject is None:
        return None
    if not never and clause.lemma not in FORBIDDEN:
        return None
    if clause.lemma in DENIED:
        return None
    subject = sentence.words[clause.subject]
    actors = actor_at(document, subject.start)
    speakers = voice(document, sentence, clause.verb)
    states = {a.state or a.id for a in speakers}
    if not actors or not speakers or states & {a.state or a.id for a in actors}:
        return None
    about = issue_span(sentence, clause.verb)
    return Stand(sentence, "opposes", speakers, clause.subject, about, about, 0.5)


def judged(document: Document, clause: Clause) -> Stand | None:
    """ "X is unacceptable": who says so opposes it."""
    sentence, word = clause.sentence, clause.sentence.words[clause.verb]
    issue = clause.subject
    none = issue is not None and any(
        sentence.words[d].lemma == "no" for d in sentence.children(issue, "det")
    )
    if word.lemma not in REFUSED and not (word.lemma in ACCEPTED and (clause.negated or none)):
        return None
    if issue is None or sentence.words[issue].upos == "PRON" or supposed(clause):
        return None
    speakers = voice(document, sentence, clause.verb)
    if not speakers:
        return None
    about = issue_span(sentence, issue)
    span = Span(min(about.start, word.start), max(about.end, word.end))
    return Stand(sentence, "opposes", speakers, issue, about, span, 0.5)
