"""The same document again: exact copies, republications, wire copies and excerpts.

Word 3-grams, MinHash (rensa) in 32 bands of 4 to find candidates, and a sample of long runs of words
to find those of which one quotes a piece of the other; then the exact Jaccard and containment of the
3-gram sets decide. On clean text this is ahead of embeddings. Translations are left alone: they
share no words.

Every word is hashed once; 3-grams and runs are made of these numbers, a whole text at a time.
"""

from __future__ import annotations

import operator
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rensa import RMinHash

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hashes = npt.NDArray[np.uint64]

__all__ = [
    "FIRST_PASSAGE",
    "Copy",
    "Sketch",
    "compare",
    "grams",
    "pairs",
    "promising",
    "sketch",
]

ROWS = 4
BANDS = 32
# Of two texts of which one had 2–10 % of its words replaced or was cut to 75–100 %, the 3-gram sets
# share at least this much; unrelated readouts of one office share far less
# (benchmarks/duplicates.py on generated sets).
JACCARD = 0.5
CONTAINMENT = 0.6
WHOLE = 0.9  # an excerpt, with a slip or two
RUN = 12  # words; long enough that titles and formulas alone do not fill them
SAMPLED = 16
LIKELY = 26  # of 128 bytes of a signature: a Jaccard of .2, where the least that counts is .25
# 3-grams: below these, shared formulas alone would make copies. Of a readout of 48 an office's next
# readout of another call had .75 within a longer text, so containment asks for more.
SHORTEST = 20
ENOUGH = 100

# An excerpt keeps .9 of its 3-grams, so .9 ^ 4 = .66 of its runs with the changes strewn evenly.
FEWEST = 4
FIRST_PASSAGE = BANDS << 32  # keys of passages come after those of bands

_WORD = re.compile(r"\w+")
# Any two large odd numbers do; these are of the golden ratio and of the square root of 2.
_STEP, _STIR = 0x9E3779B97F4A7C15, 0xB504F333F9DE6485


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text for comparison: its hashed 3-grams, and the keys by which others like it are found.

    `signature` is its MinHash, a byte for each of 128 numbers, `bands` are made of it. `passages`
    are one in 16 of its runs of 12 words: a quoted piece of 50 words keeps two or three of them.
    A key of one band or of a passage is no key of another.
    """

    grams: frozenset[int]
    signature: bytes = b""
    bands: tuple[int, ...] = ()
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """How two texts are alike. `kind`: exact, republication, or excerpt (one inside the other)."""

    kind: str
    jaccard: float
    containment: float


def sketch(text: str) -> Sketch:
    """The sketch of a text; deterministic on every machine."""
    triples = _triples(text)
    return Sketch(frozenset(triples.tolist()), *_bands(triples), _passages(triples))


def grams(text: str) -> frozenset[int]:
    """The set of word 3-grams of the lower-cased text, hashed to 64 bits."""
    return frozenset(_triples(text).tolist())


def _triples(text: str) -> Hashes:
    """A number for every three words in a row; one for all words where they are fewer."""
    import numpy as np

    words = "\n".join(_WORD.findall(text.lower())).encode("utf-8", "replace").split(b"\n")
    hashes = np.fromiter(map(zlib.crc32, words), np.uint64, len(words))
    length = min(3, len(words))
    return _blended([hashes[i : len(hashes) - length + 1 + i] for i in range(length)])


def _blended(columns: list[Hashes]) -> Hashes:
    """One number of 64 well-mixed bits from each row of numbers, in which their order counts."""
    import numpy as np

    step, stir, half = np.uint64(_STEP), np.uint64(_STIR), np.uint64(32)
    mixed = columns[0] * step
    for column in columns[1:]:
        mixed = (mixed ^ (mixed >> half)) * stir + column * step
    mixed = (mixed ^ (mixed >> half)) * stir
    return mixed ^ (mixed >> half)


def _bands(triples: Hashes) -> tuple[bytes, tuple[int, ...]]:
    """The signature, and the band keys: two texts that share one are candidates."""
    import numpy as np

    make = RMinHash.digest_matrix_from_flat_token_hashes
    row = make(triples, [0, len(triples)], BANDS * ROWS, 42).to_rows()[0]
    digest = np.array(row, np.uint64)
    columns = list(digest.reshape(BANDS, ROWS).T)
    keys = _numbered(_blended(columns), np.arange(BANDS, dtype=np.uint64))
    return digest.astype(np.uint8).tobytes(), tuple(keys)


def _passages(triples: Hashes) -> tuple[int, ...]:
    """The keys of a sample of the runs of 12 words, each four 3-grams in a row."""
    count = len(triples) - (RUN - 3)
    if count < 1:
        return ()
    runs = _blended([triples[i : count + i] for i in range(0, RUN, 3)])
    return tuple(sorted(set(_numbered(runs[runs % SAMPLED == 0], BANDS))))


def _numbered(hashes: Hashes, number: Hashes | int) -> list[int]:
    """Keys that SQLite holds: the higher 32 bits of each hash behind a number."""
    import numpy as np

    keys: list[int] = ((hashes >> 32) | (np.uint64(number) << 32)).tolist()
    return keys


def promising(mine: Sketch, signature: bytes, passages: int, shared: int) -> bool:
    """Whether a text that shares a key may be a copy, told before it is read and compared.

    `signature` and `passages` (how many) are of the other text, `shared` of these are in both. By
    chance and by formulas of one office a text shares a key with many. What `compare` holds for a
    copy has a like signature, or, an excerpt, most of the passages of the shorter text.
    """
    equal: int = sum(map(operator.eq, mine.signature, signature))
    return equal >= LIKELY or shared * FEWEST >= max(1, min(len(mine.passages), passages))


def compare(a: Sketch, b: Sketch) -> Copy | None:
    """How `a` and `b` are alike, or None when they are two texts."""
    if a.grams == b.grams:
        return Copy("exact", 1.0, 1.0)
    shorter = min(len(a.grams), len(b.grams))
    if shorter < SHORTEST:
        return None
    both = len(a.grams & b.grams)
    jaccard, containment = both / (len(a.grams) + len(b.grams) - both), both / shorter
    if jaccard >= JACCARD:
        return Copy("republication", jaccard, containment)
    if shorter < ENOUGH and containment < WHOLE:
        return None
    if containment >= CONTAINMENT and shorter * 2 >= max(len(a.grams), len(b.grams)):
        return Copy("republication", jaccard, containment)
    if containment >= WHOLE:
        return Copy("excerpt", jaccard, containment)
    return None


def pairs(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, Copy]]:
    """All near-duplicate pairs among (id, text), each once, in the order in which they are seen."""
    holders: dict[int, list[str]] = {}
    known: dict[str, Sketch] = {}
    for ident, text in texts:
        mine = sketch(text)
        shared = Counter({other: 0 for key in mine.bands for other in holders.get(key, ())})
        shared.update(other for key in mine.passages for other in holders.get(key, ()))
        near = [
            o
            for o, number in shared.items()
            if promising(mine, known[o].signature, len(known[o].passages), number)
        ]
        for other in sorted(near):
            alike = compare(known[other], mine)
            if alike:
                yield other, ident, alike
        known[ident] = mine
        for key in (*mine.bands, *mine.passages):
            holders.setdefault(key, []).append(ident)
