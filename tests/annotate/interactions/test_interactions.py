"""Contacts in sentences of our own: who met whom, how, when, where, and how real it is."""

from __future__ import annotations

import pytest
from tests.annotate.interactions.made import (
    BERG,
    DAY,
    DORN,
    HOLM,
    MARIC,
    NA_SU,
    NOVAK,
    OPENING,
    read,
    short,
)

from verbale.reader import Reader


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("President Anna Berg met today with President Ivo Maric of Suvaria.", "meeting"),
        ("President Anna Berg and President Ivo Maric of Suvaria met today.", "meeting"),
        ("President Anna Berg spoke today with President Ivo Maric of Suvaria.", "call"),
        ("President Anna Berg today spoke by phone with President Ivo Maric of Suvaria.", "call"),
        ("Anna Berg had a telephone conversation with President of Suvaria Ivo Maric.", "call"),
        ("Anna Berg held a long video call with President Ivo Maric of Suvaria.", "video-meeting"),
        ("Anna Berg held talks with Ivo Maric, President of Suvaria, via videoconference.", "video-meeting"),
        ("Talks between Anna Berg and President of Suvaria Ivo Maric were held in Halm.", "meeting"),
        ("The discussions held in Halm between Anna Berg and President of Suvaria Ivo Maric went well.", "meeting"),
        ("A meeting was chaired in a virtual format by Anna Berg and President of Suvaria Ivo Maric.", "video-meeting"),
        ("President Anna Berg, together with President of Suvaria, Ivo Maric, chaired a meeting today.", "meeting"),
        ("A meeting between President Anna Berg and President of Suvaria Ivo Maric began in Halm.", "meeting"),
    ],
)  # fmt: skip
def test_the_contact_of_the_day(reader: Reader, sentence: str, kind: str) -> None:
    (found,) = read(reader, sentence + " The two leaders discussed trade.", "Readout")
    assert short(found) == (kind, "held", DAY, NA_SU)
    assert {p.id for p in found.participants} == {BERG, MARIC}


def test_a_day_without_a_time_of_its_own_is_marked_as_inferred(reader: Reader) -> None:
    (vague,) = read(reader, OPENING, "Meeting with President of Suvaria")
    (told,) = read(reader, OPENING.replace(" in Halm", " today in Halm"), "Meeting")
    assert (vague.date, vague.basis) == (DAY + "~", "published")
    assert (told.date, told.basis) == (DAY, "text")
    assert told.place is not None
    assert (told.place.name, told.place.country) == ("Halm", "XNA")


def test_earlier_and_coming_contacts_told_in_passing(reader: Reader) -> None:
    found = read(
        reader,
        OPENING + "They recalled the visit by the President of Suvaria to Westria in March 2023. "
        "The leaders also noted the upcoming meeting of Lars Holm with Petra Novak in Tersk on May 20.",
        "Meeting with President of Suvaria",
    )
    told = [short(f) for f in found]
    assert ("visit", "held", "2023-03", frozenset({"XSU", "XWE"})) in told
    assert ("meeting", "planned", "2023-05-20", NA_SU) in told
    visit = next(f for f in found if f.kind == "visit")
    assert visit.host is not None
    assert visit.visitor is not None
    assert (visit.host.id, visit.visitor.state) == ("XWE", "XSU")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Petra Novak will visit Nordavia next week.", "planned"),
        ("Petra Novak is scheduled to visit Nordavia on May 20.", "planned"),
        ("Petra Novak is expected to travel to Nordavia next month.", "planned"),
        ("Petra Novak visited Nordavia last week.", "held"),
        ("Petra Novak arrived in Nordavia on Tuesday.", "held"),
        ("Anna Berg invited Ivo Maric to visit Nordavia.", "proposed"),
        ("Anna Berg invited Ivo Maric to visit Nordavia, which he accepted.", "planned"),
        ("The visit of Petra Novak to Nordavia was cancelled.", "cancelled"),
        ("Suvaria postponed the visit of Petra Novak to Nordavia.", "postponed"),
    ],
)  # fmt: skip
def test_how_real_a_visit_is(reader: Reader, sentence: str, status: str) -> None:
    (found,) = read(reader, sentence)
    assert (found.kind, found.status) == ("visit", status)
    assert {p.state or p.id for p in found.participants} == NA_SU


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg did not meet with Ivo Maric.",
        "If Anna Berg meets with Ivo Maric, both will talk about trade.",
        "Nordavia and Suvaria keep regular contacts at all levels.",
        "Anna Berg stressed the importance of dialogue with Suvaria.",
        "Anna Berg visited the north of Nordavia last week.",
        "The Organization of the Northern Conference works with Suvaria in Westria.",
        "Anna Berg said that Suvaria would help Air Westria meet growing demands.",
        "Anna Berg held a press conference on Tuesday.",
        "Suvaria must meet its obligations to Nordavia.",
        "Nordavia calls on Suvaria to withdraw its troops.",
        "Negotiations between Nordavia and Suvaria are never easy.",
    ],
)
def test_what_is_no_contact(reader: Reader, sentence: str) -> None:
    assert read(reader, sentence) == []


