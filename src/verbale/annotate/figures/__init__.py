"""Targets and observations: numbers of relations between states.

Needs SENTENCES, ACTORS, PARTIES, TIMES; adds to RECORDS.
"""

from __future__ import annotations

import re

from verbale.annotate.figures.numbers import Amount, amounts
from verbale.document import Document, Span
from verbale.layers import PARTIES, RECORDS, SENTENCES, TIMES, Sentence
from verbale.lookup import actors_in
from verbale.records import (
    Actor,
    Change,
    Observation,
    Rank,
    Record,
    Target,
    document_id,
    evidence,
    identify,
)

__all__ = ["annotate"]

# Indicators by the words that name them, the narrower first.
_INDICATORS: tuple[tuple[str, str], ...] = (
    (
        "bilateral-trade",
        r"\b(?:bilateral trade|trade (?:volume|turnover|target|between)|two-way trade)\b",
    ),
    ("bilateral-trade", r"\btrade\b"),
    ("investment", r"\binvest\w*\b"),
    ("aid", r"\b(?:aid|assistance|humanitarian|grant)\b"),
    ("loans", r"\b(?:loan|credit)s?\b"),
    ("arms", r"\b(?:weapons|arms|ammunition|missiles|howitzers)\b"),
    ("energy", r"\b(?:oil|gas|coal|LNG|barrels|electricity)\b"),
    ("agricultural-purchases", r"\bagricultural (?:purchases|exports|goods)\b"),
    ("exports", r"\bexports?\b"),
    ("students", r"\bstudents\b"),
    ("visitors", r"\b(?:tourists|visitors)\b"),
    ("flights", r"\bflights\b"),
)
_AIM = re.compile(
    r"\b(?:target|goal|aim|reach|achiev|by 20\d\d|will provide|intends to|pledge|commit)\w*", re.I
)
_RANK = re.compile(
    r"\b((?:largest|biggest|top|second-largest|main) (?:trading partner|buyer|supplier|investor|export market)[^,.;]{0,30})",
    re.IGNORECASE,
)


def annotate(document: Document) -> None:
    """Add the figures, in text order."""
    ident = document_id(document.text, document.source.id)
    records: list[Record] = []
    for sentence in document.get(SENTENCES):
        text = document.text[sentence.start : sentence.end]
        rank = _RANK.search(text)
        if rank:
            records.append(_rank(document, ident, sentence, rank))
        indicator = next((n for n, p in _INDICATORS if re.search(p, text, re.IGNORECASE)), None)
        if indicator is None:
            continue
        found = [a for a in amounts(text) if a.unit != "percent"]
        percents = [a for a in amounts(text) if a.unit == "percent"]
        for amount in found[:1]:
            if amount.unit is None:
                continue
            if _AIM.search(text) and not re.search(
                r"\b(?:rose|reached|grew|totaled|totalled)\b", text
            ):
                records.append(_target(document, ident, sentence, indicator, amount, text))
            else:
                records.append(_observation(document, ident, sentence, indicator, amount, percents))
    document.put(RECORDS, (*document.get(RECORDS), *dict.fromkeys(map(identify, records))))


def _target(
    document: Document, ident: str, sentence: Sentence, indicator: str, amount: Amount, text: str
) -> Target:
    yearly = re.search(r"\b(?:annual(?:ly)?|a year|per year|yearly|each year)\b", text)
    due = [
        t.edtf
        for t in document.get(TIMES)
        if sentence.start <= t.start and t.end <= sentence.end and t.edtf and "../" in t.edtf
    ]
    return Target(
        document=ident,
        evidence=evidence(document, Span(sentence.start, sentence.end)),
        confidence=0.5,
        indicator=indicator,
        parties=_parties(document, sentence),
        value=amount.value,
        unit=amount.unit,
        per="year" if yearly else "once",
        due=due[0] if due else None,
    )


def _observation(
    document: Document,
    ident: str,
    sentence: Sentence,
    indicator: str,
    amount: Amount,
    percents: list[Amount],
) -> Observation:
    period = _period(document, sentence)
    change = None
    if percents:
        text = document.text[sentence.start : sentence.end]
        down = re.search(r"\b(?:fell|dropped|declin\w+|down|decreas\w+)\b", text)
        value = -percents[0].value if down else percents[0].value
        against = str(int(period) - 1) if period and re.fullmatch(r"\d{4}", period) else None
        change = Change(value, against)
    return Observation(
        document=ident,
        evidence=evidence(document, Span(sentence.start, sentence.end)),
        confidence=0.5,
        indicator=indicator,
        parties=_parties(document, sentence),
        value=amount.value,
        unit=amount.unit,
        period=period,
        change=change,
    )


def _rank(document: Document, ident: str, sentence: Sentence, match: re.Match[str]) -> Observation:
    runs = [
        t
        for t in document.get(TIMES)
        if sentence.start <= t.start and t.end <= sentence.end and t.type == "DURATION"
    ]
    run = runs[0] if runs else None
    years = re.fullmatch(r"P(\d+)Y", run.value) if run else None
    since = f"{run.begin.year}" if run and run.begin else None
    return Observation(
        document=ident,
        evidence=evidence(document, Span(sentence.start, sentence.end)),
        confidence=0.6,
        indicator="bilateral-trade" if "trad" in match[1].lower() else "rank",
        parties=_parties(document, sentence),
        period=f"{run.begin.year}/{run.last.year}" if run and run.begin and run.last else None,
        rank=Rank(" ".join(match[1].split()), since, int(years[1]) if years else None),
    )


def _period(document: Document, sentence: Sentence) -> str | None:
    """The time of the sentence that is a year, month or stretch."""
    for time in document.get(TIMES):
        inside = sentence.start <= time.start and time.end <= sentence.end
        if inside and time.edtf and time.type == "DATE" and "../" not in time.edtf:
            return time.edtf
    return None


def _parties(document: Document, sentence: Sentence) -> tuple[Actor, ...]:
    named = [a for a in actors_in(document, sentence.start, sentence.end) if a.kind == "state"]
    if len(named) >= 2:
        return tuple(named[:2])
    return document.get(PARTIES)[:2] if document.has(PARTIES) else tuple(named)
