"""What a figure is of: trade, investment, aid and the like, by the words that stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.annotate.figures.numbers import Amount

__all__ = ["Indicator", "indicator_of", "indicators"]

# Indicators by the words that name them, the narrower first.
_NAMES: tuple[tuple[str, str], ...] = (
    ("trade-balance", r"trade (?:deficit|imbalance|surplus)|(?:deficit|surplus) (?:in trade|with)"),
    ("agricultural-purchases", r"(?:agricultural|farm|soybean) (?:exports?|goods|products?|purchases)|worth of (?:our )?(?:farm|food|agricultural) products?|soybeans"),
    ("bilateral-trade", r"(?:bilateral|mutual|two-way|reciprocal|our|annual|total) trade|trade (?:in goods|turnover|volumes?|between|with|target)|(?:volumes?|value|turnover) of (?:bilateral |mutual |two-way )?trade|turnover|commerce|trade"),
    ("investment", r"(?:direct |foreign |mutual |portfolio )*invest(?:ments?|ed|ing|s)?|projects? (?:valued|worth)"),
    ("loans", r"(?:concessional |preferential )?(?:loans?|credits?|credit lines?)|debts?"),
    ("arms", r"(?:security|military|defen[cs]e|lethal) (?:aid|assistance|support|package)|weapons?|arms|ammunition|drawdown|howitzers|missiles|tanks"),
    ("humanitarian-aid", r"humanitarian(?:[\w ]{0,20} (?:aid|assistance|support))?"),
    ("budget-support", r"(?:direct )?budget(?:ary)? (?:support|assistance)|macro-financial assistance"),
    ("vaccines", r"vaccines?|doses"),
    ("aid", r"aid|assistance|grants?|relief|donations?|financial (?:help|support)|pledges?|peacekeeping|contributions?|funding|commitments?|initiatives?|packages?"),
    ("energy", r"(?:natural |liquefied )*(?:gas|oil)|crude|coal|LNG|barrels|electricity"),
    ("exports", r"exports?|exported"),
    ("imports", r"imports?|imported|purchas(?:es?|ing)|buy(?:ing|s)?|bought"),
    ("students", r"students|scholarships"),
    ("visitors", r"tourists?|tourism|visitors|travell?ers"),
    ("flights", r"flights"),
    ("refugees", r"refugees|sheltered|sheltering|hosted|took in|taken in"),
    ("companies", r"compan(?:y|ies)"),
)  # fmt: skip
_ANY = re.compile(
    "|".join(rf"(?P<i{i}>\b(?:{p})\b)" for i, (_, p) in enumerate(_NAMES)), re.IGNORECASE
)
# Words that hold an indicator's word but are none of relations between states.
_NOT = re.compile(
    r"\b(?:oil-for-food|trade (?:war|unions?|mission|talks|representative|organi[sz]ation|center|act|agreement|deal|wars)|World Trade|Trade (?:Center|Organi[sz]ation|Representative|Act|Commissioner)|free trade|oil and gas|arms control|(?:energy|export|food|gas|import|oil) prices?|gas (?:station|attack)|aid(?:e|s)\b|lives|tariffs?|GDP|GNP|inflation|unemployment|emissions)\b",
    re.IGNORECASE,
)
# Things that tell by themselves what is counted.
_BY_UNIT = {
    "barrels": "energy",
    "companies": "companies",
    "cubic metres": "energy",
    "doses": "vaccines",
    "flights": "flights",
    "howitzers": "arms",
    "kilowatt hours": "energy",
    "missiles": "arms",
    "scholarships": "students",
    "students": "students",
    "tanks": "arms",
    "tourists": "visitors",
    "visas": "visas",
    "visitors": "visitors",
}
# What money is set up as: "a $15 billion effort".
_PROGRAMME = re.compile(
    r"\s+(?:[\w-]+\s+)?(?:effort|emergency|facility|fund|grant|initiative|package|plan|program(?:me)?|tranche)\b",
    re.IGNORECASE,
)
# How far behind an amount its indicator may stand, and how far before; characters. A first setting.
_BEHIND, _BEFORE = 60, 140


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator's name and the span of its word in the text."""

    name: str
    start: int
    end: int


def indicators(text: str) -> list[Indicator]:
    """The indicators that a text names, in order."""
    return list(_indicators(text))


def _indicators(text: str) -> Iterator[Indicator]:
    out = [m.span() for m in _NOT.finditer(text)]
    for match in _ANY.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in out):
            continue
        name = next(n for i, (n, _) in enumerate(_NAMES) if match[f"i{i}"])
        yield Indicator(name, match.start(), match.end())


# Indicators of which no money is told.
_COUNTED = frozenset(("companies", "flights", "refugees", "students", "visitors"))


def indicator_of(text: str, amount: Amount, found: list[Indicator]) -> str | None:
    """What an amount is of: its own unit, the words behind it, else the nearest before it."""
    counted = _BY_UNIT.get(amount.unit or "")
    if counted is not None:
        return counted
    if amount.thing is None:
        found = [i for i in found if i.name not in _COUNTED]
    behind = text[amount.end : amount.end + _BEHIND]
    stop = re.search(
        r"[.;:!?]|, (?:and|while|whereas|but|which|up|down)\b|\bwhile\b|\bwhereas\b|[$€£]|\d",
        behind,
    )
    limit = amount.end + (stop.start() if stop else len(behind))
    near = next((i for i in found if amount.end <= i.start and i.end <= limit), None)
    inside = next((i for i in found if amount.start <= i.start and i.end <= amount.end), None)
    before = [i for i in found if i.end <= amount.start and amount.start - i.end <= _BEFORE]
    if inside is not None:
        return inside.name
    linked = near is not None and re.match(
        r"\W*(?:worth of|of|in|for|as)?\s*(?:the |additional |direct |new |our |its )*(?:[\w-]+\s+){0,4}$",
        text[amount.end : near.start],
    )
    if near is not None and (linked or not before):
        return near.name
    if _PROGRAMME.match(text, amount.end) and not (before and amount.start - before[-1].end < 30):
        return "aid"
    return before[-1].name if before else (near.name if near else None)
