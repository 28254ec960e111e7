"""Where what is said begins, seen from its cue: after "that", at a quotation, as a thing, or before.

The reader's arcs are trusted for what stands beside the cue and no further: long clauses are where
they fail. So the end is not decided here.
"""

from __future__ import annotations

from dataclasses import replace

from verbale.annotate.statements.addressed import addressee, directed, thanked, warned
from verbale.annotate.statements.clausal import (
    BARE,
    after_as,
    after_question,
    after_that,
    bare,
    clear,
)
from verbale.annotate.statements.frames import APART, Complement
from verbale.annotate.statements.lexicon import (
    CARRIER,
    CLAUSAL,
    DIRECTIVE,
    NOMINAL,
    TAGS,
    TELLING,
    THANKING,
)
from verbale.annotate.statements.nominal import (
    after_about,
    agreed,
    as_what,
    carried,
    explained,
    gerund,
    noted,
    thing,
)
from verbale.annotate.statements.speakers import covering, left_edge
from verbale.document import Document
from verbale.layers import QUOTES, Sentence

__all__ = ["Complement", "complement", "quote_at", "quote_before"]

# Words of a sentence that only says whose the quotation before it is.
_BRIEF = 8
# Words of a quotation below which it is a term that the sentence is about.
_TERM = 3
# What may stand behind what it tells of.
_BEHIND = (CLAUSAL | TELLING) - frozenset(
    "agree assess consider convey deny describe disclose express find forecast promise urge voice".split()
)
_OPENING = "“\"«„‘'"
_CLOSING = "”\"»“’'"


def complement(
    document: Document, sentence: Sentence, verb: int, lemma: str, subject: int | None
) -> Complement | None:
    """What the cue at `verb` says, or None when it says nothing that counts."""
    if lemma in CARRIER:
        return carried(sentence, verb, lemma)
    if lemma == "read":
        return _quoted(document, sentence, verb, None) or after_that(sentence, verb)
    if lemma in ("make", "take"):
        return noted(sentence, verb) if lemma == "take" else None
    if lemma in THANKING:
        return thanked(sentence, verb)
    if lemma in ("certain", "clear"):
        return (
            after_as(sentence, verb)
            or after_that(sentence, verb)
            or after_about(sentence, verb)
            or after_question(sentence, verb)
            or (clear(sentence, verb) if lemma == "clear" else None)
            or _before(document, sentence, verb, lemma, subject)
        )
    if got := after_as(sentence, verb):
        return _within_quote(document, sentence, verb, got)
    before = _before(document, sentence, verb, lemma, subject)
    after = _after(document, sentence, verb, lemma)
    if before is not None and (after is None or after.kind not in ("that", "quote", "closed")):
        return before
    return after


def _within_quote(document: Document, sentence: Sentence, verb: int, got: Complement) -> Complement:
    """An aside of a quotation goes no further than it: “Prices, as he said, fall,” stressed X."""
    at = sentence.words[verb].start
    quote = next((q for q in document.get(QUOTES) if q.start <= at < q.end), None)
    if quote is None or got.tail is None:
        return got
    return replace(got, tail=(got.tail[0], min(got.tail[1], quote.end)))


def _after(document: Document, sentence: Sentence, verb: int, lemma: str) -> Complement | None:
    if lemma == "welcome" and _guest(document, sentence, verb):
        return None  # "welcomed X to the palace": a visit
    told = addressee(sentence, verb) if lemma in TELLING or lemma in DIRECTIVE else None
    if lemma in CLAUSAL | TELLING | NOMINAL and (got := after_that(sentence, verb, told)):
        return got
    if lemma in CLAUSAL | TELLING and (got := _quoted(document, sentence, verb, told)):
        return got
    if lemma == "describe":
        return as_what(sentence, verb) or thing(sentence, verb)
    if lemma in DIRECTIVE and (got := directed(sentence, verb, lemma, told)):
        return got
    if lemma in TELLING:
        return after_question(sentence, verb) or (
            warned(sentence, verb) if lemma == "warn" else None
        )
    if lemma in CLAUSAL and (got := after_question(sentence, verb)):
        return got
    if lemma in BARE and (got := bare(sentence, verb)):
        return got
    if lemma in ("propose", "recommend", "suggest") and (got := gerund(sentence, verb)):
        return got
    if lemma in NOMINAL:
        return thing(sentence, verb)
    if lemma in ("agree", "explain", "mention", "declare", "outline"):
        return agreed(sentence, verb) if lemma == "agree" else explained(sentence, verb, lemma)
    return None


def _guest(document: Document, sentence: Sentence, verb: int) -> bool:
    """Whether a verb's object is a person, not what is a person's."""
    thing = next((c for c in sentence.children(verb, "obj") if c > verb), None)
    named = covering(document, sentence.words[thing].start) if thing is not None else None
    if named is None or named.form == "pronoun":
        return False
    after = document.text[named.end : named.end + 2]
    return all(a.kind == "person" for a in named.actors) and after not in ("'s", "’s")


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
    for k in range(verb + 1, min(len(sentence.words), verb + APART)):
        word = sentence.words[k]
        if word.text in (":", ",") or k == verb + 1:
            at = word.start if word.text not in (":", ",") else word.end
            got = quote_at(document, at)
            if got is not None and (word.text in (":", ",") or word.text[0] in _OPENING):
                return Complement("quote", (), got[0], got[1], addressee=told)
            if word.text == ":":
                rest = document.trim(word.end, sentence.end)
                return Complement("that", (), rest.start) if rest else None
        if word.lemma == "quote" and sentence.words[k - 1].lemma in ("i", "and"):
            continue  # ", and I quote,"
        if word.upos == "VERB" and word.deprel not in ("amod", "acl"):
            return None
    return None


def _before(
    document: Document, sentence: Sentence, verb: int, lemma: str, subject: int | None
) -> Complement | None:
    """What is said stands before: a quotation, or a clause behind which a comma stands."""
    if lemma not in _BEHIND | TAGS and lemma != "certain":
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
    if lemma in TAGS or first == 0 or sentence.words[first - 1].text not in (",", "–", "—"):
        return None
    if lemma not in TELLING and any(
        c > verb and not sentence.children(c, "case") for c in sentence.children(verb, "obj")
    ):
        return None  # "80 years ago, the two ended the war": what is said stands behind
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
