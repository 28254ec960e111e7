"""How a passage goes on: which sentences without a cue still are what was said, and how they are added."""

from __future__ import annotations

from verbale.annotate.statements.draft import Draft
from verbale.annotate.statements.narration import narrated
from verbale.annotate.statements.quotations import wholly_quoted
from verbale.annotate.statements.sayings import sayings
from verbale.annotate.statements.speakers import is_own
from verbale.document import Document, Span
from verbale.layers import QUOTES, Sentence

__all__ = ["extend", "foreign", "goes_on", "opened", "quiet", "tells_on"]

_GO_ON = frozenset(("that", "bare", "do", "before", "quote", "sentence"))


def foreign(draft: Draft, last: Draft, named: frozenset[str]) -> bool:
    """Whether a saying within a passage is of a third person, whom its speaker tells of."""
    return (
        bool(named)
        and any(a.id in named for a in last.speakers)
        and all(a.kind == "person" and a.id not in named for a in draft.speakers)
        and draft.saying.cue.complement.kind not in ("before", "closed")
        and draft.saying.cue.lemma != "according to"
        and not (
            draft.voice.kind == "narrator" and draft.sentence.words[draft.saying.cue.verb].head < 0
        )
    )


def quiet(draft: Draft) -> bool:
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


def goes_on(document: Document, sentence: Sentence, last: Draft, named: frozenset[str]) -> bool:
    text = document.text[sentence.start : sentence.end]
    if _anothers(document, sentence):
        return False
    if last.voice.kind == "turn" and is_own(last.speakers, last.voice.speakers):
        return False  # the next sentence of one's own turn is the turn's
    if last.saying.cue.complement.kind == "quote" or _is_quote(document, last.content[-1]):
        return wholly_quoted(text)
    if text.endswith(":"):
        return False
    if wholly_quoted(text) or (text[0] in "“\"«‘'" and last.voice.kind == "narrator"):
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


def extend(document: Document, draft: Draft, sentence: Sentence) -> None:
    """Add a sentence to what is said."""
    text = document.text[sentence.start : sentence.end]
    if wholly_quoted(text):
        draft.content.append(Span(sentence.start + 1, sentence.end - 1))
        return
    end = draft.content[-1]
    between = document.text[end.end : sentence.start]
    if len(between.strip(" .,;”\"’'\n")) == 0:
        draft.content[-1] = Span(end.start, sentence.end)
    else:
        draft.content.append(Span(sentence.start, sentence.end))


def opened(found: list[Draft]) -> Draft | None:
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


def tells_on(draft: Draft, after: Draft) -> bool:
    """Whether a quotation's own sentence goes on in the narrator's words: 'said, "…", adding that'."""
    cue = after.saying.cue
    return (
        draft.saying.cue.complement.kind == "quote"
        and after.sentence is draft.sentence
        and (cue.lemma, cue.form) == ("add", "participle")
        and after.speakers == draft.speakers
    )
