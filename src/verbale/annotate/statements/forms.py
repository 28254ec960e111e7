"""Forms of cues: finite or not, denied, possible or passive, and whose they are."""

from __future__ import annotations

from typing import Literal

from verbale.annotate.statements.frames import CLOSING, Complement
from verbale.annotate.statements.lexicon import CUES, THANKING, lemma_of
from verbale.annotate.statements.speakers import ISSUED
from verbale.layers import Sentence

__all__ = [
    "MODALS",
    "NEGATIONS",
    "PERFECT",
    "Form",
    "agent_of",
    "antecedent",
    "form_of",
    "is_passive",
    "is_verblike",
    "is_vocative",
    "near_words",
    "said_beside",
    "subject_of",
    "under_modal",
]

Form = Literal["past", "present", "participle", "infinitive"]
NEGATIONS = frozenset(("cannot", "n't", "n’t", "neither", "never", "no", "nor", "not"))
MODALS = frozenset(("can", "could", "may", "might", "must", "shall", "should", "will", "would"))
# Verbs under which an infinitive is still the act: "went on to say", "continue to claim".
_LEADING = frozenset(
    "begin continue go hasten like proud pleased proceed seize take use want wish honored honoured".split()
)
# What a passive has before its participle, whatever the reader called its subject.
_PASSIVE = frozenset(("are", "be", "been", "being", "is", "was", "were"))
PERFECT = frozenset(("did", "had", "has", "have", "was", "were", "’ve", "'ve"))


def near_words(sentence: Sentence, verb: int) -> set[str]:
    """The adverbs and auxiliaries right before a verb."""
    found, at = set(), verb - 1
    while at >= 0 and sentence.words[at].upos in ("ADV", "AUX", "PART"):
        found.add(sentence.words[at].text.lower())
        at -= 1
    return found


def form_of(sentence: Sentence, verb: int) -> Form | None:
    """Finite past or present, a participle, or an infinitive that still is the act; else None."""
    word = sentence.words[verb]
    text = word.text.lower()
    near = near_words(sentence, verb)
    if text.endswith("ing"):
        return (
            "past"
            if near & {"was", "were"}
            else "present"
            if near & {"is", "are", "am"}
            else "participle"
        )
    marks = {sentence.words[c].text.lower() for c in sentence.children(verb, "mark") if c < verb}
    if "to" in near | marks:
        # "wish to thank you and also to welcome": of the last, whatever the first hangs on.
        first = sentence.words[word.head] if word.deprel == "conj" and word.head >= 0 else word
        governor = sentence.words[first.head] if first.head >= 0 else None
        if governor is not None and governor.lemma == "opportunity" and governor.head >= 0:
            governor = sentence.words[governor.head]  # "take the opportunity to thank"
        if governor is None or governor.lemma not in _LEADING:
            return None
        if governor.text.lower().endswith(("ed", "ing", "taken", "took", "went")):
            return "past" if governor.lemma not in ("pleased", "honored", "honoured") else "present"
        return "present"
    children = {sentence.words[c].text.lower() for c in sentence.children(verb) if c < verb}
    if (near | children) & PERFECT:
        return "past"
    lemma = lemma_of(text)
    return "present" if text == lemma or text.endswith("s") else "past"


def is_passive(sentence: Sentence, verb: int) -> bool:
    helped = bool(near_words(sentence, verb) & _PASSIVE)
    return any(
        (sentence.words[c].deprel == "aux:pass" and c < verb)
        or (sentence.words[c].deprel == "nsubj:pass" and c < verb and helped)
        or (sentence.words[c].deprel == "cop" and sentence.words[verb].text.endswith("ed"))
        for c in sentence.children(verb)
    )


def is_vocative(sentence: Sentence, verb: int, lemma: str, subject: int) -> bool:
    """Whether thanks go to somebody called by name: "Mr. President, thank you for"."""
    thanked = [w.text.lower() for w in sentence.words[verb + 1 : verb + 2]]
    mine = sentence.words[subject].text.lower() in ("i", "we")
    return lemma in THANKING and thanked == ["you"] and not mine


