"""A draft made a candidate: manner, date, addressee, confidence."""

from __future__ import annotations

from verbale.annotate.statements.candidate import Candidate, date_of, manner_of, side_of
from verbale.annotate.statements.draft import Draft
from verbale.annotate.statements.speakers import covering
from verbale.document import Document, Span
from verbale.layers import ATTRIBUTIONS, QUOTES
from verbale.records import Actor

__all__ = ["finished"]


def finished(document: Document, draft: Draft, told_on: bool) -> Candidate:
    cue = draft.saying.cue
    words = draft.sentence.words
    around = Span(words[cue.first].start, words[cue.last].end)
    content = tuple(_closed(document, s) for s in draft.content)
    manner = manner_of(document, content, len(draft.speakers))
    if manner == "direct" and told_on:
        manner = "mixed"
    mine = cue.subject is not None and words[cue.subject].text.lower() in ("i", "we")
    acted = cue.form == "present" and all(a.kind == "state" for a in draft.speakers)
    voiced = draft.voice.kind == "own" and (mine or acted)
    if manner == "indirect" and (voiced or (mine and draft.voice.kind == "narrator")):
        manner = "direct"
    date, basis = date_of(document, draft.sentence, content)
    return Candidate(
        content,
        (around, *_who(draft)),
        " ".join(w.text for w in words[cue.first : cue.last + 1]),
        draft.speakers,
        manner,
        date,
        side_of(document),
        _confidence(document, around),
        _addressee(document, draft),
        basis,
    )


def _closed(document: Document, span: Span) -> Span:
    """Without marks at the ends of a wholly quoted stretch."""
    start, end = span.start, span.end
    for quote in document.get(QUOTES):
        if quote.start - 1 == start and end in (quote.end, quote.end + 1):
            return Span(quote.start, quote.end)
    return Span(start, end)


def _who(draft: Draft) -> tuple[Span, ...]:
    subject = draft.saying.cue.subject
    if subject is None:
        return ()
    word = draft.sentence.words[subject]
    return (Span(word.start, word.end),)


def _addressee(document: Document, draft: Draft) -> Actor | None:
    """Whom it is said to, where the words tell one."""
    index = draft.saying.cue.complement.addressee
    if index is None:
        return None
    mention = covering(document, draft.sentence.words[index].start)
    return mention.actors[0] if mention is not None and len(mention.actors) == 1 else None


def _confidence(document: Document, cue: Span) -> float:
    """Higher where the reader's attribution has the same cue."""
    best = max(
        (a.score for a in document.get(ATTRIBUTIONS) for s in a.cue if s.meets(cue)), default=0.0
    )
    return round(0.5 + 0.4 * best, 3)
