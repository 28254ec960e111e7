"""Confidence as a chance: of the records given 0.8, about 8 in 10 are right.

Rooms give each record a score of their own, between 0 and 1, that only ranks it within its kind. Here
it becomes a chance by Platt's scaling (Platt 1999): the log-odds of the score, stretched and moved by
two numbers per kind. `training/calibrate.py` fitted them on the part of the development gold that no
rule is written from; right means that the words and every key field agree. The card of the reader's
weights has the table.
"""

from __future__ import annotations

import functools
import math
from importlib import resources

import msgspec

from verbale.document import Document
from verbale.layers import RECORDS

__all__ = ["annotate", "chance"]


def annotate(document: Document) -> None:
    """Give every record its calibrated confidence; ids do not depend on it."""
    document.put(
        RECORDS,
        [
            msgspec.structs.replace(
                r, confidence=chance(type(r).__struct_config__.tag, r.confidence)
            )
            for r in document.get(RECORDS)
        ],
    )


def chance(kind: object, score: float) -> float:
    """The chance, 0..1, that a record of this kind with this score is right; three digits."""
    stretch, move = _fitted().get(str(kind), (1.0, 0.0))
    score = min(max(score, 0.01), 0.99)
    odds = stretch * math.log(score / (1 - score)) + move
    return round(1 / (1 + math.exp(-odds)), 3)


@functools.cache
def _fitted() -> dict[str, tuple[float, float]]:
    found = resources.files("verbale.data").joinpath("confidence.json").read_bytes()
    return msgspec.json.decode(found, type=dict[str, tuple[float, float]])
