"""Undertakings that a noun carries: "reaffirmed their readiness to", "X's pledge to"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.commitments.lexicon import ACTIONS, CARRIED
from verbale.annotate.commitments.undertaking import Undertaking, hoped_of, undertaking
from verbale.annotate.nouns import Carried, carried
from verbale.clauses import actors_of, clauses
from verbale.document import Document
from verbale.layers import PARTIES, Sentence
from verbale.records import Actor
from verbale.voices import doers

__all__ = ["carried_by_nouns"]

# Nouns whose thing is asked for or proposed, whatever its shape.
_OF_THINGS = frozenset(("appeal", "call", "demand"))


def carried_by_nouns(document: Document, sentence: Sentence) -> Iterator[Undertaking]:
    """Undertakings of the nouns of a sentence, in text order."""
    yield from _hopes(document, sentence)
    for frame in carried(document, sentence, frozenset(CARRIED)):
        thing = sentence.words[frame.index].lemma
        if not (frame.to_do or frame.noun in _OF_THINGS or thing in ACTIONS) or frame.thanked:
            continue
        if not _fits(sentence, frame):
            continue
        force = CARRIED[frame.noun]
        if force == "pledged" and len({a.state or a.id for a in frame.owners}) > 1:
            force = "agreed"
        yield Undertaking(
            sentence, force, frame.owners, (), frame.at, frame.index, frame.aim, frame.span, 0.65
        )


def _hopes(document: Document, sentence: Sentence) -> Iterator[Undertaking]:
    """ "expressed the hope that X will": of others it is asked."""
    for clause in clauses(sentence):
        hopes = [i for i in clause.objects("obj", "nsubj") if sentence.words[i].lemma == "hope"]
        if not hopes or clause.negated:
            continue
        by = document.get(PARTIES)[:2] if clause.passive else doers(document, clause)
        told = sentence.children(hopes[0], "acl", "ccomp") + list(clause.objects("ccomp"))
        for action in told:
            if clause.passive:
                hoped = {a.state or a.id for a in _subject(document, sentence, action)}
                by = tuple(a for a in by if (a.state or a.id) not in hoped)
            own = {a.state or a.id for a in by}
            others = own if len(own) == 1 else set()
            if by and action > hopes[0] and hoped_of(document, sentence, action, others):
                yield undertaking(sentence, "urged", by, (), clause.verb, action, None, 0.6)
                break


def _subject(document: Document, sentence: Sentence, verb: int) -> tuple[Actor, ...]:
    """Who is to do something, by the verb's own subject."""
    own = sentence.children(verb, "nsubj")
    return actors_of(document, sentence, own[0]) if own else ()


def _fits(sentence: Sentence, frame: Carried) -> bool:
    """Whether the noun is one of asking: a call "for" or "to", and no telephone call."""
    if frame.noun not in _OF_THINGS and frame.noun not in ("desire", "interest"):
        return True
    before = sentence.words[max(0, frame.at - 3) : frame.at]
    if frame.noun == "interest" and any(w.lemma == "in" for w in before):
        return False  # "it is in our interest to"
    behind = sentence.words[frame.at + 1 : frame.at + 2]
    leads = {"in", "to"} if frame.noun in ("desire", "interest") else {"for", "on", "to"}
    if not behind or behind[0].lemma not in leads:
        return False
    kinds = {sentence.words[i].lemma for i in sentence.children(frame.at, "compound", "amod")}
    return not kinds & {"conference", "phone", "telephone", "video"}
