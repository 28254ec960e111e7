"""Accuracy of records: run the shipped package on documents and score it against gold.

    python benchmarks/records.py DOCS.jsonl GOLD.jsonl [--part all|dev|check] [--errors KIND]

DOCS is input for `verbale read`, GOLD the annotated records. Prints a table, and as the last line
one JSON object: per kind `gold, predicted, found_f1, right_f1`, and `all`.

*found*: a gold record and a predicted one of its kind rest on the same words (half of the shorter
evidence is shared; for statements half of the joint content). *right*: found, and every key field
agrees. The check part is every third document by sorted id: no rule is written from it, so
`--errors` never lists it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

from scoring import record_scores
from verbale import sources
from verbale.document import Document
from verbale.pipeline import read_documents
from verbale.records import encode

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The objects of a JSONL file, plain or gzipped."""
    given = path.read_bytes()
    text = (gzip.decompress(given) if path.suffix == ".gz" else given).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def predictions(docs: Path) -> list[Row]:
    """What the package reads in the documents, as rows."""
    given = (d for d in sources.read([str(docs)]) if isinstance(d, Document))
    return [json.loads(encode(r)) for read in read_documents(given) for r in read.records]


def parts(ids: set[str]) -> dict[str, set[str]]:
    """Document ids by part."""
    ordered = sorted(ids)
    check = {d for i, d in enumerate(ordered) if i % 3 == 2}
    return {"all": set(ordered), "dev": set(ordered) - check, "check": check}


def main() -> None:
    """Run, score, print."""
    plain = argparse.RawTextHelpFormatter
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    cli.add_argument("docs", type=Path)
    cli.add_argument("gold", type=Path)
    cli.add_argument("--part", choices=("all", "dev", "check"), default="all")
    cli.add_argument("--errors", metavar="KIND", help="list mistakes of one kind (dev part only)")
    cli.add_argument("--predicted", type=Path, help="score this output instead of reading DOCS")
    cli.add_argument("--only", metavar="DOC", help="with --errors: one document")
    args = cli.parse_args()
    gold = rows(args.gold)
    predicted = rows(args.predicted) if args.predicted else predictions(args.docs)
    split = parts({str(r["id"]) for r in rows(args.docs)})
    if args.errors:
        _, mistakes = record_scores(gold, predicted, split["dev"])
        for kind, doc, what, want, got in mistakes:
            if kind == args.errors and args.only in (None, doc):
                print(f"{doc}: {what}\n  gold {brief(want)}\n  got  {brief(got)}")
        return
    for name in ("dev", "check", "all") if args.part == "all" else (args.part,):
        table, _ = record_scores(gold, predicted, split[name])
        print(f"{name} part, {len(split[name])} documents")
        print(f"  {'kind':<13}{'gold':>6}{'pred':>6}{'found':>8}{'right':>8}  wrong fields")
        for kind, entry in table.items():
            if kind != "all":
                wrong = " ".join(f"{k} {v}" for k, v in sorted(entry["wrong"].items()))
                print(
                    f"  {kind:<13}{entry['gold']:>6}{entry['predicted']:>6}"
                    f"{entry['found_f1']:>8}{entry['right_f1']:>8}  {wrong}"
                )
        print(f"  {'all':<25}{table['all']['found_f1']:>8}{table['all']['right_f1']:>8}")
    json.dump(table, sys.stdout)
    print()


def brief(row: Row | None) -> str:
    """A record on one line, its quotes first."""
    if row is None:
        return "—"
    shown = {k: v for k, v in row.items() if k not in {"id", "document", "record", "doc"}}
    return json.dumps(shown, ensure_ascii=False)[:900]


if __name__ == "__main__":
    main()
