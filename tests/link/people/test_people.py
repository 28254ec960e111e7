"""Who is meant by titles, pronouns and collectives, in texts of invented states."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from verbale.annotate import actors, genre, sentences, times
from verbale.clean import furniture
from verbale.data import gazetteer, offices
from verbale.data.offices import Person, Tenure
from verbale.data.states import Organization, State
from verbale.document import Document, Source
from verbale.layers import ACTORS, PARTIES, SIDE
from verbale.link import dates, people
from verbale.link.people.sides import speaking_state

STATES = [
    State("XAV", "Avaria", ("Avarian",), ("Avarians",), ("Port Aven",)),
    State("XBO", "Borduria", ("Bordurian",), ("Bordurians",), ("Szohod",)),
    State("XCA", "Carpania", ("Carpanian",), ("Carpanians",), ("Strelz",)),
]
PACT = Organization("org:northern-pact", "Northern Pact")
SINCE = datetime.date(2020, 1, 1)
TERMS = [
    Tenure("XAV", "president", "person:ilse-maren", "Ilse Maren", SINCE, None),
    Tenure("XBO", "president", "person:jan-holt", "Jan Holt", SINCE, None),
    Tenure("XBO", "prime-minister", "person:rolf-brand", "Rolf Brand", SINCE, None),
    Tenure("XCA", "president", "person:otto-lind", "Otto Lind", SINCE, None),
    Tenure("org:northern-pact", "secretary-general", "person:emil-sand", "Emil Sand", SINCE, None),
]
MAREN, HOLT, LIND = "person:ilse-maren", "person:jan-holt", "person:otto-lind"


@pytest.fixture(autouse=True)
def world() -> Iterator[None]:
    persons = [(Person("person:emil-sand", "Emil Sand", "XCA"), ())]
    with gazetteer.using(STATES, [PACT]), offices.using(persons, TERMS):
        yield


def read(text: str, publisher: str | None = None, title: str | None = None) -> Document:
    """A text with its actors, without the trained model."""
    source = Source("test.txt", publisher=publisher, title=title, date="2023-05-04")
    document = Document(text, source)
    for step in (
        furniture.annotate,
        sentences.annotate,
        genre.annotate,
        times.annotate,
        dates.annotate,
        actors.annotate,
        people.annotate,
    ):
        step(document)
    return document


def meant(document: Document, words: str, which: int = 0) -> list[str]:
    """Ids of the actors that the words mean, at their n-th place."""
    at = -1
    for _ in range(which + 1):
        at = document.text.index(words, at + 1)
    found = [m for m in document.get(ACTORS) if m.start == at and m.end == at + len(words)]
    return [a.id for a in found[0].actors] if found else []


OWN = "Office of the President of Borduria"
CALL = "Jan Holt had a telephone conversation with President of Avaria Ilse Maren. "


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # In one's own publication a bare title is one's own, the other's has its state.
        (CALL + "The President thanked the President of Avaria.", "The President", [HOLT]),
        (
            CALL + "The President thanked the President of Avaria.",
            "the President of Avaria",
            [MAREN],
        ),
        (CALL + "The Head of State invited her.", "The Head of State", [HOLT]),
        (CALL + "The head of the Avarian state agreed.", "The head of the Avarian state", [MAREN]),
        (CALL + "The Avarian leader agreed.", "The Avarian leader", [MAREN]),
        # Whom the text gives the office holds it, whatever the table says.
        (
            "Avarian President Nora Vey spoke first. The Avarian president was brief.",
            "The Avarian president",
            ["person:nora-vey"],
        ),
        (
            CALL + "He spoke of trade with his Avarian counterpart.",
            "his Avarian counterpart",
            [MAREN],
        ),
        # Pronouns.
        (CALL + "He invited her to Szohod.", "He", [HOLT]),
        (CALL + "He invited her to Szohod.", "her", [MAREN]),
        (CALL + "They agreed to meet.", "They", [HOLT, MAREN]),
        (CALL + "Jan Holt thanked Ilse Maren for her support.", "her", [MAREN]),
        (CALL + "We are grateful to our partners.", "We", ["XBO"]),
        # Both at once.
        (CALL + "The leaders discussed trade.", "The leaders", [HOLT, MAREN]),
        (CALL + "The two presidents discussed trade.", "The two presidents", [HOLT, MAREN]),
        (CALL + "The parties discussed trade.", "The parties", ["XBO", "XAV"]),
        (CALL + "Both countries gain.", "Both countries", ["XBO", "XAV"]),
        (CALL + "It concerns both sides of the strait.", "both sides", []),
        (
            CALL + "The leaders of Avaria and Carpania agreed.",
            "The leaders of Avaria and Carpania",
            [MAREN, LIND],
        ),
        (
            CALL + "The presidents of Avaria, the Republic of Carpania and Borduria agreed.",
            "The presidents of Avaria, the Republic of Carpania and Borduria",
            [MAREN, LIND, HOLT],
        ),
        (CALL + "Our country will help.", "Our country", ["XBO"]),
        (CALL + "The Foreign Ministry will help.", "The Foreign Ministry", ["XBO"]),
    ],
)
def test_references(text: str, words: str, wanted: list[str]) -> None:
    assert meant(read(text, OWN), words) == wanted


def test_three_leaders_are_three() -> None:
    document = read(
        "Jan Holt held a video conference with President of Avaria Ilse Maren and President of "
        "Carpania Otto Lind. The leaders discussed trade. They agreed to meet again.",
        OWN,
    )
    assert meant(document, "The leaders") == [HOLT, MAREN, LIND]
    assert meant(document, "They") == [HOLT, MAREN, LIND]


def test_a_list_of_participants_tells_who_the_leaders_are() -> None:
    document = read(
        "President Holt held a call with other leaders. The leaders spoke of trade.\n\n"
        "Participants in the call included President Ilse Maren of Avaria, President Otto Lind of "
        "Carpania, and Northern Pact Secretary General Emil Sand.",
        OWN,
    )
    assert meant(document, "The leaders") == [HOLT, MAREN, LIND, "person:emil-sand"]


def test_who_speaks_and_to_whom_in_a_transcript() -> None:
    document = read(
        "PRESIDENT HOLT: Mr. President, you came far. I thank you.\n\n"
        "PRESIDENT LIND: Thank you. We will stay. I told the President so.\n\n"
        "PRESIDENT HOLT: Good. Let us begin with the first question of the day.",
        OWN,
        "Remarks by President Holt and President Lind of Carpania",
    )
    assert meant(document, "Mr. President") == [LIND]
    assert meant(document, "you") == [LIND]
    assert meant(document, "I ") == []
    assert meant(document, "I") == []  # of "PRESIDENT"
    i = document.text.index("I thank")
    assert [a.id for m in document.get(ACTORS) if m.start == i for a in m.actors] == [HOLT]
    assert meant(document, "We") == ["XCA"]
    assert meant(document, "the President") == [HOLT]


def test_a_quotation_has_the_voice_of_whom_it_is_said_by() -> None:
    document = read(
        CALL + '"We expect that our talks will go on in the summer," said Ilse Maren.', OWN
    )
    assert meant(document, "We") == ["XAV"]
    assert meant(document, "our") == ["XAV"]


def test_persons_are_given_the_state_of_their_list() -> None:
    document = read(
        "President Holt met President Ilse Maren of Avaria and Minister Tomas Vey.\n"
        "The Carpanian delegation also included Ambassador Pia Roth.\n"
        "National Security Advisor Karl Dorn attended.",
        OWN,
    )
    states = {a.name: a.state for m in document.get(ACTORS) for a in m.actors if a.kind == "person"}
    assert states["Tomas Vey"] == "XAV"
    assert states["Pia Roth"] == "XCA"
    assert states["Karl Dorn"] == "XBO"


def test_the_head_of_an_organization_acts_for_no_state() -> None:
    document = read("President Holt met Northern Pact Secretary General Emil Sand.", OWN)
    (sand,) = (a for m in document.get(ACTORS) for a in m.actors if a.id == "person:emil-sand")
    assert sand.state is None


def test_sides() -> None:
    document = read(CALL, OWN)
    assert document.get(SIDE)[0].state == "XBO"
    assert [a.id for a in document.get(PARTIES)] == ["XBO", "XAV"]


def test_a_speech_is_the_speaking_states() -> None:
    document = read(
        "Mr. President, allow me to congratulate you. We call on all states to help. "
        "We believe in peace. We thank the Assembly for the time it gave to us here.",
        "General Debate",
        "Statement by Carpania at the General Debate",
    )
    assert document.get(SIDE)[0].state is None
    assert speaking_state(document) == "XCA"
    assert meant(document, "We") == ["XCA"]


def test_other_leaders_are_those_of_the_list() -> None:
    document = read(
        "President Holt held a call with other leaders. They spoke of trade.\n\n"
        "Participants in the call included President Ilse Maren of Avaria, President Otto Lind of "
        "Carpania, and Northern Pact Secretary General Emil Sand.",
        OWN,
    )
    assert meant(document, "other leaders") == [MAREN, LIND, "person:emil-sand"]


def test_the_author_of_a_text_is_whom_its_title_says_it_is_by() -> None:
    document = read(
        "I spoke today with Ilse Maren. We thank her people. I call on all to keep the peace, as "
        "I have said before. My task is to protect our state.",
        OWN,
        "Address by President Jan Holt to the citizens",
    )
    i = document.text.index("I spoke")
    assert [a.id for m in document.get(ACTORS) if m.start == i for a in m.actors] == [HOLT]
    assert meant(document, "We") == ["XBO"]


def test_a_label_by_title_alone_is_whom_the_text_introduced() -> None:
    document = read(
        "President Otto Lind held a press conference after his call with President Maren.\n"
        "Question: How was your call with President Ilse Maren?\n"
        "The President: I think it was a long and very good talk with her.\n"
        "Question: Will you meet President Maren soon?\n"
        "The President: We will meet her in the summer, I am quite sure of it.\n"
    )
    assert meant(document, "The President") == [LIND]
    assert meant(document, "The President", 1) == [LIND]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CALL + "She was elected as President in May.", "President"),
        (CALL + "The President of the fiftieth session spoke.", "The President"),
        (CALL + "The countries concerned will meet.", "The countries"),
        (CALL + "Holt met soldiers and their families as they left.", "they"),
    ],
)
def test_general_words_mean_nobody(text: str, words: str) -> None:
    assert meant(read(text, OWN), words) == []


def test_a_government_named_by_its_head_is_the_state() -> None:
    document = read(CALL + "The Lind administration was told.", OWN)
    assert meant(document, "Lind administration") == ["XCA"]


def test_we_of_a_joint_statement_are_its_signatories() -> None:
    document = read(
        "We condemn the attack on the harbour. We will stand together in the days to come.",
        OWN,
        "Joint statement by the Presidents of Borduria and Carpania on the acts of Avaria",
    )
    assert meant(document, "We") == ["XBO", "XCA"]


def test_whoever_holds_an_office_now_goes_before_who_once_did() -> None:
    was = Tenure("XBO", "prime-minister", HOLT, "Jan Holt", datetime.date(2010, 1, 1), SINCE)
    text = (
        "Jan Holt spoke with Prime Minister of Avaria Ada Kern.\n\n"
        "Jan Holt told the Prime Minister about it. The Prime Minister of Avaria to Borduria thanked him."
    )
    with offices.using([], [*TERMS, was]):
        document = read(text, OWN)
    assert meant(document, "the Prime Minister") == ["person:ada-kern"]
    assert meant(document, "The Prime Minister of Avaria") == ["person:ada-kern"]


def test_she_is_who_has_a_womans_title() -> None:
    text = "First Lady of Avaria Ursel Kern met Jan Holt. Jan Holt spoke of children. She agreed."
    assert meant(read(text, OWN), "She") == ["person:ursel-kern"]


def test_these_countries_are_not_the_two_sides() -> None:
    text = "Ilse Maren met Jan Holt. Many want a deal. These countries wait. These two countries agreed."
    document = read(text, OWN)
    assert meant(document, "These countries") == []
    assert len(meant(document, "These two countries")) == 2


def test_a_slip_in_a_name_is_no_second_person() -> None:
    text = "President of Avaria Ilse Marenko came. President Ilse Marenka left."
    assert len({a.id for m in read(text).get(ACTORS) for a in m.actors if a.kind == "person"}) == 1


def test_a_president_of_no_state_is_the_other_sides() -> None:
    with gazetteer.using([*STATES, State("XDA", "Dalmora", ("Dalmoran",), (), ("Lusk",))], [PACT]):
        document = read(
            "Avaria and Dalmora held talks in Port Aven on Monday. Avarian President Ilse Maren received"
            " President Timo Karr. Karr praised Avaria."
        )
    states = {a.id: a.state for m in document.get(ACTORS) for a in m.actors if a.kind == "person"}
    assert states == {MAREN: "XAV", "person:timo-karr": "XDA"}
