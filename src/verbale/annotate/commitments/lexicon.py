"""Words of undertaking; lemmas, sorted."""

from __future__ import annotations

__all__ = ["AGREED", "CONTACT", "OBLIGED", "PLEDGED", "PROPOSED", "READY", "READY_VERBS", "URGED"]

AGREED = frozenset(("agree", "arrange", "decide", "resolve"))
PLEDGED = frozenset(
    ("commit", "guarantee", "intend", "pledge", "plan", "promise", "undertake", "vow")
)
READY = frozenset(("eager", "prepared", "ready", "willing"))
READY_VERBS = frozenset(("hope", "stand", "want", "wish"))
PROPOSED = frozenset(("propose", "recommend", "suggest"))
URGED = frozenset(("appeal", "call", "demand", "encourage", "invite", "press", "request", "urge"))
OBLIGED = frozenset(("must", "ought", "should"))
# A coming contact is an interaction, not a commitment.
CONTACT = frozenset(("arrive", "attend", "host", "meet", "travel", "visit"))
