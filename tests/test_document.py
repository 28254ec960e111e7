"""The text never changes, and every span leads back to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.document import Document, Layer, OffsetMap, Source, Span
from verbale.errors import EvidenceError


def test_a_layer_is_needed_before_it_is_read() -> None:
    layer: Layer[int] = Layer("numbers")
    document = Document("text", Source("a.txt"))
    with pytest.raises(LookupError, match="numbers"):
        document.get(layer)
    document.put(layer, [1, 2])
    assert document.get(layer) == (1, 2)


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 3)])
def test_an_empty_or_backward_span_is_none(start: int, end: int) -> None:
    with pytest.raises(EvidenceError):
        Span(start, end)


def test_a_quote_outside_the_text_is_an_error() -> None:
    with pytest.raises(EvidenceError, match="outside"):
        Document("short", Source("a.txt")).quote(Span(0, 9))


@given(st.text(min_size=1), st.data())
def test_kept_pieces_lead_back(text: str, data: st.DataObject) -> None:
    cuts = sorted(set(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8))))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    joint = data.draw(st.integers(0, 2))
    edited = ("·" * joint).join(text[s.start : s.end] for s in spans)
    lead = OffsetMap.keep(spans, joint)
    at = 0
    for span in spans:
        for i in range(len(span)):
            assert edited[at + i] == text[lead.given(at + i)]
        assert lead.span(at, at + len(span)) == span
        at += len(span) + joint
