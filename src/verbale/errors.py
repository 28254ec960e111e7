"""Every error that verbale raises on purpose.

VerbaleError                 anything below; catch this one to catch all
├── SourceError              a document could not be taken in; the rest of the run goes on
│   ├── NotAText             empty, binary or otherwise without readable words
│   ├── TooLarge             over the size that is read in one piece
│   ├── Unreadable           missing, no permission, encrypted, cut off, malformed
│   └── MissingExtra         the format needs an optional dependency
├── EvidenceError            a span does not stand on the words that it claims
├── ReaderError              the trained model cannot be loaded or run
├── ActorsFileError          a user's actors file is not of the documented form
└── LedgerError              the ledger file cannot be used as asked
    ├── NotALedger           the file is something else
    ├── SchemaTooNew         written by a later version of verbale
    └── UnknownId            no record of that id
"""

from __future__ import annotations

__all__ = [
    "ActorsFileError",
    "EvidenceError",
    "LedgerError",
    "MissingExtra",
    "NotALedger",
    "NotAText",
    "ReaderError",
    "SchemaTooNew",
    "SourceError",
    "TooLarge",
    "UnknownId",
    "Unreadable",
    "VerbaleError",
]


class VerbaleError(Exception):
    """The root: a message for people that names the thing, the place and the remedy."""


class SourceError(VerbaleError):
    """A document could not be taken in.

    `source` is the path or address (with a line or entry number for containers), `reason` what is
    wrong, `remedy` what the user can do about it.
    """

    def __init__(self, source: str, reason: str, remedy: str = "") -> None:
        self.source = source
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{source}: {reason}" + (f" ({remedy})" if remedy else ""))


class NotAText(SourceError):
    """Empty, binary, or without readable words."""


class TooLarge(SourceError):
    """Over the size that is read in one piece."""


class Unreadable(SourceError):
    """Missing, not permitted, encrypted, cut off or malformed."""


class MissingExtra(SourceError):
    """The format needs an optional dependency that is not installed."""


class EvidenceError(VerbaleError):
    """A span does not stand on the words that it claims."""


class ReaderError(VerbaleError):
    """The trained model cannot be loaded or run."""


class ActorsFileError(VerbaleError):
    """A user's actors file is not of the documented form."""


class LedgerError(VerbaleError):
    """The ledger file cannot be used as asked."""


class NotALedger(LedgerError):
    """The file is not a verbale ledger."""


class SchemaTooNew(LedgerError):
    """The ledger was written by a later version of verbale."""


class UnknownId(LedgerError):
    """No record of that id is in the ledger."""
