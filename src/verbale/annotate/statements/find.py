"""All statements of reported speech in a text, sentence after sentence, with what goes on without a cue."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from verbale.annotate.statements.candidate import Candidate, date_of, manner_of, side_of
from verbale.annotate.statements.narration import narrated, principals
from verbale.annotate.statements.quotations import quoted_on, wholly_quoted
from verbale.annotate.statements.sayings import Saying, sayings
from verbale.annotate.statements.speakers import both, covering, is_own
from verbale.annotate.statements.voices import Voice, counts, voice_of
from verbale.document import Document, Span
from verbale.layers import ATTRIBUTIONS, PARAGRAPHS, QUOTES, SENTENCES, Sentence
from verbale.records import Actor

__all__ = ["statements"]

# Words of a quotation from which on what stands in it is its speaker's own telling.
_LONG = 5
# Sentences before "This was announced by" that may all be what was announced.
_NEAR = 3
# What one who speaks is called again by, without a name.
_DESCRIBED = frozenset(("diplomat", "official", "spokesman", "spokesperson", "spokeswoman"))
_GO_ON = frozenset(("that", "bare", "do", "before", "quote", "sentence"))


@dataclass(slots=True)
class _Draft:
    """A statement while its text is read on."""

    saying: Saying
    sentence: Sentence
    voice: Voice
    speakers: tuple[Actor, ...]
    content: list[Span] = field(default_factory=list)


def statements(document: Document) -> Iterator[Candidate]:
    """One candidate per cue that counts and whose speaker is known, in text order."""
    named = principals(document)
    starts = frozenset(p.start for p in document.get(PARAGRAPHS))
    drafts: list[_Draft] = []
    last: _Draft | None = None
    for sentence in document.get(SENTENCES):
        voice = voice_of(document, sentence)
        if sentence.start in starts or (last is not None and last.voice != voice):
            last = None
        found = _drafts(document, sentence, voice, last, drafts)
        if last is not None and voice.kind != "own":
            kept = [d for d in found if _foreign(d, last, named)]
            told = [d for d in found if d not in kept and not _quiet(d)]
            if not told and _goes_on(document, sentence, last, named):
                _extend(document, last, sentence)
                drafts += kept
                continue
        for draft in found:
            if draft.saying.cue.complement.kind == "sentence":
                drafts = [d for d in drafts if not d.content[0].meets(draft.content[0])]
        drafts += found
        last = _open(found)
    for draft, after in itertools.zip_longest(drafts, drafts[1:]):
        yield _candidate(document, draft, told_on=after is not None and _tells_on(draft, after))


def _tells_on(draft: _Draft, after: _Draft) -> bool:
    """Whether a quotation's own sentence goes on in the narrator's words: 'said, "…", adding that'."""
    cue = after.saying.cue
    return (
        draft.saying.cue.complement.kind == "quote"
        and after.sentence is draft.sentence
        and (cue.lemma, cue.form) == ("add", "participle")
        and after.speakers == draft.speakers
    )


def _drafts(
    document: Document,
    sentence: Sentence,
    voice: Voice,
    last: _Draft | None,
    before: Sequence[_Draft],
) -> list[_Draft]:
    """The sayings of a sentence that count in its voice."""
    found: list[_Draft] = []
    for saying in sayings(document, sentence):
        speakers = _speakers(document, sentence, saying, voice, last) or _described(
            sentence, saying, before
        )
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
        found.append(_Draft(saying, sentence, voice, speakers, content))
    return found


def _repeated(saying: Saying, content: list[Span], before: Sequence[_Draft]) -> bool:
    """Whether a tag behind a quotation, "The president told me that.", only says again whose it is."""
    return saying.cue.complement.kind == "before" and any(
        s.meets(content[0]) for d in before[-1:] for s in d.content
    )


def _speakers(
    document: Document, sentence: Sentence, saying: Saying, voice: Voice, last: _Draft | None
) -> tuple[Actor, ...]:
    cue = saying.cue
    if cue.agentless:
        if voice.kind != "narrator":
            return ()
        it = cue.complement.kind == "that" and sentence.words[0].lemma == "it"
        jointly = sentence.words[cue.verb - 1].lemma in ("jointly", "mutually")
        if it and not jointly and last is not None and len(last.speakers) == 1:
            return last.speakers
        return both(document)
    if cue.subject is not None and sentence.words[cue.subject].text.lower() == "you":
        return voice.other
    return saying.speakers


def _described(sentence: Sentence, saying: Saying, before: Sequence[_Draft]) -> tuple[Actor, ...]:
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
    found: list[_Draft],
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


def _foreign(draft: _Draft, last: _Draft, named: frozenset[str]) -> bool:
    """Whether a saying within a passage is of a third person, whom its speaker tells of."""
    return (
        bool(named)
        and any(a.id in named for a in last.speakers)
        and all(a.kind == "person" and a.id not in named for a in draft.speakers)
        and draft.saying.cue.complement.kind not in ("before", "closed")
        and draft.saying.cue.lemma != "according to"
    )


def _quiet(draft: _Draft) -> bool:
    """Whether a present cue of a state only goes on with what was said: "China hopes that …"."""
    cue = draft.saying.cue
    mine = cue.subject is not None and draft.sentence.words[cue.subject].text.lower() in ("i", "we")
    return cue.form == "present" and (mine or all(a.kind == "state" for a in draft.speakers))


def _anothers(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence's own frame is a saying of somebody whom nothing resolves: "Pacta said"."""
    for saying in sayings(document, sentence):
        cue = saying.cue
        root = sentence.words[cue.verb].head < 0 and not saying.nested
        if root and cue.own and cue.form == "past" and cue.subject is not None:
            return sentence.words[cue.subject].upos in ("NOUN", "PROPN") and not saying.speakers
    return False


