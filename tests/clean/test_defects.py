"""The defects of pages as scrapers leave them, each in texts of our own: masked, warned of, no word lost."""

from __future__ import annotations

import pytest

from verbale.annotate import sentences
from verbale.clean import furniture
from verbale.document import Document, Source
from verbale.layers import HEADER, MASKS, PARAGRAPHS, SENTENCES, WARNINGS

BODY = (
    "Orvenian Foreign Minister Ruo Tanli received his Avarian counterpart on Monday to talk about the"
    " northern ferry line.",
    "The two ministers said that the line would carry passengers again before the first ice.",
    "Avaria has asked for a third pier since 2019, and Orvenia has not refused it so far.",
)


def cleaned(*lines: str, end: str = "\n") -> Document:
    document = Document(end.join(lines), Source("a.txt"))
    furniture.annotate(document)
    sentences.annotate(document)
    return document


def body(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.get(PARAGRAPHS)]


def masked(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mask in document.get(MASKS):
        found.setdefault(mask.kind, []).append(document.text[mask.start : mask.end])
    return found


def title(document: Document) -> str | None:
    (header,) = document.get(HEADER)
    return document.quote(header.title) if header.title else None


def codes(document: Document) -> set[str]:
    return {w.code for w in document.get(WARNINGS)}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\r"])
def test_a_date_that_a_scraper_put_before_the_headline(end: str) -> None:
    document = cleaned(" date 2027-11-03 Ferry line to open before the ice", *BODY, end=end)
    assert title(document) == "Ferry line to open before the ice"
    assert [m.value for m in document.get(MASKS) if m.kind == "header"] == ["2027-11-03"]
    assert body(document) == list(BODY)


def test_a_caption_where_the_headline_should_be() -> None:
    document = cleaned(" date 2027-11-03 Orvenia-Avaria Photo: Harbour Pictures", *BODY)
    assert title(document) is None
    assert masked(document)["caption"] == ["Orvenia-Avaria Photo: Harbour Pictures"]
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    "stamp",
    [
        "Meris Wire) 10:42, November 3, 2027",
        "Meris Wire | Updated: 2027-11-03 10:42",
        "Source:Meris Wire 03-11-27 10:42 Updated",
        "Published: 3 November 2027, 10:42",
        "2027-11-03 10:42:07",
        "November 3, 2027",
    ],
)
def test_stamps(stamp: str) -> None:
    document = cleaned("Ferry line to open before the ice", stamp, *BODY)
    assert stamp in [*masked(document).get("stamp", []), *masked(document).get("byline", [])]
    assert body(document) == list(BODY)


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Riga, 4 February 2031. ", "Riga"),
        ("Port Aven, May 3, 2031 — ", "Port Aven"),
        ("MERIS, Nov. 3 (Meris Wire) -- ", "MERIS"),
        ("PORT AVEN, November 3 (Aven Press Agency) — ", "PORT AVEN"),
        ("TESSIN BAY, 3 November (MW) - ", "TESSIN BAY"),
        ("MERIS, Nov 3, 2027 (Meris Wire) -- ", "MERIS"),
        ("MERIS (Meris Wire) – ", "MERIS"),
    ],
)
def test_datelines(dateline: str, place: str) -> None:
    document = cleaned("Ferry line to open before the ice", dateline + BODY[0], *BODY[1:])
    assert [m.value for m in document.get(MASKS) if m.kind == "dateline"] == [place]
    assert body(document) == list(BODY)


def test_a_section_label_a_byline_and_what_stands_under_the_text() -> None:
    foot = (
        "The author is a former harbour master and wrote this article for the Harbour Daily alone.",
        "The opinions expressed here are those of the author and not of the Harbour Daily.",
        "All rights reserved. No part of this page may be copied without written permission.",
        "Editor: brandt",
        "03-11-27 10:42",
        "Share this:",
        "Please enter your comment!",
        "Please enter your name here",
    )
    head = (
        "Opinion Tide",
        "A ferry says more than a speech",
        "By Lena Brandt | harbour.example | 2027-11-03",
    )
    document = cleaned(*head, *BODY, *foot)
    kinds = masked(document)
    assert kinds["section-label"] == ["Opinion Tide"]
    assert title(document) == "A ferry says more than a speech"
    assert kinds["disclaimer"] == list(foot[:2])
    assert kinds["copyright"] == [foot[2]]
    assert foot[3] in kinds["byline"]
    assert kinds["share"] == ["Share this:"]
    assert kinds["comment-form"] == list(foot[-2:])
    assert body(document) == list(BODY)
    assert "boilerplate" in codes(document)


