"""What holds for the text as a whole."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Genre", "Language", "Side"]


@dataclass(frozen=True, slots=True)
class Genre:
    """What kind of text it is (a code of RECORDS.md)."""

    code: str


@dataclass(frozen=True, slots=True)
class Language:
    """The language of the body (BCP 47), or None where nothing tells."""

    code: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """The state whose publisher tells the text (alpha-3), or None, and the publisher's name."""

    state: str | None
    publisher: str | None = None
