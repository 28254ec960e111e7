"""A ledger that we write: three texts of Avaria and two of Orvenia, their records by hand."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ledger.made import Given, headed

import program
from verbale.ledger import Ledger
from verbale.records import (
    Actor,
    Agreement,
    Commitment,
    Evidence,
    Interaction,
    Observation,
    Position,
    Record,
    Statement,
    Status,
    Target,
    identify,
)

MARO = Actor("person:ilen-maro", "Ilen Maro", "person", "XAV", "Foreign Minister")
DESSE = Actor("person:oru-desse", "Oru Desse", "person", "XOR", "Foreign Minister")
XAV = Actor("XAV", "Avaria", "state", "XAV")
XOR = Actor("XOR", "Orvenia", "state", "XOR")

Told = tuple[type[Record], str, dict[str, object]]


def written(
    text: str, published: str, side: str, *told: Told, genre: str = "readout", name: str = "t"
) -> Given:
    """A document with records, each (type, the words it stands on, fields)."""
    document, head = headed(text, published, side, name, title=text.split(".")[0], genre=genre)
    records: list[Record] = [head]
    for kind, quote, fields in told:
        start = text.index(quote)
        words = (Evidence(start, start + len(quote), quote),)
        rest = dict(fields)
        if kind is Statement:
            rest = {"manner": "indirect", "content": words, **rest}
        records.append(identify(kind(document=head.id, evidence=words, confidence=0.8, **rest)))  # type: ignore[arg-type]  # varied
    return document, tuple(records)


BOTH = {"parties": (XAV, XOR)}
TRADE = {"indicator": "bilateral-trade", "unit": "USD", **BOTH}
LABEL = "strategic partnership for a new era"
TREATY = "Treaty of Good Neighbourliness"

PLAN = written(
    "Maro goes to Orvenia in May. Avaria supports the open sea lanes.",
    "2031-04-28",
    "XAV",
    (
        Interaction,
        "Maro goes to Orvenia in May",
        {
            "kind": "visit",
            "status": "planned",
            "date": "2031-05-05/2031-05-11",
            "participants": (MARO, XOR),
        },
    ),
    (
        Position,
        "Avaria supports the open sea lanes",
        {"holders": (XAV,), "stance": "supports", "issue": "the open sea lanes"},
    ),
    name="plan",
)
VISIT = written(
    "Maro visited Meris on 6 May 2031. Both sides praised their strategic partnership for a new"
    " era. Trade is to reach 20 billion dollars a year by 2033. The Treaty of Good Neighbourliness"
    " was signed in 2021. Maro said that the sea lanes stay open.",
    "2031-05-07",
    "XAV",
    (
        Interaction,
        "Maro visited Meris on 6 May 2031",
        {"kind": "visit", "status": "held", "date": "2031-05-06", "participants": (MARO, DESSE)},
    ),
    (Status, LABEL, {"label": LABEL, "act": "reaffirmed", "date": "2031-05-06", **BOTH}),
    (
        Target,
        "Trade is to reach 20 billion dollars a year by 2033",
        {"value": 2e10, "per": "year", "due": "2033", **TRADE},
    ),
    (
        Agreement,
        TREATY,
        {"name": TREATY, "act": "signed", "date": "2021", "signed": "2021", **BOTH},
    ),
    (Statement, "the sea lanes stay open", {"speakers": (MARO,), "date": "2031-05-06"}),
    name="visit",
)
THEIRS = written(
    "Minister Desse received Ilen Maro on 7 May. Trade stood at 19 billion dollars in 2030."
    " Orvenia opposes the open sea lanes. The partnership in the new era is strategic.",
    "2031-05-08",
    "XOR",
    (
        Interaction,
        "Minister Desse received Ilen Maro on 7 May",
        {"kind": "visit", "status": "held", "date": "2031-05-07", "participants": (MARO, DESSE)},
    ),
    (
        Observation,
        "Trade stood at 19 billion dollars in 2030",
        {"value": 1.9e10, "period": "2030", **TRADE},
    ),
    (
        Position,
        "Orvenia opposes the open sea lanes",
        {"holders": (XOR,), "stance": "opposes", "issue": "open sea lanes"},
    ),
    (
        Status,
        "partnership in the new era is strategic",
        {"label": "strategic partnership in the new era", "act": "reaffirmed", **BOTH},
    ),
    name="theirs",
)
TURN = written(
    "Trade was 18.2 billion dollars in 2030, Maro said. Avaria now opposes the open sea lanes and"
    " pledges to clear the harbour.",
    "2032-02-01",
    "XAV",
    (
        Observation,
        "Trade was 18.2 billion dollars in 2030",
        {"value": 1.82e10, "period": "2030", **TRADE},
    ),
    (Statement, "Trade was 18.2 billion dollars in 2030", {"speakers": (MARO,)}),
    (
        Position,
        "Avaria now opposes the open sea lanes",
        {"holders": (XAV,), "stance": "opposes", "issue": "the open sea lanes"},
    ),
    (
        Commitment,
        "pledges to clear the harbour",
        {"by": (XAV,), "action": "clear the harbour", "force": "pledged"},
    ),
    name="turn",
)
ALL = (PLAN, VISIT, THEIRS, TURN)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def fill(path: Path, documents: tuple[Given, ...] | list[Given] = ALL, version: str = "v1") -> Path:
    """A ledger with these documents."""
    with Ledger(path, create=True) as ledger:
        for document, records in documents:
            ledger.add(document, records, version)
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the program in a folder of its own, as people do."""

    def verbale(*args: str) -> subprocess.CompletedProcess[str]:
        return program.run(*args, cwd=tmp_path)

    return verbale


@pytest.fixture
def written_ledger() -> Callable[..., Path]:
    """`fill`: a ledger at a path with some of the documents, in some order."""
    return fill


@pytest.fixture
def documents() -> dict[str, Given]:
    """The documents by name."""
    return {d.source.path: (d, r) for d, r in ALL}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The default ledger of the folder, filled."""
    return fill(tmp_path / "verbale.db")
