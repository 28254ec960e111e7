"""Quotations by their marks, nested and straight ones too."""

from __future__ import annotations

import pytest

from verbale.clean.quotes import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we go” and left.", ["we go"]),
        ("“He said “stop” twice,” she said.", ["He said “stop” twice,"]),
        ('"We face "quiet war", as they say," she said.', ['We face "quiet war", as they say,']),
        ('"Shall we win?" Shall they? That is it," he said. "We go," she said.',
         ["Shall we win?", "We go,"]),
        ('what he calls"threatening" moves', ["threatening"]),
        ("It's the ministers' view.", []),
        ("“An open mark runs on", ["An open mark runs on"]),
        ('The talks were "open, said he.', ["open, said he."]),
        ("‘It is late,’ he said. The ministers’ car", ["It is late,"]),
        ("'We agree!' she said; it's the ships' port", ["We agree!"]),
        ("the so-called ‘new order’ and the miners’ ‘Own’ road", []),
    ],
)  # fmt: skip
def test_quotes(text: str, found: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotes(text, 0, len(text))] == found
