"""All statements of reported speech in a text, sentence after sentence, with what goes on without a cue."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from verbale.annotate.statements.candidate import Candidate
from verbale.annotate.statements.draft import Draft
from verbale.annotate.statements.finish import finished
from verbale.annotate.statements.narration import principals
from verbale.annotate.statements.passages import extend, foreign, goes_on, opened, quiet, tells_on
from verbale.annotate.statements.quotations import quoted_on
from verbale.annotate.statements.saying import Saying
from verbale.annotate.statements.sayings import sayings
from verbale.annotate.statements.speakers import both, is_own
from verbale.annotate.statements.voices import Voice, counts, voice_of
from verbale.document import Document, Span
from verbale.layers import PARAGRAPHS, QUOTES, SENTENCES, Sentence
from verbale.records import Actor

__all__ = ["statements"]

# Characters between sentences of one paragraph at the most.
_ADJACENT = 3
# Words of a quotation from which on what stands in it is its speaker's own telling.
_LONG = 5
# Sentences before "This was announced by" that may all be what was announced.
_NEAR = 3
# What one who speaks is called again by, without a name.
_DESCRIBED = frozenset(("diplomat", "official", "spokesman", "spokesperson", "spokeswoman"))


def statements(document: Document) -> Iterator[Candidate]:
    """One candidate per cue that counts and whose speaker is known, in text order."""
    named = principals(document)
    starts = frozenset(p.start for p in document.get(PARAGRAPHS))
    drafts: list[Draft] = []
    last: Draft | None = None
    for sentence in document.get(SENTENCES):
        voice = voice_of(document, sentence)
        if sentence.start in starts or (last is not None and last.voice != voice):
            last = None
        found = _drafts(document, sentence, voice, last, drafts)
        if last is not None and voice.kind != "own":
            kept = [d for d in found if foreign(d, last, named)]
            told = [d for d in found if d not in kept and not quiet(d)]
            if not told and goes_on(document, sentence, last, named):
                extend(document, last, sentence)
                drafts += kept
                continue
        for draft in found:
            if draft.saying.cue.complement.kind == "sentence":
                drafts = [d for d in drafts if not d.content[0].meets(draft.content[0])]
        drafts += found
        last = opened(found)
    for draft, after in itertools.zip_longest(drafts, drafts[1:]):
        yield finished(document, draft, told_on=after is not None and tells_on(draft, after))


def _drafts(
    document: Document,
    sentence: Sentence,
    voice: Voice,
    last: Draft | None,
    before: Sequence[Draft],
) -> list[Draft]:
    """The sayings of a sentence that count in its voice."""
    found: list[Draft] = []
    for saying in sayings(document, sentence):
        speakers = _speakers(document, sentence, saying, voice, _leads(sentence, last, before))
        speakers = speakers or _described(sentence, saying, before)
        if not speakers or not counts(document, sentence, voice, saying.cue, speakers):
            continue
        if not _stands(document, sentence, saying, speakers, found):
            continue
        content = list(saying.content)
        if saying.cue.complement.kind == "sentence":
            content = _sentence_before(document, sentence)
            if not content:
                continue
        content = quoted_on(document, sentence, content)
        if _repeated(saying, content, before):
            continue
        found.append(Draft(saying, sentence, voice, speakers, content))
    return found


def _leads(sentence: Sentence, last: Draft | None, before: Sequence[Draft]) -> Draft | None:
    """The saying that a sentence goes on with: the open one, or the last where it says "Thus, …"."""
    near = bool(before) and sentence.start - before[-1].sentence.end < _ADJACENT
    return before[-1] if last is None and near and _details(sentence) else last


def _details(sentence: Sentence) -> bool:
    """Whether a sentence tells more of what the one before told: "Thus, …", "In particular, …"."""
    opening = [w.text.lower() for w in sentence.words[:2]]
    return opening[:1] == ["thus"] or opening == ["in", "particular"]


def _repeated(saying: Saying, content: list[Span], before: Sequence[Draft]) -> bool:
    """Whether a tag behind a quotation, "The president told me that.", only says again whose it is."""
    return saying.cue.complement.kind == "before" and any(
        s.meets(content[0]) for d in before[-1:] for s in d.content
    )


def _speakers(
    document: Document, sentence: Sentence, saying: Saying, voice: Voice, last: Draft | None
) -> tuple[Actor, ...]:
    cue = saying.cue
    if cue.agentless:
        if voice.kind != "narrator":
            return ()
        it = cue.complement.kind == "that" and sentence.words[0].lemma == "it"
        it = it or _details(sentence)
        jointly = sentence.words[cue.verb - 1].lemma in ("jointly", "mutually")
        if it and not jointly and last is not None and len(last.speakers) == 1:
            return last.speakers
        return both(document)
    if cue.subject is not None and sentence.words[cue.subject].text.lower() == "you":
        behind = sentence.words[cue.subject + 1 : cue.subject + 2]
        if not voice.other or not behind or behind[0].lemma != "and":
            return voice.other
        # "you and President X announced"
        return (*voice.other, *(a for a in saying.speakers[1:] if a not in voice.other))
    return saying.speakers


def _described(sentence: Sentence, saying: Saying, before: Sequence[Draft]) -> tuple[Actor, ...]:
    """Whom "the spokesperson", "the senior official" or a "they" left open means: who spoke last."""
    cue = saying.cue
    if cue.subject is None or cue.agentless or not before:
        return ()
    subject = sentence.words[cue.subject]
    spoke = before[-1].speakers
    if subject.text.lower() == "they":
        return spoke if len(spoke) > 1 else ()
    return spoke if subject.lemma in _DESCRIBED and len(spoke) == 1 else ()


def _stands(
    document: Document,
    sentence: Sentence,
    saying: Saying,
    speakers: tuple[Actor, ...],
    found: list[Draft],
) -> bool:
    """Whether a saying within another's words, or within a quotation, is a record of its own."""
    cue = saying.cue
    at = sentence.words[cue.first].start
    word = sentence.words[cue.subject].text.lower() if cue.subject is not None else ""
    quoted = any(
        q.start <= at < q.end and len(document.text[q.start : q.end].split()) >= _LONG
        for q in document.get(QUOTES)
    )
    if quoted and (cue.form != "past" or word in ("i", "we", "you")):
        return False
    if not saying.nested:
        return True
    if cue.complement.kind not in ("that", "quote", "do") and not (
        cue.complement.kind == "bare" and cue.form == "past"
    ):
        return False
    outer = [d for d in found if any(s.start <= at < s.end for s in d.content)]
    if any(is_own(speakers, d.speakers) for d in outer):
        return False
    if cue.form == "present" and all(a.kind == "state" for a in speakers):
        return False
    return cue.own


def _sentence_before(document: Document, sentence: Sentence) -> list[Span]:
    """ "This was announced by": what stands before, from the paragraph's beginning where that is near."""
    before = [s for s in document.get(SENTENCES) if s.end <= sentence.start]
    if not before:
        return []
    start, end = before[-1].start, before[-1].end
    opening = [s for s in before if any(s.start == p.start for p in document.get(PARAGRAPHS))][-1:]
    if opening and before.index(opening[0]) >= len(before) - _NEAR:
        start = opening[0].start
    while end > start and document.text[end - 1] in " .":
        end -= 1
    return [Span(start, end)] if end > start else []
