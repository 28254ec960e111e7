"""The records themselves."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.errors import EvidenceError
from verbale.records.codes import (
    Act,
    Force,
    GenreCode,
    InteractionKind,
    InteractionStatus,
    Manner,
    Stance,
    StatusAct,
)
from verbale.records.parts import Actor, Change, Dateline, Place, Published, Rank, Warning_
from verbale.records.quoted import Evidence

__all__ = [
    "KINDS",
    "Agreement",
    "Commitment",
    "DocumentRecord",
    "Interaction",
    "Observation",
    "Position",
    "Record",
    "Statement",
    "Status",
    "Target",
]


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", tag=True):
    """What every record has. `id` is set by `identify`."""

    id: str = ""
    document: str
    evidence: tuple[Evidence, ...]
    confidence: float = 0.5

    def __post_init__(self) -> None:
        if not self.evidence and type(self) is not DocumentRecord:
            raise EvidenceError(f"a {type(self).__name__.lower()} without evidence")


class DocumentRecord(Record, frozen=True, kw_only=True, tag="document"):
    """One text, once. `document` repeats the id, so that joins need no special case."""

    source: str
    sha256: str
    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: Published
    dateline: Dateline | None = None
    source_id: str | None = None
    genre: GenreCode = "other"
    language: str | None = None
    warnings: tuple[Warning_, ...] = ()


class Interaction(Record, frozen=True, kw_only=True, tag="interaction"):
    """Two or more sides in contact."""

    kind: InteractionKind
    status: InteractionStatus
    date: str | None = None
    basis: str | None = None
    place: Place | None = None
    participants: tuple[Actor, ...] = ()
    host: Actor | None = None
    visitor: Actor | None = None
    occasion: str | None = None
    count: str | None = None
    initiator: Actor | None = None


class Statement(Record, frozen=True, kw_only=True, tag="statement"):
    """Somebody says something. `claimed_by`: the state whose publisher tells it."""

    speakers: tuple[Actor, ...]
    manner: Manner
    cue: str | None = None
    content: tuple[Evidence, ...]
    addressee: Actor | None = None
    date: str | None = None
    basis: str | None = None
    occasion: str | None = None
    claimed_by: str | None = None


class Position(Record, frozen=True, kw_only=True, tag="position"):
    """An actor's stand on an issue."""

    holders: tuple[Actor, ...]
    stance: Stance
    issue: str
    toward: tuple[Actor, ...] = ()
    statement: str | None = None


class Commitment(Record, frozen=True, kw_only=True, tag="commitment"):
    """An actor undertakes, offers or asks for a course of action."""

    by: tuple[Actor, ...]
    to: tuple[Actor, ...] = ()
    action: str
    due: str | None = None
    force: Force


class Target(Record, frozen=True, kw_only=True, tag="target"):
    """A number to be reached."""

    indicator: str
    parties: tuple[Actor, ...] = ()
    value: float | None = None
    unit: str | None = None
    per: Literal["year", "once"] | None = None
    due: str | None = None


class Observation(Record, frozen=True, kw_only=True, tag="observation"):
    """A number that was reached."""

    indicator: str
    parties: tuple[Actor, ...] = ()
    value: float | None = None
    unit: str | None = None
    period: str | None = None
    change: Change | None = None
    rank: Rank | None = None


class Agreement(Record, frozen=True, kw_only=True, tag="agreement"):
    """A treaty or another named instrument, and one act on it. `signed` is a year."""

    name: str
    parties: tuple[Actor, ...] = ()
    act: Act
    date: str | None = None
    signed: str | None = None


class Status(Record, frozen=True, kw_only=True, tag="status"):
    """The name of the relationship itself."""

    label: str
    parties: tuple[Actor, ...] = ()
    act: StatusAct
    date: str | None = None
    since: str | None = None


KINDS: dict[str, type[Record]] = {
    "document": DocumentRecord,
    "interaction": Interaction,
    "statement": Statement,
    "position": Position,
    "commitment": Commitment,
    "target": Target,
    "observation": Observation,
    "agreement": Agreement,
    "status": Status,
}
