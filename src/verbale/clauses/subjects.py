"""Whose verb it is: its own subject, or that of the verb that governs or precedes it."""

from __future__ import annotations

from verbale.layers import Sentence

__all__ = ["subject"]

# "remains committed", "stands ready": the one who remains is so.
_REMAINING = frozenset(("be", "continue", "remain", "stand", "stay"))
# "thanked X for standing by Y": who is thanked did it.
_BEHOLDING = frozenset(("blame", "commend", "criticise", "criticize", "praise", "thank"))
_OBJECT_CONTROL = frozenset(
    ("allow", "ask", "call", "encourage", "expect", "force", "help", "invite", "press", "push")
    + ("request", "tell", "urge", "want", "warn")
)
# Verbs whose participle goes on telling what the main clause's subject says.
_TELLING = frozenset(
    ("affirm", "appeal", "call", "condemn", "demand", "express", "oppose", "pledge", "promise")
    + ("reaffirm", "reiterate", "reject", "support", "urge", "voice", "vow")
)
_NOMINATIVE = frozenset(("I", "he", "it", "she", "they", "we"))


def subject(sentence: Sentence, verb: int, depth: int = 0) -> tuple[int | None, bool]:
    """Index of the subject's head and whether the verb is passive.

    A verb without one takes it from the verb that it is coordinated with or that governs it.
    """
    passive = bool(sentence.children(verb, "aux:pass")) or any(
        sentence.words[c].deprel == "nsubj:pass" and c < verb for c in sentence.children(verb)
    )
    word = sentence.words[verb]
    own = sentence.children(verb, "nsubj", "csubj")
    # Of two, the pronoun: "the message is that, while …, we should" (no surname, as in "Mr He").
    before = [c for c in own if c < verb and sentence.words[c].text in _NOMINATIVE]
    for child in before[-1:] + own if len(own) > 1 else own:
        relative = sentence.words[child].text.lower() in ("that", "which", "who")
        if relative and word.deprel == "acl:relcl":
            return word.head, passive
        return child, passive
    listed = _after_semicolon(sentence, verb)
    if listed is not None:
        return listed, passive
    helping = sentence.children(verb, "aux")
    if helping:
        # "that X should leave": English puts no object right before an auxiliary.
        for child in sentence.children(verb, "obj"):
            if child == min(helping) - 1 and sentence.words[child].upos in ("NOUN", "PROPN"):
                return child, passive
    for inner in sentence.children(verb, "xcomp"):
        # "the sides should go on to build": the subject that syntax hung on the inner verb.
        for child in sentence.children(inner, "nsubj"):
            if child < verb:
                return child, passive
    if depth > 4 or word.head < 0:
        return None, passive
    main = _main_beside(sentence, verb)
    if main is not None:
        return main, passive
    if word.deprel == "conj":
        found = subject(sentence, _joined_to(sentence, verb), depth + 1)[0]
        return _before_and(sentence, verb) if found is None else found, passive
    if word.deprel in ("xcomp", "advcl", "parataxis"):
        governor = sentence.words[word.head]
        if word.deprel == "xcomp":
            # "urges China to stop": who is urged does it.
            for child in sentence.children(word.head, "obj", "iobj"):
                if governor.lemma in _OBJECT_CONTROL:
                    return child, passive
        if word.deprel == "advcl" and governor.lemma in _BEHOLDING:
            marks = {sentence.words[c].lemma for c in sentence.children(verb, "mark")}
            thanked = sentence.children(word.head, "obj", "iobj")
            if "for" in marks and thanked:
                return thanked[0], passive
        found = subject(sentence, word.head, depth + 1)[0]
        return _before_and(sentence, verb) if found is None else found, passive
    if word.deprel in ("acl:relcl", "acl"):
        marks = {sentence.words[c].lemma for c in sentence.children(verb, "mark")}
        above = sentence.words[word.head].head
        if "to" in marks and above >= 0 and sentence.words[above].upos == "VERB":
            # "affirmed their resolve to go on": who affirms does it.
            return subject(sentence, above, depth + 1)[0], passive
        return word.head, passive
    if sentence.words[word.head].lemma in _REMAINING:
        return subject(sentence, word.head, depth + 1)[0], passive
    return _before_and(sentence, verb), passive


def _joined_to(sentence: Sentence, verb: int) -> int:
    """The verb that one is coordinated with. A gerund or infinitive is joined to its like only: of
    "spoke of renewing ties and condemned X" the second verb is joined to the first."""
    word = sentence.words[verb]
    at, form = word.head, word.text.lower()
    if word.upos != "VERB" or form.endswith("ing") or sentence.children(verb, "mark", "aux"):
        return at
    seen = 0
    while seen < 5 and sentence.words[at].head >= 0:
        above = sentence.words[at]
        if above.upos != "VERB" or sentence.children(at, "aux", "nsubj"):
            break
        gerund = above.text.lower().endswith("ing")
        marks = {sentence.words[c].lemma for c in sentence.children(at, "mark")}
        if not gerund and not ("to" in marks and form != word.lemma):
            break
        at, seen = above.head, seen + 1
        while sentence.words[at].upos != "VERB" and sentence.words[at].head >= 0:
            at = sentence.words[at].head
    return at


def _main_beside(sentence: Sentence, verb: int) -> int | None:
    """The main clause's subject, for a participle of telling that a comma sets off and that hangs on a
    verb further down: "rejected the plan to build a port, urging X to"."""
    word = sentence.words[verb]
    set_off = verb > 0 and sentence.words[verb - 1].text == "," and word.deprel == "advcl"
    if not set_off or word.lemma not in _TELLING or not word.text.lower().endswith("ing"):
        return None
    root = next((i for i, w in enumerate(sentence.words) if w.head < 0), verb)
    if root == word.head or sentence.words[root].upos != "VERB":
        return None
    return next(iter(sentence.children(root, "nsubj")), None)


def _after_semicolon(sentence: Sentence, verb: int) -> int | None:
    """The main clause's subject, for a verb that a semicolon sets beside it: "…; called on X to"."""
    at = verb - 1
    while at >= 0 and sentence.words[at].upos in ("ADV", "CCONJ"):
        at -= 1
    if at < 1 or sentence.words[at].text != ";" or sentence.words[verb].upos != "VERB":
        return None
    roots = [i for i, w in enumerate(sentence.words[:at]) if w.head < 0]
    found = sentence.children(roots[0], "nsubj") if roots else []
    return found[0] if found and found[0] < at else None


def _before_and(sentence: Sentence, verb: int) -> int | None:
    """The subject of the verb before, where "and" joins a verb to it that syntax hung elsewhere."""
    at = verb - 1
    while at >= 0 and sentence.words[at].upos in ("ADV", "AUX", "PART"):
        at -= 1
    if (
        at < 1
        or sentence.words[at].text.lower() not in ("and", "but")
        or sentence.words[verb].upos != "VERB"
    ):
        return None
    for before in range(at - 1, -1, -1):
        if sentence.words[before].upos == "VERB":
            found = sentence.children(before, "nsubj")
            return found[0] if found else None
    return None
