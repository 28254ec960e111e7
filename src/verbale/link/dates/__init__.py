"""The document's own date, from everything that speaks of it; then every time resolved against it.

Needs MASKS, HEADER, SENTENCES and the time expressions; gives DOCUMENT_DATE and TIMES. Voices, best
first: a stamp with its label, the injected header, the container's date, the address, the dateline
(month and day without a year). Where none speaks, and against each, stands what the body tells: a
day with its weekday, an anniversary that "this year marks", a session of the General Assembly that
is under way, a year told as over. A stamp that says "Updated" dates the page, not the text:
weekdays are not resolved against it when nothing else agrees with it.
"""

from __future__ import annotations

import datetime

from verbale.annotate.times import EXPRESSIONS, resolve
from verbale.document import Document
from verbale.layers import DOCUMENT_DATE, MASKS, TIMES, DocumentDate
from verbale.link.dates.decide import decide
from verbale.link.dates.infer import tells
from verbale.link.dates.stretches import no_finer, three_day
from verbale.link.dates.voices import dateline_of, metadata, stamps

__all__ = ["annotate"]

# Kinds that lack at most their year.
_DAYS = frozenset(("dmrange", "dmy", "mdrange", "mdy"))


def annotate(document: Document) -> None:
    """Date the document and resolve its times."""
    expressions = document.get(EXPRESSIONS)
    masks = document.get(MASKS)
    voices = metadata(document) + stamps(document, masks, expressions)
    dateline, place = dateline_of(masks, expressions, voices)
    made = datetime.date.fromisoformat(document.source.made) if document.source.made else None
    told = tells(document, expressions)
    dated = decide(document.text, voices, dateline, place, expressions, told, made)
    if dated.status == "missing" and made:
        # The day on which the file was made, where nothing else dates the text: a late guess.
        dated = DocumentDate(f"{made}~", "metadata", "inferred", made)
    document.put(DOCUMENT_DATE, [dated])
    source = "dateline" if dateline and dated.anchor == dateline.day else "document date"
    times = resolve(expressions, dated.anchor, source)
    if dated.anchor and dated.date and len(dated.date) < len("2021-03"):
        times = [no_finer(t, 360) for t in times]
    elif dated.anchor and dated.date and len(dated.date) < len("2021-03-19"):
        # "1 September" lacks but the year, which a month gives.
        pairs = zip(expressions, times, strict=True)
        times = [t if e.kind in _DAYS else no_finer(t, 28) for e, t in pairs]
    document.put(TIMES, three_day(document.text, times))
