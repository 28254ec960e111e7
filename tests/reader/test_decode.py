"""Sound trees, whatever the scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verbale.reader.decode import trees


@given(st.integers(1, 7), st.integers(0, 2**32 - 1))
def test_decoded_heads_are_one_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    heads = trees(scores, [(0, size)])
    assert (heads == -1).sum() == 1
    for start in range(size):
        at, steps = start, 0
        while at != -1:
            at, steps = int(heads[at]), steps + 1
            assert steps <= size
