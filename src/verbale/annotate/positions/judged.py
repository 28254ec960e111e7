"""Stances of who speaks on what a clause says of another: "X can never have", "Y is unacceptable"."""

from __future__ import annotations

from verbale.annotate.positions.lexicon import DENIED, FORBIDDEN, REFUSED
from verbale.annotate.positions.stands import Stand, issue_span, supposed
from verbale.clauses import Clause
from verbale.document import Document, Span
from verbale.lookup import actor_at
from verbale.records import Stance
from verbale.voices import doers, voice

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
    """ "X is unacceptable", "there is no alternative to X": who says so opposes or supports it."""
    sentence, word = clause.sentence, clause.sentence.words[clause.verb]
    refused = word.lemma in REFUSED or (
        word.lemma in ("acceptable", "admissible") and clause.negated
    )
    stance: Stance = "opposes" if refused else "supports"
    issue = clause.subject if refused else _without_alternative(clause)
    if issue is None or sentence.words[issue].upos == "PRON" or supposed(clause):
        return None
    speakers = voice(document, sentence, clause.verb)
    if not refused and clause.lemma == "see":
        speakers = doers(document, clause) or speakers
    if not speakers:
        return None
    about = issue_span(sentence, issue)
    span = Span(min(about.start, word.start), max(about.end, word.end))
    return Stand(sentence, stance, speakers, issue, about, span, 0.5)


def _without_alternative(clause: Clause) -> int | None:
    """What "no alternative to" leads to, where a clause tells or sees none."""
    sentence = clause.sentence
    if clause.lemma not in ("be", "have", "see"):
        return None
    for child in clause.objects("obj", "nsubj"):
        dets = {sentence.words[d].text.lower() for d in sentence.children(child, "det")}
        if sentence.words[child].lemma == "alternative" and "no" in dets:
            for aim in sentence.children(child, "acl", "nmod"):
                cases = {sentence.words[c].lemma for c in sentence.children(aim, "case", "mark")}
                if "to" in cases:
                    return aim
    return None
