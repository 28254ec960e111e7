"""Who holds what stance on what, and toward whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from verbale.records import Actor, Position, Record

Read = Callable[..., list[Record]]


def states(actors: Iterable[Actor]) -> str:
    """Their states in order of the alphabet: "XAV XBO"."""
    return " ".join(sorted({a.state or a.id for a in actors}))


def positions(read_records: Read, text: str) -> list[tuple[str, str, str]]:
    """Stance, holders and toward of each position."""
    found = [r for r in read_records(text, Position) if isinstance(r, Position)]
    return [(p.stance, states(p.holders), states(p.toward)) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs
        ("Avaria supports Bordurian sovereignty.", [("supports", "XAV", "XBO")]),
        ("Avaria condemned the Carpanian attack on the port.", [("opposes", "XAV", "XCA")]),
        ("Avaria and Borduria oppose protectionism.", [("opposes", "XAV XBO", "")]),
        ("Avaria rejects interference in its affairs.", [("opposes", "XAV", "")]),
        # a list under one word of stance is one
        ("Borduria opposes blocs, sanctions and tariffs.", [("opposes", "XBO", "")]),
        # two words of stance are two
        (
            "Borduria supports dialogue and opposes sanctions.",
            [("supports", "XBO", ""), ("opposes", "XBO", "")],
        ),
        # negation turns a stance, and denies what is never allowed
        ("Avaria does not support the blockade.", [("opposes", "XAV", "")]),
        ("Avaria will never accept the blockade.", [("opposes", "XAV", "")]),
        ("Avaria will not agree to any ultimatum.", [("opposes", "XAV", "")]),
        ("The plan, which Borduria supports, is old.", [("supports", "XBO", "")]),
        ("Avaria will not yield to the blockade.", [("opposes", "XAV", "")]),
        ("The blockade was condemned by Borduria.", [("opposes", "XBO", "")]),
        # what one calls unacceptable
        (
            "President Ilse Maren stressed that the blockade of the strait is unacceptable.",
            [("opposes", "XAV", "")],
        ),
        # whom one praises, and for what
        ("Borduria commends Avaria for its role on the river.", [("supports", "XBO", "XAV")]),
        # prepositions
        ("Avaria stands side by side with Borduria.", [("supports", "XAV", "XBO")]),
        ("Borduria spoke in favour of lifting the blockade.", [("supports", "XBO", "")]),
        ("President Ilse Maren said: “We will be with Borduria.”", [("supports", "XAV", "XBO")]),
        # thanks for a stand tell it
        (
            "President Jan Holt thanked Avaria for supporting the sovereignty of Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        # reported
        (
            "President Ilse Maren affirmed that Avaria would support Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        ("Avaria stands with Borduria.", [("supports", "XAV", "XBO")]),
        ("President Ilse Maren said: “We will stand with Borduria.”", [("supports", "XAV", "XBO")]),
        ("Avaria stands for a peaceful settlement.", [("supports", "XAV", "")]),
        # predicates
        ("Avaria is opposed to the blockade.", [("opposes", "XAV", "")]),
        ("Avaria remains committed to the principle of equality.", [("supports", "XAV", "")]),
        # nouns
        (
            "President Ilse Maren reaffirmed her support for the sovereignty of Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        ("Borduria voiced its opposition to the blockade.", [("opposes", "XBO", "")]),
        ("Avaria sent envoys in support of Borduria.", [("supports", "XAV", "XBO")]),
        (
            "President Jan Holt thanked President Ilse Maren for her firm and lasting support "
            "for the sovereignty of Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        (
            "President Ilse Maren reaffirmed the commitment of Avaria to support Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        # another can never
        (
            "President Ilse Maren said that Carpania can never have such weapons.",
            [("opposes", "XAV", "XCA")],
        ),
        (
            "Avaria and Borduria reaffirmed their commitment to opposition to the blockade.",
            [("opposes", "XAV XBO", "")],
        ),
        # whose the issue is; several by one of them
        (
            "Avaria deplored Carpania's deliberate and harmful steps.",
            [("opposes", "XAV", "XCA")],
        ),
        (
            "Avaria and Borduria support the sovereignty of Borduria.",
            [("supports", "XAV XBO", "XBO")],
        ),
        # a dash between two
        (
            "Carpania welcomed the Avaria–Borduria talks.",
            [("supports", "XCA", "XAV XBO")],
        ),
        # what no thing is
        (
            "President Ilse Maren stressed that no blockade is acceptable.",
            [("opposes", "XAV", "")],
        ),
        # the support that is condemned is not the condemner's
        (
            "Avaria condemned the support of Carpania for the rebels.",
            [("opposes", "XAV", "XCA")],
        ),
        # those who met renew what is theirs
        (
            "President Ilse Maren met with President Jan Holt to reaffirm their support for peace.",
            [("supports", "XAV XBO", "")],
        ),
        ("Avaria stands for upholding the law of the sea.", [("supports", "XAV", "")]),
        ("Avaria respects the sovereignty of Borduria.", [("supports", "XAV", "XBO")]),
        # what several share
        (
            "President Ilse Maren and President Jan Holt met. Maren noted that a shared commitment "
            "to peace unites them.",
            [("supports", "XAV XBO", "")],
        ),
        # a text speaks for its authors; support hangs on what is somebody's
        (
            "The joint statement of Avaria and Borduria condemned the blockade.",
            [("opposes", "XAV XBO", "")],
        ),
        (
            "Carpania thanked Ilse Maren for the position of Avaria in support of Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        (
            "President Jan Holt thanked the Avarian government for supporting the sovereignty "
            "of Borduria.",
            [("supports", "XAV", "XBO")],
        ),
        # what must not be
        (
            "President Ilse Maren stressed the inadmissibility of blockades.",
            [("opposes", "XAV", "")],
        ),
        # each other
        ("Avaria and Borduria support each other.", [("supports", "XAV XBO", "XAV XBO")]),
    ],
)
def test_stances(read_records: Read, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert positions(read_records, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # courtesies
        "President Ilse Maren welcomed President Jan Holt.",
        "Avaria appreciates the support of Borduria.",
        "President Jan Holt thanked Avaria for its help.",
        "Avaria has the support of friends.",
        # what should be is not yet
        "President Ilse Maren said that Avaria should renew its commitment to the principle.",
        "Avaria appreciates it.",
        "The envoys of Avaria have been with Borduria.",
        # what is given
        "Avaria sent military support to Borduria.",
        # concern, importance, hope
        "Avaria voiced concern about the blockade.",
        "Avaria stressed the importance of dialogue.",
        # what another is asked to do, and what is only possible
        "Avaria urged Borduria to support the plan.",
        "Avaria could support the plan.",
        # what is talked of, and what is only asked of another
        "The envoys discussed how Avaria will support the plan.",
        "Avaria urged Borduria to show its commitment to stability.",
        "Avaria respects President Jan Holt.",
        # what one will uphold is undertaken
        "President Ilse Maren said that Avaria will uphold the law of the sea.",
        # a chance is a courtesy
        "Avaria appreciates that the sides have the opportunity to meet.",
        # a name in another part of the sentence owns nothing
        "The law harms Avaria, support for the rebels is a crime.",
        # a question
        "Does Avaria support the plan?",
        "Avaria welcomes all tourists to use the new ferries.",
        "Avaria and Borduria sanctioned several officials and firms for their support of piracy.",
        "Ilse Maren spoke of an Avarian-backed group of firms on the river.",
    ],
)
def test_no_stances(read_records: Read, text: str) -> None:
    assert positions(read_records, text) == []


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        (
            "Avaria supports Borduria in choosing its own road.",
            "Borduria in choosing its own road",
        ),
        (
            "Avaria supports Borduria in its struggle for the strait.",
            "Borduria in its struggle for the strait",
        ),
        (
            "Avaria will never allow anyone to close the strait.",
            "anyone to close the strait",
        ),
        (
            "Avaria reaffirmed its support for Borduria in rebuilding the ports.",
            "Borduria in rebuilding the ports",
        ),
        (
            "Avaria opposes the attempts to drive a wedge between the towns.",
            "the attempts to drive a wedge between the towns",
        ),
    ],
)
def test_an_issue_says_in_what(read_records: Read, text: str, issue: str) -> None:
    found = [r for r in read_records(text, Position) if isinstance(r, Position)]
    assert [p.issue for p in found] == [issue]


def test_this_goes_back_to_who_acted(read_records: Read) -> None:
    text = (
        "Carpania closed the strait on Monday. The water was calm. Few ships were seen. "
        "Avaria firmly opposes this."
    )
    assert positions(read_records, text) == [("opposes", "XAV", "XCA")]


def test_a_position_in_a_statement_names_it(read_records: Read) -> None:
    text = "President Ilse Maren said that Avaria firmly opposes the blockade of the strait."
    (position,) = read_records(text, Position)
    assert isinstance(position, Position)
    assert position.statement is not None
    assert position.issue == "the blockade of the strait"
