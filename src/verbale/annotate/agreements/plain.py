"""Instruments told by plain words: "a memorandum of understanding on energy", "the agreements of 3 May".

They count where something is done with them, or where parties, a day or a subject identify them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.agreements.names import Named, even
from verbale.records import Act

__all__ = ["counts", "plain"]

_MODIFIERS = (
    r"(?:(?:air|arms control|association|bilateral|ceasefire|comprehensive|cooperation|(?:mutual )?defen[cs]e|draft|economic(?: and trade)?"
    r"|extradition|final|framework|free trade|interim|intergovernmental|joint|legally binding|multilateral|peace|security|trade|trilateral"
    r"|tripartite|(?!The\b)[A-Z]\w+ \d{4})\s+)*"
)
_HEADS = (
    r"(?:accords?|agreements?|arrangements?|ceasefire|communiqu[eé]|convention|deal|declarations?"
    r"|(?:bilateral|joint|peace|trilateral|tripartite) (?:[A-Z][\w.]*[-–][\w.]+ )?(?:[Ss]tatements?|declarations?|communiqu[eé])"
    r"|memorand(?:um|a)(?: (?:of|on) (?:cooperation|intent|understanding))?|MoUs?|outcome document|pact|protocol|treat(?:y|ies)|truce|(?<=draft )documents?"
    r"|(?:Accord|Agreement|Charter|Convention|Declaration|Memorandum|Protocol|Statement|Treaty)(?=\s+(?:against|by|on|to)\s))"
)
# The tail names parties or a subject; it ends before a verb, a clause or a purpose.
_STOPS = (
    r"(?:that|which|who|to|is|are|was|were|be|has|have|had|as being|can|could|how|may|might|must|should|will|would"
    # What an instrument does.
    r"|allow(?:ed|s)|came|comes|cover(?:ed|s)|enter(?:ed|s)|expire[ds]|foresees|gave|gives|includes|lapsed|marks|obliges"
    r"|provides|remain(?:ed|s)|stipulate[ds]|takes|took"
    r"|and\s+(?:an?|other|several|(?:the\s+)?[a-z]\w*ed|the\s+\w+ing"
    r"|(?:the\s+)?(?:[\w-]+\s+){0,3}(?:agreement|convention|declaration|memorandum|protocol|statement|treaty)))\b"
)
_TAIL = (
    r"(?P<tail>\s+reached\s+(?:at|in)\s+(?:the\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*"
    rf"|\s+(?:against|between|by(?= the (?:\w+s of|[A-Z]))|for|of|on|with)\s+(?:(?!(?<!\w){_STOPS})(?:(?<=\bU)\.(?=[\w ])|(?<=\bU\.[A-Z])\.|[^,.;:()—–]"
    r"|,(?= (?:the )?[A-Z])(?! \d))){3,120})?"
)
_PLAIN = re.compile(rf"\b{_MODIFIERS}{_HEADS}\b{_TAIL}")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
# What is done with an instrument so that it is a certain one.
_DONE = frozenset(
    ("signed", "issued", "ratified", "in-force", "renewed", "agreed-to-renew", "suspended")
    + ("terminated", "anniversary")
)
_PARTIES = re.compile(
    r"\b(?:between|(?:by|of) the (?:leaders|presidents) of)\b.*(?:\b(?:and|&)\b|\b(?:countries|leaders|sides|states)\b)"
)
_BETWEEN = re.compile(r"[^.;,]{0,40}\bbetween\b(?:[^.;]|(?<=\b[A-Z])\.)*\band\b")
_TAILED = re.compile(r" (?:against|between|by|for|of|on|with) ")
_LOOSE = re.compile(r"(?:accord|agreement|arrangement|deal)s?$")
_MANY = re.compile(
    r"\b(?:any|many|more|numerous|other|such|various)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_CAPITAL = re.compile(
    r"(?:Accord|Agreement|Charter|Convention|Declaration|Memorandum|Protocol|Statement|Treaty)\s"
)
# Instruments that are wished for by their kind alone: "to conclude a free trade agreement".
_TO_BE_MADE = re.compile(
    r"(?:[\w-]+ ){0,4}(?:association|border|cooperation|customs|defen[cs]e|extradition|investment|partnership|peace"
    r"|security|tax|trade|visa) (?:accord|agreement|pact|treaty)\b"
)
_HELD = re.compile(r"ceasefire\b(?! agreement)|truce\b")


def plain(text: str) -> Iterator[Named]:
    """The plain names of a sentence, whether they count or not."""
    for match in _PLAIN.finditer(text):
        given = match.group().rstrip()
        yield Named(even(given), match.start(), match.start() + len(given), True, given)


def counts(item: Named, act: Act, text: str, dated: bool) -> bool:
    """Whether a plain name in a sentence's text is a clearly identified instrument.

    `dated`: whether a day or year of its own goes with it.
    """
    before, behind = text[: item.start], text[item.end :]
    name = item.name.lower()
    if name.endswith(("compact", "partnership")):
        return act in ("issued", "signed") and not re.search(r"comprehensive|strategic", name)
    if name.startswith("outcome document of") or " reached " in name:
        return True
    if _HELD.search(_TAILED.split(name)[0]):
        sides = re.search(
            r"\b[A-Z]\w+[-–][A-Z]\w+\s+$", f"{before} {item.name.split(' cease')[0]} "
        )
        year = _YEAR.search(item.name) or re.search(r"\b(?:19|20)\d\d\s+$", before)
        return bool(sides or year) or (dated and act != "cited")
    owned = re.search(
        r"\b(?:any|no|such|other|similar|these|those|all|some)\s+$", before, re.IGNORECASE
    )
    if _CAPITAL.match(item.name) and re.search(r"\b(?:an?|the|this)\s+$", before):
        return True  # "the Agreement on preventing incidents"
    if act == "proposed" and _TO_BE_MADE.match(name) and not (owned or _MANY.search(before)):
        return True
    with_one = re.search(r"\bwith (?:the )?[A-Z]", item.name)
    certain = re.search(r"\b(?:its|our|the|their)\s+$", before) and "deal" not in name
    between = (
        (with_one and (act != "cited" or certain))
        or _PARTIES.search(item.name)
        or (act != "cited" and _BETWEEN.match(behind))
    )
    # "Bilateral agreements between A and B" in general are none.
    one = act != "cited" or re.search(
        r"\b(?:an?|its|our|that|the|their|these|this|those)\s+(?:\w+\s+){0,2}$",
        before,
        re.IGNORECASE,
    )
    parties = bool(between and one) and not (
        act == "cited" and re.match(r"(?:peace|possible)\b", name)
    )
    bare = re.fullmatch(r"\w+(?: \w+)?", name) is not None and len(name.split()) == 1
    if bare and act == "signed" and _BETWEEN.match(behind):
        return True
    if not bare and name.endswith("agreement") and re.search(r"\b(?:our|their)\s+$", before):
        return True
    if _LOOSE.search(_TAILED.split(name)[0]):
        if _MANY.search(before):
            return dated
        if re.search(r"\b(?:good|great)\s+$", before) or re.match(r"deals? of\b", name):
            return False
        made = _drafted(item, act) and re.search(r"\b(?:draft|negotiat)", before[-40:] + name)
        return dated or (not bare and (act in _DONE or parties)) or bool(made)
    if owned:
        return dated
    if (
        not bare
        and re.search(r"(?:[’'](?:s\s+|\s+)|\b(?:our|their)\s+)$", before)
        and name.endswith(("pact", "treaty"))
    ):
        return True
    if re.match(r"memorand(?:um|a)\b(?! (?:of|on) (?:coop|int|und))", name) and act == "issued":
        return False  # an office's own
    if bare:
        definite = re.search(r"\b(?:the|this)\s+$", before)
        return dated or (act in _DONE and not definite)
    # "the communiqué of the Action Group": whose it is identifies it.
    whose = re.search(r"\bof (?:the )?[A-Z]", item.name) is not None
    planned = act == "proposed" and name.startswith("joint")
    return dated or whose or planned or act in _DONE or parties or _drafted(item, act)


def _drafted(item: Named, act: Act) -> bool:
    """Whether a text is being made: "the draft agreement on …", "to conclude a treaty on …"."""
    subject = re.search(r"\b(?:against|for|on)\s+\w+(?:\s+\w+)?", item.name)
    return act == "proposed" and subject is not None
