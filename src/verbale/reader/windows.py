"""How units are cut into windows, and how many of those are decoded side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.reader.model import PIECES

__all__ = ["chunks", "windows"]

# Windows are decoded side by side while the squares of their words come to no more than this: an
# array of scores of words beside words takes four times as many bytes, and a window has four.
CELLS = 1_000_000


def windows(sizes: Sequence[int], numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Word ranges of at most `PIECES` pieces, cut between sentences where that is possible.

    `sizes` are the pieces of each word, `numbers` its sentence.
    """
    out, start, filled, cut = [], 0, 0, 0
    for i, size in enumerate(sizes):
        if i and numbers[i] != numbers[i - 1]:
            cut = i
        if filled + size > PIECES:
            end = cut if cut > start else i
            out.append((start, end))
            start, filled = end, sum(sizes[end:i])
        filled += size
    if start < len(sizes):
        out.append((start, len(sizes)))
    return out


def chunks(order: Sequence[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    """`order` cut where the squares of `sizes` pass `CELLS`; at least one each."""
    chunk: list[int] = []
    cells = 0
    for i in order:
        if chunk and cells + sizes[i] ** 2 > CELLS:
            yield chunk
            chunk, cells = [], 0
        chunk.append(i)
        cells += sizes[i] ** 2
    if chunk:
        yield chunk
