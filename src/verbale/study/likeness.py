"""How alike two wordings are: by the reader's sentence vectors and, a little, by their words.

Words alone miss "expand trade" beside "increase commerce", and take "Ulmar's economy" and "Ulmar's
membership" for half the same; so vectors say most.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from verbale.ledger import Ledger

__all__ = ["content_words", "likeness", "plain", "remembered", "vectors"]

Floats = npt.NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+")
# Words that carry no matter of their own in an issue, an action or a statement.
_STOP = frozenset(
    "a all also an and any are as at be been being between both but by can each for from further had"
    " has have he her his in into is it its more must new no not of on or other our own shall she"
    " should so such than that the their them these they this those to two under up upon us was we"
    " were which who will with would".split()
)


def plain(text: str) -> str:
    """One line, lower case, no punctuation at the ends."""
    return " ".join(text.split()).strip(" .,;:'\"“”‘’").lower()


@functools.lru_cache(maxsize=100_000)
def content_words(text: str) -> frozenset[str]:
    """Content words, plurals and the spelling of both shores folded."""
    words = (w.lower().replace("isation", "ization") for w in _WORD.findall(text))
    folded = (w.replace("our", "or") if len(w) > 4 else w for w in words if w not in _STOP)
    return frozenset(w[:-1] if len(w) > 3 and w[-1] == "s" and w[-2] != "s" else w for w in folded)


def vectors(texts: Sequence[str]) -> Floats:
    """One vector of unit length a text, (texts, 384); each depends on its own text alone."""
    if not texts:
        return np.zeros((0, 384), np.float32)
    from verbale.reader import Reader, Unit

    units = [Unit(t or " ", ((0, len(t or " ")),)) for t in texts]
    return np.array([v[0] for v in _reader(Reader).vectors(units)], np.float32)


def remembered(ledger: Ledger) -> Callable[[Sequence[str]], Floats]:
    """`vectors` that are computed once in the life of a ledger."""
    from verbale.reader import Reader

    def embed(texts: Sequence[str]) -> Floats:
        if not texts:
            return vectors(texts)
        return np.array(ledger.vectors(texts, _reader(Reader).version, vectors), np.float32)

    return embed


@functools.lru_cache(maxsize=1)
def _reader(kind: type) -> Any:
    return kind()


# Share of the words in the likeness; see `study.issues.ALIKE`.
WORDS = 0.15


def likeness(one: frozenset[str], two: frozenset[str], cosine: float) -> float:
    """0..1 from the words that two texts share and the cosine of their vectors.

    Shared words count against the geometric mean of both counts, so that one word inside a long
    clause is little.
    """
    if not one or not two:
        return (1 - WORDS) * max(0.0, cosine)
    shared = len(one & two) / math.sqrt(len(one) * len(two))
    return (1 - WORDS) * max(0.0, cosine) + WORDS * shared
