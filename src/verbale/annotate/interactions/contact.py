"""What the room passes around: a trigger in a sentence, and the contact that it tells of."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.document import Span
from verbale.records import Actor, InteractionKind, InteractionStatus

__all__ = ["Contact", "Trigger", "sides"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name a contact. All numbers are indices of words in the sentence.

    `first` to `last` are the words of the noun phrase up to its head, or the verb alone.
    `governor` is the verb that holds a noun as its object ("held talks", "took part in a meeting"),
    `passive` whether the noun is what it does it to ("talks were held"). `plural` says that the
    noun may mean several contacts, `loose` that the words leave the kind open ("conversation").
    """

    kind: InteractionKind
    index: int
    first: int
    last: int
    verb: bool
    governor: int | None = None
    passive: bool = False
    plural: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as one or several sentences tell it; `spans` best first.

    `sure` is how many sides the words of the contact themselves name; `main` whether it is the one
    that the text is about; `loose` as in `Trigger`; `today` whether it is told as of the text's day;
    `bare` whether a mere noun names it, which has no tense.
    """

    kind: InteractionKind
    status: InteractionStatus
    participants: tuple[Actor, ...]
    spans: tuple[Span, ...]
    date: str | None = None
    basis: str | None = None
    place: str | None = None
    country: str | None = None
    host: Actor | None = None
    visitor: Actor | None = None
    initiator: Actor | None = None
    count: str | None = None
    sure: int = 0
    main: bool = False
    loose: bool = False
    today: bool = False
    bare: bool = False


def sides(actors: tuple[Actor, ...]) -> frozenset[str]:
    """The states that actors act for, or the actors themselves where they act for none."""
    return frozenset(a.state or a.id for a in actors)
