"""The closed lists of codes that fields take."""

from __future__ import annotations

from typing import Literal

__all__ = [
    "Act",
    "Force",
    "GenreCode",
    "InteractionKind",
    "InteractionStatus",
    "Manner",
    "Stance",
    "StatusAct",
]

InteractionKind = Literal[
    "visit",
    "meeting",
    "call",
    "video-meeting",
    "message",
    "summit",
    "conference",
    "ceremony",
    "signing",
    "exercise",
    "other",
]
InteractionStatus = Literal["planned", "held", "cancelled", "postponed", "proposed"]
Manner = Literal["direct", "mixed", "indirect", "joint"]
Stance = Literal["supports", "opposes", "neutral"]
Force = Literal["agreed", "pledged", "ready", "proposed", "urged"]
Act = Literal[
    "signed",
    "issued",
    "ratified",
    "in-force",
    "renewed",
    "agreed-to-renew",
    "anniversary",
    "proposed",
    "suspended",
    "terminated",
    "cited",
]
StatusAct = Literal["established", "upgraded", "reaffirmed", "downgraded", "suspended"]
GenreCode = Literal[
    "report",
    "readout",
    "statement",
    "speech",
    "commentary",
    "editorial",
    "transcript",
    "press-conference",
    "joint-statement",
    "log",
    "other",
]
