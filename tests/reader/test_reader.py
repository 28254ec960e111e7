"""The shipped reader: exact offsets, no influence of the company."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.reader import Reader, Reading, Unit

TEXT = (
    "The foreign minister of Xanadia met her Xebian counterpart on Monday. “We agreed,” she said."
)
SPLIT = TEXT.index(" “")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def unit(text: str) -> Unit:
    return Unit(text, ((0, len(text)),) if text else ())


def same(one: Reading, other: Reading) -> bool:
    return one == other


def test_a_plain_paragraph(reader: Reader) -> None:
    found = reader.read([Unit(TEXT, ((0, SPLIT), (SPLIT + 1, len(TEXT))))])[0]
    by_form = {TEXT[w.start : w.end]: w for w in found.words}
    met = by_form["met"]
    assert (met.upos, met.lemma, met.head) == ("VERB", "meet", -1)
    assert TEXT[found.words[by_form["minister"].head].start :].startswith("met")
    assert by_form["minister"].deprel == "nsubj"
    assert any(
        TEXT[slice(*a.cue[0])] == "said" and [TEXT[slice(*s)] for s in a.source] == ["she"]
        for a in found.attributions
    )
    root, chance = found.event_type((0, 31), (36, 56))
    assert root.isupper()
    assert 0 < chance <= 1


@given(st.text(max_size=60))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offsets_are_exact_on_any_text(reader: Reader, text: str) -> None:
    found = reader.read([unit(text)])[0]
    at = 0
    for word in found.words:
        assert at <= word.start < word.end <= len(text)
        assert not text[at : word.start].strip()
        at = word.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", "a\u0301e\u0301 said", "王毅说。", "👩‍👩‍👧 met 🇽🇦", "\u0301", "ﬁve İstanbul"],
)
def test_hostile_texts(reader: Reader, text: str) -> None:
    found = reader.read([unit(text)])[0]
    assert "".join(text[w.start : w.end] for w in found.words) == "".join(text.split())


def test_company_makes_no_difference(reader: Reader) -> None:
    texts = [TEXT, "Yes.", TEXT[:SPLIT], "Talks resumed in Xanadu after a week. " * 4]
    alone = [reader.read([unit(t)])[0] for t in texts]
    together = Reader(threads=2).read([unit(t) for t in reversed(texts)])[::-1]
    assert all(same(a, b) for a, b in zip(alone, together, strict=True))


def test_vectors_are_a_sentences_own(reader: Reader) -> None:
    both = Unit(TEXT, ((0, SPLIT), (SPLIT + 1, len(TEXT))))
    first, second = reader.vectors([both, unit(TEXT[:SPLIT])])
    assert first.shape == (2, 384)
    assert np.allclose(np.linalg.norm(first, axis=1), 1, atol=1e-5)
    again = Reader(threads=2).vectors([unit(TEXT[:SPLIT]), both, unit("")])
    assert again[0].tobytes() == second.tobytes()
    assert again[1].tobytes() == first.tobytes()
    assert again[2].shape == (0, 384)


def test_overlong_units_are_read_whole(reader: Reader) -> None:
    sentence = "The two sides agreed to resume their talks next week. "
    text = sentence * 60
    bounds = tuple((i * len(sentence), (i + 1) * len(sentence) - 1) for i in range(60))
    found = reader.read([Unit(text, bounds)])[0]
    assert len(found.words) == 60 * 11
    assert sum(w.head == -1 for w in found.words) == 60
    for word in found.words:
        assert word.head < 0 or found.words[word.head].sentence == word.sentence


def test_readers_in_several_threads_read_the_same(reader: Reader) -> None:
    """One reader, not loaded yet, asked by four threads at once."""
    texts = [TEXT, TEXT[:SPLIT], "Yes.", "Talks resumed in Xanadu after a week. " * 4]
    fresh = Reader(threads=2)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda t: fresh.read([unit(t)] * 3), texts))
    for text, three in zip(texts, found, strict=True):
        (alone,) = reader.read([unit(text)])
        assert all(same(alone, r) for r in three)


def test_nothing_is_kept_or_told_of_a_reading(tmp_path: Path) -> None:
    """The runtime keeps what it means to report in the home folder: there is to be nothing."""
    code = (
        "from verbale.reader import Reader, Unit\n"
        "Reader(threads=1).read([Unit('Talks resumed.', ((0, 14),))])"
    )
    # Under CI it would be silent of itself.
    left_out = ("CI", "ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME")
    environment = {k: v for k, v in os.environ.items() if k not in left_out}
    environment["HOME"] = str(tmp_path)
    subprocess.run([sys.executable, "-B", "-c", code], check=True, env=environment)
    assert not list(tmp_path.rglob("*"))
