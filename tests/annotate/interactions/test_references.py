"""Contacts whose sides stand elsewhere in the sentence or text: owners, offices, clauses, the visit."""

from __future__ import annotations

import pytest
from tests.annotate.interactions.made import DAY, MARIC, NA_SU, OPENING, read, short

from verbale.reader import Reader


def test_who_holds_it_stands_in_the_clause_about_it(reader: Reader) -> None:
    text = (
        f"{OPENING}They spoke of the May 25 meeting that Foreign Minister Holm will hold "
        "with President Dorn of Westria."
    )
    assert ("meeting", "planned", "2023-05-25", frozenset({"XNA", "XWE"})) in map(
        short, read(reader, text)
    )


@pytest.mark.parametrize(
    ("sentence", "visitor"),
    [
        # the subject of its clause, however the pronoun was resolved before
        ("During his visit to Westria in March, Ivo Maric praised the treaty.", MARIC),
        ("Anna Berg said that Paul Dorn raised this during his recent visit to Suvaria.", "person:paul-dorn"),
        # one does not visit one's own state
        ("Ivo Maric said that during his visit to Lorn, President Dorn agreed.", MARIC),
    ],
)  # fmt: skip
def test_his_visit_is_the_subjects(reader: Reader, sentence: str, visitor: str) -> None:
    visits = [c for c in read(reader, OPENING + sentence) if c.kind == "visit"]
    assert [v.visitor.id for v in visits if v.visitor] == [visitor]


def test_an_office_speaks_for_the_state_that_owns_it(reader: Reader) -> None:
    text = "Suvaria's top trade negotiator had talks with Foreign Minister Holm last Thursday."
    (contact,) = read(reader, text)
    assert short(contact) == ("meeting", "held", "2023-05-04", NA_SU)


def test_an_invitation_in_return_is_another_visit(reader: Reader) -> None:
    text = (
        "Ivo Maric of Suvaria was invited to visit Nordavia. "
        "Ivo Maric invited Anna Berg to visit Suvaria."
    )
    hosts = {c.host.state or c.host.id for c in read(reader, text) if c.host}
    assert hosts == {"XNA", "XSU"}


def test_the_visit_is_of_the_one_who_is_not_at_home(reader: Reader) -> None:
    text = f"{OPENING}A joint statement was adopted within the framework of the visit."
    (visit,) = [c for c in read(reader, text) if c.kind == "visit"]
    assert short(visit) == ("visit", "held", DAY, NA_SU)
    assert visit.visitor
    assert visit.visitor.id == MARIC
    assert visit.place
    assert visit.place.country == "XNA"


def test_visits_by_two_go_to_the_texts_other_side(reader: Reader) -> None:
    text = (
        "President Anna Berg spoke today with President Ivo Maric of Suvaria. They will stay in touch, "
        "including during upcoming visits by Minister Lars Holm and Ambassador Rolf Lind of Nordavia."
    )
    visits = [c for c in read(reader, text) if c.kind == "visit"]
    assert [v.status for v in visits] == ["planned"] * len(visits)
    assert {v.host.state or v.host.id for v in visits if v.host} == {"XSU"}


@pytest.mark.parametrize(
    "sentence",
    [
        # a habit, an aim, what was told before, thanks
        "We will hold meetings between our ministers at least annually.",
        "Ivo Maric will make efforts to organise a meeting of Nordavia and Westria.",
        "Those conversations with Westria helped.",
        "Ivo Maric thanked Anna Berg for inviting him to Halm.",
    ],
)
def test_no_contact_of_its_own(reader: Reader, sentence: str) -> None:
    found = [c for c in read(reader, OPENING + sentence) if c.kind != "visit" or c.status != "held"]
    assert len(found) == 1


def test_talks_in_two_capitals_are_two_meetings(reader: Reader) -> None:
    text = f"{OPENING}They followed up on their conversations in Tersk and Lorn last month."
    places = {c.place.name for c in read(reader, text) if c.place and c.date == "2023-04"}
    assert places == {"Tersk", "Lorn"}


def test_a_day_after_after_is_of_something_else(reader: Reader) -> None:
    text = (
        f"{OPENING}Ivo Maric called their meeting after the events that were held yesterday useful."
    )
    dates = {short(c)[2] for c in read(reader, text) if c.kind == "meeting"}
    assert dates == {DAY}


