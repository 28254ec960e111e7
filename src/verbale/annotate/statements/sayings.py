"""The sayings of one sentence: its cues with their speakers, which stands in which, and how far each goes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verbale.annotate.statements.cue import Cue
from verbale.annotate.statements.cues import cues
from verbale.annotate.statements.forms import MODALS
from verbale.annotate.statements.frames import CLOSING
from verbale.annotate.statements.lexicon import PERFORMATIVE, TOLD, lemma_of
from verbale.annotate.statements.speakers import covering, left_edge, speakers_at
from verbale.document import Document, Span
from verbale.layers import QUOTES, Sentence, Word
from verbale.records import Actor

__all__ = ["Saying", "sayings"]

_JOINTS = frozenset(
    (",", "and", "but", "while", "whereas", "with", "by", "–", "—", ";", "or", "then", "when")
)
_BESIDE = frozenset(("noun", "do", "quote", "closed", "before", "sentence"))


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its speakers and the stretches that it says.

    `nested`: within what another saying of the sentence says. `open`: what is said goes on to the
    sentence's end, so that the next sentence may go on with it.
    """

    cue: Cue
    speakers: tuple[Actor, ...]
    content: tuple[Span, ...]
    nested: bool
    open: bool


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
                found = [_until(document, s, cut) if s.cue is outer.cue else s for s in found]
                found = [s for s in found if s.content]
                if not cue.own and not cue.agentless:
                    speakers = outer.speakers
            else:
                nested = True
        content = _content(document, sentence, cue, min(within, default=sentence.end))
        if content:
            found.append(Saying(cue, speakers, content, nested, _reaches(sentence, content)))
    return [_without_narration(document, sentence, s) for s in found]


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
    return tuple(t for s in spans if s is not None and (t := _trimmed(document, s)))


def _trimmed(document: Document, span: Span) -> Span | None:
    """Without commas and full stops at its ends; a stop before a closing mark stays."""
    start, end = span.start, span.end
    while start < end and document.text[start] in " ,;:\n":
        start += 1
    while end > start and document.text[end - 1] in " ,;:.\n":
        end -= 1
    return document.trim(start, end) if start < end else None


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
    if before not in _JOINTS:
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
    first = _first(document, sentence, cue)
    while first > 0 and sentence.words[first - 1].text.lower() in _JOINTS:
        first -= 1
    return sentence.words[first].start


def _until(document: Document, saying: Saying, cut: int) -> Saying:
    """The saying with nothing at or after a position."""
    kept = tuple(
        t
        for span in saying.content
        if span.start < cut
        and (t := _trimmed(document, Span(span.start, min(span.end, cut)))) is not None
    )
    return replace(saying, content=kept, open=False)


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


def _without_narration(document: Document, sentence: Sentence, saying: Saying) -> Saying:
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
        if any(sentence.words[c].deprel.startswith(("nsubj", "aux")) for c in sentence.children(i)):
            continue
        chained = word.head == outer.verb or word.head in above or _unlike(sentence, word.head)
        if chained or (lemma_of(word.text) in TOLD and outer.complement.kind in ("noun", "do")):
            first = i
            while first > 0 and (
                sentence.words[first - 1].text.lower() in _JOINTS
                or sentence.words[first - 1].upos == "ADV"
            ):
                first -= 1
            if sentence.words[i - 1].text == "," and not chained:
                continue
            cut = _until(document, saying, sentence.words[first].start)
            return cut if cut.content else saying
    return saying
