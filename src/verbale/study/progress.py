"""Targets beside what was observed: "200 billion dollars of trade" → 190.27 billion in 2022, 95 %.

A target and an observation belong together when indicator, parties and unit agree and the
observation's period is no longer than the target's. Conflicting figures are all kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.ledger.when import days
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


def _fits(target: Target, observation: Observation) -> bool:
    if observation.value is None or observation.unit != target.unit:
        return False
    if observation.indicator != target.indicator or _parties(observation) != _parties(target):
        return False
    period = days(observation.period)
    if target.per == "year":
        return period is None or 360 <= period.length <= 366
    return True


def progress(
    targets: Iterable[Target], observations: Sequence[Observation], today: str
) -> list[Progress]:
    """Each target with what was observed of it; `today` (EDTF day) decides what is overdue."""
    now = days(today)
    found = []
    for named in _named(targets):
        target = named[0]
        fitting = sorted(
            (o for o in observations if target.value and _fits(target, o)),
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


def _named(targets: Iterable[Target]) -> list[list[Target]]:
    """Records that name one target together; one without a due date joins the only one with it."""
    groups: dict[tuple[object, ...], dict[str | None, list[Target]]] = {}
    for t in sorted(targets, key=lambda t: t.id):
        key = (t.indicator, _parties(t), t.unit, t.per, t.value)
        groups.setdefault(key, {}).setdefault(t.due, []).append(t)
    found: list[list[Target]] = []
    for by_due in groups.values():
        if None in by_due and len(by_due) == 2:
            (due,) = (d for d in by_due if d is not None)
            by_due[due].extend(by_due.pop(None))
        found.extend(by_due.values())
    return sorted(found, key=lambda g: (g[0].indicator, _parties(g[0]), g[0].due or "", g[0].id))


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
