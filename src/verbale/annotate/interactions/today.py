"""Whether a contact is told as one of the text's own day: by its author, in the simple past."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.stays import is_stay
from verbale.annotate.interactions.subjects import subjects
from verbale.annotate.interactions.view import View
from verbale.layers import TURNS
from verbale.lookup import distinct
from verbale.records import Actor
from verbale.voices import statement_at

__all__ = ["told_of_today"]

# What stands before a contact at which, or right after which, the sentence's own deed was done.
_BESIDE = frozenset("after at during following in on while".split())
# "The visit comes two months after X travelled to Z": what was before.
_LONG_AFTER = re.compile(r"\b(?:day|month|week|year)s? (?:after|since)\b[^,;]*$")
_IS = frozenset("'s am are is ’s".split())
_CLAUSES = frozenset(("conj", "parataxis", "root"))
_FIRST = frozenset("i we".split())
_HAVE = frozenset("'ve had has have ’ve".split())
_LABEL = re.compile(r"[“\"]?[.@]?[A-Z][^:\n]{1,60}:\s")


def told_of_today(
    view: View, title: Headline, trigger: Trigger, participants: tuple[Actor, ...]
) -> bool:
    """ "X met with Y", "X said at a meeting with Y", in a report of the day; "I just met with Y"."""
    own = trigger.index if trigger.verb else trigger.governor
    if own is not None and _just(view, own):
        return title.dated
    if title.dated and _greets(view, trigger):
        return True
    if not title.of_the_day or _spoken(view, title, trigger):
        return False
    if _LONG_AFTER.search(view.between(0, trigger.first - 1)):
        return False
    if is_stay(trigger) and view.lower(trigger.first) in _IS:
        return view.words[trigger.index].deprel != "advcl"
    if own is not None and view.words[own].deprel in _CLAUSES:
        return _told_now(view, title, own) and (title.genre == "log" or not _reported(view, own))
    word = view.words[trigger.index]
    if word.deprel == "root":
        return bool({view.lower(c) for c in view.sentence.children(trigger.index, "cop")})
    above = _told_at(view, trigger.index if own is None else own)
    if above is None or not _told_now(view, title, above):
        return False
    done_by = sides(distinct(a for p in subjects(view, above) for a in p.actors))
    return bool(done_by & sides(participants))


def _told_at(view: View, at: int) -> int | None:
    """The verb of the clause whose occasion a noun or verb is: "after meeting X, | said"."""
    word = view.words[at]
    if word.deprel not in ("advcl", "obl") or word.head < 0:
        return None
    beside = {view.lower(c) for c in view.sentence.children(at) if c < at}
    above = view.words[word.head]
    held = above.upos == "VERB" and above.deprel in _CLAUSES
    return word.head if held and beside & _BESIDE else None


def _told_now(view: View, title: Headline, verb: int) -> bool:
    """Whether a verb tells what was done: in the past, or in the present of a log of the day."""
    return _simple_past(view, verb) or (title.genre == "log" and _simple_present(view, verb))


def _simple_present(view: View, verb: int) -> bool:
    passive = {view.lower(c) for c in view.sentence.children(verb, "aux:pass")}
    if {view.lower(c) for c in view.sentence.children(verb, "aux", "mark")} - passive:
        return False
    if passive:
        return passive <= {"are", "is"}
    return view.lower(verb) != view.words[verb].lemma and view.lower(verb).endswith("s")


def _simple_past(view: View, verb: int) -> bool:
    helpers = {view.lower(c) for c in view.sentence.children(verb, "aux")}
    word = view.words[verb]
    lower = word.text.lower()
    return not helpers - {"did"} and lower != word.lemma and not lower.endswith(("ing", "s"))


def _just(view: View, verb: int) -> bool:
    """ "I just met", "we’ve just concluded"."""
    said = {view.lower(c) for c in view.sentence.children(verb, "advmod")}
    helpers = {view.lower(c) for c in view.sentence.children(verb, "aux")}
    word = view.words[verb]
    done = not helpers - _HAVE and word.text.lower() not in (word.lemma, f"{word.lemma}s")
    return "just" in said and done


def _reported(view: View, verb: int) -> bool:
    """Whether a clause goes on with somebody's words."""
    word = view.words[verb]
    return statement_at(view.document, word.start, word.end) is not None


_GLAD = re.compile(
    r"\b(?:chance|delight(?:ed)?|glad|good|great|happy|honou?r(?:ed)?|opportunity|pleased|pleasure"
    r"|privileged?|wonderful)\b[^,.;]*\bto (?:be able to )?$",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(?:thank\w*|welcome)\b[^.;]*\b(?:this|your)\b[^,.;]*$", re.IGNORECASE)
_RECEIVES = frozenset("have host meet receive see welcome".split())


def _greets(view: View, trigger: Trigger) -> bool:
    """ "It is an honor to welcome X", "we welcome you to", "thank you for your visit"."""
    word = view.words[trigger.index]
    lead = view.document.text[view.sentence.start : word.start]
    if not trigger.verb:
        here = bool(_THANKS.search(lead)) or view.lower(trigger.first) == "this"
        glad = trigger.governor is not None and bool(
            _GLAD.search(lead[: view.words[trigger.governor].start - view.sentence.start])
        )
        return trigger.kind == "visit" and (here or glad)
    if word.lemma == "visit":
        return bool(_GLAD.search(lead))
    if word.lemma not in _RECEIVES:
        return False
    subject_before = view.lower(trigger.index - 1) in _FIRST and word.text.lower() == word.lemma
    return subject_before or bool(_GLAD.search(lead))


def _spoken(view: View, title: Headline, trigger: Trigger) -> bool:
    """Whether somebody else than the author tells it: in a turn or a quotation."""
    document = view.document
    word = view.words[trigger.index]
    start = document.text.rfind("\n", 0, word.start) + 1
    before = document.text[start : word.start]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    if title.genre == "log":
        # The turns of a log run on into what its compiler tells; a turn's paragraph has a label.
        return bool(_LABEL.match(document.text, start)) or view.lower(0) in _FIRST
    turns = document.get(TURNS) if document.has(TURNS) else ()
    return any(t.start <= word.start < t.end for t in turns)
