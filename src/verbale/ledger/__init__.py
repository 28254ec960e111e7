"""The ledger: one SQLite file with the given texts and every record."""

from verbale.ledger.store import Ledger

__all__ = ["Ledger"]