def _goes_on(document: Document, sentence: Sentence, last: _Draft, named: frozenset[str]) -> bool:
    text = document.text[sentence.start : sentence.end]
    if _anothers(document, sentence):
        return False
    if last.voice.kind == "turn" and is_own(last.speakers, last.voice.speakers):
        return False  # the next sentence of one's own turn is the turn's
    if last.saying.cue.complement.kind == "quote" or _is_quote(document, last.content[-1]):
        return wholly_quoted(text)
    if text.endswith(":"):
        return False
    if wholly_quoted(text) or (text[0] in '“"«' and last.voice.kind == "narrator"):
        return False
    first = sentence.words[0].text.lower() if sentence.words else ""
    if last.voice.kind == "journalist" and first in ("that", "this"):
        return False
    if last.voice.kind in ("turn", "journalist") and (
        sentence.words[-1].text == "?"
        or any(w.text.lower() in ("i", "we", "you", "our", "my") for w in sentence.words)
        or first in ("thank", "please", "so", "but")
    ):
        return False
    told = last.voice.kind in ("turn", "journalist")
    return not narrated(document, sentence, named, anyone=told)


def _is_quote(document: Document, span: Span) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in document.get(QUOTES))


def _extend(document: Document, draft: _Draft, sentence: Sentence) -> None:
    """Add a sentence to what is said."""
    text = document.text[sentence.start : sentence.end]
    if wholly_quoted(text):
        draft.content.append(Span(sentence.start + 1, sentence.end - 1))
        return
    end = draft.content[-1]
    between = document.text[end.end : sentence.start]
    if len(between.strip(' .,;”"\n')) == 0:
        draft.content[-1] = Span(end.start, sentence.end)
    else:
        draft.content.append(Span(sentence.start, sentence.end))


def _open(found: list[_Draft]) -> _Draft | None:
    """The saying that the next sentence may go on with: the last one the narrator tells."""
    told = [
        d
        for d in found
        if not any(
            o is not d and any(s.start <= d.content[0].start < s.end for s in o.content)
            for o in found
        )
    ]
    if not told:
        return None
    draft = told[-1]
    kind = draft.saying.cue.complement.kind
    return draft if kind in _GO_ON and (draft.saying.open or kind in ("before", "quote")) else None


def _candidate(document: Document, draft: _Draft, told_on: bool) -> Candidate:
    cue = draft.saying.cue
    words = draft.sentence.words
    around = Span(words[cue.first].start, words[cue.last].end)
    content = tuple(_closed(document, s) for s in draft.content)
    manner = manner_of(document, content, len(draft.speakers))
    if manner == "direct" and told_on:
        manner = "mixed"
    mine = cue.subject is not None and words[cue.subject].text.lower() in ("i", "we")
    acted = cue.form == "present" and all(a.kind == "state" for a in draft.speakers)
    voiced = draft.voice.kind == "own" and (mine or acted)
    if manner == "indirect" and (voiced or (mine and draft.voice.kind == "narrator")):
        manner = "direct"
    date, basis = date_of(document, draft.sentence)
    return Candidate(
        content,
        (around, *_who(draft)),
        " ".join(w.text for w in words[cue.first : cue.last + 1]),
        draft.speakers,
        manner,
        date,
        side_of(document),
        _confidence(document, around),
        _addressee(document, draft),
        basis,
    )


def _closed(document: Document, span: Span) -> Span:
    """Without marks at the ends of a wholly quoted stretch."""
    start, end = span.start, span.end
    for quote in document.get(QUOTES):
        if quote.start - 1 == start and end in (quote.end, quote.end + 1):
            return Span(quote.start, quote.end)
    return Span(start, end)


def _who(draft: _Draft) -> tuple[Span, ...]:
    subject = draft.saying.cue.subject
    if subject is None:
        return ()
    word = draft.sentence.words[subject]
    return (Span(word.start, word.end),)


def _addressee(document: Document, draft: _Draft) -> Actor | None:
    """Whom it is said to, where the words tell one."""
    index = draft.saying.cue.complement.addressee
    if index is None:
        return None
    mention = covering(document, draft.sentence.words[index].start)
    return mention.actors[0] if mention is not None and len(mention.actors) == 1 else None


def _confidence(document: Document, cue: Span) -> float:
    """Higher where the reader's attribution has the same cue."""
    best = max(
        (a.score for a in document.get(ATTRIBUTIONS) for s in a.cue if s.meets(cue)), default=0.0
    )
    return round(0.5 + 0.4 * best, 3)
