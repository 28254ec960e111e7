"""The words that refer back: pronouns, offices, collectives, as one scan finds them."""

from __future__ import annotations

import re

__all__ = [
    "COLLECTIVE",
    "COUNTERPART",
    "DESCRIBED",
    "HEAD_OF_STATE",
    "INSTITUTION",
    "LISTED",
    "OF_STATES",
    "OWN_STATE",
    "PERSON_PLURAL",
    "PRONOUN",
    "SIDES_PLURAL",
    "VOCATIVE",
]

PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Tt]hey|[Tt]heir|[Tt]hem|I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s"
    r"|[Yy]ou|[Yy]our|[Ii]t|[Ii]ts)\b"
)
_BOTH = (
    r"(?:(?:[Tt]he|[Oo]ur|[Tt]heir)\s+(?:two\s+|both\s+|three\s+)?"
    r"|[Tt]hese\s+(?:two|three)\s+|[Bb]oth\s+(?:the\s+)?|[Tt]wo\s+)"
)
_PERSONS = (
    r"(heads\s+of\s+(?:state|government)|(?:(?:foreign|defen[cs]e|energy|finance|trade|economy|prime)\s+)?ministers"
    r"|presidents|Presidents|state\s+leaders|leaders|Leaders|(?:(?:Foreign|Defen[cs]e|Prime)\s+)?Ministers"
    r"|national\s+security\s+advis[eo]rs|National\s+Security\s+Advis[eo]rs"
    r"|interlocutors|politicians|diplomats|officials|Secretaries|secretaries)\b"
)
# Persons who act for the two sides.
PERSON_PLURAL = re.compile(
    _BOTH + _PERSONS + r"(?!\s+of\s+(?:both\s+|the\s+(?!two\b))?[A-Z])(?!\s+of\s+the\s+two\b)"
)
# "the leaders of Avaria and Borduria": the states are read off the names behind it.
OF_STATES = re.compile(
    r"(?:[Tt]he\s+)?\b" + _PERSONS + r"\s+of\s+(?:both\s+)?(?=(?:the\s+)?(?:[A-Z]|two\s))"
)
# Leaders whom only a list of participants names.
LISTED = re.compile(
    r"\b(?:European|[Ww]orld|[Aa]llied|[Oo]ther|[Ff]ellow|[A-Z]+\d+)\s+[Ll]eaders\b"
)
# The states themselves; "both sides of the strait" and "the countries that" are others.
SIDES_PLURAL = re.compile(
    _BOTH + r"(sides|Sides|parties|Parties|countries|states|"
    r"nations|peoples|governments|delegations|powers)\b"
    r"(?!\s+(?:of|to|concerned|here|involved|neighbou?ring|that|which|who)\b)"
)
COLLECTIVE = re.compile(
    r"\b(?:[Tt]he\s+two|[Bb]oth)\b(?=\s+(?:also\s+)?(?:agreed|called|committed|concurred|condemned|confirmed|decided|discussed|emphasi[sz]ed"
    r"|exchanged|expressed|highlighted|met|noted|pledged|reaffirmed|reiterated|resolved|reviewed|said|shared|spoke|stressed|touched|vowed"
    r"|underlined|underscored|voiced|welcomed)\b)"
)
# In a text or speech of one's own.
OWN_STATE = re.compile(
    r"\b(?:[Oo]ur|[Mm]y|[Tt]his)\s+(country|state|nation|side|government|Government|Motherland|people)\b"
)
HEAD_OF_STATE = re.compile(
    r"\b[Tt]he\s+[Hh]ead\s+of\s+(?:the\s+)?(?P<state>[A-Z][a-z]+)\s+[Ss]tate\b"
)
# "his Avarian counterpart", "the Bordurian leader's interlocutor"; without a state the other side's.
COUNTERPART = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Mm]y)\s+(?P<state>(?:[A-Z][\w.]*\s+){0,2})(?P<word>counterpart|colleague|interlocutor|opposite number)\b"
)
# A person told by what they are: "the senior official", "the top diplomat".
DESCRIBED = re.compile(
    r"\b[Tt]he\s+(?:(?:senior|top|veteran|visiting)\s+)?(?P<state>[A-Z][a-z]+\s+)?(?P<word>official|diplomat|politician|statesman)\b(?!\s+[a-z]*(?:visit|statement|website|account|position)\b)"
)
# Bodies that act for the state of whoever speaks or publishes.
INSTITUTION = re.compile(
    r"\b(?:[Tt]he|[Oo]ur)\s+(?:Foreign\s+Ministry|Foreign\s+Office|Defen[cs]e\s+Ministry|Ministry\s+of\s+(?:Foreign\s+Affairs|Commerce|Defen[cs]e|National\s+Defen[cs]e|Finance)"
    r"|Ministry|Government|State\s+Council|Armed\s+Forces|Administration|Embassy)\b(?!\s+(?:and\s+(?:the\s+)?\w+\s+)?(?:of|in)\s+(?:the\s+)?[A-Z])"
)
VOCATIVE = re.compile(
    r"\b(?:Mr\.?|Madame?|Your)\s+(?P<title>(?:Vice\s+)?President|Prime\s+Minister|Chancellor|(?:Foreign\s+)?Minister|Secretary|Chairman|Premier|Excellency|Majesty|Highness)\b|\bExcellency\b"
)
