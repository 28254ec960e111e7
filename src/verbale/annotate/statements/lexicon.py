"""Cues that the guide treats in a way of its own; lemmas, sorted."""

from __future__ import annotations

__all__ = ["ACTS", "PERFORMATIVE", "SAYING", "STANCE", "TOPIC"]

# Only the topic is told: no statement.
TOPIC = frozenset(
    ("address", "answer", "attend", "brief", "consider", "cover", "discuss", "elaborate")
    + ("exchange", "explore", "focus", "inform", "know", "meet", "raise", "respond", "review")
    + ("see", "sign", "talk", "think", "touch", "visit")
)
# With "to do" a commitment only.
ACTS = frozenset(
    ("agree", "aim", "commit", "decide", "intend", "plan", "pledge", "prepare", "promise", "refuse")
    + ("resolve", "seek", "undertake", "vow", "want", "wish")
)
# Bare, a position only.
STANCE = frozenset(("back", "favor", "favour", "oppose", "reject", "support", "uphold"))
# What makes a text in one's own voice a statement of its own.
PERFORMATIVE = frozenset(
    ("announce", "appeal", "applaud", "ask", "call", "commend", "condemn", "congratulate")
    + (
        "demand",
        "deplore",
        "express",
        "invite",
        "reaffirm",
        "reiterate",
        "remind",
        "stress",
        "tell",
    )
    + ("thank", "underline", "underscore", "urge", "warn", "welcome")
)
# Verbs of saying and thinking as the guide lists them, for sentences that the reader passed over.
SAYING = frozenset(
    (
        "acknowledge",
        "add",
        "affirm",
        "announce",
        "appreciate",
        "argue",
        "assert",
        "assess",
        "assure",
    )
    + ("believe", "call", "claim", "commend", "condemn", "congratulate", "convey", "declare")
    + ("denounce", "emphasise", "emphasize", "explain", "express", "highlight", "hope", "insist")
    + ("mention", "note", "praise", "reaffirm", "recall", "reiterate", "remind", "reply", "report")
    + ("say", "state", "stress", "suggest", "tell", "thank", "underline", "underscore", "urge")
    + ("voice", "warn", "welcome")
)
