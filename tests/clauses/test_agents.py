"""Who acts: actors of a phrase, of a list, of a passive, of an attitude."""

from __future__ import annotations

from trees import tree, words
from verbale.clauses import actors_of, agents, asked, bearers, clauses
from verbale.document import Document, Source
from verbale.layers import ACTORS, NAMED, PARTIES, Mention, Sentence
from verbale.records import Actor

STATES = {
    name: Actor(f"X{name[:2].upper()}", name, "state", f"X{name[:2].upper()}")
    for name in ("Avaria", "Borduria", "Carpania")
}


def read(table: str, parties: tuple[str, ...] = ()) -> tuple[Document, Sentence]:
    """A document whose invented states are named as they stand."""
    text, sentence = tree(table)
    document = Document(text, Source("test.txt"))
    found = [
        Mention(w.start, w.end, "state", (STATES[w.text],))
        for w in sentence.words
        if w.text in STATES
    ]
    document.put(ACTORS, found)
    document.put(NAMED, ())
    if parties:
        document.put(PARTIES, [STATES[name] for name in parties])
    return document, sentence


def names(actors: tuple[Actor, ...]) -> list[str]:
    return [a.name for a in actors]


LIST = """
Avaria PROPN 6 nsubj
, PUNCT 3 punct
Borduria PROPN 1 conj
and CCONJ 5 cc
Carpania PROPN 1 conj
agreed agree VERB 0 root
"""


def test_a_list_is_all_of_its_members() -> None:
    document, sentence = read(LIST)
    (clause,) = clauses(sentence)
    assert names(agents(document, clause)) == ["Avaria", "Borduria", "Carpania"]


def test_a_text_speaks_for_who_published_it() -> None:
    document, sentence = read("""
    Avaria PROPN 2 nsubj
    published publish VERB 0 root
    a DET 4 det
    statement NOUN 2 obj
    opposing oppose VERB 4 acl
    blockades NOUN 5 obj
    """)
    (clause,) = [c for c in clauses(sentence) if c.lemma == "oppose"]
    assert names(agents(document, clause)) == ["Avaria"]


def test_a_passive_is_done_by_whom_it_says() -> None:
    document, sentence = read("""
    Borduria PROPN 3 nsubj:pass
    was be AUX 3 aux:pass
    invited invite VERB 0 root
    by ADP 5 case
    Avaria PROPN 3 obl
    """)
    (clause,) = clauses(sentence)
    assert names(agents(document, clause)) == ["Avaria"]
    assert names(bearers(document, clause)) == ["Borduria"]


def test_a_position_stands_for_its_owner() -> None:
    document, sentence = read("""
    Avaria PROPN 3 nmod:poss
    's PART 1 case
    position NOUN 4 nsubj
    prevails prevail VERB 0 root
    """)
    (clause,) = clauses(sentence)
    assert names(agents(document, clause)) == ["Avaria"]


SIDES = """
The DET 3 det
two NUM 3 nummod
sides side NOUN 4 nsubj
agreed agree VERB 0 root
"""


def test_the_two_sides_are_the_parties() -> None:
    document, sentence = read(SIDES, ("Carpania", "Avaria"))
    at = words(sentence).index("sides")
    assert names(actors_of(document, sentence, at)) == ["Carpania", "Avaria"]
    assert actors_of(*read(SIDES), at) == ()


def test_all_sides_are_nobody_in_particular() -> None:
    document, sentence = read(SIDES.replace("two NUM 3 nummod", "relevant ADJ 3 amod"), ("Avaria",))
    assert actors_of(document, sentence, 2) == ()


def test_a_question_is_nobodys_stand() -> None:
    assert asked(*read("Why ADV 0 root\n? PUNCT 1 punct"))
    assert not asked(*read("Avaria PROPN 2 nsubj\nagrees agree VERB 0 root"))
