"""Lemmas, the irregular and the ruled."""

from __future__ import annotations

import pytest

from verbale.reader.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "upos", "base"),
    [
        ("met", "VERB", "meet"),
        ("said", "VERB", "say"),
        ("agreed", "VERB", "agree"),
        ("discussed", "VERB", "discuss"),
        ("visiting", "VERB", "visit"),
        ("proposed", "VERB", "propose"),
        ("signed", "VERB", "sign"),
        ("underscored", "VERB", "underscore"),
        ("welcomed", "VERB", "welcome"),
        ("refusing", "VERB", "refuse"),
        ("failed", "VERB", "fail"),
        ("condemned", "VERB", "condemn"),
        ("n't", "PART", "not"),
        ("ministers", "NOUN", "minister"),
        ("talks", "NOUN", "talk"),
        ("countries", "NOUN", "country"),
    ],
)
def test_lemmas(form: str, upos: str, base: str) -> None:
    assert lemma(form, upos) == base
