"""From the heads' scores to labels: chains, trees, links.

Everything works on one unit and on plain numbers, so that a unit's reading never depends on the
units read beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["allowed_moves", "spans", "trees", "viterbi"]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]  # of trees, where small differences add up

FORBIDDEN = -1e4


def allowed_moves(labels: Sequence[str]) -> Floats:
    """0 where a BIO label may follow another, else `FORBIDDEN`: shape (labels + 1, labels).

    The last row is the start of a text. I-x follows only B-x and I-x.
    """
    out = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for j, after in enumerate(labels):
        if after.startswith("I-"):
            for i, before in enumerate([*labels, "O"]):
                if before[2:] != after[2:] or before == "O":
                    out[i, j] = FORBIDDEN
    return out


def viterbi(scores: Sequence[Floats], moves: Floats) -> list[Ints]:
    """The best label sequence of each (words, labels) array of scores.

    `moves` (labels + 1, labels) scores a label after another, its last row a label at the start.
    Units run side by side for speed; each is decoded on its own scores alone.
    """
    if not scores:
        return []
    lengths = np.array([len(s) for s in scores])
    order = np.argsort(-lengths, kind="stable")
    longest, labels = int(lengths.max()), moves.shape[1]
    grid = np.zeros((longest, len(scores), labels), np.float32)
    for place, i in enumerate(order):
        grid[: lengths[i], place] = scores[i]
    between = moves[:-1]
    back = np.zeros((longest, len(scores), labels), np.int8)
    total = grid[0] + moves[-1]
    alive = [int((lengths > t).sum()) for t in range(longest)]
    for t in range(1, longest):
        n = alive[t]
        ways = total[:n, :, None] + between
        back[t, :n] = ways.argmax(1)
        total[:n] = ways.max(1) + grid[t, :n]
    out: list[Ints] = [np.zeros(0, np.int64)] * len(scores)
    paths = np.zeros((longest, len(scores)), np.int64)
    state = total.argmax(1)
    for t in range(longest - 1, -1, -1):
        n = alive[t]
        paths[t, :n] = state[:n]
        state[:n] = back[t, np.arange(n), state[:n]]
    for place, i in enumerate(order):
        out[i] = paths[: lengths[i], place]
    return out


def spans(tags: Ints, labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first word, end word, kind) of each BIO span, in order; a stray I opens nothing."""
    out: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for i, tag in enumerate(tags.tolist()):
        if tag == 0 and not kind:
            continue
        label = labels[tag]
        if kind and label == "I-" + kind:
            continue
        if kind:
            out.append((start, i, kind))
        start, kind = i, label[2:] if label.startswith("B-") else ""
    if kind:
        out.append((start, len(tags), kind))
    return out


def trees(scores: Floats, bounds: Sequence[tuple[int, int]]) -> Ints:
    """Heads (words,) as word indices, -1 at each sentence's one root.

    `scores` (words, 1 + words): the root first; `bounds` are word ranges of the sentences. Greedy
    heads are kept where they already are a tree; otherwise Chu-Liu-Edmonds over the sentence.
    """
    out = np.full(len(scores), -1, np.int64)
    for a, b in bounds:
        n = b - a
        if n == 1:
            continue
        # Row: dependent; column 0: the root.
        part = np.concatenate([scores[a:b, :1], scores[a:b, a + 1 : b + 1]], 1).astype(np.float64)
        part[np.arange(n), np.arange(1, n + 1)] = -1e9
        root = part[:, 0]
        greedy = part.argmax(1)
        if (greedy == 0).sum() != 1 or _cycles(greedy):
            # One root: the word that loses least by being it.
            best = part[:, 1:].max(1)
            chosen = int((root - best).argmax())
            part[:, 0] = -1e6
            part[chosen] = -1e9
            part[chosen, 0] = 0.0
            greedy = _edmonds(part)
        out[a:b] = np.where(greedy == 0, -1, greedy - 1 + a)
    return out


def _cycles(heads: Ints) -> list[list[int]]:
    """The words of each cycle of `heads` (0 is the root, words count from 1)."""
    seen = [0] * (len(heads) + 1)
    to: list[int] = heads.tolist()
    out = []
    for start in range(1, len(to) + 1):
        at, path = start, []
        while at and not seen[at]:
            seen[at] = start
            path.append(at)
            at = to[at - 1]
        if at and seen[at] == start:
            out.append(path[path.index(at) :])
    return out


@dataclass(frozen=True, slots=True)
class _Contraction:
    """Cycles taken for one word each: new words are the outside ones, then the cycles.

    `columns`: the old column of the root and of each outside word. `entry`: by cycle and old
    column, the place in the cycle that is best entered from there. `leave`: by new word and
    cycle, the old word of the cycle that is the best head.
    """

    heads: Ints
    cycles: list[Ints]
    columns: Ints
    entry: list[Ints]
    leave: list[Ints]

    def opened(self, heads: Ints) -> Ints:
        """Heads of the old words from those of the new ones; each cycle breaks where entered."""
        out = self.heads.copy()
        outside = len(self.columns)
        for new, head in enumerate(heads.tolist()):
            inner = head - outside
            column = int(self.columns[head] if inner < 0 else self.leave[inner][new])
            own = new + 1 - outside
            if own < 0:
                out[self.columns[new + 1] - 1] = column
            else:
                out[self.cycles[own][self.entry[own][column]] - 1] = column
        return out


def _contract(
    scores: Scores, heads: Ints, found: Sequence[Sequence[int]]
) -> tuple[Scores, _Contraction]:
    """The scores of the graph in which each cycle is one word, and the way back."""
    cycles = [np.array(cycle) for cycle in found]
    kept = np.ones(len(scores) + 1, bool)
    kept[np.concatenate(cycles)] = False
    columns = np.flatnonzero(kept)
    rows, entry = [scores[columns[1:] - 1]], []
    for cycle in cycles:
        # Entering at a word loses the head that it has in the cycle.
        into = scores[cycle - 1] - scores[cycle - 1, heads[cycle - 1]][:, None]
        entry.append(into.argmax(0))
        rows.append(into.max(0)[None])
    tall = np.concatenate(rows)
    from_cycles = [tall[:, cycle] for cycle in cycles]
    leave = [cycle[out.argmax(1)] for cycle, out in zip(cycles, from_cycles, strict=True)]
    small = np.concatenate(
        [tall[:, columns], *(out.max(1)[:, None] for out in from_cycles)], axis=1
    )
    own = np.arange(len(columns), len(small) + 1)
    small[own - 1, own] = -1e12
    return small, _Contraction(heads, cycles, columns, entry, leave)


def _edmonds(scores: Scores) -> Ints:
    """Best tree of (dependents, 1 + dependents) scores, by Chu-Liu-Edmonds.

    All cycles of a round are contracted together, so the rounds are few, and none nests in another.
    """
    rounds: list[_Contraction] = []
    heads: Ints = scores.argmax(1)
    while cycles := _cycles(heads):
        scores, contraction = _contract(scores, heads, cycles)
        rounds.append(contraction)
        heads = scores.argmax(1)
    for contraction in reversed(rounds):
        heads = contraction.opened(heads)
    return heads
