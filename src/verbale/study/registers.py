"""Registers: one row per treaty and per name of the relationship, with its acts in time.

"The China-Russia Treaty of Good-neighborliness and Friendly Cooperation" and "the Treaty of
Good-Neighbourliness and Friendly Cooperation" are one instrument; "for a new era" and "in the new
era" are one label with variants. A name is what sort of instrument it is (`study.titles`) and the
words that tell it from others of its sort; parties that it names are no part of it. What has no such
words ("the joint statement") is known by its parties and its year alone.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.data.instruments import Instrument, instruments
from verbale.records import Agreement, Status
from verbale.study.titles import Title, folded, label, named_in, title

__all__ = ["Row", "agreements", "statuses"]

Parties = tuple[str, ...]
LONG = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One instrument or label: its commonest wording, variants, parties, and acts oldest first.

    `acts` are (date, act, record id), `used_by` ids of documents, `signed` a year (of agreements).
    """

    name: str
    variants: tuple[str, ...]
    parties: Parties
    signed: str | None
    acts: tuple[tuple[str | None, str, str], ...]
    used_by: tuple[str, ...]


@dataclass(slots=True)
class _Group:
    """Records of one instrument or label, led by its fullest name; `known` where it is bundled."""

    title: Title
    parties: Parties
    members: list[Agreement | Status]
    known: Instrument | None = None


def agreements(records: Sequence[Agreement]) -> list[Row]:
    """The treaty register."""
    known, rest = _bundled(records)
    groups = _grouped(rest, lambda r: title(r.name, _of(r)), _one_instrument, known)
    return _rows(groups, {r.id: r.name for r in records})


def statuses(records: Sequence[Status]) -> list[Row]:
    """The ladder of names of the relationship: another rung is another name."""
    groups = _grouped(records, lambda r: label(r.label, _of(r)), lambda a, b: a == b, [])
    return _rows(groups, {r.id: r.label for r in records})


def _of(record: Agreement | Status) -> Parties:
    """The parties as they are told, else those of the name."""
    told = tuple(sorted({a.state or a.id for a in record.parties}))
    return told or (named_in(record.name) if isinstance(record, Agreement) else ())


@functools.cache
def _names() -> dict[frozenset[str], Instrument]:
    return {frozenset(folded(n)): i for i in instruments() for n in (i.name, *i.aliases)}


def _bundled(records: Sequence[Agreement]) -> tuple[list[_Group], list[Agreement]]:
    """Groups of the instruments that go by a bundled name, whoever is told to take part; the rest."""
    found: dict[str, _Group] = {}
    rest = []
    for record in sorted(records, key=lambda r: r.id):
        instrument = _names().get(frozenset(folded(record.name)))
        year = record.signed or (record.date or "")[:4] if record.act == "signed" else record.signed
        if instrument is None or (year and abs(int(year[:4]) - int(instrument.signed)) > 1):
            rest.append(record)
            continue
        new = _Group(title(instrument.name, ()), instrument.parties, [], instrument)
        found.setdefault(instrument.name, new).members.append(record)
    return list(found.values()), rest


def _grouped(
    records: Sequence[Agreement | Status],
    titled: Callable[[Any], Title],
    one: Callable[[Title, Title], bool],
    groups: list[_Group],
) -> list[_Group]:
    """Records of one name and parties together; the order of `records` does not matter."""
    by_name: dict[tuple[Title, Parties, str | None], list[Agreement | Status]] = {}
    for record in sorted(records, key=lambda r: r.id):
        name = titled(record)
        year = None if name.words or isinstance(record, Status) else _year(record)
        by_name.setdefault((name, _of(record), year), []).append(record)
    # The longest names lead, and those with parties, so that short forms find their full one.
    for key in sorted(
        by_name, key=lambda k: (-len(k[0].words), -len(k[1]), k[0], k[1], k[2] or "")
    ):
        name, parties, _ = key
        fitting = [
            g
            for g in groups
            if one(g.title, name) and _may(g, parties) and _years(g.members, by_name[key])
            if g.title.words or (g.parties == parties and _same_years(g.members, by_name[key]))
        ]
        # A short form that may mean two of them is neither.
        exact = [g for g in fitting if g.parties == parties and g.title == name] or fitting
        if len(exact) == 1:
            exact[0].members.extend(by_name[key])
        else:
            groups.append(_Group(name, parties, list(by_name[key])))
    return groups


def _may(group: _Group, parties: Parties) -> bool:
    """Whether the parties do not speak against it; a party more may be named in passing."""
    return not parties or not group.parties or set(parties) <= set(group.parties)


def _one_instrument(a: Title, b: Title) -> bool:
    """Whether two titles are one: the same sort, and the words of the shorter stand in the longer."""
    if a.sort and b.sort and a.sort != b.sort:
        return False
    if not a.words or not b.words:
        return a == b
    short, long_ = sorted((a.words, b.words), key=len)
    shared = len(set(short) & set(long_))
    # Of long names a word may be another one ("the area of the conflict", "the conflict zone").
    whole = shared == len(short) or (len(short) >= LONG and shared >= 0.8 * len(short))
    return whole and (short == long_ or 2 <= len(short) >= len(long_) / 2)


def _year(record: Agreement) -> str | None:
    return record.signed or (record.date or "")[:4] or None


def _years(a: Iterable[Agreement | Status], b: Iterable[Agreement | Status]) -> bool:
    """Whether the years of signing do not speak against it."""
    one, two = ({r.signed for r in x if isinstance(r, Agreement) and r.signed} for x in (a, b))
    return not one or not two or bool(one & two)


def _same_years(a: Iterable[Agreement | Status], b: Iterable[Agreement | Status]) -> bool:
    one, two = ({_year(r) for r in x if isinstance(r, Agreement)} for x in (a, b))
    return one == two


def _rows(groups: Iterable[_Group], names: dict[str, str]) -> list[Row]:
    return sorted((_row(g, names) for g in groups), key=lambda r: (r.name, r.parties, r.acts[0][2]))


def _row(group: _Group, names: dict[str, str]) -> Row:
    members = group.members
    wordings = [names[r.id] for r in members]
    variants = sorted(set(wordings), key=lambda w: (-wordings.count(w), -len(w), w))
    acts = sorted({(r.date, str(r.act), r.id) for r in members}, key=lambda a: (a[0] or "", *a[1:]))
    signed = sorted({r.signed for r in members if isinstance(r, Agreement) and r.signed})
    return Row(
        name=variants[0],
        variants=tuple(variants),
        parties=group.parties,
        signed=signed[0] if signed else None,
        acts=tuple(acts),
        used_by=tuple(sorted({r.document for r in members})),
    )
