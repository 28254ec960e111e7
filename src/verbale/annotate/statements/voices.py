"""In whose voice a sentence stands, and which cues count there.

The narrator's readers are told what others say; in a labelled turn only what another actor said, or
what the speaker said before; in a text of one's own only what is done by being said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.lexicon import PERFORMATIVE
from verbale.annotate.statements.speakers import is_own
from verbale.data import gazetteer
from verbale.document import Document
from verbale.layers import ACTORS, GENRE, SIDE, TURNS, Sentence, Turn
from verbale.lookup import actors_in
from verbale.records import Actor

__all__ = ["Voice", "counts", "turn_speaker", "voice_of"]

_OWN = frozenset(("joint-statement", "speech", "statement"))
_FIRST = frozenset(("i", "we"))
# Cues of thinking, which of oneself or of a state in the present are no report of a saying.
_THINKING = frozenset(
    ("appreciate", "assess", "believe", "consider", "find", "hope", "maintain", "note", "observe")
    + ("recognise", "recognize", "think", "certain", "confident", "convinced", "sure", "clear")
)
# What sides do together by saying so.
_VIEWS = frozenset(("acknowledge", "note", "recall", "recognise", "recognize"))
_DOUBT = frozenset(("if", "whether"))
_UNNAMED = re.compile(
    r"\b(?:administration|defense|senior|state department) official\b", re.IGNORECASE
)
_ASKING = frozenset(
    ("are", "can", "could", "did", "do", "does", "has", "have", "is", "should", "will", "would")
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a sentence is; `other` is whom "you" means."""

    kind: Literal["narrator", "turn", "journalist", "own"]
    speakers: tuple[Actor, ...] = ()
    other: tuple[Actor, ...] = ()


def voice_of(document: Document, sentence: Sentence) -> Voice:
    """The voice at a sentence's start; a label's own sentence is its turn's."""
    turns = document.get(TURNS)
    for i, turn in enumerate(turns):
        if turn.label_start <= sentence.start < turn.end or (
            sentence.start <= turn.label_start < sentence.end
        ):
            other = _other(document, turns, i)
            if turn.role == "journalist":
                return Voice("journalist", (), other)
            return Voice("turn", turn_speaker(document, turn), other)
    if not turns and document.get(GENRE)[0].code in _OWN:
        return Voice("own")
    return Voice("narrator")


def turn_speaker(document: Document, turn: Turn) -> tuple[Actor, ...]:
    """Who speaks in a turn, as its label names them; () for nobody known.

    An official without a name speaks for the state that publishes the text.
    """
    named = actors_in(document, turn.label_start, turn.label_end)[:1]
    label = document.text[turn.label_start : turn.label_end]
    own = document.get(SIDE)[0].state if document.has(SIDE) else None
    if named or own is None or not _UNNAMED.search(label):
        return named
    return (gazetteer.current().actor(own),)


def _other(document: Document, turns: tuple[Turn, ...], at: int) -> tuple[Actor, ...]:
    """Who is spoken to: whoever of the other speakers has the nearest turn, an answer first."""
    own = turn_speaker(document, turns[at])
    order = [*turns[at + 1 :], *reversed(turns[:at])]
    if turns[at].role == "speaker":
        order = [*reversed(turns[:at]), *turns[at + 1 :]]
    for turn in order:
        if turn.role == "speaker":
            named = turn_speaker(document, turn)
            if named and named != own:
                return named
    return ()


def counts(
    document: Document, sentence: Sentence, voice: Voice, cue: Cue, speakers: tuple[Actor, ...]
) -> bool:
    """Whether a cue in this voice makes a statement of its own."""
    word = sentence.words[cue.subject].text.lower() if cue.subject is not None else ""
    first = word in _FIRST
    state = all(a.kind == "state" for a in speakers)
    if voice.kind == "own" or (voice.kind == "narrator" and first):
        return _performed(document, cue, speakers, first)
    if cue.modal or _introduces(document, sentence, cue):
        return False
    if voice.kind == "narrator":
        return True
    if _doubtful(sentence, cue):
        return False
    if word == "you" and cue.form != "past":
        return False  # "when you say it": anybody's words, or what is asked
    if word == "you" and cue.subject and sentence.words[cue.subject - 1].lemma == "as":
        return False  # "as you rightly said": one's own words, agreed to
    if voice.kind == "journalist":
        if sentence.words[-1].text == "?" and cue.complement.kind in ("do", "noun"):
            return False
        return not first and not (state and cue.form == "present" and cue.lemma in _THINKING)
    if first or is_own(speakers, voice.speakers):
        opening = sentence.words[0].text.lower()
        return (
            cue.form == "past"
            and cue.lemma not in _THINKING
            and opening not in ("as", "like")
            and cue.complement.kind != "closed"
        )
    return not (state and cue.form == "present")


def _performed(document: Document, cue: Cue, speakers: tuple[Actor, ...], first: bool) -> bool:
    """In one's own text: the act itself, or what was said before, or what others say."""
    own = _own_state(document)
    lemma = cue.lemma.removeprefix("make ")
    mine = first or (
        cue.form == "present" and own is not None and all(a.id == own for a in speakers)
    )
    joint = document.get(GENRE)[0].code == "joint-statement" and lemma in PERFORMATIVE | _VIEWS
    if not mine:
        return not cue.modal and (joint or cue.form in ("past", "participle"))
    if cue.form == "past":
        told = cue.complement.kind in ("that", "bare", "quote") or lemma in PERFORMATIVE
        return told and not cue.modal
    return (joint or lemma in PERFORMATIVE) and (not cue.modal or lemma in ("encourage", "urge"))


def _own_state(document: Document) -> str | None:
    """The state whose text it is: its publisher's, else the one that its first "we" means."""
    side = document.get(SIDE)[0].state if document.has(SIDE) else None
    if side is not None:
        return side
    for mention in document.get(ACTORS):
        if (
            mention.form == "pronoun"
            and len(mention.actors) == 1
            and (state := mention.actors[0].state)
        ):
            words = document.text[mention.start : mention.end].lower()
            if words in ("i", "my", "our", "us", "we"):
                return state
    return None


def _doubtful(sentence: Sentence, cue: Cue) -> bool:
    """Whether it is asked or supposed, not told, that somebody said it."""
    before = [w.text.lower() for w in sentence.words[: cue.first]]
    if set(before) & _DOUBT:
        return True
    return sentence.words[-1].text == "?" and bool(before) and before[0] in _ASKING


def _introduces(document: Document, sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue only leads to a passage that is a statement as a whole."""
    at = sentence.words[cue.first].start
    return any(t.introduced and t.label_start <= at < t.start for t in document.get(TURNS))
