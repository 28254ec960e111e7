"""Which records are one event: groups as a function of the records alone, found where asked for.

Records that say by themselves which event they tell (exact days, persons on both sides:
`Facets.full`) are joined first, best pairs first; a conflict with any member forbids a join.
A loose record ("next month", "the American side") then belongs to the one group that suits it best;
where two suit it equally well it stays alone, and loose records without any group are joined among
themselves. So a loose record never glues two events together, and what is asked of one record leads
only to records of the same states in the same weeks.

People's decisions come first: pairs that they joined are joined, pairs that they parted never are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from verbale.ledger.blocks import Block, Bonds, Pair
from verbale.ledger.facets import Facets, facets
from verbale.ledger.sameness import Told, alike, closeness

__all__ = ["Group", "Groups", "cluster", "distinct"]

Group = tuple[Told, ...]
Fit = tuple[tuple[float, ...], Group]


class Groups:
    """Answers of one state of the records.

    `near` gives the records that may be compatible with one (all that are, others as well; the same
    for records of equal facets), `get` a record by id or None, `siblings` the interactions of the
    same document.
    """

    def __init__(
        self,
        near: Callable[[Told], Iterable[Told]],
        get: Callable[[str], Told | None],
        siblings: Callable[[Told], Iterable[Told]],
        bonds: Bonds | None = None,
    ) -> None:
        self._near = near
        self._get = get
        self._siblings = siblings
        self._bonds = bonds or Bonds()
        self._facets: dict[str, Facets] = {}
        self._around: dict[Facets | str, list[Told]] = {}
        self._blocks: dict[str, Block] = {}
        self._mates: dict[Block, tuple[Block, ...]] = {}
        self._core: dict[Block, Group] = {}
        self._pool: dict[Block, Group] = {}
        self._fitting: dict[Block, list[Fit]] = {}
        self._events: dict[str, Group] = {}  # by the first record of the core

    def event_of(self, told: Told) -> Group:
        """All records of the event that a record tells, sorted by id."""
        block = self.block(told)
        core: Group | None = self._core_of(block) if block.firm else self.home(told)
        if core is None:
            return self._pooled(block) if not self._candidates(block) else (told,)
        known = self._events.get(_ident(core[0]))
        if known is None:
            firm = {self.block(m) for m in core}
            loose = {b for f in firm for b in self._mates_of(f) if not b.firm}
            more = [t for b in loose for t in b.told if self.home(t) is core]
            known = self._events[_ident(core[0])] = tuple(sorted((*core, *more), key=_ident))
        return known

    def reach(self, told: Told) -> list[Block]:
        """The blocks whose events may change with a record's: its own, and those that suit it."""
        block = self.block(told)
        return [block, *self._mates_of(block)]

    def block(self, told: Told) -> Block:
        """The block of a record."""
        known = self._blocks.get(told.record.id)
        if known is None:
            known = self._made(told)
            self._blocks.update((t.record.id, known) for t in known.told)
        return known

    def _made(self, told: Told) -> Block:
        own, around = self._of(told), self._about(told)
        if self._bonds.on(told.record.id):
            return Block((told,), own, own.full or bool(self._bonds.partners(told.record.id)))
        like = [t for t in around if alike(told, own, t, self._of(t), one_text=False)]
        times = Counter(t.record.document for t in like)
        if times[told.record.document] > 1:
            return Block((told,), own, own.full, doubtful=True)
        twins = {
            t.record.id: t
            for t in like
            if self._of(t) is own
            and t.side == told.side
            and times[t.record.document] == 1
            and not self._bonds.on(t.record.id)
        }
        twins[told.record.id] = told
        return Block(tuple(sorted(twins.values(), key=_ident)), own, own.full)

    def _of(self, told: Told) -> Facets:
        known = self._facets.get(told.record.id)
        if known is None:
            known = self._facets[told.record.id] = facets(told.record)
        return known

    def _about(self, told: Told) -> list[Told]:
        """The records, itself among them, that may be of one event with this one."""
        bound = self._bonds.partners(told.record.id)
        key = told.record.id if bound else self._of(told)
        known = self._around.get(key)
        if known is None:
            joined = (t for ident in bound if (t := self._get(ident)))
            every = {t.record.id: t for t in (*self._near(told), *joined, told)}
            known = self._around[key] = [every[ident] for ident in sorted(every)]
        return known

    def _mates_of(self, block: Block) -> tuple[Block, ...]:
        """The blocks that may be of one event with this one, by id."""
        known = self._mates.get(block)
        if known is None:
            others = {self.block(t) for t in self._about(block.told[0])} - {block}
            fitting = (b for b in others if self._bonds.may(block, b))
            known = self._mates[block] = tuple(sorted(fitting, key=_first))
        return known

    def _core_of(self, block: Block) -> Group:
        """The firm records of a firm block's event."""
        if block not in self._core:
            self._core.update(self._joined(block, lambda b: b.firm))
        return self._core[block]

    def home(self, told: Told) -> Group | None:
        """The group to which a loose record belongs: the one that suits it best, if it is one.

        Of two records of one document the closer one belongs there.
        """
        best = self._best(self.block(told))
        if best is None:
            return None
        score, core = best
        for other in self._siblings(told):
            block = self.block(other)
            if other.record.id == told.record.id or block.firm:
                continue
            if self._bonds.may(self.block(told), block):
                continue
            rival = self._best(block)
            if rival and rival[1] is core and (rival[0], _ident(told)) > (score, _ident(other)):
                return None
        return core

    def _best(self, block: Block) -> Fit | None:
        ranked = self._candidates(block)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        # A text that tells the meeting as well means another event by its "summit".
        if block.doubtful and not any(
            m.facets.kind == block.facets.kind for m in map(self.block, ranked[0][1])
        ):
            return None
        return ranked[0]

    def _candidates(self, block: Block) -> list[Fit]:
        """Groups with all of whose records a loose block goes together, the best first."""
        known = self._fitting.get(block)
        if known is None:
            cores = distinct([self._core_of(m) for m in self._mates_of(block) if m.firm])
            known = self._fitting[block] = sorted(
                (fit for core in cores if (fit := self._fit(block, core))),
                key=lambda found: (found[0], found[1][0].record.id),
                reverse=True,
            )
        return known

    def _fit(self, block: Block, core: Group) -> Fit | None:
        members = {self.block(m) for m in core}
        # An event that sources call a meeting and a video call may be called either.
        if not all(self._bonds.may(block, m, any_kind=True) for m in members):
            return None
        return max(closeness(block.facets, m.facets) for m in members), core

    def _pooled(self, block: Block) -> Group:
        if block not in self._pool:
            self._pool.update(self._joined(block, lambda b: not b.firm and not self._candidates(b)))
        return self._pool[block]

    def _joined(self, block: Block, of_kind: Callable[[Block], bool]) -> dict[Block, Group]:
        """The groups among all blocks of one sort that are connected with `block`."""
        seen = {block}
        edges: dict[frozenset[Block], tuple[Block, Block]] = {}
        todo = [block]
        while todo:
            one = todo.pop()
            for other in self._mates_of(one):
                if not of_kind(other):
                    continue
                edges[frozenset((one, other))] = (one, other)
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        return self._grouped(seen, list(edges.values()))

    def _grouped(
        self, blocks: Iterable[Block], edges: list[tuple[Block, Block]]
    ) -> dict[Block, Group]:
        def order(edge: tuple[Block, Block]) -> tuple[object, ...]:
            one, two = sorted(edge, key=_first)
            close = tuple(-x for x in closeness(one.facets, two.facets))
            doubtful = one.doubtful or two.doubtful
            return (not self._tied(one, two), close, doubtful, one.ident, two.ident)

        member = {b: [b] for b in blocks}
        for one, two in sorted(edges, key=order):
            first, second = sorted((member[one], member[two]), key=lambda g: _first(g[0]))
            if first is second:
                continue
            if self._tied(one, two) or all(self._bonds.may(a, b) for a in first for b in second):
                first.extend(second)
                for b in second:
                    member[b] = first
        done = {
            id(g): tuple(sorted((t for b in g for t in b.told), key=_ident))
            for g in member.values()
        }
        return {b: done[id(g)] for b, g in member.items()}

    def _tied(self, one: Block, two: Block) -> bool:
        return frozenset((one.ident, two.ident)) in self._bonds.together


def _ident(told: Told) -> str:
    return told.record.id


def _first(block: Block) -> str:
    return block.ident


def cluster(
    told: Iterable[Told], apart: Iterable[Pair] = (), together: Iterable[Pair] = ()
) -> list[Group]:
    """Group records into events; `apart` and `together` are people's decisions on pairs of ids.

    The result is sorted and does not depend on the order of `told`.
    """
    by_id = {t.record.id: t for t in told}
    every = [by_id[ident] for ident in sorted(by_id)]
    of_document: dict[str, list[Told]] = {}
    for t in every:
        of_document.setdefault(t.record.document, []).append(t)
    groups = Groups(
        lambda _: every,
        by_id.get,
        lambda t: of_document[t.record.document],
        Bonds(apart, together),
    )
    return distinct([groups.event_of(t) for t in every])


def distinct(groups: Sequence[Group]) -> list[Group]:
    """Groups without repetition, by the id of their first record."""
    return [g for _, g in sorted({_ident(g[0]): g for g in groups}.items())]
