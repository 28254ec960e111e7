"""Instruments that many texts cite under several names, as they are bundled; read once, lazily."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from verbale.data.states import _rows

__all__ = ["Instrument", "instruments"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument: its name, year of signature or adoption, few parties (codes), other names."""

    name: str
    signed: str
    parties: tuple[str, ...]
    aliases: tuple[str, ...]


@functools.cache
def instruments() -> tuple[Instrument, ...]:
    """All of them, in the order of the file."""
    return tuple(_instrument(*row) for row in _rows("instruments.tsv"))


def _instrument(name: str, signed: str, parties: str = "", aliases: str = "") -> Instrument:
    few, others = (tuple(sorted(filter(None, t.split("|")))) for t in (parties, aliases))
    return Instrument(name, signed, few, others)
