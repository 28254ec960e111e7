"""Whether a figure was reached or is to be reached: from the verbs and nouns that govern it."""

from __future__ import annotations

import re

from verbale.clauses import clauses
from verbale.layers import Sentence

__all__ = ["aimed", "carries_on", "denied", "given"]

# Nouns and verbs of aims and promises; lemmas, sorted.
_NOUNS = frozenset(
    ("aim", "announcement", "commitment", "decision", "goal", "intention", "objective")
    + ("plan", "pledge", "promise", "proposal", "target")
)
_VERBS = frozenset(
    (
        "agree",
        "aim",
        "allocate",
        "announce",
        "approve",
        "authorise",
        "authorize",
        "commit",
        "decide",
    )
    + (
        "earmark",
        "expect",
        "hope",
        "intend",
        "launch",
        "pledge",
        "plan",
        "promise",
        "propose",
        "request",
        "seek",
        "undertake",
    )
    + ("want", "wish")
)
_MODALS = frozenset(("may", "might", "must", "shall", "should", "will", "would"))
# Giving that is under way is promised, not done.
_GIVING = frozenset(
    ("allocate", "authorize", "create", "donate", "give", "grant", "invest", "provide", "send")
    + ("supply",)
)
# Verbs of giving money, all that tell aid; lemmas, sorted.
_GIVES = frozenset(
    ("allocate", "contribute", "disburse", "donate", "give", "grant", "pledge", "provide")
)
# What was promised over the years up to the text is told as given.
_SINCE = re.compile(r"\bsince\b")
_DONE = re.compile(
    r"\b(?:delivered|thank\w*|grateful|gratitude|received|provided|already|so far)\b", re.IGNORECASE
)
# A goal that the figure is said of in the same breath: "our goal, namely, reaching …".
_TOWARDS = re.compile(
    r"\b(?:aim|goal|objective|target)\b(?:(?! (?:was|had)\b)[^.;:$€£]){0,45}$", re.IGNORECASE
)


# A law that grants is promised, not given.
_LAW = re.compile(
    r"\bsign\w* (?:into law|(?:a|the) (?:\w+ )?(?:bill|law))\b[^.;]*$|\bsign\w* (?:an?|another|the) (?:\w+ )?$"
)
_THERE_IS = re.compile(r"\b[Tt]here (?:are|is|was|were|have been|has been)\b[^.;]{0,25}$")
_ON_THE_WAY = re.compile(r"[^.;,]{0,30}\b(?:on the way|to come|to follow)\b")
# "Thank you for sending …": it came. "For the decision to send": it will.
_THANKED = re.compile(
    r"\b(?:appreciat\w+|grateful|gratitude|thank\w*)\b[^.;]*?\bfor (?:\w+ )?(?!announc|commit|decid|plan|pledg|promis)\w+ing\b[^.;]*$"
)
# Sums of what was told just before: "This includes …", "of which …".
_OF_IT = re.compile(
    r"\W*(?:it|that|the \w+|these|this)(?: \w+)?(?: will| would)? includ\w+\b", re.IGNORECASE
)
_HELD_BY = frozenset(("acl", "acl:relcl", "advcl", "amod", "case", "compound", "csubj"))


def carries_on(sentence: Sentence, text: str, start: int, last: int | None) -> bool:
    """Whether the figure at `start` of a sentence is told as the one before it: its parts listed on.

    `last` is where the figure before it ends in this sentence, if one does.
    """
    if last is None:
        return _OF_IT.match(text) is not None
    if ";" not in text[last:start]:
        return False
    low, high = last + text[last:start].index(";"), text.find(";", start)
    return not any(
        w.upos in ("AUX", "VERB") and w.deprel not in _HELD_BY
        for w in sentence.words
        if low <= w.start - sentence.start < (high if high > 0 else start)
    )


def aimed(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the figure at `start`–`end` of the given text is one to be reached."""
    at = sentence.head_of(start, end)
    if at is None:
        return False
    if re.search(r"\bfrom (?:about |almost |nearly |over )?$", text[sentence.start : start]):
        return False  # where a rise begins
    if _TOWARDS.search(text[sentence.start : start]) or _LAW.search(text[sentence.start : start]):
        return True
    if _ON_THE_WAY.match(text, end):
        return True
    if _THERE_IS.search(text[sentence.start : start]):
        return False
    if _THANKED.search(text[sentence.start : start]):
        return False
    by_verb = {c.verb: c for c in clauses(sentence)}
    purpose = False
    for step in range(8):
        word = sentence.words[at]
        helping = {sentence.words[c].text.lower() for c in sentence.children(at, "aux")}
        marks = {sentence.words[c].lemma for c in sentence.children(at, "mark")}
        if word.upos == "NOUN" and word.lemma in _NOUNS:
            return True
        if word.upos in ("VERB", "AUX"):
            clause = by_verb.get(at)
            if helping & _MODALS or "’ll" in helping or "'ll" in helping:
                return True
            if helping & {"have", "has", "had", "was", "were", "been", "'ve", "’ve"}:
                return word.lemma in _VERBS and not _SINCE.search(text, end, sentence.end)
            going = word.text.lower().endswith("ing") and bool(helping)
            if word.lemma in _VERBS or (going and word.lemma in _GIVING and clause is not None):
                return True
            if "to" in marks:
                purpose = True
            elif _past(word.text, word.lemma) and not purpose:
                return False
        if word.head < 0 or (step and word.deprel in ("ccomp", "parataxis")):
            break
        at = word.head
    return purpose and not _DONE.search(text[sentence.start : end])


def given(sentence: Sentence, start: int, end: int) -> bool:
    """Whether money at `start`–`end` is what a verb of giving has as its object: "gave X $2 billion"."""
    at = sentence.head_of(start, end)
    if at is not None and sentence.words[at].deprel == "nmod":
        at = sentence.words[at].head  # "a total of $2 billion"
    if at is None or sentence.words[at].deprel not in ("obj", "nsubj:pass", "obl"):
        return False
    verb = sentence.words[sentence.words[at].head]
    return sentence.words[at].head >= 0 and verb.lemma in _GIVES


def denied(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the verb that governs a figure is denied: neither reached nor promised."""
    at = sentence.head_of(start, end)
    by_verb = {c.verb: c for c in clauses(sentence)}
    for _ in range(6):
        if at is None or at < 0:
            return False
        if at in by_verb and sentence.words[at].upos == "VERB":
            return by_verb[at].negated
        at = sentence.words[at].head
    return False


def _past(text: str, lemma: str) -> bool:
    return text.lower() != lemma and not text.lower().endswith(("s", "ing"))
