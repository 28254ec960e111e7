"""The sayings of one sentence: its cues with their speakers, which stands in which, and how far each goes."""

from __future__ import annotations

from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.cues import cues
from verbale.annotate.statements.ends import (
    JOINTS,
    before_joints,
    trimmed,
    until,
    without_narration,
)
from verbale.annotate.statements.frames import CLOSING
from verbale.annotate.statements.lexicon import PERFORMATIVE
from verbale.annotate.statements.saying import Saying
from verbale.annotate.statements.speakers import covering, left_edge, speakers_at
from verbale.document import Document, Span
from verbale.layers import QUOTES, Sentence
from verbale.records import Actor

__all__ = ["Saying", "sayings"]

_BESIDE = frozenset(("noun", "do", "quote", "closed", "before", "sentence"))


def sayings(document: Document, sentence: Sentence) -> list[Saying]:
    """All sayings of a sentence, in the order of their cues; speakers may be empty."""
    found: list[Saying] = []
    all_cues = cues(document, sentence)
    regions: list[tuple[int, int, Cue | None]] = [
        (c.complement.start, c.complement.end or 0, c)
        for c in all_cues
        if c.complement.kind == "before"
    ]
    regions += [(q.start, q.end, None) for q in document.get(QUOTES) if q.start < sentence.end]
    for cue in all_cues:
        at = sentence.words[cue.first].start
        outer = _outer(found, at)
        within = [e for s, e, c in regions if s <= at < e and c is not cue]
        nested = any(s <= at < e and c is not cue for s, e, c in regions if c is not None)
        speakers = () if cue.agentless else _speakers(document, sentence, cue, outer, found)
        if outer is not None and not nested:
            if _beside(document, sentence, outer, cue):
                cut = _cut(document, sentence, cue)
                found = [until(document, s, cut) if s.cue is outer.cue else s for s in found]
                found = [s for s in found if s.content]
                if not cue.own and not cue.agentless:
                    speakers = outer.speakers
            else:
                nested = True
        content = _content(document, sentence, cue, min(within, default=sentence.end))
        if content:
            found.append(Saying(cue, speakers, content, nested, _reaches(sentence, content)))
    return [without_narration(document, sentence, s) for s in found]


def _outer(found: list[Saying], position: int) -> Saying | None:
    """The last saying whose stretch holds a position."""
    for saying in reversed(found):
        if any(s.start <= position < s.end for s in saying.content):
            return saying
    return None


def _speakers(
    document: Document, sentence: Sentence, cue: Cue, outer: Saying | None, said: list[Saying]
) -> tuple[Actor, ...]:
    if cue.form == "participle" and not cue.own:
        if outer is not None:
            return outer.speakers
        at = sentence.words[cue.subject].start if cue.subject is not None else 0
        for saying in said:
            # "China is ready, he said, adding that": who adds is who said.
            if saying.cue.complement.kind == "before" and (
                cue.subject is None or any(s.start <= at < s.end for s in saying.content)
            ):
                return saying.speakers
    return speakers_at(document, sentence, cue.subject, cue.first)


def _content(document: Document, sentence: Sentence, cue: Cue, limit: int) -> tuple[Span, ...]:
    """The stretches a cue says: to the limit (the sentence's end) where its kind fixes no other."""
    got = cue.complement
    end = got.end if got.end is not None else min(sentence.end, limit)
    spans = [document.trim(got.start, end)] if got.start < end else []
    if got.tail is not None and got.tail[0] < got.tail[1]:
        spans.append(document.trim(*got.tail))
    return tuple(t for s in spans if s is not None and (t := trimmed(document, s)))


def _reaches(sentence: Sentence, content: tuple[Span, ...]) -> bool:
    return sentence.end - content[-1].end <= 2


def _beside(document: Document, sentence: Sentence, outer: Saying, cue: Cue) -> bool:
    """Whether a cue that stands after another is told by the same narrator, not by its words."""
    if any(
        s.start <= sentence.words[cue.first].start and cue.complement.start < s.end
        for s in outer.content
        if outer.cue.complement.kind in ("quote", "before", "closed")
    ):
        return False
    first = _first(document, sentence, cue)
    while first > 0 and sentence.words[first - 1].text in CLOSING:
        first -= 1
    before = sentence.words[first - 1].text.lower() if first else ""
    governor = _governor(sentence, cue.verb)
    chained = outer.cue.verb in governor
    if before not in JOINTS:
        return False
    if before == ";":
        return True
    kind = outer.cue.complement.kind
    if _performed(sentence, outer.cue) and _performed(sentence, cue) and before == "and":
        return not cue.own or cue.subject == outer.cue.subject
    if cue.form == "participle":
        if before in ("and", "or", "but"):
            apart = (
                cue.complement.kind in ("that", "quote") or sentence.words[first - 2].text == ","
            )
            return outer.cue.form == "participle" and (chained or apart or kind in _BESIDE)
        return True
    again = not cue.own and (cue.lemma, cue.form) == (outer.cue.lemma, outer.cue.form)
    if again and before in ("and", "but"):
        return True  # "said that … and said that …"
    if cue.form != outer.cue.form and not (cue.form == "past" and outer.cue.form == "participle"):
        return False
    if cue.own and cue.subject is not None and cue.subject > outer.cue.verb:
        named = covering(document, sentence.words[cue.subject].start) is not None
        return named and (kind in _BESIDE or chained)
    return chained or (kind in _BESIDE and cue.form == "past")


def _performed(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is done by being said: "We stress that … and reiterate"."""
    subject = (
        sentence.words[cue.subject].text.lower() if cue.own and cue.subject is not None else ""
    )
    own = subject in ("i", "we") or (not cue.own and cue.form == "present")
    return own and cue.form == "present" and cue.lemma in PERFORMATIVE


def _governor(sentence: Sentence, index: int) -> set[int]:
    """The words that a verb is coordinated with or beside, upwards."""
    found, at = set(), index
    while (
        sentence.words[at].deprel.split(":")[0] in ("conj", "parataxis", "advcl")
        and at not in found
    ):
        if at != index:
            found.add(at)
        at = sentence.words[at].head
        if at < 0:
            break
    if at >= 0:
        found.add(at)
    return found


def _first(document: Document, sentence: Sentence, cue: Cue) -> int:
    """The first word of the cue's own stretch: its subject's, or its adverbs'."""
    first = cue.first
    if cue.own and cue.subject is not None and cue.subject < cue.first:
        first = left_edge(document, sentence, cue.subject)
    while first > 0 and sentence.words[first - 1].upos in ("ADV", "AUX", "PRON", "DET", "PART"):
        first -= 1
    return first


def _cut(document: Document, sentence: Sentence, cue: Cue) -> int:
    """Where the words before a cue end: its joints left out."""
    return sentence.words[before_joints(sentence, _first(document, sentence, cue))].start
