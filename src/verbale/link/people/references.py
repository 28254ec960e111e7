"""The words that refer back: pronouns, offices, collectives, as one scan finds them."""

from __future__ import annotations

import re

__all__ = ["COLLECTIVE", "HEAD_OF_STATE", "OWN_STATE", "PERSON_PLURAL", "PRONOUN", "SIDES_PLURAL"]

PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Tt]hey|[Tt]heir|[Tt]hem|I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b"
)

_BOTH = (
    r"(?:(?:[Tt]he|[Oo]ur|[Tt]heir|[Tt]hese)\s+(?:two\s+|both\s+)?|[Bb]oth\s+(?:the\s+)?|[Tt]wo\s+)"
)
# Persons who act for the two sides.
PERSON_PLURAL = re.compile(
    _BOTH + r"(heads\s+of\s+(?:state|government)|(?:foreign\s+|defen[cs]e\s+)?ministers|presidents|"
    r"Presidents|state\s+leaders|leaders|Leaders|Ministers|Foreign\s+Ministers|"
    r"interlocutors|politicians|diplomats)\b"
    r"(?!\s+of\s+(?:the\s+)?[A-Z])"
)
# The states themselves.
SIDES_PLURAL = re.compile(
    _BOTH + r"(sides|Sides|parties|Parties|countries|states|"
    r"nations|peoples|governments|delegations|powers)\b"
)
COLLECTIVE = re.compile(r"\b(?:[Tt]he\s+two|[Bb]oth)\b(?=\s+(?:also|agreed|[a-z]+ed)\b)")
# In a text or speech of one's own.
OWN_STATE = re.compile(
    r"\b(?:[Oo]ur|[Tt]he|[Tt]his)\s+(country|state|nation|side|government|Government|Motherland|people)\b"
)
HEAD_OF_STATE = re.compile(
    r"\b[Tt]he\s+(?:[Hh]ead\s+of\s+(?:the\s+)?(?P<a>[A-Z][a-z]+)\s+[Ss]tate|"
    r"(?P<b>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+(?:side|counterpart|colleague))\b"
)
