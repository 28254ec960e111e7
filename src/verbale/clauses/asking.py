"""Questions, direct and indirect, which are nobody's stand."""

from __future__ import annotations

from verbale.clauses.clause import Clause
from verbale.document import Document
from verbale.layers import TURNS, Sentence

__all__ = ["asked", "wondered"]

_ASKING_WORDS = frozenset(("how", "what", "whatever", "where", "whether"))


def asked(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a question or stands in a journalist's turn: nobody's stand, no promise."""
    if document.text[sentence.start : sentence.end].rstrip("\"”’')] ").endswith("?"):
        return True
    turns = document.get(TURNS) if document.has(TURNS) else ()
    # The last word tells: the first sentence of a turn may hold its label.
    return any(t.role == "journalist" and t.start < sentence.end <= t.end for t in turns)


def wondered(clause: Clause) -> bool:
    """Whether a clause is what is asked or talked of, and not told: "discussed how X can", "what we
    want to do". Asked of the words before its subject: syntax hangs them here and there."""
    known: dict[int, bool] = clause.sentence.derived.setdefault("wondered", {})
    if clause.verb not in known:
        known[clause.verb] = _wondered(clause.sentence, clause.verb)
    return known[clause.verb]


def _wondered(sentence: Sentence, at: int) -> bool:
    for _ in range(4):
        word = sentence.words[at]
        own = sentence.children(at, "nsubj")
        first = min((min(sentence.subtree(s)) for s in own), default=at)
        marks = [c for c in sentence.children(at, "mark") if sentence.words[c].lemma == "to"]
        first = min([first, *(m for m in marks if not own)])
        before = sentence.words[first - 1].text.lower() if first > 0 else ""
        if before in _ASKING_WORDS and not (word.deprel == "acl:relcl" and before == "where"):
            return True
        if own or word.deprel not in ("conj", "xcomp") or word.head < 0:
            return False
        at = word.head
    return False
