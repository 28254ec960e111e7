"""Stances that verbs and predicates take: "opposes", "stands with", "is committed to", "can never"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.positions.judged import forbidden, judged
from verbale.annotate.positions.lexicon import (
    DENIED,
    DENIED_TO,
    FIRM,
    GOVERNORS,
    OPPOSES,
    PREDICATES,
    PREPOSITIONS,
    PRINCIPLES,
    RESOLVES,
    SELVES,
    STANDS,
    SUPPORTS,
    UNCERTAIN,
)
from verbale.annotate.positions.stands import Stand, courteous, issue_span, supposed
from verbale.clauses import Clause, bearers, clauses, following
from verbale.document import Document, Span
from verbale.layers import Sentence
from verbale.lookup import mention_at
from verbale.records import Actor, Stance
from verbale.voices import doers

__all__ = ["stands"]

_TURNED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports", "neutral": "neutral"}
# Verbs whose object may be a courtesy.
_PERFORMING = frozenset(("like", "want", "wish"))  # "I want to welcome": it is done by saying so
_WELCOMES = frozenset(("applaud", "appreciate", "commend", "hail", "welcome"))


def stands(document: Document, sentence: Sentence) -> Iterator[Stand]:
    """Stances of the verbs and predicates of a sentence, in text order."""
    for clause in clauses(sentence):
        told = forbidden(document, clause) or judged(document, clause)
        if told is not None:
            yield told
            continue
        found = _stance(document, clause)
        if found is None or not _own(clause):
            continue
        stance, issue = found
        if clause.lemma in PREDICATES and clause.passive:
            holders = bearers(document, clause)
        else:
            holders = doers(document, clause)
        if holders:
            yield _stand(clause, stance, holders, issue)


def _stand(clause: Clause, stance: Stance, holders: tuple[Actor, ...], issue: int) -> Stand:
    sentence = clause.sentence
    verb, about = sentence.words[clause.verb], issue_span(sentence, issue)
    start = min(verb.start, about.start)
    if clause.subject is not None and clause.subject < clause.verb:
        between = sentence.words[clause.subject : clause.verb]
        if len(between) < 8:
            start = min(start, between[0].start)
    return Stand(
        sentence, stance, holders, issue, about, Span(start, max(verb.end, about.end)), 0.65
    )


def _stance(document: Document, clause: Clause) -> tuple[Stance, int] | None:
    """The stance of a clause and the head of its issue; a negation turns it."""
    sentence, verb, lemma = clause.sentence, clause.verb, clause.lemma
    word = sentence.words[verb]
    found: Stance | None = None
    issue: int | None = None
    if lemma in DENIED and clause.negated and word.upos == "VERB":
        issue = _object(clause)
        return None if issue is None else ("opposes", issue)
    if lemma in DENIED_TO and clause.negated and word.upos == "VERB":
        issue = _oblique(clause, "to") or _after_to(clause)
        noun = issue is not None and sentence.words[issue].upos != "VERB"
        return ("opposes", issue) if issue is not None and noun else None
    if _uncertain(clause):
        return None
    if lemma in PREDICATES and (word.upos != "VERB" or lemma in ("commit", "oppose")):
        issue = _oblique(clause, "to", "of") or _after_to(clause)
        found = PREDICATES[lemma] if issue is not None else None
        if issue is not None and lemma in ("commit", "committed"):
            found = found if _principle(sentence, issue) else None
    if found is None and word.upos != "VERB":
        return _beside(document, clause) or _in_favour(clause)
    if found is None and lemma in SUPPORTS | OPPOSES and clause.passive:
        issue = clause.subject if _named_agent(document, clause) else None
        if issue is None or _idle(document, clause, issue):
            return None
        found = "supports" if lemma in SUPPORTS else "opposes"
    if found is None and lemma in SUPPORTS | OPPOSES:
        issue = _object(clause)
        found = "supports" if lemma in SUPPORTS else "opposes"
        if issue is None or _idle(document, clause, issue):
            return None
    if found is None:
        found, issue = _standing(clause)
    if found is None or issue is None:
        return None
    return (_TURNED[found] if clause.negated else found), issue


def _named_agent(document: Document, clause: Clause) -> bool:
    """Whether "by" leads to an actor that is named: "was condemned by X"."""
    sentence = clause.sentence
    if sentence.words[clause.verb].deprel == "acl:relcl":
        return False
    for child in clause.objects("obl"):
        cases = {sentence.words[c].lemma for c in sentence.children(child, "case")}
        named = mention_at(document, sentence.words[child].start)
        if "by" in cases and named is not None and named.actors:
            return True
    return False


def _uncertain(clause: Clause) -> bool:
    """Whether a clause leaves its stance open; what "we should reject" is rejected by who says so."""
    sentence, modals, at = clause.sentence, clause.modals, clause.verb
    while not modals and sentence.words[at].deprel == "conj":
        if sentence.children(at, "nsubj"):
            break
        at = sentence.words[at].head
        modals = frozenset(sentence.words[c].text.lower() for c in sentence.children(at, "aux"))
    unsure = modals & UNCERTAIN
    if unsure == {"would"} and sentence.words[clause.verb].deprel == "ccomp":
        return False  # reported: "affirmed that X would support Y"
    if unsure == {"should"} and (clause.lemma in OPPOSES or clause.lemma in PREDICATES):
        subject = clause.subject
        return subject is None or sentence.words[subject].text.lower() != "we"
    return bool(unsure)


def _idle(document: Document, clause: Clause, issue: int) -> bool:
    """Whether the object makes a verb of stance none: courtesies, oneself."""
    sentence = clause.sentence
    if clause.lemma in _WELCOMES and courteous(document, sentence, clause.lemma, issue):
        return True
    if clause.lemma in _WELCOMES and sentence.words[issue].text.lower() in ("it", "that", "this"):
        return True
    return clause.lemma == "defend" and sentence.words[issue].lemma in SELVES


def _object(clause: Clause) -> int | None:
    """The head of the object, or of the clause that stands for it."""
    for relations in (("obj",), ("ccomp", "xcomp")):
        found = [i for i in clause.objects(*relations) if i > clause.verb]
        if found:
            return found[0]
    # An object that hangs on a verb coordinated with this one: "supports and defends X".
    for other in clause.objects("conj"):
        if clause.sentence.words[other].upos == "VERB" and other - clause.verb < 4:
            found = clause.sentence.children(other, "obj")
            if found:
                return found[0]
    behind = following(clause.sentence, clause.verb)
    word = clause.sentence.words[clause.verb]
    if behind is None and word.deprel == "acl:relcl" and clause.subject != word.head:
        return word.head  # "the plan, which X supported"
    return behind


def _oblique(clause: Clause, *cases: str) -> int | None:
    """The head of a phrase or clause under one of the given prepositions."""
    sentence = clause.sentence
    for child in clause.objects("obl", "nmod", "advcl", "xcomp", "acl", "ccomp"):
        marks = {sentence.words[c].lemma for c in sentence.children(child, "case", "mark")}
        if marks & set(cases) and child > clause.verb:
            return child
    return None


def _after_to(clause: Clause) -> int | None:
    """The head of the phrase behind "to", where syntax hung it elsewhere."""
    words, at = clause.sentence.words, clause.verb + 1
    if at < len(words) and words[at].lemma == "to":
        return following(clause.sentence, at)
    return None


def _principle(sentence: Sentence, issue: int) -> bool:
    """Whether "committed to" leads to a principle, or to upholding one, and not to doing something."""
    word = sentence.words[issue]
    if word.upos == "VERB":
        return word.lemma in SUPPORTS | OPPOSES and word.text.lower().endswith("ing")
    heads = [issue, *sentence.children(issue, "conj")]
    return any(sentence.words[i].lemma in PRINCIPLES for i in heads)


def _beside(document: Document, clause: Clause) -> tuple[Stance, int] | None:
    """ "we will be with X", "we are with you": said to an actor, it is a stand."""
    sentence, word = clause.sentence, clause.sentence.words[clause.verb]
    cases = {sentence.words[c].lemma for c in clause.objects("case")}
    if cases != {"with"} or clause.subject is None or clause.negated:
        return None
    if clause.modals & {"had", "has", "have", "'ve", "’ve"}:
        return None  # told of the past
    if sentence.words[clause.subject].text.lower() in ("i", "he", "she", "it", "who"):
        return None  # where a person is
    you = word.text.lower() == "you"
    named = mention_at(document, word.start)
    if you or (named is not None and any(a.kind == "state" for a in named.actors)):
        return "supports", clause.verb
    return None


def _in_favour(clause: Clause) -> tuple[Stance, int] | None:
    """ "is against X", "is in favour of X"."""
    sentence = clause.sentence
    if sentence.words[clause.verb].lemma in ("favor", "favour"):
        issue = _oblique(clause, "of")
        return None if issue is None else ("supports", issue)
    cases = {sentence.words[c].lemma for c in clause.objects("case")}
    for case in sorted(cases & set(PREPOSITIONS)):
        stance = PREPOSITIONS[case]
        return (_TURNED[stance] if clause.negated else stance), clause.verb
    return None


def _standing(clause: Clause) -> tuple[Stance | None, int | None]:
    """A verb that holds its stance with a preposition."""
    sentence = clause.sentence
    if any(sentence.words[c].lemma in ("off", "up") for c in clause.objects("compound", "advmod")):
        return None, None  # to stand up for oneself is no stand on an issue
    for favour in clause.objects("obl"):
        if sentence.words[favour].lemma in PREPOSITIONS and clause.lemma in (
            "come",
            "speak",
            "vote",
        ):
            behind = favour + 2  # past "of"
            if behind < len(sentence.words) and sentence.words[behind].upos == "VERB":
                return "supports", behind
            issue = following(sentence, favour + 1)
            if issue is not None:
                return "supports", issue
    at = clause.verb + 1
    while at < len(sentence.words) and sentence.words[at].upos == "ADV":
        at += 1
    if clause.lemma == "stand":
        at = _past_manner(sentence, at)
    leads = [at] if at < len(sentence.words) else []
    leads += [c for i in clause.objects("obl") for c in sentence.children(i, "case")]
    for case in leads:
        stance = STANDS.get((clause.lemma, sentence.words[case].lemma))
        issue = following(sentence, case) if stance else None
        if issue is not None and (clause.lemma != "adhere" or _principle(sentence, issue)):
            return stance, issue
    return None, None


def _past_manner(sentence: Sentence, at: int) -> int:
    """Where "side by side with", "shoulder to shoulder with", "in solidarity with" end."""
    for behind in range(at, min(at + 5, len(sentence.words))):
        word = sentence.words[behind]
        if word.lemma in ("behind", "with"):
            return behind
        if word.upos not in ("ADP", "ADV", "NOUN", "ADJ", "CCONJ") or word.lemma == "against":
            break
    return at


def _own(clause: Clause) -> bool:
    """Whether the stance is its subject's own: not an aim, a wish or what another is asked for."""
    sentence = clause.sentence
    word = sentence.words[clause.verb]
    marks = {sentence.words[c].lemma for c in sentence.children(clause.verb, "mark")}
    if supposed(clause):
        return False
    if "that" in marks and sentence.children(clause.verb, "nsubj"):
        return True
    if word.deprel == "conj" and word.head >= 0:
        head = sentence.words[word.head]
        bare = not sentence.children(clause.verb, "nsubj") and word.text.lower() == word.lemma
        if bare and head.deprel in ("xcomp", "advcl", "acl", "ccomp"):
            return head.head >= 0 and sentence.words[head.head].lemma in GOVERNORS
        return True
    if "for" in marks and _thanked(sentence, word.head):
        issue = _object(clause)
        return issue is not None and _principle(sentence, issue)
    if word.deprel == "advcl" and sentence.words[word.head].lemma in FIRM:
        return True
    if "to" not in marks and word.deprel not in ("xcomp", "acl"):
        return not (marks and word.deprel == "advcl") or "by" in marks or bool(clause.modals)
    if word.deprel == "acl:relcl" or word.head < 0:
        return True
    governor = sentence.words[word.head]
    if governor.lemma in _PERFORMING and clause.lemma in _WELCOMES | OPPOSES:
        own = {sentence.words[c].text for c in sentence.children(word.head, "nsubj")}
        return bool(own & {"I", "We", "we"})
    if governor.lemma in RESOLVES and word.text.lower() in ("oppose", "stand", "support"):
        return True
    return governor.lemma in GOVERNORS


def _thanked(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb of thanks or whom it thanks."""
    chain = (index, sentence.words[index].head if index >= 0 else -1)
    return any(i >= 0 and sentence.words[i].lemma in ("praise", "thank") for i in chain)
