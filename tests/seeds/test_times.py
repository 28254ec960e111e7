"""Every time expression of the seeds, given the documents' dates; and what is no time."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from verbale.annotate import times
from verbale.annotate.times import resolve
from verbale.layers import Time


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "data" / "seeds"


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, list[Time]]:
    out = {}
    for row in rows(folder / "doc_dates.jsonl"):
        text = (folder / row["doc"]).read_bytes().decode("utf-8")
        anchor = datetime.date.fromisoformat(row["dct_gold"])
        out[row["doc"]] = resolve(times.find(text), anchor)
    return out


def test_all_are_found_with_their_value(folder: Path, found: dict[str, list[Time]]) -> None:
    gold = rows(folder / "timex_gold.jsonl")
    assert len(gold) == 58
    for row in gold:
        values = {(t.start, t.end): t.value for t in found[row["doc"]]}
        assert values.get((row["start"], row["end"])) == row["value"], row["text"]


def test_what_is_no_time_is_none(folder: Path, found: dict[str, list[Time]]) -> None:
    for row in rows(folder / "timex_negatives.jsonl"):
        for time in found[row["doc"]]:
            inside = row["start"] <= time.start and time.end <= row["end"]
            assert not inside, row["text"]
