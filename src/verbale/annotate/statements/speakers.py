"""Who says it: the actors of a cue's subject, and of passives that name nobody."""

from __future__ import annotations

import re

from verbale.annotate.statements.frames import CLOSING
from verbale.clauses import actors_of
from verbale.data import gazetteer
from verbale.document import Document
from verbale.layers import ACTORS, ENTITIES, PARTIES, SENTENCES, Mention, Sentence
from verbale.lookup import distinct, mentions_in
from verbale.records import Actor

__all__ = ["ISSUED", "both", "covering", "is_own", "left_edge", "speakers_at"]

# Texts that speak for whoever issued them.
ISSUED = frozenset(
    """
    announcement article comment comments communique communiqué declaration memo message note post readout
    release remark remarks report statement tweet
    """.split()
)
# Words of offices: who holds one is a person, never an organization of that name.
_OFFICES = frozenset(("chairman", "head", "leader", "minister", "president", "secretary", "state"))
# How far before a cue without a subject its speaker may stand.
_NEAR = 6
# Who speaks for the states that they are of.
_SERVING = frozenset(
    ("delegation", "diplomat", "government", "leader", "minister", "negotiator", "official")
    + ("representative", "team")
)
_REALMS = frozenset(("federation", "government", "kingdom", "republic", "state"))
# Bodies that act for themselves though a state's name stands before theirs.
_PRIVATE = frozenset(
    """
    academy alliance association chamber company corporation foundation group institute
    institution league society university
    """.split()
)
# Bodies that a text takes up by their kind alone.
_BODIES = frozenset(
    ("agency", "bureau", "commission", "committee", "department", "embassy", "ministry", "office")
)
# Pronouns that are no subject.
_OBJECTS = frozenset(("her", "him", "me", "them", "us"))
_LISTED = re.compile(
    r"(?:,? and |, (?=\S))(?:the )?(?:(?:Republic|Kingdom|Federation|State|Government)s? of (?:the )?)?"
)


def covering(document: Document, position: int) -> Mention | None:
    """The longest resolved mention that covers a position."""
    found = [m for m in document.get(ACTORS) if m.start <= position < m.end and m.actors]
    return max(found, key=lambda m: m.end - m.start, default=None)


def left_edge(document: Document, sentence: Sentence, subject: int) -> int:
    """The first word of a subject, as one stretch: of its mention, and of what hangs on it."""
    inside = set(sentence.subtree(subject))
    first = subject
    while first - 1 in inside and sentence.words[first - 1].text not in (",", *CLOSING):
        first -= 1
    mention = covering(document, sentence.words[subject].start)
    if mention is not None and mention.start < sentence.words[first].start:
        first = next(i for i, w in enumerate(sentence.words) if w.end > mention.start)
    return first


def speakers_at(
    document: Document, sentence: Sentence, subject: int | None, verb: int
) -> tuple[Actor, ...]:
    """The actors that a subject means, coordinated ones included; () when it means none."""
    if subject is None:
        return _nearest(document, sentence, verb, _NEAR) or _behind(document, sentence, verb)
    word = sentence.words[subject]
    mention = covering(document, word.start) or _of_realm(document, sentence, subject)
    private = word.lemma in _PRIVATE and (mention is None or mention.form == "state")
    if private and (body := _organization(document, sentence, subject)):
        return body  # "the Avaria Industry Alliance" is not Avaria
    if mention is None:
        if word.lemma in ISSUED:
            return _issuer(document, sentence, subject)
        owners = [
            c for c in sentence.children(subject, "nmod:poss") if sentence.words[c].upos == "PRON"
        ]
        if owners:  # "our allies": the pronoun's actor is not who speaks; "our ministers": it is
            owner = covering(document, sentence.words[owners[0]].start)
            ours = owner is not None and sentence.words[subject].lemma in _SERVING
            return distinct(owner.actors) if owner is not None and ours else ()
        return (
            _office_of(document, sentence, subject)
            or actors_of(document, sentence, subject)
            or _taken_up(document, sentence, subject)
            or _nearest(document, sentence, verb, 1)
            or _organization(document, sentence, subject)
        )
    found = list(mention.actors)
    for other in _run(document, sentence, mention):
        found += other.actors
    for index in _coordinated(sentence, subject):
        at = sentence.words[index]
        if at.start < sentence.words[verb].start or subject > verb:
            more = covering(document, at.start)
            found += more.actors if more is not None else actors_of(document, sentence, index)
    return distinct(found)


