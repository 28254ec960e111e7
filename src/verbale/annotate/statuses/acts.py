"""What a text does with a label: founded, raised to it, lowered, suspended, or only named."""

from __future__ import annotations

import re

from verbale.records import StatusAct

__all__ = ["act_at"]

# Between a verb and the label: no new clause, no full stop.
_GAP = r"[^.;:!?]{0,80}?"
_NEAR = r"(?:[^.;:!?,]{0,40})"
# Labels before one in a list.
_LISTED = r"(?:[^.;:!?,]{0,40}\b(?:partnership|relations|relationship),){0,3}"
_UP = r"(?:elevat|upgrad|rais|lift|transform|evolv|tak|took)(?:e[ds]?|en|es|ing|ion|s)?"
# What is raised; a short way to the level needs none ("was upgraded to a …").
_BOND = r"\b(?:alliance|bonds?|cooperation|it|partnership|relation\w*|status|them|ties)\b"
_TO = r"\s(?:as|into|to)\s+(?:an?|the)?\s*(?:level\s+of\s+(?:an?|the)?\s*)?"
_BEFORE: tuple[tuple[StatusAct, str], ...] = (
    ("downgraded", rf"\bdowngrad\w*\b{_GAP}$"),
    # Raised *to* a label; a label that is itself raised "to new heights" is only named.
    ("upgraded", rf"\b{_UP}\b(?:{_GAP}{_BOND}{_GAP}|[^.;:!?,]{{0,12}}?){_TO}{_NEAR}$"),
    ("suspended", rf"\b(?:suspend\w*|broke off|break off|froze)\b{_NEAR}$"),
    ("established", rf"\b(?:establish(?:ed|es|ing)?|establishment of|form(?:ed|ing)|formation of|found(?:ed|ing)|launch(?:ed|es|ing)?|creat(?:ed|ing|ion of)|enter(?:ed|ing)? into|forg(?:ed|ing)|inaugurat(?:ed|es|ing)|sealed)\b{_LISTED}{_NEAR}$"),
)  # fmt: skip
_BEHIND: tuple[tuple[StatusAct, str], ...] = (
    ("upgraded", r"\W*(?:was|were|is|has been|have been) (?:elevated|upgraded)\b"),
    ("established", r"\W*(?:(?:was|were|is|has been|have been|which was) )?(?:created|established|founded|launched) (?:by|in|on|today|this|last|at)\b"),
    ("established", r"\W*(?:was|were|has been|have been) (?:created|established|founded|launched)\b"),
    ("suspended", r"\W*(?:was|were|has been|have been) suspended\b"),
)  # fmt: skip
# What is looked for or talked of is not done: "ways to establish".
_SOUGHT = re.compile(
    r"\b(?:consider\w*|discuss\w*|hop(?:e|es|ing)|opportunit\w+|possibilit\w+|propos\w+|ways?|wish\w*)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)
_BEFORE_ = tuple((act, re.compile(p, re.IGNORECASE)) for act, p in _BEFORE)
_BEHIND_ = tuple((act, re.compile(p, re.IGNORECASE)) for act, p in _BEHIND)


def act_at(text: str, start: int, end: int) -> StatusAct:
    """The act on the label that stands at `start`–`end` of a sentence."""
    # The points of "U.S." end no clause.
    text = re.sub(r"(?<=\b[A-Z])\.", " ", text)
    before = text[:start]
    for act, pattern in _BEFORE_:
        match = pattern.search(before)
        if match and not _SOUGHT.search(before[: match.start()]):
            return act
    for act, pattern in _BEHIND_:
        if pattern.match(text, end):
            return act
    return "reaffirmed"
