"""Paraphrase search by sentence vectors: MAP@5 of the shipped reader.

    python benchmarks/vectors.py QUERIES CLAIMS QRELS [--split NAME]

JSONL, plain or gzipped: queries `{id, text}`, claims `{id, claim}`, matches `{query, claim}`. Where
matches have a `split`, `--split` picks one (by default `dev` if it is there). A text is one
sentence to the reader. The last line printed is `{map5}`, a fraction.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus import rows
from verbale.reader import Reader, Unit


def vectors(reader: Reader, texts: list[str]) -> npt.NDArray[np.float32]:
    """One unit vector a text, (texts, 384)."""
    found = reader.vectors([Unit(t, ((0, len(t)),)) for t in texts])
    return np.array([v[0] for v in found], np.float32)


def main() -> None:
    """Read, rank, print."""
    cli = argparse.ArgumentParser(usage=__doc__)
    cli.add_argument("files", nargs=3, type=Path)
    cli.add_argument("--split", default="dev")
    args = cli.parse_args()
    queries, claims, matches = (rows(f) for f in args.files)
    if any(m.get("split") == args.split for m in matches):
        matches = [m for m in matches if m["split"] == args.split]
    right: dict[str, set[str]] = {}
    for match in matches:
        right.setdefault(str(match["query"]), set()).add(str(match["claim"]))
    asked = [q for q in queries if str(q["id"]) in right]
    reader = Reader()
    near = (
        vectors(reader, [q["text"] for q in asked])
        @ vectors(reader, [c["claim"] for c in claims]).T
    )
    total = 0.0
    for query, row in zip(asked, near, strict=True):
        wanted, hits, precision = right[str(query["id"])], 0, 0.0
        for rank, place in enumerate(np.argsort(-row, kind="stable")[:5], 1):
            if str(claims[place]["id"]) in wanted:
                hits += 1
                precision += hits / rank
        total += precision / min(5, len(wanted))
    print(json.dumps({"map5": round(total / max(1, len(asked)), 3)}))


if __name__ == "__main__":
    main()
