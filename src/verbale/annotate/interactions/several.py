"""Words that count contacts: "numerous meetings", "spoke several times"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lexicon import SEVERAL
from verbale.annotate.interactions.view import View

__all__ = ["often", "several"]

# How far from a contact "several times" or "on many occasions" may tell of it, in words.
_FAR = 15


def several(view: View, trigger: Trigger) -> bool:
    """ "numerous meetings", "spoke several times": the words that count are about this contact."""
    named = any(trigger.index in inside for inside in _counts(view))
    return named or often(view, trigger)


def often(view: View, trigger: Trigger) -> bool:
    """ "several times", "on many occasions", near by."""
    return any(
        view.words[inside[-1]].lemma in _OFTEN and abs(inside[0] - trigger.index) <= _FAR
        for inside in _counts(view)
    )


def _counts(view: View) -> Iterator[list[int]]:
    """The words of each expression that says "several"."""
    for match in SEVERAL.finditer(view.text):
        start, end = view.sentence.start + match.start(), view.sentence.start + match.end()
        inside = [k for k, w in enumerate(view.words) if start <= w.start < end]
        if inside:
            yield inside


_OFTEN = frozenset("occasion occasions repeatedly time times".split())