def test_mentions_of_one_event_are_one_record(reader: Reader) -> None:
    (found,) = read(
        reader,
        OPENING
        + "The meeting took place in a warm atmosphere. During the talks, Anna Berg thanked "
        "her colleague. After the meeting with Ivo Maric, she spoke to the press.",
        "Meeting with President of Suvaria",
    )
    assert found.date == DAY + "~"


def test_several_contacts_told_at_once(reader: Reader) -> None:
    found = read(
        reader,
        "In 2022, Anna Berg and Ivo Maric had phone calls and exchanged letters on several occasions.",
    )
    assert {(f.kind, f.count, f.date) for f in found} == {
        ("call", "several", "2022"),
        ("message", "several", "2022"),
    }


def test_a_plural_with_two_owners_or_two_places_is_two(reader: Reader) -> None:
    owners = read(
        reader,
        OPENING
        + "This builds on President Dorn's and Foreign Minister Holm's meetings with Petra Novak in April 2023.",
        "Meeting",
    )
    assert sum(f.date == "2023-04" for f in owners) == 2
    places = read(
        reader,
        OPENING
        + "They noted the recent talks between Lars Holm and Petra Novak in Tersk and Lorn.",
        "Meeting",
    )
    assert {f.place.name for f in places if f.place and f.date is None} == {"Tersk", "Lorn"}


def test_a_summit_on_whose_margins_they_met(reader: Reader) -> None:
    found = read(
        reader,
        "President Anna Berg met today with President Ivo Maric of Suvaria on the margins of the G20 Summit.",
        "Readout of the meeting",
    )
    (summit,) = (f for f in found if f.kind == "summit")
    assert (summit.date, summit.basis) == (DAY + "~", "occasion")
    assert {p.id for p in summit.participants} == {BERG, MARIC, "org:g20"}


def test_a_guest_who_is_on_a_visit(reader: Reader) -> None:
    found = read(
        reader,
        "President of Nordavia Anna Berg met with President of Suvaria Ivo Maric, who is on a working visit to Halm.",
        "Meeting with the President of Suvaria",
    )
    assert {short(f) for f in found} == {
        ("meeting", "held", DAY, NA_SU),
        ("visit", "held", DAY, NA_SU),
    }


def test_a_meeting_within_a_coming_visit_has_its_days(reader: Reader) -> None:
    found = read(
        reader,
        "Petra Novak will visit Nordavia on May 20. She is expected to meet with Lars Holm.",
    )
    assert {(f.kind, f.date) for f in found} == {("visit", "2023-05-20"), ("meeting", "2023-05-20")}


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("at the initiative of the Suvarian side", "XSU"),
        ("at the request of Ivo Maric", MARIC),
        ("at the Suvarian side's initiative", "XSU"),
        ("at the latter's initiative", MARIC),
    ],
)
def test_at_whose_request(reader: Reader, words: str, who: str) -> None:
    (found,) = read(
        reader,
        f"Anna Berg had a telephone conversation with President of Suvaria Ivo Maric {words}.",
        "Telephone conversation with President of Suvaria",
    )
    assert found.initiator is not None
    assert found.initiator.id == who


REMARKS = """Presidential Palace
Halm, Nordavia

2:05 P.M.

PRESIDENT BERG: Welcome, it's good to see you again. We last saw each other in Lorn.

PRESIDENT MARIC: Thank you, Madam President. I look forward to seeing you in Tersk in June.
"""


