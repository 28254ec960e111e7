"""Treaties and other named instruments, and what is done with them.

Needs SENTENCES, ACTORS, PARTIES, TIMES; adds to RECORDS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.document import Document, Span
from verbale.layers import PARTIES, RECORDS, SENTENCES, TIMES, Sentence, Time
from verbale.lookup import actors_in
from verbale.records import Act, Actor, Agreement, document_id, evidence, identify

__all__ = ["annotate"]

_NOUN = (
    r"(?:Treaty|Pact|Memorandum|Communiqu[eé]|Protocol|Declaration|Convention|Charter|Accords?"
    r"|Agreements?|Joint Statement|Founding Act|Ceasefire|Statement on)"
)
_NAME = re.compile(
    r"(?:[A-Z][\w’'-]+(?:[ -](?=[A-Z])|\s+(?:of|on|and|for|the)\s+(?=[A-Z])))*"
    + _NOUN
    + r"\b(?:\s+(?:of|on|for|between|concerning|regarding)\s+(?:the\s+)?[A-Z][\w’'-]+"
    r"(?:(?:,?\s+(?:and|of|on|the|for|in)\s+|\s+|,\s+)[A-Z][\w’'-]+)*)?"
)
_PLAIN = re.compile(
    r"\b(?:the|a|an|this)\s+((?:[\w-]+\s+){0,3}?(?:treaty|ceasefire|trade deal|peace deal|joint statement"
    r"|memorandum of understanding|communiqu[eé]))\b"
)
_ACTS: tuple[tuple[Act, str], ...] = (
    ("anniversary", r"\banniversary\b"),
    ("agreed-to-renew", r"\bagreed to (?:renew|extend)\b"),
    ("renewed", r"\b(?:renew|extend)ed\b"),
    ("terminated", r"\b(?:terminat|withdr[ae]w|denounc|scrapp)\w*\b"),
    ("suspended", r"\bsuspend\w*\b"),
    ("ratified", r"\bratif\w+\b"),
    ("in-force", r"\b(?:enter\w* into force|took effect|in force)\b"),
    ("signed", r"\b(?:sign(?:ed|ing)|concluded)\b"),
    ("issued", r"\b(?:adopt|releas|announc|issu|publish)(?:ed|ing)\b"),
    ("proposed", r"\b(?:propos|draft|negotiat)\w*\b"),
)


def annotate(document: Document) -> None:
    """Add one record per instrument and act."""
    ident = document_id(document.text, document.source.id)
    seen: dict[tuple[str, Act], Agreement] = {}
    names: list[str] = []
    for sentence in document.get(SENTENCES):
        for name, span in _names(document, sentence):
            short = name.lower() in ("treaty", "agreement", "joint statement")
            noun = name.split()[-1].lower()
            full = next((n for n in reversed(names) if noun in n.lower()), name) if short else name
            if short and full == name:
                continue
            if not short:
                names.append(name)
            act, time, signed = _act(document, sentence, span)
            key = (full.lower(), act)
            if key in seen:
                continue
            record = identify(
                Agreement(
                    document=ident,
                    evidence=evidence(document, _clause(document, sentence, span)),
                    confidence=0.55 if act != "cited" else 0.45,
                    name=full,
                    parties=_parties(document, sentence),
                    act=act,
                    date=time.edtf if time else None,
                    signed=signed,
                )
            )
            assert isinstance(record, Agreement)  # noqa: S101  # identify keeps the type
            seen[key] = record
    document.put(RECORDS, (*document.get(RECORDS), *seen.values()))


def _names(document: Document, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    text = document.text[sentence.start : sentence.end]
    taken = -1
    for match in _NAME.finditer(text):
        words = match.group().split()
        if len(words) > 1 or re.search(r"-", match.group()):
            taken = match.end()
            yield (
                " ".join(words),
                Span(sentence.start + match.start(), sentence.start + match.end()),
            )
    for match in _PLAIN.finditer(text):
        if match.start() >= taken:
            yield match[1], Span(sentence.start + match.start(1), sentence.start + match.end(1))


def _act(document: Document, sentence: Sentence, span: Span) -> tuple[Act, Time | None, str | None]:
    """The act that the sentence tells, its time, and the year of signing."""
    text = document.text[sentence.start : sentence.end]
    act = next((a for a, p in _ACTS if re.search(p, text, re.IGNORECASE)), None)
    times = [
        t
        for t in document.get(TIMES)
        if sentence.start <= t.start and t.end <= sentence.end and t.type == "DATE" and t.edtf
    ]
    if act == "anniversary":
        found = next((t for t in times if t.base_year), None)
        return act, found, str(found.base_year) if found else None
    if act is None:
        year = re.search(r"\b(1[89]\d\d|20\d\d)\b", document.quote(span))
        return "cited", None, year[1] if year else None
    near = min(times, key=lambda t: abs(t.start - span.start), default=None)
    signed = (
        near.edtf[:4]
        if act == "signed" and near and near.edtf and near.edtf[:4].isdigit()
        else None
    )
    return act, near if act != "agreed-to-renew" else None, signed


def _clause(document: Document, sentence: Sentence, span: Span) -> Span:
    """The part of the sentence that names the instrument, between commas and joining words."""
    text = document.text
    start, end = sentence.start, sentence.end
    for mark in re.finditer(r", |; | and (?=make|further|strengthen|noted|said)", text[start:end]):
        if start + mark.start() >= span.end:
            end = start + mark.start()
            break
    return Span(start, end)


def _parties(document: Document, sentence: Sentence) -> tuple[Actor, ...]:
    named = [a for a in actors_in(document, sentence.start, sentence.end) if a.kind == "state"]
    if len(named) >= 2:
        return tuple(named[:2])
    return document.get(PARTIES)[:2] if document.has(PARTIES) else tuple(named)
