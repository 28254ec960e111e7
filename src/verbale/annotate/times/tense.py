"""Whether the words around an expression look ahead or back."""

from __future__ import annotations

import re

from verbale.annotate.times.find import Expression

__all__ = ["ahead", "looks"]

_AHEAD = (
    r"will|would|shall|won['’]t|['’]ll|(?:is|are|was|were|been)\s+(?:to\s+\w+|set|due|expected|scheduled|slated)"
    r"|plans?\s+(?:to|for)|planned\s+(?:to|for)|planning|expects?|intends?\s+to|aims?\s+to|hopes?\s+to|going\s+to"
    r"|scheduled|due|upcoming|forthcoming|ahead\s+of|set\s+to|slated|next|preparations?\s+for"
    r"|to\s+(?:attend|convene|hold|host|launch|meet|pay|travel|visit)|(?:delayed|postponed)\s+(?:to|until)"
    r"|(?:arrives|departs|flies|leaves|travels)\s+(?:for|in|to)"
)
_BACK = (
    r"said|told|announced|was|were|had|did|has|have|held|met|since|began|came|went|took|fell|rose|reported"
    r"|arrived|attended|convened|departed|flew|gathered|signed|spoke|talked"
    r"|travell?ed|visited|welcomed"
)
_MARKS = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<back>{_BACK}))\b")
_LIMIT = re.compile(r"\b(?:until|till|no\s+later\s+than)\s+(?:the\s+)?$")
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_WAS = re.compile(r"\bhad\b")
_BREAK = re.compile(r"[.!?;]['”\"]?\s|\n")


def ahead(e: Expression) -> bool:
    """Whether the words look ahead."""
    return looks(e) > 0


def looks(e: Expression) -> int:
    """1 ahead, -1 back, 0 where nothing tells.

    By the last mark of tense in the clause before; without one, by the first mark after.
    """
    clause = _BREAK.split(e.before)[-1]
    if _WAS.search(clause):
        return -1
    if _LIMIT.search(clause):
        return 1
    marks = list(_MARKS.finditer(clause))
    if marks:
        return 1 if marks[-1]["ahead"] is not None else -1
    if _BY.search(clause):
        return 1
    first = _MARKS.search(_BREAK.split(e.after)[0])
    return 0 if first is None else 1 if first["ahead"] is not None else -1