def under_modal(sentence: Sentence, verb: int) -> bool:
    """Whether a bare verb shares the modal of the one it is coordinated with: "will meet and urge"."""
    word = sentence.words[verb]
    if word.text.lower() != lemma_of(word.text) or not word.deprel.startswith("conj"):
        return False
    near = near_words(sentence, word.head)
    children = {sentence.words[c].text.lower() for c in sentence.children(word.head)}
    return bool((near | children) & (MODALS | {"to"}))


def is_verblike(sentence: Sentence, index: int) -> bool:
    """Whether a word that the reader took for a noun governs as a verb does: it has a subject."""
    return any(
        sentence.words[c].deprel.startswith("nsubj") and c < index for c in sentence.children(index)
    ) and sentence.words[index].text.lower().endswith(("ed", "said", "told"))


def said_beside(sentence: Sentence, verb: int, got: Complement) -> bool:
    """Whether a participle is the narrator's: set off, beside another, or of a text that says it."""
    if verb == 0 or got.kind in ("that", "quote"):
        return True
    before = sentence.words[verb - 1]
    while before.upos == "ADV" and verb > 1:
        verb -= 1
        before = sentence.words[verb - 1]
    if before.text.lower() in ("and", "or"):
        head = sentence.words[verb].head
        return head >= 0 and lemma_of(sentence.words[head].text) in CUES
    joined = before.text.lower() in (",", "while", "by", "–", "—", "with", "when")
    return joined or before.lemma in ISSUED or before.upos == "PROPN"


def subject_of(sentence: Sentence, verb: int, form: Form) -> tuple[int | None, bool]:
    """The head of who says it, and whether it is the cue's own subject."""
    for child in reversed(sentence.children(verb, "nsubj")):
        if sentence.children(child, "case"):
            continue
        if child < verb or sentence.words[verb - 1].text in (",", *CLOSING):
            return antecedent(sentence, verb, child), True
    if form != "participle" and verb and sentence.words[verb - 1].deprel.startswith("nsubj"):
        # English puts who says it right before a finite verb, whatever the reader hung it on.
        return verb - 1, True
    if form == "participle":
        # "with both sides emphasising": the noun between is who does it.
        for child in sentence.children(verb):
            if child < verb and sentence.words[child].upos in ("NOUN", "PROPN", "PRON"):
                cases = sentence.children(child, "case")
                if any(sentence.words[c].lemma == "with" for c in cases) or any(
                    sentence.words[c].lemma == "with" for c in sentence.children(verb, "mark")
                ):
                    return child, True
        if verb == 0 and (found := _main_subject(sentence)) is not None:
            return found, False
    seen, at = {verb}, verb
    while sentence.words[at].head >= 0 and sentence.words[at].head not in seen:
        at = sentence.words[at].head
        seen.add(at)
        for child in reversed(sentence.children(at, "nsubj")):
            if child < verb:
                return antecedent(sentence, at, child), False
    return None, False


def _main_subject(sentence: Sentence) -> int | None:
    """Of "Noting the unity of …, the parties agreed": the subject right behind a comma."""
    for i, word in enumerate(sentence.words):
        if i and word.deprel.startswith("nsubj") and sentence.words[word.head].upos == "VERB":
            first = min(k for k in sentence.subtree(i) if k <= i)
            return i if first and sentence.words[first - 1].text == "," else None
    return None


def antecedent(sentence: Sentence, verb: int, subject: int) -> int:
    """Of a relative pronoun, the noun that the clause hangs on."""
    word = sentence.words[subject]
    if word.text.lower() in ("who", "which", "that") and sentence.words[verb].deprel.startswith(
        "acl"
    ):
        head = sentence.words[verb].head
        return head if head >= 0 else subject
    return subject


def agent_of(sentence: Sentence, verb: int) -> int | None:
    for child in sentence.children(verb, "obl"):
        if any(sentence.words[c].lemma == "by" for c in sentence.children(child, "case")):
            return child
    return None
