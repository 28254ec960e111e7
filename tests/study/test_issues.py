"""Wordings of one issue, and where a party moved."""

from __future__ import annotations

import random

from verbale.records import Actor, Evidence, Position, identify
from verbale.study.issues import group, matrix

A = Actor("XAV", "Avaria", "state", "XAV")

ONE_ISSUE = (
    ("the sovereignty and territorial integrity of Ulmar", "Ulmar's territorial integrity"),
    (
        "any change of the status quo by force",
        "unilateral attempts to alter the status quo by force",
    ),
    (
        "wider cooperation between the League and regional bodies",
        "cooperation of the League with regional bodies",
    ),
    ("the one-coast principle", "the one coast principle"),
)
TWO_ISSUES = (
    ("Ulmar's economic recovery", "Ulmar's membership"),
    ("multilateralism", "unilateralism"),
    ("free trade", "protectionism"),
    ("these principles", "those principles"),
    ("the reform of the Council", "arms sales to Ulmar"),
)


def test_wordings_of_one_issue_come_together() -> None:
    for one, two in ONE_ISSUE:
        assert len(set(group([one, two]).values())) == 1, (one, two)
    for one, two in TWO_ISSUES:
        assert len(set(group([one, two]).values())) == 2, (one, two)


def test_the_order_of_wordings_does_not_matter() -> None:
    every = [w for pair in (*ONE_ISSUE, *TWO_ISSUES) for w in pair]
    first = group(every)
    random.Random(1).shuffle(every)
    assert group(every) == first


def position(document: str, issue: str) -> Position:
    words = (Evidence(0, 1, "x"),)
    made = identify(
        Position(document=document, evidence=words, holders=(A,), stance="supports", issue=issue)
    )
    assert isinstance(made, Position)
    return made


def test_what_points_elsewhere_is_of_its_text_alone() -> None:
    told = [position("a", "these principles"), position("b", "these principles")]
    assert len(matrix(told, lambda _: "2031")) == 2
    told = [position("a", "free trade"), position("b", "free trade")]
    (line,) = matrix(told, lambda _: "2031")
    assert line.years == {"2031": {"supports": 2}}