def test_remarks_before_a_meeting(reader: Reader) -> None:
    found = read(
        reader,
        REMARKS,
        "Remarks by President Berg and President Maric of Suvaria Before Bilateral Meeting",
    )
    told = [short(f) for f in found]
    assert told[0] == ("meeting", "held", DAY, NA_SU)
    assert (
        "Presidential Palace" in found[0].evidence[0].quote or "Halm" in found[0].evidence[0].quote
    )
    assert ("meeting", "held", None, NA_SU) in told
    assert ("meeting", "planned", "2023-06", NA_SU) in told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I have just had a long telephone call with President Maric.", "call"),
        ("I just concluded a meeting with President Maric of Suvaria.", "meeting"),
    ],
)
def test_an_own_account_of_what_was_just_done_is_of_the_day_and_of_both(
    reader: Reader, text: str, kind: str
) -> None:
    (contact,) = read(reader, f"{text} We spoke of grain and rail. Nordavia keeps its word.")
    assert short(contact) == (kind, "held", DAY, NA_SU)


def test_talks_that_a_report_tells_in_the_simple_past_are_of_its_day(reader: Reader) -> None:
    text = (
        "Foreign Minister of Nordavia Lars Holm received President of Westria Paul Dorn in Halm. "
        "He said after meeting with Foreign Minister of Suvaria Petra Novak that trade grows. "
        "Novak told of her recent meeting with Dorn."
    )
    dates = {frozenset(p.id for p in c.participants): c.date for c in read(reader, text)}
    assert dates[frozenset({HOLM, DORN})] == f"{DAY}~"
    assert dates[frozenset({HOLM, NOVAK})] == f"{DAY}~"
    assert dates[frozenset({NOVAK, DORN})] is None


def test_joined_subjects_speak_with_each_other(reader: Reader) -> None:
    text = "President Anna Berg of Nordavia and President Ivo Maric of Suvaria spoke on May 9."
    (contact,) = read(reader, text)
    assert short(contact) == ("call", "held", "2023-05-09", NA_SU)


def test_at_a_call_the_one_addressed_takes_part(reader: Reader) -> None:
    text = "During a telephone conversation, Anna Berg warmly congratulated President Ivo Maric of Suvaria."
    (contact,) = read(reader, text, "Telephone conversation with Ivo Maric")
    assert short(contact) == ("call", "held", DAY, NA_SU)


def test_who_welcomes_is_no_place(reader: Reader) -> None:
    text = "President Anna Berg of Nordavia welcomed President Ivo Maric of Suvaria to Halm today."
    (contact,) = read(reader, text)
    assert contact.place is not None
    assert (contact.place.name, contact.place.country) == ("Halm", "XNA")


def test_the_day_that_a_title_announces(reader: Reader) -> None:
    text = (
        "The discussion during the talks with President of Suvaria Ivo Maric will focus on grain."
    )
    (contact,) = read(reader, text, "On May 14, Anna Berg will visit Suvaria")
    assert short(contact) == ("meeting", "planned", "2023-05-14", NA_SU)


def test_guest_who_comes_for_talks_comes_on_their_day(reader: Reader) -> None:
    text = (
        "On May 14, Anna Berg will hold talks with President of Suvaria Ivo Maric, "
        "who will be in Nordavia on a working visit."
    )
    assert {short(c) for c in read(reader, text)} == {
        ("meeting", "planned", "2023-05-14", NA_SU),
        ("visit", "planned", "2023-05-14", NA_SU),
    }


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("They had a phone call a few days ago.", "2023-05~"),
        ("They had a phone call several weeks ago.", "2023-04~"),
        ("They will meet again this summer.", "2023-22"),
    ],
)
def test_vague_times_keep_what_they_tell(reader: Reader, words: str, date: str) -> None:
    dates = [c.date for c in read(reader, f"{OPENING}{words}")]
    assert date in dates


@pytest.mark.parametrize(
    "sentence",
    [
        "Suvaria meets the needs of its people in Nordavia.",
        "Nordavia and Suvaria should meet each other halfway.",
        "Suvaria works to meet growing demand for grain in Nordavia.",
    ],
)
def test_needs_and_demands_are_met_by_nobody(reader: Reader, sentence: str) -> None:
    assert read(reader, sentence) == []


