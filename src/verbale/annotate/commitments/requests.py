"""What is proposed to another or asked of it: "invites X to", "calls on X to", "hopes that"."""

from __future__ import annotations

from verbale.annotate.commitments.lexicon import (
    CONTACTS,
    INVITED,
    PROPOSED,
    STATIVE,
    TALK,
    URGED,
    WANTED,
)
from verbale.annotate.commitments.undertaking import (
    complement,
    hoped_of,
    infinitive,
)
from verbale.clauses import Clause, actors_of, asked_for
from verbale.document import Document
from verbale.layers import Sentence
from verbale.records import Force
from verbale.voices import doers

__all__ = ["asked"]


def asked(document: Document, clause: Clause) -> tuple[Force, int] | None:
    """ "proposes to", "invites X to", "calls on X to", "calls for", "hopes that X will"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    words = sentence.words
    if words[verb].upos != "VERB":
        return None
    inner = [i for i in sentence.children(verb, "ccomp", "xcomp") if i > verb]
    if lemma in PROPOSED:
        action = infinitive(sentence, verb, "to", far=4)
        given = sentence.children(verb, "obj")
        if any(words[i].lemma in CONTACTS for i in given):
            return None  # a coming contact
        things = inner + [i for i in sentence.children(verb, "obj", "advcl") if i > verb]
        action = action if action is not None else next(iter(things), None)
        return None if action is None else ("proposed", action)
    if lemma in INVITED:
        action = infinitive(sentence, verb, "to", far=24)
        return None if action is None else ("proposed", action)
    if lemma == "hope":
        return _hoped(document, clause, inner)
    if lemma in WANTED:
        return _wanted(document, clause)
    if lemma not in URGED:
        return None
    behind = words[verb + 1].lemma if verb + 1 < len(words) else ""
    if lemma == "call" and behind not in ("for", "on", "upon"):
        return None  # "called him to congratulate"
    action = infinitive(sentence, verb, "to")
    if behind in ("i", "me") and action is not None and words[action].lemma in TALK | {"pass"}:
        return None  # an errand: "asked me to pass on"
    if action is None and lemma == "encourage":
        action = next(iter(sentence.children(verb, "obj")), None)
    if action is None and lemma == "ask":
        action = asked_for(sentence, verb)
    if action is None and lemma != "ask":
        leads = ("on", "upon", "for") if lemma in ("insist", "press") else ("for",)
        action = complement(sentence, verb, *leads)
        if action is None and lemma in ("demand", "insist", "request", "urge"):
            told = lemma == "insist"  # "insists that it is unfair": a claim, no request
            found = [i for i in inner if not (told and _tells(sentence, i))]
            action = next(iter(found + sentence.children(verb, "obj")), None)
    return None if action is None else ("urged", action)


def _tells(sentence: Sentence, verb: int) -> bool:
    """Whether a clause says how things are or were: a copula or a verb in a tense of its own."""
    own = [
        sentence.words[c].text.lower() for c in sentence.children(verb, "aux", "aux:pass", "cop")
    ]
    if any(w in _FINITE for w in own):
        return True
    text = sentence.words[verb].text.lower()
    return not own and sentence.words[verb].upos == "VERB" and text != sentence.words[verb].lemma


_FINITE = frozenset(("are", "did", "does", "had", "has", "have", "is", "was", "were", "will"))


def _wanted(document: Document, clause: Clause) -> tuple[Force, int] | None:
    """ "wants X to": another is asked to do."""
    sentence = clause.sentence
    if clause.subject is None or sentence.words[clause.subject].text == "I":
        return None
    own = {a.state or a.id for a in doers(document, clause)}
    for action in sentence.children(clause.verb, "xcomp", "ccomp"):
        between = sentence.words[clause.verb + 1 : action]
        if not any(w.lemma == "to" for w in between) or sentence.words[action].lemma in STATIVE:
            continue
        for other in (*sentence.children(action, "nsubj"), *clause.objects("obj", "iobj")):
            others = {a.state or a.id for a in actors_of(document, sentence, other)} - own
            if clause.verb < other < action and others:
                return "urged", action
    return None


def _hoped(document: Document, clause: Clause, inner: list[int]) -> tuple[Force, int] | None:
    """ "hopes that X will": another is hoped to do."""
    own = {a.state or a.id for a in doers(document, clause)}
    for action in inner:
        if hoped_of(document, clause.sentence, action, own):
            return "urged", action
    return None
