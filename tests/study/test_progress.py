"""Targets beside observations."""

from __future__ import annotations

import pytest

from verbale.records import Actor, Evidence, Observation, Target, identify
from verbale.study.progress import conflicts, progress

A, B, C = (Actor(x, x, "state", x) for x in ("XAV", "XOR", "XUL"))


def target(**fields: object) -> Target:
    row: dict[str, object] = {
        "document": "d",
        "evidence": (Evidence(0, 1, "x"),),
        "indicator": "bilateral-trade",
        "parties": (A, B),
        "value": 200e9,
        "unit": "USD",
        "per": "year",
    }
    made = identify(Target(**(row | fields)))  # type: ignore[arg-type]  # varied per test
    assert isinstance(made, Target)
    return made


def observed(value: float, period: str, **fields: object) -> Observation:
    row: dict[str, object] = {
        "document": "e",
        "evidence": (Evidence(0, 1, "x"),),
        "indicator": "bilateral-trade",
        "parties": (B, A),
        "value": value,
        "unit": "USD",
        "period": period,
    }
    made = identify(Observation(**(row | fields)))  # type: ignore[arg-type]  # varied per test
    assert isinstance(made, Observation)
    return made


def test_the_latest_year_gives_the_ratio() -> None:
    (row,) = progress([target()], [observed(190.27e9, "2032"), observed(146e9, "2031")], "2033-04")
    assert row.ratio == pytest.approx(0.951, abs=5e-4)
    assert row.state == "open"
    assert [o.period for o in row.observations] == ["2031", "2032"]


@pytest.mark.parametrize(
    "other",
    [
        observed(250e9, "2032", unit="EUR"),
        observed(250e9, "2032", indicator="investment"),
        observed(250e9, "2032", parties=(A, C)),
        observed(250e9, "2032-01/2032-03"),
    ],
)
def test_another_thing_is_no_progress(other: Observation) -> None:
    (row,) = progress([target()], [other], "2033-01-01")
    assert row.observations == ()
    assert row.ratio is None


def test_met_and_missed() -> None:
    met, missed = target(), target(due="2031", value=300e9)
    rows = {
        r.target.id: r.state for r in progress([met, missed], [observed(201e9, "2032")], "2033")
    }
    assert rows == {met.id: "met", missed.id: "missed"}


def test_conflicting_figures_are_all_kept() -> None:
    given = [observed(190.27e9, "2032"), observed(190.3e9, "2032"), observed(185e9, "2032")]
    (row,) = conflicts(given)
    assert [o.value for o in row.observations] == [185e9, 190.27e9, 190.3e9]
    assert conflicts(given[:2]) == []


def test_a_sum_is_not_paid_before_it_is_promised() -> None:
    promised = target(indicator="aid", value=50e6, per="once", document="plan")
    before = observed(20e6, "2031", indicator="aid", document="old")
    after = observed(30e6, "2033", indicator="aid", document="new")
    dates = {"plan": "2032-03-01", "old": "2032-01-01", "new": "2034-01-01"}
    (row,) = progress([promised], [before, after], "2034-05-01", dates)
    assert row.observations == (after,)
    assert row.ratio == pytest.approx(0.6)


def test_where_a_level_stood_before_counts_unless_it_was_higher() -> None:
    dates = {"d": "2032-03-01", "e": "2032-02-01"}
    lower, higher = observed(140e9, "2031"), observed(250e9, "2031", document="f")
    (row,) = progress([target()], [lower, higher], "2033-01-01", dates | {"f": "2032-02-01"})
    assert row.observations == (lower,)
    assert (row.ratio, row.state) == (pytest.approx(0.7), "open")


def test_figures_of_nobody_in_particular_are_set_beside_nothing() -> None:
    nobody, alone = (target(parties=p, indicator="aid") for p in ((), (A,)))
    given = [observed(300e9, "2032", parties=p, indicator="aid") for p in ((), (A,))]
    rows = progress([nobody, alone], given, "2033-01-01")
    assert [r.observations for r in rows] == [(), ()]


def test_one_target_however_fully_it_is_named_and_a_figure_once() -> None:
    named = [target(per="year", due="2035"), target(per=None), target(per="once", document="x")]
    twice = [observed(140e9, "2031"), observed(140e9, "2031", evidence=(Evidence(5, 6, "y"),))]
    (row,) = progress(named, twice, "2033-01-01")
    assert len(row.targets) == 3
    assert (row.target.per, row.target.due) == ("year", "2035")
    assert len(row.observations) == 1
    other = progress([*named, target(due="2040")], [], "2033-01-01")
    assert sorted(len(r.targets) for r in other) == [1, 1, 2]
