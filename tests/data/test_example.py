"""The example corpus: two invented states over four years, with every defect of scraped pages in it."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from verbale.clean import furniture
from verbale.document import Document
from verbale.layers import MASKS, WARNINGS
from verbale.sources import read

FOLDER = files("verbale.data") / "example" / "documents"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    found = [d for d in read([str(FOLDER)]) if isinstance(d, Document)]
    for document in found:
        furniture.annotate(document)
    return found


def test_its_size_and_years(documents: list[Document]) -> None:
    assert 14 <= len(documents) <= 20
    assert all(len(d.text) < 2000 for d in documents)
    years = Counter(y for d in documents for y in set(re.findall(r"\b20\d\d\b", d.text)))
    assert {"2020", "2021", "2022", "2023", "2024"} <= set(years)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("header", "date 2021-03-20"),
        ("stamp", "Meris Wire) 09:19"),
        ("stamp", "Source:Meris Wire 17-09-21"),
        ("dateline", "Sept. 16"),
        ("caption", "Photo: MW"),
        ("section-label", "Opinion Harbour"),
        ("byline", "By Harbour Daily"),
        ("byline", "Editor: lindorf"),
        ("widget", "Font size"),
        ("pull-quote", "Velde said"),
        ("share", "Share this"),
        ("comment-form", "Please enter your name"),
        ("disclaimer", "not necessarily"),
        ("copyright", "All rights reserved"),
        ("repeated-body", "Avarian Foreign Minister"),
    ],
)
def test_each_kind_of_furniture_is_in_it(documents: list[Document], kind: str, words: str) -> None:
    assert any(
        m.kind == kind and words in d.text[m.start : m.end] for d in documents for m in d.get(MASKS)
    )


@pytest.mark.parametrize(
    "pattern", [r"[a-z]\.[A-Z][a-z]", r"U\.S\. dollars", r"\n\n\n", "’", r"\d+ years in a row"]
)
def test_traps_for_readers_are_in_it(documents: list[Document], pattern: str) -> None:
    assert any(re.search(pattern, d.text) for d in documents)


def test_warnings(documents: list[Document]) -> None:
    codes = {w.code for d in documents for w in d.get(WARNINGS)}
    assert {"repeated-body", "boilerplate", "run-on-sentences"} <= codes