def _office_of(document: Document, sentence: Sentence, subject: int) -> tuple[Actor, ...]:
    """ "The prime minister's office": the state that its owner acts for."""
    if sentence.words[subject].lemma != "office":
        return ()
    for child in sentence.children(subject, "nmod:poss"):
        owner = covering(document, sentence.words[child].start)
        states = {a.state for a in owner.actors if a.state} if owner is not None else set()
        if len(states) == 1:
            return (gazetteer.current().actor(states.pop()),)
    return ()


def _taken_up(document: Document, sentence: Sentence, subject: int) -> tuple[Actor, ...]:
    """ "The ministry", "the commission" again: the last body named before with that word."""
    word = sentence.words[subject]
    determiners = [sentence.words[c].lemma for c in sentence.children(subject, "det")]
    if word.lemma not in _BODIES or determiners != ["the"]:
        return ()
    for mention in reversed(mentions_in(document, 0, sentence.start)):
        if word.lemma in document.text[mention.start : mention.end].lower().split():
            return mention.actors
    return ()


def _of_realm(document: Document, sentence: Sentence, subject: int) -> Mention | None:
    """ "the Republic of Xanadu", "the Government of Xanadu": the state that the words name."""
    if sentence.words[subject].lemma not in _REALMS or subject + 2 >= len(sentence.words):
        return None
    if sentence.words[subject + 1].lemma != "of":
        return None
    after = subject + 3 if sentence.words[subject + 2].lemma == "the" else subject + 2
    return covering(document, sentence.words[after].start) if after < len(sentence.words) else None


def _run(document: Document, sentence: Sentence, mention: Mention) -> list[Mention]:
    """The mentions that stand beside one in a list: "the President and the Prime Minister"."""
    inside = mentions_in(document, sentence.start, sentence.end)
    found: list[Mention] = []
    left, right = mention.start, mention.end
    for other in reversed([m for m in inside if m.end <= left]):
        if document.text[other.start : other.end].lower() in _OBJECTS:
            break  # "I went to him and I said": who is gone to is no subject
        if _led(sentence, other):
            break  # "the invasion of Z, and the President said"
        if (
            other.end <= left
            and _LISTED.fullmatch(document.text[other.end : left])
            and other.actors
        ):
            found.insert(0, other)
            left = other.start
    for other in [m for m in inside if m.start >= right]:
        listed = other.start >= right and _LISTED.fullmatch(document.text[right : other.start])
        if listed and other.actors:
            found.append(other)
            right = other.end
    return found


def _led(sentence: Sentence, mention: Mention) -> bool:
    """Whether a preposition leads a mention, which nothing of a list before does."""
    inside = [k for k, w in enumerate(sentence.words) if mention.start <= w.start < mention.end]
    heads = [k for k in inside if sentence.words[k].head not in inside]
    if not heads or sentence.words[heads[0]].deprel not in ("nmod", "obl"):
        return False
    return bool(sentence.children(heads[0], "case"))


def _coordinated(sentence: Sentence, subject: int) -> list[int]:
    """Heads coordinated with a subject, and those coordinated with them; flat names' too."""
    found, todo = [], [subject]
    while todo:
        at = todo.pop()
        for child in sentence.children(at, "conj", "flat"):
            if child not in found:
                todo.append(child)
                if sentence.words[child].deprel.startswith("conj"):
                    found.append(child)
    return sorted(found)


