"""How real a contact is: held, planned, proposed, cancelled, postponed, or mere talk."""

from __future__ import annotations

import datetime
import re

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lexicon import (
    AHEAD,
    CALLED_OFF,
    GENERAL,
    HABIT,
    HOPED,
    PLANNED,
    PROPOSED,
    PUT_OFF,
    TOLD_AS_PLACE,
)
from verbale.annotate.interactions.view import View
from verbale.annotate.interactions.when import HALF_YEAR, ahead, exact, past
from verbale.layers import Time
from verbale.records import InteractionStatus

__all__ = ["status_of"]

_NEGATIONS = frozenset("cannot never no not n't n’t without".split())
_WILL = frozenset("'ll shall will wo ’ll".split())
_MAYBE = frozenset("can could may might must should would 'd ’d".split())
_BE = frozenset("'m 're 's am are is ’m ’re ’s".split())
_THANKS = re.compile(r"\b(?:thank\w*|grateful|gratitude)\b[^.;]* for (?:\w+ )?\w+$", re.IGNORECASE)
_ACCEPTED = re.compile(r"\baccept(?:ed|s)?\b")
_DUE = re.compile(
    r"(?:\b(?:am|are|is|was|were)|[’']re|[’']s) (?:about|due|expected|scheduled|set|slated) to$"
)
# A verb that only says that something was done or asked about, above a contact in the infinitive.
_DONE = frozenset(
    """
    able arrive chance come convene delight delighted fly gather glad go grateful happy have honor honored
    honour honoured join meet opportunity please pleased pleasure privilege return thank time travel use visit welcome
    """.split()
)


def status_of(
    view: View, trigger: Trigger, times: list[Time], anchor: datetime.date | None
) -> InteractionStatus | None:
    """The status as of the document; None for what is denied, wished or only talked of."""
    if _thanked_for(view, trigger):
        return None
    if view.words[trigger.index].lemma == "invitation":
        return "planned" if _ACCEPTED.search(view.text) else "proposed"
    told = _by_verbs(view, trigger) if trigger.verb or trigger.governor is not None else None
    if told == "maybe" and times and ahead(times[0], anchor):
        return "planned"  # "may visit in September"
    if told in ("maybe", "none"):
        return None
    status = told or _by_phrase(view, trigger)
    if status == "none":
        return None
    off = _called_off(view, trigger)
    if off:
        return off
    if times and status in ("held", "planned", None):
        if ahead(times[0], anchor) and told != "held":
            return "planned"
        if past(times[0], anchor) and not told and (exact(times[0]) or _lately(times[0], anchor)):
            return "held"
    return status or "held"  # type: ignore[return-value]  # "none" was answered above


def _thanked_for(view: View, trigger: Trigger) -> bool:
    """ "Thank you for the invitation", "for inviting me": what is told is that the guest is here."""
    if view.words[trigger.index].lemma not in ("invitation", "invite"):
        return False
    return bool(_THANKS.search(view.between(trigger.index - 8, trigger.index)))


def _lately(time: Time, anchor: datetime.date | None) -> bool:
    """Whether a time was in the half year before."""
    return bool(anchor and time.begin and (anchor - time.begin).days < HALF_YEAR)


def _by_verbs(view: View, trigger: Trigger) -> str | None:
    """What the verb of the contact and the verbs above it say."""
    at = trigger.index if trigger.verb else trigger.governor
    if at is None:
        return None
    lemma = view.words[trigger.index].lemma
    if _DUE.search(view.between(at - 4, at - 1)):
        return "planned"
    if trigger.verb and view.lower(at) in ("coming", "going") and _children(view, at) & _BE:
        return "none" if _children(view, at) & _NEGATIONS else "planned"
    if trigger.verb and lemma == "expect":
        return "none" if _children(view, at) & _NEGATIONS else "planned"
    if trigger.verb and (lemma == "invite" or (lemma == "welcome" and _to_come(view, at))):
        denied = _children(view, at) & _NEGATIONS
        if denied:
            return "none"
        return "planned" if _ACCEPTED.search(view.text) else "proposed"
    if not trigger.verb and view.words[at].lemma == "announce":
        return "planned"
    infinitive = purpose = False
    for _ in range(5):
        words = _children(view, at)
        word = view.words[at]
        going_on = word.deprel in ("advcl", "xcomp") and word.text.lower().endswith("ing")
        going_on = going_on and not view.sentence.children(at, "aux", "nsubj")
        if _shares(view, at) or (going_on and "to" not in words):
            at = word.head  # "will attend X and | meet Y", "should continue | meeting"
            continue
        if words & _NEGATIONS:
            return "none"
        if not infinitive or at != (trigger.index if trigger.verb else trigger.governor):
            if infinitive and word.lemma in HOPED and words & {"would", "'d", "’d"}:
                return "none"  # "he'd like to"
            if words & _WILL or (words & {"would", "'d", "’d"} and _told(view, at)):
                return "planned"
            if words & _MAYBE:
                return "maybe" if "may" in words else "none"
        if "if" in words or "unless" in words or "whether" in words:
            return "none"
        if (
            infinitive
            and word.lemma in PLANNED
            and (word.lemma != "look" or "forward" in words or "set" in view.text)
        ):
            return "planned"
        if infinitive and word.lemma in PROPOSED:
            return "proposed"
        if infinitive and word.lemma in HOPED:
            return "none"
        has_to = "to" in words and word.upos == "VERB" and bool(view.sentence.children(at, "mark"))
        be_to = "to" in words and words & {"is", "are", "was", "were"}
        if be_to and not infinitive and word.deprel not in ("advcl", "acl"):
            return "planned"
        if words & {"going"} and "to" in words:
            return "planned"
        forward = word.text.lower().endswith("ing") and view.lower(at - 1) == "to"
        if not (has_to or forward) or word.head < 0:
            if infinitive and not purpose and word.lemma not in _DONE:
                return "none"  # "efforts to hold", "allows them to hold"
            return "held" if not infinitive or word.lemma in _DONE else None
        infinitive = True
        purpose = word.deprel == "advcl"
        at = word.head
        if view.lower(at) == "going" and _children(view, at) & _BE:
            return "planned"
        if view.words[at].upos == "PROPN":
            return None  # "an invitation from X to Y to visit": the aim of a noun before
        if view.words[at].upos not in ("VERB", "ADJ", "AUX", "NOUN"):
            return "held"
    return None


