"""Stances and undertakings that a noun carries: "reaffirmed its support for", "the readiness to".

Shared by the rooms of positions and commitments; both read the same frame: the noun, whose it is,
and what it is for. The noun is told by a verb, or owned in its own words ("Xian support for").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.clauses import (
    Clause,
    actors_of,
    agents,
    clauses,
    following,
    reach,
    run_on,
    with_denial,
)
from verbale.data import gazetteer
from verbale.document import Document, Span
from verbale.layers import NAMED, PARTIES, Sentence
from verbale.lookup import distinct, mention_at
from verbale.records import Actor

__all__ = ["Carried", "carried"]

# Verbs that tell of a noun of stance or undertaking, whose subject then owns it; lemmas, sorted.
TELLING = frozenset(
    ("affirm", "communicate", "confirm", "convey", "declare", "demonstrate")
    + ("emphasise", "emphasize", "express", "have", "highlight", "make", "mention")
    + ("note", "offer", "outline", "pledge", "reaffirm", "reconfirm", "reiterate")
    + ("relay", "renew", "repeat", "restate", "share", "show", "signal", "state")
    + ("stress", "underline", "underscore", "voice")
)
# What one holds on something: "a common position on the inadmissibility of".
_HELD = frozenset(("approach", "opinion", "position", "stance", "view"))
# Nouns whose "of" leads to what they are about, never to their owner.
_OF_AIMS = frozenset(("inadmissibility", "unacceptability"))
_OWN = frozenset(("her", "his", "its", "my", "our", "their", "your"))
# Topics are told of, not told: "discussed steps in support of".
_TOPICS = frozenset(("brief", "cover", "discuss", "raise", "review", "touch"))
# Groups whose support "the support of" tells.
_GROUPS = frozenset(("ally", "coalition", "community", "friend", "majority", "partner", "people"))
# Auxiliaries under which nothing is told yet: "should renew our commitment".
_UNSURE = frozenset(("could", "may", "might", "should"))
# Verbs above "to tell" that ask another for it.
_ASKING = frozenset(
    ("ask", "call", "demand", "encourage", "expect", "invite", "need", "press", "request", "urge")
)
_JOINT = frozenset(("common", "joint", "mutual", "shared"))
# Prepositions that lead from the noun to what it is for.
_LEADS = frozenset(("against", "for", "of", "to", "toward", "towards", "with"))


@dataclass(frozen=True, slots=True)
class Carried:
    """The noun's lemma and index, whose it is, and one thing that it is for.

    `index` is the head of the aim, `aim` its words, `span` the noun with the verb that tells it and
    the aim. `to_do` says whether the aim is an action ("to renew", "to deepening") or a thing,
    `thanked` whether the noun is what somebody is thanked for.
    """

    noun: str
    at: int
    owners: tuple[Actor, ...]
    index: int
    aim: Span
    span: Span
    to_do: bool
    thanked: bool


def carried(document: Document, sentence: Sentence, nouns: frozenset[str]) -> Iterator[Carried]:
    """Frames of the given nouns in a sentence, one per thing that the noun is for."""
    verbs = {clause.verb: clause for clause in clauses(sentence)}
    for at, word in enumerate(sentence.words):
        if word.lemma not in nouns:
            continue
        if {sentence.words[d].text.lower() for d in sentence.children(at, "det")} & {"no", "any"}:
            continue
        owned = at > 0 and sentence.words[at - 1].upos in ("ADJ", "DET", "PRON")
        if word.upos != "NOUN" and not owned:
            continue
        if _of_those_before(sentence, at):
            continue
        told = _told(sentence, verbs, at)
        owners = _possessors(document, sentence, at)
        if not owners and not _behind_in(sentence, at) and _of_another(sentence, at):
            continue
        if told is not None and _behind_in(sentence, at) and told.lemma in _TOPICS:
            continue
        if _behind_in(sentence, at) and not owners:
            owners = _holder(document, sentence, at)
            if owners:
                told = None  # the verb tells of the position
            elif told is not None:
                owners = agents(document, told)
        teller = told is not None and told.lemma in TELLING and not told.negated
        if told is not None and teller and (not owners or _own_pronoun(sentence, at)):
            owners = _widened(agents(document, told), owners)
        if _shared(sentence, at) and not _own_pronoun(sentence, at):
            owners = _both(document, owners)
        if not owners or (told is not None and teller and _not_told(sentence, told)):
            continue
        verb = sentence.words[told.verb] if told is not None and teller else word
        for index, to_do in _aims(document, sentence, at):
            start, end = reach(sentence, index, without=("case", "mark"))
            start, end = with_denial(sentence, index, start), run_on(sentence, index, end)
            whole = Span(min(verb.start, word.start, start), max(verb.end, word.end, end))
            thanked = told is not None and told.lemma in ("grateful", "thank", "thankful")
            yield Carried(word.lemma, at, owners, index, Span(start, end), whole, to_do, thanked)


def _of_those_before(sentence: Sentence, at: int) -> bool:
    """Whether a noun is that of people without a name: "sanctions on officials for their support of"."""
    words = sentence.words
    if at < _FOR or words[at - 1].text.lower() != "their" or words[at - 2].lemma != "for":
        return False
    nouns = [w for w in words[: at - 2] if w.upos in ("NOUN", "PROPN", "PRON")]
    plural = [w for w in nouns if w.lemma in _PEOPLE and w.text.lower() != w.lemma]
    return bool(plural)


_FOR = 3
_PEOPLE = frozenset(
    ("actor", "business", "company", "entity", "firm", "individual", "network", "official")
    + ("organisation", "organization", "person", "vessel")
)


def _not_told(sentence: Sentence, told: Clause) -> bool:
    """Whether nothing is told yet: "should renew our commitment", "asked X to show its support"."""
    if told.modals & _UNSURE:
        return True
    word = sentence.words[told.verb]
    marks = {sentence.words[c].lemma for c in sentence.children(told.verb, "mark")}
    infinitive = word.deprel in ("xcomp", "ccomp", "advcl") and "to" in marks
    return infinitive and sentence.words[word.head].lemma in _ASKING


def _of_another(sentence: Sentence, noun: int) -> bool:
    """Whether the noun is that of a name that nobody knows: "noting the offer of Harbour Ltd to"."""
    behind = sentence.words[noun + 1 : noun + 3]
    return len(behind) == 2 and behind[0].lemma == "of" and behind[1].upos == "PROPN"


def _shared(sentence: Sentence, noun: int) -> bool:
    """Whether the noun's words say that several hold it: "a shared commitment", "our joint support"."""
    kinds = sentence.children(noun, "amod")
    return any(sentence.words[c].text.lower() in _JOINT for c in kinds)


