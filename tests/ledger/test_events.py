"""One real event, one row: what is joined, what stays apart, and that order does not matter."""

from __future__ import annotations

import itertools
import random

import pytest

from verbale.ledger.events import merge
from verbale.ledger.grouping import cluster
from verbale.ledger.sameness import Told
from verbale.records import Actor, Evidence, Interaction, Place, identify

VANTOR = Actor("person:ilen-maro", "Ilen Maro", "person", "XAV", "President")
DESSE = Actor("person:oru-desse", "Oru Desse", "person", "XOR", "Prime Minister")
OTHER = Actor("person:tal-vin", "Tal Vin", "person", "XOR", "Foreign Minister")
XAV, XOR, XUL = (Actor(c, c, "state", c) for c in ("XAV", "XOR", "XUL"))


def told(document: str, **fields: object) -> Told:
    side = fields.pop("side", None)
    published = fields.pop("published", None)
    row: dict[str, object] = {
        "document": document,
        "evidence": (Evidence(0, 4, "they"),),
        "kind": "call",
        "status": "held",
        "date": "2031-05-06",
        "participants": (VANTOR, DESSE),
        "confidence": 0.8,
    }
    record = identify(Interaction(**(row | fields)))  # type: ignore[arg-type]  # varied per test
    assert isinstance(record, Interaction)
    return Told(record, side, published)  # type: ignore[arg-type]  # strings or None


def sizes(*given: Told) -> list[int]:
    return sorted(len(g) for g in cluster(given))


def test_two_capitals_a_day_apart_are_one_call() -> None:
    assert sizes(told("a"), told("b", date="2031-05-07")) == [2]


def test_two_days_apart_are_two_calls() -> None:
    assert sizes(told("a"), told("b", date="2031-05-08")) == [1, 1]


def test_two_calls_of_one_document_stay_two() -> None:
    assert sizes(told("a"), told("a", date="2031-05-07")) == [1, 1]
    assert sizes(told("a"), told("a", place=Place("Aven", "XAV"))) == [1, 1]


def test_other_persons_are_another_call() -> None:
    assert sizes(told("a"), told("b", participants=(VANTOR, OTHER))) == [1, 1]


def test_a_state_without_a_person_may_be_either() -> None:
    assert sizes(told("a"), told("b", participants=(XAV, XOR))) == [2]


def test_a_third_state_makes_another_meeting() -> None:
    pair, three = (XAV, XOR), (XAV, XOR, XUL)
    a, b = told("a", kind="meeting", participants=pair), told("b", participants=three)
    assert sizes(a, told("b", kind="meeting", participants=three)) == [1, 1]
    assert sizes(a, b) == [1, 1]


def test_a_visit_is_not_the_meeting_in_it() -> None:
    visit = told("a", kind="visit", date="2031-05-06/2031-05-08")
    assert sizes(visit, told("b", kind="meeting", date="2031-05-07")) == [1, 1]


@pytest.mark.parametrize("date", ["2031", "2031-05-01/2031-12-31"])
def test_a_wide_date_settles_no_call(date: str) -> None:
    assert sizes(told("a"), told("b", date=date)) == [1, 1]


def test_planned_then_held_is_one_event_with_a_history() -> None:
    plan = told(
        "a", kind="visit", status="planned", date="2031-05-05/2031-05-11", published="2031-05-01"
    )
    fact = told(
        "b",
        kind="visit",
        date="2031-05-06/2031-05-07",
        participants=(DESSE, XAV),
        published="2031-05-07",
    )
    (group,) = cluster([fact, plan])
    event = merge(group)
    assert (event.status, event.date) == ("held", "2031-05-06/2031-05-07")
    assert [h[1] for h in event.history] == ["planned", "held"]
    assert [a.id for a in event.participants] == [VANTOR.id, DESSE.id]


def test_a_month_told_later_keeps_the_day_that_was_planned() -> None:
    plan = told("a", kind="meeting", status="planned", date="2031-05-06", published="2031-05-04")
    later = told("b", kind="meeting", date="2031-05", published="2031-06-01")
    other = told("c", kind="meeting", status="planned", date="2031-07-06", published="2031-05-01")
    assert merge([plan, later]).date == "2031-05-06~"
    assert merge([later, plan]).date == "2031-05-06~"
    assert merge([other, later]).date == "2031-05"


