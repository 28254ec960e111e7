"""One document against the earlier ones: what is new in it, what it repeats, what it drops.

The points of a document are its records. A point was made before when an earlier document has one
of the same kind, parties and matter. Dropped are points that at least half of the last documents of
its kind (the same voice and genre, about the same two sides) make and this one does not.
"Earlier" goes by the documents' dates, never by when they were added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from verbale.ledger.sameness import Told, compatible
from verbale.records import (
    Agreement,
    Commitment,
    Interaction,
    Observation,
    Position,
    Record,
    Statement,
    Status,
    Target,
    kind_of,
)
from verbale.study.issues import ALIKE
from verbale.study.likeness import Floats, content_words, likeness, plain, vectors

__all__ = ["Dropped", "Novelty", "Repeated", "novelty", "parties", "words_of"]

LAST = 12  # documents of a kind that are looked back at
FEWEST = 3  # documents of a kind before anything can be called usual
CANDIDATES = 8  # earlier points, the richest in shared words, that vectors are asked about


@dataclass(frozen=True, slots=True)
class Repeated:
    """A point and the earlier records that make it, the earliest first."""

    record: Record
    earlier: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A usual point that is missing: one wording of it, and in how many of `of` documents it is."""

    record: Record
    documents: int
    of: int


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is new, what is repeated, what is dropped."""

    new: tuple[Record, ...]
    repeated: tuple[Repeated, ...]
    dropped: tuple[Dropped, ...]


def parties(record: Record) -> frozenset[str]:
    """The states and organizations whose point it is."""
    if isinstance(record, Statement):
        actors = record.speakers
    elif isinstance(record, Position):
        actors = record.holders
    elif isinstance(record, Commitment):
        actors = record.by
    elif isinstance(record, Interaction):
        actors = record.participants
    else:
        actors = getattr(record, "parties", ())
    return frozenset(a.state or a.id for a in actors)


def words_of(record: Record) -> str:
    """The matter of a record in its own words; "" for kinds that are compared by their fields."""
    if isinstance(record, Statement):
        return " ".join(e.quote for e in record.content)
    if isinstance(record, Position):
        return record.issue
    if isinstance(record, Commitment):
        return record.action
    if isinstance(record, Agreement):
        return record.name
    return record.label if isinstance(record, Status) else ""


def _fixed(record: Record) -> tuple[object, ...]:
    """Fields that have to be equal for two points to be one."""
    if isinstance(record, Position):
        return (record.stance,)
    if isinstance(record, Target):
        return (record.indicator, record.value, record.unit, record.per)
    if isinstance(record, Observation):
        return (record.indicator, record.value, record.unit, record.period)
    return (record.act,) if isinstance(record, Agreement | Status) else ()


def novelty(
    mine: Sequence[Record],
    earlier: Iterable[Record],
    usual: Sequence[Sequence[Record]] = (),
    embed: Callable[[Sequence[str]], Floats] = vectors,
) -> Novelty:
    """Compare a document's records with those of `earlier` documents, oldest first.

    `usual` are the records of each of the last documents of its kind, latest first.
    """
    mine = [r for r in mine if kind_of(r) != "document"]
    same = _Same(embed)
    by_kind: dict[str, list[Record]] = {}
    for record in earlier:
        by_kind.setdefault(kind_of(record), []).append(record)
    before = {r.id: same.candidates(r, by_kind.get(kind_of(r), ())) for r in mine}
    kept = [[r for r in of if kind_of(r) not in _PASSING] for of in usual[:LAST]]
    same.learn(
        [*mine, *(r for found in before.values() for r in found), *(r for of in kept for r in of)]
    )
    new, repeated = [], []
    for record in mine:
        found = tuple(o for o in before[record.id] if same(record, o))
        if found:
            repeated.append(Repeated(record, found))
        else:
            new.append(record)
    return Novelty(tuple(new), tuple(repeated), tuple(_dropped(mine, kept, same)))


# What happened once is not expected again.
_PASSING = frozenset({"document", "interaction", "observation"})


class _Same:
    """Whether two records make one point; vectors are computed once, for what is asked."""

    def __init__(self, embed: Callable[[Sequence[str]], Floats]) -> None:
        self._embed = embed
        self._vectors: dict[str, Floats] = {}

    def candidates(self, record: Record, others: Iterable[Record]) -> list[Record]:
        """Of `others` those that may make the same point, in their order."""
        fitting = [o for o in others if self._may(record, o)]
        mine = content_words(words_of(record))
        if not mine or len(fitting) <= CANDIDATES:
            return fitting
        shared = {o.id: len(mine & content_words(words_of(o))) for o in fitting}
        best = sorted(fitting, key=lambda o: (-shared[o.id], o.id))[:CANDIDATES]
        chosen = {o.id for o in best}
        return [o for o in fitting if o.id in chosen]

    def learn(self, records: Iterable[Record]) -> None:
        """Compute the vectors that comparisons of these records need."""
        texts = sorted({t for r in records if (t := plain(words_of(r)))} - self._vectors.keys())
        self._vectors.update(zip(texts, self._embed(texts), strict=True))

    @staticmethod
    def _may(one: Record, two: Record) -> bool:
        if type(one) is not type(two) or _fixed(one) != _fixed(two):
            return False
        if isinstance(one, Interaction) and isinstance(two, Interaction):
            return compatible(Told(one), Told(two))
        first, second = parties(one), parties(two)
        if isinstance(one, Statement | Position | Commitment):
            return bool(first & second) or first == second
        return first <= second or second <= first

    def __call__(self, one: Record, two: Record) -> bool:
        if not self._may(one, two):
            return False
        first, second = plain(words_of(one)), plain(words_of(two))
        if not first or first == second:
            return True
        cosine = float(self._vectors[first] @ self._vectors[second])
        return likeness(content_words(first), content_words(second), cosine) >= ALIKE


def _dropped(
    mine: Sequence[Record], usual: Sequence[Sequence[Record]], same: _Same
) -> Iterable[Dropped]:
    if len(usual) < FEWEST:
        return
    seen: list[Record] = []
    found = []
    for of in usual:
        for record in sorted(of, key=lambda r: r.id):
            if any(same(record, o) for o in seen):
                continue
            seen.append(record)
            with_it = sum(any(same(record, o) for o in other) for other in usual)
            usually = with_it * 2 >= len(usual) and with_it > 1
            if usually and not any(same(record, o) for o in mine):
                found.append(Dropped(record, with_it, len(usual)))
    yield from sorted(found, key=lambda d: (-d.documents, kind_of(d.record), d.record.id))
