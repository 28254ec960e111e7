"""Words of contact and their kinds; sorted within their kind."""

from __future__ import annotations

import re

from verbale.records import InteractionKind

__all__ = [
    "AGAIN",
    "CANCELLED",
    "CONTACT",
    "OWN",
    "PLANNED",
    "POSTPONED",
    "PROPOSED",
    "SEVERAL",
    "VAGUE",
]

# The first pattern that matches names the kind; each must name a contact, not talk of contacts.
_CONTACT: tuple[tuple[InteractionKind, str], ...] = (
    (
        "video-meeting",
        r"\b(?:video|virtual(?:ly)?)\s*-?\s*(?:call|conference|conversation|link|meeting|summit|talks)s?\b"
        r"|\bvideo\s?conference(?:\s+talks)?\b|\bvia video\b|\bby video link\b|\bmet virtually\b",
    ),
    (
        "call",
        r"\b(?:tele)?phone[ds]?\s+(?:call|conversation|talk)s?\b|\btelephone conversations?\b"
        r"|\b(?:had|held) an?(?: \S+)? (?:call|conversation) with\b|\bspoke (?:today |yesterday |by phone |on the phone |over the phone )*with\b"
        r"|\b(?:spoke|talked) by (?:tele)?phone\b|\bphoned\b|\bon the phone with\b|\b(?:the|a|this|their) call with\b|\bcall with (?:president|prime|foreign|his|chancellor)\b",
    ),
    (
        "message",
        r"\bexchanged (?:\S+ )?(?:correspondence|letters|messages|greetings)\b"
        r"|\bsent (?:\S+ ){0,3}(?:a )?(?:letter|message|telegram)s?\b|\bcongratulatory (?:message|letter|telegram)s?\b",
    ),
    ("exercise", r"\bjoint (?:\S+ )?(?:drills?|exercises?|patrols?)\b"),
    (
        "visit",
        r"\b(?:state|official|working|three-day|two-day|first|historic|recent|upcoming)?\s*visit(?:s|ed|ing)?\s+(?:to|by)\b"
        r"|\bwill visit\b|\bvisited\b|\bis visiting\b|\bstate visit\b|\bofficial visit\b|\bworking visit\b|\barrived in\b|\btrip to\b|\b[’']s visit\b",
    ),
    ("signing", r"\bsigning ceremony\b"),
    (
        "conference",
        r"\b(?:attended|hosted|held|at) (?:the|a) (?:\S+ ){0,4}(?:conference|forum)\b",
    ),
    (
        "meeting",
        r"\bmet (?:\S+ ){0,3}?with\b|\bmet (?=[A-Z])|\bmet (?:today|yesterday|on|in)\b"
        r"|\bmeeting (?:of|between|with)\b|\b(?:had|held|hold|holds|hosted|during|after|at) (?:an?|the|their|his|her|our) (?:\S+ ){0,4}?(?:meeting|talks|consultations|negotiations)\b"
        r"|\b(?:trilateral|bilateral|high-level|face-to-face) (?:meeting|talks)\b|\bheld (?:\S+ )?(?:talks|consultations|negotiations)\b"
        r"|\bwill meet\b|\bmeet with\b|\bwelcomed (?:president|prime|chancellor|foreign)\b|\bsummoned\b",
    ),
    ("summit", r"\b(?:[A-Z]\w+[ -])?[Ss]ummit\b"),
)
CONTACT = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _CONTACT)
PLANNED = re.compile(
    r"\b(?:will|shall|is to|are to|going to|plan(?:s|ned)?|scheduled|expected|upcoming|forthcoming"
    r"|next|agreed to (?:meet|hold|speak)|looks? forward|set to|due to|invited|accepted)\b",
    re.IGNORECASE,
)
PROPOSED = re.compile(
    r"\b(?:propos\w+|offer\w*|suggest\w*|called for|invite[sd]?)\b", re.IGNORECASE
)
CANCELLED = re.compile(r"\b(?:cancel\w*|called off|scrapped)\b", re.IGNORECASE)
POSTPONED = re.compile(r"\b(?:postpon\w+|put off|delayed)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:multiple|several|many|numerous) (?:occasions|times|calls|meetings|conversations)\b"
    r"|\brepeatedly\b",
    re.IGNORECASE,
)
# Talk of contacts in general.
# The main contact taken up again: no event of its own.
AGAIN = re.compile(
    r"\b(?:[Dd]uring|[Aa]t|[Aa]fter|[Ii]n|of|that) the (?:meeting|talks|call|conversation|visit|negotiations|summit)\b(?! (?:of|with|between|in|on))",
)
# One side's own occasions.
OWN = re.compile(
    r"\b(?:press conference|news conference|briefing session|press briefing)\b", re.IGNORECASE
)
VAGUE = re.compile(
    r"\b(?:high-level exchanges|regular (?:contact|meeting)s?|exchange of visits|any meeting|if \S+ meet)\b",
    re.IGNORECASE,
)
