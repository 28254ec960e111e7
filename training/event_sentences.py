"""Sentences of news of our own invention, with a marked pair and the PLOVER root of its event.

`event_sentences.txt` has one event a line, its root and its sentence parted by a tab; the source
stands as `[S words]`, the target as `[T words]`:

    PROTEST	Thousands of [S students] marched against [T the government] on Monday.

A sentence may stand there twice with other pairs. `python training/event_sentences.py` checks the
file: it prints what is wrong with each bad line, then how many lines each root has.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from data import QUADS, Unit, events, made_up_events
from verbale.reader.tokens import words

PATH = Path(__file__).with_name("event_sentences.txt")
_MARKED = re.compile(r"\[([ST]) ([^\[\]]+)\]")


def parse(line: str) -> Unit:
    """The unit of a line, its marks removed. ValueError says what is wrong with the line."""
    root, tab, marked = line.partition("\t")
    if not tab or root not in QUADS:
        raise ValueError(f"no known root before a tab: {root[:20]!r}")
    text, at = "", 0
    marks: dict[str, tuple[int, int]] = {}
    for mark in _MARKED.finditer(marked):
        text += marked[at : mark.start()]
        if mark[1] in marks:
            raise ValueError(f"two marks {mark[1]}")
        marks[mark[1]] = len(text), len(text) + len(mark[2])
        text += mark[2]
        at = mark.end()
    text += marked[at:]
    if len(marks) < 2 or "[" in text or "]" in text:
        raise ValueError("wants one [S …] and one [T …]")
    if text != " ".join(text.split()):
        raise ValueError("stray white space")
    spans = words(text)
    source, target = (
        [i for i, (a, b) in enumerate(spans) if marks[k][0] <= a and b <= marks[k][1]] for k in "ST"
    )
    for k, inside in (("S", source), ("T", target)):
        if not inside or (spans[inside[0]][0], spans[inside[-1]][1]) != marks[k]:
            raise ValueError(f"mark {k} cuts a word")
    forms = [text[a:b] for a, b in spans]
    return Unit(forms, [0] * len(forms), pair=(source, target), root=root, quad=QUADS[root])


def read(path: Path = PATH) -> tuple[list[Unit], list[str]]:
    """(units, faults) of a file; a fault names the line's number. Twice the same pair is one."""
    units: list[Unit] = []
    faults: list[str] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            unit = parse(line)
        except ValueError as fault:
            faults.append(f"{path.name}:{number}: {fault}")
            continue
        marked = line.partition("\t")[2]
        if marked in seen:
            faults.append(f"{path.name}:{number}: the same as line {seen[marked]}")
            continue
        seen[marked] = number
        units.append(unit)
    return units, faults


def event_sentences(path: Path = PATH) -> list[Unit]:
    """One unit a line, in the shape of `data.events`. ValueError if a line is bad."""
    units, faults = read(path)
    if faults:
        raise ValueError("\n".join(faults))
    return units


def others(folder: Path) -> list[Unit]:
    """All that is learned of events beside `plv_train`; `folder` holds the corpora of events."""
    made = made_up_events(folder / "petrarch_sentences.jsonl")
    return made + events(folder / "cameo_spans.jsonl.gz") + event_sentences()


def main() -> int:
    units, faults = read()
    print("\n".join([*faults, f"{len(units)} sentences", str(Counter(u.root for u in units))]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
