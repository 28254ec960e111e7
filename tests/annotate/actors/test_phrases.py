"""Titles and names: where a name begins and ends, and whose office it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.annotate.actors.phrases import Phrase, Phrases
from verbale.annotate.actors.states import state_mentions
from verbale.data import gazetteer
from verbale.data.states import Organization, State

AVARIA = State("XAV", "Avaria", ("Avarian",), ("Avarians",), ("Port Aven",), ("ROA",))
BORDURIA = State("XBO", "Borduria", ("Bordurian",), ("Bordurians",), ("Szohod",))
PACT = Organization("org:northern-pact", "Northern Pact")


@pytest.fixture(autouse=True)
def world() -> Iterator[None]:
    with gazetteer.using([AVARIA, BORDURIA], [PACT]):
        yield


def phrases(text: str) -> list[Phrase]:
    return Phrases(text, gazetteer.current()).found


def named(text: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.state) for p in phrases(text) if p.name and (p.titled or p.role)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Avarian Foreign Minister Ilse Maren said", [("Ilse Maren", "XAV")]),
        ("Avaria's Prime Minister Jan Holt left", [("Jan Holt", "XAV")]),
        ("Prime Minister Jan Holt of Borduria spoke", [("Jan Holt", "XBO")]),
        ("President of the Republic of Borduria Jan Holt", [("Jan Holt", "XBO")]),
        ("Jan Holt, President of Borduria, said", [("Jan Holt", "XBO")]),
        (
            "President Ilse Maren of the Avarian Republic and President Jan Holt of Borduria",
            [("Ilse Maren", "XAV"), ("Jan Holt", "XBO")],
        ),
        (
            "Ilse Maren, Trade Policy Adviser to the Avarian President, said",
            [("Ilse Maren", "XAV")],
        ),
        ("Ambassador Ilse Maren, Adviser to the Avarian President; and", [("Ilse Maren", "XAV")]),
        ("Avarian President Omar Sheikh Holt left", [("Omar Sheikh Holt", "XAV")]),
        ("its spokesman, Jan Holt, said", [("Jan Holt", None)]),
        ("His Majesty King Harald left", [("Harald", None)]),
        ("Avarian President Santiago Holt left", [("Santiago Holt", "XAV")]),
        ("Vietnamese President To Lam left", [("To Lam", "VNM")]),
        ("Jan Holt, the Avarian foreign minister, said", [("Jan Holt", "XAV")]),
        # An envoy's "to" tells where to, not whose.
        ("the Avarian Ambassador to Borduria, Jan Maria Holt, said", [("Jan Maria Holt", "XAV")]),
        ("Ambassador to Borduria Jan Holt", [("Jan Holt", None)]),
        # Particles, suffixes, half names behind a hyphen.
        ("President Ursel von der Lind spoke", [("Ursel von der Lind", None)]),
        ("President Jan Holt Jr. of Borduria met", [("Jan Holt Jr.", "XBO")]),
        ("Director of the Security Office of Avaria (ROA) Han Sung-mo", [("Han Sung-mo", "XAV")]),
        # What a ministry is of does not become a name.
        (
            "Under Secretary for Economic Growth, Energy, and the Environment Jan B. Holt",
            [("Jan B. Holt", None)],
        ),
        # A ministry's letters or name between the state and the title, a rank behind it.
        ("Avaria’s MOD Spokesperson Ilse Maren said", [("Ilse Maren", "XAV")]),
        (
            "the Bordurian Ministry of National Defense Spokesperson Senior Colonel Jan Holt",
            [("Jan Holt", "XBO")],
        ),
        # A page's tooltip tells the name again, glued to the office.
        (
            "President of Borduria Jan Holt Holt JanPresident of the Republic of Borduria: Thank you.",
            [("Jan Holt", "XBO")],
        ),
        # Initials, one of them before the end of a line; forms of address behind a title.
        ("President Jan \nA. Holt of Borduria spoke", [("Jan A. Holt", "XBO")]),
        ("Avarian Foreign Minister Dr. B. Maren came", [("B. Maren", "XAV")]),
        ("Deputy Prime Minister for Restoration of Avaria Jan Holt", [("Jan Holt", "XAV")]),
        ("Director-General for Neighborhood and Enlargement Jan Holt", [("Jan Holt", None)]),
        ("DNSA Holt and NSA Maren met", [("Holt", None), ("Maren", None)]),
        # What a committee or an embassy is on or in is not whose it is.
        ("the Select Committee on Avaria Chairman Jan Holt", [("Jan Holt", None)]),
        ("the Bordurian Embassy in Avaria Spokesperson Jan Holt", [("Jan Holt", None)]),
        (
            "Cabinet Councillor Jan Holt from the National Secretariat of Avaria",
            [("Jan Holt", "XAV")],
        ),
        ("the President of the Republic of Borduria, Mr Holt, came", [("Holt", "XBO")]),
        (
            "General Secretary of the Republic of Avaria Central Committee Ilse Maren",
            [("Ilse Maren", "XAV")],
        ),
        # Letters for an office name nobody by themselves.
        ("It began at 5 PM. Bordurian PM Jan Holt spoke", [("Jan Holt", "XBO")]),
        # Whom an adviser serves is of the title.
        (
            "Adviser to the Head of the Office of the President of Avaria Jan Holt",
            [("Jan Holt", "XAV")],
        ),
        # A family name that is a pronoun elsewhere.
        ("spokesperson He Lindan said", [("He Lindan", None)]),
        ("Presidents Maren and Holt met", [("Maren", None), ("Holt", None)]),
        ("Foreign Ministers Ilse Maren and Jan Holt", [("Ilse Maren", None), ("Jan Holt", None)]),
    ],
)
def test_names(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert named(text) == wanted


def test_an_office_of_an_organization_is_its_own() -> None:
    (found,) = phrases("Northern Pact Secretary General Jan Holt")
    assert (found.state, found.body) == (None, "org:northern-pact")


def test_two_titles_of_two_states_are_two_persons() -> None:
    found = phrases("the Avarian President and Bordurian Chancellor Jan Holt")
    assert [(p.name, p.state) for p in found] == [("", "XAV"), ("Jan Holt", "XBO")]


def test_nobody_is_president_and_prime_minister_at_once() -> None:
    found = phrases("The Vice President and Chancellor Holt met")
    assert [(p.name, p.office) for p in found] == [
        ("", "vice-president"),
        ("Holt", "prime-minister"),
    ]


def test_an_adverb_before_a_title_is_no_name() -> None:
    found = phrases("They met. Separately, the President of Avaria spoke.")
    assert [(p.name, p.office, p.state) for p in found] == [("", "president", "XAV")]


def test_a_form_of_address_names_nobody() -> None:
    assert [
        p.name for p in phrases("Mr. Prime Minister, thank you, sir.\n\nPRESIDENT HOLT: Yes")
    ] == ["HOLT"]


def test_capitals_make_no_name_of_common_words() -> None:
    assert not named("A NEW DAY, AND WE WILL WIN. President OF ALL")


def test_a_name_stops_before_a_word_joined_to_it() -> None:
    assert [p.name for p in phrases("the Holt-led talks")] == ["Holt"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Avarian General Administration of Customs said",
            ["Avarian General Administration of Customs"],
        ),
        ("the Bordurian Ministry of Foreign Affairs", ["Bordurian Ministry of Foreign Affairs"]),
        ("Avarian state-owned firms", []),
        ("goods worth Avaria$30", []),
        ("They met in Szohod. Szohod agreed.", ["Szohod"]),
    ],
)
def test_states(text: str, wanted: list[str]) -> None:
    found = state_mentions(Phrases(text, gazetteer.current()), gazetteer.current())
    assert [text[m.start : m.end] for m in found] == wanted


def test_korea_beside_a_hyphen_is_the_republic() -> None:
    assert [m.id for m in gazetteer.current().find("the U.S.-Korea deal, a Korea-Japan call")] == [
        "USA",
        "KOR",
        "KOR",
        "JPN",
    ]
    assert not gazetteer.current().find("the war in Korea; Franco died")
    assert [m.id for m in gazetteer.current().find("Sino-Russian")] == ["CHN", "RUS"]
