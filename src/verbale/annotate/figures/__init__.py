"""Targets and observations: numbers of relations between states.

Needs SENTENCES, ACTORS, NAMED, PARTIES, TIMES, DOCUMENT_DATE; adds to RECORDS. Every amount of a
sentence is taken by itself: what it is of, whether it was reached or is to be, when. A change in per
cent goes with the amount that it leads to, or stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.annotate.figures.changes import FLOWS, change_of, changes_in, flow_of, go_together
from verbale.annotate.figures.indicators import indicator_of, indicators
from verbale.annotate.figures.mood import aimed, carries_on, denied, given
from verbale.annotate.figures.numbers import Amount, amounts
from verbale.annotate.figures.parts import part_of
from verbale.annotate.figures.periods import due_of, framed, period_of
from verbale.annotate.figures.ranks import ranks, running
from verbale.annotate.figures.same import merged
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, GENRE, NAMED, PARTIES, RECORDS, SENTENCES, Sentence
from verbale.lookup import actors_in
from verbale.records import (
    Actor,
    Observation,
    Rank,
    Record,
    Target,
    document_id,
    evidence,
    identify,
)

__all__ = ["annotate"]

# A sentence without any of these holds no figure.
_HAS_FIGURE = re.compile(
    r"\d|illion|\b(?:half|third|quarter|doubl\w+|tripl\w+|\w+fold)\b", re.IGNORECASE
)
# A pronoun that takes up the flow of the sentence before: "it grew by a third".
_TAKEN_UP = re.compile(r"^\W*(?:[\w, ]{0,60}?\b)?(?:it|this figure|they)\b", re.IGNORECASE)
# A mark that is passed is of what was told last: "we will pass the $5 billion mark".
_MARK = re.compile(
    r"\b(?:million|billion|trillion)[\w ]{0,20} (?:level|mark|milestone|threshold)\b"
)
_YEARLY = re.compile(
    r"\b(?:annual(?:ly)?|a year|per year|per annum|yearly|each year|every year)\b", re.IGNORECASE
)
# Rates of a day or head, and what companies' deals are worth, are no figures of relations.
_RATE = re.compile(r"\s*(?:a day|a month|per (?:capita|head)|jobs)\b", re.IGNORECASE)
_DEAL = re.compile(r"\b(?:deal|contract|sale|revenue|profit)s?\b", re.IGNORECASE)
_WORTH = re.compile(r"\b(?:worth|valued|of)\s+(?:\w+\s+){0,2}$")
# What duties are put on is told of the duties.
_TAXED = re.compile(r"\b(?:dut(?:y|ies)|sanctions|tariffs?) on\b[^.;,]{0,30}$", re.IGNORECASE)
# A bound that some may pass is no figure: "any investment over $1 billion".
_ANY = re.compile(r"\b(?:any|each|every)\b[^.;,]{0,40}\b(?:above|over|than)\s+$", re.IGNORECASE)
_KNOWN = re.compile(r"\b(?:our|that|the|these|this|those|your)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BETWEEN_US = re.compile(r"\b(?:bilateral|mutual|our|two-way) trade\b", re.IGNORECASE)
# Whose a rank is, right before it.
_OWNER = re.compile(r"\b(?:its|our|their|your)\s+(?:\w+\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a document, with its text and the id that its records carry.

    `frame`: the months that the sentences before tell of, for a change without its own time;
    `led`: the figure that was told last in the sentence before is one to be reached.
    """

    document: Document
    ident: str
    sentence: Sentence
    text: str
    led: bool = False
    frame: str | None = None

    def part(self, start: int, end: int) -> Span:
        return part_of(self.text, self.sentence.start, start, end)

    def aimed(self, amount: Amount) -> bool:
        base = self.sentence.start
        return aimed(self.document.text, self.sentence, base + amount.start, base + amount.end)

    def denied(self, amount: Amount) -> bool:
        base = self.sentence.start
        return denied(self.sentence, base + amount.start, base + amount.end)

    def given(self, amount: Amount) -> str | None:
        """ "aid" for money that a verb of giving has as its object, to a state or organization."""
        base = self.sentence.start
        start, end = base + amount.start, base + amount.end
        money = amount.unit is not None and re.fullmatch("[A-Z]{3}", amount.unit)
        named = actors_in(self.document, end, self.sentence.end)
        to = any(a.kind in ("state", "organization") for a in named)
        to |= re.search(r"\b(?:donat|pledg)", self.text[: amount.start]) is not None
        return "aid" if money and to and given(self.sentence, start, end) else None

    def parties(self) -> tuple[Actor, ...]:
        """The first two states of the sentence, else those that the text is between."""
        within = actors_in(self.document, self.sentence.start, self.sentence.end)
        named = tuple(a for a in within if a.kind == "state")
        speech = any(g.code == "speech" for g in self.document.get(GENRE))
        speech = speech and not _BETWEEN_US.search(self.text)  # else said to the other side
        if len(named) < 2 and not speech and self.document.has(PARTIES):
            return self.document.get(PARTIES)[:2]
        return named[:2]


def annotate(document: Document) -> None:
    """Add the figures, in text order."""
    ident = document_id(document.given, document.source.id)
    records: list[Record] = []
    before: list[str] = []
    sentences: list[Sentence] = []
    led = False
    for sentence in document.get(SENTENCES):
        # Lines broken within a sentence are spaces to the patterns; offsets stay.
        text = re.sub(r"\s", " ", document.text[sentence.start : sentence.end])
        frame = framed(document, sentences) if "%" in text or "per" in text else None
        place = _Place(document, ident, sentence, text, led, frame)
        records += _ranks(place)
        new = list(_figures(place, before, records)) if _HAS_FIGURE.search(text) else []
        led = bool(new) and isinstance(new[-1], Target)
        records += new
        before = [*before[-1:], text]
        sentences = [*sentences[-3:], sentence]
    document.put(RECORDS, (*document.get(RECORDS), *map(identify, merged(records))))


