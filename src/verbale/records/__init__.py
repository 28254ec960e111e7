"""The typed records: what verbale knows, each tied to the words that it was read from.

Frozen; a record without evidence cannot be made. `id`s are derived from content, so the same text
gives the same ids on every machine and in every order of input. Dates are EDTF (ISO 8601-2:2019,
levels 0 and 1), states ISO 3166-1 alpha-3, money ISO 4217 in units, languages BCP 47.
"""

from __future__ import annotations

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
from verbale.records.coding import decode, document_id, encode, identify, json_schema, kind_of
from verbale.records.kinds import (
    KINDS,
    Agreement,
    Commitment,
    DocumentRecord,
    Interaction,
    Observation,
    Position,
    Record,
    Statement,
    Status,
    Target,
)
from verbale.records.parts import Actor, Change, Dateline, Place, Published, Rank, Warning_
from verbale.records.quoted import Evidence, evidence, evidence_of

__all__ = [
    "KINDS",
    "Act",
    "Actor",
    "Agreement",
    "Change",
    "Commitment",
    "Dateline",
    "DocumentRecord",
    "Evidence",
    "Force",
    "GenreCode",
    "Interaction",
    "InteractionKind",
    "InteractionStatus",
    "Manner",
    "Observation",
    "Place",
    "Position",
    "Published",
    "Rank",
    "Record",
    "Stance",
    "Statement",
    "Status",
    "StatusAct",
    "Target",
    "Warning_",
    "decode",
    "document_id",
    "encode",
    "evidence",
    "evidence_of",
    "identify",
    "json_schema",
    "kind_of",
]
