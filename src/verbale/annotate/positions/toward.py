"""Whom a stance favours or is aimed at, by the actors that its issue names."""

from __future__ import annotations

import re

from verbale.annotate.positions.stands import Stand
from verbale.clauses import agents, clauses
from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import ACTORS, NAMED, PARTIES, QUOTES, SENTENCES, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = ["toward"]

# Relations by which a name belongs to a noun: whose it is, of what kind, by whom.
_OF = frozenset(("of", "by", "’s", "'s", "’", "'"))
_EACH = re.compile(r"(?:(?:each|one an)\s?)?other\b(?! \w+s\b)")
_SUCH = re.compile(r"(?:the (?:above|said)|these|this|those|such)\b", re.IGNORECASE)

# Sentences that an answer's "this" may go back over, the question's among them.
_BACK = 4


def toward(document: Document, stand: Stand) -> tuple[Actor, ...]:
    """The actors of the issue's head and of what belongs to it, the holders themselves left out."""
    words = document.text[stand.about.start : stand.about.end]
    if _EACH.match(words):
        return stand.holders
    own = {h.id for h in stand.holders} | {h.state for h in stand.holders}
    core = _hyphened(stand.sentence, _core(stand.sentence, stand.issue, stand.about))
    named = distinct(a for index in core for a in _named(document, stand, index))
    found = tuple(a for a in named if a.id not in own and (a.state or a.id) not in own)
    if not found and len(named) == 1 and len({h.state or h.id for h in stand.holders}) > 1:
        owned = [i for i in core if _owner(stand.sentence, i) and _named(document, stand, i)]
        return named if owned else ()  # several stand by one of them
    if not found:
        found = tuple(a for a in _possessor(document, stand) if (a.state or a.id) not in own)
    if not found:
        found = tuple(a for a in _praised(document, stand) if (a.state or a.id) not in own)
    if not found and _SUCH.match(words):
        return _before(document, stand.sentence, own)
    return found


def _possessor(document: Document, stand: Stand) -> tuple[Actor, ...]:
    """Whose the issue is by a name with "'s" before its head, whatever syntax hung it on."""
    words = stand.sentence.words
    first = next(i for i, w in enumerate(words) if w.end > stand.about.start)
    while first > 0 and words[first - 1].upos in ("ADJ", "DET", "PART", "PROPN"):
        first -= 1
    for at in range(first, stand.issue):
        if words[at].text.lower() in ("'s", "’s") and words[at - 1].upos == "PROPN" and at > first:
            return _named(document, stand, at - 1)
        if words[at].upos in ("ADP", "SCONJ", "VERB"):
            break
    return ()


def _praised(document: Document, stand: Stand) -> tuple[Actor, ...]:
    """Who is praised for the issue: "commends | X for its role"."""
    words = stand.sentence.words
    lead = max((i for i, w in enumerate(words) if w.end <= stand.about.start), default=0)
    return _named(document, stand, lead - 1) if lead and words[lead].lemma == "for" else ()


def _owner(sentence: Sentence, index: int) -> bool:
    """Whether a word tells whose the noun is: "Avaria's right", "the right of Avaria"."""
    cases = {sentence.words[c].text.lower() for c in sentence.children(index, "case")}
    return sentence.words[index].deprel.startswith("nmod") and bool(cases & _OF)


def _core(sentence: Sentence, head: int, about: Span) -> list[int]:
    """The head, what is joined to it, and its possessors, kinds and doers, down to their own."""
    words, todo, core = sentence.words, [head], []
    first, end = about.start, about.end
    while todo:
        at = todo.pop()
        if at in core:
            continue
        core.append(at)
        for child in sentence.children(at, "nmod", "amod", "compound", "flat", "conj", "det"):
            relation = words[child].deprel
            cases = {words[c].text.lower() for c in sentence.children(child, "case")}
            verbal = words[child].upos == "VERB" and words[at].upos != "VERB"
            if verbal or (relation.startswith("nmod") and cases and not cases & _OF):
                continue
            if _led(sentence, child, first) or words[child].start >= end:
                continue
            if relation == "compound" and words[at].upos == "PROPN":
                continue  # a name within a name
            before = words[child - 2 : child] if child > 1 else ()
            if any(w.text.lower() == "one" for w in before):
                continue  # "one China", the name of a policy
            todo.append(child)
        if words[at].upos == "VERB":
            todo += sentence.children(at, "obj")[:1]
            if not sentence.children(at, "aux:pass"):
                todo += sentence.children(at, "nsubj")[:1]
    return sorted(core)


def _hyphened(sentence: Sentence, core: list[int]) -> list[int]:
    """The core with names that a dash joins to its own: "the U.S.-China talks"."""
    joined = list(core)
    for at in core:
        for dash, other in ((at - 1, at - 2), (at + 1, at + 2)):
            inside = min(dash, other) >= 0 and max(dash, other) < len(sentence.words)
            if inside and sentence.words[dash].text in ("-", "–", "‒"):
                joined.append(other)
    return sorted(set(joined))


def _led(sentence: Sentence, index: int, first: int) -> bool:
    """Whether a preposition of place or aim leads to a word, whatever syntax says of it."""
    at = index - 1
    while at >= 0 and sentence.words[at].upos in ("ADJ", "DET", "NUM", "PROPN", "SYM", "PUNCT"):
        at -= 1
    if at < 0 or sentence.words[at].start < first:
        return False
    return sentence.words[at].upos == "ADP" and sentence.words[at].lemma not in _OF


def _named(document: Document, stand: Stand, index: int) -> tuple[Actor, ...]:
    """The actors that a word means, by mentions or by the gazetteer; quoted terms name none."""
    sentence = stand.sentence
    word = sentence.words[index]
    if word.text.lower() in ("my", "our"):
        return ()  # who holds it
    if word.text.lower() in ("you", "your"):
        return tuple(p for p in document.get(PARTIES) if len(document.get(PARTIES)) == 2)
    terms = (q for q in document.get(QUOTES) if stand.span.start < q.start and q.end - q.start < 80)
    if any(q.start <= word.start < q.end for q in terms):
        return ()
    for mention in mentions_in(document, sentence.start, sentence.end):
        if mention.start <= word.start < mention.end and mention.actors:
            whole = index == stand.issue or word.deprel == "conj"
            cases = {sentence.words[c].text.lower() for c in sentence.children(index, "case")}
            # An organization is meant by itself or its possessive, not by "the Charter of".
            owner = whole or bool(cases & {"'s", "’s", "'", "’"})
            return tuple(a for a in mention.actors if a.state or (owner and a.kind != "person"))
    names = gazetteer.current()
    for named in document.get(NAMED):
        if named.start <= word.start < named.end and named.use in ("adjective", "people"):
            return (names.actor(named.id),)
    return ()


def _before(document: Document, sentence: Sentence, own: set[str | None]) -> tuple[Actor, ...]:
    """Who acts in the sentences before, the nearest first, which "such actions" takes up."""
    sentences = document.get(SENTENCES)
    at = next((i for i, s in enumerate(sentences) if s.start == sentence.start), 0)
    if not document.has(ACTORS):
        return ()
    for before in reversed(sentences[max(0, at - _BACK) : at]):
        for clause in clauses(before):
            actors = tuple(a for a in agents(document, clause) if a.state)
            if actors and not own & {a.state for a in actors}:
                return actors
    return ()
