"""What the relationship is officially called.

Needs SENTENCES, ACTORS, NAMED, PARTIES, TIMES, DOCUMENT_DATE; adds to RECORDS. One record per label
and act, resting on every sentence that names it; a label that something is done with is not
reaffirmed as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verbale.annotate.statuses.acts import act_at
from verbale.annotate.statuses.labels import Label, labels, same_label
from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, NAMED, PARTIES, RECORDS, SENTENCES, TIMES, Sentence
from verbale.lookup import actors_in, distinct
from verbale.records import Actor, Status, StatusAct, document_id, evidence, identify

__all__ = ["annotate"]

# Every label has one of these words; most sentences have none.
_NAMES_ONE = re.compile(
    r"partnership|alliance|allied|limits\b|special relationship|(?:strategic|beneficial) relationship",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A label as one sentence tells of it; `loose`: "an alliance" that may be anybody's."""

    name: str
    act: StatusAct
    parties: tuple[Actor, ...]
    since: str | None
    spans: tuple[Span, ...]
    loose: bool = False


def annotate(document: Document) -> None:
    """Add the labels, one record per label and act."""
    told: list[_Told] = []
    bilateral = False
    for sentence in document.get(SENTENCES):
        # Lines broken within a sentence are spaces to the patterns; offsets stay.
        text = re.sub(r"\s", " ", document.text[sentence.start : sentence.end])
        if _NAMES_ONE.search(text):
            for label in labels(text):
                bilateral |= label.pair and "alliance" in label.name.lower()
                if not _of_another(document, text, label):
                    told.append(_one(document, sentence, text, label))
    if not bilateral:
        # "The Alliance", "an alliance" alone are blocs, unless the text tells of one of its sides.
        told = [t for t in told if t.name != "Alliance" and not t.loose]
    ident = document_id(document.given, document.source.id)
    (day,) = document.get(DOCUMENT_DATE)
    today = day.anchor.isoformat() if day.anchor else None
    records = [_record(document, ident, today, t) for t in _gathered(told)]
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _of_another(document: Document, text: str, label: Label) -> bool:
    """Whether an alliance of no sides is NATO's: in a sentence or, for a plain one, a text that names it."""
    if label.pair or not label.name.lower().endswith("alliance"):
        return False
    named = any(n.id == "org:nato" for n in document.get(NAMED))
    return named and (label.name.lower() == "alliance" or "NATO" in text)


def _one(document: Document, sentence: Sentence, text: str, label: Label) -> _Told:
    act = act_at(text, label.start, label.end)
    times = [
        t
        for t in document.get(TIMES)
        if sentence.start <= t.start and t.end <= sentence.end and t.edtf and t.type == "DATE"
    ]
    start, end = sentence.start + label.start, sentence.start + label.end
    near = min(times, key=lambda t: min(abs(t.start - end), abs(start - t.end)), default=None)
    return _Told(
        label.name,
        act,
        _parties(document, sentence),
        near.edtf if near and act != "reaffirmed" else None,
        (Span(sentence.start, sentence.end),),
        label.any and label.name.lower() == "alliance",
    )


def _parties(document: Document, sentence: Sentence) -> tuple[Actor, ...]:
    """The two states of the sentence, else those that the text is between."""
    told = [a for a in actors_in(document, sentence.start, sentence.end) if a.kind == "state"]
    if len(told) >= 2:
        return tuple(told[:2])
    names = gazetteer.current()
    inside = distinct(
        names.actor(n.id)
        for n in document.get(NAMED)
        if sentence.start <= n.start and n.end <= sentence.end and n.use in ("name", "adjective")
    )
    if len(inside) == 2:
        return inside
    return document.get(PARTIES)[:2] if document.has(PARTIES) else tuple(told)


def _gathered(told: list[_Told]) -> list[_Told]:
    """One per label and act; a label that is only named is left where something is done with it."""
    out: list[_Told] = []
    for one in told:
        at = next(
            (i for i, t in enumerate(out) if t.act == one.act and same_label(t.name, one.name)),
            None,
        )
        if at is None:
            out.append(one)
        else:
            kept = out[at]
            name = max(kept.name, one.name, key=len)
            spans = tuple(dict.fromkeys((*kept.spans, *one.spans)))
            out[at] = replace(kept, name=name, spans=spans, since=kept.since or one.since)
    done = [t for t in out if t.act != "reaffirmed"]
    return [
        t for t in out if t.act != "reaffirmed" or not any(same_label(t.name, d.name) for d in done)
    ]


def _record(document: Document, ident: str, today: str | None, told: _Told) -> Status:
    record = identify(
        Status(
            document=ident,
            evidence=evidence(document, *told.spans),
            confidence=0.6,
            label=told.name,
            parties=told.parties,
            act=told.act,
            date=told.since or today,
            since=told.since,
        )
    )
    assert isinstance(record, Status)  # noqa: S101  # identify keeps the type
    return record
