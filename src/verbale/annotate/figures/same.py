"""The same figure told more than once is one record that rests on all its words."""

from __future__ import annotations

import msgspec

from verbale.records import Observation, Record, Target

__all__ = ["merged"]


def merged(records: list[Record]) -> list[Record]:
    """Records without repetitions, in order of first mention."""
    out: list[Record] = []
    for record in records:
        at = next((i for i, r in enumerate(out) if _same(r, record)), None)
        if at is None:
            out.append(record)
        else:
            out[at] = _joined(out[at], record)
    return out


def _joined(kept: Record, more: Record) -> Record:
    spans = tuple(dict.fromkeys((*kept.evidence, *more.evidence)))
    kept = msgspec.structs.replace(kept, evidence=spans)
    if isinstance(kept, Observation) and isinstance(more, Observation):
        period, change = kept.period or more.period, kept.change or more.change
        return msgspec.structs.replace(kept, period=period, change=change)
    return kept


def _same(one: Record, two: Record) -> bool:
    """Whether two records tell one figure: kind, indicator and value, and no two years."""
    if isinstance(one, Target) and isinstance(two, Target):
        return (one.indicator, one.value, one.unit) == (two.indicator, two.value, two.unit)
    if not (isinstance(one, Observation) and isinstance(two, Observation)) or one.value is None:
        return False
    same = (one.indicator, one.value, one.unit) == (two.indicator, two.value, two.unit)
    years = {r.period[:4] for r in (one, two) if r.period}
    return same and len(years) < 2
