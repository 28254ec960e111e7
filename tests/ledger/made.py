"""Documents with interactions, made for tests of the ledger."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

from verbale.document import Document, Source
from verbale.layers import SIDE, Side
from verbale.ledger import Ledger
from verbale.records import (
    Actor,
    DocumentRecord,
    Evidence,
    Interaction,
    Place,
    Published,
    Record,
    document_id,
    identify,
)

Given = tuple[Document, tuple[Record, ...]]

STATES = {c: Actor(c, c, "state", c) for c in ("XAV", "XOR", "XUL")}
PEOPLE = {
    c: [Actor(f"person:{n}-{c.lower()}", n, "person", c, "President") for n in ("ada", "bo")]
    for c in STATES
}


def headed(
    text: str, published: str | None, side: str, name: str = "test", **fields: object
) -> tuple[Document, DocumentRecord]:
    """A document told by a side's publisher, and its own record."""
    document = Document(text, Source(name))
    document.put(SIDE, (Side(side),))
    ident = document_id(text, None)
    head = DocumentRecord(
        id=ident,
        document=ident,
        evidence=(),
        source=name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=Published(published, "header", "ok"),
        **fields,  # type: ignore[arg-type]  # varied per test
    )
    return document, head


def given(text: str, published: str | None, *told: dict[str, object], side: str = "XAV") -> Given:
    """A document with interactions that stand on the words under "quote", else on all."""
    document, head = headed(text, published, side)
    records: list[Record] = [head]
    for fields in told:
        row = dict(fields)
        quote = str(row.pop("quote", text))
        start = text.index(quote)
        base: dict[str, object] = {
            "document": head.id,
            "evidence": (Evidence(start, start + len(quote), quote),),
            "kind": "visit",
            "status": "held",
            "participants": (PEOPLE["XAV"][0], STATES["XOR"]),
            "confidence": 0.8,
        }
        records.append(identify(Interaction(**(base | row))))  # type: ignore[arg-type]  # varied
    return document, tuple(records)


def crowd(seed: int, count: int) -> list[Given]:
    """Documents of three states in three weeks, much the same and full of doubt."""
    rng = random.Random(seed)
    return [_one(rng, i) for i in range(count)]


def _one(rng: random.Random, number: int) -> Given:
    told = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        states = rng.sample(sorted(STATES), rng.choice((2, 2, 2, 3)))
        who = tuple(
            rng.choice(PEOPLE[s]) if rng.random() < 0.7 else STATES[s] for s in sorted(states)
        )
        first = rng.randint(1, 18)
        day = f"2031-05-{first:02}"
        told.append(
            {
                "kind": rng.choice(("call", "video-meeting", "meeting", "summit", "visit")),
                "status": rng.choice(("held", "held", "planned", "cancelled")),
                "date": rng.choice(
                    (day, day, day + "~", f"{day}/2031-05-{first + 6:02}", "2031-05~", None)
                ),
                "participants": who,
                "place": rng.choice((None, None, Place(None, states[0]))),
            }
        )
    weekday = rng.choice(("on Monday", "on Tuesday", "on Monday and Tuesday", "lately"))
    published = rng.choice(("2031", "2031-05-20", "2031-05"))
    copied = rng.randint(0, 5)
    body = " ".join(f"Line {i} of text {copied} by hand." for i in range(20))
    text = f"Account {number} of what was {weekday}. {body if rng.random() < 0.3 else ''}"
    return given(text, published, *told, side=rng.choice(sorted(STATES)))


# Five texts of one world: a plan, an undated visit, one call told by both sides, talks of others.
XOR, XUL = STATES["XOR"], STATES["XUL"]
MARO, DESSE = PEOPLE["XAV"][0], PEOPLE["XOR"][0]

PLAN = given(
    "Foreign Minister Maro will travel to Orvenia next week.",
    "2031-05-02",
    {"status": "planned", "date": "2031-05-05/2031-05-11"},
)
UNSETTLED = given(
    "Maro's visit to Orvenia on Monday and Tuesday opens a new page.", "2031", {"date": None}
)
CALL = given(
    "Maro and Desse spoke by telephone.",
    "2031-06-01",
    {"kind": "call", "date": "2031-06-01", "participants": (MARO, DESSE)},
)
SAME_CALL = given(
    "Oru Desse had a telephone conversation with Ilen Maro.",
    "2031-06-02",
    {"kind": "call", "date": "2031-06-02", "participants": (MARO, DESSE)},
    side="XOR",
)
THIRD = given(
    "Ulmar and Orvenia held talks.",
    "2031-06-01",
    {"kind": "meeting", "date": "2031-06-01", "participants": (XUL, XOR)},
)
ALL = (PLAN, UNSETTLED, CALL, SAME_CALL, THIRD)


def kept(path: Path, documents: tuple[Given, ...] | list[Given]) -> list[object]:
    with Ledger(path, create=True) as ledger:
        for document, records in documents:
            ledger.add(document, records, "v1")
        assert not list(ledger.check())
        return [list(ledger.world.events()), list(ledger.restamped.all())]
