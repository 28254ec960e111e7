"""Positions and commitments over time: issue × party × year, changes marked.

Wordings of one issue are grouped by likeness: the commonest lead, each other joins the leader that
it is most like, or leads in turn. The groups are a function of the wordings alone, so the order in
which documents came does not matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from verbale.records import Commitment, Position
from verbale.study.likeness import Floats, content_words, likeness, plain, vectors

__all__ = ["ALIKE", "Change", "Line", "group", "matrix"]

# From here on two wordings are one issue. Tuned together with `likeness.WORDS` on 131 pairs of issues
# read in the domain set, drawn evenly over their likeness and judged by hand: precision .80, recall
# .83 there (equal shares of vectors and words, at .62, had .69 and .78).
ALIKE = 0.68


# "These principles": what they are stands in the text alone, so two texts never mean the same.
_POINTING = re.compile(r"(?:this|that|these|those|such|its|his|her|their|your|it|them)\b")


@dataclass(frozen=True, slots=True)
class Change:
    """A party's stand in a year that is another than its last one before."""

    year: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One party on one issue: what it said each year, and where it moved.

    `wordings` are the issue's, commonest first; `years` maps a year to how often each stand was
    taken; `records` are ids, oldest first. What has no date stands under "".
    """

    issue: str
    wordings: tuple[str, ...]
    party: str
    years: dict[str, dict[str, int]]
    changes: tuple[Change, ...]
    records: tuple[str, ...]


def group(
    wordings: Iterable[str], embed: Callable[[Sequence[str]], Floats] = vectors
) -> dict[str, str]:
    """Each wording → the wording that leads its issue."""
    counts = Counter(plain(w) for w in wordings)
    # What points elsewhere leads nothing, and joins nothing.
    apart = {w for w in counts if _POINTING.match(w)}
    order = sorted(counts.keys() - apart, key=lambda w: (-counts[w], len(w), w))
    table = embed(order)
    words = [content_words(w) for w in order]
    leaders: list[int] = []
    found = {w: w for w in apart}
    for i, wording in enumerate(order):
        near = table[leaders] @ table[i] if leaders else np.zeros(0)
        scores = [
            (likeness(words[i], words[j], float(cosine)), -j)
            for j, cosine in zip(leaders, near, strict=True)
        ]
        best, leader = max(scores, default=(0.0, 0))
        if best >= ALIKE:
            found[wording] = order[-leader]
        else:
            leaders.append(i)
            found[wording] = wording
    return found


def matrix(
    records: Iterable[Position | Commitment],
    year_of: Callable[[Position | Commitment], str | None],
    embed: Callable[[Sequence[str]], Floats] = vectors,
) -> list[Line]:
    """Lines by issue, those told of most first, then by party."""
    told = sorted(records, key=lambda r: r.id)
    leader = group((_words(r) for r in told), embed)
    wordings: dict[str, Counter[str]] = {}
    cells: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for record in told:
        issue = leader[plain(_words(record))]
        if _POINTING.match(issue):
            issue += f" ({record.document})"
        wordings.setdefault(issue, Counter())[" ".join(_words(record).split())] += 1
        for party in _parties(record):
            cell = (year_of(record) or "", _stand(record), record.id)
            cells.setdefault((issue, party), []).append(cell)
    lines = [_line(wordings[issue], party, each) for (issue, party), each in cells.items()]
    weight = {issue: sum(c.values()) for issue, c in wordings.items()}
    names = {_name(c): weight[issue] for issue, c in wordings.items()}
    return sorted(lines, key=lambda x: (-names[x.issue], x.issue, x.party))


def _line(wordings: Counter[str], party: str, told: list[tuple[str, str, str]]) -> Line:
    years: dict[str, Counter[str]] = {}
    for year, stand, _ in sorted(told):
        years.setdefault(year, Counter())[stand] += 1
    changes, before = [], None
    for year, stands in years.items():
        if not year:
            continue
        after = " and ".join(sorted(stands))
        if before is not None and after != before:
            changes.append(Change(year, before, after))
        before = after
    names = sorted(wordings, key=lambda w: (-wordings[w], len(w), w))
    counted = {y: dict(sorted(s.items())) for y, s in years.items()}
    ids = tuple(ident for *_, ident in sorted(told))
    return Line(_name(wordings), tuple(names), party, counted, tuple(changes), ids)


def _name(wordings: Counter[str]) -> str:
    return min(wordings, key=lambda w: (-wordings[w], len(w), w))


def _words(record: Position | Commitment) -> str:
    return record.issue if isinstance(record, Position) else record.action


def _stand(record: Position | Commitment) -> str:
    return record.stance if isinstance(record, Position) else record.force


def _parties(record: Position | Commitment) -> list[str]:
    actors = record.holders if isinstance(record, Position) else record.by
    return sorted({a.state or a.id for a in actors})
