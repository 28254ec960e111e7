"""Who supports, opposes or takes no side on what, and toward whom.

Needs SENTENCES, ACTORS, NAMED, QUOTES, RECORDS (statements); adds to RECORDS. One record per holder
set, stance and issue: list items stay together when the stance word is shared.
"""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.positions import nominal, verbs
from verbale.annotate.positions.stands import Stand
from verbale.annotate.positions.toward import toward
from verbale.clauses import asked
from verbale.document import Document
from verbale.layers import RECORDS, SENTENCES, Sentence
from verbale.records import Position, document_id, evidence, identify
from verbale.voices import statement_at

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the positions, in text order."""
    ident = document_id(document.given, document.source.id)
    records = []
    for sentence in document.get(SENTENCES):
        if asked(document, sentence):
            continue
        for stand in _stands(document, sentence):
            within = statement_at(document, stand.span.start, stand.span.end)
            records.append(
                identify(
                    Position(
                        document=ident,
                        evidence=evidence(document, stand.span),
                        confidence=stand.confidence,
                        holders=stand.holders,
                        stance=stand.stance,
                        issue=document.quote(stand.about),
                        toward=toward(document, stand),
                        statement=within.id if within else None,
                    )
                )
            )
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _stands(document: Document, sentence: Sentence) -> Iterator[Stand]:
    """Stances of a sentence; what two words of stance say of one issue is one."""
    taken: list[Stand] = []
    for stand in (*nominal.stands(document, sentence), *verbs.stands(document, sentence)):
        if any(t.stance == stand.stance and t.about.meets(stand.about) for t in taken):
            continue
        taken.append(stand)
    yield from sorted(taken, key=lambda s: (s.span.start, s.span.end))
