"""Treaties and other named instruments, and what is done with them.

Needs SENTENCES, ACTORS, NAMED, PARTIES, TIMES, DOCUMENT_DATE; adds to RECORDS. One record per
instrument and act; an instrument that is acted on is not cited as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verbale.annotate.agreements.acts import act_at
from verbale.annotate.agreements.names import Named, named, same_name
from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, NAMED, PARTIES, RECORDS, SENTENCES, TIMES, Sentence, Time
from verbale.lookup import actors_in, distinct
from verbale.records import Act, Actor, Agreement, document_id, evidence, identify

__all__ = ["annotate"]

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_BACK = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (accords?|agreements?|declaration|pact|treaty)\b")
# A plain word is an instrument where something is done with it, or where it has parties or a year.
_DONE = frozenset(
    {"signed", "issued", "ratified", "in-force", "renewed", "suspended", "terminated"}
)
_PARTIES = re.compile(r"\b(?:between|of the leaders of)\b.*\b(?:and|&)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """An instrument as one sentence tells of it."""

    name: str
    act: Act
    parties: tuple[Actor, ...]
    date: str | None
    signed: str | None
    spans: tuple[Span, ...]
    sure: bool


def annotate(document: Document) -> None:
    """Add one record per instrument and act."""
    told: list[_Told] = []
    for sentence in document.get(SENTENCES):
        text = document.text[sentence.start : sentence.end]
        found = [_cut(document, sentence, item) for item in named(text)]
        new = [t for item in found for t in _one(document, sentence, text, item)]
        told += new or _again(sentence, text, told)
    ident = document_id(document.text, document.source.id)
    records = [_record(document, ident, t) for t in _gathered(told)]
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _one(document: Document, sentence: Sentence, text: str, item: Named) -> list[_Told]:
    act, at = act_at(text, item.start, item.end)
    if (item.plain and not _counts(item, act)) or _of_a_state(document, sentence, item):
        return []
    times = _times(document, sentence)
    lead = text[max(0, item.start - 24) : item.start]
    year = _YEAR.search(item.name) or re.search(r"\b(1[89]\d\d|20\d\d),?\s+$", lead)
    signed = year[1] if year else None
    name = _undated(item.name)
    span = _clause(text, sentence.start, min(at, item.start), item.end)
    base = _Told(
        name,
        act,
        _parties(document, sentence, item, act),
        None,
        signed,
        (span,),
        not item.plain,
    )
    dates = _dated_after(text, sentence.start, item, times)
    if act == "cited" and dates:
        return [replace(base, date=t.edtf, signed=(t.edtf or "")[:4]) for t in dates]
    if act == "anniversary":
        jubilee = next((t for t in times if t.base_year), None)
        if jubilee is not None:
            return [replace(base, date=jubilee.edtf, signed=str(jubilee.base_year))]
        return [replace(base, signed=_counted(document, text) or signed)]
    if act in ("cited", "proposed", "agreed-to-renew"):
        return [replace(base, date=signed if act == "cited" else None)]
    near = min(times, key=lambda t: abs(t.start - sentence.start - item.start), default=None)
    date = near.edtf if near else None
    if act == "signed" and signed is None and date and date[:4].isdigit():
        signed = date[:4]
    return [replace(base, date=date, signed=signed)]


def _cut(document: Document, sentence: Sentence, item: Named) -> Named:
    """A name without the time that follows it."""
    head = item.start + len(item.name.split()[0])
    for time in document.get(TIMES):
        at = time.start - sentence.start
        if head < at < item.end and time.type == "DATE":
            name = re.sub(r"(?:\s+(?:dated|from|in|of|on|the))+\s*$", "", item.name_to(at))
            return replace(item, name=name) if name.strip() else item
    return item


def _counts(item: Named, act: Act) -> bool:
    """Whether a plain word is a clearly identified instrument."""
    head = item.name.lower()
    if head.startswith("outcome document of"):
        return True
    if re.search(r"\bceasefire\b|\btruce\b", head):
        return bool(_YEAR.search(item.name))
    if head in ("agreement", "agreements", "arrangement", "arrangements", "deal"):
        return False
    if act in _DONE:
        return True
    return bool(_PARTIES.search(item.name)) and not re.match(r"(?:an? )?(?:peace|possible)", head)


def _of_a_state(document: Document, sentence: Sentence, item: Named) -> bool:
    """Whether a plain noun has nothing but one state before it: "the X agreements"."""
    match = re.fullmatch(
        r"(\S+(?: \S+)?) (?:peace |trade )?(?:agreements?|accords?|treaties)", item.name
    )
    if item.plain or match is None or re.search(r"\b(?:Agreement|Accord)", item.name):
        return False
    start = sentence.start + item.start
    return any(
        n.start == start and n.end == start + len(match[1]) and n.use != "capital"
        for n in document.get(NAMED)
    ) or item.name.startswith("Peace ")


def _undated(name: str) -> str:
    """The name without a year before it and without a date or place behind it."""
    name = re.sub(r"^(?:\d{4}|[A-Z][a-z]+ \d{4}) (?=[A-Z])", "", name)
    name = re.sub(
        r"\s+(?:(?:dated|from|of|on) )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*$",
        "",
        name,
    )
    return name.rstrip(" ,.")


def _times(document: Document, sentence: Sentence) -> list[Time]:
    return [
        t
        for t in document.get(TIMES)
        if sentence.start <= t.start and t.end <= sentence.end and t.type == "DATE" and t.edtf
    ]


def _dated_after(text: str, base: int, item: Named, times: list[Time]) -> list[Time]:
    """The days that stand in or right behind a name: "of 3 May and 4 June 2020"."""
    out: list[Time] = []
    at = item.end
    for time in times:
        start, end = time.start - base, time.end - base
        if item.start < start and end <= item.end:
            out.append(time)
        elif start >= at and re.fullmatch(
            r"[\s,]*(?:(?:and|dated|of|on|from|signed on)\s+)*", text[at:start]
        ):
            out.append(time)
            at = end
    return [t for t in out if t.edtf and len(t.edtf) >= 10]


def _counted(document: Document, text: str) -> str | None:
    """The year that "the 20th anniversary … this year" counts from."""
    match = re.search(r"\b(\d{1,3})(?:st|nd|rd|th) anniversary\b", text)
    (day,) = document.get(DOCUMENT_DATE)
    year = day.anchor.year if day.anchor else None
    if year is None and day.date and day.date[:4].isdigit():
        year = int(day.date[:4])
    return str(year - int(match[1])) if match and year and "this year" in text.lower() else None


def _again(sentence: Sentence, text: str, told: list[_Told]) -> list[_Told]:
    """ "The treaty", acted on: the last instrument of that noun."""
    match = _BACK.search(text)
    if not match:
        return []
    noun = match[1].rstrip("s").lower()
    full = next((t for t in reversed(told) if noun in t.name.lower()), None)
    act, at = act_at(text, match.start(), match.end())
    if full is None or act in ("cited", "proposed"):
        return []
    span = _clause(text, sentence.start, at, match.end())
    return [replace(full, act=act, date=None, spans=(span, full.spans[0]))]


def _clause(text: str, base: int, start: int, end: int) -> Span:
    """The part of the sentence that names the instrument, between commas and joining words."""
    low = max((m.end() for m in re.finditer(r", |; |: ", text[:start])), default=0)
    high = next(
        (
            m.start()
            for m in re.finditer(r", |; |\.$| and (?=\w+(?:ed|s) )", text)
            if m.start() >= end
        ),
        len(text),
    )
    return Span(base + low, base + high)


def _parties(document: Document, sentence: Sentence, item: Named, act: Act) -> tuple[Actor, ...]:
    """The states in the name; for what is done now, those of the sentence or of the text."""
    start, end = sentence.start + item.start, sentence.start + item.end
    names = gazetteer.current()
    inside = distinct(
        names.actor(n.id)
        for n in document.get(NAMED)
        if start <= n.start and n.end <= end and n.use != "capital"
    )
    if len(inside) >= 2 or act in ("cited", "anniversary", "in-force"):
        return inside
    told = [a for a in actors_in(document, sentence.start, sentence.end) if a.kind == "state"]
    if len(told) >= 2:
        return tuple(told[:2])
    return document.get(PARTIES)[:2] if document.has(PARTIES) else inside


def _gathered(told: list[_Told]) -> list[_Told]:
    """One per instrument, act and day; citations of what is acted on left out; years shared."""
    out: list[_Told] = []
    for one in told:
        at = next(
            (
                i
                for i, t in enumerate(out)
                if t.act == one.act
                and same_name(t.name, one.name)
                and (t.signed == one.signed or None in (t.signed, one.signed))
            ),
            None,
        )
        if at is None:
            out.append(one)
        else:
            kept = out[at]
            name = max(kept.name, one.name, key=len)
            out[at] = replace(kept, name=name, signed=kept.signed or one.signed)
    acted = [t for t in out if t.act != "cited"]
    out = [t for t in out if t.act != "cited" or not any(same_name(t.name, a.name) for a in acted)]
    return [replace(t, signed=t.signed or _year_of(t, out)) for t in out]


def _year_of(one: _Told, told: list[_Told]) -> str | None:
    """The year of signing that another act on the same instrument tells."""
    if one.act in ("issued", "proposed"):
        return None
    return next((t.signed for t in told if t.signed and same_name(t.name, one.name)), None)


def _record(document: Document, ident: str, told: _Told) -> Agreement:
    record = identify(
        Agreement(
            document=ident,
            evidence=evidence(document, *told.spans),
            confidence=(0.6 if told.sure else 0.45) + (0.05 if told.act != "cited" else 0.0),
            name=told.name,
            parties=told.parties,
            act=told.act,
            date=told.date,
            signed=told.signed,
        )
    )
    assert isinstance(record, Agreement)  # noqa: S101  # identify keeps the type
    return record
