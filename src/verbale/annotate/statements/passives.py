"""Passive cues: "it was noted that", "was announced by", "the measures announced by"."""

from __future__ import annotations

from verbale.annotate.statements.complements import complement
from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.forms import Form, agent_of
from verbale.annotate.statements.frames import Complement
from verbale.annotate.statements.lexicon import AGENTLESS
from verbale.clauses import reach
from verbale.document import Document
from verbale.layers import Sentence

__all__ = ["participial", "passive"]

# How far before a participle its noun may stand: "the measures newly announced by".
_CLOSE = 2
# What stands before a noun within its phrase.
_OF_NOUNS = frozenset(("ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"))
# Words of a subject at the most that leaves what it is about to a phrase behind the verb.
_BARE = 3
_TOWARD = frozenset(("about", "at", "for", "in", "over", "regarding", "with"))


def passive(
    document: Document, sentence: Sentence, verb: int, lemma: str, form: Form, modal: bool
) -> Cue | None:
    """A passive: "it was noted that", "satisfaction was expressed", "was announced by"."""
    if modal or form == "infinitive":
        return None
    agent = agent_of(sentence, verb)
    subjects = sentence.children(verb, "nsubj", "expl", "csubj")
    subjects = [s for s in subjects if s < verb]
    auxiliary = [sentence.words[c].text.lower() for c in sentence.children(verb) if c < verb]
    if not {"was", "were", "been"} & set(auxiliary):
        return None
    if agent is None and lemma not in AGENTLESS | {"agree"}:
        return None
    first = min(
        [
            verb,
            *(c for c in sentence.children(verb) if c < verb and sentence.words[c].upos == "AUX"),
        ]
    )
    got = complement(document, sentence, verb, lemma, None)
    it = any(sentence.words[s].lemma == "it" for s in subjects)
    if got is not None and got.kind in ("that", "quote", "bare") and (it or agent is None):
        return _past(verb, lemma, first, agent, got)
    if not subjects or it or lemma == "agree" or _pointing(sentence, subjects[0]):
        return None
    if sentence.words[subjects[0]].lemma in ("this", "that") and agent is not None:
        return _past(verb, lemma, first, agent, Complement("sentence", (), sentence.start))
    start = reach(sentence, subjects[0])[0]
    end = sentence.words[first - 1].end
    if start >= end:
        return None
    tail = _behind(sentence, verb, subjects[0]) if agent is None else None
    return _past(verb, lemma, first, agent, Complement("closed", (), start, end, tail=tail))


def _behind(sentence: Sentence, verb: int, subject: int) -> tuple[int, int] | None:
    """ "Support was affirmed for the talks": what a bare noun is for stands behind the verb."""
    after = sentence.words[verb + 1] if verb + 1 < len(sentence.words) else None
    if len(sentence.subtree(subject)) > _BARE or after is None or after.lemma not in _TOWARD:
        return None
    stop = next((w for w in sentence.words[verb + 1 :] if w.text in (",", ";")), None)
    return after.start, (stop or sentence.words[-1]).start


def _past(verb: int, lemma: str, first: int, agent: int | None, got: Complement) -> Cue:
    return Cue(verb, lemma, first, verb, "past", agent, True, agent is None, got)


def _pointing(sentence: Sentence, subject: int) -> bool:
    """Whether a subject only points back at words told before: "these comments"."""
    determiners = {sentence.words[c].lemma for c in sentence.children(subject, "det")}
    return sentence.words[subject].upos == "NOUN" and bool(determiners & {"these", "this", "those"})


def participial(sentence: Sentence, verb: int, lemma: str) -> Cue | None:
    """ "the measures announced by the president", "the concern expressed by him about it"."""
    if lemma not in ("announce", "express", "voice"):
        return None
    agent = agent_of(sentence, verb)
    head = sentence.words[verb].head
    if agent is None or not verb - _CLOSE <= head < verb:
        return None
    first = head
    while first > 0 and sentence.words[first - 1].upos in _OF_NOUNS:
        first -= 1
    start = sentence.words[first].start
    noun = sentence.words[head]
    tail = None
    after = reach(sentence, agent, without=("nmod", "acl", "obl"))[1]
    k = sentence.word_at(after + 1)
    if (
        lemma in ("express", "voice")
        and k is not None
        and sentence.words[k].lemma in ("about", "over", "at", "that")
    ):
        stop = next(
            (w for w in sentence.words[k:] if w.text in (",", ".", ";")), sentence.words[-1]
        )
        tail = (sentence.words[k].start, stop.start)
    return _past(verb, lemma, verb, agent, Complement("closed", (), start, noun.end, tail=tail))
