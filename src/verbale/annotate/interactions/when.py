"""When a contact is or was: each time of a sentence belongs to one trigger at most."""

from __future__ import annotations

import datetime
import re

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lists import tail_end
from verbale.annotate.interactions.view import View
from verbale.layers import Time

__all__ = ["HALF_YEAR", "ahead", "coming", "exact", "past", "times_of", "unsettled", "vaguely"]


def times_of(view: View, found: list[Trigger], stops: dict[int, int]) -> dict[int, list[Time]]:
    """The times of each trigger by its index, the best first."""
    out: dict[int, list[Time]] = {t.index: [] for t in found}
    for first, last, time in view.times:
        if not _tells_when(time):
            continue
        owner = _owner(view, found, stops, first, last)
        if owner is not None:
            out[owner.index].append(time)
    return {k: sorted(v, key=_rank) for k, v in out.items()}


def _rank(time: Time) -> tuple[bool, bool, bool]:
    """A stay of days first, then days, then what is vaguer; what nothing resolves last."""
    return time.edtf is None, time.type != "DURATION", not exact(time)


def unsettled(view: View, times: list[Time]) -> str | None:
    """What is to be said of weekdays that the text does not anchor."""
    if not times or any(t.edtf for t in times) or not times[0].value.startswith("XXXX"):
        return None
    start, end = min(t.start for t in times), max(t.end for t in times)
    return f"{view.document.text[start:end]} of a time that the text does not settle"


def _tells_when(time: Time) -> bool:
    if time.type == "SET" or time.base_year is not None:
        return False
    if time.type == "DURATION":
        return time.value.startswith("PX") or bool(
            time.edtf and time.begin and time.value.endswith("D")
        )
    return True


def _owner(
    view: View, found: list[Trigger], stops: dict[int, int], first: int, last: int
) -> Trigger | None:
    for t in found:
        if t.first <= first and last <= t.index:
            return t
        # "today's meeting", "Monday's first round of talks"
        if view.lower(last + 1) in ("'s", "’s") and last + 2 == t.first:
            return t
        if last + 1 == t.first and view.words[t.first].upos not in ("DET", "PRON") and not t.verb:
            return t
    before = [t for t in found if t.index < first]
    for t in reversed(before):
        if first <= tail_end(view, t, stops[t.index]):
            return t
    for t in reversed(before):
        if _hangs_on(view, first, last, t):
            return t
    if before and not any(view.words[k].upos == "VERB" for k in range(before[-1].index + 1, first)):
        return before[-1]  # "the last time we met was in May"
    after = [t for t in found if t.index > last]
    if not before and after:
        t = after[0]
        at = t.index if t.governor is None else min(t.governor, t.index)
        verbs = [k for k in range(last + 1, at) if view.words[k].upos == "VERB"]
        verbs = [k for k in verbs if view.words[k].deprel not in ("amod", "acl", "acl:relcl")]
        if not verbs:
            return t
    return None


def _hangs_on(view: View, first: int, last: int, trigger: Trigger) -> bool:
    """Whether syntax hangs a time on the verb of a trigger."""
    inside = set(range(first, last + 1))
    at = first
    while at in inside:
        at = view.words[at].head
    verb = trigger.index if trigger.verb else trigger.governor
    return at >= 0 and at == verb


_DAYS = re.compile(r"\b(?:coming|few|last|next|past|recent|these) (?:\w+ )?days\b", re.IGNORECASE)
_WEEKS = re.compile(r"\bweeks\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|last|past|recent|these)\b", re.IGNORECASE)
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def vaguely(view: View, times: list[Time], anchor: datetime.date | None) -> str | None:
    """The month of "a few days ago", "over the next few days", "several weeks ago"; a season."""
    for time in times:
        season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", time.value)
        if season:
            return f"{season[1]}-{_SEASONS[season[2]]}"
        words = view.document.text[time.start : time.end]
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


def exact(time: Time) -> bool:
    """Whether a time is a week or less."""
    return bool(time.begin and time.last and (time.last - time.begin).days <= 7)


def ahead(time: Time, anchor: datetime.date | None) -> bool:
    """Whether a time begins after the day of the text."""
    return bool(anchor and time.begin and time.begin > anchor)


def past(time: Time, anchor: datetime.date | None) -> bool:
    """Whether a time ended before the day of the text."""
    return bool(anchor and time.last and time.last < anchor)


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
    match = re.fullmatch(r"(\d{4})(-\d\d(?:-\d\d)?[~?]?)", time.edtf)
    near = time.begin is not None and anchor is not None and (anchor - time.begin).days < HALF_YEAR
    if match is None or _YEAR.search(words) or not _MONTH.search(words):
        return None if planned else told
    if near and not planned:
        return told
    return f"{int(match[1]) + 1}{match[2]}"


_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
HALF_YEAR = 183
