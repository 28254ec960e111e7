"""Words of stance; lemmas, sorted."""

from __future__ import annotations

from verbale.records import Stance

__all__ = [
    "ACCEPTED",
    "ACTIONS",
    "CARRIED",
    "COURTESIES",
    "DENIED",
    "DENIED_TO",
    "FIRM",
    "FORBIDDEN",
    "GOVERNORS",
    "GRATEFUL",
    "MATERIAL",
    "OPPOSES",
    "PREDICATES",
    "PREPOSITIONS",
    "PRINCIPLES",
    "REFUSED",
    "RESOLVES",
    "SELVES",
    "STANDS",
    "SUPPORTS",
    "THANKED",
    "TURNED",
    "UNCERTAIN",
    "UPHELD",
    "WELCOMES",
]

SUPPORTS = frozenset(
    ("advocate", "applaud", "appreciate", "back", "champion", "commend", "defend", "embrace")
    + ("endorse", "favor", "favour", "hail", "respect", "second", "support", "uphold", "welcome")
)
OPPOSES = frozenset(
    ("condemn", "decry", "denounce", "deplore", "oppose", "refuse", "reject", "repudiate", "slam")
)
# Verbs that hold a stance with a preposition: "stands for", "adheres to", "objects to".
STANDS: dict[tuple[str, str], Stance] = {
    ("abstain", "from"): "neutral",
    ("abstain", "in"): "neutral",
    ("abstain", "on"): "neutral",
    ("adhere", "to"): "supports",
    ("come", "against"): "opposes",
    ("object", "to"): "opposes",
    ("protest", "against"): "opposes",
    ("speak", "against"): "opposes",
    ("stand", "against"): "opposes",
    ("stand", "behind"): "supports",
    ("stand", "by"): "supports",
    ("stand", "for"): "supports",
    ("stand", "with"): "supports",
    ("vote", "against"): "opposes",
    ("vote", "for"): "supports",
}
# "will never allow", "cannot accept": denied, they oppose.
DENIED = frozenset(("accept", "allow", "condone", "permit", "recognise", "recognize", "tolerate"))
DENIED_TO = frozenset(("agree", "consent", "submit", "yield"))
# "is firm in upholding".
FIRM = frozenset(("firm", "resolute", "steadfast", "united", "unwavering"))
# What another "can never" or "must not" do: said so, it is opposed.
FORBIDDEN = frozenset(("acquire", "develop", "get", "have", "obtain", "possess"))
# What is called so, or not so, is opposed.
ACCEPTED = frozenset(("acceptable", "admissible"))
REFUSED = frozenset(("impermissible", "inadmissible", "intolerable", "unacceptable"))
# Nouns of stance and the prepositions that lead to the issue.
CARRIED: dict[str, Stance] = {
    "adherence": "supports",
    "appreciation": "supports",
    "backing": "supports",
    "commitment": "supports",
    "condemnation": "opposes",
    "endorsement": "supports",
    "inadmissibility": "opposes",
    "objection": "opposes",
    "opposition": "opposes",
    "rejection": "opposes",
    "solidarity": "supports",
    "support": "supports",
    "unacceptability": "opposes",
}
# Adjectives and nouns behind "to be", and participles: "is opposed to", "was a proponent of".
PREDICATES: dict[str, Stance] = {
    "advocate": "supports",
    "champion": "supports",
    "commit": "supports",
    "committed": "supports",
    "defender": "supports",
    "opponent": "opposes",
    "oppose": "opposes",
    "opposed": "opposes",
    "proponent": "supports",
    "supporter": "supports",
    "supportive": "supports",
}
# "is against", "is in favour of": the case word of what is said of the holder.
PREPOSITIONS: dict[str, Stance] = {"against": "opposes", "favor": "supports", "favour": "supports"}
# Verbs above an infinitive or gerund that leave its stance the subject's own.
GOVERNORS = frozenset(
    ("affirm", "be", "commit", "committed", "continue", "determine", "determined", "go", "keep")
    + ("pledge", "position", "promise", "reaffirm", "remain", "resolve", "unite", "vow")
)
# Nouns above an infinitive that do so too: "its commitment to support X".
RESOLVES = frozenset(("commitment", "determination", "intention", "resolve"))
# Auxiliaries under which a stance is not taken.
UNCERTAIN = frozenset(("can", "could", "may", "might", "should", "would"))
# Where a commitment is to these, and not to doing something, it is a stand on them.
PRINCIPLES = frozenset(
    ("accord", "agreement", "alliance", "approach", "charter", "communique", "communiqué")
    + ("convention", "course", "defence", "defense", "democracy", "denuclearisation")
    + ("denuclearization", "diplomacy", "freedom", "goal", "idea", "independence", "integrity")
    + ("law", "multilateralism", "non-proliferation", "nonproliferation", "norm", "order", "peace")
    + ("policy", "position", "principle", "purpose", "respect", "right", "rule", "security")
    + ("settlement", "solution", "sovereignty", "treaty", "value", "vision")
)
# Actions in the shape of nouns: committed to these, one undertakes.
ACTIONS = frozenset(
    ("action", "collaboration", "consultation", "contact", "continuation", "cooperation")
    + ("coordination", "dialogue", "effort", "engagement", "implementation", "partnership", "work")
)
# Objects of welcome and thanks that are courtesies: persons, visits, what a host gave.
COURTESIES = frozenset(
    ("ambassador", "chance", "colleague", "delegation", "everyone", "friend", "guest")
    + ("him", "hospitality", "invitation", "investor", "leader", "minister")
    + ("opportunity", "people", "pleasure", "president", "reception", "secretary")
    + ("service", "strength", "student", "talent", "them", "us", "visit", "visitor")
    + ("welcome", "you")
)
# Under these verbs support and help are thanked for, which is a courtesy too.
GRATEFUL = frozenset(("appreciate", "appreciation", "thank"))
THANKED = frozenset(("assistance", "backing", "contribution", "help", "support", "time"))
# What is given, not stood for: "military support", "budget support".
MATERIAL = frozenset(
    ("budget", "budgetary", "defence", "defense", "development", "economic", "financial", "fiscal")
    + ("humanitarian", "logistical", "macro-financial", "material", "medical", "military")
    + ("technical",)
)
# "Defends itself" is no stance.
SELVES = frozenset(("country", "herself", "himself", "itself", "land", "ourselves", "themselves"))
# What a negation makes of a stance.
TURNED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports", "neutral": "neutral"}
# Verbs whose object may be a courtesy.
WELCOMES = frozenset(("applaud", "appreciate", "commend", "hail", "welcome"))
# What one does for a principle: "will", it is a course of action.
UPHELD = frozenset(("defend", "respect", "uphold"))
