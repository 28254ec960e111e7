"""Which records are one event: groups as a function of the records alone, found where asked for.

Records that say by themselves which event they tell (exact days, persons on both sides:
`sameness.is_full`) are joined first, best pairs first; a conflict with any member forbids a join.
A loose record ("next month", "the American side") then belongs to the one group that suits it best;
where two suit it equally well it stays alone, and loose records without any group are joined among
themselves. So a loose record never glues two events together, and what is asked of one record leads
only to records of the same states in the same weeks.

People's decisions come first: pairs that they joined are joined, pairs that they parted never are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from verbale.ledger.sameness import Told, closeness, compatible, is_full

__all__ = ["Bonds", "Group", "Groups", "cluster", "distinct"]

Group = tuple[Told, ...]
Pair = frozenset[str]


class Bonds:
    """People's decisions on pairs of record ids: `apart` and `together`."""

    def __init__(self, apart: Iterable[Pair] = (), together: Iterable[Pair] = ()) -> None:
        self.apart = frozenset(apart)
        self.together = frozenset(together)
        self._partners: dict[str, set[str]] = {}
        for pair in self.together:
            for ident in pair:
                self._partners.setdefault(ident, set()).update(pair - {ident})

    def partners(self, ident: str) -> set[str]:
        """The records that people joined with one."""
        return self._partners.get(ident, set())

    def may(self, a: Told, b: Told) -> bool:
        """Whether the two may be of one event."""
        pair = frozenset((a.record.id, b.record.id))
        return pair in self.together or (pair not in self.apart and compatible(a, b))


class Groups:
    """Answers of one state of the records.

    `near` gives the records that may be compatible with one (all that are, others as well),
    `get` a record by id or None, `siblings` the interactions of the same document.
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
        self.bonds = bonds or Bonds()
        self._firm: dict[str, bool] = {}
        self._events: dict[str, Group] = {}  # by the first record of the core
        self._mates: dict[str, Group] = {}
        self._core: dict[str, Group] = {}
        self._pool: dict[str, Group] = {}
        self._fitting: dict[str, list[tuple[tuple[float, ...], Group]]] = {}

    def event_of(self, told: Told) -> Group:
        """All records of the event that a record tells, sorted by id."""
        core: Group | None = self.core(told) if self.firm(told) else self.home(told)
        if core is None:
            return self._pooled(told) if not self._candidates(told) else (told,)
        known = self._events.get(_ident(core[0]))
        if known is None:
            around = {_ident(v): v for m in core for v in self.mates(m) if not self.firm(v)}
            loose = [v for v in around.values() if self.home(v) is core]
            known = self._events[_ident(core[0])] = tuple(sorted((*core, *loose), key=_ident))
        return known

    def firm(self, told: Told) -> bool:
        """Whether the record founds an event; what people joined does."""
        ident = told.record.id
        known = self._firm.get(ident)
        if known is None:
            known = self._firm[ident] = is_full(told.record) or bool(self.bonds.partners(ident))
        return known

    def mates(self, told: Told) -> Group:
        """The records that may be of one event with this one, by id."""
        known = self._mates.get(told.record.id)
        if known is None:
            joined = map(self._get, self.bonds.partners(told.record.id))
            around = {t.record.id: t for t in (*self._near(told), *joined) if t}
            around.pop(told.record.id, None)
            fitting = (t for t in around.values() if self.bonds.may(told, t))
            known = self._mates[told.record.id] = tuple(sorted(fitting, key=_ident))
        return known

    def core(self, told: Told) -> Group:
        """The firm records of a firm record's event."""
        if told.record.id not in self._core:
            self._core.update(self._joined(told, self.firm))
        return self._core[told.record.id]

    def home(self, told: Told) -> Group | None:
        """The group to which a loose record belongs: the one that suits it best, if it is one.

        Of two records of one document the closer one belongs there.
        """
        best = self._best(told)
        if best is None:
            return None
        score, core = best
        for other in self._siblings(told):
            if other.record.id == told.record.id or self.firm(other) or self.bonds.may(told, other):
                continue
            rival = self._best(other)
            if rival and rival[1] is core and (rival[0], _ident(told)) > (score, _ident(other)):
                return None
        return core

    def _best(self, told: Told) -> tuple[tuple[float, ...], Group] | None:
        ranked = self._candidates(told)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0]

    def _candidates(self, told: Told) -> list[tuple[tuple[float, ...], Group]]:
        """Groups with all of whose records a loose record goes together, the best first."""
        known = self._fitting.get(told.record.id)
        if known is None:
            cores = distinct([self.core(m) for m in self.mates(told) if self.firm(m)])
            fitting = (c for c in cores if all(self.bonds.may(told, m) for m in c))
            known = self._fitting[told.record.id] = sorted(
                ((max(closeness(told.record, m.record) for m in c), c) for c in fitting),
                key=lambda found: (found[0], found[1][0].record.id),
                reverse=True,
            )
        return known

    def _pooled(self, told: Told) -> Group:
        if told.record.id not in self._pool:
            self._pool.update(
                self._joined(told, lambda t: not self.firm(t) and not self._candidates(t))
            )
        return self._pool[told.record.id]

    def _joined(self, told: Told, of_kind: Callable[[Told], bool]) -> dict[str, Group]:
        """The groups among all records of one sort that are connected with `told`."""
        seen = {told.record.id: told}
        edges: dict[Pair, tuple[Told, Told]] = {}
        todo = [told]
        while todo:
            one = todo.pop()
            for other in self.mates(one):
                if not of_kind(other):
                    continue
                edges[frozenset((one.record.id, other.record.id))] = (one, other)
                if other.record.id not in seen:
                    seen[other.record.id] = other
                    todo.append(other)
        return self._grouped(seen, edges)

    def _grouped(
        self, told: dict[str, Told], edges: dict[Pair, tuple[Told, Told]]
    ) -> dict[str, Group]:
        def order(pair: Pair) -> tuple[object, ...]:
            one, two = edges[pair]
            close = tuple(-x for x in closeness(one.record, two.record))
            return (pair not in self.bonds.together, close, sorted(pair))

        member = {ident: [t] for ident, t in told.items()}
        for pair in sorted(edges, key=order):
            first, second = (member[ident] for ident in sorted(pair))
            if first is second:
                continue
            if pair in self.bonds.together or all(
                self.bonds.may(a, b) for a in first for b in second
            ):
                first.extend(second)
                for t in second:
                    member[t.record.id] = first
        done = {id(g): tuple(sorted(g, key=_ident)) for g in member.values()}
        return {ident: done[id(g)] for ident, g in member.items()}


def _ident(told: Told) -> str:
    return told.record.id


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
