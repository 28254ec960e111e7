"""Cleaning masks and never rewrites, whatever the text is made of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import TEXTS
from verbale.annotate import sentences
from verbale.clean import furniture
from verbale.document import Document, Source
from verbale.layers import HEADER, MASKS, PARAGRAPHS, QUOTES, SENTENCES, TURNS, WARNINGS


def cleaned(text: str, title: str | None = None) -> Document:
    document = Document(text, Source("a.txt", title=title))
    furniture.annotate(document)
    sentences.annotate(document)
    return document


@settings(max_examples=300)
@given(TEXTS, st.none() | TEXTS)
def test_every_character_is_in_one_mask_or_paragraph(text: str, title: str | None) -> None:
    document = cleaned(text, title)
    assert document.text == text
    owners = [0] * len(text)
    for layer in (MASKS, PARAGRAPHS):
        for item in document.get(layer):
            assert 0 <= item.start < item.end <= len(text)
            for i in range(item.start, item.end):
                owners[i] += 1
    assert all(n == 1 or (n == 0 and text[i].isspace()) for i, n in enumerate(owners))


@settings(max_examples=200)
@given(TEXTS)
def test_sentences_cover_the_paragraphs(text: str) -> None:
    document = cleaned(text)
    inside = {i for p in document.get(PARAGRAPHS) for i in range(p.start, p.end)}
    said: set[int] = set()
    for sentence in document.get(SENTENCES):
        here = set(range(sentence.start, sentence.end))
        assert here <= inside
        assert not here & said
        said |= here
    assert all(text[i].isspace() for i in inside - said)


@settings(max_examples=200)
@given(TEXTS)
def test_quotations_and_turns_lie_in_the_body(text: str) -> None:
    document = cleaned(text)
    paragraphs = document.get(PARAGRAPHS)
    for quote in document.get(QUOTES):
        assert any(p.start <= quote.start < quote.end <= p.end for p in paragraphs)
    last = 0
    for turn in document.get(TURNS):
        assert last <= turn.label_start < turn.label_end <= turn.start < turn.end <= len(text)
        last = turn.end
    for warning in document.get(WARNINGS):
        for e in warning.evidence:
            assert text[e.start : e.end] == e.quote
    for header in document.get(HEADER):
        for span in (*header.byline, *filter(None, [header.title])):
            assert document.quote(span).strip()


@settings(max_examples=100)
@given(TEXTS)
def test_the_same_text_is_masked_the_same_way(text: str) -> None:
    once, again = cleaned(text), cleaned(text)
    assert once.get(MASKS) == again.get(MASKS)
    assert once.get(PARAGRAPHS) == again.get(PARAGRAPHS)
