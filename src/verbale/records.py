"""The typed records: what verbale knows, each tied to the words that it was read from.

Frozen; a record without evidence cannot be made. `id`s are derived from content, so the same text
gives the same ids on every machine and in every order of input. Dates are EDTF (ISO 8601-2:2019,
levels 0 and 1), states ISO 3166-1 alpha-3, money ISO 4217 in units, languages BCP 47.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from verbale.document import Document, Span
from verbale.errors import EvidenceError

__all__ = [
    "KINDS",
    "Actor",
    "Agreement",
    "Change",
    "Commitment",
    "Dateline",
    "DocumentRecord",
    "Evidence",
    "Interaction",
    "Observation",
    "Place",
    "Position",
    "Published",
    "Rank",
    "Record",
    "Statement",
    "Status",
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


class Evidence(msgspec.Struct, frozen=True, order=True):
    """Exact words: `text[start:end] == quote`, offsets in code points of the given text."""

    start: int
    end: int
    quote: str


def evidence(document: Document, *spans: Span | tuple[int, int]) -> tuple[Evidence, ...]:
    """Evidence of the given spans, trimmed of white space, without repetitions, best first.

    Raises `EvidenceError` when nothing is left.
    """
    found: dict[Evidence, None] = {}
    for span in spans:
        start, end = (span.start, span.end) if isinstance(span, Span) else span
        trimmed = document.trim(start, end)
        if trimmed is not None:
            found[Evidence(trimmed.start, trimmed.end, document.quote(trimmed))] = None
    if not found:
        raise EvidenceError("a record needs evidence, and these spans hold no words")
    return tuple(found)


def evidence_of(document: Document, items: Iterable[Any]) -> tuple[Evidence, ...]:
    """Evidence of anything with `start` and `end`."""
    return evidence(document, *((i.start, i.end) for i in items))


class Actor(msgspec.Struct, frozen=True, order=True):
    """A state, person or organization; `state` is the one that a person or office acts for."""

    id: str
    name: str
    kind: Literal["state", "person", "organization"]
    state: str | None = None
    role: str | None = None


class Place(msgspec.Struct, frozen=True):
    """Where: the name as the text gives it, and the country's alpha-3."""

    name: str | None = None
    country: str | None = None


class Published(msgspec.Struct, frozen=True):
    """The document's date, what it rests on, and how sure it is."""

    date: str | None
    basis: Literal["header", "dateline", "url", "metadata", "inferred"]
    status: Literal["ok", "ambiguous", "inferred", "conflict", "missing"]
    conflicts: tuple[str, ...] = ()


class Dateline(msgspec.Struct, frozen=True):
    """Place and date that open an agency report."""

    place: str | None = None
    date: str | None = None


class Warning_(msgspec.Struct, frozen=True):
    """What a reader of the document should know about its state."""

    code: Literal[
        "missing-date",
        "date-conflict",
        "repeated-body",
        "boilerplate",
        "run-on-sentences",
        "truncated",
        "not-a-text",
        "unsupported-language",
        "near-duplicate-of",
    ]
    message: str
    evidence: tuple[Evidence, ...] = ()


class Change(msgspec.Struct, frozen=True):
    """A change of `percent` against a period (EDTF)."""

    percent: float
    against: str | None = None


class Rank(msgspec.Struct, frozen=True):
    """A rank: "largest trading partner", since when, how many years in a row."""

    label: str
    since: str | None = None
    years: int | None = None


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

_AnyRecord = (
    DocumentRecord
    | Interaction
    | Statement
    | Position
    | Commitment
    | Target
    | Observation
    | Agreement
    | Status
)
_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(_AnyRecord)

_PREFIX = {
    "document": "doc",
    "interaction": "int",
    "statement": "sta",
    "position": "pos",
    "commitment": "com",
    "target": "tar",
    "observation": "obs",
    "agreement": "agr",
    "status": "rel",
}


def kind_of(record: Record) -> str:
    """The record's kind as RECORDS.md names it."""
    return str(record.__struct_config__.tag)


def document_id(text: str, source_id: str | None = None) -> str:
    """The id of a document: of its text, and of the id that the input gave (two given ids are two)."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    if source_id is not None:
        digest.update(b"\0" + source_id.encode("utf-8", "surrogatepass"))
    return "doc_" + digest.hexdigest()[:16]


def identify(record: Record) -> Record:
    """The record with its content-derived id; confidence takes no part in it."""
    bare = msgspec.structs.replace(record, id="", confidence=0.0)
    digest = hashlib.sha256(_ENCODER.encode(bare)).hexdigest()[:16]
    return msgspec.structs.replace(record, id=f"{_PREFIX[kind_of(record)]}_{digest}")


def encode(record: Record) -> bytes:
    """One JSON object, `record` first, without a line end."""
    return msgspec.json.encode(record)


def decode(line: bytes | str) -> Record:
    """A record from its JSON; `msgspec.ValidationError` names the path of what is wrong."""
    return _DECODER.decode(line)


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of `verbale read --format jsonl`."""
    return msgspec.json.schema(_AnyRecord)