def test_a_cancelled_plan_is_cancelled() -> None:
    plan = told("a", status="planned", published="2031-05-01")
    off = told("b", status="cancelled", published="2031-05-04")
    (group,) = cluster([plan, off])
    assert merge(group).status == "cancelled"


def test_sources_keep_their_side_and_their_differences() -> None:
    a = told("a", side="XAV", initiator=XAV, kind="video-meeting")
    b = told("b", side="XOR", initiator=XOR, date="2031-05-07")
    (group,) = cluster([a, b])
    event = merge(group)
    assert {s.side for s in event.sources} == {"XAV", "XOR"}
    assert {d.field for d in event.disagreements} == {"kind", "date", "initiator"}
    assert event.confidence == pytest.approx(1 - 0.2 * 0.2)


def test_people_decide() -> None:
    a, b, c = told("a"), told("b"), told("c", date="2031-06-01")
    pair, far = (frozenset((x.record.id, y.record.id)) for x, y in ((a, b), (a, c)))
    assert sorted(len(g) for g in cluster([a, b, c], apart=[pair])) == [1, 1, 1]
    assert sorted(len(g) for g in cluster([a, b, c], together=[far])) == [1, 2]


def test_the_order_of_adding_does_not_matter() -> None:
    rng = random.Random(7)
    kinds, people = ("call", "video-meeting", "meeting", "visit"), (VANTOR, DESSE, OTHER, XAV, XOR)
    pool = [
        told(
            f"d{i % 17}",
            kind=rng.choice(kinds),
            date=f"2031-05-{rng.randint(1, 9):02}",
            status=rng.choice(("held", "planned")),
            participants=tuple(rng.sample(people, 2)),
        )
        for i in range(60)
    ]
    pool = list({t.record.id: t for t in pool}.values())
    first = cluster(pool)
    for _ in range(5):
        rng.shuffle(pool)
        assert cluster(pool) == first
    assert [merge(g) for g in first] == [merge(tuple(reversed(g))) for g in first]


def test_no_event_holds_a_pair_that_cannot_be_one() -> None:
    chain = [told("a"), told("b", date="2031-05-07"), told("c", date="2031-05-08")]
    for order in itertools.permutations(chain):
        assert sorted(len(g) for g in cluster(order)) == [1, 2]


def test_a_loose_record_goes_to_the_one_meeting_that_suits_it() -> None:
    meeting = told("a", kind="meeting")
    loose = told("b", kind="meeting", participants=(VANTOR, XOR))
    assert sizes(meeting, loose) == [2]
    rival = told("c", kind="meeting", participants=(VANTOR, OTHER))
    assert sizes(meeting, loose, rival) == [1, 1, 1]


def test_one_office_that_tells_of_two_days_tells_of_two_calls() -> None:
    first, second = told("a", side="XAV"), told("b", side="XAV", date="2031-05-07")
    assert sizes(first, second) == [1, 1]
    assert sizes(first, told("b", side="XOR", date="2031-05-07")) == [2]


def test_another_country_is_another_meeting() -> None:
    here, there = Place("Aven", "XAV"), Place("Orv", "XOR")
    plan = told("b", kind="meeting", status="planned", date="2031-05", place=there)
    assert sizes(told("a", kind="meeting", place=here), plan) == [1, 1]
    same_day = told("b", kind="meeting", place=there)
    (group,) = cluster([told("a", kind="meeting", place=here), same_day])
    assert [d.field for d in merge(group).disagreements] == ["place"]


def test_a_summit_is_of_leaders() -> None:
    speaker = Actor("person:una-rae", "Una Rae", "person", "XOR", "Speaker")
    summit = told("a", kind="summit", participants=(VANTOR, XOR))
    assert sizes(summit, told("b", kind="meeting", participants=(VANTOR, speaker))) == [1, 1]
    assert sizes(summit, told("b", kind="meeting")) == [2]


def test_a_longer_list_of_names_is_no_other_event_and_no_other_people() -> None:
    aide = Actor("person:sol-tem", "Sol Tem", "person", "XOR", "Aide")
    (group,) = cluster([told("a"), told("b", participants=(VANTOR, DESSE, aide))])
    assert [d.field for d in merge(group).disagreements] == ["participants"]
    (group,) = cluster([told("a"), told("b", participants=(VANTOR, XOR))])
    assert merge(group).disagreements == ()


