"""Syntax on gold words: UPOS, unlabelled and labelled attachment of the shipped reader.

    python benchmarks/syntax.py FILE.conllu[.gz]

Subtypes that the reader folds into their relation are compared folded. The last line printed is
`{upos, uas, las}` × 100.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus import sentences
from verbale.reader import Reader


def main() -> None:
    """Read the words, compare, print."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    gold = list(sentences(Path(sys.argv[1])))
    readings = Reader().read_words([[[row[1] for row in s]] for s in gold])
    total = upos = uas = las = 0
    for rows, reading in zip(gold, readings, strict=True):
        for row, word in zip(rows, reading.words, strict=True):
            total += 1
            upos += word.upos == row[3]
            attached = word.head == int(row[6]) - 1
            uas += attached
            las += attached and word.deprel in (row[7], row[7].split(":")[0])
    scores = {"upos": upos, "uas": uas, "las": las}
    print(json.dumps({k: round(100 * v / max(1, total), 2) for k, v in scores.items()}))


if __name__ == "__main__":
    main()
