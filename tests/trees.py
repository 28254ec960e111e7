"""Sentences whose syntax a test writes by hand."""

from __future__ import annotations

from verbale.layers import Sentence, Word

__all__ = ["tree", "words"]


def tree(table: str) -> tuple[str, Sentence]:
    """The text and sentence of lines "form upos head relation" or "form lemma upos head relation".

    Heads count from 1, the root has 0, as in CoNLL-U; words are joined by single spaces.
    """
    found, at, forms = [], 0, []
    for line in table.strip().splitlines():
        form, *middle, upos, head, relation = line.split()
        lemma = middle[0] if middle else form.lower()
        found.append(Word(at, at + len(form), form, lemma, upos, int(head) - 1, relation))
        forms.append(form)
        at += len(form) + 1
    text = " ".join(forms)
    return text, Sentence(0, len(text), tuple(found))


def words(sentence: Sentence) -> list[str]:
    """The forms of a sentence, to look places up in."""
    return [w.text for w in sentence.words]
