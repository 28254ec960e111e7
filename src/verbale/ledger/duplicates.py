"""The same document again: exact copies, republications, wire copies and excerpts.

Word 3-grams, MinHash (rensa) in 32 bands of 4 to find candidates, then the exact Jaccard and
containment of the 3-gram sets to decide. On clean text this is ahead of embeddings. Translations
are left alone: they share no words.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rensa import RMinHash

__all__ = ["BANDS", "CONTAINMENT", "JACCARD", "Copy", "Sketch", "compare", "keys", "sketch"]

ROWS = 4
BANDS = 32
# Of two texts of which one had 2–10 % of its words replaced or was cut to 75–100 %, the 3-gram sets
# share at least this much; unrelated readouts of one office share far less
# (benchmarks/duplicates.py on generated sets).
JACCARD = 0.5
CONTAINMENT = 0.6
RUN = 12
SAMPLED = 16
SHORTEST = 20  # 3-grams; below that, shared formulas alone would make copies

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text for comparison: its hashed 3-grams, its band keys, a sample of its long passages."""

    grams: frozenset[int]
    bands: tuple[int, ...]
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """How two texts are alike. `kind`: exact, republication, or excerpt (one inside the other)."""

    kind: str
    jaccard: float
    containment: float


def grams(text: str) -> frozenset[int]:
    """The set of word 3-grams of the lower-cased text, each as its CRC-32.

    Sets of some hundred grams are compared pair by pair, so 32 bits are ample.
    """
    words = _words(text)
    if len(words) < 3:
        return frozenset((zlib.crc32(" ".join(words).encode()),))
    triples = zip(words, words[1:], words[2:], strict=False)
    return frozenset(zlib.crc32(" ".join(t).encode()) for t in triples)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().encode("utf-8", "replace").decode())


def sketch(text: str) -> Sketch:
    """The sketch of a text; deterministic on every machine."""
    found = grams(text)
    return Sketch(found, keys(found), passages(text))


def passages(text: str) -> tuple[int, ...]:
    """Hashes of one in 16 runs of 12 words: a quoted piece of 50 words keeps two or three of them.

    Twelve words are long enough that titles and formulas alone do not fill them.
    """
    words = _words(text)
    runs = (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    hashed = {zlib.crc32(run.encode()) for run in runs}
    return tuple(sorted(h for h in hashed if h % SAMPLED == 0))


def keys(found: frozenset[int]) -> tuple[int, ...]:
    """Band keys: two texts that share one are candidates."""
    minhash = RMinHash(num_perm=BANDS * ROWS, seed=42)
    minhash.update(list(map(str, found)))
    digest = minhash.digest()
    packed = struct.pack(f">{BANDS * ROWS}Q", *digest)
    size = 8 * ROWS
    return tuple(
        (band << 32) | zlib.crc32(packed[band * size : (band + 1) * size]) for band in range(BANDS)
    )


def compare(a: Sketch, b: Sketch) -> Copy | None:
    """How `a` and `b` are alike, or None when they are two texts."""
    if a.grams == b.grams:
        return Copy("exact", 1.0, 1.0)
    shorter = min(len(a.grams), len(b.grams))
    if shorter < SHORTEST:
        return None
    both = len(a.grams & b.grams)
    jaccard, containment = both / len(a.grams | b.grams), both / shorter
    if jaccard >= JACCARD:
        return Copy("republication", jaccard, containment)
    if containment >= CONTAINMENT and shorter * 2 >= max(len(a.grams), len(b.grams)):
        return Copy("republication", jaccard, containment)
    if containment >= 0.9:
        return Copy("excerpt", jaccard, containment)
    return None


def pairs(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, Copy]]:
    """All near-duplicate pairs among (id, text), each once, in the order in which they are seen."""
    buckets: dict[tuple[int, int], list[str]] = {}
    known: dict[str, Sketch] = {}
    for ident, text in texts:
        mine = sketch(text)
        every = (*((0, k) for k in mine.bands), *((1, k) for k in mine.passages))
        candidates = {other for key in every for other in buckets.get(key, ())}
        for other in sorted(candidates):
            alike = compare(known[other], mine)
            if alike:
                yield other, ident, alike
        known[ident] = mine
        for key in every:
            buckets.setdefault(key, []).append(ident)
