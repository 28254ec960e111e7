"""Instruments in sentences of our own: names in full, acts, years of signing."""
# ruff: noqa: E501  (sentences stand in a table, one a line)

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.data import gazetteer
from verbale.data.states import State
from verbale.document import Document, Source
from verbale.pipeline import read_documents
from verbale.reader import Reader
from verbale.records import Agreement

STATES = [
    State("XNA", "Nordavia", ("Nordavian",), ("Nordavians",), ("Halm",)),
    State("XSU", "Suvaria", ("Suvarian",), ("Suvarians",), ("Tersk",)),
]


@pytest.fixture(autouse=True)
def world() -> Iterator[None]:
    with gazetteer.using(STATES, []):
        yield


def read(reader: Reader, text: str) -> list[Agreement]:
    (done,) = read_documents([Document(text, Source("test", date="2023-05-10"))], reader)
    return [r for r in done.records if isinstance(r, Agreement)]


@pytest.mark.parametrize(
    ("sentence", "name", "act", "signed"),
    [
        ("Both sides recalled the Halm agreements.", "Halm agreements", "cited", None),
        ("They reviewed the 2015 Tersk Accords.", "Tersk Accords", "cited", "2015"),
        ("They spoke of the Treaty of Friendship and Good Neighbourhood.", "Treaty of Friendship and Good Neighbourhood", "cited", None),
        ("This year is the 20th anniversary of the Nordavia-Suvaria Treaty of Peace.", "Nordavia-Suvaria Treaty of Peace", "anniversary", "2003"),
        ("Nordavia and Suvaria signed a memorandum of understanding on energy in March 2021.", "memorandum of understanding on energy", "signed", "2021"),
        ("The presidents approved a joint statement.", "joint statement", "issued", None),
        ("Suvaria ratified the Halm Convention on Rivers on Monday.", "Halm Convention on Rivers", "ratified", None),
        ("Suvaria withdrew from the Open Borders Treaty.", "Open Borders Treaty", "terminated", None),
        ("They noted the extension of the New START Treaty.", "New START Treaty", "renewed", None),
        ("The Open Borders Agreement entered into force.", "Open Borders Agreement", "in-force", None),
        ("The trade agreement between Nordavia and Suvaria entered into force in May.", "trade agreement between Nordavia and Suvaria", "in-force", None),
        ("The parties are negotiating the Free Trade Agreement.", "Free Trade Agreement", "proposed", None),
        ("Nordavia suspended the Open Borders Agreement.", "Open Borders Agreement", "suspended", None),
        ("We abide by the three Nordavia-Suvaria joint communiqués.", "three Nordavia-Suvaria joint communiqués", "cited", None),
        ("Nordavia supports the JCPOA.", "JCPOA", "cited", None),
    ],
)  # fmt: skip
def test_names_and_acts(
    reader: Reader, sentence: str, name: str, act: str, signed: str | None
) -> None:
    (found,) = read(reader, sentence)
    assert (found.name, found.act, found.signed) == (name, act, signed)


@pytest.mark.parametrize(
    "sentence",
    [
        "We can make a deal with them.",
        "The two sides reached agreement on many points.",
        "We appreciate Suvaria's agreement to take part.",
        "A ceasefire is needed at once.",
        "They work within the Collective Security Treaty Organization.",
        "Peace agreements take time.",
    ],
)
def test_what_names_no_instrument(reader: Reader, sentence: str) -> None:
    assert read(reader, sentence) == []


def test_the_treaty_again_is_the_one_named_before(reader: Reader) -> None:
    found = read(
        reader,
        "This year marks the 20th anniversary of the Treaty of Halm on Peace. "
        "Both governments have agreed to renew the treaty.",
    )
    assert [(f.act, f.signed) for f in found] == [
        ("anniversary", "2003"),
        ("agreed-to-renew", "2003"),
    ]


def test_one_record_for_each_day_of_signing(reader: Reader) -> None:
    found = read(
        reader,
        "They spoke of the agreements between the leaders of Nordavia and Suvaria of 3 May 2020 and 4 June 2021.",
    )
    assert [(f.date, f.signed) for f in found] == [("2020-05-03", "2020"), ("2021-06-04", "2021")]


