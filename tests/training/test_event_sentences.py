"""Our own sentences of events, which the reader is trained on: every line parses, faults are named."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

TRAINING = Path(__file__).parents[2] / "training"
GOOD = "PROTEST\tThousands of [S students] marched against [T the government] on Monday."


@pytest.fixture
def event_sentences(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, which needs nothing but the package's own environment."""
    monkeypatch.syspath_prepend(TRAINING)
    import event_sentences

    assert "torch" not in sys.modules
    return event_sentences


def test_every_line_is_a_unit_of_a_known_root(event_sentences: ModuleType) -> None:
    units, faults = event_sentences.read()
    assert faults == []
    assert len(units) > 1000
    for unit in units:
        source, target = unit.pair
        assert source
        assert target
        assert max(*source, *target) < len(unit.forms)
    assert {u.root for u in units} == set(event_sentences.QUADS)


def test_marks_become_words(event_sentences: ModuleType) -> None:
    unit = event_sentences.parse(GOOD)
    source, target = unit.pair
    assert [unit.forms[i] for i in source] == ["students"]
    assert [unit.forms[i] for i in target] == ["the", "government"]
    assert (
        " ".join(unit.forms) == "Thousands of students marched against the government on Monday ."
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("DANCE\t[S Students] danced with [T the police].", "no known root before a tab: 'DANCE'"),
        ("PROTEST [S Students] marched against [T the king].", "no known root before a tab"),
        ("PROTEST\t[S Students] marched.", "wants one [S …] and one [T …]"),
        ("PROTEST\t[S Students] and [S monks] marched against [T the king].", "two marks S"),
        ("PROTEST\t[S Students]  marched against [T the king].", "stray white space"),
        ("PROTEST\t[S Stud]ents marched against [T the king].", "mark S cuts a word"),
        (GOOD, "the same as line 1"),
    ],
)
def test_a_bad_line_is_named_with_its_number(
    event_sentences: ModuleType, tmp_path: Path, line: str, fault: str
) -> None:
    path = tmp_path / "own.txt"
    path.write_text(f"{GOOD}\n{line}\n", encoding="utf-8")
    units, faults = event_sentences.read(path)
    assert len(units) == 1
    assert len(faults) == 1
    assert faults[0].startswith(f"own.txt:2: {fault}")
    with pytest.raises(ValueError, match=r"own\.txt:2: "):
        event_sentences.event_sentences(path)
