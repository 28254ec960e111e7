"""Who undertakes, offers or asks for a course of action.

Needs SENTENCES, ACTORS, PARTIES, SIDE, TIMES, RECORDS (statements); adds to RECORDS. One record per
cue clause: coordinated verb phrases under one cue stay together.
"""

from __future__ import annotations

from verbale.annotate.commitments.cues import told
from verbale.annotate.commitments.lexicon import CONTACT, CONTACTS, MET, URGED
from verbale.annotate.commitments.modals import foretold
from verbale.annotate.commitments.nominal import carried_by_nouns
from verbale.annotate.commitments.partners import partners
from verbale.annotate.commitments.undertaking import Undertaking
from verbale.clauses import asked
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, RECORDS, SENTENCES, TIMES, Sentence
from verbale.records import Commitment, Record, document_id, evidence, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the commitments, in text order."""
    ident = document_id(document.given, document.source.id)
    records: list[Record] = []
    for sentence in document.get(SENTENCES):
        if asked(document, sentence):
            continue
        records += [_record(document, ident, u) for u in _undertakings(document, sentence)]
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _record(document: Document, ident: str, found: Undertaking) -> Record:
    return identify(
        Commitment(
            document=ident,
            evidence=evidence(document, found.span),
            confidence=found.confidence,
            by=found.by,
            to=found.to or partners(document, found),
            action=document.quote(found.action),
            due=_due(document, found.action),
            force=found.force,
        )
    )


def _undertakings(document: Document, sentence: Sentence) -> list[Undertaking]:
    """The undertakings of a sentence; what lies within the action of another belongs to it."""
    candidates = [
        *carried_by_nouns(document, sentence),
        *told(document, sentence),
        *foretold(document, sentence),
    ]
    candidates.sort(key=lambda u: (_depth(sentence, u.cue), u.span.start))
    kept: list[Undertaking] = []
    for found in candidates:
        if _is_contact(sentence, found.verb):
            continue
        if any(_belongs(sentence, found, other) for other in kept):
            continue
        kept.append(found)
    return sorted(kept, key=lambda u: (u.span.start, u.span.end))


def _is_contact(sentence: Sentence, verb: int) -> bool:
    """Whether an action is a coming contact: "visit", "hold a meeting", "that a call be held"."""
    lemma = sentence.words[verb].lemma
    objects = [sentence.words[i] for i in sentence.children(verb, "obj")]
    if lemma == "meet" and any(w.lemma in MET for w in objects):
        return False
    if lemma == "see" and any(w.upos == "NOUN" for w in objects):
        return False  # "hope to see more exchanges"
    if lemma in CONTACT and sentence.words[verb].upos == "VERB":
        return True
    if lemma not in ("arrange", "conduct", "have", "hold", "make", "organise", "organize", "pay"):
        return False
    things = [sentence.words[t].lemma for t in sentence.children(verb, "obj", "nsubj")]
    if lemma == "have" and "exchange" in things:
        return True  # "have an exchange of views"
    return bool(CONTACTS & set(things))


def _depth(sentence: Sentence, index: int) -> int:
    depth = 0
    while sentence.words[index].head >= 0 and depth < len(sentence.words):
        index, depth = sentence.words[index].head, depth + 1
    return depth


def _belongs(sentence: Sentence, inner: Undertaking, outer: Undertaking) -> bool:
    """Whether an undertaking is only how another goes on: in its action, or coordinated with it."""
    if inner.verb == outer.verb or inner.action == outer.action:
        return True
    own_subject = bool(sentence.children(inner.cue, "nsubj"))
    if outer.action.covers(inner.action) or outer.action.meets(inner.action):
        return not own_subject or sentence.words[inner.cue].head in (outer.cue, outer.verb)
    cues = {sentence.words[inner.cue].lemma, sentence.words[outer.cue].lemma}
    joined = sentence.words[inner.cue].head in (outer.cue, outer.verb) and not cues <= URGED
    again = {sentence.words[c].text.lower() for c in sentence.children(inner.cue, "nsubj")}
    same = not own_subject or bool(again & {"they", "we"})
    return joined and same and inner.force == outer.force and inner.by == outer.by


def _due(document: Document, action: Span) -> str | None:
    """A time within the action that is a deadline or lies ahead."""
    (day,) = document.get(DOCUMENT_DATE)
    for time in document.get(TIMES):
        if not (action.start <= time.start and time.end <= action.end and time.edtf):
            continue
        if day.anchor is None or time.last is None or time.last >= day.anchor:
            return time.edtf
    return None