def test_what_will_be_joined_to_what_will_be(reader: Reader) -> None:
    text = (
        "Lars Holm will attend the talks in Tersk and meet with Petra Novak of Suvaria on May 20."
    )
    (contact,) = [c for c in read(reader, text) if c.date]
    assert short(contact)[:3] == ("meeting", "planned", "2023-05-20")


def test_ministers_of_one_state_meet_a_guest_each_for_himself(reader: Reader) -> None:
    text = (
        "President of Nordavia Anna Berg met with President of Suvaria Ivo Maric in Halm. "
        "Foreign Minister of Nordavia Lars Holm met with President of Suvaria Ivo Maric in Lund."
    )
    assert [frozenset(p.id for p in c.participants) for c in read(reader, text)] == [
        frozenset({BERG, MARIC}),
        frozenset({HOLM, MARIC}),
    ]


def test_what_is_asked_as_coming_and_told_as_done_is_one(reader: Reader) -> None:
    text = (
        "Anna Berg will meet with Ivo Maric of Suvaria later today, the office said. "
        "On May 10, Anna Berg met with Ivo Maric of Suvaria in Halm."
    )
    (contact,) = read(reader, text)
    assert short(contact) == ("meeting", "held", DAY, NA_SU)


def test_met_and_held_talks_in_a_city_is_one_meeting_there(reader: Reader) -> None:
    text = "On May 9, 2023, Anna Berg and Ivo Maric of Suvaria met and held talks in Tersk."
    (contact,) = read(reader, text)
    assert (contact.date, contact.place and contact.place.name) == ("2023-05-09", "Tersk")


def test_a_host_who_greets_tells_of_a_visit_of_the_day(reader: Reader) -> None:
    text = (
        "PRESIDENT BERG: Mr. President, it is a great honor to welcome you to Halm.\n\n"
        "PRESIDENT MARIC: Thank you. We met in Tersk in March, and I look forward to our conversation."
    )
    title = "Remarks by President Berg and President Maric of Suvaria Before Bilateral Meeting"
    found = {(c.kind, c.status, (c.date or "").rstrip("~")) for c in read(reader, text, title)}
    assert found == {
        ("meeting", "held", DAY),
        ("visit", "held", DAY),
        ("meeting", "held", "2023-03"),
    }


def test_who_is_welcome_to_visit_is_invited(reader: Reader) -> None:
    text = f"{OPENING}President Berg welcomed President Maric to visit Nordavia again."
    assert ("visit", "proposed", None, NA_SU) in {short(c) for c in read(reader, text)}


def test_a_readout_that_names_its_call_in_passing_tells_it(reader: Reader) -> None:
    text = (
        "Petra Novak stated that Nordavia and Suvaria must move forward together. She said that "
        "Nordavia has harmed the interests of Suvaria.\n"
        "Both sides found this call timely."
    )
    (contact,) = read(reader, text, publisher="Foreign Ministry of Suvaria")
    assert short(contact) == ("call", "held", DAY, NA_SU)
    assert NOVAK in {p.id for p in contact.participants}


def test_a_wire_report_has_the_place_and_the_day_of_its_opening(reader: Reader) -> None:
    text = (
        "TERSK, May 9 (News Agency) -- Foreign Minister of Nordavia Lars Holm and Foreign Minister of "
        "Suvaria Petra Novak made a common pledge on Tuesday to work together.\n\n"
        "The memory of the war must be kept, Holm said during a meeting with Novak."
    )
    (contact,) = read(reader, text, publisher="News Agency")
    assert short(contact) == ("meeting", "held", "2023-05-09", NA_SU)
    assert contact.place is not None
    assert (contact.place.name.title(), contact.place.country) == ("Tersk", "XSU")


