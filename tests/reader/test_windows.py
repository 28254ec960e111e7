"""Windows hold every word once and are cut between sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from verbale.reader.model import PIECES
from verbale.reader.windows import CELLS, chunks, windows


def test_a_cut_falls_between_sentences() -> None:
    numbers = [0] * 150 + [1] * 150
    assert windows([1] * 300, numbers) == [(0, 150), (150, 300)]


def test_a_sentence_that_is_too_long_is_cut_where_it_must_be() -> None:
    assert windows([1] * 300, [0] * 300) == [(0, PIECES), (PIECES, 300)]


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=600))
def test_every_word_is_in_one_window(given_: list[tuple[int, bool]]) -> None:
    sizes = [size for size, _ in given_]
    numbers, number = [], 0
    for _, new in given_:
        number += new
        numbers.append(number)
    found = windows(sizes, numbers)
    assert [i for a, b in found for i in range(a, b)] == list(range(len(sizes)))
    assert all(sum(sizes[a:b]) <= PIECES for a, b in found)


@given(st.lists(st.integers(1, 1500), max_size=30))
def test_chunks_bound_what_is_decoded_at_a_time(sizes: list[int]) -> None:
    found = list(chunks(range(len(sizes)), sizes))
    assert [i for chunk in found for i in chunk] == list(range(len(sizes)))
    assert all(len(c) == 1 or sum(sizes[i] ** 2 for i in c) <= CELLS for c in found)