def _figures(place: _Place, before: list[str], earlier: list[Record]) -> Iterator[Record]:
    """The figures of one sentence; `before`: the texts of the two sentences before it.

    `earlier`: the records so far, for "the $2 billion package" that was told already.
    """
    every = amounts(place.text)
    changes = changes_in(place.text, every)
    if not every and not changes:
        return
    found = indicators(place.text)
    last: tuple[int, bool] | None = None
    taken = None if found else _taken_up(place.text, before)
    for amount in every:
        name = indicator_of(place.text, amount, found) or taken or place.given(amount)
        if name is None or not _counts(place.text, amount, name):
            continue
        if place.denied(amount):
            continue
        near = next((c for c in changes if go_together(place.text, c, amount)), None)
        if near is not None:
            changes.remove(near)
        told = carries_on(place.sentence, place.text, amount.start, last[0] if last else None)
        ahead = (last[1] if last else place.led) if told else place.aimed(amount)
        same = _told(place.text, amount, earlier)
        if same is not None:
            name, ahead = same.indicator, isinstance(same, Target)
        last = amount.end, ahead
        if ahead:
            yield _target(place, name, amount)
            continue
        yield _observation(place, name, amount, near)
    for change in changes:
        name = flow_of(change, found) or taken
        if name in FLOWS and place.aimed(change):
            yield _target(place, name or "", change)
        elif name in FLOWS:
            yield _observation(place, name or "", None, change)


def _told(text: str, amount: Amount, earlier: list[Record]) -> Target | Observation | None:
    """The earlier record of an amount that is spoken of as known: "these 2 million doses"."""
    if not _KNOWN.search(text[: amount.start]):
        return None
    figures = [r for r in earlier if isinstance(r, Target | Observation)]
    return next((r for r in figures if (r.value, r.unit) == (amount.value, amount.unit)), None)


def _taken_up(text: str, before: list[str]) -> str | None:
    """The indicator that a pronoun takes up from the sentence before, or a mark from one of two."""
    if _TAKEN_UP.match(text):
        told = indicators(before[-1]) if before else []
    elif _MARK.search(text):
        told = [i for b in before for i in indicators(b)]
    else:
        return None
    return told[-1].name if told else None


def _counts(text: str, amount: Amount, indicator: str) -> bool:
    """Whether an amount with its indicator is a figure of relations between states."""
    if amount.unit in (None, "percent") or _RATE.match(text, amount.end):
        return False
    around = text[max(0, amount.start - 60) : amount.end + 40]
    if amount.unit == "persons" and (indicator != "refugees" or re.search(r"\breturn", around)):
        return False
    if amount.unit == "companies" and amount.value < 100:
        return False  # those that came to a meeting
    if amount.unit == "aircraft" and indicator != "arms":
        return False  # what airlines buy
    before = text[max(0, amount.start - 60) : amount.start]
    if _ANY.search(before) or _TAXED.search(before):
        return False
    of_a_deal = _DEAL.search(before) and _WORTH.search(before)
    return not of_a_deal and not re.match(
        r"\s+(?:\w+\s)?(?:deal|contract|sale)\b", text[amount.end :]
    )


def _target(place: _Place, indicator: str, amount: Amount) -> Target:
    around = place.text[max(0, amount.start - 50) : amount.end + 20]
    return Target(
        document=place.ident,
        evidence=evidence(place.document, place.part(amount.start, amount.end)),
        confidence=0.5,
        indicator=indicator,
        parties=place.parties(),
        value=amount.value,
        unit=amount.unit,
        per="year" if _YEARLY.search(around) else "once",
        due=due_of(place.document, place.sentence),
    )


def _observation(
    place: _Place, indicator: str, amount: Amount | None, change: Amount | None
) -> Observation:
    """A value, a change, or both."""
    both = [a for a in (amount, change) if a is not None]
    start, end = min(a.start for a in both), max(a.end for a in both)
    base = place.sentence.start
    period = period_of(place.document, place.sentence, base + both[0].start, base + both[0].end)
    if amount is None and period is None:
        period = place.frame
    return Observation(
        document=place.ident,
        evidence=evidence(place.document, place.part(start, end)),
        confidence=0.5,
        indicator=indicator,
        parties=place.parties(),
        value=amount.value if amount else None,
        unit=amount.unit if amount else None,
        period=period,
        change=change_of(place.text, change, period) if change else None,
    )


def _ranks(place: _Place) -> Iterator[Observation]:
    """The ranks of states: owned by one, or behind it "of", "in" or "for" one."""
    base = place.sentence.start
    for label, start, end in ranks(place.text):
        named = any(
            base + start - 30 <= n.start and n.end <= base + end for n in place.document.get(NAMED)
        )
        if not named and not _OWNER.search(place.text[:start]):
            continue
        years = running(place.text, end)
        (day,) = place.document.get(DOCUMENT_DATE)
        told = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", place.text)]
        last = max(told, default=day.anchor.year - 1 if day.anchor else None) if years else None
        first = last - years + 1 if last and years else None
        yield Observation(
            document=place.ident,
            evidence=evidence(place.document, place.part(start, end)),
            confidence=0.6,
            indicator="bilateral-trade" if "trad" in label.lower() else "rank",
            parties=place.parties(),
            period=f"{first}/{last}" if first else None,
            rank=Rank(label, str(first) if first else None, years),
        )
