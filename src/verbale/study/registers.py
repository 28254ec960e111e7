"""Registers: one row per treaty and per name of the relationship, with its acts in time.

"The China-Russia Treaty of Good-neighborliness and Friendly Cooperation" and "the Treaty of
Good-Neighbourliness and Friendly Cooperation" are one instrument; "for a new era" and "in the new
era" are one label with variants. Names are compared by their content words, spelling folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.records import Agreement, Status

__all__ = ["Row", "agreements", "key_words", "statuses"]

# Words that carry no name.
_STOP = frozenset(
    {"a", "an", "and", "at", "between", "by", "for", "from", "her", "his", "in", "into", "its"}
    | {"new", "of", "on", "or", "the", "their", "this", "to", "with"}
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One instrument or label: its commonest wording, variants, parties, and acts oldest first.

    `acts` are (date, act, record id), `used_by` ids of documents, `signed` a year (of agreements).
    """

    name: str
    variants: tuple[str, ...]
    parties: tuple[str, ...]
    signed: str | None
    acts: tuple[tuple[str | None, str, str], ...]
    used_by: tuple[str, ...]


def key_words(name: str, parties: Iterable[str] = ()) -> frozenset[str]:
    """Content words of a name: spelling of both shores folded, plurals and parties dropped."""
    gone = {p.lower() for p in parties}
    words = (w.lower() for w in _WORD.findall(name))
    folded = (w.replace("our", "or") if len(w) > 4 else w for w in words)
    return frozenset(
        w.removesuffix("s") if len(w) > 3 else w for w in folded if w not in _STOP and w not in gone
    )


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names are one: all words of the shorter but a fifth stand in the longer."""
    shorter = min(len(a), len(b))
    return shorter > 0 and len(a & b) >= max(1, shorter * 0.8) and len(a ^ b) <= max(2, shorter)


def _rows(records: Sequence[Agreement | Status], names: dict[str, str]) -> list[Row]:
    """Group records by likeness of name and by parties; the order of `records` does not matter."""
    by_words: dict[tuple[frozenset[str], tuple[str, ...]], list[Agreement | Status]] = {}
    for record in sorted(records, key=lambda r: r.id):
        parties = tuple(sorted({a.state or a.id for a in record.parties}))
        by_words.setdefault((key_words(names[record.id]), parties), []).append(record)
    # The longest names lead, so that short forms find their full one.
    keys = sorted(by_words, key=lambda k: (-len(k[0]), sorted(k[0]), k[1]))
    groups: list[tuple[tuple[frozenset[str], tuple[str, ...]], list[Agreement | Status]]] = []
    for key in keys:
        for lead, members in groups:
            alike = lead[1] == key[1] or not key[1] or set(key[1]) <= set(lead[1])
            if alike and _same(lead[0], key[0]) and _years(members, by_words[key]):
                members.extend(by_words[key])
                break
        else:
            groups.append((key, list(by_words[key])))
    return sorted((_row(m, k[1], names) for k, m in groups), key=lambda r: (r.name, r.parties))


def _years(a: Sequence[Agreement | Status], b: Sequence[Agreement | Status]) -> bool:
    """Whether the years of signing do not speak against it."""
    one, two = ({r.signed for r in x if isinstance(r, Agreement) and r.signed} for x in (a, b))
    return not one or not two or bool(one & two)


def _row(members: list[Agreement | Status], parties: tuple[str, ...], names: dict[str, str]) -> Row:
    wordings = [names[r.id] for r in members]
    variants = sorted(set(wordings), key=lambda w: (-wordings.count(w), -len(w), w))
    acts = sorted({(r.date, str(r.act), r.id) for r in members}, key=lambda a: (a[0] or "", *a[1:]))
    signed = sorted({r.signed for r in members if isinstance(r, Agreement) and r.signed})
    return Row(
        name=variants[0],
        variants=tuple(variants),
        parties=parties,
        signed=signed[0] if signed else None,
        acts=tuple(acts),
        used_by=tuple(sorted({r.document for r in members})),
    )


def agreements(records: Sequence[Agreement]) -> list[Row]:
    """The treaty register."""
    return _rows(records, {r.id: r.name for r in records})


def statuses(records: Sequence[Status]) -> list[Row]:
    """The ladder of names of the relationship."""
    return _rows(records, {r.id: r.label for r in records})