def _to_come(view: View, at: int) -> bool:
    """ "welcomed X | to visit Y": asked, not received."""
    behind = view.between(at + 1, at + 12)
    return bool(re.match(r"[^,.;]*\bto (?:attend|come|travel|visit)\b", behind))


_JOINS = frozenset("and but or".split())


def _shares(view: View, at: int) -> bool:
    """Whether a verb takes subject and auxiliaries from the one that it is joined to."""
    word = view.words[at]
    if word.deprel != "conj" or word.head < 0 or view.words[word.head].upos != "VERB":
        return False
    before = [c for c in view.sentence.children(at) if c < at and view.lower(c) not in _JOINS]
    own = {view.words[c].deprel.split(":")[0] for c in before}
    return not own & {"aux", "mark", "nsubj"}


def _told(view: View, at: int) -> bool:
    """Whether a clause is what somebody said: "announced that he would visit"."""
    return view.words[at].deprel in ("ccomp", "parataxis")


def _children(view: View, at: int) -> set[str]:
    """The words before a verb that hang on it, with the auxiliary right before it wherever that hangs."""
    out = {view.lower(c) for c in view.sentence.children(at) if c < at}
    before = at - 1
    while before > 0 and view.words[before].upos == "ADV":
        before -= 1
    if before >= 0 and view.words[before].upos == "AUX":
        out.add(view.lower(before))
    return out | ({"forward"} if view.lower(at + 1) == "forward" else set())


def _by_phrase(view: View, trigger: Trigger) -> str | None:
    """What stands before a noun of contact says."""
    inside = [view.lower(k) for k in range(trigger.first, trigger.index)]
    before = view.lower(trigger.first - 2) if view.lower(trigger.first - 1) == "," else ""
    if AHEAD & {*inside, before}:
        return "planned"
    if "proposed" in inside:
        return "proposed"
    lead = view.document.text[view.sentence.start : view.words[trigger.first].start]
    if TOLD_AS_PLACE.search(lead) or re.search(r"\blook(?:s|ed|ing)? forward to\b", lead):
        return "planned"
    if re.search(
        r"\b(?:propos\w+|offer\w*|suggest\w*|(?:call\w*|ready|readiness) for|(?:idea|possibility|potential|prospects?) of)\b[^,.;]{0,40}$",
        lead,
    ):
        return "proposed"
    if _of_what_will_be(view, trigger):
        return "planned"
    if re.search(
        r"\b(?:looks? set|(?:are|is) (?:due|expected|scheduled|set)) to\b", _after(view, trigger)
    ):
        return "planned"
    if re.match(r"\s*(?:to be held|scheduled|planned|set) ", _after(view, trigger)):
        return "planned"
    if _NEGATIONS & set(inside) or "any" in inside:
        return "none"
    return None


def _of_what_will_be(view: View, trigger: Trigger) -> bool:
    """Whether the contact does, or is the occasion of, what will be: "the visit will give"."""
    word = view.words[trigger.index]
    if word.head < 0 or word.deprel not in ("nsubj", "nsubj:pass", "obl"):
        return False
    around = {view.lower(c) for c in view.sentence.children(word.head)}
    above = view.words[word.head]
    return bool(around & _WILL) or (above.lemma == "look" and "set" in around)


def _after(view: View, trigger: Trigger) -> str:
    end = min(trigger.index + 10, len(view.words) - 1)
    return view.between(trigger.index + 1, end)


def _called_off(view: View, trigger: Trigger) -> InteractionStatus | None:
    """Cancelled or postponed: the verb over the noun, or the noun as its subject."""
    if trigger.verb:
        return None
    head = view.words[trigger.index].head
    if head < 0 or view.words[head].deprel == "aux":
        return None
    above = view.words[head]
    if view.words[trigger.index].deprel not in ("obj", "nsubj", "nsubj:pass", "nmod"):
        return None
    after = view.lower(head + 1)
    if above.lemma in CALLED_OFF and (above.lemma != "call" or after == "off"):
        return "cancelled"
    if above.lemma in ("cancellation",):
        return "cancelled"
    if above.lemma in PUT_OFF and (above.lemma != "put" or after == "off"):
        return "postponed"
    return None


_COURSE = frozenset("continue deepen intensify maintain restore resume strengthen".split())


def general(view: View, trigger: Trigger) -> bool:
    """Whether the words speak of contacts in general, of a habit or of a course of talks."""
    before = {view.lower(k) for k in range(max(0, trigger.first - 4), trigger.index)}
    at = trigger.index if trigger.governor is None else trigger.governor
    how = {view.lower(c) for c in view.sentence.children(at, "advmod")}
    if HABIT & (before | how) or GENERAL & {
        view.lower(k) for k in range(max(0, trigger.first - 1), trigger.index)
    }:
        return True
    if view.lower(trigger.first) in ("these", "those"):
        return True  # those told before
    head = view.words[trigger.index].head
    return not trigger.verb and head >= 0 and view.words[head].lemma in _COURSE
