"""What hangs on a word, and whose head a stretch has."""

from __future__ import annotations

from trees import tree, words

TEXT, SENTENCE = tree("""
The DET 3 det
old ADJ 3 amod
envoys NOUN 5 nsubj:pass
were AUX 5 aux:pass
met VERB 0 root
in ADP 7 case
Xanadu PROPN 5 obl
""")


def test_children_by_relation_with_and_without_its_subtype() -> None:
    met = words(SENTENCE).index("met")
    assert SENTENCE.children(met) == [2, 3, 6]
    assert SENTENCE.children(met, "nsubj") == [2]
    assert SENTENCE.children(met, "nsubj:pass", "obl") == [2, 6]
    assert SENTENCE.children(met, "obj") == []


def test_a_subtree_is_in_text_order() -> None:
    assert SENTENCE.subtree(2) == [0, 1, 2]
    assert SENTENCE.subtree(4) == list(range(7))


def test_a_word_by_its_place() -> None:
    assert SENTENCE.word_at(TEXT.index("envoys") + 2) == 2
    assert SENTENCE.word_at(TEXT.index(" envoys")) is None


def test_the_head_of_a_stretch() -> None:
    assert SENTENCE.head_of(0, TEXT.index(" were")) == 2
    assert SENTENCE.head_of(len(TEXT), len(TEXT)) is None
