"""The records of the example corpus, as they were when somebody last looked at them.

After a change that is meant: `just golden`, then read the diff.
"""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec

from verbale.data import actors_file
from verbale.document import Document
from verbale.layers import MASKS
from verbale.pipeline import Read, read_documents
from verbale.records import kind_of
from verbale.sources import read

GOLDEN = Path(__file__).with_name("example.jsonl")
# Ids and confidence move with every change of weights, the source with the folder: people read the rest.
UNREAD = ("id", "document", "confidence", "sha256", "source", "warnings", "statement", "occasion")


def rows() -> list[str]:
    """A line per record: the text's name, the kind, where and which words, the fields that are set."""
    with as_file(files("verbale.data") / "example") as folder:
        given = [d for d in read([str(folder / "documents")]) if isinstance(d, Document)]
        with actors_file.using(folder / "actors.toml"):
            done = list(read_documents(given))
    return [json.dumps(row, ensure_ascii=False) for one in done for row in _rows(one)]


def _rows(done: Read) -> list[dict[str, Any]]:
    source = done.document.source
    found = []
    for record in done.records:
        built: dict[str, Any] = msgspec.to_builtins(record)
        words = [_words(e) for e in built.pop("evidence")]
        fields = {k: _short(v) for k, v in built.items() if k not in UNREAD and v not in (None, [])}
        row = {"in": source.id or Path(source.path).name, "record": kind_of(record)}
        found.append({**row, "words": words, **fields})
    found[0]["warnings"] = [w.code for w in done.records[0].warnings]  # type: ignore[union-attr]  # the document's own
    found[0]["masks"] = dict(Counter(m.kind for m in done.document.get(MASKS)))
    return found


def _words(evidence: dict[str, Any]) -> str:
    """Evidence by its place, opening and end."""
    quote = " ".join(evidence["quote"].split())
    short = quote if len(quote) <= 60 else f"{quote[:40]} … {quote[-15:]}"
    return f"{evidence['start']}–{evidence['end']} {short}"


def _short(value: Any) -> Any:
    """Actors by id, evidence by place and words, of the rest what is set."""
    if isinstance(value, list | tuple):
        return [_short(v) for v in value]
    if not isinstance(value, dict):
        return value
    if "quote" in value:
        return _words(value)
    return value["id"] if "id" in value else {k: v for k, v in value.items() if v}


def test_the_example_gives_what_it_gave() -> None:
    assert rows() == GOLDEN.read_text("utf-8").splitlines()


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(rows()) + "\n", "utf-8")
