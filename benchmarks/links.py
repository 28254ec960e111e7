"""Linked attribution relations: who said what, all three spans of one relation right.

    python benchmarks/links.py FILE.jsonl[.gz]

FILE: `{text, attributions: [{source, cue, content}]}` a line, each a list of `[start, end]`. A relation
is right when its source, cue and content each share at least half of their joint characters with a
gold relation's (two empty sources agree). Relations without a cue or a content in gold are left out.
The last line printed is `{precision, recall, linked}` × 100, `linked` their F1.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from corpus import rows
from verbale.annotate.sentences import split
from verbale.reader import Reader, Unit

ROLES = ("source", "cue", "content")
Relation = tuple[frozenset[int], ...]


def relations(found: Any, text: str, offset: int = 0) -> list[Relation]:
    """The characters of each role of each relation, white space left out."""
    out = []
    for relation in found:
        spans = relation if isinstance(relation, dict) else {r: getattr(relation, r) for r in ROLES}
        out.append(
            tuple(
                frozenset(
                    i
                    for a, b in spans.get(role) or ()
                    for i in range(a + offset, b + offset)
                    if not text[i].isspace()
                )
                for role in ROLES
            )
        )
    return out


def alike(one: Relation, other: Relation) -> bool:
    """Whether all three spans share half."""
    return all(
        (not a and not b) or 2 * len(a & b) >= len(a | b) for a, b in zip(one, other, strict=True)
    )


def main() -> None:
    """Read the texts by paragraph, compare, print."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    hit = have = want = 0
    reader = Reader()
    for row in rows(Path(sys.argv[1])):
        text = row["text"]
        gold = [r for r in relations(row["attributions"], text) if r[1] and r[2]]
        paragraphs = [m.span() for m in re.finditer(r"\S[^\n]*", text)]
        units = [
            Unit(text[a:b], tuple((s - a, e - a) for s, e in split(text, a, b)))
            for a, b in paragraphs
        ]
        found: list[Relation] = []
        for (start, _), reading in zip(paragraphs, reader.read(units), strict=True):
            found += [r for r in relations(reading.attributions, text, start) if r[1] and r[2]]
        want, have = want + len(gold), have + len(found)
        for relation in found:
            match = next((g for g in gold if alike(relation, g)), None)
            if match is not None:
                gold.remove(match)
                hit += 1
    scores = {"precision": hit / max(1, have), "recall": hit / max(1, want)}
    scores["linked"] = 2 * hit / max(1, have + want)
    print(json.dumps({k: round(100 * v, 1) for k, v in scores.items()}))


if __name__ == "__main__":
    main()
