"""Words of undertaking; lemmas, sorted."""

from __future__ import annotations

from verbale.records import Force

__all__ = [
    "AGREED",
    "CARRIED",
    "CONTACT",
    "OBLIGED",
    "PLEDGED",
    "PROPOSED",
    "READY",
    "READY_VERBS",
    "URGED",
]

AGREED = frozenset(("agree", "arrange", "decide", "resolve"))
PLEDGED = frozenset(
    ("commit", "guarantee", "intend", "pledge", "plan", "promise", "undertake", "vow")
)
READY = frozenset(("eager", "prepared", "ready", "willing"))
READY_VERBS = frozenset(("stand",))
PROPOSED = frozenset(("propose", "recommend", "suggest"))
URGED = frozenset(("appeal", "call", "demand", "encourage", "invite", "press", "request", "urge"))
OBLIGED = frozenset(("must", "ought", "should"))
# A coming contact is an interaction, not a commitment.
CONTACT = frozenset(("arrive", "attend", "host", "meet", "travel", "visit"))
# Nouns of undertaking, told by a verb: "reaffirmed its readiness to".
CARRIED: dict[str, Force] = {
    "commitment": "pledged",
    "dedication": "pledged",
    "determination": "pledged",
    "intention": "pledged",
    "readiness": "ready",
    "resolve": "pledged",
    "willingness": "ready",
}