def test_an_instrument_named_often_is_one(reader: Reader) -> None:
    found = read(
        reader,
        "Suvaria breaks the Halm Agreements. We uphold the Halm Agreements and the UN Charter.",
    )
    assert [f.name for f in found] == ["Halm Agreements", "UN Charter"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They spoke of the trilateral agreements on Halm, reached on May 3, 2020, and June 4, 2021.", [("cited", "2020"), ("cited", "2021")]),
        ("They will review the May 3, 2020, June 4 and July 5, 2021, agreements between the three leaders.", [("cited", "2020"), ("cited", "2021"), ("cited", "2021")]),
        ("They build on their joint statement of May 3, 2021.", [("cited", "2021")]),
        ("The ministers have signed a memorandum of understanding on trade and an agreement on fisheries.", [("signed", "2023"), ("signed", "2023")]),
        ("They uphold the Tersk Final Act and the Charter of the United Nations.", [("cited", None), ("cited", None)]),
        ("Nordavia called for an early convention on river pollution, which it proposed to sign.", []),
        ("Nordavia is negotiating a treaty on river pollution.", [("proposed", None)]),
        ("The Treaty of Tersk, the twentieth anniversary of which was marked last year, holds.", [("anniversary", "2002")]),
        ("We support the entry into force of the Halm Test Convention.", [("cited", None)]),
        ("Trade has grown since the entry into force of the Halm Trade Convention.", [("in-force", None)]),
        ("Both resolved to conclude before long a Border Rivers agreement.", [("proposed", None)]),
        ("Nordavia and Suvaria have reached a trade agreement.", [("signed", "2023")]),
        ("Talks on the trade deal between Nordavia and Suvaria go on.", [("proposed", None)]),
        ("They spoke of the Nordavian-Suvarian ceasefire.", [("cited", None)]),
        ("They hail the anniversary of the Treaty[on Good Rivers]. It was extended in 2021.", [("anniversary", None), ("renewed", None)]),
        ("They signed the Treaty of Halm in 2001. Article V of the Treaty applies.", [("signed", "2001")]),
        ("They work out a peace treaty between Nordavia and Suvaria.", [("proposed", None)]),
        ("They act in line with bilateral agreements between Nordavia and Suvaria.", []),
        ("A fisheries deal would soon be reached between Nordavia and Suvaria.", [("proposed", None)]),
        ("They complete a convention for the rescue of ships and a convention on river pollution, to adopt them.", []),
        ("Suvaria suspended its participation in the Halm Treaty.", [("suspended", None)]),
        ("Suvaria threatened to withdraw from the Halm Treaty.", [("cited", None)]),
        ("Suvaria pulled out of the Halm Treaty.", [("terminated", None)]),
        ("Both inked 12 documents, including a memorandum of understanding on crops and a protocol on customs.", [("signed", "2023"), ("signed", "2023")]),
        ("The Halm Proclamation issued in 1945 holds.", [("issued", None)]),
        ("We just made a fair trade deal with Suvaria.", [("signed", "2023")]),
        ("They welcomed the signing of an Implementation Arrangement of Nordavia and Suvaria.", [("signed", None)]),
        ("The agreements between Halm and Tersk are not being implemented.", [("cited", None)]),
        ("Work on the Nordavia-Suvaria draft treaty on rivers goes on.", [("proposed", None)]),
        ("They launched a new Rivers and Lakes (RaL) Partnership.", [("issued", None)]),
        ("They reviewed what was set down in the trilateral statements of the presidents of Nordavia, Suvaria and Halm of May 3, 2020, and June 4, 2021.", [("cited", "2020"), ("cited", "2021")]),
        ("They are to adopt a joint statement.", [("proposed", None)]),
        ("They said in a joint statement that the rivers are clean.", [("issued", None)]),
        ("Both agreed on the extension of the Halm Treaty.", [("agreed-to-renew", None)]),
        ("Both agreed that the Halm Treaty should be extended.", [("agreed-to-renew", None)]),
        ("They are pleased to announce the Nordavia-Suvaria Fisheries Partnership.", [("issued", None)]),
        ("They marked the anniversary of the Statement on a full truce and the release of captives of May 3, 2020.", [("anniversary", "2020")]),
        ("Both presidents gathered in Halm in 2021 to sign the Border Rivers Treaty.", [("signed", "2021")]),
        ("They agreed to sign the Border Rivers Treaty.", [("proposed", None)]),
        ("Stability grew with the signing, by the presidents of Nordavia and Suvaria, of the Halm Arms Treaty.", [("signed", None)]),
        ("The 60th anniversary of the Halm Security Treaty was marked in 2020.", [("anniversary", "1960")]),
        ("In 2020 came the fiftieth anniversary of the Halm Security Treaty.", [("anniversary", "1970")]),
        ("The Nordavian-Suvarian ceasefire monitoring centre is at work.", []),
        ("There is no progress in the ratification of the Halm Arms Treaty.", [("cited", None)]),
        ("The 2001 treaty will be automatically extended for five years.", [("agreed-to-renew", "2001")]),
        ("The Northern Sea Grain Initiative expired in 2022.", [("terminated", None)]),
        ("They spoke of the draft treaty on rivers between Nordavia and Suvaria and the draft agreement on lakes.", [("proposed", None), ("proposed", None)]),
        ("The parties agreed to conclude a free trade agreement.", [("proposed", None)]),
        ("We will conclude more free trade agreements.", []),
        ("The Nordavia-Suvaria trade deal helps. They recently signed a trade deal between Suvaria and Nordavia.", [("signed", "2023")]),
        ("They abide by the three Nordavia-Suvaria joint communiqués and negotiate an agreement with Nordavia on fish.", [("cited", None), ("proposed", None)]),
        ("The aid was given in accordance with Article 7 of the Treaty.", [("cited", None)]),
        ("Suvaria came back to the joint comprehensive plan of action.", [("cited", None)]),
        ("Both are ready to extend the Halm Treaty.", [("cited", None)]),
        ("They prepare for talks on the JCPOA.", [("cited", None)]),
        ("They discussed preparations for the signing of a treaty between Nordavia and Suvaria.", [("proposed", None)]),
        ("Nordavia should ratify the Halm Treaty.", [("cited", None)]),
        ("The two sides agreed on a trade deal with Nordavia.", [("signed", None)]),
        ("Both presidents have been able to work out a deal with Nordavia.", [("signed", None)]),
        ("Both sides honour the agreement reached in Halm.", [("cited", None)]),
    ],
)  # fmt: skip
def test_days_lists_and_acts(
    reader: Reader, sentence: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(f.act, f.signed) for f in read(reader, sentence)] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Suvaria left the Rivers of Halm Treaty (RHT). The RHT was no good.", ["Rivers of Halm Treaty"]),
        ("We praise the Halm trade deal. It goes on from the Halm agreement.", ["Halm trade deal"]),
        ("Under Article V of the Halm Treaty they stand together.", ["Halm Treaty"]),
        ("They opened a review of Suvaria's Implementation of the Halm Agreement.", ["Halm Agreement"]),
        ("The 1972 Anti-Flooding Rivers (AFR) Treaty stands. The AFR Treaty is upheld.", ["Anti-Flooding Rivers (AFR) Treaty"]),
        ("They act under the Clean Rivers Treaty Safeguards Agreement.", ["Clean Rivers Treaty Safeguards Agreement"]),
        ("Thank you for our security agreement.", ["security agreement"]),
        ("They announced the extension of the Treaty of Halm. The Treaty of Halm signed 20 years ago is sound.", ["Treaty of Halm"]),
        ("There is a great deal of work with them.", []),
        ("We must make a deal with Suvaria.", []),
    ],
)  # fmt: skip
def test_names_in_turn(reader: Reader, text: str, names: list[str]) -> None:
    assert [f.name for f in read(reader, text)] == names


