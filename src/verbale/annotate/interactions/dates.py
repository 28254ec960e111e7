"""The date that a contact gets from its times, and what the date rests on."""

from __future__ import annotations

import datetime
import re

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lexicon import VERBS
from verbale.annotate.interactions.view import View
from verbale.annotate.interactions.when import HALF_YEAR, past
from verbale.layers import TIMES, Time
from verbale.records import InteractionStatus

__all__ = ["basis_of", "dated", "year_before"]


def dated(
    view: View,
    trigger: Trigger,
    times: list[Time],
    status: InteractionStatus,
    anchor: datetime.date | None,
) -> tuple[str | None, InteractionStatus]:
    """The date (EDTF), and the status, which a date that lies ahead decides for a bare noun."""
    if not times:
        return None, status
    plain = _whole(view, times)
    date = plain
    lies_ahead = status in ("planned", "proposed")
    bare = not trigger.verb and trigger.governor is None
    if lies_ahead or (bare and not _in_the_past(view, trigger)):
        led = coming(view, times[0], anchor, lies_ahead)
        if led is not None and led != (times[0].group_edtf or times[0].edtf):
            return led, "planned"
        date = led and plain
    return date or vaguely(view, times, anchor), status


def _whole(view: View, times: list[Time]) -> str | None:
    """The first time, or the days from it to the next: "from May 30 to June 1", "yesterday and today"."""
    first = times[0].group_edtf or times[0].edtf
    days = sorted(
        (t for t in times if t.edtf and t.begin and t.begin == t.last), key=lambda t: t.start
    )
    if len(days) != _TWO or first not in (days[0].edtf, days[1].edtf):
        return first
    between = view.document.text[days[0].end : days[1].start]
    return f"{days[0].edtf}/{days[1].edtf}" if _UP_TO.fullmatch(between) else first


_TWO = 2
_UP_TO = re.compile(r"\s*(?:and|to|through|until|[-–—])\s*(?:the )?")


_SINCE = frozenset("after following since".split())


def _in_the_past(view: View, trigger: Trigger) -> bool:
    """Whether a sentence says how things were: what its bare nouns name was before.

    What somebody said or stressed in the past may lie ahead.
    """
    leads = {view.lower(k) for k in (trigger.first - 1, trigger.first - 2)}
    above = (
        view.words[view.words[trigger.index].head] if view.words[trigger.index].head >= 0 else None
    )
    if leads & _SINCE and above is not None and above.text.lower().endswith("ed"):
        return True  # "as he said after their meeting in June"
    if above is not None and above.lemma in VERBS and above.text.lower().endswith(_PAST):
        return True  # "travelled to Z for the inauguration of X on May 5"
    root = next((i for i, w in enumerate(view.words) if w.deprel == "root"), None)
    if root is None:
        return False
    return bool({view.lower(c) for c in view.sentence.children(root, "cop")} & {"was", "were"})


# Ends of what contact verbs are in the past.
_PAST = ("ed", "met", "came", "flew", "left", "went", "saw", "spoke")


_YEAR = re.compile(r"\d{4}|\b(?:last|past|previous|ago)\b", re.IGNORECASE)


def coming(view: View, time: Time, anchor: datetime.date | None, planned: bool) -> str | None:
    """The value of a time; a month or day without a year is led ahead where that is nearer.

    `planned` says that the contact lies ahead whatever is nearer; a time that then lies behind and
    cannot be led ahead is of something else ("said yesterday that he will") and gives nothing.
    """
    words = view.document.text[time.start : time.end]
    told = time.group_edtf or time.edtf
    if time.edtf is None or not past(time, anchor):
        return told
    if _YEAR_OF_LIST.match(view.document.text, time.end):
        return None if planned else told
    match = re.fullmatch(r"(\d{4})(-\d\d(?:-\d\d)?[~?]?)", time.edtf)
    near = time.begin is not None and anchor is not None and (anchor - time.begin).days < HALF_YEAR
    if match is None or _YEAR.search(words) or not _MONTH.search(words):
        return None if planned else told
    if near and not planned:
        return told
    return f"{int(match[1]) + 1}{match[2]}"


# "in May | and September 2022": the year behind is of both.
_YEAR_OF_LIST = re.compile(
    r"\s*(?:,|,? and|,? or) (?:in )?(?:\d{1,2} )?[A-Z]\w+ (?:\d{1,2}, )?\d{4}\b"
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


_DAYS = re.compile(r"\b(?:coming|few|last|next|past|recent|these) (?:\w+ )?days\b", re.IGNORECASE)
_WEEKS = re.compile(r"\bweeks\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|last|past|recent|these)\b", re.IGNORECASE)
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def vaguely(view: View, times: list[Time], anchor: datetime.date | None) -> str | None:
    """The month of "a few days ago", "over the next few days", "several weeks ago"; a season."""
    for time in times:
        season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", time.value)
        words = view.document.text[time.start : time.end]
        if season and not re.match(r" [A-Z]", view.document.text[time.end : time.end + 2]):
            return f"{season[1]}-{_SEASONS[season[2]]}"
        after = view.document.text[time.end : time.end + 8]
        if anchor is None or time.edtf or after.startswith((" before", " after")):
            continue
        if _DAYS.search(words):
            # Three days are "a few".
            near = anchor + datetime.timedelta(days=-3 if _AGO.search(words) else 3)
            return f"{near:%Y-%m}~"
        if _WEEKS.search(words) and _AGO.search(words):
            return f"{anchor - datetime.timedelta(weeks=3):%Y-%m}~"
    return None


def unsettled(view: View, times: list[Time]) -> str | None:
    """What is to be said of weekdays that the text does not anchor."""
    if not times or any(t.edtf for t in times) or not times[0].value.startswith("XXXX"):
        return None
    start, end = min(t.start for t in times), max(t.end for t in times)
    return f"{view.document.text[start:end]} of a time that the text does not settle"


_BEFORE = re.compile(
    r"\b(?:ago|earlier|former|last|past|previous(?:ly)?|recent(?:ly)?|years?)\b", re.IGNORECASE
)


_AGAIN = re.compile(r"\b(?:again|future|next)\b", re.IGNORECASE)


def basis_of(view: View, trigger: Trigger, times: list[Time], date: str | None) -> str | None:
    """What the date rests on.

    "before" marks an undated contact that was earlier than the text's own, "ahead" one that will be
    at some time.
    """
    if date:
        return "text"
    if any(t.value == "FUTURE_REF" for t in times) or _AGAIN.search(_around(view, trigger)):
        return "ahead"
    before = "before" if _BEFORE.search(_around(view, trigger)) else None
    return unsettled(view, times) or before


def _around(view: View, trigger: Trigger) -> str:
    return view.between(max(0, trigger.first - 4), trigger.index + 5)


def year_before(view: View) -> str | None:
    """ "And in 2020, … . They have had calls on several occasions": the time stands before."""
    start = view.sentence.start
    before = [t for t in view.document.get(TIMES) if start - 300 <= t.start < start and t.edtf]
    last = before[-1] if before else None
    bare = last is not None and view.document.text[last.start : last.end] == last.edtf
    return last.edtf if last and bare else None
