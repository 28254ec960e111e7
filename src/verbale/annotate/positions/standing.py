"""Stances that a preposition carries: "stands with", "is against", "votes in favour of"."""

from __future__ import annotations

from verbale.annotate.positions.lexicon import (
    PREPOSITIONS,
    STANDS,
    TURNED,
)
from verbale.annotate.positions.objects import oblique, principle
from verbale.clauses import Clause, following
from verbale.document import Document
from verbale.layers import Sentence, Word
from verbale.lookup import mention_at
from verbale.records import Stance

__all__ = ["beside", "in_favour", "standing"]


def beside(document: Document, clause: Clause) -> tuple[Stance, int] | None:
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


def in_favour(clause: Clause) -> tuple[Stance, int] | None:
    """ "is against X", "is in favour of X"."""
    sentence = clause.sentence
    if sentence.words[clause.verb].lemma in ("favor", "favour"):
        issue = oblique(clause, "of")
        return None if issue is None else ("supports", issue)
    cases = {sentence.words[c].lemma for c in clause.objects("case")}
    for case in sorted(cases & set(PREPOSITIONS)):
        stance = PREPOSITIONS[case]
        return (TURNED[stance] if clause.negated else stance), clause.verb
    return None


def standing(clause: Clause) -> tuple[Stance | None, int | None]:
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
        if stance and any(_gerund(w) for w in sentence.words[case + 1 : case + 2]):
            issue = case + 1  # "stands for upholding"
        if issue is not None and (clause.lemma != "adhere" or principle(sentence, issue)):
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


def _gerund(word: Word) -> bool:
    return word.upos == "VERB" and word.text.lower().endswith("ing")
