"""Words of stance; lemmas, sorted."""

from __future__ import annotations

from verbale.records import Stance

__all__ = ["ADJECTIVES", "COURTESIES", "NEVER", "NOUNS", "OPPOSES", "SUPPORTS"]

SUPPORTS = frozenset(
    ("advocate", "appreciate", "back", "champion", "defend", "endorse", "favor", "favour")
    + ("support", "uphold", "welcome")
)
OPPOSES = frozenset(
    ("condemn", "denounce", "deplore", "oppose", "refuse", "reject", "resist", "slam")
)
# Verbs that carry a noun of stance: "express support", "voice opposition".
NOUNS = frozenset(("declare", "express", "have", "offer", "reaffirm", "reiterate", "voice"))
# "will never allow", "cannot accept": denied, they oppose.
NEVER = frozenset(("accept", "allow", "permit", "recognise", "recognize", "tolerate"))
ADJECTIVES: dict[str, Stance] = {
    "against": "opposes",
    "committed": "supports",
    "opposed": "opposes",
    "proponent": "supports",
}
# Welcoming a person or a courtesy is no position.
COURTESIES = frozenset(
    ("delegation", "guest", "him", "president", "minister", "you", "visit", "hospitality")
)
