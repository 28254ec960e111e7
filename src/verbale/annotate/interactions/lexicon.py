"""Words of contact and their kinds, and the words that say how real a contact is; each sorted."""

from __future__ import annotations

import re

from verbale.records import InteractionKind

__all__ = [
    "AHEAD",
    "CALLED_OFF",
    "GENERAL",
    "HABIT",
    "HOPED",
    "LIGHT",
    "NOUNS",
    "PHONE",
    "PLANNED",
    "PROPOSED",
    "PUT_OFF",
    "SEVERAL",
    "TOLD_AS_PLACE",
    "VERBS",
    "VIDEO",
]

# Nouns as written, with the kind that they name unless what stands beside them says another.
NOUNS: dict[str, InteractionKind] = {
    "audience": "meeting",
    "bilateral": "meeting",
    "call": "call",
    "calls": "call",
    "ceremony": "ceremony",
    "commemoration": "ceremony",
    "condolences": "message",
    "conference": "conference",
    "consultations": "meeting",
    "contacts": "call",
    "conversation": "call",
    "conversations": "other",
    "correspondence": "message",
    "dialogue": "meeting",
    "discussion": "meeting",
    "discussions": "meeting",
    "drills": "exercise",
    "exercise": "exercise",
    "exercises": "exercise",
    "forum": "conference",
    "greetings": "message",
    "inauguration": "ceremony",
    "invitation": "visit",
    "letter": "message",
    "letters": "message",
    "maneuvers": "exercise",
    "manoeuvres": "exercise",
    "meeting": "meeting",
    "meetings": "meeting",
    "message": "message",
    "messages": "message",
    "negotiation": "meeting",
    "negotiations": "meeting",
    "patrol": "exercise",
    "patrols": "exercise",
    "stop": "visit",
    "stopover": "visit",
    "stops": "visit",
    "summit": "summit",
    "summits": "summit",
    "talk": "meeting",
    "talks": "meeting",
    "telegram": "message",
    "telegrams": "message",
    "tour": "visit",
    "travel": "visit",
    "trip": "visit",
    "trips": "visit",
    "videoconference": "video-meeting",
    "visit": "visit",
    "visits": "visit",
}
# Lemmas of verbs that name a contact themselves.
VERBS: dict[str, InteractionKind] = {
    "arrive": "visit",
    "call": "call",
    "come": "visit",
    "confer": "meeting",
    "convene": "meeting",
    "fly": "visit",
    "gather": "meeting",
    "go": "visit",
    "host": "visit",
    "depart": "visit",
    "expect": "visit",
    "interact": "meeting",
    "invite": "visit",
    "leave": "visit",
    "meet": "meeting",
    "phone": "call",
    "receive": "meeting",
    "see": "meeting",
    "sign": "signing",
    "speak": "call",
    "summon": "meeting",
    "talk": "call",
    "telephone": "call",
    "travel": "visit",
    "visit": "visit",
    "welcome": "visit",
}
# Verbs whose subject takes part in what their object names.
LIGHT = frozenset(
    """
    address announce arrange attend begin chair co-chair co-host complete conclude conduct convene do embark end enter
    exchange finish get have hold host join kick lead make open organise organize participate pay receive reschedule
    schedule send start take undertake wrap write
    """.split()
)
VIDEO = re.compile(
    r"\b(?:online|video(?:[- ]?(?:call|conferenc\w+|link))?|virtual(?:ly)?)\b", re.IGNORECASE
)
PHONE = re.compile(r"\b(?:tele)?phone\b", re.IGNORECASE)
# Before a noun: it lies ahead.
AHEAD = frozenset(
    "anticipated coming expected forthcoming future next planned prospective scheduled upcoming".split()
)
# What leads up to a contact: "on the eve of", "ahead of", "in preparation for", "looks forward to".
TOLD_AS_PLACE = re.compile(
    r"\b(?:ahead of|in advance of|in preparation for|in the (?:run-up|lead-up) to"
    r"|look(?:s|ed|ing)? (?:forward|ahead) (?:at|to)|on the eve of|preparations? for|prepar(?:e|ing) for"
    r"|date (?:for|of)|prior to|(?:agreed|plan(?:s|ned)?) (?:on|for))"
    r"\s+(?:(?:a|an|another|his|her|its|my|our|the|their|this|your)\s+)?$",
    re.IGNORECASE,
)
# Governing verbs, by what they make of the contact.
PLANNED = frozenset(
    """
    about agree agreement anticipate arrange decide due expect forward intend intention look plan schedule set
    slate
    """.split()
)
PROPOSED = frozenset(
    """
    ask call invitation invite offer proposal propose readiness ready recommend request suggest urge
    willing willingness
    """.split()
)
HOPED = frozenset("desire hope like need refuse seek should wait want wish".split())
CALLED_OFF = frozenset("abandon call cancel scrap".split())
PUT_OFF = frozenset("delay postpone put reschedule".split())
# Talk of contacts in general, or of such as may never be.
HABIT = frozenset(
    """
    always annually constantly daily frequently monthly often regularly usually weekly yearly
    """.split()
)
GENERAL = frozenset(
    """
    additional any continued continuous each every frequent further importance increased many more most
    necessary new no potential possible regular such
    """.split()
)
SEVERAL = re.compile(
    r"\b(?:(?:a (?:number|series) of|many|multiple|numerous|several)"
    r" (?:\w+ ){0,3}?(?:calls|consultations|contacts|conversations|meetings|occasions|times|visits)"
    r"|repeatedly)\b",
    re.IGNORECASE,
)
