"""Whether a sentence without a cue goes on with what was said before, or is the narrator's again.

Narrators of meetings tell in the past what the sides did; what is said speaks of how things are, were
elsewhere, or should be. So a sentence goes on unless its own frame is an act of the meeting.
"""

from __future__ import annotations

from verbale.annotate.statements.lexicon import TOLD, TOPIC, UNTOLD, lemma_of
from verbale.annotate.statements.speakers import ISSUED, covering
from verbale.document import Document
from verbale.layers import SENTENCES, Sentence, Word
from verbale.lookup import mentions_in

__all__ = ["narrated", "principals"]

_PAST = frozenset(
    """
    began brought came did drew found gave got had held laid led left made met paid put
    ran said sat saw sent set spoke stood took told thought was went were won wrote
    """.split()
)
_PRESENT = frozenset(
    """
    are can could has have is may might must ought remain remains shall should will would
    """.split()
)
_SHORTEST = 4


def principals(document: Document) -> frozenset[str]:
    """Ids of the persons whom the text is about: those of its first sentence."""
    sentences = document.get(SENTENCES)[:1]
    if not sentences:
        return frozenset()
    return frozenset(
        a.id
        for m in mentions_in(document, sentences[0].start, sentences[-1].end)
        for a in m.actors
        if a.kind == "person"
    )


def narrated(
    document: Document, sentence: Sentence, named: frozenset[str], anyone: bool = False
) -> bool:
    """Whether a sentence tells an act of the meeting or of the persons that the text is about.

    `anyone`: acts of any person are told, as in the turn of one who tells of others.
    """
    words = sentence.words
    if len(words) < _SHORTEST or not any(w.upos in ("VERB", "AUX") for w in words):
        return True
    verb = _finite(sentence)
    if verb is None:
        return True
    word = words[verb]
    auxiliaries = {words[c].text.lower() for c in sentence.children(verb, "aux", "cop")}
    lemma = _content_verb(sentence, verb)
    perfect = "been" in auxiliaries and bool(auxiliaries & {"has", "have"})
    if perfect and lemma in TOPIC:
        return True
    if _several(document, sentence, named) or _official(document, sentence):
        return True
    if auxiliaries & _PRESENT or not (
        _is_past(word) or auxiliaries & {"was", "were", "had", "did"}
    ):
        return False
    subject = _subject(sentence, verb)
    if subject is None:
        return lemma in TOLD
    head = words[subject]
    if head.lemma in ISSUED and words[max(0, subject - 1)].lemma in ("these", "this"):
        return True  # "These remarks were also posted": of words, not among them
    passive = any(words[c].deprel in ("aux:pass", "nsubj:pass") for c in sentence.children(verb))
    if head.lemma in UNTOLD or (passive and lemma in TOPIC):
        return True
    mention = covering(document, head.start)
    if mention is None:
        return False
    if mention.form == "collective" or (mention.form == "pronoun" and len(mention.actors) > 1):
        return True
    persons = [a for a in mention.actors if a.kind == "person"]
    if persons and (anyone or any(a.id in named for a in persons)):
        return True
    return lemma in TOLD and bool(persons) and not named


def _several(document: Document, sentence: Sentence, named: frozenset[str]) -> bool:
    """Whether the persons of the meeting open the sentence together: what they will do is told."""
    found: set[str] = set()
    for mention in mentions_in(document, sentence.start, sentence.end):
        if mention.start - sentence.start > 120 or mention.form == "state":
            break
        found |= {a.id for a in mention.actors if a.kind == "person"}
        if mention.start == sentence.start and len(found) > 1:
            return True
    opening = mentions_in(document, sentence.start, sentence.end)[:2]
    return (
        len(opening) == 2
        and opening[0].start == sentence.start
        and len(found & named) > 1
        and " and " in document.text[opening[0].end - 1 : opening[1].start + 1]
    )


def _official(document: Document, sentence: Sentence) -> bool:
    """Whether an official named with a title opens the sentence and will do something: news, not words."""
    opening = mentions_in(document, sentence.start, sentence.end)[:1]
    if not opening or opening[0].start != sentence.start or opening[0].form != "name":
        return False
    verb = _finite(sentence)
    titled = " " in (opening[0].actors[0].role or "") if opening[0].actors else False
    told = opening[0].end - opening[0].start > len(opening[0].actors[0].name) if titled else False
    future = verb is not None and any(
        sentence.words[c].text.lower() == "will" for c in sentence.children(verb, "aux")
    )
    return told and future


def _finite(sentence: Sentence) -> int | None:
    """The main verb: the root where it is one, else the first finite verb that no clause marks."""
    for i, word in enumerate(sentence.words[:8]):
        # A past right behind the opening phrase, whatever the reader hung it on.
        told = lemma_of(word.text) in TOLD and _is_past(word)
        if told and word.upos == "VERB" and word.head == i - 1 and word.deprel == "acl":
            return i
    for i, word in enumerate(sentence.words):
        if word.head < 0 and word.upos in ("VERB", "AUX"):
            return i
    for i, word in enumerate(sentence.words):
        if word.head < 0 and any(
            sentence.words[c].deprel in ("cop", "aux") for c in sentence.children(i)
        ):
            return i
    for i, word in enumerate(sentence.words):
        if word.upos in ("VERB", "AUX") and (_is_past(word) or word.text.lower() in _PRESENT):
            return i
    return None


def _is_past(word: Word) -> bool:
    text = word.text.lower()
    return text.endswith("ed") or text in _PAST


def _content_verb(sentence: Sentence, verb: int) -> str:
    """The lemma that counts: of "continued to discuss", discuss."""
    word = sentence.words[verb]
    for child in sentence.children(verb, "xcomp"):
        if word.lemma in ("continue", "begin", "start"):
            word = sentence.words[child]
    return lemma_of(word.text) or word.lemma


def _subject(sentence: Sentence, verb: int) -> int | None:
    for child in sentence.children(verb, "nsubj", "csubj"):
        if child < verb:
            return child
    # The reader may have hung the subject elsewhere: the first noun of the sentence.
    for i, word in enumerate(sentence.words[:verb]):
        if word.upos in ("NOUN", "PROPN", "PRON") and not sentence.children(i, "case"):
            return i
    return None
