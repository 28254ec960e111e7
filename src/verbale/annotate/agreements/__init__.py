"""Treaties and other named instruments, and what is done with them.

Needs SENTENCES, ACTORS, NAMED, PARTIES, TIMES, DOCUMENT_DATE; adds to RECORDS. One record per
instrument and act; an instrument that is acted on is not cited as well.
"""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.annotate.agreements.acts import act_at, carried_act, carried_out, governing_act
from verbale.annotate.agreements.back import IT, again, clause, taken_up
from verbale.annotate.agreements.dated import (
    counted_back,
    counted_from,
    days_of,
    just_signed,
    past_times,
    times_in,
    undated,
    year_before,
)
from verbale.annotate.agreements.find import named
from verbale.annotate.agreements.gather import Told, gathered
from verbale.annotate.agreements.names import Named, known
from verbale.annotate.agreements.parties import parties
from verbale.annotate.agreements.plain import counts
from verbale.document import Document, Span
from verbale.layers import NAMED, RECORDS, SENTENCES, Sentence
from verbale.records import Act, Agreement, document_id, evidence, identify

__all__ = ["annotate"]

# Every name has one of these words or is a short name; most sentences have none.
_NAMES_ONE = re.compile(
    r"accord|agreement|arrangement|ceasefire|charter|communiqu|compact|convention|covenant|\bdeals?\b|declaration|documents?\b"
    r"|(?:final|founding) act|grain initiative|instrument|memorand|\bMoU|\bpacts?\b|package of measures|partnership|plan of action|proclamation"
    r"|protocol|statement|statute|treat(?:y|ies)|truce|\b(?:CFE|CPTPP|CTBT|INF|JCPOA|NAFTA|NPT|RCEP|START|UNCLOS|USMCA)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
# "The twenty-first century" dates no signing.
_DECADE = 3653
# "A treaty that would ban …" is wished for.
_WOULD = re.compile(r"\W*(?:(?:that|which) )?(?:could|might|would)\b")
_PARTICIPLE = re.compile(r"\W*(?:concluded|signed)\b")
_REACHED = re.compile(r"(?<!to be )\breached (?:the|an?)\s+(?:[\w’'-]+\s+){0,4}[“\"']?$")
# Between two names of one list: nothing but the first's own words, then "and" or a comma.
_LISTED = re.compile(
    r"[^.:?!]{0,200}?(?:[,;]|\band\b|\bas well as\b)\s+(?:an?|the)\s+(?:\w+\s+){0,3}$"
)
# Verbs that belong to a name's own words: "a memorandum to promote …".
_INSIDE = frozenset(("acl", "advcl", "amod", "xcomp"))
_MADE = frozenset(("issued", "proposed", "signed"))


def annotate(document: Document) -> None:
    """Add one record per instrument and act."""
    told: list[Told] = []
    previous, beside = "", False
    for sentence in document.get(SENTENCES):
        # Lines broken within a sentence and brackets are spaces to the patterns; offsets stay.
        text = re.sub(r"[\s\[\]]", " ", document.text[sentence.start : sentence.end])
        if not (_NAMES_ONE.search(text) or (beside and IT.match(text))):
            previous, beside = text, False
            continue
        new: list[Told] = []
        last: tuple[Named, Act] | None = None
        carried = carried_act(text, previous)
        for item in named(document, sentence, text):
            act, start, end = act_at(text, item.start, item.end)
            governed = governing_act(
                sentence, sentence.start + item.start, sentence.start + item.end
            )
            if act == "cited" and governed is not None:
                act, start = governed[0], governed[1] - sentence.start
            if act == "proposed" and known(item.name) and text[: item.start].endswith("the "):
                act = "cited"  # talks on what is there already
            if act == "proposed":
                act = (
                    carried_out(sentence, sentence.start + item.start, sentence.start + item.end)
                    or act
                )
            if act == "cited" and " " in item.name and _REACHED.search(text[: item.start]):
                act = "signed"
            if act == "cited" and item.plain and _WOULD.match(text, item.end):
                act = "proposed"
            if act == "cited" and item.plain:
                act = _from_list(sentence, text, item, last) or carried or act
            if re.match(r"draft|\S+ draft", item.name.lower()):
                act = "proposed"
            span = clause(sentence, text, min(start, item.start), end)
            found = _one(document, sentence, text, item, act, span)
            if found:
                last = item, act
            new += found
        told += new or again(document, sentence, text, told, beside)
        told += taken_up(document, sentence, text, told)
        beside = bool(new)
        previous = text
    ident = document_id(document.given, document.source.id)
    records = [_record(document, ident, t) for t in gathered(told)]
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(records)))


