"""Questions, which are nobody's stand."""

from __future__ import annotations

from verbale.document import Document
from verbale.layers import TURNS, Sentence

__all__ = ["asked"]


def asked(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a question or stands in a journalist's turn: nobody's stand, no promise."""
    if document.text[sentence.start : sentence.end].rstrip("\"”’')] ").endswith("?"):
        return True
    turns = document.get(TURNS) if document.has(TURNS) else ()
    return any(t.role == "journalist" and t.start <= sentence.start < t.end for t in turns)
