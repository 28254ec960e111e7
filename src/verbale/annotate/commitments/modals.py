"""What an actor will do, and what others should: undertakings told by an auxiliary alone."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.commitments.lexicon import (
    AGENDA,
    ALL,
    CONTACT,
    GUESSED,
    MINDED,
    OBLIGED,
    STATIVE,
    TALK,
    TOLD,
    URGED,
)
from verbale.annotate.commitments.undertaking import Undertaking, idle, stands_with, undertaking
from verbale.clauses import Clause, clauses, wondered
from verbale.document import Document
from verbale.layers import PARTIES, SIDE, Sentence, Word
from verbale.records import Actor, Force
from verbale.voices import doers, statement_at, voice

__all__ = ["foretold"]


# Participles that one should or must be: "should be committed to".
_STATES = frozenset(("commit", "determine", "guide", "unite"))
# Words and endings of what is no person.
_THINGS = frozenset(("act", "effort", "it", "measure", "policy", "problem", "step", "that", "this"))
_ABSTRACT = ("ance", "ence", "ism", "ity", "ment", "ness", "tion")
# What one forswears: "will never seek hegemony".
_FORSWORN = frozenset(
    ("abandon", "attack", "develop", "interfere", "pose", "pursue", "seek", "threaten", "use")
)
# Talk in the shape of an undertaking: "I will add that".
_SAYING = TALK - {
    "address",
    "announce",
    "bring",
    "declare",
    "report",
    "convey",
    "draw",
    "express",
    "extend",
    "make",
    "share",
}


def foretold(document: Document, sentence: Sentence) -> Iterator[Undertaking]:
    """Undertakings of the auxiliaries of a sentence, in text order."""
    for clause in clauses(sentence):
        if clause.passive and clause.lemma not in _STATES:
            continue
        if clause.subject is None or _supposed(clause) or wondered(clause):
            continue
        if sentence.words[clause.verb].deprel == "acl:relcl" and not _cleft(clause):
            continue  # which thing is meant: "the steps that X must take"
        obliged, action = _obliged(clause)
        verb = action if obliged else _intended(clause)
        if verb is None:
            continue
        if not obliged and (_guessed(clause) or stands_with(sentence, verb)):
            continue
        found = _due_to(document, clause, verb) if obliged else _will(document, clause, verb)
        if found is None:
            continue
        force, by, to = found
        yield undertaking(sentence, force, by, to, clause.verb, verb, clause.subject, 0.5)


def _supposed(clause: Clause) -> bool:
    sentence = clause.sentence
    marks = {sentence.words[c].lemma for c in clause.objects("mark")}
    turned = any(
        sentence.words[c].text.lower() == "should" and clause.subject > c
        for c in clause.objects("aux")
        if clause.subject is not None
    )  # "should they go on to"
    return turned or bool(marks & {"if", "unless", "until", "whether"})


def _cleft(clause: Clause) -> bool:
    """Whether a relative clause tells what its head does: "it is X that should"."""
    head = clause.sentence.words[clause.verb].head
    it = {clause.sentence.words[c].text.lower() for c in clause.sentence.children(head, "nsubj")}
    return "it" in it and bool(clause.sentence.children(head, "cop")) and clause.subject == head


def _guessed(clause: Clause) -> bool:
    """Whether what will be is somebody's guess: "I think that we will"."""
    sentence, word = clause.sentence, clause.sentence.words[clause.verb]
    if word.deprel == "ccomp" and sentence.words[word.head].lemma in GUESSED:
        return True
    parenthetic = sentence.children(clause.verb, "parataxis")
    return any(sentence.words[p].lemma in GUESSED for p in parenthetic)


def _obliged(clause: Clause) -> tuple[bool, int]:
    """Whether a clause obliges its subject ("should", "must", "needs to", "has to"), and the action."""
    sentence, verb = clause.sentence, clause.verb
    word = sentence.words[verb]
    if clause.modals & OBLIGED:
        return True, verb
    text = word.text.lower()
    first = clause.subject is not None and sentence.words[clause.subject].text.lower() == "we"
    needs = text in ("need", "needs") and not first  # "we need to" tells a need
    if (needs or text in ("has", "have", "’ve", "'ve")) and not clause.negated:
        for child in sentence.children(verb, "xcomp"):
            if sentence.children(child, "aux:pass"):
                continue  # "needs to be improved"
            if any(sentence.words[m].lemma == "to" for m in sentence.children(child, "mark")):
                near = child - verb <= 4
                return near and not sentence.children(verb, "obj"), child
    return False, verb


def _intended(clause: Clause) -> int | None:
    """The action of "will", of a reported "would" and of "is going to"."""
    sentence, verb = clause.sentence, clause.verb
    word = sentence.words[verb]
    if "can" in clause.modals:
        return None
    if clause.negated and not ("will" in clause.modals and _never(clause)):
        return None
    if word.lemma == "go" and word.text.lower() == "going":
        for child in sentence.children(verb, "xcomp", "advcl"):
            if verb + 1 in sentence.children(child, "mark"):  # not "going to the polls to vote"
                return child
        return None
    if clause.modals & {"shall", "will"} or ("would" in clause.modals and word.deprel == "ccomp"):
        return verb
    return None


