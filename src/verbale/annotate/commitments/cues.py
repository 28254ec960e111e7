"""Undertakings that a verb or predicate tells: "agreed to", "is ready to", "calls on X to"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.commitments.lexicon import (
    AGREED,
    CONTACT,
    CONTACTS,
    GIVEN,
    GIVING,
    HANDED,
    INVITED,
    PLEDGED,
    PLEDGED_STATES,
    PROPOSED,
    READY,
    READY_VERBS,
    STATIVE,
    TALK,
    TASKED,
    URGED,
)
from verbale.annotate.commitments.undertaking import (
    Undertaking,
    complement,
    hoped_of,
    infinitive,
    undertaking,
)
from verbale.clauses import Clause, actors_of, bearers, clauses
from verbale.document import Document
from verbale.layers import PARTIES, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor, Force
from verbale.voices import doers, main_actors, voice

__all__ = ["told"]

_OCCASIONS = frozenset(("chance", "moment", "occasion", "opportunity"))
_MODAL = frozenset(("going", "must", "need", "should", "will", "would"))


def told(document: Document, sentence: Sentence) -> Iterator[Undertaking]:
    """Undertakings of the verbs and predicates of a sentence, in text order."""
    for clause in clauses(sentence):
        if clause.negated or _supposed(clause):
            continue
        found = _ready(clause) or _promised(clause) or _given(clause) or _asked(document, clause)
        if found is None:
            yield from _agreed(document, clause)
            continue
        force, verb = found
        by = _by(document, clause, force)
        if not by or _of_a_thing(sentence, clause, verb):
            continue
        if force == "pledged" and _several(by):
            force = "agreed"
        to = _addressed(document, clause, verb, by) if force in ("urged", "proposed") else ()
        yield undertaking(sentence, force, by, to, clause.verb, verb, clause.subject)


def _supposed(clause: Clause) -> bool:
    """Whether a clause is only supposed: "if X agrees to", "may call for"."""
    marks = {clause.sentence.words[c].lemma for c in clause.objects("mark")}
    if marks & {"if", "unless", "whether"}:
        return True
    unsure = clause.modals & {"can", "could", "may", "might", "should"}
    if "would" not in clause.modals or unsure:
        return bool(unsure)
    subject = clause.sentence.words[clause.subject] if clause.subject is not None else None
    polite = subject is not None and subject.text in ("I", "We", "we")
    return clause.lemma not in ("be", "like", "ready") and not polite


def _of_a_thing(sentence: Sentence, clause: Clause, action: int) -> bool:
    """Whether a clause only tells which thing is meant: "the steps that X intends to take"."""
    word = sentence.words[clause.verb]
    if word.deprel == "conj" and word.head >= 0:
        word = sentence.words[word.head]
    ends = action + 1 < len(sentence.words) and sentence.words[action + 1].upos in ("ADP", "PUNCT")
    return word.deprel == "acl:relcl" and ends and not sentence.children(action, "obj")


def _by(document: Document, clause: Clause, force: Force) -> tuple[Actor, ...]:
    """Who undertakes or asks: the subject, also of a passive that tells a state of mind."""
    if not clause.passive:
        return doers(document, clause)
    if force in ("pledged", "ready"):
        return bearers(document, clause)
    return doers(document, clause) or voice(document, clause.sentence, clause.verb)


def _ready(clause: Clause) -> tuple[Force, int] | None:
    """ "is ready to", "stands ready to", "looks forward to", "would like to"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    words = sentence.words
    cue = None
    told = words[verb].text.lower() in READY
    if told or (lemma in READY and words[verb].upos == "ADJ"):
        cue = verb
    elif lemma in ("be", "remain", "stand", "stay"):
        near = range(verb + 1, min(verb + 4, len(words)))
        cue = next((i for i in near if words[i].text.lower() in READY), None)
    if cue is not None:
        action = infinitive(sentence, cue, "to", "in", "for", far=5)
        if action is None and words[cue].text.lower() in ("open", "ready", "prepared"):
            action = complement(sentence, cue, "to", "for")
        return None if action is None or words[action].lemma in TALK else ("ready", action)
    if lemma not in READY_VERBS or words[verb].upos != "VERB" or verb + 2 >= len(words):
        return None
    first_person = clause.subject is not None and words[clause.subject].text == "I"
    if words[verb + 1].lemma != READY_VERBS[lemma] or (lemma == "look" and first_person):
        return None
    if lemma == "like" and "would" not in clause.modals:
        return None
    if lemma in ("want", "wish") and _idle_wish(clause):
        return None
    action = infinitive(sentence, verb, "to", far=5)
    if action is None and lemma == "look":
        thing = complement(sentence, verb + 1, "to")
        if (
            thing is not None
            and words[thing].text.endswith("ing")
            and words[thing].lemma not in CONTACTS
        ):
            action = thing  # a gerund that syntax took for a noun
    seen = action is not None and lemma == "hope" and words[action].lemma == "see"
    if action is None or (words[action].lemma in TALK and not seen):
        return None
    if any(words[i].lemma in _OCCASIONS for i in sentence.children(action, "obj")):
        return None  # "I would like to use this occasion to"
    return "ready", action


