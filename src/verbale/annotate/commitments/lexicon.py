"""Words of undertaking; lemmas, sorted."""

from __future__ import annotations

from verbale.records import Force

__all__ = [
    "ACTIONS",
    "AGENDA",
    "AGREED",
    "ALL",
    "CARRIED",
    "CONTACT",
    "CONTACTS",
    "GIVEN",
    "GIVING",
    "GUESSED",
    "HANDED",
    "INVITED",
    "MET",
    "MINDED",
    "OBLIGED",
    "PLEDGED",
    "PLEDGED_STATES",
    "PROPOSED",
    "READY",
    "READY_VERBS",
    "STANDS",
    "STATIVE",
    "TALK",
    "TASKED",
    "TOLD",
    "URGED",
    "WANTED",
]

AGREED = frozenset(("agree", "arrange", "decide", "resolve", "undertake"))
# "The two leaders instructed their teams to …".
TASKED = frozenset(("direct", "instruct", "mandate", "task"))
PLEDGED = frozenset(
    ("commit", "guarantee", "intend", "pledge", "plan", "promise", "swear", "undertake", "vow")
)
# Adjectives and participles that pledge: "is committed to deepening", "is determined to".
PLEDGED_STATES = frozenset(("committed", "dedicated", "determined", "resolved"))
READY = frozenset(("glad", "interested", "keen", "open", "prepared", "ready", "willing"))
# Verbs of one's own readiness, and what must follow them.
READY_VERBS: dict[str, str] = {
    "hope": "to",
    "like": "to",
    "look": "forward",
    "offer": "to",
    "want": "to",
    "wish": "to",
}
PROPOSED = frozenset(("propose", "recommend", "suggest"))
INVITED = frozenset(("invite",))
URGED = frozenset(
    ("appeal", "ask", "call", "demand", "encourage", "exhort", "implore", "insist", "press")
    + ("request", "urge")
)
# What another is wanted to do is asked of it.
WANTED = frozenset(("expect", "want"))
OBLIGED = frozenset(("must", "ought", "should"))
# Subjects that mean everybody, the speaker among them: what they should do is proposed.
ALL = frozenset(
    ("all", "both", "country", "everybody", "everyone", "nation", "side", "state", "those")
    + ("we",)
)
# A coming contact is an interaction, not a commitment.
CONTACT = frozenset(
    ("arrive", "attend", "come", "convene", "host", "interact", "meet", "represent", "see", "speak")
    + ("talk", "travel", "visit")
)
# What one meets without a contact.
MET = frozenset(
    ("challenge", "commitment", "condition", "deadline", "demand", "goal", "need", "obligation")
    + ("requirement", "responsibility", "standard", "target")
)
# What sides that meet will do: the contact's agenda, which a text announces.
AGENDA = frozenset(
    ("consult", "cover", "debate", "discuss", "exchange", "focus", "raise", "review", "sign")
    + ("take", "touch")
)
# Nouns of contact, which one holds, pays or has.
CONTACTS = frozenset(("call", "conversation", "meeting", "summit", "talk", "visit"))
# What one guesses, one does not undertake.
GUESSED = frozenset(
    ("believe", "certain", "confident", "convince", "convinced", "doubt", "expect", "guess", "hope")
    + ("hopeful", "imagine", "mean", "suppose", "sure", "suspect", "think")
)
# What is no deed: nobody is asked for it or bound to it.
MINDED = frozenset(
    (
        "admit",
        "bear",
        "expect",
        "feel",
        "know",
        "realise",
        "realize",
        "recall",
        "remember",
        "see",
        "think",
    )
    + ("understand",)
)
# What is told, not done: "will release further information".
TOLD = frozenset(("announcement", "detail", "information", "statement", "update"))
# Verbs and things by which help is promised: "announced a new package of assistance".
GIVING = frozenset(("allocate", "announce", "approve", "authorise", "authorize", "earmark"))
HANDED = frozenset(("deliver", "donate", "provide", "send", "supply", "transfer"))
GIVEN = frozenset(
    ("aid", "assistance", "credit", "donation", "drawdown", "funding", "grant", "loan", "package")
    + ("tranche",)
)
# Verbs and their prepositions that take a stand: "will stand with" is no course of action.
STANDS = frozenset((("stand", "behind"), ("stand", "by"), ("stand", "with")))
# What is no course of action: states, gains and losses, which "will" only foretells.
STATIVE = frozenset(
    ("agree", "arise", "be", "become", "begin", "benefit", "bring", "come", "depend")
    + ("determine", "face", "fail", "feel", "find", "get", "happen", "have", "know")
    + ("last", "lead", "like", "look", "lose", "mark", "mean", "need", "occur", "pay")
    + ("prove", "regret", "remain", "remember", "result", "see", "start", "suffer")
    + ("think", "understand", "want", "win")
)
# What one says one would like to say.
TALK = frozenset(
    (
        "add",
        "address",
        "affirm",
        "announce",
        "ask",
        "assure",
        "begin",
        "bring",
        "comment",
        "conclude",
        "congratulate",
    )
    + ("convey", "declare", "draw", "dwell", "emphasise", "emphasize", "express", "extend")
    + ("focus", "hear", "inform", "introduce", "know", "make", "mention", "note", "point")
    + (
        "quote",
        "reaffirm",
        "recall",
        "refer",
        "reiterate",
        "report",
        "remind",
        "repeat",
        "say",
        "see",
    )
    + ("share", "start", "state", "stress", "talk", "tell", "thank", "touch", "underline")
    + ("underscore", "welcome", "wish")
)
# Nouns of undertaking: "reaffirmed its readiness to", "X's pledge to".
CARRIED: dict[str, Force] = {
    "appeal": "urged",
    "call": "urged",
    "commitment": "pledged",
    "dedication": "pledged",
    "demand": "urged",
    "desire": "ready",
    "determination": "pledged",
    "eagerness": "ready",
    "intent": "pledged",
    "intention": "pledged",
    "initiative": "proposed",
    "interest": "ready",
    "offer": "ready",
    "pledge": "pledged",
    "promise": "pledged",
    "proposal": "proposed",
    "readiness": "ready",
    "resolve": "pledged",
    "willingness": "ready",
}
# Actions in the shape of nouns: committed to these, one undertakes; to others one takes a stand.
ACTIONS = frozenset(
    ("action", "collaboration", "consultation", "contact", "continuation", "cooperation")
    + ("coordination", "dialogue", "effort", "engagement", "implementation", "partnership", "work")
)
