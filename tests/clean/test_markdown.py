"""Marks of Markdown are not read, stay where they stand, and are quoted with the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import TEXTS
from verbale.clean import markdown
from verbale.document import Document, Source, Span
from verbale.records import evidence
from verbale.sources import read


def seen(text: str) -> str:
    """What the steps read, runs of blanks as one."""
    document = Document(text, Source("a.md", media_type=markdown.TYPE))
    markdown.annotate(document)
    return "\n".join(" ".join(line.split()) for line in document.text.splitlines()).strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Maren** met *Denshi*.", "Maren met Denshi ."),
        ("***Maren*** and __Velde__ met _there_", "Maren and Velde met there"),
        ("**Maren met *Denshi* twice**", "Maren met Denshi twice"),
        ("the *[Straits Council](https://ex.test/a_(b))* met", "the Straits Council met"),
        (
            "[Maren][1] met [Denshi] [Applause]\n\n[1]: https://ex.test",
            "Maren met [Denshi] [Applause]",
        ),
        ("[![A flag](f.png)](https://ex.test) They met.[^2]", "They met."),
        ("- They met.\n+ They met.\n2. They met.\n> - They met.", "They met.\n" * 3 + "They met."),
        ("Meris\n=====\n\nThey met.\n\n---\n\n## Trade ##", "Meris\n\n\nThey met.\n\n\n\nTrade ##"),
        ("| Year | Trade |\n|---|:--|\n| 2022 | 18.7 |", "Year Trade\n\n2022 18.7"),
        ("They met<br>in `Meris`. <https://ex.test> 3\\. <!-- no -->", "They met in Meris . 3 ."),
        ("```\nThey met.\n```", "They met."),
        ("2 * 3 * 4, a_b_c, a* footnote, *open", "2 * 3 * 4, a_b_c, a* footnote, *open"),
        ("*One paragraph\n\nand another*", "*One paragraph\n\nand another*"),
        ("-5 degrees, 2021. They met.", "-5 degrees, 2021. They met."),
    ],
)
def test_marks(text: str, words: str) -> None:
    assert seen(text) == words.strip()


def test_other_texts_keep_their_signs() -> None:
    document = Document("**Maren** met", Source("a.txt"))
    markdown.annotate(document)
    assert document.text == document.given


def test_evidence_quotes_the_text_as_given() -> None:
    document = Document("**Ilse *Maren*** spoke.", Source("a.md", media_type=markdown.TYPE))
    markdown.annotate(document)
    (found,) = evidence(document, Span(0, 23))
    assert found.quote == document.given[found.start : found.end] == "Ilse *Maren*** spoke."
    assert document.quote(Span(0, 23)) == "Ilse Maren spoke."


@settings(max_examples=300)
@given(st.lists(TEXTS | st.sampled_from("* ** _ [ ]( ) | > - ` \\ ~~ <b> [^1] ---".split())))
def test_nothing_moves_and_words_stay(pieces: list[str]) -> None:
    text = "".join(pieces)
    document = Document(text, Source("a.md", media_type=markdown.TYPE))
    markdown.annotate(document)
    assert document.given == text
    assert len(document.text) == len(text)
    assert all(a == b or a == " " for a, b in zip(document.text, text, strict=True))


def test_front_matter_says_what_the_file_is(tmp_path: Path) -> None:
    text = '---\ntitle: "They met"\ndate: 2023-03-07\ntags:\n  - a\n---\n\n# Meris\n\nThey met.\n'
    (tmp_path / "a.md").write_text(text)
    (found,) = read([str(tmp_path / "a.md")])
    assert isinstance(found, Document)
    assert (found.source.title, found.source.date) == ("They met", "2023-03-07")
    assert found.given == text
    markdown.annotate(found)
    assert found.text.split() == ["Meris", "They", "met."]
