"""Where what is said begins, seen from its cue: after "that", at a quotation, as a thing, or before.

The reader's arcs are trusted for what stands beside the cue and no further: long clauses are where
they fail. So the end is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.annotate.statements.lexicon import (
    CALLING,
    CARRIER,
    CLAUSAL,
    DIRECTIVE,
    NOMINAL,
    TELLING,
    THANKING,
    VIEW,
    lemma_of,
)
from verbale.annotate.statements.speakers import left_edge
from verbale.document import Document
from verbale.layers import QUOTES, Sentence

__all__ = ["Complement", "Kind", "complement", "quote_at", "quote_before"]

Kind = Literal["that", "bare", "quote", "noun", "do", "before", "closed", "sentence"]

# How many words may stand between a cue and its "that": "told reporters in Vienna on Monday that".
_APART = 18
# How far behind its verb an object may stand, a phrase between.
_TERMS = 7
# Words of a sentence that only says whose the quotation before it is.
_BRIEF = 8
# Words of a quotation below which it is a term that the sentence is about.
_TERM = 3
# What may stand behind what it tells of.
_BEHIND = (CLAUSAL | TELLING) - frozenset(
    "agree assess consider convey deny describe disclose express find forecast promise urge voice".split()
)
_OPENING = '“"«„'
_CLOSING = '”"»“'
_ASKED = frozenset(("how", "what", "when", "where", "whether", "why", "which", "who", "if"))
# Verbs that a clause without "that" follows.
_BARE = CLAUSAL - frozenset(
    """
    assess caution consider describe disclose emphasise emphasize find express forecast
    highlight maintain mention post promise reassure recognise recognize signal tweet urge voice warn
    write
    """.split()
)
_EXPRESSING = frozenset(("convey", "express", "voice", "share", "communicate", "raise"))


@dataclass(frozen=True, slots=True)
class Complement:
    """Where what is said begins; `end` where its kind fixes it.

    `cue`: indices of words beside the verb that belong to the cue. `tail`: a second stretch.
    `addressee`: the index of whom it is said to.
    """

    kind: Kind
    cue: tuple[int, ...]
    start: int
    end: int | None = None
    tail: tuple[int, int] | None = None
    addressee: int | None = None


def complement(
    document: Document, sentence: Sentence, verb: int, lemma: str, subject: int | None
) -> Complement | None:
    """What the cue at `verb` says, or None when it says nothing that counts."""
    if lemma in CARRIER:
        return _carried(sentence, verb, lemma)
    if lemma == "read":
        return _quoted(document, sentence, verb, None) or _that(sentence, verb)
    if lemma in ("make", "take"):
        return _noted(sentence, verb) if lemma == "take" else None
    if lemma in THANKING:
        return _thanked(sentence, verb)
    if lemma in ("certain", "clear"):
        return (
            _as(sentence, verb)
            or _that(sentence, verb)
            or _about(sentence, verb)
            or _whether(sentence, verb)
            or (_clear(sentence, verb) if lemma == "clear" else None)
            or _before(document, sentence, verb, lemma, subject)
        )
    if got := _as(sentence, verb):
        return got
    before = _before(document, sentence, verb, lemma, subject)
    after = _after(document, sentence, verb, lemma)
    if before is not None and (after is None or after.kind not in ("that", "quote", "closed")):
        return before
    return after


def _after(document: Document, sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    told = _addressee(sentence, verb) if lemma in TELLING or lemma in DIRECTIVE else None
    if lemma in CLAUSAL | TELLING | NOMINAL and (got := _that(sentence, verb, told)):
        return got
    if lemma in CLAUSAL | TELLING and (got := _quoted(document, sentence, verb, told)):
        return got
    if lemma == "describe":
        return _as_what(sentence, verb) or _thing(sentence, verb)
    if lemma in DIRECTIVE and (got := _directed(sentence, verb, lemma, told)):
        return got
    if lemma in TELLING:
        return _whether(sentence, verb) or (_warned(sentence, verb) if lemma == "warn" else None)
    if lemma in CLAUSAL and (got := _whether(sentence, verb)):
        return got
    if lemma in _BARE and (got := _bare(sentence, verb)):
        return got
    if lemma in ("propose", "recommend", "suggest") and (got := _gerund(sentence, verb)):
        return got
    if lemma in NOMINAL:
        return _thing(sentence, verb)
    if lemma in ("agree", "explain", "mention", "declare", "outline"):
        return _agreed(sentence, verb) if lemma == "agree" else _explained(sentence, verb, lemma)
    return None


def _that(sentence: Sentence, verb: int, told: int | None = None) -> Complement | None:
    """After "that", when only adverbs, phrases of time and place and the addressee stand between."""
    carrier: int | None = None
    for k in range(verb + 1, min(len(sentence.words), verb + _APART)):
        word = sentence.words[k]
        text = word.text.lower()
        if text == "that" and (word.upos in ("SCONJ",) or word.deprel == "mark"):
            if k + 1 >= len(sentence.words):
                return None
            start = sentence.words[k + 1].start
            if carrier is not None and sentence.words[carrier].lemma not in VIEW:
                left = _left(sentence, carrier, verb)
                return Complement("that", (), sentence.words[left].start, addressee=told)
            cue = (carrier,) if carrier is not None else ()
            return Complement("that", tuple(c for c in cue if c is not None), start, addressee=told)
        if word.upos in ("VERB", "AUX") and word.deprel != "amod":
            return None
        if word.text in (";", ":", "“", "”", '"', "."):
            return None
        if word.deprel in ("obj", "iobj") and word.head == verb and k != told:
            carrier = k
    return None


def _as(sentence: Sentence, verb: int) -> Complement | None:
    """ "As he said, …": behind the comma."""
    opening = sentence.words[0].text.lower()
    if opening not in ("as", "like") and (aside := _aside(sentence, verb)) is not None:
        return aside
    if opening not in ("as", "like") or verb > 8 or verb + 2 >= len(sentence.words):
        return None
    if sentence.words[1].upos not in ("DET", "NOUN", "PRON", "PROPN"):
        return None  # "as long as", "as part of"
    for k in range(verb + 1, min(verb + 10, len(sentence.words) - 1)):
        if sentence.words[k].text == ",":
            return Complement("that", (), sentence.words[k + 1].start)
        if sentence.words[k].upos == "VERB":
            return None
    return None


def _aside(sentence: Sentence, verb: int) -> Complement | None:
    """ "Prices, as he said, are falling": what stands before and behind the aside."""
    first = verb - 1
    while first > 0 and sentence.words[first].text not in (",", ".", ";") and verb - first < 8:
        first -= 1
    opens = sentence.words[first].text == "," and sentence.words[first + 1].text.lower() == "as"
    if not opens or sentence.words[first + 2].upos not in ("DET", "NOUN", "PRON", "PROPN"):
        return None
    last = next(
        (
            k
            for k in range(verb + 1, verb + 9)
            if k < len(sentence.words) and sentence.words[k].text in (",", ".")
        ),
        None,
    )
    if last is None:
        return None
    after = (sentence.words[last].end, sentence.words[-1].end)
    tail = after if sentence.words[last].text == "," else None
    return Complement("before", (), sentence.words[0].start, sentence.words[first].start, tail=tail)


def _as_what(sentence: Sentence, verb: int) -> Complement | None:
    """ "what he described as …"."""
    k = _next(sentence, verb)
    if k is not None and sentence.words[k].lemma == "as" and k + 1 < len(sentence.words):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def _clear(sentence: Sentence, index: int) -> Complement | None:
    """ "made clear he would go": a clause right behind."""
    k = _next(sentence, index)
    if k is None or sentence.words[k].upos not in ("DET", "PRON", "PROPN", "NOUN"):
        return None
    if not any(w.upos in ("VERB", "AUX") for w in sentence.words[k:]):
        return None
    return Complement("bare", (), sentence.words[k].start)


def _left(sentence: Sentence, index: int, verb: int) -> int:
    """The first word of a noun phrase that stands right of a verb."""
    inside = [k for k in sentence.subtree(index) if verb < k <= index]
    return min(inside, default=index)


def _addressee(sentence: Sentence, verb: int) -> int | None:
    """The head of whom it is said to; where the reader hung nobody, the next word that may be."""
    for child in sentence.children(verb, "iobj", "obj"):
        if child > verb:
            return child
    for child in sentence.children(verb, "obl"):
        if child > verb and any(
            sentence.words[c].lemma in ("on", "upon", "to")
            for c in sentence.children(child, "case")
        ):
            return child
    k = _next(sentence, verb)
    while k is not None and k < len(sentence.words) and sentence.words[k].upos in ("ADP", "DET"):
        k += 1
    nominal = k is not None and k < len(sentence.words)
    return k if nominal and sentence.words[k or 0].upos in ("NOUN", "PROPN", "PRON") else None


def quote_at(document: Document, start: int) -> tuple[int, int] | None:
    """The quotation whose opening mark stands at a position, or right after a blank."""
    for quote in document.get(QUOTES):
        if quote.start - 1 <= start + 1 and start <= quote.start - 1:
            return quote.start, quote.end
    return None


def quote_before(document: Document, end: int) -> tuple[int, int] | None:
    """The quotation that ends right before a position."""
    for quote in reversed(document.get(QUOTES)):
        if quote.end < end:
            between = document.text[quote.end : end]
            return (quote.start, quote.end) if not between.strip(_CLOSING + " ,.-–—") else None
    return None


def _quoted(
    document: Document, sentence: Sentence, verb: int, told: int | None
) -> Complement | None:
    """A quotation behind a comma or a colon, with the addressee or a time between."""
    for k in range(verb + 1, min(len(sentence.words), verb + _APART)):
        word = sentence.words[k]
        if word.text in (":", ",") or k == verb + 1:
            at = word.start if word.text not in (":", ",") else word.end
            got = quote_at(document, at)
            if got is not None and (word.text in (":", ",") or word.text[0] in _OPENING):
                return Complement("quote", (), got[0], got[1], addressee=told)
            if word.text == ":":
                rest = document.trim(word.end, sentence.end)
                return Complement("that", (), rest.start) if rest else None
        if word.upos == "VERB" and word.deprel not in ("amod", "acl"):
            return None
    return None


def _whether(sentence: Sentence, verb: int) -> Complement | None:
    k = _next(sentence, verb)
    if k is not None and sentence.words[k].text.lower() in _ASKED:
        return Complement("that", (), sentence.words[k].start)
    return None


def _about(sentence: Sentence, index: int) -> Complement | None:
    k = _next(sentence, index)
    if (
        k is not None
        and sentence.words[k].lemma in ("about", "in", "on")
        and k + 1 < len(sentence.words)
    ):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def _next(sentence: Sentence, verb: int) -> int | None:
    """The next word that is no adverb or particle."""
    k = _past_aside(sentence, verb + 1)
    while k < len(sentence.words) and (
        (sentence.words[k].upos == "ADV" and sentence.words[k].text.lower() not in _ASKED)
        or sentence.words[k].deprel == "compound:prt"
        or (sentence.words[k].text.lower() == "out" and sentence.words[verb].lemma == "point")
    ):
        k += 1
    return k if k < len(sentence.words) and sentence.words[k].upos != "PUNCT" else None


def _past_aside(sentence: Sentence, k: int) -> int:
    """Past a short aside between commas: "noting, in particular, their readiness"."""
    if k < len(sentence.words) and sentence.words[k].text == ",":
        for end in range(k + 2, min(k + 5, len(sentence.words))):
            if sentence.words[end].text == ",":
                return end + 1
    return k


def _bare(sentence: Sentence, verb: int) -> Complement | None:
    """A clause without "that" right behind the verb."""
    k = _next(sentence, verb)
    if k is None:
        return None
    clausal = [
        c
        for c in sentence.children(
            verb, "ccomp", "parataxis", "advcl", "xcomp", "obj", "obl", "dep", "conj"
        )
        if c > verb and _has_subject(sentence, c)
    ]
    sure = sentence.words[verb].lemma in ("say", "believe", "hope", "think") and sentence.words[
        k
    ].upos in ("DET", "NOUN", "PRON", "PROPN", "ADJ", "NUM")
    later = _time_before(sentence, k)
    first = sentence.words[k]
    sure = sure or (first.upos == "PRON" and first.deprel.startswith("nsubj"))
    if later is not None and first.upos == "ADP":
        k = later
    elif first.upos in ("ADP", "CCONJ", "PART"):
        return None
    if clausal or sure:
        if not any(w.upos in ("VERB", "AUX") for w in sentence.words[k:]):
            return None
        return Complement("bare", (), sentence.words[k].start)
    return None


def _time_before(sentence: Sentence, k: int) -> int | None:
    """The word after a short phrase of time or place: "said on Monday the talks went on"."""
    if sentence.words[k].upos != "ADP":
        return None
    for end in range(k + 1, min(k + 4, len(sentence.words) - 1)):
        if sentence.words[end].upos == "PROPN" and sentence.words[end + 1].upos in (
            "DET",
            "PRON",
            "PROPN",
        ):
            return end + 1
    return None


def _has_subject(sentence: Sentence, index: int) -> bool:
    return any(
        sentence.words[c].deprel.startswith(("nsubj", "csubj", "expl"))
        for c in sentence.children(index)
    )


def _gerund(sentence: Sentence, verb: int) -> Complement | None:
    k = _next(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if word.text.endswith("ing") or (word.text == "to" and sentence.words[verb].lemma == "propose"):
        return Complement("noun", (), word.start)
    return None


def _thing(sentence: Sentence, verb: int) -> Complement | None:
    """A noun phrase right behind the verb."""
    k = _next(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if word.upos == "ADP":
        # "condemned in the strongest terms the attack": the object behind a phrase.
        behind = [c for c in sentence.children(verb, "obj") if c > k]
        if behind and k < (left := _left(sentence, behind[0], verb)) <= k + _TERMS:
            return Complement("noun", (), sentence.words[left].start)
    if word.upos in ("ADP", "SCONJ", "CCONJ", "PART", "AUX") or word.lemma == "itself":
        return None
    if word.upos == "PRON" and not word.deprel.endswith("poss") and word.text.lower() != "what":
        return None
    view = next((c for c in sentence.children(verb, "obj") if c >= k), None)
    viewed = view is not None and sentence.words[view].lemma in VIEW
    if viewed and view is not None and lemma_of(sentence.words[verb].text) in _EXPRESSING:
        after = sentence.words[view + 1] if view + 1 < len(sentence.words) else None
        if after is not None and after.upos in ("PRON", "DET", "PROPN"):
            return Complement("that", (view,), after.start)
    return Complement("noun", (), word.start)


def _directed(sentence: Sentence, verb: int, lemma: str, told: int | None) -> Complement | None:
    """ "urged X to do", "called on X to do", "called for X"."""
    k = _next(sentence, verb)
    if k is None:
        return None
    word = sentence.words[k]
    if lemma in CALLING:
        if word.lemma not in ("for", "on", "upon", "to") or k + 1 >= len(sentence.words):
            return None
        return Complement("do", (k,), sentence.words[k + 1].start, addressee=told)
    if lemma == "ask" and word.lemma == "for":
        return Complement("do", (k,), sentence.words[k + 1].start)
    if word.upos in ("ADP", "SCONJ", "CCONJ", "AUX"):
        return None
    doing = any(c > k and sentence.children(c, "mark") for c in sentence.children(verb, "xcomp"))
    for later in sentence.words[k : k + _APART]:
        if later.text == ",":
            break
        doing = doing or (later.text.lower() == "to" and later.upos == "PART")
    if doing or lemma == "urge":
        return Complement("do", (), word.start, addressee=told)
    return None


def _warned(sentence: Sentence, verb: int) -> Complement | None:
    k = _next(sentence, verb)
    if k is not None and sentence.words[k].lemma in ("against", "of", "about"):
        return Complement("that", (), sentence.words[k].start)
    return None


def _thanked(sentence: Sentence, verb: int) -> Complement | None:
    """After "for" or "on"; bare thanks say nothing."""
    k = _next(sentence, verb)
    if k is None or sentence.words[k].upos == "PUNCT":
        return None
    told = _addressee(sentence, verb)
    for j in range(k, len(sentence.words) - 1):
        word = sentence.words[j]
        if word.lemma in ("for", "on") and word.upos in ("ADP", "SCONJ"):
            return Complement("noun", (), sentence.words[j + 1].start, addressee=told)
        if word.upos == "VERB" and word.deprel not in ("amod", "acl"):
            break
    return None


def _carried(sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    """Verbs that count with some objects only: "raised concerns", "conveyed congratulations"."""
    k = _next(sentence, verb)
    if k is None:
        return None
    if lemma == "share" and (got := _that(sentence, verb)) is not None:
        return got
    noun = next(
        (
            j
            for j in range(k, min(len(sentence.words), k + 8))
            if sentence.words[j].lemma in CARRIER[lemma]
            or sentence.words[j].text.lower() in CARRIER[lemma]
        ),
        None,
    )
    if noun is None or any(w.upos in ("VERB", "ADP") for w in sentence.words[k:noun]):
        return None
    if got := _that(sentence, verb):
        return got
    if lemma == "share" and not sentence.words[noun].lemma.startswith("concern"):
        return None
    return Complement("noun", (), sentence.words[k].start)


def _agreed(sentence: Sentence, verb: int) -> Complement | None:
    """ "agreed on the importance of": a view held together; "agreed on measures" is an act."""
    k = _next(sentence, verb)
    if k is None or sentence.words[k].lemma not in ("on", "with"):
        return None
    views = ("importance", "need", "necessity", "urgency", "value")
    if any(w.lemma in views for w in sentence.words[k + 1 : k + 5]):
        return Complement("noun", (k,), sentence.words[k + 1].start)
    return None


def _explained(sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    """ "explaining in detail its objectives"."""
    if lemma != "explain":
        return None
    for child in sentence.children(verb, "obj", "obl"):
        if child > verb and not sentence.children(child, "case"):
            return Complement("noun", (), sentence.words[_left(sentence, child, verb)].start)
    return None


def _noted(sentence: Sentence, verb: int) -> Complement | None:
    """ "took note of"."""
    at = [w.lemma for w in sentence.words[verb + 1 : verb + 5]]
    if "note" in at and "of" in at:
        k = verb + 1 + at.index("of") + 1
        if k < len(sentence.words):
            return Complement("noun", (k - 1,), sentence.words[k].start)
    return None


def _before(
    document: Document, sentence: Sentence, verb: int, lemma: str, subject: int | None
) -> Complement | None:
    """What is said stands before: a quotation, or a clause behind which a comma stands."""
    if lemma not in _BEHIND and lemma != "certain":
        return None
    first = verb
    if subject is not None and subject < verb:
        first = left_edge(document, sentence, subject)
    while first > 0 and sentence.words[first - 1].upos in ("AUX", "ADV", "DET") and first == verb:
        first -= 1
    at = sentence.words[first].start
    quote = quote_before(document, at)
    here = quote is not None and (quote[1] > sentence.start or len(sentence.words) <= _BRIEF)
    if quote is not None and len(document.text[quote[0] : quote[1]].split()) < _TERM:
        quote = None
    if quote is not None and here:
        return Complement("before", (), quote[0], quote[1])
    if first == 0 or sentence.words[first - 1].text not in (",", "–", "—"):
        return None
    opening = sentence.words[0]
    if opening.text.lower() in ("as", "like"):
        return None
    if not any(
        w.deprel.startswith(("nsubj", "expl")) or w.upos == "AUX"
        for w in sentence.words[: first - 1]
    ):
        following = verb + 1 < len(sentence.words) and sentence.words[verb + 1].text == ","
        if not following:
            return None
    rest = sentence.words[verb + 1 :]
    tail = None
    if rest and rest[0].text == "," and len(rest) > 3 and not rest[1].text.endswith("ing"):
        tail = (rest[1].start, sentence.end)
    elif any(w.upos == "VERB" and not w.text.endswith("ing") for w in rest[:4]):
        return None
    return Complement("before", (), sentence.start, sentence.words[first - 1].start, tail=tail)
