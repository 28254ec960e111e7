"""Rates of change: "grew by 36 percent", "fell by a third", and the flow and value that they go with."""

from __future__ import annotations

import itertools
import re

from verbale.annotate.figures.indicators import Indicator
from verbale.annotate.figures.numbers import Amount, factors
from verbale.records import Change

__all__ = ["FLOWS", "change_of", "changes_in", "flow_of", "go_together"]

_UP = (
    r"(?:grew|grow[ns]?|growing|growth|increas\w+|rose|ris(?:e|en|es|ing)|surg\w+|soar\w+|jump\w+"
    r"|climb\w+|expand\w+|gain\w*|up(?! to\b)|rebound\w*|doubl(?:ed?|ing)|trebl(?:ed?|ing)|tripl(?:ed?|ing)|quadrupl(?:ed?|ing))"
)
_DOWN = (
    r"(?:fell|fall(?:en|s|ing)?|dropp?(?:ed|ing|s)?|declin\w+|down|decreas\w+|shr[aiu]nk\w*|slump\w*"
    r"|plung\w+|contract(?:ed|ing|ion)|reduc\w+|halv(?:ed?|ing))"
)
_CHANGED = re.compile(rf"\b(?:{_UP}|{_DOWN})\b", re.IGNORECASE)
# "15 percent more than the year before"; not of what "less than" only bounds.
_COMPARED = re.compile(r"\s*(?:(?P<less>less|lower)|higher|more) than\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FELL = re.compile(rf"\b{_DOWN}\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s*(?:tariff|dut|GDP|of (?:GDP|all|the world))", re.IGNORECASE)
# Indicators of which a change is told.
FLOWS = frozenset(("bilateral-trade", "energy", "exports", "imports", "investment", "visitors"))


def changes_in(text: str, every: list[Amount]) -> list[Amount]:
    """The changes of a sentence in order; one that the next tells more exactly is left out."""
    shares = (*(a for a in every if a.unit == "percent"), *factors(text))
    found = [c for c in sorted(shares, key=lambda a: a.start) if _changed(text, c)]
    too_near = len(", or more than ")
    near = {a for a, b in itertools.pairwise(found) if b.start - a.end <= too_near}
    return [c for c in found if c not in near]


def _changed(text: str, share: Amount) -> bool:
    """Whether a share is a change: a verb or noun of change stands near it."""
    around = text[max(0, share.start - 50) : share.end + 30]
    if re.search(r"\b(?:dut(?:y|ies)|tariffs?)\b", around, re.IGNORECASE):
        return False
    compared = _COMPARED.match(text, share.end)
    return bool(compared or _CHANGED.search(around)) and not _OTHERS.match(text, share.end)


def flow_of(change: Amount, found: list[Indicator]) -> str | None:
    """What a change stands of: the last flow before it, else the first behind it."""
    flows = [i for i in found if i.name in FLOWS]
    before = [i for i in flows if i.end <= change.start and change.start - i.end <= 120]
    behind = [i for i in flows if i.start >= change.end and i.start - change.end <= 50]
    return before[-1].name if before else behind[0].name if behind else None


def go_together(text: str, change: Amount, amount: Amount) -> bool:
    """Whether a change and a value tell of one thing: no semicolon and no other figure between."""
    low, high = sorted((change, amount), key=lambda a: a.start)
    between = _YEAR.sub("", text[low.end : high.start])
    return len(between) <= 90 and not re.search(r";|\bwhile\b|\bwhereas\b|\bbut\b|\d", between)


def change_of(text: str, change: Amount, period: str | None) -> Change:
    """The change with its sign, against the year before where the period is a year."""
    verbs = _CHANGED.finditer(text, 0, change.end + 20)
    near = min(verbs, key=lambda m: abs(m.start() - change.start), default=None)
    compared = _COMPARED.match(text, change.end)
    if compared:
        fell = compared["less"] is not None
    else:
        fell = near is not None and _FELL.fullmatch(near.group()) is not None
    against = str(int(period) - 1) if period and re.fullmatch(r"\d{4}", period) else None
    return Change(-abs(change.value) if fell else change.value, against)
