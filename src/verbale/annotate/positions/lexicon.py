"""Words of stance; lemmas, sorted."""

from __future__ import annotations

from verbale.records import Stance

__all__ = ["ADJECTIVES", "CARRIED", "COURTESIES", "NEVER", "OPPOSES", "SUPPORTS"]

SUPPORTS = frozenset(
    ("advocate", "appreciate", "back", "champion", "defend", "endorse", "favor", "favour")
    + ("support", "uphold", "welcome")
)
OPPOSES = frozenset(
    ("condemn", "denounce", "deplore", "oppose", "refuse", "reject", "resist", "slam")
)
# Nouns of stance, told by a verb: "reiterated his support for".
CARRIED: dict[str, Stance] = {
    "appreciation": "supports",
    "backing": "supports",
    "commitment": "supports",
    "condemnation": "opposes",
    "endorsement": "supports",
    "opposition": "opposes",
    "rejection": "opposes",
    "solidarity": "supports",
    "support": "supports",
}
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