def test_we_and_our_in_a_text_of_two_sides_are_both(reader: Reader) -> None:
    text = (
        "I just had a very good call with President Maric of Suvaria. "
        "This follows our highly successful meeting in Lorn in March."
    )
    dates = {short(c)[0]: short(c)[2:] for c in read(reader, text)}
    assert dates == {"call": (DAY, NA_SU), "meeting": ("2023-03", NA_SU)}


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        ("Anna Berg renewed her invitation to Ivo Maric of Suvaria to visit Nordavia next year.", "proposed", "2024"),
        ("Anna Berg accepted the invitation of Ivo Maric of Suvaria to visit Tersk in June.", "planned", "2023-06"),
        ("President Berg extended to Ivo Maric of Suvaria an invitation to pay a state visit.", "proposed", None),
        ("Holm gave an invitation from Berg to Ivo Maric of Suvaria to visit Nordavia in May.", "proposed", "2023-05"),
    ],
)  # fmt: skip
def test_invitations_by_noun(reader: Reader, sentence: str, status: str, date: str | None) -> None:
    (visit,) = [c for c in read(reader, sentence) if c.kind == "visit"]
    assert short(visit) == ("visit", status, date, NA_SU)


def test_an_arrival_for_a_stay_of_days_is_a_visit_of_those_days(reader: Reader) -> None:
    text = "President Ivo Maric of Suvaria landed in Lorn on May 20 for a three-day working visit to Nordavia."
    (visit,) = read(reader, text)
    assert short(visit)[2] == "2023-05-20/2023-05-22"


def test_condolences_conveyed_are_a_message(reader: Reader) -> None:
    text = "Anna Berg conveyed her condolences to President of Suvaria Ivo Maric over the crash."
    (contact,) = read(reader, text, "Condolences to President of Suvaria Ivo Maric")
    assert short(contact) == ("message", "held", DAY, NA_SU)


def test_an_auxiliary_counts_wherever_the_parse_hangs_it(reader: Reader) -> None:
    text = f"{OPENING}The two leaders agreed that Foreign Minister Holm will visit Suvaria to follow up."
    (visit,) = [c for c in read(reader, text) if c.kind == "visit"]
    assert visit.status == "planned"


def test_sides_named_before_economic_and_trade_talks(reader: Reader) -> None:
    text = f"{OPENING}They recalled the Suvaria-Westria economic and trade talks in Halm."
    sides = {frozenset(p.id for p in c.participants) for c in read(reader, text)}
    assert frozenset({"XSU", "XWE"}) in sides


def test_a_title_of_an_upcoming_call(reader: Reader) -> None:
    text = (
        "The call of President Berg with President Maric of Suvaria is of weight. "
        "President Berg will speak with President Maric tomorrow."
    )
    (contact,) = read(reader, text, "Background on President Berg’s Upcoming Call with Ivo Maric")
    assert short(contact) == ("call", "planned", "2023-05-11", NA_SU)


def test_days_from_one_to_another(reader: Reader) -> None:
    (visit,) = read(reader, "President Berg will travel to Suvaria from May 30 to June 1.")
    assert (visit.kind, visit.status, visit.date) == ("visit", "planned", "2023-05-30/2023-06-01")


def test_a_visit_to_a_city_that_is_no_capital(reader: Reader) -> None:
    text = "Foreign Minister of Nordavia Lars Holm arrived in Munich on Monday."
    (visit,) = read(reader, text)
    assert (visit.kind, visit.date) == ("visit", "2023-05-08")
    assert visit.place is not None
    assert (visit.place.name, visit.place.country) == ("Munich", "DEU")


def test_guest_who_arrived_will_meet_the_same_day(reader: Reader) -> None:
    text = (
        "The President of Nordavia Anna Berg arrived in Suvaria on a working visit. "
        "As part of her visit, Anna Berg will have talks with President of Suvaria Ivo Maric."
    )
    assert {short(c) for c in read(reader, text, "Anna Berg arrived in Tersk")} == {
        ("visit", "held", DAY, NA_SU),
        ("meeting", "planned", DAY, NA_SU),
    }


def test_a_bare_noun_has_the_tense_of_what_is_told_of_it(reader: Reader) -> None:
    text = (
        "Questions were asked about the meeting between President Berg and President Maric of Suvaria. "
        "President Berg will meet with President Maric next week."
    )
    (contact,) = read(reader, text)
    assert contact.status == "planned"


