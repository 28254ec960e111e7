"""Fit what leads the rooms' scores to chances, and print how well they hold.

    python training/calibrate.py DOCS.jsonl GOLD.jsonl OUT.json

Run in the package's environment, with an empty OUT (`{}`) in place so that the scores come through
as they are. Two numbers per kind (the stretch shared by all kinds, as few kinds have enough records
for one of their own) are fitted on the check part of the development gold: no rule was written from
it, so its scores are as new texts' are, while on the other part the rules know too much (fitted
there, records given .74 were right in 49 of 100 on the check part). The table that is printed is
cross-fitted: each document's records by numbers that were fitted on the other folds' documents.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from records import parts, predictions, rows
from scoring import record_scores

PULL = 4.0  # strength of the pull of a kind's own level to the level of all kinds, in records


def log_odds(p: float) -> float:
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))


def squash(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def judged(gold: list, predicted: list, docs: set[str]) -> list[tuple[str, float, bool]]:
    """(kind, score, right) of each predicted record but the documents' own."""
    _, mistakes = record_scores(gold, predicted, docs)
    wrong = {got["id"] for *_, got in mistakes if got}
    names = {r["id"]: str(r.get("source_id")) for r in predicted if r["record"] == "document"}
    return [
        (r["record"], r["confidence"], r["id"] not in wrong)
        for r in predicted
        if r["record"] != "document" and names.get(r["document"]) in docs
    ]


def fit(seen: list[tuple[str, float, bool]]) -> dict[str, tuple[float, float]]:
    """Stretch and move per kind, by gradient steps on the log-loss."""
    kinds = sorted({k for k, _, _ in seen})
    stretch, level = 1.0, 0.0
    moves = dict.fromkeys(kinds, 0.0)
    for _ in range(4000):
        by_stretch, by_level = 0.5 * (stretch - 1), 0.0
        by_move = {k: PULL * m / 4 for k, m in moves.items()}
        for kind, score, right in seen:
            x = log_odds(score)
            off = squash(stretch * x + level + moves[kind]) - right
            by_stretch, by_level = by_stretch + off * x, by_level + off
            by_move[kind] += off
        rate = 2.0 / len(seen)
        stretch, level = stretch - rate * by_stretch, level - rate * by_level
        for kind in kinds:
            moves[kind] -= rate * by_move[kind]
    return {k: (round(stretch, 3), round(level + moves[k], 3)) for k in kinds}


def table(chances: list[tuple[float, bool]]) -> None:
    """Records by tenth of confidence: how many, mean confidence, share right."""
    tenths = defaultdict(list)
    for chance, right in chances:
        tenths[min(9, int(chance * 10))].append((chance, right))
    off = 0.0
    print("| confidence | records | mean | right |")
    for tenth, found in sorted(tenths.items()):
        mean = sum(c for c, _ in found) / len(found)
        share = sum(r for _, r in found) / len(found)
        off += len(found) / len(chances) * abs(mean - share)
        bounds = f"{tenth / 10:.1f}–{(tenth + 1) / 10:.1f}"
        print(f"| {bounds} | {len(found)} | {mean:.2f} | {share:.2f} |")
    print(f"mean distance {off:.3f}")


FOLDS = 5


def main() -> None:
    docs, gold_path, out = map(Path, sys.argv[1:4])
    gold, predicted = rows(gold_path), predictions(docs)
    check = sorted(parts({str(r["id"]) for r in rows(docs)})["check"])
    chances = []
    for k in range(FOLDS):
        apart = set(check[k::FOLDS])
        fitted = fit(judged(gold, predicted, set(check) - apart))
        mean = (next(iter(fitted.values()))[0], 0.0)
        for kind, score, right in judged(gold, predicted, apart):
            stretch, move = fitted.get(kind, mean)
            chances.append((squash(stretch * log_odds(score) + move), right))
    table(chances)
    fitted = fit(judged(gold, predicted, set(check)))
    out.write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
