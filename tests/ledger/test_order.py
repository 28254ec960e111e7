"""The ledger is a function of what it holds: not of the order, of re-reading, or of second thoughts."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.made import PEOPLE, Given, crowd, given

from verbale.ledger import Ledger
from verbale.ledger.grouping import cluster
from verbale.ledger.sameness import _alike, compatible


def state(ledger: Ledger) -> list[Any]:
    return [list(ledger.world.events()), list(ledger.restamped.all()), ledger.world.leaders()]


def kept(path: Path, documents: list[Given]) -> list[Any]:
    with Ledger(path, create=True) as ledger:
        for document, records in documents:
            ledger.add(document, records, "v1")
        assert not list(ledger.check())
        return state(ledger)


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_orders_give_one_ledger(tmp_path: Path, seed: int) -> None:
    documents = crowd(seed, 30)
    first = kept(tmp_path / "0.db", documents)
    assert any(len(e.sources) > 1 for e in first[0])
    for turn in range(2):
        random.Random(turn).shuffle(documents)
        assert kept(tmp_path / f"{turn + 1}.db", documents) == first


@pytest.mark.parametrize("seed", range(3))
def test_the_ledger_holds_what_all_records_together_say(tmp_path: Path, seed: int) -> None:
    events = kept(tmp_path / "a.db", crowd(seed, 30))[0]
    every = [t for e in events for t in e.sources]
    random.Random(seed).shuffle(every)
    groups = {tuple(t.record.id for t in g) for g in cluster(every)}
    assert {tuple(sorted(t.record.id for t in e.sources)) for e in events} == groups


@pytest.mark.parametrize("seed", range(2))
def test_reading_anew_and_second_thoughts_leave_no_trace(tmp_path: Path, seed: int) -> None:
    documents = crowd(seed, 30)
    before = kept(tmp_path / "a.db", documents)
    rng = random.Random(seed)
    with Ledger(tmp_path / "a.db") as ledger:
        for document, (head, *rest) in rng.sample(documents, 6):
            ledger.add(document, (head,), "v2")
            ledger.add(document, (head, *rest), "v3")
        assert state(ledger) == before
        for _, (_, record, *_) in rng.sample(documents, 6):
            correction = rng.choice(("reject", "correct"))
            fields = (
                {"field": "date", "value": f"2031-05-{rng.randint(1, 28):02}"}
                if correction == "correct"
                else {}
            )
            number = ledger.decide(correction, [record.id], **fields)
            now = state(ledger)
            ledger.world.rebuild()
            assert state(ledger) == now
            ledger.undo(number)
        assert state(ledger) == before
        assert not list(ledger.check())


def test_no_event_holds_two_that_cannot_be_one(tmp_path: Path) -> None:
    for event in kept(tmp_path / "a.db", crowd(99, 60))[0]:
        firm = [t for t in event.sources if t.record.date]
        loose = [a for a in firm for b in firm if a is not b and compatible(a, b)]
        assert len(event.sources) == 1 or loose


def test_a_hundred_accounts_of_one_event_cost_what_each_says_anew(tmp_path: Path) -> None:
    who = (PEOPLE["XAV"][0], PEOPLE["XOR"][0])

    def asked(count: int) -> int:
        """How often the last of many accounts made two records be compared."""
        with Ledger(tmp_path / f"{count}.db", create=True) as ledger:
            for i in range(count):
                before = _alike.cache_info()
                told = {"kind": "meeting", "date": "2031-05-06", "participants": who}
                ledger.add(*given(f"Account {i}.", "2031-05-07", told), "v1")
            (event,) = ledger.world.events()
            assert len(event.sources) == count
        after = _alike.cache_info()
        return after.hits + after.misses - before.hits - before.misses

    assert asked(80) <= 3 * asked(40)
