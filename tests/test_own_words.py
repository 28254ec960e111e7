"""The words of this repository are its own: no run of eight is found in texts of others.

Compared with every text of the folder of labelled data. What stays shared are names and phrases that
nobody owns; each is listed below.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

RUN = 8  # words in a row
# Our words: code, texts, examples. Left out are weights, the reader's vocabulary, the licence.
FOLDERS = ("src", "tests", "docs", "training", "benchmarks")
FILES = ("README.md", "CHANGELOG.md")
SUFFIXES = {".py", ".md", ".txt", ".tsv", ".toml", ".jsonl", ".html", ".sql"}

# Names of instruments, bodies and labels, and turns of phrase that every such text has.
STOCK = """
the China-Russia Treaty of Good-Neighborliness and Friendly Cooperation
the Treaty on the Non-Proliferation of Nuclear Weapons
the Convention for the Suppression of the Financing of Terrorism
the United Nations Convention on the Law of the Sea
the Conference on Interaction and Confidence Building Measures in Asia
the United Kingdom of Great Britain and Northern Ireland
member of the Political Bureau of the CPC Central Committee
Deputy Head of the Office of the President
Adviser to the Head of the Office of the President of
the President of the General Assembly at its sixtieth session
comprehensive strategic partnership of coordination for a new era
all-weather comprehensive strategic partnership for a new era
this year marks the 20th anniversary of the
next year marks the 20th anniversary of the
this year marks the 80th anniversary of the founding of the United Nations
congratulate you on your election as President of the General Assembly at its
Please enter your comment! Please enter your name here
one two three four five six seven eight
"""

_WORD = re.compile(r"[a-z0-9']+")


def words(text: str) -> list[str]:
    """Words in lower case, without punctuation, escapes of code and marks of our event sentences."""
    text = re.sub(r"\\[nrt]|\[[ST] ", " ", text)
    return _WORD.findall(text.lower().replace("’", "'"))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every stretch of `RUN` words."""
    found = words(text)
    return zip(*(found[i:] for i in range(RUN)), strict=False)


def strings(value: object) -> Iterator[str]:
    """Every string inside JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def foreign(folder: Path) -> Iterator[tuple[Path, str]]:
    """The texts of a folder with their files: plain, rows of JSON, CSV and CoNLL-U, packed or not."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix == ".py":
            continue
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
        kind = Path(path.stem).suffix if path.suffix == ".gz" else path.suffix
        if kind == ".jsonl":
            for line in filter(None, text.split("\n")):
                yield from ((path, found) for found in strings(json.loads(line)))
        elif kind == ".conllu":
            for found in re.findall(r"(?m)^# text = (.*)$", text):
                yield path, found
        elif kind == ".csv":
            for row in csv.reader(text.splitlines()):
                yield from ((path, cell) for cell in row)
        elif kind == ".txt":
            yield path, text


def ours(root: Path) -> Iterator[tuple[Path, str]]:
    """Our files of words."""
    inside = itertools.chain.from_iterable((root / f).rglob("*") for f in FOLDERS)
    for path in sorted(itertools.chain((root / f for f in FILES), inside)):
        if path.suffix in SUFFIXES and path.name != Path(__file__).name:
            yield path, path.read_text("utf-8")


def shared_runs(
    mine: Iterable[tuple[Path, str]], theirs: Iterable[tuple[Path, str]]
) -> dict[tuple[str, ...], tuple[Path, Path]]:
    """Runs that both have, with a file of each."""
    known: dict[tuple[str, ...], Path] = {}
    for path, text in mine:
        known |= dict.fromkeys(runs(text), path)
    found: dict[tuple[str, ...], tuple[Path, Path]] = {}
    for path, text in theirs:
        for run in known.keys() & set(runs(text)):
            found[run] = known[run], path
    return found


def test_no_run_of_words_is_taken_over(shared: Path, root: Path) -> None:
    found = shared_runs(ours(root), foreign(shared))
    stock = {run for line in STOCK.splitlines() for run in runs(line)}
    told = sorted(
        f"{mine.relative_to(root)} | {' '.join(run)} | {theirs.name}"
        for run, (mine, theirs) in found.items()
        if run not in stock
    )
    assert not told, "\n".join(told)


def test_a_run_that_was_taken_over_is_found(tmp_path: Path) -> None:
    """Across line ends, case, strings of code, packed rows and marked-up sentences of ours."""
    row = {
        "id": "a",
        "parts": [{"text": "It was said: the nine ferries of Meris (all old) sail at dusk."}],
    }
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    same = [
        "The nine ferries of Meris, all old, sail at dusk",
        '    "the nine ferries of "\n    "Meris\\n all old sail"',
        "[S The nine ferries] of [T Meris] all old sail",
    ]
    other = "nine ferries of Meris, all old, sail by dawn"
    for text in same:
        assert shared_runs([(tmp_path / "a.py", text)], foreign(tmp_path)), text
    assert not shared_runs([(tmp_path / "a.py", other)], foreign(tmp_path))
