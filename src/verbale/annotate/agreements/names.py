"""Finding the names of instruments: capitalised ones, known short ones, a place or two states with a
plain noun. What is told by plain words alone is found in `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

__all__ = ["Named", "known", "proper", "same_name", "same_words"]

# Runs are bounded: a text all in capitals must not take time with its square.
_WORD = r"[A-Z][\w.’'&]*(?:[-–](?:\s(?=[A-Z]))?[\w’'.]+)*"
# What an instrument is called, capitalised in a name; longer ones first.
HEADS = (
    r"(?:Accords?|Agreements?|Arrangements?|Charter|Communiqu[eé]s?|Compact|Convention|Covenant|Declarations?|Final Act|Grain Initiative"
    r"|Founding Act|Instrument of [A-Z]\w+|Joint Statement|Memorand(?:um|a)(?: of (?:Understanding|Cooperation|Intent))?|Pact"
    r"|Package of Measures|Plan of Action|Proclamation|Protocol|Statute|Statement of (?:Guiding )?(?:Intent|Principles)|Statement(?= on)|Treaty)"
)
_BEFORE = rf"(?:(?:{_WORD})(?:\s+(?:and|for|of|on|the)(?:\s+the)?(?=\s+[A-Z])|,(?=\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*\s+and\s))?\s+(?:\([A-Z]{{2,6}}\)\s+)?){{0,12}}?"
_OF = r"(?:[Aa]gainst|[Bb]etween|concerning|for|of|on|regarding|to)"
_AFTER = (
    rf"(?:\s+{_OF}(?:\s+(?:the|a|its))?\s+{_WORD}"
    rf"(?:(?:,?\s+and(?:\s+the)?\s+|\s+(?:between|of|on|for|in|with|against|and|at)(?:\s+(?:the|an?))?\s+|,\s+|\s+)(?=[A-Z]){_WORD}){{0,20}})?"
)
# One instrument may be of another: "Rivers Treaty Safeguards Agreement".
_OF_ANOTHER = rf"(?:\s+(?:{_WORD}\s+){{1,2}}?{HEADS}\b)?"
_CAPITAL = re.compile(rf"\b{_BEFORE}{HEADS}\b(?!\s+Organi[sz]ation){_OF_ANOTHER}{_AFTER}")
# "the Minsk agreements", "the Dayton peace accords": a proper name before a plain noun.
_KINDS = (
    r"(?:(?:air|air transportation|air transport|and|arms control|association|border|ceasefire|climate|defen[cs]e|economic|final"
    r"|framework|free trade|grain|joint|maritime|maritime boundary|minerals?|nuclear|peace|security|trade|transport)\s+){0,5}"
)
_MIXED = re.compile(
    rf"\b(?:{_WORD}\s+){{1,4}}{_KINDS}"
    r"(?:accords?|agreements?|charter|communiqu[eé]|convention|declaration|joint statement|memorandum|package of measures|pact|protocols?|treaty|treaties)\b"
)
_DEAL = re.compile(
    rf"\b(?:{_WORD}\s+){{1,3}}(?:ceasefire|climate|economic and trade|grain|minerals?|nuclear|peace|trade)\s+deal\b"
)
# Two states and what they agreed on: "the X-Y natural resources deal".
_OF_TWO = re.compile(
    r"\b(?:North |South )?[A-Z][\w.]*[-–][A-Z][\w.]*\s+(?:[a-z][\w-]*\s+){0,3}(?:accord|agreement|ceasefire|deal|pact|treaty)\b"
)
# Instruments known by short names; sorted.
_SHORT = re.compile(
    r"\b(?:CFE|CPTPP|CTBT|INF Treaty|JCPOA|NAFTA|NPT|New START(?: Treaty)?|Open Skies Treaty|RCEP|START (?:I{1,3}|Treaty)|UNCLOS|USMCA"
    r"|[Jj]oint [Cc]omprehensive [Pp]lan of [Aa]ction)\b(?!/)"
)
# A partnership on one matter, where it is announced or signed.
PARTNERSHIP = re.compile(
    rf"\b{_WORD}\s+(?:(?:{_WORD}|and|for|\({_WORD}\))\s+){{0,8}}(?:Compact|Partnership)\b"
)
_THREE = re.compile(r"\b(?:three\s+)(?:[A-Z][\w.]*[-–][\w.]+\s+)?[Jj]oint\s+[Cc]ommuniqu[eé]s\b")
# Words that open a sentence or a title, no part of a name.
_NO_PART = re.compile(
    r"^(?:(?:After|Also|And|As|At|Both(?: the)?|By|Following|For|From|In|Its|On|Our|Since|That|The|Their|These|This|Today|Under|With|President|Prime Minister)\s+)+"
)
# What belongs to an instrument and stands before it: "Article V of the …", "Review Conference of …".
_PIECE = re.compile(
    r"^(?:(?:Annex|Article|Articles|Chapter|Part|Section|Title)\s+[\dIVXLC]+\s+(?:of|to)\s+(?:the\s+)?"
    rf"|(?:{_WORD}\s+)*?(?:(?:{_WORD})[’']s\s+)?(?:Anniversary|Commission|Committee|Conference|Dialogue|Implementation|Investigation"
    r"|Members|Parties|Ratification|Review|Secretariat|Section \d+|Signing|Talks|Violation)\s+(?:and|of|on|to)\s+(?:the\s+)?)+"
)
_AND = re.compile(r",?\s+and\s+(?P<the>the\s+)?(?=[A-Z])")
# A short name in brackets behind the full one.
_ALIAS = re.compile(r"\s*\((?:the\s+)?[“\"']?(?P<alias>[A-Z][\w\s&-]{1,40}?)[”\"']?\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its span in the text that was searched; `plain` where only its use tells it.

    `given` is the name as written, line breaks included; `alias` a short name given in brackets.
    """

    name: str
    start: int
    end: int
    plain: bool
    given: str = ""
    alias: str | None = None

    def name_to(self, position: int) -> str:
        """The name up to a position of the text."""
        return even(self.given[: position - self.start])


