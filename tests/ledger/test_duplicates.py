"""The same document again: what is found, what is told apart, and that order does not matter."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.ledger.made import given

from verbale.ledger import Ledger
from verbale.ledger.duplicates import compare, pairs, promising, sketch


def prose(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return [f"word{int(20000 ** rng.random())}" for _ in range(count)]


def changed(words: list[str], share: float, seed: int = 1) -> list[str]:
    rng = random.Random(seed)
    return [f"other{i}" if rng.random() < share else w for i, w in enumerate(words)]


def found(*texts: str) -> set[tuple[str, str, str]]:
    return {(a, b, c.kind) for a, b, c in pairs([(str(i), t) for i, t in enumerate(texts)])}


def test_the_same_words_are_exact_whatever_stands_between_them() -> None:
    text = " ".join(prose(1, 300))
    assert found(text, text.upper() + ".", text.replace(" ", "\n")) == {
        ("0", "1", "exact"),
        ("0", "2", "exact"),
        ("1", "2", "exact"),
    }


@pytest.mark.parametrize("seed", range(8))
def test_a_text_with_some_words_replaced_or_cut_is_a_republication(seed: int) -> None:
    words = prose(seed, 400)
    some, most = changed(words, 0.08, seed), words[60:370]
    assert found(" ".join(words), " ".join(some)) == {("0", "1", "republication")}
    assert found(" ".join(words), " ".join(most)) == {("0", "1", "republication")}


@pytest.mark.parametrize("seed", range(8))
def test_a_piece_of_a_long_text_is_an_excerpt(seed: int) -> None:
    words = prose(seed, 5000)
    assert found(" ".join(words), " ".join(words[2000:2150])) == {("0", "1", "excerpt")}


def test_a_formula_of_its_office_makes_no_long_text_a_candidate() -> None:
    formula = prose(99, 60)
    one, two = (sketch(" ".join([*prose(s, 3000), *formula])) for s in (1, 2))
    shared = len(set(one.passages) & set(two.passages))
    assert shared
    assert not promising(one, two.signature, len(two.passages), shared)
    assert compare(one, two) is None


def test_short_readouts_of_one_office_with_its_formulas_are_two_texts() -> None:
    formulas, more = prose(7, 36), prose(8, 50)
    assert found(" ".join([*formulas, *prose(9, 12)]), " ".join([*more, *formulas])) == set()
    assert found(" ".join(more), " ".join([*formulas, *more])) == {("0", "1", "republication")}


def test_copies_are_candidates_before_they_are_read() -> None:
    words = prose(5, 600)
    one, near = sketch(" ".join(words)), sketch(" ".join(changed(words, 0.08)))
    assert promising(one, near.signature, len(near.passages), 0)
    assert not set(one.bands).isdisjoint(near.bands)


def test_keys_of_bands_and_passages_are_never_the_same() -> None:
    every = [sketch(" ".join(prose(s, 2000))) for s in range(5)]
    keys = [k for one in every for k in {*one.bands, *one.passages}]
    assert all(len(one.bands) == len(set(one.bands)) == 32 for one in every)
    assert not {k for one in every for k in one.bands} & {k for one in every for k in one.passages}
    assert max(keys) < 2**63


@pytest.mark.parametrize(
    "text", ["", "one", "one two", "Ünïcode ß ſ 中文", "\ud800 lone", "a " * 50]
)
def test_every_text_has_a_sketch(text: str) -> None:
    assert compare(sketch(text), sketch(text)) is not None


def test_a_ledger_finds_what_is_found_among_texts_in_memory(tmp_path: Path) -> None:
    texts = []
    for seed in range(30):
        words = prose(seed, random.Random(seed).choice((40, 200, 1500)))
        start = len(words) // 3
        texts += [words, changed(words, 0.06, seed), words[start : start + 90]]
    told = list(dict.fromkeys(" ".join(words) for words in texts))
    ids: dict[str, str] = {}
    with Ledger(tmp_path / "a.db", create=True) as ledger:
        for i, text in enumerate(told):
            document, records = given(text, "2031-05-06")
            ids[str(i)] = records[0].id
            ledger.add(document, records, "v1")
        kept = {
            (frozenset((ident, other)), copy.kind)
            for ident in ids.values()
            for other, copy in ledger.world.copies(ident)
        }
    assert kept == {
        (frozenset((ids[a], ids[b])), c.kind) for a, b, c in pairs(zip(ids, told, strict=True))
    }
    assert len(kept) > 30
