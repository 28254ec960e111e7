"""How far a phrase goes, and which phrase follows."""

from __future__ import annotations

from trees import tree
from verbale.clauses import following, reach, sentence_at

TEXT, SENTENCE = tree("""
Avaria PROPN 2 nsubj
backs back VERB 0 root
a DET 5 det
fair ADJ 5 amod
deal NOUN 2 obj
that PRON 7 nsubj
holds hold VERB 5 acl:relcl
. PUNCT 2 punct
""")


def test_reach_is_the_phrase_without_closing_marks() -> None:
    assert TEXT[slice(*reach(SENTENCE, 4))] == "a fair deal that holds"
    assert TEXT[slice(*reach(SENTENCE, 4, without=("acl:relcl",)))] == "a fair deal"
    assert TEXT[slice(*reach(SENTENCE, 1))] == TEXT.removesuffix(" .")


def test_the_phrase_that_follows_by_its_head() -> None:
    assert following(SENTENCE, 1) == 4
    assert following(SENTENCE, 0) is None


def test_a_sentence_by_a_position() -> None:
    assert sentence_at((SENTENCE,), 3) is SENTENCE
    assert sentence_at((SENTENCE,), len(TEXT)) is None
