"""Reported speech: the reader's attributions, sifted by the guide and resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.statements.candidate import Candidate, date_of, manner_of, side_of
from verbale.annotate.statements.lexicon import ACTS, PERFORMATIVE, STANCE, TOPIC
from verbale.clauses import actors_of, sentence_at, subject
from verbale.document import Document, Span
from verbale.layers import ATTRIBUTIONS, GENRE, SENTENCES, TURNS, Attribution, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = ["statements"]

_LEAD = re.compile(r"^(?:\s|that\b|[,:;]|[“\"](?=[^”\"]*$)|to the effect that)+", re.IGNORECASE)
_OWN = frozenset({"speech", "statement", "joint-statement"})


def statements(document: Document) -> Iterator[Candidate]:
    """One candidate per attribution that the guide counts and whose speaker is known."""
    sentences = document.get(SENTENCES)
    turns = document.get(TURNS)
    own = document.get(GENRE)[0].code in _OWN and not turns
    for found in document.get(ATTRIBUTIONS):
        if not found.cue or not found.content:
            continue
        sentence = sentence_at(sentences, found.cue[0].start)
        if sentence is None or not _counts(document, sentence, found, own):
            continue
        speakers = _speakers(document, sentence, found)
        if not speakers:
            continue
        turn = next((t for t in turns if t.start <= found.start < t.end), None)
        if turn is not None and not _reported(document, turn.label_start, turn.label_end, speakers):
            continue
        if not re.search(r"\w", document.quote(found.cue[0])):
            continue  # a label's colon: the turn itself is the statement
        content = _content(document, sentence, found)
        if not content:
            continue
        yield Candidate(
            content,
            (*found.source, *found.cue),
            " ".join(document.quote(s) for s in found.cue),
            speakers,
            manner_of(document, content, len(speakers)),
            date_of(document, sentence),
            side_of(document),
            round(0.35 + 0.5 * found.score, 3),
        )


def _content(document: Document, sentence: Sentence, found: Attribution) -> tuple[Span, ...]:
    """What is said, whole: stray pieces left out, and to the sentence's end where it follows the cue.

    The reader breaks long contents off at relative clauses and lists; what stands behind the cue up to
    the next cue of the sentence belongs to it.
    """
    pieces = [c for s in found.content if (c := _trimmed(document, s))]
    if len(pieces) > 1:
        longest = max(pieces, key=len)
        pieces = [p for p in pieces if p is longest or len(document.quote(p).split()) > 3]
        if all(p.start > found.cue[-1].end for p in pieces) and pieces[-1].end <= sentence.end:
            pieces = [Span(pieces[0].start, pieces[-1].end)]
    cue = found.cue[-1].end
    if len(pieces) == 1 and cue <= pieces[0].start <= sentence.end and pieces[0].end < sentence.end:
        end = sentence.end
        for other in document.get(ATTRIBUTIONS):
            for span in other.cue:
                if other is not found and pieces[0].end <= span.start < end:
                    end = min(
                        [span.start, *(s.start for s in other.source if s.start >= pieces[0].end)]
                    )
        while end > pieces[0].end and document.text[end - 1] in " ,;:.":
            end -= 1
        tail = document.text[pieces[0].end : end]
        if end > pieces[0].end and not re.match(r"\W*(?:and|but|while)\s*$", tail):
            tail = re.sub(r",?\s+(?:and|but|while)\s*$", "", tail)
            pieces = [Span(pieces[0].start, pieces[0].end + len(tail))]
    return tuple(t for p in pieces if (t := _trimmed(document, p)))


def _counts(document: Document, sentence: Sentence, found: Attribution, own: bool) -> bool:
    """Whether the cue is one of saying or thinking, as the guide draws the line."""
    lemmas = {
        w.lemma
        for w in sentence.words
        if any(c.start < w.end and w.start < c.end for c in found.cue)
        and w.upos in ("VERB", "NOUN", "ADJ", "ADP", "AUX")
    }
    if lemmas & TOPIC and not lemmas & PERFORMATIVE:
        return False
    starts = document.quote(found.content[0]).lower()
    if lemmas & ACTS and (
        starts.startswith("to ") or document.quote(found.cue[-1]).endswith(" to")
    ):
        return False
    if lemmas & STANCE and not starts.startswith("that "):
        return False
    if own:
        pronoun = {document.quote(s).lower() for s in found.source} & {"i", "we"}
        return bool(lemmas & PERFORMATIVE) if pronoun or not found.source else True
    return True


def _speakers(document: Document, sentence: Sentence, found: Attribution) -> tuple[Actor, ...]:
    """The actors of the source; without one, of the cue's subject."""
    named: list[Actor] = []
    for span in found.source:
        inside = mentions_in(document, span.start, span.end)
        if inside:
            longest = max(inside, key=lambda m: (m.end - m.start, -m.start))
            others = [
                m
                for m in inside
                if m.form == longest.form
                and not (longest.start <= m.start and m.end <= longest.end)
                and re.search(
                    r"\band\b", document.text[min(m.end, longest.end) : max(m.start, longest.start)]
                )
            ]
            for mention in sorted((longest, *others), key=lambda m: m.start):
                named += mention.actors
        if not named:
            head = sentence.head_of(span.start, span.end)
            named += actors_of(document, sentence, head)
    if not named and not found.source:
        verb = sentence.head_of(found.cue[0].start, found.cue[0].end)
        if verb is not None:
            named += actors_of(document, sentence, subject(sentence, verb)[0])
    return distinct(named)


def _reported(document: Document, start: int, end: int, speakers: tuple[Actor, ...]) -> bool:
    """Inside a turn, only what another actor is reported to have said."""
    own = {a.id for m in mentions_in(document, start, end) for a in m.actors}
    states = {a.state for m in mentions_in(document, start, end) for a in m.actors}
    return not any(a.id in own or (a.kind == "state" and a.id in states) for a in speakers)


def _trimmed(document: Document, span: Span) -> Span | None:
    """Content without a leading "that" and without white space."""
    match = _LEAD.match(document.quote(span))
    start = span.start + (match.end() if match else 0)
    end = span.end
    while end > start and document.text[end - 1] in " ,;:\n":
        end -= 1
    return document.trim(start, end) if start < end else None