def _one(
    document: Document, sentence: Sentence, text: str, item: Named, act: Act, span: Span
) -> list[Told]:
    """What a sentence tells of one instrument: a record, or one for each of its days."""
    times = times_in(document, sentence)
    days = days_of(text, sentence.start, item, times)
    lead = year_before(text, item.start)
    if item.plain and not counts(item, act, text, bool(days or lead)):
        return []
    if _of_a_state(document, sentence, item):
        return []
    own = _YEAR.search(item.name)
    signed = own[1] if own else lead
    base = Told(
        undated(item.name),
        act,
        parties(document, sentence, text, item, act),
        None,
        signed,
        (span,),
        not item.plain,
        item.alias,
        key=_keyed(document, sentence, item),
        told_by_the_way=act == "signed" and _PARTICIPLE.match(text, item.end) is not None,
    )
    if days and (act == "cited" or len(days) > 1):
        return [replace(base, date=d, day=d, signed=d[:4]) for d in days]
    if act == "anniversary":
        if days and signed is None:
            return [replace(base, date=days[0], signed=days[0][:4])]
        if "last year" in text:
            return [replace(base, signed=signed or counted_from(document, text))]
        if signed is None and (year := counted_back(document, text, item)):
            return [replace(base, signed=year)]
        jubilee = next((t for t in times if t.base_year), None)
        if jubilee is not None:
            return [replace(base, date=jubilee.edtf, signed=str(jubilee.base_year))]
        return [replace(base, signed=signed or counted_from(document, text))]
    if act in ("cited", "proposed", "agreed-to-renew"):
        return [replace(base, date=signed if act == "cited" else None)]
    times = past_times(document, sentence.start, item, times)
    times = [t for t in times if not (t.begin and t.last and (t.last - t.begin).days > _DECADE)]
    near = min(times, key=lambda t: abs(t.start - sentence.start - item.start), default=None)
    date = days[0] if days else near.edtf if near else None
    if act == "signed" and signed is None:
        signed = date[:4] if date and date[:4].isdigit() else just_signed(document, text)
    return [replace(base, date=date, signed=signed)]


def _keyed(document: Document, sentence: Sentence, item: Named) -> str | None:
    """The name with the codes of its states, where it has two: what "the X-Y deal" shares with "the deal between Y and X"."""
    base, name = sentence.start, item.given
    states = [
        n
        for n in document.get(NAMED)
        if base + item.start <= n.start and n.end <= base + item.end and ":" not in n.id
    ]
    if len({n.id for n in states}) < len(("one", "other")):
        return None
    for state in reversed(states):
        start, end = (x - base - item.start for x in (state.start, state.end))
        name = f"{name[:start]} {state.id} {name[end:]}"
    return undated(" ".join(name.split()))


def _from_list(
    sentence: Sentence, text: str, item: Named, last: tuple[Named, Act] | None
) -> Act | None:
    """The act of the instrument before, where both stand in one list: "signed X and a Y"."""
    if last is None or last[1] not in _MADE:
        return None
    start, end = last[0].end, item.start
    if not _LISTED.fullmatch(text[start:end]):
        return None
    finite = any(
        w.upos in ("AUX", "VERB") and w.deprel not in _INSIDE
        for w in sentence.words
        if start <= w.start - sentence.start < end
    )
    return None if finite else last[1]


def _of_a_state(document: Document, sentence: Sentence, item: Named) -> bool:
    """Whether a plain noun has nothing but one state before it: "the X agreements"."""
    match = re.fullmatch(
        r"(\S+(?: \S+)??) (?:peace |trade )?(?:agreements?|accords?|treaties|treaty)", item.name
    )
    if item.plain or match is None or re.search(r"\b(?:Agreement|Accord|Treaty)", item.name):
        return False
    start = sentence.start + item.start
    return any(
        n.start == start and n.end == start + len(match[1]) and n.use != "capital"
        for n in document.get(NAMED)
    ) or item.name.startswith("Peace ")


def _record(document: Document, ident: str, told: Told) -> Agreement:
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
