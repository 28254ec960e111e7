"""Who undertakes, offers or asks for what, and with what force."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from verbale.records import Actor, Commitment, Record

Read = Callable[..., list[Record]]


def states(actors: Iterable[Actor]) -> str:
    """Their states in order of the alphabet: "XAV XBO"."""
    return " ".join(sorted({a.state or a.id for a in actors}))


def commitments(read_records: Read, text: str, publisher: str | None = None) -> list[Commitment]:
    found = read_records(text, Commitment, publisher)
    return [r for r in found if isinstance(r, Commitment)]


@pytest.mark.parametrize(
    ("text", "force", "by"),
    [
        # agreed
        ("Avaria and Borduria agreed to deepen their cooperation.", "agreed", "XAV XBO"),
        ("Avaria and Borduria will continue their dialogue.", "agreed", "XAV XBO"),
        ("Avaria and Borduria reaffirmed their commitment to ending the war.", "agreed", "XAV XBO"),
        (
            "President Ilse Maren and President Jan Holt tasked their teams to follow up.",
            "agreed",
            "XAV XBO",
        ),
        ("Avaria agreed to consultations with Borduria.", "agreed", "XAV"),
        # pledged
        ("Avaria pledged to send grain to Borduria.", "pledged", "XAV"),
        ("Avaria is committed to rebuilding the ports of Borduria.", "pledged", "XAV"),
        (
            "President Ilse Maren said that Avaria will continue to help Borduria.",
            "pledged",
            "XAV",
        ),
        ("Avaria announced a new package of assistance for Borduria.", "pledged", "XAV"),
        ("President Ilse Maren said that Avaria will never threaten Borduria.", "pledged", "XAV"),
        (
            "President Ilse Maren announced that Avaria is donating grain to Borduria.",
            "pledged",
            "XAV",
        ),
        # ready
        ("Avaria wants to rebuild the ports of Borduria.", "ready", "XAV"),
        (
            "President Ilse Maren reaffirmed the readiness of Avaria along with its allies to help.",
            "ready",
            "XAV",
        ),
        ("Avaria is ready to work with Borduria.", "ready", "XAV"),
        ("Borduria stands ready to mediate.", "ready", "XBO"),
        ("Avaria expressed its readiness to resume talks with Borduria.", "ready", "XAV"),
        ("Avaria hopes to see more exchanges with Borduria.", "ready", "XAV"),
        ("President Ilse Maren said that Avaria is prepared to help Borduria.", "ready", "XAV"),
        ("Avaria is interested in cooperation with Borduria.", "ready", "XAV"),
        ("Avaria is ready for dialogue with Borduria.", "ready", "XAV"),
        # proposed
        ("Borduria proposed to reopen the border.", "proposed", "XBO"),
        (
            "President Ilse Maren said that Avaria and Borduria should expand their trade.",
            "proposed",
            "XAV",
        ),
        (
            "President Ilse Maren said that all members of the council must show solidarity.",
            "proposed",
            "XAV",
        ),
        (
            "President Ilse Maren hopes that the relevant parties will settle their differences.",
            "urged",
            "XAV",
        ),
        ("Avaria called for lifting the sanctions.", "urged", "XAV"),
        (
            "President Ilse Maren expressed hope that Borduria would support the talks.",
            "urged",
            "XAV",
        ),
        # urged
        (
            "Avaria rejected the plan to build a port on the strait, urging Borduria to help.",
            "urged",
            "XAV",
        ),
        ("Avaria wants Borduria to open its ports.", "urged", "XAV"),
        ("Avaria encouraged the expansion of student exchanges.", "urged", "XAV"),
        (
            "President Ilse Maren said that Avaria will continue to insist on a ceasefire.",
            "urged",
            "XAV",
        ),
        ("Avaria called on Borduria to lift its sanctions.", "urged", "XAV"),
        ("Avaria called for an immediate ceasefire.", "urged", "XAV"),
        ("Borduria urged Avaria to withdraw its troops.", "urged", "XBO"),
        (
            "President Ilse Maren stressed that Borduria should withdraw its troops.",
            "urged",
            "XAV",
        ),
    ],
)
def test_forces(read_records: Read, text: str, force: str, by: str) -> None:
    (found,) = commitments(read_records, text)
    assert (found.force, states(found.by)) == (force, by)


@pytest.mark.parametrize(
    "text",
    [
        # need and importance
        "Avaria and Borduria stressed the importance of dialogue.",
        # a coming contact is the interaction
        "President Ilse Maren will visit Borduria.",
        "Avaria and Borduria agreed to hold a meeting in May.",
        # what is only supposed or asked
        "If Avaria agrees to withdraw, talks will follow.",
        "Will Avaria withdraw its troops?",
        # what is denied
        "Avaria did not agree to withdraw its troops.",
        # what is needful is not yet undertaken
        "Avaria and Borduria agreed on the need to deepen their cooperation.",
        "The sides agreed that a summit would be in their interest.",
        "President Ilse Maren said that it is in the interest of Avaria to help Borduria.",
        # a guess, and which thing is meant
        "President Ilse Maren said: “I think that we will build the port in May.”",
        "President Ilse Maren named the challenges that Avaria and Borduria must face.",
        "President Ilse Maren is confident that Avaria will win the match.",
        # the agenda of a contact
        "The two leaders will discuss trade and review the results of the year.",
        "President Ilse Maren said: “We will discuss everything.”",
        "President Ilse Maren said: “I would like to discuss the ports.”",
        # what is talked of, and what names no deed
        "The two leaders discussed how Avaria will help Borduria.",
        "President Ilse Maren said: “We will do it.”",
        "Avaria called on all politicians.",
        # what things should is nobody's duty
        "President Ilse Maren said that all efforts should serve peace.",
        "Avaria proposed a summit in May.",
        # how far a number will go, and an errand
        "President Ilse Maren said that Avaria will pass the mark of 20 billion dollars.",
        "President Ilse Maren said: “Jan Holt asked me to convey his greetings.”",
        "President Ilse Maren said: “I would like to state that the port is open.”",
        # whose offer it is nobody knows
        "Avaria noted the initiative of Harbour to invest in ports.",
        "The sides agreed that trade would have gained from calm.",
        # what is told or thought is no deed
        "President Ilse Maren said: “We must not be afraid. We have to admit our mistakes.”",
        "President Ilse Maren said: “I would like to wish President Jan Holt success.”",
        "President Ilse Maren said that Avaria will release further information.",
        "President Ilse Maren said that all must remember the war.",
        "The strait will close, should Borduria continue its attacks.",
        "Avaria has no intention to replace Borduria.",
        # to stand with somebody is a stand
        "President Ilse Maren said that Avaria will stand with Borduria.",
        # a telephone call is no call for something
        "President Ilse Maren called President Jan Holt to congratulate him.",
        "Avaria had a phone call with Borduria.",
        # a claim is no request
        "President Ilse Maren insisted that the deal with Borduria was unfair.",
        "Ilse Maren commended the people of Borduria, with many going to the polls to vote.",
    ],
)
def test_no_undertakings(read_records: Read, text: str) -> None:
    assert commitments(read_records, text) == []


def test_coordinated_verbs_are_one(read_records: Read) -> None:
    (found,) = commitments(
        read_records, "Avaria and Borduria agreed to deepen ties, expand trade and fight crime."
    )
    assert "expand trade" in found.action


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Major countries should follow the rules.", "proposed"),
        ("Those who are strong should not threaten the weak.", "proposed"),
        ("Borduria must lift its blockade.", "urged"),
    ],
)
def test_a_speech_is_its_speakers_words(read_records: Read, text: str, force: str) -> None:
    speech = "Statement by President Ilse Maren of Avaria\n\nWe in Avaria have seen hard years. "
    found = commitments(read_records, speech + text, "President of Avaria")
    assert [(c.force, states(c.by)) for c in found] == [(force, "XAV")]


def test_we_in_a_quotation_is_who_is_quoted(read_records: Read) -> None:
    text = "President Ilse Maren met with President Jan Holt. “We want to rebuild the ports,” Holt said."
    (found,) = commitments(read_records, text, "President of Avaria")
    assert states(found.by) == "XBO"


def test_a_list_goes_on_with_its_own_kind(read_records: Read) -> None:
    text = (
        "Avaria stressed the importance of renewing trade and called on Borduria to open its ports."
    )
    (found,) = commitments(read_records, text)
    assert (found.force, states(found.by)) == ("urged", "XAV")


def test_a_speech_is_said_to_all(read_records: Read) -> None:
    speech = "Statement by President Ilse Maren of Avaria\n\nWe in Avaria have seen hard years. "
    (found,) = commitments(
        read_records, speech + "We should open all ports.", "President of Avaria"
    )
    assert found.to == ()


def test_what_is_called_for_is_told_without_its_preposition(read_records: Read) -> None:
    (found,) = commitments(read_records, "Avaria insists on the full withdrawal of all troops.")
    assert found.action == "the full withdrawal of all troops"


def test_who_is_asked(read_records: Read) -> None:
    (found,) = commitments(read_records, "Avaria urged Borduria to withdraw its troops.")
    assert states(found.to) == "XBO"


def test_what_is_over_is_no_deadline(read_records: Read) -> None:
    text = "Avaria agreed with Borduria to revive the commission, which last met in 2001."
    (found,) = commitments(read_records, text)
    assert found.due is None


def test_a_deadline_is_due(read_records: Read) -> None:
    (found,) = commitments(read_records, "Avaria pledged to open the port by 2030.")
    assert found.due is not None
    assert "2030" in found.due


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Ilse Maren and Jan Holt resolved that the river treaty must be upheld.",
            "the river treaty must be upheld",
        ),
        (
            "Ilse Maren and Jan Holt affirmed their resolve to continue opposing piracy on the river.",
            "continue opposing piracy on the river",
        ),
        (
            "Ilse Maren and Jan Holt discussed their determination to continue to help the towns on the river.",
            "continue to help the towns on the river",
        ),
        (
            "Ilse Maren called on Borduria to de-escalate tensions on the river.",
            "de-escalate tensions on the river",
        ),
        ("Avaria pledged not to sell boats to Borduria.", "not to sell boats to Borduria"),
        (
            "Ilse Maren reaffirmed the commitment of Avaria not to mine the river.",
            "not to mine the river",
        ),
        (
            "Ilse Maren said that no country should mine the river.",
            "no country should mine the river",
        ),
        (
            "Avaria urged Borduria to respect the river, stop mining the ports, stop closing the bridges, "
            "and act in good faith.",
            "respect the river, stop mining the ports, stop closing the bridges, and act in good faith",
        ),
    ],
)
def test_an_action_is_told_whole(read_records: Read, text: str, action: str) -> None:
    found = commitments(read_records, text)
    assert action in [f.action for f in found]


def test_each_is_asked_for_its_own(read_records: Read) -> None:
    found = commitments(
        read_records,
        "Ilse Maren said that Borduria must shut down the smugglers on the river and Avaria will stop the "
        "sale of boats.",
    )
    assert [f.action for f in found] == [
        "shut down the smugglers on the river",
        "stop the sale of boats",
    ]


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Avaria will send grain to Borduria.", "XBO"),
        ("Avaria will open its harbour to Bordurian ships.", "XBO"),
        ("Avaria will protect the rights of its own firms.", ""),
        ("Avaria is ready to work with the international community on peace.", ""),
        ("Avaria is ready to work on peace.", "XBO"),
    ],
)
def test_a_promise_is_to_whom_its_words_name(read_records: Read, text: str, partner: str) -> None:
    given = (
        "President Ilse Maren met with President Jan Holt of Borduria. Ilse Maren said that " + text
    )
    found = [f for f in commitments(read_records, given) if states(f.by) == "XAV"]
    assert [states(f.to) for f in found] == [partner]
