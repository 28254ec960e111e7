"""Which words of a sentence name a contact."""

from __future__ import annotations

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.nouns import nouns
from verbale.annotate.interactions.stays import stays
from verbale.annotate.interactions.verbs import verbs
from verbale.annotate.interactions.view import View

__all__ = ["triggers"]


def triggers(view: View) -> list[Trigger]:
    """The triggers in text order; a noun inside another's phrase gives way to its head."""
    named = list(nouns(view))
    taken = {i for t in named for i in range(t.first, t.last + 1)}
    heads = {t.index for t in named}
    found = named + [t for t in verbs(view) if t.index not in taken and not _about(view, t, heads)]
    if all(t.kind != "visit" for t in found):
        found += stays(view)
    return sorted(found, key=lambda t: t.index)


def _about(view: View, verb: Trigger, heads: set[int]) -> bool:
    """Whether a verb only tells more of the noun right before it: "the summit convened by X"."""
    return verb.index - 1 in heads and view.lower(verb.index).endswith("ed")