def test_leaving_for_a_state_is_a_visit(reader: Reader) -> None:
    text = "President Ivo Maric of Suvaria left for Westria on Monday."
    (visit,) = read(reader, text)
    assert short(visit) == ("visit", "held", "2023-05-08", frozenset({"XSU", "XWE"}))


def test_an_ambassador_received_is_met(reader: Reader) -> None:
    text = "Foreign Minister Lars Holm received the Ambassador of Suvaria today."
    (contact,) = read(reader, text)
    assert short(contact) == ("meeting", "held", DAY, NA_SU)


def test_a_bare_summit_is_the_meeting_that_is_told(reader: Reader) -> None:
    text = f"{OPENING}Anna Berg said that the summit of the two leaders was a success."
    assert [c.kind for c in read(reader, text) if c.kind in ("meeting", "summit")] == ["meeting"]


def test_the_summit_that_two_will_meet_at_lies_ahead(reader: Reader) -> None:
    text = f"{OPENING}They agreed that they will meet again at the Westria Summit in Lorn."
    (summit,) = [c for c in read(reader, text) if c.kind == "summit"]
    assert summit.status == "planned"


def test_you_in_a_question_is_who_answers(reader: Reader) -> None:
    text = (
        "President Berg spoke to the press.\n"
        "Reporter: What will you bring to your meeting with President Maric of Suvaria next week?\n"
        "President Berg: A good deal.\n"
    )
    (meeting,) = [c for c in read(reader, text) if c.kind == "meeting"]
    assert short(meeting)[3] == NA_SU


def test_what_was_long_ago_is_not_what_the_text_is_about(reader: Reader) -> None:
    text = (
        "Foreign Minister Holm recalled the talks that Anna Berg held "
        "with President Ivo Maric of Suvaria in 2021."
    )
    (contact,) = read(reader, text)
    assert (contact.date, contact.place) == ("2021", None)


def test_a_dialogue_of_two_states_is_a_meeting(reader: Reader) -> None:
    text = (
        "Officials of both sides spoke of it at a Nordavia-Suvaria dialogue on trade last December."
    )
    assert ("meeting", "held", "2022-12", NA_SU) in map(short, read(reader, text))


def test_a_summit_by_video_stays_one_and_its_host_stands_behind_it(reader: Reader) -> None:
    text = f"{OPENING}They recalled the first Forest Summit convened virtually by Westria in March 2022."
    found = [c for c in read(reader, text) if c.date == "2022-03"]
    assert [c.kind for c in found] == ["summit"]


def test_a_call_is_not_the_meeting_at_a_place(reader: Reader) -> None:
    text = f"{OPENING}Ivo Maric thanked Anna Berg for their conversation on the phone."
    assert sorted(c.kind for c in read(reader, text)) == ["call", "meeting"]


MONDAY = "2023-05-08"
CALL = ("call", "held", MONDAY, NA_SU)
MEETING = ("meeting", "held", MONDAY, NA_SU)


@pytest.mark.parametrize(
    ("sentence", "contact"),
    [
        ("Ivo Maric called Anna Berg on Monday to discuss trade.", CALL),
        (
            "Lars Holm told Ivo Maric of Suvaria during a meeting on the sidelines "
            "of the Forest Conference on Monday that trade grows.",
            MEETING,
        ),
        (
            "Ivo Maric of Suvaria postponed a trip to Nordavia in February.",
            ("visit", "postponed", "2023-02", NA_SU),
        ),
        (
            "Ivo Maric of Suvaria wrapped up a state visit to Nordavia on Monday.",
            ("visit", "held", MONDAY, NA_SU),
        ),
        (
            "Paul Dorn of Westria flew to Halm on Monday for talks with Lars Holm.",
            ("meeting", "held", MONDAY, frozenset({"XNA", "XWE"})),
        ),
        ("Anna Berg met with visiting President Ivo Maric of Suvaria on Monday.", MEETING),
    ],
)
def test_contacts_as_news_tells_them(
    reader: Reader, sentence: str, contact: tuple[str, str, str | None, frozenset[str]]
) -> None:
    assert contact in [short(c) for c in read(reader, sentence)]


def test_a_name_that_one_is_called_is_no_call(reader: Reader) -> None:
    text = f"{OPENING}Anna Berg called Ivo Maric a friend of Nordavia."
    assert [c.kind for c in read(reader, text)] == ["meeting"]
