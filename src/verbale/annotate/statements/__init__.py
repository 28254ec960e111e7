"""Who said what: attributions of the reader and turns of transcripts, with resolved speakers.

Needs SENTENCES, ATTRIBUTIONS, ACTORS, TURNS, QUOTES, TIMES, DOCUMENT_DATE, GENRE, SIDE; adds to RECORDS.
"""

from __future__ import annotations

from verbale.annotate.statements import find, transcript
from verbale.document import Document, Span
from verbale.layers import RECORDS
from verbale.records import Statement, document_id, evidence, identify

__all__ = ["annotate"]


def annotate(document: Document) -> None:
    """Add the statements, in text order."""
    found = [*transcript.statements(document), *find.statements(document)]
    ident = document_id(document.given, document.source.id)
    records = []
    for s in sorted(found, key=lambda s: s.content[0].start):
        content = evidence(document, *s.content)
        around = Span(
            min(x.start for x in (*s.content, *s.around)),
            max(x.end for x in (*s.content, *s.around)),
        )
        records.append(
            identify(
                Statement(
                    document=ident,
                    evidence=evidence(document, around),
                    confidence=s.confidence,
                    speakers=s.speakers,
                    manner=s.manner,
                    cue=s.cue,
                    content=content,
                    addressee=s.addressee,
                    date=s.date,
                    basis=s.basis,
                    claimed_by=s.claimed_by,
                )
            )
        )
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))
