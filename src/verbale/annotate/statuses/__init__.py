"""What the relationship is officially called. Needs SENTENCES, ACTORS, PARTIES, TIMES; adds to RECORDS."""

from __future__ import annotations

import re

from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, PARTIES, RECORDS, SENTENCES, TIMES
from verbale.lookup import actors_in
from verbale.records import Actor, Status, StatusAct, document_id, evidence, identify

__all__ = ["annotate"]

_LABEL = re.compile(
    r"(?:(?:comprehensive|strategic|special|privileged|global|enhanced|all-weather|cooperative"
    r"|indestructible|iron-?clad|deepened|dynamic|vital|treaty|and)[\s-]+)*"
    r"(?:(?:strategic|comprehensive|privileged|global|cooperative)\s+"
    r"(?:cooperative\s+)?partnership(?:\s+of\s+coordination)?"
    r"(?:\s+(?:for|in)\s+(?:a|the)\s+new\s+era)?|(?:[Aa]lliance)\b)",
    re.IGNORECASE,
)
# Every label has one of these words; most sentences have neither.
_NAMES_ONE = re.compile(r"partnership|alliance", re.IGNORECASE)
_ACTS: tuple[tuple[StatusAct, str], ...] = (
    ("upgraded", r"\b(?:upgrad|elevat|rais|lift)\w*\b"),
    ("established", r"\b(?:establish|launch|announc|creat|enter)\w*\b"),
    ("downgraded", r"\bdowngrad\w*\b"),
    ("suspended", r"\b(?:suspend|broke off|break off)\w*\b"),
)
_OTHER = re.compile(r"\b(?:Atlantic|NATO|Defensive|opposition|electoral)\s+$")


def annotate(document: Document) -> None:
    """Add the labels, one record per label and act."""
    ident = document_id(document.text, document.source.id)
    seen: dict[tuple[str, StatusAct], Status] = {}
    (day,) = document.get(DOCUMENT_DATE)
    for sentence in document.get(SENTENCES):
        text = document.text[sentence.start : sentence.end]
        if not _NAMES_ONE.search(text):
            continue
        for match in _LABEL.finditer(text):
            if _OTHER.search(text[: match.start()]):
                continue
            label = " ".join(match.group().split())
            told = (a for a, p in _ACTS if re.search(p, text, re.IGNORECASE))
            act: StatusAct = next(told, "reaffirmed")
            key = (label.lower(), act)
            if key in seen:
                continue
            years = [
                t.edtf
                for t in document.get(TIMES)
                if sentence.start <= t.start
                and t.end <= sentence.end
                and t.edtf
                and t.type == "DATE"
            ]
            since = years[0] if years and act != "reaffirmed" else None
            record = identify(
                Status(
                    document=ident,
                    evidence=evidence(document, Span(sentence.start, sentence.end)),
                    confidence=0.6,
                    label=label,
                    parties=_parties(document, sentence.start, sentence.end),
                    act=act,
                    date=since or (day.anchor.isoformat() if day.anchor else None),
                    since=since,
                )
            )
            assert isinstance(record, Status)  # noqa: S101  # identify keeps the type
            seen[key] = record
    document.put(RECORDS, (*document.get(RECORDS), *seen.values()))


def _parties(document: Document, start: int, end: int) -> tuple[Actor, ...]:
    named = [a for a in actors_in(document, start, end) if a.kind == "state"]
    if len(named) >= 2:
        return tuple(named[:2])
    return document.get(PARTIES)[:2] if document.has(PARTIES) else tuple(named)
