"""When a contact is or was: each time of a sentence belongs to one trigger at most."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lists import tail_end
from verbale.annotate.interactions.together import same_trip
from verbale.annotate.interactions.view import View
from verbale.layers import Time

__all__ = ["HALF_YEAR", "ahead", "exact", "past", "times_of"]


def times_of(view: View, found: list[Trigger], stops: dict[int, int]) -> dict[int, list[Time]]:
    """The times of each trigger by its index, the best first."""
    out: dict[int, list[Time]] = {t.index: [] for t in found}
    for first, last, time in view.times:
        if not _tells_when(time):
            continue
        owner = _owner(view, found, stops, first, last)
        if owner is not None:
            for t in (owner, *_asked_for(view, found, owner)):
                out[t.index].append(time)
    for t, beside in pairwise(found):
        lead = view.between(t.index + 1, beside.first - 1)
        if not out[t.index] and _MARGINS.fullmatch(lead):
            out[t.index] = out[beside.index]
        if same_trip(view, t, beside):
            out[t.index] = [
                *out[t.index],
                *out[beside.index],
            ]  # "arrived on May 2 for a three-day visit"
    return {k: sorted(v, key=_rank) for k, v in out.items()}


# "a meeting on the sidelines of the conference on Saturday"
_MARGINS = re.compile(r"(?:at|in|on) the (?:margins?|sidelines?) of(?: the)?")


def _asked_for(view: View, found: list[Trigger], visit: Trigger) -> list[Trigger]:
    """The invitation that a visit in the infinitive is the aim of: "invited X to visit Y in May"."""
    if not visit.verb or view.lower(visit.index - 1) != "to":
        return []
    before = [t for t in found if t.index < visit.index]
    return [t for t in before[-1:] if view.words[t.index].lemma in ("invitation", "invite")]


def _rank(time: Time) -> tuple[bool, bool, bool]:
    """A stay of days first, then days, then what is vaguer; what nothing resolves last."""
    return time.edtf is None, time.type != "DURATION", not exact(time)


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
    if _of_another(view, found, first):
        return None
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


_BESIDE = frozenset("after before following since until".split())


def _of_another(view: View, found: list[Trigger], first: int) -> bool:
    """ "our meeting after the events held yesterday": the time of what a contact was after."""
    last = max((t.index for t in found if t.index < first), default=first)
    return any(view.lower(k) in _BESIDE for k in range(last + 1, first - 1)) and any(
        view.words[k].upos == "VERB" for k in range(last + 1, first)
    )


def _hangs_on(view: View, first: int, last: int, trigger: Trigger) -> bool:
    """Whether syntax hangs a time on the verb of a trigger."""
    inside = set(range(first, last + 1))
    at = first
    while at in inside:
        at = view.words[at].head
    verb = trigger.index if trigger.verb else trigger.governor
    return at >= 0 and at == verb


def exact(time: Time) -> bool:
    """Whether a time is a week or less."""
    return bool(time.begin and time.last and (time.last - time.begin).days <= 7)


def ahead(time: Time, anchor: datetime.date | None) -> bool:
    """Whether a time begins after the day of the text."""
    return bool(anchor and time.begin and time.begin > anchor)


def past(time: Time, anchor: datetime.date | None) -> bool:
    """Whether a time ended before the day of the text."""
    return bool(anchor and time.last and time.last < anchor)


HALF_YEAR = 183
