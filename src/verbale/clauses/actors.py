"""The actors that a noun phrase means."""

from __future__ import annotations

import re

from verbale.clauses.joined import joined
from verbale.clauses.phrases import reach
from verbale.data import gazetteer
from verbale.document import Document
from verbale.layers import NAMED, PARTIES, Mention, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = ["actors_of"]

_SIDES = frozenset(("country", "leader", "minister", "nation", "party", "president", "side"))
# Nouns that stand for a state when its name or adjective goes with them.
_PERSONS = frozenset(
    ("administration", "ambassador", "army", "authority", "citizen", "community", "delegation")
    + ("diplomat", "envoy", "fighter", "force", "government", "head", "interlocutor", "lawmaker")
    + (
        "member",
        "militant",
        "military",
        "ministry",
        "official",
        "people",
        "regime",
        "representative",
        "secretary",
        "team",
        "troop",
    )
)
# Adjectives of the two sides of a text themselves.
_OF_THE_TWO = frozenset(("friendly", "great", "neighboring", "neighbouring", "own", "respective"))


def actors_of(document: Document, sentence: Sentence, index: int | None) -> tuple[Actor, ...]:
    """The actors that a noun phrase means: the mention on its head with those joined to it, else
    the states that a noun of persons or sides is told by ("the leaders of X and Y", "Xian troops").
    """
    if index is None:
        return ()
    word = sentence.words[index]
    start, end = reach(sentence, index, without=("acl", "acl:relcl", "appos"))
    inside = mentions_in(document, start, end)
    whole = mentions_in(document, sentence.start, sentence.end)
    on_head = [m for m in whole if m.start <= word.start < m.end]
    found: list[Mention] = []
    if on_head:
        found.append(max(on_head, key=lambda m: m.end - m.start))
        found += joined(document, sentence, found[0])
    for child in sentence.children(index, "conj"):
        at = sentence.words[child]
        found += [m for m in inside if m.start <= at.start < m.end][:1]
    of_states = word.lemma in _PERSONS or word.lemma in _SIDES
    one = found and found[0].form == "title" and not word.text.lower().endswith("s")
    if of_states and not one and (not found or found[0].form in ("collective", "title")):
        told = _told_by(document, start, end, word.start)
        if told:
            return told
    named = distinct(a for m in found for a in m.actors)
    if named:
        return named
    if word.lemma in _SIDES and (word.text.lower().endswith("s") or word.lemma == "party"):
        if _any_such(sentence, index) or not document.has(PARTIES):
            return ()
        return document.get(PARTIES)[:2]
    texts = {sentence.words[k].text.lower() for k in sentence.children(index, "det", "nummod")}
    if word.lemma in _PERSONS and texts & {"both", "two"} and document.has(PARTIES):
        return document.get(PARTIES)[:2]  # "the two teams"
    if word.upos != "PROPN" or not inside:
        return ()
    # "the Republic of X and the Republic of Y": the names stand behind their heads.
    return distinct(
        a for m in (inside[0], *joined(document, sentence, inside[0])) for a in m.actors
    )


def _any_such(sentence: Sentence, index: int) -> bool:
    """Whether a noun of sides means any of them: "major countries", "all sides"."""
    bare = index == 0 or sentence.words[index - 1].upos not in ("ADJ", "DET", "NUM")
    if bare and sentence.words[index].lemma not in ("country", "nation", "party", "side"):
        return False  # "leaders" of a heading are those of the text
    owners = sentence.children(index, "nmod:poss")
    if any(sentence.words[k].upos == "NOUN" for k in owners):
        return True  # "the world's leaders"
    kinds = sentence.children(index, "det", "nummod", "nmod:poss")
    texts = {sentence.words[k].text.lower() for k in kinds}
    numbers = {sentence.words[k].text.lower() for k in sentence.children(index, "nummod")}
    if not texts or numbers - {"2", "two"} or sentence.children(index, "acl"):
        return True
    told = {sentence.words[k].lemma for k in sentence.children(index, "amod")}
    if told - _OF_THE_TWO and not numbers and "both" not in texts:
        return True  # "the relevant parties"
    return bool(texts & {"all", "any", "each", "every", "many", "no", "some"})


def _told_by(document: Document, start: int, end: int, head: int) -> tuple[Actor, ...]:
    """States that a noun phrase names: by adjectives before its head, or after "of" behind it."""
    names = gazetteer.current()
    found = []
    for named in document.get(NAMED):
        if not (start <= named.start and named.end <= end) or ":" in named.id:
            continue
        between = document.text[head : named.start]
        if named.start < head or re.match(r"\w+ (?:of|from|in) (?:\S+ ){0,4}$", between):
            found.append(names.actor(named.id))
    return distinct(found)
