"""Evidence is the exact words of its span, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.document import Document, Source, Span
from verbale.errors import EvidenceError
from verbale.records import evidence

HOSTILE = st.text(
    st.characters() | st.sampled_from("\x00\r\n\ufeff\u0301\u202e\u05d0\U0001f91d\U00020000")
)


@given(HOSTILE, st.data())
def test_evidence_quotes_its_span(text: str, data: st.DataObject) -> None:
    document = Document(text, Source("a.txt"))
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(0, len(text)))
    start, end = min(a, b), max(a, b)
    if not text[start:end].strip():
        if start < end:
            with pytest.raises(EvidenceError):
                evidence(document, Span(start, end))
        return
    for found in evidence(document, Span(start, end)):
        assert text[found.start : found.end] == found.quote
        assert found.quote == found.quote.strip()
