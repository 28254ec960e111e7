"""Stances that a noun carries: "reaffirmed its support for", "Xian opposition to"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.nouns import Carried, carried
from verbale.annotate.positions.lexicon import ACTIONS, CARRIED, MATERIAL, OPPOSES, PRINCIPLES
from verbale.annotate.positions.stands import Stand, courteous, issue_span
from verbale.annotate.positions.toward import toward
from verbale.document import Document, Span
from verbale.layers import Sentence
from verbale.records import Stance

__all__ = ["stands"]


def stands(document: Document, sentence: Sentence) -> Iterator[Stand]:
    """Stances of the nouns of a sentence, in text order."""
    for frame in carried(document, sentence, frozenset(CARRIED)):
        if frame.to_do and frame.noun in ("commitment", "appreciation", "solidarity"):
            continue  # a commitment to do is a commitment, to a principle or an actor a position
        told = frame.span.start < sentence.words[frame.at].start
        if frame.noun == "adherence" and not told:
            continue  # whether one keeps to what was agreed is no stand
        if frame.thanked and frame.noun not in ("commitment", "opposition", "solidarity"):
            if sentence.words[frame.index].lemma not in PRINCIPLES:
                continue
        elif frame.noun == "appreciation" and courteous(
            document, sentence, frame.noun, frame.index
        ):
            continue
        if _judged(sentence, frame.at):
            continue  # "condemned X's support for Y": what is condemned
        if _material(sentence, frame.at) or (
            frame.noun == "commitment" and _contact(frame.index, sentence)
        ):
            continue
        about = frame.aim if frame.to_do else issue_span(sentence, frame.index)
        span = Span(min(frame.span.start, about.start), max(frame.span.end, about.end))
        stance = _stance(sentence, frame)
        stand = Stand(sentence, stance, frame.owners, frame.index, about, span, 0.6)
        behind_in = frame.at > 0 and sentence.words[frame.at - 1].lemma == "in"
        if behind_in and not any(a.state for a in toward(document, stand)):
            continue  # "in support of measures" tells what for
        yield stand


def _stance(sentence: Sentence, frame: Carried) -> Stance:
    """The noun's stance; a commitment to opposing is opposition."""
    return CARRIED.get(sentence.words[frame.index].lemma, CARRIED[frame.noun])


def _judged(sentence: Sentence, noun: int) -> bool:
    """Whether the noun is itself what a verb of stance is about."""
    word = sentence.words[noun]
    governor = sentence.words[word.head] if word.head >= 0 else word
    return word.deprel == "obj" and governor.upos == "VERB" and governor.lemma in OPPOSES


def _contact(index: int, sentence: Sentence) -> bool:
    """Whether what is committed to is an action in the shape of a noun."""
    return sentence.words[index].lemma in ACTIONS


def _material(sentence: Sentence, noun: int) -> bool:
    """Whether support is a thing that is given."""
    kinds = sentence.children(noun, "amod", "compound")
    return any(sentence.words[k].lemma in MATERIAL for k in kinds)
