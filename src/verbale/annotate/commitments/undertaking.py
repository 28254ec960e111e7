"""An undertaking found in a sentence, before it is a record."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.commitments.lexicon import ALL, STANDS, STATIVE
from verbale.clauses import actors_of, following, reach, run_on, with_denial
from verbale.document import Document, Span
from verbale.layers import Sentence
from verbale.records import Actor, Force

__all__ = [
    "Undertaking",
    "complement",
    "hoped_of",
    "idle",
    "infinitive",
    "several",
    "stands_with",
    "undertaking",
]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Who undertakes or asks for what, and of whom.

    `cue` and `verb` are the indices of the word that tells the force and of the action's head,
    `action` the words of the action, `span` the evidence.
    """

    sentence: Sentence
    force: Force
    by: tuple[Actor, ...]
    to: tuple[Actor, ...]
    cue: int
    verb: int
    action: Span
    span: Span
    confidence: float = 0.6


def undertaking(
    sentence: Sentence,
    force: Force,
    by: tuple[Actor, ...],
    to: tuple[Actor, ...],
    cue: int,
    verb: int,
    subject: int | None = None,
    confidence: float = 0.6,
) -> Undertaking:
    """An undertaking whose evidence runs from its subject or cue to the end of the action."""
    noun = ("case",) if sentence.words[verb].upos in ("NOUN", "PROPN") else ()  # "calls | for X"
    start, end = reach(sentence, verb, without=("mark", "nsubj", "aux", *noun))
    end = run_on(sentence, verb, end)
    end = min([end, *(_until(sentence, c) for c in _of_others(sentence, verb))])
    passive = sentence.children(verb, "aux:pass")
    if passive:
        # "that peace | be kept", "that the rule of law must be upheld": what it is done to is told.
        done_to = [c for c in sentence.children(verb, "nsubj") if sentence.words[c].upos != "PRON"]
        whole = reach(sentence, verb, without=("mark",))[0]
        denied = [c for c in sentence.children(verb, "advmod") if sentence.words[c].lemma == "not"]
        first = min(*passive, *denied, verb)
        start = whole if done_to else min(start, sentence.words[first].start)
    start = with_denial(sentence, verb, start)
    opening = sentence.words[cue].start
    if subject is not None and subject < cue and cue - subject < 10:
        opening = sentence.words[subject].start
    span = Span(min(opening, start), max(end, sentence.words[cue].end))
    return Undertaking(sentence, force, by, to, cue, verb, Span(start, end), span, confidence)


def _of_others(sentence: Sentence, verb: int) -> list[int]:
    """What others are to do, joined to an action: "X must leave and | Y must pay"."""
    joined = [c for c in sentence.children(verb, "conj") if sentence.children(c, "nsubj")]
    return [c for c in joined if sentence.children(c, "aux")]


def _until(sentence: Sentence, joined: int) -> int:
    """Where the words before a joined clause end."""
    first = min(sentence.subtree(joined))
    while sentence.words[first].upos in ("CCONJ", "PUNCT"):
        first += 1
    while first > 0 and sentence.words[first - 1].upos in ("CCONJ", "PUNCT"):
        first -= 1
    return sentence.words[first - 1].end


def infinitive(sentence: Sentence, cue: int, *marks: str, far: int = 14) -> int | None:
    """The verb behind "to" (or another mark) that a cue leads to: its child, else the first near it."""
    for child in sentence.children(cue, "xcomp", "ccomp", "advcl", "acl", "obl"):
        led = {sentence.words[c].lemma for c in sentence.children(child, "mark", "case")}
        if child > cue and led & set(marks) and sentence.words[child].upos in ("VERB", "AUX"):
            return child
    words = sentence.words
    for at in range(cue + 1, min(len(words) - 1, cue + far)):
        if words[at].upos in ("PUNCT", "CCONJ", "SCONJ") and words[at].text not in ("“", '"'):
            if words[at].text in (";", ":") or words[at].lemma in ("that", "if", "as", "because"):
                return None
            continue
        if words[at].upos == "VERB" and words[at - 1].lemma not in marks:
            return None
        if words[at].lemma in marks:
            behind = at + 1
            while behind < len(words) and words[behind].upos in ("ADV", "AUX", "PART"):
                behind += 1
            if behind < len(words) and words[behind].upos == "VERB":
                return behind
    return None


def hoped_of(document: Document, sentence: Sentence, action: int, own: set[str]) -> bool:
    """Whether others than the `own` states, or any sides, are hoped to do something."""
    word = sentence.words[action]
    if word.upos != "VERB" or word.lemma in STATIVE or sentence.children(action, "aux:pass"):
        return False
    for subject in sentence.children(action, "nsubj")[:1]:
        others = actors_of(document, sentence, subject)
        head = sentence.words[subject]
        any_sides = head.lemma in (ALL - {"we"}) | {"community", "government", "party"}
        if head.text.lower() == "you" or (not others and any_sides):
            return True
        return any((a.state or a.id) not in own for a in others)
    return False


def idle(sentence: Sentence, verb: int) -> bool:
    """Whether an action names no deed: "do it", "do so", "have" of nothing."""
    word = sentence.words[verb]
    things = [sentence.words[i] for i in sentence.children(verb, "obj", "ccomp", "xcomp")]
    if word.upos != "VERB" or word.lemma not in ("do", "have"):
        return False
    if not things:
        return all(w.lemma != "so" for w in sentence.words[verb + 1 : verb + 2])
    return word.lemma == "do" and all(t.lemma in _TAKEN_UP for t in things)


_TAKEN_UP = frozenset(("following", "it", "same", "that", "them", "this", "what"))


def stands_with(sentence: Sentence, verb: int) -> bool:
    """Whether an action is only to stand with somebody, or to go on doing so: a stand."""
    if sentence.words[verb].lemma in ("continue", "keep", "remain"):
        verb = next(iter(sentence.children(verb, "xcomp")), verb)
    behind = sentence.words[verb + 1 : verb + 2]
    return bool(behind) and (sentence.words[verb].lemma, behind[0].lemma) in STANDS


def complement(sentence: Sentence, cue: int, *cases: str) -> int | None:
    """The noun behind a preposition that a cue leads to."""
    words = sentence.words
    at = cue + 1
    while at < len(words) and words[at].upos == "ADV":
        at += 1
    if at < len(words) and words[at].lemma in cases:
        behind = sentence.words[at + 1 : at + 2]
        gerund = behind and behind[0].upos == "VERB" and behind[0].text.lower().endswith("ing")
        if gerund:  # "called for lifting the sanctions"
            return behind[0].head if behind[0].deprel == "amod" else at + 1
        return following(sentence, at)
    return None


def several(by: tuple[Actor, ...]) -> bool:
    """Whether actors act for more than one state."""
    return len({a.state or a.id for a in by}) > 1