def _both(document: Document, owners: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The two sides of the text, where the owners are none or act for one of them."""
    parties = document.get(PARTIES) if document.has(PARTIES) else ()
    states = {a.state or a.id for a in owners}
    if len(parties) != 2 or len(states) > 1 or not states <= {p.id for p in parties}:
        return owners
    return distinct((*owners, *(p for p in parties if p.id not in states)))


def _holder(document: Document, sentence: Sentence, noun: int) -> tuple[Actor, ...]:
    """Whose the noun is that "in support of" hangs on: "the position of X in support of Y"."""
    words = sentence.words
    above = words[noun].head
    if above >= 0 and words[above].upos != "NOUN":
        # A parser may hang both on the verb: "thanked them for | the position of X in support of Y".
        beside = [i for i in range(noun) if words[i].lemma in _HELD and words[i].head == above]
        above = beside[-1] if beside else -1
    return _possessors(document, sentence, above) if above >= 0 else ()


def _widened(tellers: tuple[Actor, ...], owners: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Who tells of a noun, or those whom its pronoun means where they are among them: "X met with Y to
    renew their commitment"."""
    told, owned = ({a.state or a.id for a in some} for some in (tellers, owners))
    return owners if told < owned or not tellers else tellers


def _told(sentence: Sentence, verbs: dict[int, Clause], noun: int) -> Clause | None:
    """The clause whose object or oblique the noun is, or is coordinated with."""
    at = noun
    for _ in range(3):
        word = sentence.words[at]
        if word.head < 0:
            return None
        if word.head in verbs and word.deprel.split(":")[0] in ("obj", "obl", "xcomp", "nsubj"):
            return verbs[word.head]
        above = sentence.words[word.head].lemma
        held = word.deprel == "nmod" and above in _HELD and word.lemma in _OF_AIMS
        if word.deprel != "conj" and not held:
            break
        at = word.head
    # A noun that was led to a later verb: the telling verb right before its own words.
    left = noun - 1
    while left >= 0 and sentence.words[left].upos in ("ADJ", "ADV", "DET", "PRON", "PROPN", "PART"):
        left -= 1
    return verbs.get(left)


def _aims(document: Document, sentence: Sentence, noun: int) -> list[tuple[int, bool]]:
    """What the noun is for: verbs with "to", gerunds, noun phrases; coordinated unlike things apart."""
    found: list[int] = []
    for child in sentence.children(noun, "acl", "nmod", "obl", "advcl"):
        word = sentence.words[child]
        if child < noun or word.deprel == "acl:relcl":
            continue
        marks = {sentence.words[c].lemma for c in sentence.children(child, "case", "mark")}
        in_doing = sentence.words[noun].lemma == "interest" and "in" in marks
        if not (marks & _LEADS or in_doing) or marks & {"along", "together"}:
            continue
        mention = mention_at(document, word.start)
        whose = word.lemma in _GROUPS or (mention is not None and mention.actors)
        owned = any(c < noun for c in sentence.children(noun, "nmod:poss"))
        if marks == {"of"} and whose and not owned and not _behind_in(sentence, noun):
            continue
        found.append(child)
    if not found:
        near = _next(sentence, noun)
        if near is None:
            near = _behind_the_verb(sentence, noun)
        found = [] if near is None else [near]
    aims = []
    for index in found[:1]:
        kinds = {_is_action(sentence, index)}
        aims.append((index, _is_action(sentence, index)))
        for other in sentence.children(index, "conj"):
            if _is_action(sentence, other) not in kinds:
                kinds.add(_is_action(sentence, other))
                aims.append((other, _is_action(sentence, other)))
    return aims


def _behind_in(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is that of "in support of", which leads to its aim."""
    return noun > 0 and sentence.words[noun - 1].lemma == "in"


def _own_pronoun(sentence: Sentence, noun: int) -> bool:
    """Whether the noun's owner is a pronoun that takes up the subject: "expressed their support"."""
    own = {sentence.words[c].text.lower() for c in sentence.children(noun, "nmod:poss")}
    return bool(own & {"her", "his", "its", "their"})


def _next(sentence: Sentence, noun: int) -> int | None:
    """The phrase that follows the noun (and "of" its owner), where syntax hung it elsewhere."""
    at = noun + 1
    words = sentence.words
    if at < len(words) and words[at].lemma == "of":
        if words[noun].lemma in _OF_AIMS and at + 1 < len(words):
            gerund = words[at + 1].upos == "VERB"
            return at + 1 if gerund else following(sentence, at)
        if _behind_in(sentence, noun):
            return following(sentence, at)  # "in support of X"
        while at < len(words) and words[at].lemma not in ("for", "to"):
            at += 1
            if at - noun > 14:
                return None
    leads = {"for", "to", "with"} | ({"in"} if words[noun].lemma == "interest" else set())
    if at >= len(words) or words[at].lemma not in leads:
        return None
    if at + 1 < len(words) and words[at + 1].upos == "VERB":
        return at + 1
    return following(sentence, at)


def _behind_the_verb(sentence: Sentence, noun: int) -> int | None:
    """The action that syntax hung on the verb that the noun is the object of: "made a commitment on
    Monday to build"."""
    word = sentence.words[noun]
    if word.deprel != "obj":
        return None
    for child in sentence.children(word.head, "advcl", "xcomp"):
        marks = {sentence.words[c].lemma for c in sentence.children(child, "mark")}
        if child > noun and "to" in marks:
            return child
    return None


def _is_action(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    behind = sentence.words[index + 1 : index + 2]
    if word.lemma == "respect" and behind and behind[0].lemma == "for":
        return False  # the noun
    return word.upos == "VERB"


def _possessors(document: Document, sentence: Sentence, noun: int) -> tuple[Actor, ...]:
    """Whom the noun's own words name as its owner: a possessor, "of X", an adjective of a state."""
    for child in (*sentence.children(noun, "nmod:poss"), *sentence.children(noun, "nmod")):
        cases = {sentence.words[c].lemma for c in sentence.children(child, "case")}
        aims = _behind_in(sentence, noun) or sentence.words[noun].lemma in _OF_AIMS
        of = cases in ({"from"}, {"of"}) and not aims
        if child < noun or of:
            owners = actors_of(document, sentence, child)
            if owners:
                return owners
    for left in range(noun - 1, max(-1, noun - 6), -1):
        if sentence.words[left].text.lower() in _OWN:
            return actors_of(document, sentence, left)  # "his firm and lasting support"
        if sentence.words[left].upos not in ("ADJ", "ADV", "CCONJ", "NOUN", "PUNCT"):
            break
    start = sentence.words[max(0, noun - 4)].start
    for named in document.get(NAMED):
        if start <= named.start and named.end <= sentence.words[noun].start:
            at = sentence.word_at(named.end - 1)
            kinds = sentence.words[at + 1 : noun] if at is not None else ()
            apart = bool(kinds) and kinds[0].upos in ("CCONJ", "PUNCT") and kinds[0].text != "-"
            told = all(w.upos in ("ADJ", "NOUN", "PUNCT", "CCONJ") for w in kinds)
            if at is not None and told and not apart:
                mention = mention_at(document, named.start)
                if mention:
                    return mention.actors
                if mention is None and ":" not in named.id:
                    return (gazetteer.current().actor(named.id),)
                return actors_of(document, sentence, at)
    return ()
