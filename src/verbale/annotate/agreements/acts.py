"""What a text does with an instrument: the act that stands at its name."""

from __future__ import annotations

import re

from verbale.records import Act

__all__ = ["act_at"]

# Between the word of an act and the name: articles and adjectives.
_GAP = r"\s+(?:(?!(?:and|at|by|for|from|in|of|on|through|to|under|via|with)\b)[\w’'-]+\s+){0,4}$"
_OF = r"(?:\s+of)?"
_BEFORE: tuple[tuple[Act, str], ...] = (
    (
        "anniversary",
        r"\banniversary of (?:the )?(?:signing of |conclusion of |adoption of )?(?:\w+ ){0,4}$|\banniversary of\b[^;]*\b(?:conclusion|signing) of (?:the )?$",
    ),
    ("agreed-to-renew", r"\b(?:agree\w*|decid\w*|decision) to (?:extend|prolong|renew)" + _GAP),
    (
        "renewed",
        r"\b(?:(?:extend|prolong|renew)(?:ed|s|ing)?|(?:extension|prolongation|renewal) of|recommit\w* .{0,24}to the terms of)"
        + _GAP,
    ),
    (
        "terminated",
        r"\b(?:denounc\w+|scrapp\w+|terminat\w+|tear\w* up|tore up|(?:exit\w*|withdr[ae]w\w*) from|withdrawal from|termination of)"
        + _GAP,
    ),
    ("suspended", r"\b(?:suspend\w*|suspension of)" + _GAP),
    ("ratified", r"\b(?:ratif\w+)" + _OF + _GAP),
    ("in-force", r"\b(?:entry into force of)" + _GAP),
    (
        "proposed",
        r"\b(?:draft\w*|negotiat\w+(?: (?:on|for))?|propos\w+|suggest\w+|(?:early |possible )?conclusion of|(?:will|to|would|could) (?:conclude|reach|sign)|work(?:ing|ed)? (?:on|towards?))"
        + _GAP,
    ),
    (
        "signed",
        r"\b(?:sign(?:ed|s|ing)?|signature of|signing of|conclud(?:ed|es|ing))" + _OF + _GAP,
    ),
    (
        "issued",
        r"\b(?:(?:adopt|announc|approv|publish|releas|unveil)(?:e?d|es|ing)|issu(?:ed|ing)|adoption of)"
        + _GAP,
    ),
)
_AFTER: tuple[tuple[Act, str], ...] = (
    ("in-force", r"^\W*(?:has |have )?(?:enter(?:ed|s)? into force|(?:is|was) in force|came into (?:force|effect)|took effect)\b"),
    ("ratified", r"^\W*(?:was|were|has been|have been) ratified\b"),
    ("renewed", r"^\W*(?:was|were|has been|have been) (?:extended|renewed)\b"),
    ("signed", r"^\W*(?:(?:was|were|has been|have been|which was) )?(?:concluded|signed)\b"),
    ("issued", r"^\W*(?:was|were|has been|have been) (?:adopted|announced|approved|issued|released)\b"),
    ("suspended", r"^\W*(?:was|were|has been|have been) suspended\b"),
    ("terminated", r"^\W*(?:was|were|has been|have been) terminated\b"),
)  # fmt: skip
_BEFORE_ = tuple((act, re.compile(p, re.IGNORECASE)) for act, p in _BEFORE)
_AFTER_ = tuple((act, re.compile(p, re.IGNORECASE)) for act, p in _AFTER)
_NOT_YET = re.compile(
    r"\b(?:look\w* forward to|ready to|plan\w* to|intend\w* to|hope\w* to)\b[^,;]*$"
)


def act_at(text: str, start: int, end: int) -> tuple[Act, int]:
    """The act on the instrument named at `start`–`end` of a sentence, and where its words begin."""
    before = text[:start]
    for act, pattern in _BEFORE_:
        match = pattern.search(before)
        if match:
            if act in ("signed", "issued") and _NOT_YET.search(before[: match.start()]):
                return "proposed", match.start()
            return act, match.start()
    for act, pattern in _AFTER_:
        if pattern.search(text[end:]):
            return act, start
    return "cited", start