def test_a_size_widget_and_a_pull_quote_with_the_name_for_the_pronoun() -> None:
    said = (
        "He said that the two coasts should mend the old lighthouse and share its upkeep for ever."
    )
    pulled = said.replace("He", "Ruo", 1)
    document = cleaned("Ferry line to open", "Font size:A+A-", pulled, BODY[0], said, BODY[2])
    kinds = masked(document)
    assert kinds["widget"] == ["Font size:A+A-"]
    assert kinds["pull-quote"] == [pulled]
    assert body(document) == [BODY[0], said, BODY[2]]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_a_body_given_twice_is_read_once(gap: str) -> None:
    document = cleaned("Ferry line to open before the ice", *BODY, *BODY, end=gap)
    assert body(document) == list(BODY)
    assert masked(document)["repeated-body"] == list(BODY)
    (warning,) = (w for w in document.get(WARNINGS) if w.code == "repeated-body")
    assert [e.quote for e in warning.evidence] == list(BODY)


def test_a_line_that_a_text_repeats_on_purpose_stays() -> None:
    again = "We shall keep the strait open, we shall keep the strait open to all."
    document = cleaned(
        "Speech at the pier", *BODY, again, BODY[0].replace("Monday", "Friday"), again
    )
    assert sum(again in p for p in body(document)) >= 1
    assert "repeated-body" not in codes(document)


def test_glued_sentences_are_parted_and_abbreviations_are_not() -> None:
    glued = (
        "Ruo Tanli met Tomas Velde on Tuesday.Ruo said the line opens at 9 a.m. in summer.He thanked"
        " Dr. Brandt of the U.N. office for the $2.5 million, or 3.5 percent, of last Sept. 5.“We are"
        " ready,” he said.Velde agreed."
    )
    document = cleaned("Ferry line to open", glued)
    found = [document.text[s.start : s.end] for s in document.get(SENTENCES)]
    assert found == [
        "Ruo Tanli met Tomas Velde on Tuesday.",
        "Ruo said the line opens at 9 a.m. in summer.",
        "He thanked Dr. Brandt of the U.N. office for the $2.5 million, or 3.5 percent, of last Sept. 5.",
        "“We are ready,” he said.",
        "Velde agreed.",
    ]
    assert "run-on-sentences" in codes(document)


def test_a_title_alone_blank_lines_and_typographic_signs() -> None:
    said = "Avaria’s minister said – in her words – that “the sea has no doors”."
    document = cleaned("Avaria, Orvenia keep their ferries", "", "", BODY[0], "", said)
    assert title(document) == "Avaria, Orvenia keep their ferries"
    assert body(document) == [BODY[0], said]


@pytest.mark.parametrize(
    ("head", "publisher", "bylines"),
    [
        ("Meris Wire) 10:42, November 3, 2027", "Meris Wire", []),
        ("Source:Meris Wire 03-11-27 10:42 Updated", "Meris Wire", []),
        ("Meris Wire | Updated: 2027-11-03 10:42", "Meris Wire", []),
        ("By Lena Brandt | harbour.example | 2027-11-03", "harbour.example", ["Lena Brandt"]),
        ("By Lena Brandt and Jo Ost, November 3, 2027", None, ["Lena Brandt and Jo Ost"]),
        ("Editor: brandt", None, ["brandt"]),
        ("Published: 3 November 2027, 10:42", None, []),
        ("MERIS, Nov. 3 (Meris Wire) -- The ferry sails again.", "Meris Wire", []),
    ],
)
def test_who_wrote_and_who_published(head: str, publisher: str | None, bylines: list[str]) -> None:
    document = cleaned("Ferry line to open before the ice", head, *BODY)
    (header,) = document.get(HEADER)
    assert (document.quote(header.publisher) if header.publisher else None) == publisher
    assert [document.quote(b) for b in header.byline] == bylines


def test_headings_of_markdown() -> None:
    document = cleaned("# Ferry line to open", "", BODY[0], "", "## What comes next", "", BODY[1])
    assert title(document) == "Ferry line to open"
    assert masked(document)["markup"] == ["# ", "## "]
    assert body(document) == [BODY[0], "What comes next", BODY[1]]


def test_a_short_headline_over_a_stamp_is_no_section_label() -> None:
    document = cleaned("Ferry sails", "Meris Wire | Updated: 2027-11-03 10:42", *BODY)
    assert title(document) == "Ferry sails"


def test_lines_of_wrapped_prose_that_open_like_furniture_stay() -> None:
    """What breaks off in the middle of a sentence is its next line, whatever words it begins with."""
    prose = (
        "The Council was told of the harbours that were shut",
        "by Orvenian crews and of those that had been opened",
        "by the middle of the year. It heard as well the many",
        "views expressed by the members on the northern line,",
        "related to the fees that ships pay in either harbour",
        "and to the report of 2027-11-03, which lists the old",
        "By equality, we mean that the coasts share the light",
        "print and photographs that both of the harbours kept",
        "share with the fleets of others what the sea returns",
        "from the wrecks. The opinions of both reflect what",
        "their fishing towns have said for a very long time.",
        "(c) The office shall write a list of the wrecks too.",
    )
    document = cleaned("Ferry line to open", "", *prose)
    kept = {i for p in document.get(PARAGRAPHS) for i in range(p.start, p.end)}
    start = document.text.index(prose[0])
    lost = [i for i in range(start, len(document.text)) if i not in kept]
    assert all(document.text[i].isspace() for i in lost), masked(document)
