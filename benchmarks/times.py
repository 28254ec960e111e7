"""Time expressions: run the shipped grammar on a data file and score it.

    python benchmarks/times.py FILE

FILE: `{doc, text, dct, timexes: [{start, end, type, value}]}` a line, plain or gzipped; `dct` is the
anchor. The last line printed is `{strict_f1, relaxed_f1, value_f1, docs_per_s}`: spans the same
(punctuation at the ends aside), spans that overlap, and the share of those with the same value
times relaxed F1 (TempEval-3's measures).
"""

from __future__ import annotations

import datetime
import gzip
import json
import string
import sys
import time
from pathlib import Path
from typing import Any

from verbale.annotate.times import find, resolve
from verbale.layers import Time

EDGE = string.punctuation + string.whitespace + "’‘“”–—"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without punctuation and white space at its ends."""
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def f1(recalled: int, gold: int, precise: int, predicted: int) -> float:
    """Harmonic mean of recall and precision."""
    recall = recalled / gold if gold else 0.0
    precision = precise / predicted if predicted else 0.0
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def score(rows: list[dict[str, Any]], predicted: list[list[Time]]) -> dict[str, float]:
    """The three measures × 100 over all documents."""
    gold = system = strict_g = strict_s = relaxed_g = relaxed_s = values = 0
    for row, times in zip(rows, predicted, strict=True):
        text = row["text"]
        want = [(*trimmed(text, t["start"], t["end"]), t["value"]) for t in row["timexes"]]
        have = [(*trimmed(text, t.start, t.end), t.value) for t in times]
        gold += len(want)
        system += len(have)
        for a, b, value in want:
            near = [(min(b, d) - max(a, c), c - d, v) for c, d, v in have if a < d and c < b]
            strict_g += any((c, d) == (a, b) for c, d, _ in have)
            relaxed_g += bool(near)
            values += bool(near) and max(near, key=lambda n: n[:2])[2] == value
        for c, d, _ in have:
            hits = [(a, b) for a, b, _ in want if a < d and c < b]
            relaxed_s += bool(hits)
            strict_s += (c, d) in hits
    relaxed = f1(relaxed_g, gold, relaxed_s, system)
    return {
        "strict_f1": round(100 * f1(strict_g, gold, strict_s, system), 1),
        "relaxed_f1": round(100 * relaxed, 1),
        "value_f1": round(100 * relaxed * values / max(1, relaxed_g), 1),
    }


def day(written: str) -> datetime.date | None:
    """A document's day: ISO, compact, or month first with strokes, as the corpora write it."""
    for form in ("%Y-%m-%d", "%Y%m%d", "%m-%d-%Y", "%m/%d/%Y"):
        try:
            return datetime.datetime.strptime(written[:10].strip(), form).date()
        except ValueError:
            continue
    return None


def main() -> None:
    """Read, run, print."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    given = Path(sys.argv[1]).read_bytes()
    lines = (gzip.decompress(given) if given[:2] == b"\x1f\x8b" else given).decode().split("\n")
    rows = [json.loads(line) for line in lines if line.strip()]
    anchors = [day(str(r.get("dct") or "")) for r in rows]
    began = time.perf_counter()
    predicted = [resolve(find(r["text"]), a) for r, a in zip(rows, anchors, strict=True)]
    seconds = time.perf_counter() - began
    if "--errors" in sys.argv:
        for row, times in zip(rows, predicted, strict=True):
            want = {(t["start"], t["end"], t["value"]) for t in row["timexes"]}
            have = {(t.start, t.end, t.value) for t in times}
            for sign, items in (("-", want - have), ("+", have - want)):
                for a, b, value in sorted(items):
                    print(sign, row.get("dct"), repr(row["text"][a:b]), value)
    print(json.dumps({**score(rows, predicted), "docs_per_s": round(len(rows) / seconds, 1)}))


if __name__ == "__main__":
    main()
