"""Stamps that fall: what overturns a text's date, what follows from it, and what bears it out."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from tests.ledger.made import PEOPLE, STATES, Given, given, headed

from verbale.ledger import Ledger
from verbale.records import (
    DocumentRecord,
    Evidence,
    Interaction,
    Place,
    Published,
    Statement,
    identify,
)

ADA = PEOPLE["XAV"][0]
VISIT: dict[str, Any] = {"kind": "visit", "participants": (ADA, STATES["XOR"]), "visitor": ADA}
# 5 and 6 May 2031 are a Monday and a Tuesday; a stamp of 28 May makes them 26 and 27.
PLAN = given(
    "Ada is expected in Orvenia from 5 to 6 May.",
    "2031-05-01",
    VISIT | {"status": "planned", "date": "2031-05-05/2031-05-06"},
)
WORDS = "Ada came to Orvenia for talks on Monday and Tuesday."
WRONG = given(WORDS, "2031-05-28", VISIT | {"date": "2031-05-26/2031-05-27"})
AWAY = given(
    "Ada met the president of Ulmark in the capital of Ulmark on 26 May.",
    "2031-05-26",
    {
        "kind": "meeting",
        "participants": (ADA, PEOPLE["XUL"][0]),
        "date": "2031-05-26",
        "place": Place("Ulm", "XUL"),
    },
)
AGAIN = given(
    "Ada was in Orvenia again on 26 and 27 May.",
    "2031-05-29",
    VISIT | {"date": "2031-05-26/2031-05-27"},
    side="XOR",
)


def at_odds(of: Given) -> Given:
    """The same text, where the reader found something in it against its stamp."""
    document, (head, *rest) = of
    assert isinstance(head, DocumentRecord)
    published = Published(head.published.date, "header", "conflict", ("header against text",))
    return document, (type(head)(**_fields(head) | {"published": published}), *rest)


def _fields(of: Any) -> dict[str, Any]:
    return {f: getattr(of, f) for f in of.__struct_fields__}


def opened(path: Path, *documents: Given) -> Ledger:
    ledger = Ledger(path, create=True)
    for document, records in documents:
        ledger.add(document, records, "v1")
    assert not list(ledger.check())
    return ledger


def days(ledger: Ledger, of: Given) -> str | None:
    """The days of the event that the first record of a text tells."""
    event = ledger.world.event_of(of[1][1].id)
    assert event is not None
    return event.date


def test_nobody_is_in_two_countries_so_the_stamp_falls(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db", PLAN, WRONG, AWAY) as ledger:
        (fell,) = ledger.restamped.all()
        assert (fell.document, fell.own, fell.why) == (WRONG[1][0].id, "2031-05-28", "elsewhere")
        assert fell.date == "2031-04-29/2031-05-12"
        assert set(fell.because) == {PLAN[1][1].id, AWAY[1][1].id}
        # One visit of two texts, on the days that the plan has, with its sources in their order.
        visit = ledger.world.event_of(WRONG[1][1].id)
        assert visit
        assert (visit.date, visit.status) == ("2031-05-05/2031-05-06", "held")
        assert {t.record.document for t in visit.sources} == {PLAN[1][0].id, WRONG[1][0].id}
        assert [h[0] for h in visit.history] == ["2031-05-01", "2031-04-29/2031-05-12"]
        assert ledger.about(WRONG[1][0].id).published == fell.date
        (head,) = ledger.of_document(WRONG[1][0].id, "document")
        assert isinstance(head, DocumentRecord)
        assert (head.published.date, head.published.status) == (fell.date, "conflict")
        assert "2031-05-28" in head.published.conflicts[-1]


def test_without_knowing_where_the_guest_was_it_is_left_to_people(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db", PLAN, WRONG) as ledger:
        assert not list(ledger.restamped.all())
        assert days(ledger, WRONG) == "2031-05-26/2031-05-27"


def test_a_text_at_odds_with_its_own_stamp_needs_no_more(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db", at_odds(WRONG), PLAN) as ledger:
        assert [s.why for s in ledger.restamped.all()] == ["alone"]
        assert days(ledger, WRONG) == "2031-05-05/2031-05-06"


def test_what_bears_a_stamp_out_holds_it_whenever_it_comes(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db", PLAN, WRONG, AWAY) as ledger:
        ledger.add(*AGAIN, "v1")
        assert not list(ledger.restamped.all())
        assert days(ledger, WRONG) == "2031-05-26/2031-05-27"
        assert ledger.about(WRONG[1][0].id).published == "2031-05-28"
        ledger.decide("reject", [AGAIN[1][1].id])
        assert [s.why for s in ledger.restamped.all()] == ["elsewhere"]


def test_it_falls_and_stands_again_with_what_overturned_it(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db", PLAN, WRONG, AWAY) as ledger:
        number = ledger.decide("reject", [AWAY[1][1].id])
        assert not list(ledger.restamped.all())
        ledger.undo(number)
        assert days(ledger, WRONG) == "2031-05-05/2031-05-06"
        document, (head, *_) = AWAY
        ledger.add(document, (head,), "v2")  # a new reading no longer finds the meeting
        assert days(ledger, WRONG) == "2031-05-26/2031-05-27"
        assert not list(ledger.check())


def test_all_that_rests_on_the_stamp_goes_with_it(tmp_path: Path) -> None:
    text = WORDS + " “We agreed,” she said. Ada had called in March 2030. Ada spoke on 20 May."
    document, head = headed(text, "2031-05-28", "XAV")

    def on(quote: str) -> tuple[Evidence, ...]:
        start = text.index(quote)
        return (Evidence(start, start + len(quote), quote),)

    base = {"document": head.id, "confidence": 0.8}
    told = [
        Interaction(
            **base, **VISIT, status="held", evidence=on(WORDS), date="2031-05-26/2031-05-27"
        ),
        Statement(
            **base,
            evidence=on("“We agreed,” she said."),
            content=on("We agreed"),
            speakers=(ADA,),
            manner="direct",
            date="2031-05-28~",
            basis="document",
        ),
        Interaction(
            **base,
            kind="call",
            status="held",
            participants=(ADA, STATES["XOR"]),
            evidence=on("Ada had called in March 2030."),
            date="2030-03",
        ),
    ]
    both = (document, (head, *(identify(t) for t in told)))
    with opened(tmp_path / "a.db", PLAN, both, AWAY) as ledger:
        kept = {type(r).__name__ + (getattr(r, "kind", "")): r for r in ledger.records()}
        found = {r.id: getattr(r, "date", None) for r in ledger.of_document(head.id)}
        visit, statement, call = (identify(t).id for t in told)
        assert found[statement] is None
        assert found[call] == "2030-03"
        assert found[visit] is None  # its event has the days
        assert ledger.world.event_of(visit).date == "2031-05-05/2031-05-06"  # type: ignore[union-attr]
        assert kept
        # Neither is it among what was said on the day of the stamp.
        days_ = {r.id for r in ledger.records(("statement",), since="2031-05-28")}
        assert statement not in days_


def test_what_a_text_tells_in_full_can_hold_its_stamp(tmp_path: Path) -> None:
    both = given(
        WORDS + " On 20 May 2031 she met Bo.",
        "2031-05-28",
        VISIT | {"date": "2031-05-26/2031-05-27", "quote": WORDS},
        {"kind": "meeting", "date": "2031-05-20", "quote": "On 20 May 2031 she met Bo."},
    )
    with opened(tmp_path / "a.db", PLAN, both, AWAY) as ledger:
        assert not list(ledger.restamped.all())


@pytest.mark.parametrize(
    ("status", "stamp", "why", "instead"),
    [
        ("planned", "2031-08-01", "late", "../2031-05-06"),
        ("held", "2031-04-01", "early", "2031-05-05/.."),
    ],
)
def test_days_in_full_that_two_texts_bear_out_overturn_a_stamp(
    tmp_path: Path, status: str, stamp: str, why: str, instead: str
) -> None:
    date = {"date": "2031-05-05/2031-05-06"}
    wrong = given("Ada in Orvenia, 5 and 6 May 2031.", stamp, VISIT | date | {"status": status})
    facts = [
        given(f"Ada was in Orvenia on 5 and 6 May. {side}.", "2031-05-07", VISIT | date, side=side)
        for side in ("XOR", "XUL")
    ]
    with opened(tmp_path / "a.db", wrong, facts[0]) as ledger:
        assert not list(ledger.restamped.all())
        ledger.add(*facts[1], "v1")
        assert [(s.why, s.date) for s in ledger.restamped.all()] == [(why, instead)]


def test_people_set_a_date_right_and_their_word_is_last(tmp_path: Path) -> None:
    head = WRONG[1][0].id
    with opened(tmp_path / "a.db", PLAN, WRONG) as ledger:
        number = ledger.decide("correct", [head], field="published.date", value="2031-05-07")
        assert days(ledger, WRONG) == "2031-05-05/2031-05-06"
        assert ledger.about(head).published == "2031-05-07"
        # A new reading finds it again, and what others tell does not matter any more.
        ledger.add(*WRONG, "v2")
        ledger.add(*AWAY, "v1")
        assert [(s.why, s.date) for s in ledger.restamped.all()] == [("decided", "2031-05-07")]
        ledger.undo(number)
        assert [s.why for s in ledger.restamped.all()] == ["elsewhere"]
        ledger.decide("accept", [head])
        assert not list(ledger.restamped.all())
        assert days(ledger, WRONG) == "2031-05-26/2031-05-27"
        assert not list(ledger.check())


def crowd(seed: int) -> list[Given]:
    """Texts of one traveller: plans, visits by weekday under all sorts of stamps, meetings elsewhere."""
    rng = random.Random(seed)
    made = []
    for number in range(10):
        week = rng.choice((5, 5, 12, 19))
        stay = f"2031-05-{week:02}/2031-05-{week + 1:02}"
        kind = rng.choice(("plan", "visit", "visit", "away", "told"))
        host = rng.choice(("XOR", "XOR", "XUL"))
        who = {"participants": (ADA, STATES[host]), "visitor": ADA}
        side = rng.choice(("XAV", "XOR", "XUL"))
        sign = chr(65 + number)
        if kind == "plan":
            fields = {"status": "planned", "date": stay} | who
            made.append(given(f"{sign}: Ada will go there.", "2031-05-01", fields, side=side))
        elif kind == "away":
            fields = {"kind": "meeting", "date": stay[:10], "place": Place(None, host)} | who
            made.append(given(f"{sign}: Ada met him.", stay[11:], fields, side=side))
        elif kind == "told":
            stamp = rng.choice(("2031-04-20", "2031-05-28", "2031-07-01"))
            fields = {"status": rng.choice(("held", "planned")), "date": stay} | who
            made.append(given(f"{sign}: Ada, {week} May 2031.", stamp, fields, side=side))
        else:
            words = f"{sign}: Ada came on Monday and Tuesday."
            told = given(words, stay[11:], {"date": stay} | who, side=side)
            made.append(told if rng.random() < 0.6 else at_odds(told))
    return made


def state(ledger: Ledger) -> list[Any]:
    records = sorted(r.id + str(getattr(r, "date", "")) for r in ledger.records())
    world = ledger.world
    return [
        list(world.events()),
        world.leaders(),
        list(ledger.restamped.all()),
        records,
    ]


def test_the_order_does_not_matter(tmp_path: Path) -> None:
    why: set[str] = set()
    for seed in range(12):
        documents = crowd(seed)
        with opened(tmp_path / f"{seed}.db", *documents) as ledger:
            first = state(ledger)
            why.update(s.why for s in ledger.restamped.all())
            ledger.world.rebuild()
            assert state(ledger) == first
        for turn in range(2):
            random.Random(turn).shuffle(documents)
            with opened(tmp_path / f"{seed}-{turn}.db", *documents) as ledger:
                assert state(ledger) == first
    assert why == {"alone", "early", "elsewhere", "late"}


@pytest.mark.parametrize("seed", range(3))
def test_second_thoughts_leave_no_trace(tmp_path: Path, seed: int) -> None:
    documents, rng = crowd(seed), random.Random(seed)
    with opened(tmp_path / "a.db", *documents) as ledger:
        before = state(ledger)
        for document, (head, *rest) in rng.sample(documents, 8):
            ledger.add(document, (head,), "v2")
            ledger.add(document, (head, *rest), "v3")
            assert state(ledger) == before
            number = ledger.decide("reject", [rest[0].id])
            now = state(ledger)
            ledger.world.rebuild()
            assert state(ledger) == now
            ledger.undo(number)
            assert state(ledger) == before
