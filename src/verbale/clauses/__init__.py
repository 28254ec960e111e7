"""Questions that rooms ask of a sentence's syntax: who does what, denied or meant, and how far."""

from __future__ import annotations

from verbale.clauses.actors import actors_of
from verbale.clauses.agents import agents, bearers
from verbale.clauses.asking import asked, wondered
from verbale.clauses.clause import Clause, clauses
from verbale.clauses.phrases import (
    asked_for,
    following,
    reach,
    run_on,
    sentence_at,
    with_denial,
)
from verbale.clauses.subjects import subject

__all__ = [
    "Clause",
    "actors_of",
    "agents",
    "asked",
    "asked_for",
    "bearers",
    "clauses",
    "following",
    "reach",
    "run_on",
    "sentence_at",
    "subject",
    "with_denial",
    "wondered",
]
