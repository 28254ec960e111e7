"""Attribution on given tokens: exact span F1 of source, cue and content of the shipped reader.

    python benchmarks/attribution.py FILE.jsonl[.gz]

FILE: `{doc, tokens, labels}` a line, labels in BIO, one sentence a line. A stray I that continues
nothing opens no span. The last line printed is `{source, cue, content, mean}` × 100.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus import rows
from verbale.reader import Reader, Reading

ROLES = ("source", "cue", "content")
Span = tuple[str, int, int]


def gold_spans(labels: list[str]) -> set[Span]:
    """(role, first token, token after the last)."""
    found: set[Span] = set()
    start, role = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if role and label == "I-" + role:
            continue
        if role:
            found.add((role, start, i))
        start, role = i, label[2:] if label.startswith("B-") else ""
    return found


def read_spans(reading: Reading) -> set[Span]:
    """The spans of all attributions of a reading, in its words."""
    first = {w.start: i for i, w in enumerate(reading.words)}
    last = {w.end: i + 1 for i, w in enumerate(reading.words)}
    found: set[Span] = set()
    for attribution in reading.attributions:
        for role in ROLES:
            for a, b in getattr(attribution, role):
                found.add((role, first[a], last[b]))
    return found


def main() -> None:
    """Read the tokens, compare, print."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    gold = rows(Path(sys.argv[1]))
    readings = Reader().read_words([[row["tokens"]] for row in gold])
    counts = {role: [0, 0] for role in ROLES}
    for row, reading in zip(gold, readings, strict=True):
        want, have = gold_spans(row["labels"]), read_spans(reading)
        for role in ROLES:
            mine, theirs = ({s for s in x if s[0] == role} for x in (want, have))
            counts[role][0] += len(mine & theirs)
            counts[role][1] += len(mine) + len(theirs)
    scores = {role: round(200 * hit / max(1, size), 1) for role, (hit, size) in counts.items()}
    print(json.dumps({**scores, "mean": round(sum(scores.values()) / len(ROLES), 1)}))


if __name__ == "__main__":
    main()
