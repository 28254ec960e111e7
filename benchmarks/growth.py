"""What one more document costs as the ledger grows: generated records, no reading.

    python benchmarks/growth.py [--sizes 1000 10000 100000] [--next 100] [--seed 1] [--folder .]

Documents of 40 states over 25 years (a few pairs of states hold most of the contacts), each with a
text of 200 words, three interactions on days of the week and three statements. At each size the next documents are
timed. A hundred thousand take some minutes and 2 GB of the disk that has the temporary folder, or
`--folder`. Prints one JSON object as the last line: per size milliseconds of wall and of processor
time a document, and events.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import random
import tempfile
import time
from pathlib import Path
from typing import Any

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
    Statement,
    document_id,
    identify,
)

STATES = [f"X{a}{b}" for a in "ABCD" for b in "ABCDEFGHIJ"]
KINDS = ("call", "meeting", "visit", "video-meeting", "message")
START = datetime.date(2001, 1, 1)


def person(rng: random.Random, state: str) -> Actor:
    """One of three persons who act for a state, or the state itself."""
    number = rng.choice((0, 0, 1, 2, 3))
    if number == 3:
        return Actor(state, state, "state", state)
    return Actor(
        f"person:p{number}-{state.lower()}", f"{'ABC'[number]}son of {state}", "person", state
    )


def document(rng: random.Random, number: int) -> tuple[Document, list[Record]]:
    """A text with its records; each contact stands on a sentence that names a day of the week."""
    weights = [1 / (i + 1) for i in range(len(STATES))]
    day = START + datetime.timedelta(rng.randrange(25 * 365))
    words = [f"w{min(int(rng.paretovariate(0.6)), 30000)}" for _ in range(200)]
    contacts = [contact(rng, day, weights) for _ in range(3)]
    text = f"Text {number}. " + " ".join([*(c["words"] for c in contacts), *words])
    ident = document_id(text, None)
    made = Document(text, Source("generated"))
    made.put(SIDE, (Side(rng.choices(STATES, weights)[0]),))
    head = DocumentRecord(
        id=ident,
        document=ident,
        evidence=(),
        source="generated",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=Published(day.isoformat(), "header", "ok"),
    )
    records: list[Record] = [head]
    for fields in contacts:
        quote = fields.pop("words")
        start = text.index(quote)
        base: dict[str, Any] = {
            "document": ident,
            "evidence": (Evidence(start, start + len(quote), quote),),
        }
        sides = fields["participants"]
        records.append(identify(Interaction(**base, **fields)))
        said = Statement(**base, content=base["evidence"], speakers=sides[:1], manner="indirect")
        records.append(identify(said))
    return made, records


def contact(rng: random.Random, day: datetime.date, weights: list[float]) -> dict[str, Any]:
    """Who met whom how, when and where, and in which words."""
    one, two = rng.choices(STATES, weights)[0], rng.choice(STATES)
    if one == two:
        two = STATES[(STATES.index(one) + 1) % len(STATES)]
    when = day - datetime.timedelta(rng.choice((0, 0, 1, 5, 30)))
    sides = (person(rng, one), person(rng, two))
    return {
        "kind": rng.choice(KINDS),
        "status": rng.choice(("held", "held", "held", "planned")),
        "date": rng.choice((str(when), str(when), f"{when}~", f"{when:%Y-%m}")),
        "participants": sides,
        "place": Place(None, rng.choice((one, two))),
        "words": f"{sides[0].name} and {sides[1].name} on {when:%A}.",
    }


def main() -> None:
    """Generate, add, time, print."""
    plain = argparse.RawTextHelpFormatter
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    cli.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    cli.add_argument("--next", type=int, default=100)
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--folder", type=Path, default=None)
    args = cli.parse_args()
    rng = random.Random(args.seed)  # noqa: S311  # records to measure with, no secret
    result = {}
    with (
        tempfile.TemporaryDirectory(dir=args.folder) as folder,
        Ledger(Path(folder) / "l.db", create=True) as kept,
    ):
        number = 0
        for size in sorted(args.sizes):
            while number < size:
                kept.add(*document(rng, number), "v1")
                number += 1
            more = [document(rng, number + i) for i in range(args.next)]
            number += args.next
            wall, work = time.perf_counter(), time.process_time()
            for given, records in more:
                kept.add(given, records, "v1")
            result[str(size)] = {
                "wall_ms": round((time.perf_counter() - wall) * 1000 / args.next, 2),
                "processor_ms": round((time.process_time() - work) * 1000 / args.next, 2),
            }
            print(size, result[str(size)], flush=True)
        result["events"] = sum(1 for _ in kept.world.events())  # type: ignore[assignment]
    print(json.dumps(result))


if __name__ == "__main__":
    main()
