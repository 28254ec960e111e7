"""Instruments as sentences tell of them, gathered to one per instrument, act and day."""

from __future__ import annotations

from dataclasses import dataclass, replace

from verbale.annotate.agreements.names import same_name, same_words
from verbale.document import Span
from verbale.records import Act, Actor

__all__ = ["Told", "gathered"]


@dataclass(frozen=True, slots=True)
class Told:
    """An instrument as one sentence tells of it.

    `sure`: named by a proper name; `alias`: its short name; `day`: a date that goes with the name;
    `key`: the name with its states as codes, where it has two; `told_by_the_way`: its act is a participle at its name ("the treaty signed in 2001").
    """

    name: str
    act: Act
    parties: tuple[Actor, ...]
    date: str | None
    signed: str | None
    spans: tuple[Span, ...]
    sure: bool
    alias: str | None = None
    day: str | None = None
    key: str | None = None
    told_by_the_way: bool = False


def gathered(told: list[Told]) -> list[Told]:
    """One per instrument, act and day; citations of what is acted on left out; years shared."""
    out: list[Told] = []
    for one in told:
        at = next((i for i, t in enumerate(out) if t.act == one.act and _joins(t, one)), None)
        if at is None:
            out.append(one)
            continue
        kept = out[at]
        out[at] = replace(
            kept,
            name=_fuller(kept.name, one.name),
            alias=kept.alias or one.alias,
            signed=kept.signed or one.signed,
            spans=tuple(dict.fromkeys((*kept.spans, *one.spans))),
        )
    acted = [t for t in out if t.act != "cited" and not t.told_by_the_way]
    out = [
        t
        for t in out
        if (t.act != "cited" and not t.told_by_the_way) or not any(_one_thing(t, a) for a in acted)
    ]
    done = [t for t in out if t.act != "cited"]
    out = [t for t in out if t.act != "cited" or not any(_one_thing(t, d) for d in done)]
    return [replace(t, signed=t.signed or _year_of(t, out)) for t in out]


def _fuller(first: str, other: str) -> str:
    """The longer of two names where it holds the words of the other, else the first."""
    low = other.lower()
    return other if all(w in low for w in first.lower().split()) else first


def _joins(one: Told, two: Told) -> bool:
    """Whether two mentions are of one act: one instrument, and no two days or years."""
    pairs = ((one.signed, two.signed), (one.day, two.day))
    return _one_thing(one, two) and all(a == b or None in (a, b) for a, b in pairs)


def _one_thing(one: Told, two: Told) -> bool:
    """Whether both tell of one instrument, by its names in full or in brackets."""
    names = [{t.name, t.alias} - {None} for t in (one, two)]
    if one.key and two.key and same_words(one.key, two.key):
        return True
    return any(same_name(a, b) for a in names[0] for b in names[1] if a and b)


def _year_of(one: Told, told: list[Told]) -> str | None:
    """The year of signing that another act on the same instrument tells."""
    if one.act in ("issued", "proposed"):
        return None
    return next((t.signed for t in told if t.signed and _one_thing(t, one)), None)
