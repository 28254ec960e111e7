"""Finding the names of instruments: capitalised ones, known short ones, and plain words in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Named", "named", "same_name"]

_WORD = r"[A-Z][\w.’'&]*(?:[-–][\w’'.]+)*"
# What an instrument is called, capitalised in a name; longer ones first.
_HEADS = (
    r"(?:Accords?|Agreements?|Charter|Communiqu[eé]s?|Compact|Convention|Covenant|Declaration|Final Act"
    r"|Founding Act|Joint Statement|Memorand(?:um|a)(?: of (?:Understanding|Cooperation|Intent))?|Pact"
    r"|Package of Measures|Plan of Action|Protocol|Statement(?= on)|Treaty)"
)
_LINK = r"(?:\s+(?:and|for|of|on|the|in)(?:\s+the)?\s+(?=[A-Z])|[ ,]\s*(?=[A-Z])|\s+)"
_BEFORE = rf"(?:(?:{_WORD})(?:\s+(?:and|for|of|on|the)(?:\s+the)?(?=\s+[A-Z])|,(?=\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*\s+and\s))?\s+)*?"
_OF = r"(?:against|between|concerning|for|of|on|regarding|to)"
_AFTER = (
    rf"(?:\s+{_OF}(?:\s+(?:the|a|its))?\s+{_WORD}"
    rf"(?:(?:,?\s+and(?:\s+the)?\s+|\s+(?:between|of|on|for|in|with|against|and)(?:\s+the)?\s+|,\s+|\s+)(?=[A-Z]){_WORD})*)?"
)
_CAPITAL = re.compile(rf"\b{_BEFORE}{_HEADS}\b(?!\s+Organi[sz]ation){_AFTER}")
# "the Minsk agreements", "the Dayton peace accords": a proper name before a plain noun.
_MIXED = re.compile(
    rf"\b(?:{_WORD}\s+){{1,4}}(?:peace\s+|trade\s+|free trade\s+|climate\s+|nuclear\s+)?"
    r"(?:accords?|agreements?|charter|communiqu[eé]s?|convention|declaration|memorandum|pact|protocols?|treaty|treaties)\b"
)
# Instruments known by short names; sorted.
_SHORT = re.compile(
    r"\b(?:CFE|CPTPP|CTBT|INF Treaty|JCPOA|NAFTA|NPT|New START(?: Treaty)?|Open Skies Treaty|RCEP|START (?:I{1,3}|Treaty)|UNCLOS|USMCA)\b"
)
_THREE = re.compile(r"\b(?:three\s+)(?:[A-Z][\w.]*[-–][\w.]+\s+)?[Jj]oint\s+[Cc]ommuniqu[eé]s\b")
_PLAIN_HEADS = (
    r"(?:agreements?|arrangements?|ceasefire|communiqu[eé]|deal|declarations?|joint (?:statement|declaration|communiqu[eé])"
    r"|memorand(?:um|a) of (?:cooperation|intent|understanding)|outcome document|pact|peace (?:treaty|deal|agreement)|protocol|treaty|truce)"
)
_PLAIN = re.compile(
    rf"\b(?:(?:bilateral|framework|free trade|intergovernmental|joint|trade|trilateral|[A-Z]\w+ \d{{4}})\s+)?{_PLAIN_HEADS}\b"
    r"(?P<tail>\s+(?:between|on|of)\s+(?:(?!that\b|which\b|who\b|and\s+(?:the\s+)?\w+ed\b)(?:[^,.;:()—–]|,(?= (?:the )?[A-Z])(?! \d))){3,90})?"
)
# Words that open a sentence or a title, no part of a name.
_NO_PART = re.compile(
    r"^(?:(?:After|Also|And|As|At|By|Following|For|From|In|Its|On|Our|Since|That|The|Their|These|This|Today|Under|With|President|Prime Minister)\s+)+"
)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its span in the text that was searched; `plain` where only its use tells it.

    `given` is the name as written, line breaks included.
    """

    name: str
    start: int
    end: int
    plain: bool
    given: str = ""

    def name_to(self, position: int) -> str:
        """The name up to a position of the text."""
        return " ".join(self.given[: position - self.start].split())


def named(text: str) -> list[Named]:
    """The instruments that a sentence names, in text order, none inside another."""
    found: list[Named] = []
    for item in (*_proper(text), *_plain(text)):
        if not any(f.start < item.end and item.start < f.end for f in found):
            found.append(item)
    return sorted(found, key=lambda f: f.start)


def _proper(text: str) -> Iterator[Named]:
    for pattern in (_THREE, _SHORT, _CAPITAL, _MIXED):
        for match in pattern.finditer(text):
            given = match.group()
            cut = _NO_PART.match(given)
            start = match.start() + (cut.end() if cut else 0)
            given = text[start : match.end()]
            if re.search(r"[’']s \w+$", given):
                continue  # "X's agreement" to do something
            if len(given.split()) < 2 and not _SHORT.fullmatch(given):
                continue
            yield Named(" ".join(given.split()), start, match.end(), False, given)


def _plain(text: str) -> Iterator[Named]:
    for match in _PLAIN.finditer(text):
        end = match.end()
        yield Named(" ".join(match.group().split()), match.start(), end, True, match.group())


_STOP = frozenset("a an and between for in joint of on the three to with".split())
_PLURAL = re.compile(r"s\b")


def _content(name: str) -> set[str]:
    words = re.findall(r"\w+", name.lower().replace("é", "e"))
    return {_PLURAL.sub("", w) for w in words if w not in _STOP}


# Two names of one set of instruments.
_ALIASES = (
    (r"\bminsk\b", "minsk"),
    (r"\bjcpoa\b|comprehensive plan of action", "jcpoa"),
    (r"\bnpt\b|non-?proliferation of nuclear", "npt"),
)


def same_name(one: str, two: str) -> bool:
    """Whether two names mean one instrument: an alias, or the words of one within the other's."""
    keys = [
        next((key for pattern, key in _ALIASES if re.search(pattern, n, re.IGNORECASE)), None)
        for n in (one, two)
    ]
    if keys[0] or keys[1]:
        return keys[0] == keys[1]
    a, b = _content(one), _content(two)
    return bool(a and b) and (a <= b or b <= a)
