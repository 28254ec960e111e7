"""Targets beside what was observed: "200 billion dollars of trade" → 190.27 billion in 2022, 95 %.

A target and an observation belong together when indicator, parties and unit agree, the
observation's period is no longer than the target's, and time allows it: what was paid before a sum
was promised is no part of it, and nobody sets a target below what is reached. Figures of nobody in
particular are set beside nothing. Conflicting figures are all kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verbale.ledger.when import Days, days
from verbale.records import Observation, Target

__all__ = ["Conflict", "Progress", "conflicts", "progress"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A target with its observations, by period. `state`: open, met, or missed (due date passed).

    `targets` are all records that name it, `target` the one that says most. `ratio` is of the latest
    period's largest figure to the target; None where nothing fits.
    """

    target: Target
    targets: tuple[Target, ...]
    observations: tuple[Observation, ...]
    ratio: float | None
    state: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different figures for one indicator, parties, unit and period, smallest first."""

    indicator: str
    parties: tuple[str, ...]
    period: str
    observations: tuple[Observation, ...]


def _parties(record: Target | Observation) -> tuple[str, ...]:
    return tuple(sorted({a.state or a.id for a in record.parties}))


# Indicators of sums that are handed over once; the others stand at a level year after year.
_PAID = frozenset(
    (
        "agricultural-purchases",
        "aid",
        "arms",
        "budget-support",
        "humanitarian-aid",
        "loans",
        "vaccines",
    )
)


def _fits(target: Target, observation: Observation) -> bool:
    if observation.value is None or observation.unit != target.unit:
        return False
    if observation.indicator != target.indicator or _parties(observation) != _parties(target):
        return False
    period = days(observation.period)
    if target.per == "year" and period is not None and not 360 <= period.length <= 366:
        return False
    # What is handed over goes from somebody to somebody.
    return len(_parties(target)) > (target.indicator in _PAID)


def _in_time(
    target: Target, named: Days | None, observation: Observation, told: Days | None
) -> bool:
    """Whether a figure can be one of the way to a target, by the days of both.

    `named` is when the target was first told, `told` when the figure was.
    """
    of = days(observation.period) or told
    if named is None or of is None or of.last > named.last:
        return True
    below = (observation.value or 0) < (target.value or 0)
    return below and target.indicator not in _PAID


def progress(
    targets: Iterable[Target],
    observations: Iterable[Observation],
    today: str,
    published: Mapping[str, str | None] | None = None,
) -> list[Progress]:
    """Each target with what was observed of it; `today` (EDTF day) decides what is overdue.

    `published` has the dates of the documents, as far as they are known.
    """
    now, dates = days(today), published or {}
    once = _once(observations)
    found = []
    for named in _named(targets):
        target = named[0]
        first = min((d for t in named if (d := days(dates.get(t.document)))), default=None)
        fitting = sorted(
            (
                o
                for o in once
                if target.value and _fits(target, o)
                if _in_time(target, first, o, days(dates.get(o.document)))
            ),
            key=lambda o: (o.period or "", o.value or 0, o.id),
        )
        ratio, state = None, "open"
        if fitting and target.value:
            ratio = (fitting[-1].value or 0) / target.value
            if any((o.value or 0) >= target.value for o in fitting):
                state = "met"
        due = days(target.due)
        if state == "open" and due and now and due.last < now.first:
            state = "missed"
        found.append(Progress(target, tuple(named), tuple(fitting), ratio, state))
    return found


def _once(observations: Iterable[Observation]) -> list[Observation]:
    """The observations, a figure that a document repeats once."""
    kept: dict[tuple[object, ...], Observation] = {}
    for o in sorted(observations, key=lambda o: o.id):
        kept.setdefault((o.document, o.indicator, _parties(o), o.value, o.unit, o.period), o)
    return list(kept.values())


def _named(targets: Iterable[Target]) -> list[list[Target]]:
    """Records that name one target together, the one that says most first.

    One without a due date, or that leaves open whether it is meant a year, joins the only one that
    says it.
    """
    groups: dict[tuple[object, ...], list[list[Target]]] = {}
    for t in sorted(targets, key=lambda t: (t.due is None, t.per != "year", t.per is None, t.id)):
        alike = groups.setdefault((t.indicator, _parties(t), t.unit, t.value), [])
        fitting = [g for g in alike if _goes_with(t, g[0])]
        if len(fitting) > 1:  # which of them is meant is open: it stays with its like
            fitting = [g for g in fitting if g[0].due == t.due]
        if len(fitting) == 1:
            fitting[0].append(t)
        else:
            alike.append([t])
    found = [g for alike in groups.values() for g in alike]
    return sorted(found, key=lambda g: (g[0].indicator, _parties(g[0]), g[0].due or "", g[0].id))


def _goes_with(one: Target, other: Target) -> bool:
    said = (None,) if one.indicator in _PAID else (None, "once")  # a level is of no moment
    return one.due in (None, other.due) and one.per in (*said, other.per)


def conflicts(observations: Iterable[Observation]) -> list[Conflict]:
    """Where sources give different figures for the same thing (more than 0.5 % apart)."""
    groups: dict[tuple[str, tuple[str, ...], str, str], list[Observation]] = {}
    for o in observations:
        if o.value is not None and o.period and o.unit:
            groups.setdefault((o.indicator, _parties(o), o.period, o.unit), []).append(o)
    found = []
    for (indicator, parties, period, _), members in sorted(groups.items()):
        members.sort(key=lambda o: (o.value or 0, o.id))
        low, high = members[0].value or 0, members[-1].value or 0
        if high - low > 0.005 * abs(high):
            found.append(Conflict(indicator, parties, period, tuple(members)))
    return found