def _never(clause: Clause) -> bool:
    """Whether a clause says "never" of a deed: not to do it is undertaken, what is not allowed is opposed."""
    sentence = clause.sentence
    never = any(sentence.words[c].text.lower() == "never" for c in clause.objects("advmod"))
    return never and clause.lemma in _FORSWORN


Found = tuple[Force, tuple[Actor, ...], tuple[Actor, ...]]


def _will(document: Document, clause: Clause, verb: int) -> Found | None:
    """Who will: one for oneself, or the sides together; what others are said to will is a forecast."""
    sentence = clause.sentence
    action = sentence.words[verb]
    if action.upos != "VERB" or action.lemma in STATIVE | CONTACT | _SAYING:
        return None
    by = doers(document, clause)
    if not by:
        return None
    subject = sentence.words[clause.subject] if clause.subject is not None else None
    if subject is not None and subject.text.lower() in ("i", "you"):
        return None
    if action.lemma in AGENDA and not _lasting(sentence, verb):
        return None
    if idle(sentence, verb) or _foretells(sentence, verb):
        return None
    if any(sentence.words[i].lemma in TOLD for i in sentence.children(verb, "obj")):
        return None
    reported = sentence.words[clause.verb].deprel == "ccomp"
    if subject is not None and subject.text.lower() == "it" and not reported:
        return None
    if subject is not None and subject.text.lower() in ("he", "she"):
        stated = statement_at(document, subject.start, action.end) is not None
        if not (reported or stated) or "would" not in clause.modals:
            return None  # what one person will do next is talk, not an undertaking of a side
    states = _states(by)
    speakers = voice(document, sentence, clause.verb)
    own_side = document.get(SIDE)[0].state
    if speakers and not states & _states(speakers):
        return None
    if not speakers and len(states) == 1 and own_side not in states:
        return None
    on = sentence.children(verb, "xcomp") if action.lemma in ("continue", "keep") else []
    if {sentence.words[i].lemma for i in (verb, *on)} & (URGED - {"ask", "press"}):
        return "urged", by, ()  # "will continue to insist on"
    return ("agreed" if len(states) > 1 else "pledged"), by, ()


def _foretells(sentence: Sentence, verb: int) -> bool:
    """Whether an action is only how far a number will go: "will pass the mark of 100 billion"."""
    if sentence.words[verb].lemma not in ("exceed", "pass", "reach", "surpass"):
        return False
    things = [i for obj in sentence.children(verb, "obj") for i in sentence.subtree(obj)]
    return any(sentence.words[i].upos in ("NUM", "SYM") for i in things)


def _lasting(sentence: Sentence, verb: int) -> bool:
    """Whether "take" is of measures and steps, and not of a part or place."""
    things = {sentence.words[i].lemma for i in sentence.children(verb, "obj")}
    return sentence.words[verb].lemma == "take" and not things & {"part", "place", "question"}


def _due_to(document: Document, clause: Clause, verb: int) -> Found | None:
    """Who should, and who says so: all together is proposed, another alone is urged."""
    sentence = clause.sentence
    assert clause.subject is not None  # noqa: S101  # asked for by the caller
    subject = sentence.words[clause.subject]
    word = sentence.words[verb]
    if (
        subject.text.lower() in ("i", "you")
        or word.lemma in ("able", "afraid", "aware")
        or idle(sentence, verb)
        or word.lemma in TALK | MINDED
    ):
        return None
    told = (
        sentence.words[clause.verb].text.lower() in ("has", "have") and not clause.modals & OBLIGED
    )
    if told and subject.text.lower() in ("he", "she", "they"):
        return None  # what others have to do is told, not asked for
    speakers = voice(document, sentence, clause.verb)
    if not speakers:
        return None
    actors = doers(document, clause)
    if subject.text.lower() == "it" and not actors:
        return None
    own, asked = _states(speakers), _states(actors)
    first = subject.text.lower() == "we"
    if first or (len(own) > 1 and own == asked):
        return "proposed", speakers, ()
    if not actors:
        if subject.lemma == "community":
            return None if told else ("urged", speakers, ())
        every = {sentence.words[d].lemma for d in sentence.children(clause.subject, "det")}
        every |= {sentence.words[d].lemma for d in sentence.children(clause.subject, "nummod")}
        of_all = bool(every & {"all", "both", "each", "every", "no", "two"})
        of_all = of_all and word.upos == "VERB"  # "every term should be clear" obliges nobody
        together = (subject.lemma in ALL or of_all) and not _thing(subject)
        return ("proposed", speakers, ()) if together else None
    if len(asked) > 1 and (asked & own or asked == {p.id for p in document.get(PARTIES)[:2]}):
        return "proposed", speakers, tuple(a for a in actors if (a.state or a.id) not in own)
    if asked & own:
        return None
    return "urged", speakers, actors


def _thing(word: Word) -> bool:
    """Whether a word means no persons, by its sense or ending: "all efforts", "no cooperation"."""
    return word.upos == "DET" or word.lemma in _THINGS or word.lemma.endswith(_ABSTRACT)


def _states(actors: tuple[Actor, ...]) -> set[str]:
    return {a.state or a.id for a in actors}
