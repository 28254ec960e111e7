"""Attribution on given tokens: exact span F1 of source, cue and content of the shipped reader.

    python benchmarks/attribution.py FILE.jsonl[.gz]

FILE: `{doc, tokens, labels}` a line, labels in BIO, one paragraph a line, which is read sentence by
sentence, as texts are. A stray I that continues nothing opens no span. The last line printed is
`{source, cue, content, mean}` × 100.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus import rows
from verbale.annotate.sentences import split
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


# Marks as the Penn Treebank writes them, and what follows its word without a space.
WRITTEN = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
CLOSING = frozenset((*".,:;!?”)]", '"', "'", "'s", "n't"))


def sentences(tokens: list[str]) -> list[list[str]]:
    """The tokens, sentence by sentence."""
    text, starts = "", []
    for token in tokens:
        written = WRITTEN.get(token, token)
        text += "" if written in CLOSING or text.endswith(("“", "(", "[")) else " "
        starts.append(len(text))
        text += written
    ends = [end for _, end in split(text, 0, len(text))]
    out: list[list[str]] = [[]]
    for token, start in zip(tokens, starts, strict=True):
        if out[-1] and len(out) < len(ends) and start >= ends[len(out) - 1]:
            out.append([])
        out[-1].append(token)
    return out


def main() -> None:
    """Read the tokens, compare, print."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    gold = rows(Path(sys.argv[1]))
    readings = Reader().read_words([sentences(row["tokens"]) for row in gold])
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
