"""Near-duplicates on a generated set: recall, precision, seconds by the clock and of the processor.

    python benchmarks/duplicates.py [--documents 12000] [--seed 1]

Half of the documents are originals made of a vocabulary with Zipf weights and of shared formulas;
the other half are copies with 2–10 % of the words replaced, or cut to 75–100 %. Prints one JSON
object as the last line.
"""

from __future__ import annotations

import argparse
import json
import random
import time

from verbale.ledger.duplicates import pairs


def generate(count: int, seed: int) -> tuple[list[tuple[str, str]], set[frozenset[str]]]:
    """(id, text) in random order, and the true pairs."""
    rng = random.Random(seed)  # noqa: S311  # texts to measure with, no secret
    vocabulary = [f"w{i}" for i in range(20000)]
    weights = [1 / (i + 10) for i in range(20000)]
    formulas = [rng.choices(vocabulary, weights, k=12) for _ in range(200)]
    texts, true = [], set()
    for i in range(count // 2):
        words: list[str] = []
        for _ in range(rng.randint(10, 40)):
            words += rng.choices(vocabulary, weights, k=rng.randint(8, 25))
            if rng.random() < 0.2:
                words += rng.choice(formulas)
        copy = list(words)
        if rng.random() < 0.5:
            for at in rng.sample(range(len(copy)), int(len(copy) * rng.uniform(0.02, 0.10))):
                copy[at] = rng.choice(vocabulary)
        else:
            kept = int(len(copy) * rng.uniform(0.75, 1.0))
            start = rng.randint(0, len(copy) - kept)
            copy = copy[start : start + kept]
        texts += [(f"a{i}", " ".join(words)), (f"b{i}", " ".join(copy))]
        true.add(frozenset((f"a{i}", f"b{i}")))
    rng.shuffle(texts)
    return texts, true


def main() -> None:
    """Generate, find, print."""
    plain = argparse.RawTextHelpFormatter
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    cli.add_argument("--documents", type=int, default=12000)
    cli.add_argument("--seed", type=int, default=1)
    args = cli.parse_args()
    texts, true = generate(args.documents, args.seed)
    began, work = time.perf_counter(), time.process_time()
    found = {frozenset((a, b)) for a, b, _ in pairs(texts)}
    seconds, work = time.perf_counter() - began, time.process_time() - work
    hit = len(found & true)
    result = {
        "documents": len(texts),
        "recall": round(hit / len(true), 4),
        "precision": round(hit / max(1, len(found)), 4),
        "seconds": round(seconds, 2),
        "processor_seconds": round(work, 2),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