def _idle_wish(clause: Clause) -> bool:
    """Whether what is wanted is one person's wish to say, or no deed."""
    sentence = clause.sentence
    subject = sentence.words[clause.subject].text.lower() if clause.subject is not None else "i"
    action = infinitive(sentence, clause.verb, "to", far=5)
    if subject in ("he", "i", "it", "she", "they", "who", "you") or action is None:
        return True
    return sentence.words[action].lemma in (STATIVE - {"have"}) | CONTACT | {"hear", "look"}


def _given(clause: Clause) -> tuple[Force, int] | None:
    """ "announced a new package of assistance": help that is promised."""
    sentence = clause.sentence
    word = sentence.words[clause.verb]
    if clause.lemma in HANDED and word.deprel == "ccomp" and word.text.lower().endswith("ing"):
        # "announced that it is donating": handed over from now on.
        told = sentence.words[word.head].lemma in ("announce", "declare", "share")
        return ("pledged", clause.verb) if told else None
    if clause.lemma not in GIVING or word.upos != "VERB" or clause.passive:
        return None
    for thing in clause.objects("obj"):
        near = [i for i in sentence.subtree(thing) if abs(i - thing) < 12]
        if any(sentence.words[i].lemma in GIVEN for i in near):
            return "pledged", thing
    return None


def _promised(clause: Clause) -> tuple[Force, int] | None:
    """ "pledged to", "is committed to deepening", "is determined to"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    words = sentence.words
    word = words[verb]
    state = word.text.lower() in PLEDGED_STATES and (word.upos == "ADJ" or clause.passive)
    remaining = None
    if lemma in ("be", "remain", "stay") and word.upos == "VERB":
        near = range(verb + 1, min(verb + 4, len(words)))
        remaining = next((i for i in near if words[i].text.lower() in PLEDGED_STATES), None)
    if not (state or remaining is not None or (lemma in PLEDGED and word.upos == "VERB")):
        return None
    if clause.passive and not state:
        return None
    cue = verb if remaining is None else remaining
    action = infinitive(sentence, cue, "to", far=6)
    if state and action is not None and words[action].lemma in ("defend", "support", "uphold"):
        return None  # a stand on what is upheld
    if action is None and words[cue].text.lower() in ("commit", "committed", "commits"):
        action = complement(sentence, cue, "to")
        if action is not None and words[action].lemma not in ACTIONS:
            return None
    return None if action is None else ("pledged", action)


# Actions in the shape of nouns: committed to these, one undertakes; to others one takes a stand.
ACTIONS = frozenset(
    ("action", "collaboration", "consultation", "contact", "continuation", "cooperation")
    + ("coordination", "dialogue", "effort", "engagement", "implementation", "partnership", "work")
)


def _asked(document: Document, clause: Clause) -> tuple[Force, int] | None:
    """ "proposes to", "invites X to", "calls on X to", "calls for", "hopes that X will"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    words = sentence.words
    if words[verb].upos != "VERB":
        return None
    inner = [i for i in sentence.children(verb, "ccomp", "xcomp") if i > verb]
    if lemma in PROPOSED:
        action = infinitive(sentence, verb, "to", far=4)
        things = inner + [i for i in sentence.children(verb, "obj", "advcl") if i > verb]
        action = action if action is not None else next(iter(things), None)
        return None if action is None else ("proposed", action)
    if lemma in INVITED:
        action = infinitive(sentence, verb, "to", far=24)
        return None if action is None else ("proposed", action)
    if lemma == "hope":
        return _hoped(document, clause, inner)
    if lemma not in URGED:
        return None
    behind = words[verb + 1].lemma if verb + 1 < len(words) else ""
    if lemma == "call" and behind not in ("for", "on", "upon"):
        return None  # "called him to congratulate"
    action = infinitive(sentence, verb, "to")
    if action is None and lemma == "encourage":
        action = next(iter(sentence.children(verb, "obj")), None)
    if action is None and lemma != "ask":
        leads = (
            ("on", "upon", "for") if lemma in ("appeal", "call", "insist", "press") else ("for",)
        )
        action = complement(sentence, verb, *leads)
        if action is None and lemma in ("demand", "insist", "request", "urge"):
            action = next(iter(inner + sentence.children(verb, "obj")), None)
    return None if action is None else ("urged", action)