def _nearest(document: Document, sentence: Sentence, verb: int, apart: int) -> tuple[Actor, ...]:
    """The mention that ends a few words before a cue whose subject the reader did not find."""
    at = sentence.words[verb].start
    for mention in reversed(mentions_in(document, sentence.start, at)):
        between = document.text[mention.end : at]
        if len(between.split()) > apart or re.search(r"[.;:,]|\b(?:that|to|by)\b", between):
            return ()
        return distinct((*_joined_before(document, sentence, mention), *mention.actors))
    return ()


def _joined_before(document: Document, sentence: Sentence, mention: Mention) -> list[Actor]:
    """The actors whom "and" alone joins to a mention: "Maren and Holt said"."""
    found: list[Actor] = []
    for other in reversed(mentions_in(document, sentence.start, mention.start)):
        between = document.text[other.end : mention.start]
        if between.split() not in (["and"], ["and", "the"]):
            break
        found = [*other.actors, *found]
        mention = other
    return found


def _behind(document: Document, sentence: Sentence, verb: int) -> tuple[Actor, ...]:
    """ "said the president": whom the words right behind a quotation's cue name."""
    quoted = verb > 0 and sentence.words[verb - 1].text in (",", *CLOSING)
    for word in sentence.words[verb + 1 : verb + 3] if quoted else ():
        mention = covering(document, word.start)
        if mention is not None and mention.start <= sentence.words[verb].end + 5:
            return mention.actors
    return ()


def _issuer(document: Document, sentence: Sentence, subject: int) -> tuple[Actor, ...]:
    """Whose statement or report it is: named with it."""
    start = sentence.words[min(sentence.subtree(subject))].start
    end = sentence.words[max(sentence.subtree(subject))].end
    inside = mentions_in(document, start, end)
    if inside:
        return inside[0].actors
    # "The message reads": whoever the text told of before, who sent it.
    before = [s for s in document.get(SENTENCES) if s.end <= sentence.start][-1:]
    sent = sentence.words[subject].deprel.startswith("nsubj") and bool(before)
    opening = mentions_in(document, before[0].start, before[0].end)[:1] if sent else []
    named = bool(opening) and opening[0].form in ("name", "title", "organization", "state")
    return opening[0].actors if named and opening[0].start == before[0].start else ()


def _organization(document: Document, sentence: Sentence, subject: int) -> tuple[Actor, ...]:
    """An organization that the reader sees and no table knows, under its own name."""
    at = sentence.words[subject]
    if at.upos not in ("PROPN", "NOUN") or not document.has(ENTITIES):
        return ()
    for entity in document.get(ENTITIES):
        if entity.kind == "organization" and entity.start <= at.start < entity.end:
            words = re.findall(r"\w+", document.text[entity.start : entity.end])
            while words and words[0].lower() in ("the", "a", "an"):
                words = words[1:]
            if (
                at.upos != "PROPN"
                or {"all", "many", "most", "no", "other", "several", "some"}
                & {w.lower() for w in words}
                or len(words) < 2
                or _OFFICES & {w.lower() for w in words}
                or not all(w[0].isupper() or len(w) < 4 for w in words)
            ):
                return ()
            slug = "-".join(w.lower() for w in words)
            return (Actor(f"org:{slug}", " ".join(words), "organization"),)
    return ()


def both(document: Document) -> tuple[Actor, ...]:
    """The two sides that a text is between; () when it is not between two."""
    sides = document.get(PARTIES) if document.has(PARTIES) else ()
    return sides[:2] if len(sides) >= 2 else ()


def is_own(speakers: tuple[Actor, ...], own: tuple[Actor, ...]) -> bool:
    """Whether who is said to speak is who speaks anyway, or the state that they speak for."""
    ids = {a.id for a in own}
    states = {a.state or a.id for a in own}
    return bool(speakers) and all(
        a.id in ids or (a.kind == "state" and a.id in states) for a in speakers
    )
