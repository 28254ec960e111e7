"""Our scorer gives what the reference scorer gives."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

# The reference names some fields by what it compares of them.
FIELD = {
    ("interaction", "states"): "participants",
    ("statement", "who"): "speakers",
    ("position", "states"): "holders",
    ("position", "toward"): "toward",
    ("commitment", "states"): "by",
}


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem + "_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def spoilt(gold: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Predictions made from gold: some left out, some given twice, some fields of a neighbour."""
    rng = random.Random(seed)
    out: list[dict[str, Any]] = []
    for doc in sorted({g["doc"] for g in gold}):
        own = [g for g in gold if g["doc"] == doc]
        if not any(g["record"] == "document" for g in own):
            out.append({"record": "document", "id": "d-" + doc, "source_id": doc})
        for row in own:
            copy = {k: v for k, v in row.items() if k != "doc"}
            if row["record"] == "document":
                out.append({**copy, "id": "d-" + doc, "source_id": doc})
                continue
            for _ in range(rng.choice((0, 1, 1, 1, 2))):
                other = rng.choice([g for g in own if g["record"] == row["record"]])
                key = rng.choice(sorted(copy))
                changed = {**copy, "document": "d-" + doc, "id": str(rng.random())}
                if key in other and key != "record":
                    changed[key] = other[key]
                out.append(changed)
    return out


@pytest.mark.parametrize("seed", range(3))
def test_same_table_as_the_reference(shared: Path, root: Path, seed: int) -> None:
    reference = load(shared / "gold" / "score.py")
    ours = load(root / "benchmarks" / "scoring.py")
    gold = rows(shared / "gold" / "dev_gold.jsonl")
    predicted = spoilt(gold, seed)
    want, _ = reference.score(gold, predicted)
    have, _ = ours.record_scores(gold, predicted, {g["doc"] for g in gold})
    assert set(have) == set(want)
    for kind, row in have.items():
        for key, value in row.items():
            theirs = want[kind][key]
            if key == "wrong":
                theirs = {FIELD.get((kind, k), k): n for k, n in theirs.items()}
            assert value == theirs, (kind, key)