def _hoped(document: Document, clause: Clause, inner: list[int]) -> tuple[Force, int] | None:
    """ "hopes that X will": another is hoped to do."""
    own = {a.state or a.id for a in doers(document, clause)}
    for action in inner:
        if hoped_of(document, clause.sentence, action, own):
            return "urged", action
    return None


def _agreed(document: Document, clause: Clause) -> Iterator[Undertaking]:
    """ "agreed to", "agreed that X will", "it was agreed to", "tasked their teams to"."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    if lemma not in AGREED | TASKED or sentence.words[verb].upos != "VERB":
        return
    action = infinitive(sentence, verb, "to", "on")
    if action is not None and complement(sentence, verb, "on", "with") in _needs(sentence):
        return  # "agreed on the need to"
    by = doers(document, clause)
    if clause.passive and not by:
        by = document.get(PARTIES)[:2]
    ruled = [i for i in sentence.children(verb, "ccomp") if i > verb]
    if action is not None and ruled and ruled[0] < action:
        action = None  # "agreed that X will come to …"
    if not by and sentence.words[verb].deprel == "conj":
        by = main_actors(document, sentence)
    if action is None and lemma == "agree":
        thing = complement(sentence, verb, "on")
        if thing is not None and sentence.words[thing].lemma not in ACTIONS:
            thing = None
        to = complement(sentence, verb, "to")
        if to is not None and sentence.words[to].lemma not in CONTACTS:
            thing = to
        action = thing
    if action is None and lemma in AGREED:
        for inner in sentence.children(verb, "ccomp"):
            helping = {sentence.words[c].text.lower() for c in sentence.children(inner, "aux")}
            if sentence.words[inner].upos != "VERB":
                continue  # "agreed that this would be in their interest"
            if helping & _MODAL or sentence.words[inner].lemma == "go":
                action = inner
                subject = sentence.children(inner, "nsubj")
                own = actors_of(document, sentence, subject[0]) if subject else ()
                by = own if len({a.state or a.id for a in own}) == 1 else by
    if action is None or not by:
        return
    force: Force = "agreed"
    if not _several(by) and lemma != "agree":
        if lemma in TASKED:
            return
        force = "pledged"
    yield undertaking(sentence, force, by, (), verb, action, clause.subject, 0.7)


def _needs(sentence: Sentence) -> set[int]:
    """Where a sentence speaks of need: what is found needful is not yet undertaken."""
    needs = ("importance", "necessity", "need")
    return {i for i, w in enumerate(sentence.words) if w.upos == "NOUN" and w.lemma in needs}


def _several(by: tuple[Actor, ...]) -> bool:
    """Whether actors act for more than one state."""
    return len({a.state or a.id for a in by}) > 1


def _addressed(
    document: Document, clause: Clause, action: int, by: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Who is asked: the actors named between the cue and the action, else in the cue's object."""
    words = clause.sentence.words
    low, high = words[clause.verb].end, words[action].start
    own = {a.state or a.id for a in by}
    if low < high:
        named = (a for m in mentions_in(document, low, high) for a in m.actors)
        found = distinct(a for a in named if (a.state or a.id) not in own)
        if found:
            return found
    for child in clause.objects("obj", "obl", "iobj"):
        found = actors_of(document, clause.sentence, child)
        if found and not own & {a.state or a.id for a in found}:
            return found
    return ()
