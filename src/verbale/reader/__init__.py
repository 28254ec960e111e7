"""The trained reader: one small encoder, one pass a paragraph, every head.

>>> from verbale.reader import Reader, Unit
>>> text = "The minister said talks would resume."
>>> reading = Reader().read([Unit(text, ((0, len(text)),))])[0]  # doctest: +SKIP
"""

from __future__ import annotations

from verbale.reader.reader import Reader
from verbale.reader.types import Attribution, Entity, Reading, Unit, Word

__all__ = ["Attribution", "Entity", "Reader", "Reading", "Unit", "Word"]
