"""Cues that the guide counts, by what they take; lemmas, sorted, and the forms made of them."""

from __future__ import annotations

__all__ = [
    "AGENTLESS",
    "CALLING",
    "CARRIER",
    "CERTAIN",
    "CLAUSAL",
    "CUES",
    "DIRECTIVE",
    "NOMINAL",
    "PERFORMATIVE",
    "TAGS",
    "TELLING",
    "THANKING",
    "TOLD",
    "TOPIC",
    "UNTOLD",
    "VIEW",
    "lemma_of",
]

# What is said is a clause: with "that" or without, a question, or a quotation.
CLAUSAL = frozenset(
    """
    acknowledge add admit affirm agree allege announce answer argue assert assess assure
    believe caution claim comment complain conclude concede confirm consider contend
    continue convey counter declare deny describe disclose emphasise emphasize estimate
    explain express find forecast highlight hope indicate insist lament maintain mention
    note observe pledge point post predict proclaim promise reaffirm reassure recall
    recognise recognize reconfirm reiterate remark remind repeat reply report respond reveal
    say signal speculate state stress suggest swear tell testify think tweet underline
    underscore urge voice vow warn write
    """.split()
)
# What is said may be told as a thing: "the importance of", "concern over".
NOMINAL = frozenset(
    """
    accuse acknowledge affirm announce applaud appreciate assess celebrate characterise
    characterize cite commend communicate condemn confirm convey criticise criticize
    decry demand denounce deplore describe dismiss emphasise emphasize encourage express hail
    highlight lament laud mourn note point praise propose reaffirm recall recognise
    rebut recognize reconfirm refute regret reiterate relay stress underline underscore voice
    welcome wish
    """.split()
)
# Somebody is moved to do something: "urged Xanadu to stop".
DIRECTIVE = frozenset(
    ("appeal", "ask", "call", "encourage", "implore", "invite", "request", "urge")
)
# "called for calm", "called on all to keep it"; a bare "called the president" is a telephone's.
CALLING = frozenset(("appeal", "call"))
# Cues only in the tag of a quotation: '"…", she summed up'.
TAGS = frozenset("chuckle clarify joke opine quip retort specify sum".split())
# Whom it is said to stands first, then for or on what.
THANKING = frozenset(("congratulate", "thank"))
# Whom it is said to stands first, then a clause.
TELLING = frozenset(("assure", "inform", "notify", "reassure", "remind", "tell", "warn"))
# Things that carry a clause of their own: the clause is what is said.
VIEW = frozenset(
    """
    assessment belief confidence conviction expectation fact hope idea opinion point
    understanding view
    """.split()
)
# With these verbs only such things make a statement.
CARRIER: dict[str, frozenset[str]] = {
    "bring": frozenset(("concern", "concerns", "importance", "need", "objection", "objections")),
    "exchange": frozenset(
        ("congratulation", "congratulations", "greeting", "greetings", "wish", "wishes")
    ),
    "extend": frozenset(
        ("condolence", "condolences", "congratulation", "congratulations", "gratitude")
        + ("greeting", "greetings", "sympathy", "thanks", "wish", "wishes")
    ),
    "offer": frozenset(
        ("condolence", "condolences", "congratulation", "congratulations", "sympathy", "thanks")
    ),
    "pay": frozenset(("tribute",)),
    "raise": frozenset(("concern", "concerns", "importance", "need", "objection", "objections")),
    "send": frozenset(("condolence", "condolences", "congratulation", "congratulations")),
    "share": frozenset(
        ("assessment", "concern", "concerns", "condolences", "conviction", "greetings", "opinion")
        + ("view", "wishes")
    ),
}
# Adjectives of one who thinks so: "is confident that", "was clear about".
CERTAIN = frozenset(
    ("certain", "clear", "confident", "convinced", "hopeful", "optimistic", "sure", "unanimous")
)
# Told without an agent: "it was noted that", "satisfaction was expressed".
AGENTLESS = frozenset(
    """
    affirm characterise characterize condemn confirm emphasise emphasize express
    highlight mention note point praise reaffirm recall recognise recognize reiterate
    say state stress underline underscore voice welcome
    """.split()
)
# Only the topic is told: no statement, and what a narrator tells next.
TOPIC = frozenset(
    """
    accept address agree answer approve attend brief come conclude consider coordinate
    cover discuss elaborate exchange explore focus hold include inform instruct join
    know lay meet outline present raise receive review see share sign speak talk task
    touch update visit
    """.split()
)
# Narrative verbs of meetings, beside those of topics.
TOLD = TOPIC | frozenset(
    """
    arrive begin brief commit continue decide depart end go greet have host lead leave
    make open pay place plan resolve start stop take undertake
    """.split()
)
# What meetings are told by: their subjects are the narrator's.
UNTOLD = frozenset(
    """
    adviser advisor agenda attention call consideration conversation consultation discussion dialogue
    emphasis event focus interlocutor issue leader meeting minister participant party
    president session side summit talk talks topic visit
    """.split()
)
# With nothing but the act: what makes a text in one's own voice a statement of its own.
PERFORMATIVE = frozenset(
    """
    affirm announce appeal applaud ask call commend condemn congratulate declare demand
    denounce deplore emphasise emphasize encourage express extend hail invite pay praise
    propose reaffirm reconfirm reiterate remind state stress tell thank underline underscore urge voice warn welcome
    """.split()
)

_IRREGULAR = {
    "bring": ("bringing", "brought"),
    "cite": ("cited", "citing"),
    "find": ("found",),
    "read": (),
    "have": ("had", "has", "having"),
    "lay": ("laid",),
    "make": ("made", "making"),
    "pay": ("paid",),
    "say": ("said",),
    "send": ("sent",),
    "speak": ("spoke", "spoken"),
    "take": ("took", "taken", "taking"),
    "tell": ("told",),
    "think": ("thought",),
    "write": ("wrote", "written", "writing"),
}
_DOUBLED = frozenset(("admit", "quip", "regret", "sum"))
CUES = (
    CLAUSAL
    | NOMINAL
    | DIRECTIVE
    | THANKING
    | TAGS
    | TELLING
    | frozenset(CARRIER)
    | frozenset(("make", "propose", "read", "take"))
)


def _forms(lemma: str) -> list[str]:
    """A regular verb's forms, with the irregular ones that are listed."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma in _DOUBLED:
        stem += lemma[-1]
    past = lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in "aeiou" else stem + "ed"
    third = (
        lemma[:-1] + "ies"
        if lemma.endswith("y") and lemma[-2] not in "aeiou"
        else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    )
    doing = lemma + "ing" if lemma.endswith("ee") else stem + "ing"
    return [lemma, third, past, doing, *_IRREGULAR.get(lemma, ())]


_LEMMAS = {form: lemma for lemma in sorted(CUES | TOLD) for form in _forms(lemma)}


def lemma_of(text: str) -> str | None:
    """The cue's or narrative verb's lemma of a written form, or None."""
    return _LEMMAS.get(text.lower())
