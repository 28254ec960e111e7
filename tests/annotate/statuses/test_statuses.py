"""Labels of relations in sentences of our own: which words are one, and what is done with it."""
# ruff: noqa: E501  (sentences stand in a table, one a line)

from __future__ import annotations

from collections.abc import Callable

import pytest

from verbale.annotate.statuses.labels import same_label
from verbale.records import Record, Status

Read = Callable[..., list[Record]]


@pytest.mark.parametrize(
    ("sentence", "label", "act"),
    [
        ("Avaria and Borduria confirmed their strategic partnership.", "strategic partnership", "reaffirmed"),
        ("In 2019, Avaria and Borduria raised their ties to a comprehensive strategic partnership.", "comprehensive strategic partnership", "upgraded"),
        ("They praised ties of strategic partnership and cooperation, entering a new era.", "strategic partnership and cooperation, entering a new era", "reaffirmed"),
        ("Both leaders spoke of the special and privileged strategic partnership.", "special and privileged strategic partnership", "reaffirmed"),
        ("Ten years ago Avaria and Borduria established a strategic partnership.", "strategic partnership", "established"),
        ("The strategic partnership and alliance of the two neighbours will grow.", "strategic partnership and alliance", "reaffirmed"),
        ("The Avaria-Borduria alliance is the cornerstone of peace.", "alliance", "reaffirmed"),
        ("Avaria suspended its strategic partnership with Borduria.", "strategic partnership", "suspended"),
        ("We shall raise our strategic partnership to new heights.", "strategic partnership", "reaffirmed"),
        ("The declaration will elevate relations between Avaria and Borduria to an allied level.", "allied level", "upgraded"),
        ("They raised again their commitment to the strategic partnership.", "strategic partnership", "reaffirmed"),
        ("Their friendship has no limits.", "no limits", "reaffirmed"),
        ("They announced the upgrade of the U.S. ties with Avaria to a strategic partnership.", "strategic partnership", "upgraded"),
        ("They discussed ways to establish a strategic partnership.", "strategic partnership", "reaffirmed"),
        ("They coordinate the Avaria-Borduria and Avaria-Strelz alliances.", "alliances", "reaffirmed"),
        ("They hailed the Comprehensive and Global Strategic Partnership.", "Comprehensive and Global Strategic Partnership", "reaffirmed"),
    ],
)  # fmt: skip
def test_labels_and_acts(read_records: Read, sentence: str, label: str, act: str) -> None:
    (found,) = read_records(sentence, Status)
    assert isinstance(found, Status)
    assert (found.label, found.act) == (label, act)


@pytest.mark.parametrize(
    "sentence",
    [
        "Avaria and Borduria form no alliance and target nobody.",
        "Their relations are not an alliance.",
        "Both seek partnership rather than alliance.",
        "A useful energy alliance is being built.",
        "The leaders discussed their strategic technology partnership.",
        "The Strategic Partnership Commission met in Szohod.",
        "NATO and the members of the Alliance met in Strelz.",
        "We need a global partnership for development.",
        "A completely new alliance will be created in the south.",
        "We expect NATO to change from a defence alliance into something new.",
        "The Avaria-Borduria strategic partnership treaty entered into force.",
        "They signed a declaration on allied interaction.",
        "Relations are at their best in history.",
        "The Charter on Strategic Partnership was published.",
        "Old alliances were forgotten.",
        "Avaria welcomed Borduria's decision to join the alliance.",
    ],
)
def test_what_is_no_label(read_records: Read, sentence: str) -> None:
    assert read_records(sentence, Status) == []


def test_one_record_rests_on_every_mention(read_records: Read) -> None:
    text = (
        "Avaria and Borduria confirmed their comprehensive strategic partnership. "
        "Trade grew. The strategic partnership will be deepened."
    )
    (found,) = read_records(text, Status)
    assert len(found.evidence) == 2


def test_what_is_done_with_a_label_leaves_its_naming_out(read_records: Read) -> None:
    text = (
        "In 2019 Avaria and Borduria upgraded their relations to a strategic partnership. "
        "The strategic partnership bears fruit."
    )
    (found,) = read_records(text, Status)
    assert isinstance(found, Status)
    assert (found.act, found.since) == ("upgraded", "2019")


def test_the_year_beside_the_label_is_its_own(read_records: Read) -> None:
    text = "Avaria and Borduria opened embassies in 1992 and established a strategic partnership in 2008."
    (found,) = read_records(text, Status)
    assert isinstance(found, Status)
    assert found.since == "2008"


def test_another_grade_is_another_label() -> None:
    assert same_label("X–Y strategic partnership", "Comprehensive Strategic Partnership")
    assert not same_label("comprehensive partnership", "comprehensive strategic partnership")
