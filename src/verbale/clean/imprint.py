"""Who wrote a text and who published it, as its furniture says: names without their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.clean.lines import Line
from verbale.document import Span
from verbale.layers import Mask

__all__ = ["DATE", "MONTH", "author", "publisher"]

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DATE = re.compile(
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
    rf"|{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?"
)
_AUTHOR = re.compile(
    r"(?:by|from our|[a-z]+(?: by)?\s*:)\s*(?P<name>[^|]*[^|\s,;(–—-])", re.IGNORECASE
)
_NAME = r"(?P<name>[A-Z][\w.'’&-]*(?: (?!\d)[\w.'’&-]+){0,5})"
# Where a publisher's name stands, by kind of furniture, surest first: behind "Source:", before the
# bracket or the bar that a stamp begins with, in a dateline's brackets, between a byline's bars.
_PUBLISHERS = (
    (
        "stamp",
        re.compile(rf"[Ss]ource\s*:\s*{_NAME}(?=[\s,|]+(?:\d|{MONTH})|\s*$)"),
    ),
    ("stamp", re.compile(rf"\(?{_NAME}\)\s*\d")),
    ("stamp", re.compile(rf"{_NAME}\s*\|")),
    ("dateline", re.compile(rf".*\({_NAME}\)")),
    ("byline", re.compile(r"[^|]*\|\s*(?P<name>[^|:\d]*[^|:\d\s])\s*(?:\||$)")),
)
_LABELS = re.compile(r"(?:last )?(?:modified|posted|published|released?|updated?)", re.IGNORECASE)


def author(line: Line) -> Span | None:
    """The name in a byline, without "By", the date and what stands between bars."""
    match = _AUTHOR.match(line.text)
    if match is None:
        return None
    dated = DATE.search(match["name"])
    name = (match["name"][: dated.start()] if dated else match["name"]).rstrip(" ,;(–—-")
    start = line.start + match.start("name")
    return Span(start, start + len(name)) if name else None


def publisher(text: str, masks: Sequence[Mask]) -> Span | None:
    """The name of the publisher in stamps, dateline or byline."""
    for kind, pattern in _PUBLISHERS:
        for mask in masks:
            if mask.kind != kind:
                continue
            match = pattern.match(text[mask.start : mask.end])
            if match and not _LABELS.match(match["name"]):
                return Span(mask.start + match.start("name"), mask.start + match.end("name"))
    return None
