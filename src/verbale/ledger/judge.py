"""Which stamps of the ledger fall (`stamps`), asked anew only where something was told of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verbale.ledger.facets import people
from verbale.ledger.index import ANYWHEN, DOUBTED, GUEST, SEEN, Index, pairs, shifted
from verbale.ledger.redating import WEEK, within
from verbale.ledger.restamped import Restamped
from verbale.ledger.sameness import LONGEST, Told
from verbale.ledger.stamps import (
    REACH,
    bears_out,
    doubtful,
    fallen,
    rests_on_weekdays,
    tells_where,
)
from verbale.ledger.when import Days, days

if TYPE_CHECKING:
    from verbale.ledger.encounters import Encounters

__all__ = ["Judge", "seen"]

# A doubted visit is noted so far around its days.
AROUND = 2 * REACH + WEEK


def seen(told: Told) -> list[str]:
    """Keys under which is found who was where; none where a text does not tell it."""
    return [SEEN + state for state in people(told.record)] if tells_where(told) else []


class Judge:
    """The stamps of texts; every method runs inside the caller's transaction."""

    def __init__(self, encounters: Encounters, restamped: Restamped, index: Index) -> None:
        self._encounters = encounters
        self._restamped = restamped
        self._index = index

    def judge(self, document: str) -> bool:
        """Let a stamp fall or stand, as all that is told has it; whether that changed."""
        own = self._encounters.plainly(document)
        fell = None
        if any(doubtful(t) for t in own) and not self._restamped.confirmed(document):
            fell = fallen(own, self, doubted=self._restamped.doubted(document))
        return self._restamped.fell(document, fell)

    def note(self, document: str) -> None:
        """Note what a doubtful text tells, so that what may overturn it, or bear it out, finds it."""
        own = self._encounters.plainly(document)
        for ident in self._encounters.ids(document):
            self._index.drop(ident, doubted=True)
        if not any(doubtful(t) for t in own):
            return
        for told in own:
            ident, stretch = told.record.id, days(told.record.date)
            self._index.note(ident, pairs(told.record, DOUBTED), stretch)
            if stretch and rests_on_weekdays(told):
                around = Days(shifted(stretch.first, -REACH), shifted(stretch.last, REACH))
                self._index.note(ident, pairs(told.record, ANYWHEN), around)
                self._index.note(ident, [GUEST + s for s in people(told.record)], stretch)

    def concerned(self, ident: str) -> set[str]:
        """Documents of whose stamp a record says something, as it is told now."""
        told = self._encounters.plain(ident)
        stretch = days(told.record.date) if told else None
        if told is None or stretch is None:
            return set()
        near = self._index.at(pairs(told.record, DOUBTED), stretch, LONGEST)
        found = {t.record.id for t in self._read(near, told) if bears_out(t, told)}
        if told.record.kind == "visit" and stretch.length <= WEEK:
            around = self._index.at(pairs(told.record, ANYWHEN), stretch, AROUND)
            found |= {t.record.id for t in self._read(around, told) if within(t, told)}
        guests = [key.replace(SEEN, GUEST) for key in seen(told)]
        return self._documents(found | self._index.at(guests, stretch, LONGEST))

    def formerly_concerned(self, ident: str) -> set[str]:
        """Documents of whose stamp a record may have said something where it stood up to now."""
        found: set[str] = set()
        for key, stretch in (*self._index.noted(ident), *self._index.noted(ident, DOUBTED)):
            states = [GUEST + state for state in key.split(" ")]
            found |= self._index.at([DOUBTED + key, *states], stretch, LONGEST)
            found |= self._index.at([ANYWHEN + key], stretch, AROUND)
        return self._documents(found)

    def near(self, told: Told) -> list[Told]:
        """What is told of two of the same states on days that touch."""
        return self._told(told, 0)

    def visits(self, told: Told) -> list[Told]:
        """Visits of two of the same states within `REACH`."""
        return [t for t in self._told(told, REACH) if t.record.kind == "visit"]

    def abroad(self, told: Told) -> list[Told]:
        """Where persons of the guest's state were on these days."""
        stretch = days(told.record.date)
        keys = [SEEN + state for state in people(told.record)]
        return self._read(self._index.at(keys, stretch, LONGEST), told) if stretch else []

    def _told(self, told: Told, reach: int) -> list[Told]:
        stretch = days(told.record.date)
        if stretch is None:
            return []
        wide = Days(shifted(stretch.first, -reach), shifted(stretch.last, reach))
        keys = [*pairs(told.record), *pairs(told.record, DOUBTED)]
        return self._read(self._index.at(keys, wide, LONGEST), told)

    def _read(self, found: Iterable[str], told: Told) -> list[Told]:
        known = (self._encounters.plain(i) for i in sorted(found) if i != told.record.id)
        return [t for t in known if t]

    def _documents(self, records: Iterable[str]) -> set[str]:
        return {t.record.document for ident in records if (t := self._encounters.plain(ident))}
