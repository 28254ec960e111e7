"""One date from the voices that name it, with what contradicts it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from verbale.annotate.times import Expression
from verbale.annotate.times.days import end_of_month, valid
from verbale.document import Span
from verbale.layers import DocumentDate
from verbale.link.dates.infer import Tells, against, infer
from verbale.link.dates.voices import LATE, NEAR_KINDS, Says

__all__ = ["decide"]

Day = datetime.date


def _follows(voice: Says, dateline: Says | None) -> bool:
    """Whether a stamp stands a few days behind the dateline: then it dates the text as well."""
    return dateline is not None and 0 <= (voice.day - dateline.day).days <= LATE


def decide(
    text: str,
    voices: list[Says],
    dateline: Says | None,
    place: str | None,
    expressions: Sequence[Expression],
    told: Tells,
    made: Day | None,
) -> DocumentDate:
    """The document's date; `made` is the day on which its file was made."""
    spans = tuple(v.span for v in (*voices, dateline) if v and v.span)
    sure = [v for v in voices if not v.doubtful or _follows(v, dateline)]
    if sure:
        return _checked(text, _of_sure(sure, dateline, place, spans), expressions, told)
    if voices:
        return _late_stamp(text, voices[0], spans, expressions, told)
    if dateline:
        return _of_dateline(text, dateline, place, spans, expressions, told)
    return infer(text, told, expressions, made)


def _of_dateline(
    text: str,
    dateline: Says,
    place: str | None,
    spans: tuple[Span, ...],
    expressions: Sequence[Expression],
    told: Tells,
) -> DocumentDate:
    """Only the dateline speaks; a year that it borrowed must stand with what the text tells."""
    written = dateline.day.isoformat()
    if not dateline.doubtful:
        dated = DocumentDate(written, "dateline", "ok", dateline.day, (), spans, place, written)
        return _checked(text, dated, expressions, told)
    if clash := against(text, told, expressions, dateline.day, dateline.day):
        of_year = _in_other_year(text, dateline, expressions, told)
        if of_year:
            day = of_year.isoformat()
            evidence = (*spans, *(s for _, s in clash))
            return DocumentDate(day, "dateline", "inferred", of_year, (), evidence, place, day)
        reasons = tuple(f"dateline of {dateline.day.year} against {why}" for why, _ in clash)
        evidence = (*spans, *(s for _, s in clash))
        return DocumentDate(None, "dateline", "ambiguous", None, reasons, evidence, place)
    return DocumentDate(written, "dateline", "inferred", dateline.day, (), spans, place, written)


def _in_other_year(
    text: str, dateline: Says, expressions: Sequence[Expression], told: Tells
) -> Day | None:
    """The dateline's day in the year that the text tells, if they agree."""
    dated = infer(text, told, expressions)
    if dated.status != "inferred" or dated.anchor is None:
        return None
    day = valid(dated.anchor.year, dateline.day.month, dateline.day.day)
    return day if day and not against(text, told, expressions, day, day) else None


def _checked(
    text: str, dated: DocumentDate, expressions: Sequence[Expression], told: Tells
) -> DocumentDate:
    """A date with what the body tells against it."""
    if dated.date is None or dated.anchor is None:
        return dated
    begin, last = _extent(dated.date, dated.anchor)
    clash = against(text, told, expressions, begin, last)
    if not clash:
        return dated
    return replace(
        dated,
        status="conflict",
        conflicts=(
            *dated.conflicts,
            *(f"{dated.basis} {dated.date} against {w}" for w, _ in clash),
        ),
        evidence=(*dated.evidence, *(s for _, s in clash)),
    )


def _extent(date: str, day: Day) -> tuple[Day, Day]:
    """The first and last day of a date that may lack its day or month."""
    if len(date) == len("2021"):
        return Day(day.year, 1, 1), Day(day.year, 12, 31)
    if len(date) == len("2021-03"):
        return day.replace(day=1), end_of_month(day.year, day.month)
    return day, day


def _of_sure(
    sure: list[Says], dateline: Says | None, place: str | None, spans: tuple[Span, ...]
) -> DocumentDate:
    """The first voice that tells the day, the others against it; the dateline's day is read against."""
    chosen = next((v for v in sure if v.written is None), sure[0])
    date = chosen.written or chosen.day.isoformat()
    conflicts = [
        f"{chosen.basis} {date} against {other.basis} {other.written or other.day}"
        for other in sure
        if other is not chosen and _far(chosen, other)
    ]
    anchor = chosen.day
    if dateline and chosen.written is None:
        if 0 <= (chosen.day - dateline.day).days <= LATE:
            anchor = dateline.day
        else:
            conflicts.append(f"{chosen.basis} {date} against dateline {dateline.day}")
    return DocumentDate(
        date,
        chosen.basis,
        "conflict" if conflicts else "ok",
        anchor,
        tuple(conflicts),
        spans,
        place,
        dateline.day.isoformat() if dateline else None,
    )


def _far(a: Says, b: Says) -> bool:
    """Whether two voices cannot mean one day."""
    coarse = a.written or b.written
    if coarse is None:
        return abs((a.day - b.day).days) > LATE
    other = b if a.written else a
    return not other.day.isoformat().startswith(coarse) and not (other.written or "").startswith(
        coarse
    )


def _late_stamp(
    text: str,
    stamp: Says,
    spans: tuple[Span, ...],
    expressions: Sequence[Expression],
    told: Tells,
) -> DocumentDate:
    """Only an "Updated" stamp speaks: the year holds at best, the week does not."""
    if clash := against(text, told, expressions, stamp.day, stamp.day):
        return _other(text, stamp, spans, expressions, told, clash)
    weekdays = [e for e in expressions if e.kind in NEAR_KINDS]
    if not weekdays:
        return DocumentDate(stamp.day.isoformat(), "header", "ok", stamp.day, (), spans)
    reason = f"the stamp {stamp.day} says when the page was updated, not when the text was written"
    evidence = (*spans, *(Span(e.start, e.end) for e in weekdays[:3]))
    return DocumentDate(f"{stamp.day.year}", "header", "ambiguous", None, (reason,), evidence)


def _other(
    text: str,
    stamp: Says,
    spans: tuple[Span, ...],
    expressions: Sequence[Expression],
    told: Tells,
    clash: list[tuple[str, Span]],
) -> DocumentDate:
    """The text is older than its "Updated" stamp, which bounds it: what the body tells dates it."""
    dated = infer(text, told, expressions, stamp.day)
    reasons = tuple(f"header {stamp.day} (updated) against {why}" for why, _ in clash)
    return replace(
        dated,
        status="conflict",
        conflicts=(*reasons, *dated.conflicts),
        evidence=tuple(dict.fromkeys((*spans, *(s for _, s in clash), *dated.evidence))),
    )