def test_documents_in_a_list_carry_the_act_told_before(reader: Reader) -> None:
    found = read(
        reader,
        "A package of documents was adopted in Halm. "
        "They include an agreement on cooperation in fisheries and a joint statement on rivers.",
    )
    assert [f.act for f in found] == ["issued", "issued"]


def test_the_city_of_the_signing_is_no_part_of_the_name(reader: Reader) -> None:
    text = "Nordavia and Suvaria signed the Protocol on Coastal Fisheries in Tersk."
    (signed,) = read(reader, text)
    assert (signed.act, signed.name) == ("signed", "Protocol on Coastal Fisheries")


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("We abide by the three Sino-Nordavian joint communiqués.", {"CHN", "XNA"}),
        ("They recalled the Nordavia Declaration.", set()),
        ("The Open Borders Treaty between Nordavia and Suvaria is old.", {"XNA", "XSU"}),
        (
            "Nordavia spoke of Kenya: a peace agreement was reached between Suvaria and Peru.",
            {"XSU", "PER"},
        ),
        (
            "The Presidents of Nordavia, Suvaria and Peru approved a joint statement.",
            {"XNA", "XSU", "PER"},
        ),
        ("Having ratified the Convention on Rivers, Suvaria left.", {"XSU"}),
        ("Nordavia and Suvaria recalled that the UN Charter was signed in 1945.", {"org:un"}),
    ],
)
def test_whose_an_instrument_is(reader: Reader, sentence: str, parties: set[str]) -> None:
    (found,) = read(reader, sentence)
    assert {a.id for a in found.parties} == parties


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Having ratified the Convention on Rivers, Suvaria left.", "Convention on Rivers"),
        ("They want to sign a treaty on ferries as soon as possible.", "treaty on ferries"),
    ],
)
def test_what_follows_a_name_is_no_part_of_it(reader: Reader, sentence: str, name: str) -> None:
    (found,) = read(reader, sentence)
    assert found.name == name


def test_a_century_dates_nothing(reader: Reader) -> None:
    text = "In the 21st century the presidents signed a memorandum of understanding on ferries."
    assert [f.date for f in read(reader, text)] == [None]
