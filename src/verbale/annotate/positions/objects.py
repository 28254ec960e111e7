"""What a verb of stance is about, and whether that is something one takes a stand on."""

from __future__ import annotations

from verbale.annotate.positions.lexicon import (
    OPPOSES,
    PRINCIPLES,
    SELVES,
    SUPPORTS,
    WELCOMES,
)
from verbale.annotate.positions.stands import courteous
from verbale.clauses import Clause, following
from verbale.document import Document
from verbale.layers import Sentence
from verbale.lookup import mention_at

__all__ = ["after_to", "idle", "object_of", "oblique", "praised_for", "principle"]


def idle(document: Document, clause: Clause, issue: int) -> bool:
    """Whether the object makes a verb of stance none: courtesies, oneself."""
    sentence = clause.sentence
    if clause.lemma in WELCOMES and courteous(document, sentence, clause.lemma, issue):
        return True
    if clause.lemma in WELCOMES and sentence.words[issue].text.lower() in ("it", "that", "this"):
        return True
    if clause.lemma == "welcome" and _bidden(clause, issue):
        return True
    if clause.lemma == "respect":
        return not principle(sentence, issue)  # a right or principle, not a person
    return clause.lemma == "defend" and sentence.words[issue].lemma in SELVES


def _bidden(clause: Clause, issue: int) -> bool:
    """Whether somebody is only bidden to do something: "welcome tourists to use the ferries"."""
    sentence = clause.sentence
    whom = sentence.words[issue]
    if whom.upos != "PROPN" and whom.lemma not in _BIDDEN:
        return False  # "welcomed efforts to"
    deeds = [*clause.objects("advcl", "xcomp"), *sentence.children(issue, "acl")]
    return any(
        issue < deed and "to" in {sentence.words[c].lemma for c in sentence.children(deed, "mark")}
        for deed in deeds
    )


# Who may be bidden to come or to do something.
_BIDDEN = frozenset(
    ("business", "company", "country", "enterprise", "friend", "guest", "investor", "nation")
    + ("participant", "party", "people", "side", "student", "tourist", "visitor")
)


def praised_for(document: Document, clause: Clause, issue: int) -> int:
    """What somebody is praised for, where the object is who: "commends X for | its role"."""
    sentence = clause.sentence
    if clause.lemma not in _PRAISES or mention_at(document, sentence.words[issue].start) is None:
        return issue
    for child in (*clause.objects("obl", "advcl"), *sentence.children(issue, "nmod", "acl")):
        leads = {sentence.words[c].lemma for c in sentence.children(child, "case", "mark")}
        if child > issue and "for" in leads:
            return child
    return issue


_PRAISES = frozenset(("applaud", "appreciate", "commend", "hail"))


def object_of(clause: Clause) -> int | None:
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


def oblique(clause: Clause, *cases: str) -> int | None:
    """The head of a phrase or clause under one of the given prepositions."""
    sentence = clause.sentence
    for child in clause.objects("obl", "nmod", "advcl", "xcomp", "acl", "ccomp"):
        marks = {sentence.words[c].lemma for c in sentence.children(child, "case", "mark")}
        if marks & set(cases) and child > clause.verb:
            return child
    return None


def after_to(clause: Clause) -> int | None:
    """The head of the phrase behind "to", where syntax hung it elsewhere."""
    words, at = clause.sentence.words, clause.verb + 1
    if at < len(words) and words[at].lemma == "to":
        return following(clause.sentence, at)
    return None


def principle(sentence: Sentence, issue: int) -> bool:
    """Whether "committed to" leads to a principle, or to upholding one, and not to doing something."""
    word = sentence.words[issue]
    if word.upos == "VERB":
        return word.lemma in SUPPORTS | OPPOSES and word.text.lower().endswith("ing")
    heads = [issue, *sentence.children(issue, "conj")]
    return any(sentence.words[i].lemma in PRINCIPLES for i in heads)
