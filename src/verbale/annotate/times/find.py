"""Finding: at each word that can open a time, the first branch of the grammar that matches.

An `Expression` knows its branch and its parts; nothing is resolved here, so finding does not depend
on any date. A range written in one go ("22–25 April") gives two expressions, the second `joint`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.annotate.times.grammar import BY_HEAD, Branch
from verbale.document import Span

__all__ = ["Expression", "find"]

# How far around an expression its tense and prepositions are looked for.
AROUND = 80
_WORD = re.compile(r"(?<![\w$€£/])(?<!\d[.,])(?:\w+|['’](?=\d\d\b))")
# Names that hold a word of time and are none: papers, shows, events, eras; sorted.
_NAMES = re.compile(
    r"(?:China|People['’]s|Global|Korea|Moscow|Financial|New York|Wall Street)\s+(?:Daily|Times|Weekly)"
    r"|[A-Z][\w'’]+\s+Daily\b|Daily\s+(?:Mail|News|Beast|Telegraph)|(?:Winter|Summer)\s+(?:Olympic|Games|Paralympic)"
    r"|(?:Black|Good)\s+Friday|Spring\s+Festival|[Cc]lub\s+\d+|[Rr]esolutions?\s+\d+(?:\s*\(\d{4}\))?"
    r"|(?:Agenda|Vision|Goals)\s+20\d\d|20\d\d\s+(?:Agenda|Vision|Goals)\b|May\s+I\b|(?:(?:for|in)\s+(?:a|the)\s+)?new\s+era"
    r"|(?:World|Cold|Civil|Great)\s+War\b|[Hh]undred\s+Years?['’]?\s+War|\d\d?\s+Minutes\b"
)
_MAY_BE_A_VERB = re.compile(
    r"\b(?:in|of|since|until|by|from|to|last|next|this|during|and|through|each|every|between|after|before|throughout)\s+$",
    re.IGNORECASE,
)
# A number beyond the years that news speak of is a year only where a word says so.
_PLAIN_YEARS = range(1700, 2060)
_LAST = re.compile(r"(?:the\s+)?last\s+(?:day|hour|minute|second)", re.IGNORECASE)
_STRETCH = re.compile(r"\b(?:in|over|within|during|for|of)\s+$", re.IGNORECASE)
_SAYS_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|from|to|before|after|around|year|during|between|late|early|and|of|circa|about)\s+$"
    r"|\($",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: the branch of the grammar, its parts, and the words themselves.

    `before` and `after` are a few words around, lower case: tense and prepositions live there.
    `joint` marks the second end of a range whose first end is the expression before it.
    """

    start: int
    end: int
    kind: str
    parts: dict[str, str]
    text: str
    before: str
    after: str
    joint: bool = False


def find(text: str, spans: Sequence[Span] | None = None) -> list[Expression]:
    """Expressions of `text`, or of the given stretches of it, in order, disjoint."""
    found: list[Expression] = []
    for span in spans if spans is not None else [Span(0, len(text))] if text else []:
        found += _in(text, span)
    return found


def _in(text: str, span: Span) -> Iterator[Expression]:
    names = [m.span() for m in _NAMES.finditer(text, span.start, span.end)]
    at = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        start = word.start()
        # After a hyphen only the other end of a range begins.
        if start < at or (start > at and text[start - 1] == "-"):
            continue
        branches = BY_HEAD.get(_head(word.group()))
        if branches is None:
            continue
        for branch in branches:
            match = branch.pattern.match(text, start, span.end)
            if match is None or _rejected(branch, match, text):
                continue
            if any(a < match.end() and start < b for a, b in names):
                continue
            yield from _expressions(text, span, branch.kind, match)
            at = match.end()
            break


def _head(word: str) -> str:
    """The key of a word in the table of heads: figures are one."""
    if word[0].isdigit():
        return "#"
    return "'" if word in "'’" else word.lower()


def _rejected(branch: Branch, match: re.Match[str], text: str) -> bool:
    """What has the shape of a time and is none."""
    kind, start, words = branch.kind, match.start(), match.group()
    if kind == "month":
        # "May" and "March" are words as well, and "Jan" is a name.
        if len(words) <= 3 and words != "May" and re.match(r"\s+[A-Z]", text[match.end() :][:3]):
            return True
        doubtful = words in ("May", "March", "MAY", "MARCH") or len(words) <= 3
        return doubtful and not _MAY_BE_A_VERB.search(text[max(0, start - 12) : start])
    if kind == "year":
        year = int(match["y"])
        return year not in _PLAIN_YEARS and not _SAYS_YEAR.search(text[max(0, start - 9) : start])
    if kind == "clock":
        # "(25:38)" behind a speaker's name is a place in a recording.
        return text[start - 1 : start] == "(" and bool(re.match(r"\d+:[\d:]+\)", text[start:][:9]))
    if kind == "relative" and _LAST.match(words):
        # The last of its kind, unless it is a stretch up to now.
        return not _STRETCH.search(text[max(0, start - 12) : start])
    if kind == "dur":
        count, unit = match["n"].lower(), match["u"].lower()
        if unit == "quarter":
            # "three quarters of": a share.
            return count in ("a", "an", "one", "some", "half a", "many") or bool(
                re.match(r"s?\s+of\s+(?!\d)", text[match.end("u") : match.end("u") + 8])
            )
        if re.match(r"over\s+(?:several|many|a\s+few|few|some)\b", words, re.IGNORECASE):
            return True
        if unit == "second":
            return count in ("a", "an", "one", "some") or words.lower().endswith("second")
        return count in ("a", "an") and match.end("n") - start <= 2 and match["half"] is None
    return False


def _expressions(text: str, span: Span, kind: str, match: re.Match[str]) -> Iterator[Expression]:
    parts = {k: v for k, v in match.groupdict().items() if v is not None}
    if "joint" not in parts:
        yield _expression(text, span, kind, match.start(), match.end(), parts)
        return
    # A range: two ends, each resolved on its own.
    edge, begin = match.start("joint"), match.end("joint")
    year = {"y": parts["y"]} if "y" in parts else {}
    if kind == "yrange":
        first, second = {"y": parts["a"]}, {"y": _full_year(parts["a"], parts["b"])}
        kinds = ("year", "year")
    else:
        first = {"m": parts["m"], "d": parts["a"], **year}
        second = {"m": parts["m"], "d": parts["b"], **year}
        kinds = ("mdy", "mdy")
    yield _expression(text, span, kinds[0], match.start(), edge, first)
    yield _expression(text, span, kinds[1], begin, match.end(), second, joint=True)


def _full_year(first: str, second: str) -> str:
    """ "1939–45": the second year with the first one's century."""
    return second if len(second) == 4 else first[: 4 - len(second)] + second


def _expression(
    text: str,
    span: Span,
    kind: str,
    start: int,
    end: int,
    parts: dict[str, str],
    *,
    joint: bool = False,
) -> Expression:
    while end > start and text[end - 1] in " ,":
        end -= 1
    before = text[max(span.start, start - AROUND) : start].lower()
    after = text[end : min(span.end, end + AROUND)].lower()
    return Expression(start, end, kind, parts, text[start:end], before, after, joint)
