"""What a text tells of its own time without naming it: each a stretch that its day lies in.

An anniversary that "this year marks" gives its year, a session of the General Assembly that is under
way the year from its September on, a year told as over a bound. A day named with its weekday and
without its year agrees with a few years only.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.annotate.times import Expression
from verbale.annotate.times.days import valid
from verbale.annotate.times.lexicon import MONTHS, WEEKDAYS, number
from verbale.annotate.times.tense import looks
from verbale.document import Document, Span
from verbale.layers import SENTENCES

__all__ = ["Agreement", "Window", "agreements", "anniversaries", "complete", "sessions", "year_of"]

Day = datetime.date
# The longest stretch of a sentence that is looked at to either side, in characters.
REACH = 400
FIRST_SESSION = 1945  # the year before that of the first General Assembly


@dataclass(frozen=True, slots=True)
class Window:
    """The document's day lies in `begin`..`last` (None: open), says `span`."""

    begin: Day | None
    last: Day | None
    span: Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """A day with its weekday and without its year ("Tuesday, March 23")."""

    month: int
    day: int
    weekday: int
    span: Span

    def on(self, year: int) -> Day | None:
        """The day in that year, if it has that weekday there."""
        day = valid(year, self.month, self.day)
        return day if day and day.weekday() == self.weekday else None


def agreements(expressions: Sequence[Expression]) -> list[Agreement]:
    """Days told with a weekday and no year, each once, in the text's order."""
    found: dict[tuple[int, int, int], Agreement] = {}
    for e in expressions:
        if e.kind not in ("mdy", "dmy") or "w" not in e.parts or "y" in e.parts:
            continue
        month = MONTHS.get(e.parts["m"].lower().rstrip(".")[:3])
        weekday = WEEKDAYS.get(e.parts["w"].lower().rstrip("."))
        day = re.match(r"\d{1,2}", e.parts["d"])
        if month and day and weekday is not None:
            agreement = Agreement(month, int(day[0]), weekday, Span(e.start, e.end))
            found.setdefault((month, int(day[0]), weekday), agreement)
    return list(found.values())


def year_of(e: Expression) -> int | None:
    """The year that an expression names itself."""
    value = e.parts.get("y") or e.parts.get("my")
    return int(value) if value and value.isdigit() else None


# --- anniversaries -----------------------------------------------------------------------------

_MARKED = re.compile(r"\b(?P<q>this|next|last)\s+year\b[^,;:]{0,60}$", re.IGNORECASE)
_MARKED_AFTER = re.compile(
    r"\bwhich\s+(?:\w+\s+){1,4}?(?:celebrate|commemorate|mark)(?:[sd]|ing)?\s+(?P<q>this|next|last)\s+year\b",
    re.IGNORECASE,
)
_STEP = {"this": 0, "next": -1, "last": 1}
# A year behind one of these is not that of the event.
_OTHER_YEAR = re.compile(
    r"\b(?:after|before|beyond|by|for|from|than|through|till?|to|until)\s+(?:the\s+)?(?:year\s+)?$"
)
_AHEAD = re.compile(r"\b(?:be|can|may|shall|should|to|will|would)\b")
_FOUNDED = r"\s+of\s+(?:the\s+)?(?:founding|foundation|establishment|creation)\s+of\s+the\s+"
# Events whose year texts leave out; a fact each.
_KNOWN = tuple(
    (re.compile(pattern, re.IGNORECASE), year)
    for pattern, year in (
        (rf"{_FOUNDED}(?:United\s+Nations|UN)\b(?!\s+(?-i:[A-Z]))", 1945),
        (rf"{_FOUNDED}(?:People['’]s\s+Republic\s+of\s+China|PRC)\b", 1949),
        (r"\s+of\s+the\s+end\s+of\s+(?:the\s+Second\s+World\s+War|World\s+War\s+II)\b", 1945),
        (r"\s+of\s+the\s+United\s+Nations(?=\s*[,.;])", 1945),
        (r"\s+of\s+the\s+Universal\s+Declaration\s+of\s+Human\s+Rights\b", 1948),
    )
)


def anniversaries(document: Document, expressions: Sequence[Expression]) -> Iterator[Window]:
    """The year in which an anniversary of an event of a told year is marked."""
    for i, e in enumerate(expressions):
        if e.kind != "anniversary" or document.text[: e.start].rstrip().endswith("-"):
            continue
        first, last = _sentence(document, e.start)
        before, after = document.text[first : e.start], document.text[e.end : last]
        marked = _MARKED.search(before) or _MARKED_AFTER.search(after)
        base = _base(document.text, expressions, i, last)
        count = number(e.parts["n"])
        if marked is None or base is None or not count:
            continue
        year = base[0] + int(count) + _STEP[marked["q"].lower()]
        if 1 <= year <= Day.max.year:
            start = first + marked.start("q") if marked.string is before else e.start
            end = e.end + marked.end() if marked.string is after else e.end
            yield Window(Day(year, 1, 1), Day(year, 12, 31), Span(start, max(end, base[1])))


