"""Whose words a clause is: the speaker of the statement around it, or the author of the text."""

from __future__ import annotations

from verbale.clauses import Clause, actors_of, agents
from verbale.document import Document
from verbale.layers import ACTORS, GENRE, PARTIES, RECORDS, Sentence
from verbale.lookup import mention_at
from verbale.records import Actor, Statement

__all__ = ["doers", "main_actors", "statement_at", "voice"]

# Genres whose every sentence is its author's.
_OWN_VOICE = frozenset(("joint-statement", "speech", "statement"))
_FIRST = frozenset(("i", "my", "our", "us", "we"))


def doers(document: Document, clause: Clause) -> tuple[Actor, ...]:
    """Who does what a clause says; "we" that nobody resolved is who speaks there."""
    found = agents(document, clause)
    if clause.subject is None:
        return found
    subject = clause.sentence.words[clause.subject]
    if subject.text.lower() not in _FIRST:
        return found
    statement = statement_at(document, subject.start, subject.end)
    if statement is None or (found and statement.manner not in ("direct", "mixed")):
        return found
    states = {a.state or a.id for a in found}
    meant = states & {a.state or a.id for a in statement.speakers}
    return found if meant else statement.speakers


def main_actors(document: Document, sentence: Sentence) -> tuple[Actor, ...]:
    """Who does what the main clause of a sentence says: for verbs that syntax hung on another."""
    roots = [i for i, w in enumerate(sentence.words) if w.head < 0]
    subjects = sentence.children(roots[0], "nsubj") if roots else []
    return actors_of(document, sentence, subjects[0]) if subjects else ()


def statement_at(document: Document, start: int, end: int) -> Statement | None:
    """The narrowest statement whose content holds a stretch."""
    found = [
        (c.end - c.start, n, r)
        for n, r in enumerate(document.get(RECORDS))
        if isinstance(r, Statement)
        for c in r.content
        if c.start <= start and end <= c.end
    ]
    return min(found, key=lambda f: f[:2])[2] if found else None


def voice(document: Document, sentence: Sentence, verb: int) -> tuple[Actor, ...]:
    """Who says a clause: the subject of the verb that governs it, else the statement's speakers,
    else the author, where the text speaks as "we"."""
    told = teller(document, sentence, verb)
    if told:
        return told
    word = sentence.words[verb]
    statement = statement_at(document, word.start, word.end)
    if statement is not None:
        return statement.speakers
    return author(document, sentence)


def teller(document: Document, sentence: Sentence, verb: int) -> tuple[Actor, ...]:
    """The subject of the nearest verb above, of which the clause is what is said."""
    at, steps = verb, 0
    while at >= 0 and steps < 6:
        word = sentence.words[at]
        if word.deprel in ("ccomp", "parataxis") and word.head >= 0:
            for child in sentence.children(word.head, "nsubj"):
                actors = actors_of(document, sentence, child)
                if actors:
                    return actors
                passive = sentence.children(word.head, "aux:pass")
                if passive and sentence.words[child].text.lower() == "it":
                    return document.get(PARTIES)[:2]  # "it was stressed that": both did
        for other in sentence.children(at, "parataxis"):
            for child in sentence.children(other, "nsubj"):
                actors = actors_of(document, sentence, child)
                if actors:
                    return actors
        at, steps = word.head, steps + 1
    return ()


def author(document: Document, sentence: Sentence) -> tuple[Actor, ...]:
    """Whom "we" means in a sentence of the text's own voice, else in the whole of a speech."""
    for word in sentence.words:
        if word.text.lower() in _FIRST:
            mention = mention_at(document, word.start)
            if mention and mention.actors:
                return mention.actors
    genre = document.get(GENRE) if document.has(GENRE) else ()
    if not genre or genre[0].code not in _OWN_VOICE:
        return ()
    for mention in document.get(ACTORS):
        first = document.text[mention.start : mention.end].lower() in _FIRST
        if first and mention.actors and statement_at(document, mention.start, mention.end) is None:
            return mention.actors
    return ()
