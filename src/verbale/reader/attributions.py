"""Who is said to have said what: spans of roles, linked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from verbale.reader.chances import sigmoid, softmax
from verbale.reader.decode import spans
from verbale.reader.model import Scores
from verbale.reader.types import Attribution, Spans

__all__ = ["attributions"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

# Links between a cue and a source or content are taken from this probability on. Set on the
# development part of PolNeAR.
LINK = 0.5


def attributions(
    scores: Scores, tags: Ints, at: Sequence[tuple[int, int]], labels: Sequence[str]
) -> list[Attribution]:
    """One attribution per cue, with the sources and contents linked to it.

    A source or content that no cue reaches with `LINK` goes to the cue that likes it best if
    that cue has none; cues that share their content are one attribution.
    """
    found = spans(tags, labels)
    cues = [f for f in found if f[2] == "cue"]
    if not cues:
        return []
    sure = softmax(scores.roles)
    rows = [c[0] for c in cues]
    linked: list[tuple[list[int], list[int]]] = [([], []) for _ in cues]
    best = np.zeros(len(cues))
    for kind, (role, table) in enumerate(
        (("source", scores.to_source), ("content", scores.to_content))
    ):
        others = [i for i, f in enumerate(found) if f[2] == role]
        if not others:
            continue
        chance = sigmoid(table[np.ix_(rows, [found[i][0] for i in others])])
        for column, i in enumerate(others):
            for c in np.flatnonzero(chance[:, column] >= LINK).tolist():
                linked[c][kind].append(i)
                best[c] = max(best[c], chance[c, column])
        for c in range(len(cues)):
            if not linked[c][kind]:
                column = int(chance[c].argmax())
                if chance[c, column] >= 0.2:
                    linked[c][kind].append(others[column])
                    best[c] = max(best[c], chance[c, column])
    out = []

    def given(indices: list[int]) -> Spans:
        return tuple((at[found[i][0]][0], at[found[i][1] - 1][1]) for i in sorted(indices))

    for c, (source, content) in enumerate(linked):
        if not source and not content:
            continue
        every = [cues[c], *(found[i] for i in (*source, *content))]
        chances = [float(sure[a, tags[a]]) for a, _, _ in every]
        cue = ((at[cues[c][0]][0], at[cues[c][1] - 1][1]),)
        score = float(np.mean(chances) * best[c])
        out.append(Attribution(given(source), cue, given(content), round(score, 4)))
    return out
