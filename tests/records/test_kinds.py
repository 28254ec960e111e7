"""What no record can be."""

from __future__ import annotations

import msgspec
import pytest

from verbale.errors import EvidenceError
from verbale.records import Interaction, Position


def test_no_evidence_no_record() -> None:
    with pytest.raises(EvidenceError):
        Interaction(document="doc_1", evidence=(), kind="visit", status="held")


def test_an_unknown_stance_is_refused() -> None:
    row = {"record": "position", "document": "d", "holders": [], "stance": "likes", "issue": "x"}
    row["evidence"] = [{"start": 0, "end": 1, "quote": "x"}]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(row, Position)