def test_copies_are_one_voice() -> None:
    a, b = told("a"), told("b")
    copies = [Told(t.record, None, None, "a") for t in (a, b)]
    assert merge(copies).confidence == pytest.approx(0.8)
    assert merge([a, b]).confidence == pytest.approx(0.96)


def test_talks_without_a_place_were_held_as_the_other_capital_says() -> None:
    video = told("a", kind="video-meeting", side="XAV")
    talks = told("b", kind="meeting", side="XOR")
    (group,) = cluster([video, talks])
    assert [d.field for d in merge(group).disagreements] == ["kind"]
    assert sizes(video, told("b", kind="meeting", side="XAV")) == [1, 1]
    assert sizes(video, told("b", kind="meeting", side="XOR", place=Place("Aven", "XAV"))) == [1, 1]
    # A later text may call it either.
    later = told("c", kind="video-meeting", side="XOR", participants=(XAV, XOR))
    assert sizes(video, talks, later) == [3]


def test_a_month_holds_one_meeting_where_both_texts_say_who_met_whom() -> None:
    meeting = told("a", kind="meeting")
    assert sizes(meeting, told("b", kind="meeting", date="2031-05")) == [2]
    assert sizes(
        meeting, told("b", kind="meeting", date="2031-05", participants=(VANTOR, XOR))
    ) == [1, 1]
    one = told("a", kind="meeting", date="2031-05", participants=(VANTOR, XOR))
    other = told("b", kind="meeting", date="2031-05-06~", participants=(XAV, DESSE))
    assert sizes(one, other) == [1, 1]


def test_a_text_that_tells_it_twice_does_not_part_the_others() -> None:
    place = Place("Aven", "XAV")
    twice = [told("a", kind="meeting"), told("a", kind="meeting", place=place)]
    others = [told(x, kind="meeting", place=place if x < "d" else None) for x in "bcdef"]
    assert sizes(*twice, *others) == [1, 6]


def test_a_text_that_tells_the_meeting_means_another_event_by_its_summit() -> None:
    guest = Actor("person:sol-tem", "Sol Tem", "person", "XOR", "President")
    others = told("a", kind="meeting", participants=(VANTOR, guest))
    own, summit = told("b", kind="meeting"), told("b", kind="summit", participants=(VANTOR, XOR))
    assert sizes(others, own, summit) == [1, 1, 1]
    assert sizes(others, summit) == [2]


def test_a_conversation_of_untold_kind_is_the_call_that_another_text_tells() -> None:
    """A text may tell what leaders said to each other and never how they spoke."""
    assert sizes(told("a", date="2031-05-06~"), told("b", kind="other")) == [2]
    meeting = told("c", kind="meeting", place=Place("Aven", "XAV"))
    assert sizes(told("a"), told("b", kind="other"), meeting) == [1, 2]
    assert sizes(told("a", kind="visit"), told("b", kind="other")) == [1, 1]


def test_a_delegation_is_not_the_president_who_may_come_that_month() -> None:
    plan = told("a", kind="visit", status="planned", date="2031-05", participants=(VANTOR, XOR))
    came = told("b", kind="visit", date="2031-05-20", participants=(XAV, XOR))
    assert sizes(plan, came) == [1, 1]
    named = told("c", kind="visit", date="2031-05-20", participants=(VANTOR, XOR))
    assert sizes(plan, named) == [2]


def test_a_guest_is_received_by_many_hosts() -> None:
    visit = {"kind": "visit", "visitor": VANTOR, "host": XOR}
    one, two = (told(d, participants=(VANTOR, p), **visit) for d, p in (("a", DESSE), ("b", OTHER)))
    assert sizes(one, two) == [2]
    guest = Actor("person:una-lo", "Una Lo", "person", "XAV")
    assert sizes(one, told("c", kind="visit", host=XOR, participants=(guest, DESSE))) == [1, 1]


def test_states_on_the_day_of_their_text_tell_no_event_of_others() -> None:
    states = {"kind": "meeting", "participants": (XAV, XOR)}
    one, other = told("a", date="2031-05-06", **states), told("b", **states, basis="published")
    assert sizes(one, other) == [1, 1]
    assert sizes(one, told("b", **states, basis="text")) == [2]
