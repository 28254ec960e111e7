"""The document's own date, from everything that speaks of it; then every time resolved against it.

Needs MASKS, HEADER and the time expressions; gives DOCUMENT_DATE and TIMES. Sources, best first: a
stamp with its label, the injected header, the container's date, the address, the dateline (month
and day without a year), the body (a year told as complete, "this year" beside it, a day of arrival).
A stamp that says "Updated" dates the page, not the text: weekdays are not resolved against it when
nothing else agrees with it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Literal

from verbale.annotate.times import EXPRESSIONS, Expression, resolve
from verbale.document import Document, Span
from verbale.layers import DOCUMENT_DATE, MASKS, TIMES, DocumentDate, Time
from verbale.link.dating import NEAR, Says, dateline_of, day_of, metadata, stamps

__all__ = ["annotate"]

Day = datetime.date
# A dateline stands at most this many days before the stamp of its page.
LATE = 3
# Kinds that lack at most their year.
_DAYS = frozenset(("dmrange", "dmy", "mdrange", "mdy"))


def annotate(document: Document) -> None:
    """Date the document and resolve its times."""
    expressions = document.get(EXPRESSIONS)
    masks = document.get(MASKS)
    voices = metadata(document) + stamps(document, masks, expressions)
    dateline, place = dateline_of(masks, expressions, voices)
    dated = _decide(voices, dateline, place, expressions)
    if dated.status == "missing":
        dated = _made(document.source.made) or dated
    document.put(DOCUMENT_DATE, [dated])
    source = "dateline" if dateline and dated.anchor == dateline.day else "document date"
    times = resolve(expressions, dated.anchor, source)
    if dated.anchor and dated.date and len(dated.date) < len("2021-03"):
        times = [_no_finer(t, 360) for t in times]
    elif dated.anchor and dated.date and len(dated.date) < len("2021-03-19"):
        # "1 September" lacks but the year, which a month gives.
        pairs = zip(expressions, times, strict=True)
        times = [t if e.kind in _DAYS else _no_finer(t, 28) for e, t in pairs]
    document.put(TIMES, _three_day(document.text, times))


def _no_finer(time: Time, days: int) -> Time:
    """Against a text dated only by month or year, nothing shorter is known."""
    if time.anchor == "explicit" or not (time.begin and time.last):
        return time
    if (time.last - time.begin).days + 1 >= days:
        return time
    return replace(time, value="XXXX-XX-XX", edtf=None, begin=None, last=None, group_edtf=None)


def _follows(voice: Says, dateline: Says | None) -> bool:
    """Whether a stamp stands a few days behind the dateline: then it dates the text as well."""
    return dateline is not None and 0 <= (voice.day - dateline.day).days <= LATE


def _decide(
    voices: list[Says],
    dateline: Says | None,
    place: str | None,
    expressions: tuple[Expression, ...],
) -> DocumentDate:
    written = dateline.day.isoformat() if dateline else None
    spans = tuple(v.span for v in (*voices, dateline) if v and v.span)
    sure = [v for v in voices if not v.doubtful or _follows(v, dateline)]
    if sure:
        return _of_sure(sure, dateline, place, spans)
    if voices:
        return _late_stamp(voices[0], spans, expressions)
    if dateline:
        status: Literal["ok", "inferred"] = "inferred" if dateline.doubtful else "ok"
        return DocumentDate(written, "dateline", status, dateline.day, (), spans, place, written)
    return _inferred(expressions)


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
    stamp: Says,
    spans: tuple[Span, ...],
    expressions: tuple[Expression, ...],
) -> DocumentDate:
    """Only an "Updated" stamp speaks: the year holds at best, the week does not."""
    weekdays = [e for e in expressions if e.kind in NEAR]
    if not weekdays:
        return DocumentDate(stamp.day.isoformat(), "header", "ok", stamp.day, (), spans)
    reason = f"the stamp {stamp.day} says when the page was updated, not when the text was written"
    evidence = (*spans, *(Span(e.start, e.end) for e in weekdays[:3]))
    return DocumentDate(f"{stamp.day.year}", "header", "ambiguous", None, (reason,), evidence)


def _inferred(expressions: tuple[Expression, ...]) -> DocumentDate:
    """No date anywhere: the latest year told as complete, the year after it, a day told as past."""
    years = [e for e in expressions if e.kind in ("year", "part", "my") and _year_of(e)]
    past = [
        e
        for e in years
        if not re.search(r"\b(?:by|until|before|to)\s+(?:the\s+year\s+)?$", e.before)
    ]
    if not past:
        return DocumentDate(None, "inferred", "missing")
    latest = max(past, key=lambda e: _year_of(e) or 0)
    year = _year_of(latest) or 0
    # Without a year that is told as over, the text's own is not known.
    if not any(_year_of(e) == year and _complete(e, expressions) for e in past):
        return DocumentDate(None, "inferred", "missing")
    year += 1
    spans = [Span(latest.start, latest.end)]
    days = [e for e in expressions if e.kind in ("mdy", "dmy") and "y" not in e.parts]
    if days:
        first = days[0]
        of_year = resolve([first], Day(year, 7, 1))[0].begin
        day = day_of(year, of_year.month, of_year.day) if of_year else None
        if day:
            spans.append(Span(first.start, first.end))
            return DocumentDate(f"{day}~", "inferred", "inferred", day, (), tuple(spans))
    return DocumentDate(f"{year}~", "inferred", "inferred", Day(year, 7, 1), (), tuple(spans))


def _made(written: str | None) -> DocumentDate | None:
    """The day on which the file was made, where nothing else dates the text: a late guess."""
    day = Day.fromisoformat(written) if written else None
    return DocumentDate(f"{day}~", "metadata", "inferred", day) if day else None


def _year_of(e: Expression) -> int | None:
    value = e.parts.get("y") or e.parts.get("my")
    return int(value) if value and value.isdigit() else None


def _complete(e: Expression, expressions: tuple[Expression, ...]) -> bool:
    """Whether a year is told as over: a year-on-year figure, or "this year" beside it."""
    near = [x for x in expressions if abs(x.start - e.start) < 200]
    return any(x.kind == "yoy" for x in near) or any(
        x.kind == "relative" and x.text.lower() == "this year" for x in near
    )


_FOR = re.compile(r",?\s+for\s+")


def _three_day(text: str, times: list[Time]) -> list[Time]:
    """A "three-day", or "for three days", beside the day that it begins on gets its days."""
    out = list(times)
    for i, time in enumerate(times):
        match = re.fullmatch(r"P(\d{1,2})D", time.value)
        if time.type != "DURATION" or not match or time.begin:
            continue
        near = [
            t
            for t in times
            if t.begin and t.begin == t.last and t.type == "DATE" and 0 < time.start - t.end < 40
            if "-" in text[time.start : time.end] or _FOR.fullmatch(text[t.end : time.start])
        ]
        if near and near[-1].begin:
            begin = near[-1].begin
            last = begin + datetime.timedelta(int(match[1]) - 1)
            fields = {"edtf": f"{begin}/{last}", "begin": begin, "last": last}
            out[i] = Time(time.start, time.end, time.type, time.value, anchor=time.anchor, **fields)  # type: ignore[arg-type]  # three known fields
    return out
