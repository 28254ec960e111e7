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
