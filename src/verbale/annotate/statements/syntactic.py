"""Reported speech that the attribution head missed: a verb of saying with a subject and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.annotate.statements.candidate import Candidate, date_of, manner_of, side_of
from verbale.annotate.statements.lexicon import SAYING
from verbale.clauses import actors_of, clauses, reach
from verbale.document import Document, Span
from verbale.layers import GENRE, SENTENCES, TURNS

__all__ = ["statements"]


def statements(document: Document, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates whose cue no known candidate has and whose content none has already."""
    if document.get(GENRE)[0].code in ("speech", "statement", "joint-statement"):
        return
    turns = document.get(TURNS)
    taken = [s for c in known for s in c.around]
    said = [s for c in known for s in c.content]
    for sentence in document.get(SENTENCES):
        if any(t.start <= sentence.start < t.end for t in turns):
            continue
        verbs = [c for c in clauses(sentence) if c.lemma in SAYING and c.subject is not None]
        for i, clause in enumerate(verbs):
            word = sentence.words[clause.verb]
            if clause.passive or clause.negated or word.upos != "VERB":
                continue
            cue = Span(word.start, word.end)
            if any(cue.meets(s) for s in taken):
                continue
            inner = [k for k in clause.objects("ccomp", "obj", "xcomp", "obl") if k > clause.verb]
            if not inner:
                continue
            start = reach(sentence, inner[0])[0]
            if document.text[start : start + 5].lower() == "that ":
                start += 5
            end = sentence.end
            for later in verbs[i + 1 :]:
                at = sentence.words[later.verb]
                if at.head == clause.verb and at.deprel in ("conj", "advcl", "parataxis"):
                    end = min(end, at.start)
            piece = document.text[start:end]
            trimmed = piece.rstrip(" ,;:.\n").removesuffix(" and").rstrip(" ,;")
            content = document.trim(start, start + len(trimmed))
            if content is None or len(trimmed.split()) < 3:
                continue
            if any(content.meets(s) and len(s) > 0.5 * len(content) for s in said):
                continue
            speakers = actors_of(document, sentence, clause.subject)
            if not speakers:
                continue
            yield Candidate(
                (content,),
                (cue,),
                word.text,
                speakers,
                manner_of(document, (content,), len(speakers)),
                date_of(document, sentence),
                side_of(document),
                0.55,
            )