def _base(
    text: str, expressions: Sequence[Expression], i: int, last: int
) -> tuple[int, int] | None:
    """The year of the event and where its words end: told in the sentence, or known."""
    e = expressions[i]
    for pattern, year in _KNOWN:
        if known := pattern.match(text, e.end):
            return year, known.end()
    for j in range(i + 1, len(expressions)):
        x = expressions[j]
        if x.start >= last or x.kind == "anniversary":
            return None
        year_ = year_of(x)
        if x.kind in ("dmy", "mdy", "my", "year") and year_:
            between = text[e.end : x.start]
            told = re.match(r"\s+of\b", between) and not _OTHER_YEAR.search(between)
            return (year_, x.end) if told and not _AHEAD.search(between) else None
    return None


def _sentence(document: Document, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, no further than REACH; nothing of one outside the body."""
    sentences = document.get(SENTENCES)
    i = bisect_right(sentences, at, key=lambda s: s.start) - 1
    if i < 0 or at >= sentences[i].end:
        return at, at
    return max(sentences[i].start, at - REACH), min(sentences[i].end, at + REACH)


# --- sessions of the General Assembly ----------------------------------------------------------

_ONES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL = (
    rf"(?P<n>\d{{2,3}}(?:st|nd|rd|th)|(?:{_TENS})[-\s]+(?:{_ONES})"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth)"
)
_SESSION = re.compile(
    rf"\b{_ORDINAL}\s+session\b(?P<of>\s+of\s+the\s+(?:(?:United\s+Nations|UN)\s+)?General\s+Assembly)?",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(
    r"\bGeneral\s+Assembly\s+at\s+(?:its|the)\s+$|\bUNGA['’]s\s+$", re.IGNORECASE
)
_CURRENT = re.compile(r"\b(?:current|ongoing|present|this)\s+$", re.IGNORECASE)
_ELECTED = re.compile(
    r"\bcongratulat\w+\b(?!.*\b(?:predecessor|thank|tribute)).*\b(?:assumption|elected|election)\b"
    r"[^.;]*\bpresiden(?:t|cy)\b[^.;]*$",
    re.IGNORECASE | re.DOTALL,
)
_TENS_OF = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80}
_TENS_OF |= {"ninet": 90}


def sessions(document: Document) -> Iterator[Window]:
    """The stretch of the session of the General Assembly that is under way, or just has its president.

    Session N opens in September of 1945+N; its president is elected from June on.
    """
    for match in _SESSION.finditer(document.text):
        before = document.text[_sentence(document, match.start())[0] : match.start()]
        if not (match["of"] or _ASSEMBLY.search(before)):
            continue
        year = FIRST_SESSION + _ordinal(match["n"])
        span = Span(match.start(), match.end())
        if _CURRENT.search(before):
            yield Window(Day(year, 9, 1), Day(year + 1, 9, 30), span)
        elif _ELECTED.search(before):
            yield Window(Day(year, 6, 1), Day(year, 12, 31), span)


def _ordinal(word: str) -> int:
    """The number of "seventy-eighth", "sixtieth" or "78th"."""
    word = word.lower()
    if word[0].isdigit():
        return int(word[:-2])
    if word.endswith("ieth"):
        return _TENS_OF[word.removesuffix("ieth")]
    return int(number(" ".join(re.split(r"[-\s]+", word))) or 0)


# --- years that are over -----------------------------------------------------------------------

_PAST = r"(?:fell|grew|had|held|made|met|rose|saw|stood|took|was|were|\w{2,}ed)"
_IN = r"(?:during|end\s+of|in|throughout)\s+"
# "In 2022 trade reached …", "trade reached … in 2022": the year opens its clause or is near its verb.
_OPENS = re.compile(rf"^\W*(?:\w+\s+){{0,2}}{_IN}$")
_CLOSES = re.compile(rf"\b{_PAST}\s+(?:[\w$.]+\s+){{0,5}}{_IN}$")
_VERB = re.compile(rf"\b{_PAST}\b")
_BREAK = re.compile(r"[.!?;](?=\s|$)|\n")


def complete(expressions: Sequence[Expression]) -> Window | None:
    """The newest year that is told as past, as a bound: the text is of that year or later."""
    past = [e for e in expressions if e.kind == "year" and year_of(e) and _done(e)]
    newest = max(past, key=lambda e: year_of(e) or 0, default=None)
    year = year_of(newest) if newest else None
    if newest is None or year is None or not 1 <= year <= Day.max.year:
        return None
    return Window(Day(year, 1, 1), None, Span(newest.start, newest.end))


def _done(e: Expression) -> bool:
    """Whether the clause around tells of what happened in the year."""
    before, after = _BREAK.split(e.before)[-1], _BREAK.split(e.after)[0]
    if looks(e) > 0 or after.startswith("-") or _AHEAD.search(before):
        return False
    if _CLOSES.search(before):
        return True
    return bool(_OPENS.search(before) and _VERB.search(after) and not _AHEAD.search(after))
