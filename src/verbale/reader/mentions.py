"""Mentions of a window, and which earlier one each takes up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from verbale.reader.chances import softmax
from verbale.reader.decode import spans
from verbale.reader.model import Scores
from verbale.reader.types import Entity, EntityKind, Word

__all__ = ["corefer", "mentions"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Pronouns that stand for a person or a group and may be mentions inside a longer one.
_PERSONAL = frozenset(
    "he her hers herself him himself his i it its itself me my our ours ourselves she their theirs"
    " them themselves they us we you your".split()
)


def mentions(
    found: Sequence[Word],
    forms: Sequence[str],
    scores: Scores,
    tags: Ints,
    labels: Sequence[str],
) -> list[Entity]:
    """Outermost mentions of the tagger and the personal pronouns inside them."""
    out, probabilities = [], softmax(scores.entities)
    covered: set[int] = set()
    tagged = spans(tags, labels)
    for a, b, kind in tagged:
        head = next((i for i in range(a, b) if not a <= found[i].head < b), a)
        sure = float(probabilities[np.arange(a, b), tags[a:b]].min())
        out.append(Entity(found[a].start, found[b - 1].end, cast(EntityKind, kind), head, sure))
        covered.update([head])
    inside = {i for a, b, _ in tagged for i in range(a, b)}
    for i in sorted(inside - covered):
        if found[i].upos == "PRON" and forms[i].lower() in _PERSONAL:
            kind = "organization" if forms[i].lower() in ("it", "its", "itself") else "person"
            out.append(Entity(found[i].start, found[i].end, cast(EntityKind, kind), i, 0.5))
    return sorted(out, key=lambda e: (e.start, -e.end))


def corefer(entities: Sequence[Entity], scores: Floats) -> dict[int, tuple[int, float]]:
    """Antecedents: for each mention the best earlier one, if it beats having none (a score of 0)."""
    out: dict[int, tuple[int, float]] = {}
    heads = [e.head for e in entities]
    if len(heads) < 2:
        return out
    table = scores[np.ix_(heads, heads)]
    for i in range(1, len(heads)):
        row = table[i, :i]
        best = int(row.argmax())
        if row[best] > 0 and heads[best] != heads[i]:
            chances = softmax(np.append(row, np.float32(0))[None])[0]
            out[i] = (best, float(chances[best]))
    return out
