"""Where what is said ends because the narrator goes on: "…, and they discussed", "… and reviewed"."""

from __future__ import annotations

from dataclasses import replace

from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.forms import MODALS
from verbale.annotate.statements.lexicon import TOLD, lemma_of
from verbale.annotate.statements.saying import Saying
from verbale.annotate.statements.speakers import covering
from verbale.document import Document, Span
from verbale.layers import Sentence, Word

__all__ = ["JOINTS", "before_joints", "trimmed", "until", "without_narration"]

JOINTS = frozenset(
    (",", "and", "but", "while", "whereas", "with", "by", "–", "—", ";", "or", "then", "when")
)


def without_narration(document: Document, sentence: Sentence, saying: Saying) -> Saying:
    """Cut at a coordinated verb of the narrator's that is no cue: "… and reviewed recent contacts"."""
    outer = saying.cue
    if outer.complement.kind not in ("noun", "do", "that", "bare") or outer.form != "past":
        return saying
    above = set(_ancestors(sentence, outer.verb))
    for i in range(outer.last + 1, len(sentence.words)):
        word = sentence.words[i]
        if (
            word.upos != "VERB"
            or not word.deprel.startswith("conj")
            or not (word.text.endswith("ed") or _told(word))
        ):
            continue
        if not any(s.start <= word.start < s.end for s in saying.content):
            continue
        own = sentence.children(i, "nsubj")
        if sentence.children(i, "aux") or (
            own and not _together(document, sentence, outer, own[0])
        ):
            continue
        if own:
            first = before_joints(sentence, _clause_start(sentence, own[0]))
            cut = until(document, saying, sentence.words[first].start)
            return cut if cut.content else saying
        chained = word.head == outer.verb or word.head in above or _unlike(sentence, word.head)
        if chained or (lemma_of(word.text) in TOLD and outer.complement.kind in ("noun", "do")):
            first = i
            while first > 0 and sentence.words[first - 1].upos == "ADV":
                first -= 1
            first = before_joints(sentence, first)
            if sentence.words[i - 1].text == "," and not chained:
                continue
            cut = until(document, saying, sentence.words[first].start)
            return cut if cut.content else saying
    return saying


def _together(document: Document, sentence: Sentence, outer: Cue, subject: int) -> bool:
    """Whether both sides do what a clause tells, where one of them speaks: ", and they discussed"."""
    if outer.subject is None or subject < outer.last:
        return False
    mention = covering(document, sentence.words[subject].start)
    if mention is None or len({a.state or a.id for a in mention.actors}) < _SIDES:
        return False
    before = _clause_start(sentence, subject) - 1
    joint = sentence.words[before].text.lower() == "and"
    said = sentence.children(outer.verb, "ccomp")
    past = any(sentence.words[c].text.lower().endswith("ed") for c in said)
    return joint and not past  # "said that they met and that they agreed" is what was said


_SIDES = 2


def _clause_start(sentence: Sentence, subject: int) -> int:
    """The first word of a subject."""
    return min(sentence.subtree(subject), default=subject)


def before_joints(sentence: Sentence, first: int) -> int:
    """Where the words before one end, their joints left out: of "peace, and | they", the comma."""
    while first > 0 and sentence.words[first - 1].text.lower() in JOINTS:
        first -= 1
    return first


def until(document: Document, saying: Saying, cut: int) -> Saying:
    """The saying with nothing at or after a position."""
    kept = tuple(
        t
        for span in saying.content
        if span.start < cut
        and (t := trimmed(document, Span(span.start, min(span.end, cut)))) is not None
    )
    return replace(saying, content=kept, open=False)


def trimmed(document: Document, span: Span) -> Span | None:
    """Without commas and full stops at its ends; a stop before a closing mark stays."""
    start, end = span.start, span.end
    while start < end and document.text[start] in " ,;:\n":
        start += 1
    while end > start and document.text[end - 1] in " ,;:.\n":
        end -= 1
    return document.trim(start, end) if start < end else None


def _unlike(sentence: Sentence, head: int) -> bool:
    """Whether a past cannot share the helping verb of what it is joined to: "will visit and answered"."""
    if head < 0 or sentence.words[head].text.lower().endswith(("ed", "en", "ing")):
        return False
    return any(sentence.words[c].text.lower() in MODALS for c in sentence.children(head, "aux"))


def _ancestors(sentence: Sentence, index: int) -> list[int]:
    """The words above one in the tree, the nearest first."""
    found: list[int] = []
    while (index := sentence.words[index].head) >= 0 and index not in found:
        found.append(index)
    return found


def _told(word: Word) -> bool:
    """Whether a word is an irregular past of a narrator's verb."""
    lemma = lemma_of(word.text)
    if word.text.endswith("ing"):
        return False
    return lemma in TOLD and word.text.lower() not in (lemma, f"{lemma}s", f"{lemma}ing")