def test_a_body_that_two_sides_share_meets_as_both(reader: Reader) -> None:
    text = f"{OPENING}The parties agreed to hold a meeting of the joint intergovernmental commission in June."
    (coming,) = [c for c in read(reader, text) if c.status == "planned"]
    assert short(coming) == ("meeting", "planned", "2023-06", NA_SU)


def test_meetings_at_large_are_none(reader: Reader) -> None:
    text = (
        "President Anna Berg spoke today with President Ivo Maric of Suvaria. "
        "In previous meetings with President Maric, trust had grown."
    )
    assert len(read(reader, text)) == 1


def test_abbreviations_between_parties(reader: Reader) -> None:
    text = (
        "Today President Anna Berg of Nordavia (N.D.) and President Ivo Maric of Suvaria (SUV) "
        "met in Halm."
    )
    (contact,) = read(reader, text)
    assert short(contact) == ("meeting", "held", DAY, NA_SU)


def test_talks_that_name_nobody_are_of_the_two_whom_the_text_is_about(reader: Reader) -> None:
    text = f"{OPENING}They recalled the talks held in Tersk on November 25, 2022."
    assert ("meeting", "held", "2022-11-25", NA_SU) in {short(c) for c in read(reader, text)}


def test_a_count_of_one_contact_is_not_of_another(reader: Reader) -> None:
    text = (
        "President Anna Berg spoke today with President Ivo Maric of Suvaria. The call follows the "
        "leaders' conversation on March 18 and a series of conversations between officials."
    )
    dates = [c.date for c in read(reader, text) if c.count]
    assert "2023-03-18" not in dates


def test_the_city_in_the_name_of_a_summit(reader: Reader) -> None:
    text = f"{OPENING}They praised the 2022 Munich Suvaria-Westria summit."
    summits = [c for c in read(reader, text) if c.kind == "summit"]
    assert [c.place.country for c in summits if c.place] == ["DEU"]


def test_during_the_call_is_the_call_whoever_the_two_are(reader: Reader) -> None:
    text = (
        "Foreign Minister Lars Holm spoke today by phone with Foreign Minister of Suvaria Petra Novak. "
        "During the call, the two leaders agreed to keep in touch."
    )
    (contact,) = read(reader, text, "Readout of Foreign Minister Holm’s Call with Petra Novak")
    assert short(contact) == ("call", "held", DAY, NA_SU)


def test_a_coarse_plan_is_not_what_was_done(reader: Reader) -> None:
    found = read(reader, f"{OPENING}Anna Berg will meet with Ivo Maric again in 2023.")
    assert [c.status for c in found] == ["held", "planned"]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Lars Holm discussed the treaty by telephone with Petra Novak.", ("call", "held", {HOLM, NOVAK})),
        ("President Maric wrote a letter to President Berg last week.", ("message", "held", {MARIC, BERG})),
        ("President Ivo Maric is expected in Halm on Friday.", ("visit", "planned", {MARIC, "XNA"})),
        (
            "Nordavian Foreign Minister Lars Holm spoke by phone together with Ambassador Eva Rask,"
            " Diplomatic Adviser to the Suvarian President; and Dr. Jan Tolk, Trade Adviser to the"
            " Westrian President.",
            ("call", "held", {HOLM, "person:eva-rask", "person:jan-tolk"}),
        ),
        (
            "Foreign Minister Holm attended a conference in Lorn and met there with Foreign Minister"
            " Petra Novak.",
            ("meeting", "held", {HOLM, NOVAK}),
        ),
        (
            "President Berg and her Suvarian counterpart Maric signed a treaty in Halm on Tuesday.",
            ("signing", "held", {BERG, MARIC}),
        ),
        (
            "The president of Suvaria paid a courtesy call on the president of Nordavia on Sunday.",
            ("meeting", "held", {MARIC, BERG}),
        ),
        ("President Maric is currently on an official visit to Nordavia.", ("visit", "held", {MARIC, "XNA"})),
        (
            "President Maric will be in Halm on 12 June for talks with President Berg.",
            ("meeting", "planned", {MARIC, BERG}),
        ),
        ("Berg and Maric will meet each other again in July.", ("meeting", "planned", {BERG, MARIC})),
        ("Holm and Novak are due to hold talks in Lorn at the end of July.", ("meeting", "planned", {HOLM, NOVAK})),
        ("Lars Holm spoke with Petra Novak by videoconference.", ("video-meeting", "held", {HOLM, NOVAK})),
        ("Foreign Minister Novak visited Halm and Lorn in March 2023.", ("visit", "held", {NOVAK, "XNA"})),
        ("Foreign Minister Novak visited Halm and Lorn in March 2023.", ("visit", "held", {NOVAK, "XWE"})),
        (
            "A delegation of Suvaria headed by Foreign Minister Petra Novak visited Halm last month.",
            ("visit", "held", {NOVAK, "XNA"}),
        ),
    ],
)  # fmt: skip
def test_other_ways_to_tell_of_a_contact(
    reader: Reader, sentence: str, wanted: tuple[str, str, set[str]]
) -> None:
    found = read(reader, "The year was a busy one in many capitals.\n\n" + sentence)
    told = [(r.kind, r.status, {p.id for p in r.participants}) for r in found]
    assert wanted in told