def even(given: str) -> str:
    """A name on one line: white space evened, words that a line end broke joined."""
    return re.sub(r"(?<=[a-z][-–]) (?=[A-Z])", "", " ".join(given.split()))


def proper(text: str) -> Iterator[Named]:
    """The instruments that a sentence names by proper names; they may overlap, the best first."""
    for pattern in (_THREE, _SHORT, _CAPITAL, _DEAL, _MIXED, _OF_TWO, PARTNERSHIP):
        for match in pattern.finditer(text):
            for start, end in _parts(text, match.start(), match.end()):
                end = _without_adjective(text, start, end)
                given = text[start:end]
                if re.search(r"[’']s \w+$", given):
                    continue  # "X's agreement" to do something
                if len(given.split()) < 2 and not _SHORT.fullmatch(given):
                    continue
                if pattern is _MIXED and _opens(text, start, given):
                    continue
                named = Named(even(given), start, end, pattern is PARTNERSHIP, given)
                alias = _ALIAS.match(text, end)
                yield replace(named, alias=" ".join(alias["alias"].split())) if alias else named


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in a run of capitals: what opens the sentence cut off, two joined ones apart."""
    for cut in (_NO_PART, _PIECE):
        opening = cut.match(text[start:end])
        if opening and re.search(HEADS, text[start + opening.end() : end], re.IGNORECASE):
            start += opening.end()
    head = re.compile(rf"\b{HEADS}\b")
    for joint in _AND.finditer(text, start, end):
        left, right = text[start : joint.start()], text[joint.end() : end]
        if not head.search(right):
            continue
        if head.search(left):
            yield start, joint.start()
            yield from _parts(text, joint.end(), end)
            return
        if joint["the"]:
            yield from _parts(text, joint.end(), end)
            return
    yield start, end


_LAST_ADJECTIVE = re.compile(
    r"\s+(?:concerning|for|of|on|regarding|to)(?:\s+the)?\s+\S+(?:[’']s|ian|ese|ish|can|nch)$"
)


def _without_adjective(text: str, start: int, end: int) -> int:
    """The end of a name without a tail that lacks its noun: "Plan of Action on the Xian" …"""
    tail = _LAST_ADJECTIVE.search(text[start:end])
    follows = re.match(
        r"\s+(?!(?:and|at|by|for|in|is|of|on|or|that|to|was|with)\b)[a-z]", text[end:]
    )
    return start + tail.start() if tail and follows else end


def _opens(text: str, start: int, given: str) -> bool:
    """Whether the capital is only that of a sentence's first word: "Important agreements"."""
    words = given.split()
    opening = not re.search(r"\w", text[:start])
    return opening and len(words) == 2 and words[1].endswith("s")


