"""Event types of source–target pairs: macro F1 of binary, quad and root classes.

    python benchmarks/events.py FILE.jsonl[.gz]

FILE: `{sentence, source_spans, target_spans, root, quad}` a line. The binary class (conflict or
cooperation) and the quad class follow from the root as in PLOVER. On data that the reader was
trained on the figures say nothing. The last line printed is `{binary, quad, root}` × 100.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus import rows
from verbale.reader import Reader, Unit

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


def macro(gold: Sequence[object], predicted: Sequence[object]) -> float:
    """Mean of the F1 of each class that gold has, × 100."""
    scores = []
    for name in sorted(set(gold), key=str):
        hit = sum(g == p == name for g, p in zip(gold, predicted, strict=True))
        size = sum(g == name for g in gold) + sum(p == name for p in predicted)
        scores.append(2 * hit / size if size else 0.0)
    return round(100 * sum(scores) / max(1, len(scores)), 1)


def main() -> None:
    """Read, compare, print."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = [r for r in rows(Path(sys.argv[1])) if r.get("source_spans") and r.get("target_spans")]
    texts = [r["sentence"] for r in data]
    readings = Reader().read([Unit(t, ((0, len(t)),)) for t in texts])
    gold = [r["root"] for r in data]
    predicted = [
        reading.event_type(tuple(r["source_spans"][0]), tuple(r["target_spans"][0]))[0]
        for r, reading in zip(data, readings, strict=True)
    ]
    quads = [QUAD.get(p, 0) for p in predicted]
    true = [int(r.get("quad") or QUAD.get(r["root"], 0)) for r in data]
    result = {
        "binary": macro([q > 2 for q in true], [q > 2 for q in quads]),
        "quad": macro(true, quads),
        "root": macro(gold, predicted),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
