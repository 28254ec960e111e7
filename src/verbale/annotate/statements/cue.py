"""A cue of a sentence: the words that tell that somebody said something."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.statements.forms import Form
from verbale.annotate.statements.frames import Complement

__all__ = ["Cue"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue by its words' indices; `subject` is the head of who says it, None where nobody is named.

    `agentless`: a passive that names nobody. `own`: whether the subject is the cue's own and not
    the governing verb's. `relative`: the index of the noun that a relative clause tells of.
    """

    verb: int
    lemma: str
    first: int
    last: int
    form: Form
    subject: int | None
    own: bool
    agentless: bool
    complement: Complement
    modal: bool = False
