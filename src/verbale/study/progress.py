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

    `ratio` is of the latest period's largest figure to the target; None where nothing fits.
    """

    target: Target
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
    for target in sorted(targets, key=lambda t: t.id):
        fitting = sorted(
            (o for o in observations if target.value and _fits(target, o)),
            key=lambda o: (o.period or "", o.value or 0, o.id),
        )
        ratio, state = None, "open"
        if fitting and target.value:
            latest = fitting[-1]
            ratio = (latest.value or 0) / target.value
            if any((o.value or 0) >= target.value for o in fitting):
                state = "met"
        due = days(target.due)
        if state == "open" and due and now and due.last < now.first:
            state = "missed"
        found.append(Progress(target, tuple(fitting), ratio, state))
    return found


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