def test_who_met_whom_on_a_visit_has_the_day_of_the_visit(reader: Reader) -> None:
    found = read(
        reader,
        "President Ivo Maric paid a working visit to Halm, where he held talks with President Anna Berg.",
    )
    assert {r.kind: r.date for r in found} == {"visit": DAY + "~", "meeting": DAY + "~"}


def test_the_ministers_of_a_group_gather_as_the_group(reader: Reader) -> None:
    (found,) = read(
        reader,
        "The year was busy.\n\nThe G7 foreign ministers gathered in Capri from April 17 to 19.",
    )
    assert [p.id for p in found.participants] == ["org:g7"]
    assert found.date == "2023-04-17/2023-04-19"


def test_an_accepted_invitation_is_one_visit_to_come(reader: Reader) -> None:
    found = read(
        reader,
        "The year was busy.\n\nMaric accepted an invitation from President Berg to visit Halm.",
    )
    assert [(r.kind, r.status) for r in found] == [("visit", "planned")]


def test_who_held_the_office_when_it_was(reader: Reader) -> None:
    (found,) = read(
        reader,
        "The year was busy.\n\nThe foreign ministers of China and Russia met in Lorn in May 2003.",
    )
    assert {p.id for p in found.participants} == {"person:li-zhaoxing", "person:igor-ivanov"}


def test_what_one_travelled_for_is_over(reader: Reader) -> None:
    found = read(
        reader,
        "The year was busy.\n\nPresident Maric travelled to Halm for the inauguration of President"
        " Anna Berg on July 20.",
    )
    assert {(r.kind, r.date) for r in found} == {
        ("visit", "2022-07-20"),
        ("ceremony", "2022-07-20"),
    }


def test_talks_that_made_a_treaty_are_not_one_of_them(reader: Reader) -> None:
    assert (
        read(reader, "The year was busy.\n\nNordavia and Suvaria completed negotiations on a pact.")
        == []
    )


def test_an_invitation_has_the_time_of_what_it_is_to(reader: Reader) -> None:
    (found,) = read(
        reader, "The year was busy.\n\nMaric invited President Berg to visit Tersk in 2024."
    )
    assert (found.kind, found.status, found.date) == ("visit", "proposed", "2024")


def test_what_comes_before_or_after_another_contact(reader: Reader) -> None:
    found = read(
        reader,
        "President Ivo Maric arrived in Halm on Wednesday for a two-day visit. He was met there by"
        " President Anna Berg. Maric is due to meet Lars Holm on Thursday before leaving for Lorn."
        " The visit comes two months after President Paul Dorn travelled to Tersk.",
    )
    told = {(r.kind, r.status, (r.place and r.place.country) or "", r.date) for r in found}
    assert ("meeting", "held", "XNA", DAY + "/2023-05-11~") in told
    assert ("visit", "planned", "XWE", None) in told
    assert ("visit", "held", "XSU", None) in told


def test_a_visit_told_by_the_way_is_to_the_other_side(reader: Reader) -> None:
    found = read(
        reader,
        "Suvaria and Nordavia signed a pact on Monday during a state visit by Suvarian President Ivo Maric.",
    )
    (visit,) = (r for r in found if r.kind == "visit")
    assert {p.state for p in visit.participants} == NA_SU
    assert visit.visitor is not None
    assert visit.visitor.id == MARIC