_STOP = frozenset("a an and between for in joint of on the three to with".split())
_PLURAL = re.compile(r"s\b")
# Heads that one instrument is called by in turn.
_TURNS = frozenset(("accord", "agreement", "arrangement", "deal"))


def _content(name: str) -> set[str]:
    # Hashtags write names in one word: "PhaseOne".
    apart = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", name)
    words = re.findall(r"\w+", apart.lower().replace("é", "e"))
    found = {_PLURAL.sub("", w) for w in words if w not in _STOP}
    return found - _TURNS if found - _TURNS else found


# Words that say only what kind of text it is: alone they name none.
_KIND_WORDS = frozenset(
    ("charter", "communique", "convention", "cooperation", "declaration", "final", "intent")
    + ("memorandum", "pact", "protocol", "statement", "treaty", "understanding")
)
# Instruments of different kinds are two: "the joint communiqués" and "the agreement".
_KINDS_APART = tuple(
    re.compile(p)
    for p in (
        r"\b(?:accords?|agreements?|arrangements?|deals?|pacts?|treat(?:y|ies))\b",
        r"\bcharter\b",
        r"\bcommuniqu[eé]s?\b",
        r"\bconventions?\b",
        r"\b(?:declarations?|statements?)\b",
        r"\bmemorand(?:um|a)\b",
        r"\bprotocols?\b",
    )
)
# Two names of one set of instruments.
_ALIASES = (
    (r"\bminsk\b", "minsk"),
    (r"\bjcpoa\b|comprehensive plan of action|\biran\b.*\bdeal\b", "jcpoa"),
    (r"\bnpt\b|non-?\s?proliferation (?:of nuclear|treaty)", "npt"),
    (r"\bunclos\b|law of the sea", "unclos"),
    (r"\bctbt\b|test[- ]ban", "ctbt"),
    (
        r"\b(?:un|u\.n\.|united nations) charter\b|charter of (?:the )?united nations|^charter$",
        "un-charter",
    ),
)


def known(name: str) -> bool:
    """Whether a name is a short one that is known by itself: "the JCPOA"."""
    return _SHORT.fullmatch(name) is not None


def same_words(one: str, two: str) -> bool:
    """Whether two names are of the same words in any order, little words aside."""
    return _content(one) == _content(two)


def same_name(one: str, two: str) -> bool:
    """Whether two names mean one instrument: an alias, or the words of one within the other's."""
    keys = [
        next((key for pattern, key in _ALIASES if re.search(pattern, n, re.IGNORECASE)), None)
        for n in (one, two)
    ]
    if keys[0] or keys[1]:
        return keys[0] == keys[1]
    kinds = [{i for i, k in enumerate(_KINDS_APART) if k.search(n.lower())} for n in (one, two)]
    if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
        return False
    a, b = _content(one), _content(two)
    if a <= _KIND_WORDS or b <= _KIND_WORDS:
        return a == b
    return a <= b or b <= a
