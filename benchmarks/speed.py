"""Speed and memory of the whole reading.

    python benchmarks/speed.py DOCS.jsonl[.gz] [--limit 1000]

Reads up to `--limit` documents (the file again from its start where it has fewer) in one process with two
threads. The last line printed is `{documents, words, seconds, docs_per_s, articles_per_s, cpu_s, load_s, peak_mb,
pieces_per_s}`; an article is 700 words, `cpu_s` the processor time, which tells more on a machine with other work,
and `pieces_per_s` is of the network alone, on units of 45 words.
"""

from __future__ import annotations

import argparse
import itertools
import json
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from corpus import rows
from verbale.document import Document, Source
from verbale.pipeline import read_documents
from verbale.reader import Reader
from verbale.reader.model import Network, Window
from verbale.reader.tokens import words

UNIT = 45  # words, some 47 pieces: a long sentence


def pieces_per_second(texts: list[str]) -> int:
    """How many wordpieces the network reads a second with the heads that every reading asks for."""
    network = Network(threads=2)
    network.load()
    forms = [text[a:b] for text in texts for a, b in words(text)]
    parts = [tuple(forms[at : at + UNIT]) for at in range(0, len(forms), UNIT)]
    units = [Window(part, (0,) * len(part)) for part in parts]
    pieces = sum(len(network.pieces(form)) for form in forms)
    began = time.perf_counter()
    for _ in network.scores(units):
        pass
    return round(pieces / (time.perf_counter() - began))


def main() -> None:
    """Load, read, print."""
    plain = argparse.RawTextHelpFormatter
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    cli.add_argument("docs", type=Path)
    cli.add_argument("--limit", type=int, default=1000)
    args = cli.parse_args()
    given = rows(args.docs)
    began = time.perf_counter()
    reader = Reader(threads=2)
    reader.load()
    load = time.perf_counter() - began
    length = 0

    def documents() -> Iterator[Document]:
        nonlocal length
        for number, row in enumerate(itertools.islice(itertools.cycle(given), args.limit)):
            length += len(row["text"].split())
            date = str(row["date"]) if row.get("date") else None
            yield Document(row["text"], Source(str(number), id=str(number), date=date))

    began, busy = time.perf_counter(), time.process_time()
    count = sum(1 for _ in read_documents(documents(), reader))
    seconds = time.perf_counter() - began
    result = {
        "documents": count,
        "words": length,
        "seconds": round(seconds, 1),
        "docs_per_s": round(count / seconds, 1),
        "articles_per_s": round(length / 700 / seconds, 1),
        "cpu_s": round(time.process_time() - busy, 1),
        "load_s": round(load, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "pieces_per_s": pieces_per_second([row["text"] for row in given[:40]]),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
