"""How far a phrase goes, and which phrase follows."""

from __future__ import annotations

from trees import tree
from verbale.clauses import following, reach, run_on, sentence_at

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


def test_a_phrase_that_syntax_broke_off_runs_on() -> None:
    text, broken = tree("""
They they PRON 2 nsubj
want want VERB 0 root
to to PART 4 mark
halve halve VERB 2 xcomp
the the DET 7 det
wide wide ADJ 7 amod
gap gap NOUN 2 obl
by by ADP 9 case
May May PROPN 2 obl
and and CCONJ 11 cc
left leave VERB 2 conj
""")
    end = run_on(broken, 3, reach(broken, 3, without=("mark",))[1])
    assert text[:end].endswith("halve the wide gap by May")
    assert run_on(broken, 10, len(text)) == len(text)


def test_the_phrase_behind_an_owner_is_what_is_owned() -> None:
    _, owned = tree("""
backs back VERB 0 root
President President PROPN 1 obj
Lind Lind PROPN 2 flat
's 's PART 3 case
plan plan NOUN 1 obl
""")
    assert following(owned, 0) == 4
