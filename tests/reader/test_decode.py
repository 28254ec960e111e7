"""Sound trees, whatever the scores, and the best of them."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verbale.reader.decode import _cycles, _edmonds, trees


def drawn(size: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(size, size + 1))


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_decoded_heads_are_one_tree(size: int, seed: int) -> None:
    heads = trees(drawn(size, seed).astype(np.float32), [(0, size)])
    assert (heads == -1).sum() == 1
    for start in range(size):
        at, steps = start, 0
        while at != -1:
            at, steps = int(heads[at]), steps + 1
            assert steps <= size


@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_no_tree_scores_more(size: int, seed: int) -> None:
    scores = drawn(size, seed)
    rows = np.arange(size)
    best = max(
        scores[rows, heads].sum()
        for heads in map(np.array, product(range(size + 1), repeat=size))
        if not _cycles(heads)
    )
    assert scores[rows, _edmonds(scores)].sum() == best


def one_by_one(scores: np.ndarray) -> np.ndarray:
    """The same tree with one cycle contracted at a time, as the books have it."""
    heads = scores.argmax(1)
    cycles = _cycles(heads)
    if not cycles:
        return heads
    ring = np.array(cycles[0])
    columns = np.array([c for c in range(len(scores) + 1) if c not in cycles[0]])
    outside = columns[1:]
    small = np.full((len(columns), len(columns) + 1), -1e12)
    into = scores[ring - 1][:, columns] - scores[ring - 1, heads[ring - 1]][:, None]
    small[-1, :-1] = into.max(0)
    small[:-1, :-1] = scores[outside - 1][:, columns]
    small[:-1, -1] = scores[outside - 1][:, ring].max(1)
    found = one_by_one(small)
    for word, head in zip(outside, found, strict=False):
        best = ring[scores[word - 1, ring].argmax()]
        heads[word - 1] = best if head == len(columns) else columns[head]
    heads[ring[into[:, found[-1]].argmax()] - 1] = columns[found[-1]]
    return heads


@given(st.integers(2, 30), st.integers(0, 2**32 - 1), st.floats(0, 6))
def test_all_cycles_at_once_give_the_same_tree(size: int, seed: int, paired: float) -> None:
    scores = drawn(size, seed)
    scores[np.arange(size), np.arange(1, size + 1)] = -1e9
    for one in range(0, size - 1, 2):  # the higher, the more pairs hold each other for their head
        scores[one, one + 2] += paired
        scores[one + 1, one + 1] += paired
    assert _edmonds(scores).tolist() == one_by_one(scores).tolist()


def test_a_thousand_cycles_are_no_depth() -> None:
    size = 2100
    scores = drawn(size, 1).astype(np.float32)
    for one in range(0, size, 2):
        scores[one, one + 2] += 9
        scores[one + 1, one + 1] += 9
    heads = trees(scores, [(0, size)])
    assert (heads == -1).sum() == 1
    assert not _cycles(heads + 1)