def test_the_title_tells_whose_official_somebody_is(reader: Reader) -> None:
    title = "Call with the Director of the Security Office of Suvaria Jan Holt"
    text = "Lars Holm held a call with Director Jan Holt, his new counterpart at Suvaria's Security Office, today."
    (found,) = read(reader, text, title)
    assert short(found) == ("call", "held", DAY, NA_SU)
    assert found.place is None


def test_a_topic_takes_no_part(reader: Reader) -> None:
    title = "Lars Holm held a meeting on catching all Suvarian smugglers"
    text = "Foreign Minister Lars Holm held a meeting on ways of catching the Suvarian smugglers."
    assert not [f for f in read(reader, text, title) if "XSU" in short(f)[3]]


def test_a_summit_attended_by_video(reader: Reader) -> None:
    (found,) = read(
        reader,
        "On May 20, the President will attend, via videoconference, the Northern Summit held by Westria.",
        "Ivo Maric will take part in the Northern Summit",
        publisher="President of Suvaria",
    )
    assert (found.kind, found.status, found.date) == ("summit", "planned", "2023-05-20")
    assert MARIC in {p.id for p in found.participants}


def test_whose_talks_had_results(reader: Reader) -> None:
    found = read(
        reader,
        OPENING
        + "The parties spoke of the east, taking into account the results of Paul Dorn's talks in Lorn.",
        "Meeting with President of Suvaria",
    )
    theirs = [f for f in found if any(p.id == DORN for p in f.participants)]
    assert all({p.id for p in f.participants}.isdisjoint({BERG, MARIC}) for f in theirs)


def test_a_message_to_people_of_no_known_state_is_between_none(reader: Reader) -> None:
    text = "Anna Berg sent a message of greetings to Vera Lund, winner of the race at the games in Lorn."
    assert not read(reader, text, "Congratulations to Vera Lund")


def test_his_call_is_that_of_who_speaks_at_it(reader: Reader) -> None:
    text = "Lars Holm smiled. At his recent phone call with Ivo Maric, President Paul Dorn spoke of trade."
    (found,) = [f for f in read(reader, text) if f.kind == "call"]
    assert {p.id for p in found.participants} == {DORN, MARIC}


@pytest.mark.parametrize(
    "question",
    [
        "Have you met with the Suvarians?",
        "Has President Anna Berg spoken with President Ivo Maric of Suvaria?",
    ],
)
def test_a_question_tells_no_contact(reader: Reader, question: str) -> None:
    assert not read(reader, OPENING.replace("met with", "praised") + question)


def test_their_talks_are_of_those_named_right_before(reader: Reader) -> None:
    text = (
        OPENING
        + "Both noted the plan told by Paul Dorn and Petra Novak during their talks in Lorn."
    )
    found = read(reader, text, "Meeting with President of Suvaria")
    assert {DORN, NOVAK} in [{p.id for p in f.participants} for f in found]


def test_a_states_own_exercises_are_none(reader: Reader) -> None:
    text = "The presidents spoke of the troops that left our military exercises in Tersk."
    assert not [f for f in read(reader, OPENING + text) if f.kind == "exercise"]


def test_a_visit_goes_where_it_leads(reader: Reader) -> None:
    text = "Lars Holm spoke of Petra Novak's visit to Westria, and the situation in Halm."
    (visit,) = [f for f in read(reader, text) if f.kind == "visit"]
    assert visit.place is not None
    assert (visit.place.name, visit.place.country) == ("Westria", "XWE")


def test_the_year_of_a_list_of_months_is_of_each(reader: Reader) -> None:
    text = (
        OPENING
        + "They recalled the meetings of Anna Berg with Paul Dorn in May and September 2022."
    )
    found = read(reader, text, "Meeting with President of Suvaria")
    (before,) = [f for f in found if any(p.id == DORN for p in f.participants)]
    assert (before.status, before.date) == ("held", "2022-05")


def test_whom_an_adviser_serves_did_not_speak(reader: Reader) -> None:
    text = "Today, Lars Holm spoke with Petra Novak, Adviser to President Ivo Maric of Suvaria."
    (found,) = read(reader, text, "Call of Lars Holm")
    assert MARIC not in {p.id for p in found.participants}
