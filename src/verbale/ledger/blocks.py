"""Accounts that say the same of an event, taken together, and what people decided about records.

Of a hundred texts that tell of one summit most say the same of it. They stand or fall together, so
they are compared as one block: what grouping costs depends on how many different things are said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.ledger.facets import Facets
from verbale.ledger.sameness import Told, alike

__all__ = ["Block", "Bonds", "Pair"]

Pair = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Records with equal facets from one side, each of another document; by id.

    A record of which people decided, or whose document tells something like it once more
    (`doubtful`), is a block of its own.
    """

    told: tuple[Told, ...]
    facets: Facets
    firm: bool
    doubtful: bool = False

    @property
    def ident(self) -> str:
        """The id of its first record."""
        return self.told[0].record.id

    @property
    def documents(self) -> frozenset[str]:
        """The documents that tell it."""
        return frozenset(t.record.document for t in self.told)


class Bonds:
    """People's decisions on pairs of record ids: `apart` and `together`."""

    def __init__(self, apart: Iterable[Pair] = (), together: Iterable[Pair] = ()) -> None:
        self.apart = frozenset(apart)
        self.together = frozenset(together)
        self._partners: dict[str, set[str]] = {}
        for pair in self.together:
            for ident in pair:
                self._partners.setdefault(ident, set()).update(pair - {ident})
        self._judged = frozenset().union(*self.apart, *self.together)

    def on(self, ident: str) -> bool:
        """Whether people decided with which records one goes or does not go."""
        return ident in self._judged

    def partners(self, ident: str) -> set[str]:
        """The records that people joined with one."""
        return self._partners.get(ident, set())

    def may(self, a: Block, b: Block, *, any_kind: bool = False) -> bool:
        """Whether all records of the two may be of one event, of whatever kind it is called."""
        one, two = a.told[0], b.told[0]
        pair = frozenset((one.record.id, two.record.id))
        if pair in self.together or pair in self.apart:  # both are blocks of their own
            return pair in self.together
        shared = not a.documents.isdisjoint(b.documents)
        return alike(one, a.facets, two, b.facets, one_text=shared, any_kind=any_kind)
