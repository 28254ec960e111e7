"""Questions that rooms ask of a sentence's syntax: who does what, denied or meant, and how far."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from verbale.data import gazetteer
from verbale.document import Document
from verbale.layers import NAMED, PARTIES, TURNS, Mention, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = [
    "Clause",
    "actors_of",
    "agents",
    "asked",
    "bearers",
    "clauses",
    "following",
    "reach",
    "sentence_at",
    "subject",
]

_NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "cannot"})
# Auxiliaries as they stand, shortened ones in full: "should" is not "shall" to a reader of stances.
_SHORT = {
    "cannot": "can",
    "'d": "would",
    "'ll": "will",
    "ca": "can",
    "wo": "will",
    "’d": "would",
    "’ll": "will",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb (or predicate) of a sentence, by its index, with what hangs on it.

    `subject` is the index of the subject's head, its own or taken from the verb that governs it;
    `modals` are the auxiliaries in lower case ("should", "will", "has").
    """

    sentence: Sentence
    verb: int
    subject: int | None
    passive: bool
    negated: bool
    modals: frozenset[str]

    @property
    def lemma(self) -> str:
        """The verb's lemma with its particle: "call on" is call, "back up" is back."""
        return self.sentence.words[self.verb].lemma

    def objects(self, *relations: str) -> list[int]:
        """Children of the given relations."""
        return self.sentence.children(self.verb, *relations)


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in text order, made once: several rooms ask for them."""
    found = sentence.derived.get("clauses")
    if found is None:
        found = sentence.derived["clauses"] = tuple(_clauses(sentence))
    return cast("tuple[Clause, ...]", found)


def _clauses(sentence: Sentence) -> Iterator[Clause]:
    for i, word in enumerate(sentence.words):
        if word.deprel in ("aux", "cop"):
            continue
        children = sentence.children(i)
        # A name or pronoun tells only with a preposition: "is with you".
        placed = {"case", "cop"} <= {sentence.words[c].deprel for c in children}
        if word.upos not in ("VERB", "AUX", "ADJ", "NOUN") and not placed:
            continue
        if word.upos != "VERB" and not _predicate(sentence, i):
            continue
        subject_, passive = subject(sentence, i)
        texts = {sentence.words[c].text.lower() for c in children}
        helping = (sentence.words[c].text.lower() for c in sentence.children(i, "aux"))
        modals = frozenset(_SHORT.get(t, t) for t in helping)
        yield Clause(sentence, i, subject_, passive, bool(texts & _NEGATIONS), modals)


def _predicate(sentence: Sentence, index: int) -> bool:
    """Whether a word that is no verb is said of a subject, itself or by what it is joined to."""
    children = sentence.children(index, "cop", "nsubj")
    word = sentence.words[index]
    if children or word.upos != "ADJ" or word.deprel != "conj" or word.head < 0:
        return bool(children)
    return sentence.words[word.head].upos == "ADJ" and bool(sentence.children(word.head, "cop"))


def subject(sentence: Sentence, verb: int, depth: int = 0) -> tuple[int | None, bool]:
    """Index of the subject's head and whether the verb is passive.

    A verb without one takes it from the verb that it is coordinated with or that governs it.
    """
    passive = bool(sentence.children(verb, "aux:pass")) or any(
        sentence.words[c].deprel == "nsubj:pass" and c < verb for c in sentence.children(verb)
    )
    word = sentence.words[verb]
    for child in sentence.children(verb, "nsubj", "csubj"):
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
    if word.deprel == "conj" or word.deprel in ("xcomp", "advcl", "parataxis"):
        governor = sentence.words[word.head]
        if word.deprel == "xcomp":
            # "urges China to stop": who is urged does it.
            for child in sentence.children(word.head, "obj", "iobj"):
                if governor.lemma in _OBJECT_CONTROL:
                    return child, passive
        if word.deprel == "advcl" and governor.lemma in _BEHOLDING:
            marks = {sentence.words[c].lemma for c in sentence.children(verb, "mark")}
            thanked = sentence.children(word.head, "obj")
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


# "remains committed", "stands ready": the one who remains is so.
_REMAINING = frozenset(("be", "continue", "remain", "stand", "stay"))


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


# "thanked X for standing by Y": who is thanked did it.
_BEHOLDING = frozenset(("blame", "commend", "criticise", "criticize", "praise", "thank"))
_OBJECT_CONTROL = frozenset(
    ("allow", "ask", "call", "encourage", "expect", "force", "help", "invite", "press", "push")
    + ("request", "tell", "urge", "want", "warn")
)


def reach(sentence: Sentence, index: int, *, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """Start and end of the words that hang on one, closing punctuation left out."""
    inside = set(sentence.subtree(index))
    for child in sentence.children(index, *without) if without else ():
        inside -= set(sentence.subtree(child))
    ordered = sorted(inside)
    # One stretch: what stands apart from the head is left.
    at = ordered.index(index)
    low = high = at
    while low > 0 and ordered[low - 1] >= ordered[low] - 1:
        low -= 1
    while high < len(ordered) - 1 and ordered[high + 1] <= ordered[high] + 1:
        high += 1
    words = [sentence.words[i] for i in ordered[low : high + 1]]
    while len(words) > 1 and words[-1].upos == "PUNCT" and words[-1].text not in ("”", '"', ")"):
        words.pop()
    while len(words) > 1 and words[0].upos == "PUNCT" and words[0].text not in ("“", '"', "("):
        words.pop(0)
    return words[0].start, words[-1].end


def actors_of(document: Document, sentence: Sentence, index: int | None) -> tuple[Actor, ...]:
    """The actors that a noun phrase means: the mention on its head with those joined to it, else
    the states that a noun of persons or sides is told by ("the leaders of X and Y", "Xian troops").
    """
    if index is None:
        return ()
    word = sentence.words[index]
    start, end = reach(sentence, index, without=("acl", "acl:relcl", "appos"))
    inside = mentions_in(document, start, end)
    whole = mentions_in(document, sentence.start, sentence.end)
    on_head = [m for m in whole if m.start <= word.start < m.end]
    found: list[Mention] = []
    if on_head:
        found.append(max(on_head, key=lambda m: m.end - m.start))
        found += _joined(document, sentence, found[0])
    for child in sentence.children(index, "conj"):
        at = sentence.words[child]
        found += [m for m in inside if m.start <= at.start < m.end][:1]
    of_states = word.lemma in _PERSONS or word.lemma in _SIDES
    one = found and found[0].form == "title" and not word.text.lower().endswith("s")
    if of_states and not one and (not found or found[0].form in ("collective", "title")):
        told = _told_by(document, start, end, word.start)
        if told:
            return told
    named = distinct(a for m in found for a in m.actors)
    if named:
        return named
    if word.lemma in _SIDES and (word.text.lower().endswith("s") or word.lemma == "party"):
        if _any_such(sentence, index) or not document.has(PARTIES):
            return ()
        return document.get(PARTIES)[:2]
    texts = {sentence.words[k].text.lower() for k in sentence.children(index, "det", "nummod")}
    if word.lemma in _PERSONS and texts & {"both", "two"} and document.has(PARTIES):
        return document.get(PARTIES)[:2]  # "the two teams"
    if word.upos != "PROPN" or not inside:
        return ()
    # "the Republic of X and the Republic of Y": the names stand behind their heads.
    return distinct(
        a for m in (inside[0], *_joined(document, sentence, inside[0])) for a in m.actors
    )


# Adjectives of the two sides of a text themselves.
_OF_THE_TWO = frozenset(("friendly", "great", "neighboring", "neighbouring", "own", "respective"))


def _any_such(sentence: Sentence, index: int) -> bool:
    """Whether a noun of sides means any of them: "major countries", "all sides"."""
    bare = index == 0 or sentence.words[index - 1].upos not in ("ADJ", "DET", "NUM")
    if bare and sentence.words[index].lemma not in ("country", "nation", "party", "side"):
        return False  # "leaders" of a heading are those of the text
    kinds = sentence.children(index, "det", "nummod", "nmod:poss")
    texts = {sentence.words[k].text.lower() for k in kinds}
    numbers = {sentence.words[k].text.lower() for k in sentence.children(index, "nummod")}
    if not texts or numbers - {"2", "two"} or sentence.children(index, "acl"):
        return True
    told = {sentence.words[k].lemma for k in sentence.children(index, "amod")}
    if told - _OF_THE_TWO and not numbers and "both" not in texts:
        return True  # "the relevant parties"
    return bool(texts & {"all", "any", "each", "every", "many", "no", "some"})


_SIDES = frozenset(("country", "leader", "minister", "nation", "party", "president", "side"))
# Nouns that stand for a state when its name or adjective goes with them.
_PERSONS = frozenset(
    ("administration", "ambassador", "army", "authority", "citizen", "community", "delegation")
    + ("diplomat", "envoy", "fighter", "force", "government", "head", "interlocutor", "lawmaker")
    + (
        "member",
        "militant",
        "military",
        "ministry",
        "official",
        "people",
        "regime",
        "representative",
        "secretary",
        "team",
        "troop",
    )
)


def _told_by(document: Document, start: int, end: int, head: int) -> tuple[Actor, ...]:
    """States that a noun phrase names: by adjectives before its head, or after "of" behind it."""
    names = gazetteer.current()
    found = []
    for named in document.get(NAMED):
        if not (start <= named.start and named.end <= end) or ":" in named.id:
            continue
        between = document.text[head : named.start]
        if named.start < head or re.match(r"\w+ (?:of|from|in) (?:\S+ ){0,4}$", between):
            found.append(names.actor(named.id))
    return distinct(found)


# What stands between two mentions that do one thing together.
_THE = r"(?:the\s+)?(?:[A-Z]\w+\s+(?:[A-Z]\w+\s+)?of\s+(?:the\s+)?)?"  # "the Republic of"
_AND = re.compile(rf"(?:\([^)]*\))?,?\s+(?:and|as well as|together with|along with|&)\s+{_THE}")
_COMMA = re.compile(rf"(?:\([^)]*\))?,\s+{_THE}")


def _joined(document: Document, sentence: Sentence, mention: Mention) -> list[Mention]:
    """Mentions joined to one by "and", or by commas in a list that ends in "and"."""
    inside = [
        m
        for m in mentions_in(document, sentence.start, sentence.end)
        if m is mention or m.end <= mention.start or mention.end <= m.start
    ]
    at = inside.index(mention)
    right = _chain(document, inside[at:])
    left = [m for m in inside[:at] if mention in _chain(document, inside[inside.index(m) : at + 1])]
    return left + right[1:]


def _chain(document: Document, mentions: list[Mention]) -> list[Mention]:
    """The mentions from the first on that make one list with "and" before its last."""
    chain, whole = mentions[:1], mentions[:1]
    for before, after in itertools.pairwise(mentions):
        between = document.text[before.end : after.start]
        if _AND.fullmatch(between):
            chain.append(after)
            whole = list(chain)
        elif _COMMA.fullmatch(between):
            chain.append(after)
        else:
            break
    return whole


def agents(document: Document, clause: Clause) -> tuple[Actor, ...]:
    """Who does what a clause says: its subject's actors, in the passive those behind "by".

    Where syntax gives no subject, the mention that stands right before the verb is taken: between
    them only adverbs and auxiliaries.
    """
    sentence, verb = clause.sentence, clause.verb
    if clause.passive:
        for child in sentence.children(verb, "obl"):
            if "by" in {sentence.words[c].lemma for c in sentence.children(child, "case")}:
                return actors_of(document, sentence, child)
        return ()
    beside = _beside(sentence, verb)
    if clause.subject is None or (clause.subject > verb and beside is not None):
        return _beside_actors(document, sentence, beside)
    if sentence.words[clause.subject].lemma in _ATTITUDES:
        for child in sentence.children(clause.subject, "nmod:poss", "nmod"):
            owners = actors_of(document, sentence, child)
            if owners:
                return owners
    found = actors_of(document, sentence, clause.subject)
    if not found and beside not in (None, clause.subject) and not sentence.children(beside, "case"):
        return actors_of(document, sentence, beside)
    return found


def bearers(document: Document, clause: Clause) -> tuple[Actor, ...]:
    """Who is in the state that a passive or a predicate tells: "are committed to"."""
    at = clause.subject
    if at is None:
        return _beside_actors(document, clause.sentence, _beside(clause.sentence, clause.verb))
    return actors_of(document, clause.sentence, at)


# What stands for its owner: "our position is to …".
_ATTITUDES = frozenset(("aim", "approach", "goal", "intention", "policy", "position", "stance"))


def _beside(sentence: Sentence, verb: int) -> int | None:
    """The noun that stands right before a verb, its adverbs and auxiliaries passed over."""
    at = verb - 1
    while at >= 0 and (
        sentence.words[at].upos in ("ADV", "AUX", "PART")
        or sentence.words[at].lemma in ("remain", "stand", "stay")
    ):
        at -= 1
    if at < 0 or at == verb or sentence.words[at].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    return at


def _beside_actors(document: Document, sentence: Sentence, at: int | None) -> tuple[Actor, ...]:
    """The actors of the noun beside a verb, else of the first that it is coordinated with."""
    found = actors_of(document, sentence, at)
    while not found and at is not None and sentence.words[at].deprel == "conj":
        head = sentence.words[at].head
        if not 0 <= head < at:
            break
        at = head
        found = actors_of(document, sentence, at)
    return found


def asked(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a question or stands in a journalist's turn: nobody's stand, no promise."""
    if document.text[sentence.start : sentence.end].rstrip("\"”’')] ").endswith("?"):
        return True
    turns = document.get(TURNS) if document.has(TURNS) else ()
    return any(t.role == "journalist" and t.start <= sentence.start < t.end for t in turns)


# What leads on to the head of its own noun phrase.
_BEFORE_THE_NOUN = frozenset(
    ("advmod", "amod", "case", "compound", "det", "flat", "nmod:poss", "nummod")
)


def following(sentence: Sentence, index: int) -> int | None:
    """The head of the noun phrase that begins right after a word, whatever syntax hung it on."""
    at = index + 1
    words = sentence.words
    while at < len(words) and (words[at].upos == "ADV" or words[at].text in ("“", '"', "‘")):
        at += 1
    if at >= len(words) or words[at].upos not in ("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"):
        return None
    seen = 0
    while words[at].deprel in _BEFORE_THE_NOUN and index < words[at].head and seen < 9:
        at, seen = words[at].head, seen + 1
    if words[at].upos == "ADJ":
        # "a free and open market" whose adjective syntax took for the head.
        behind = at
        while behind < len(words) and words[behind].upos in (
            "ADJ",
            "CCONJ",
            "NOUN",
            "PROPN",
            "SYM",
        ):
            if words[behind].upos in ("NOUN", "PROPN"):
                at = behind
            behind += 1
    return at if words[at].upos in ("NOUN", "PRON", "PROPN") else None


def sentence_at(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that covers a position."""
    return next((s for s in sentences if s.start <= position < s.end), None)
