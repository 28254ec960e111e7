"""Names in long runs of capitals are found in time that grows with the text, not with its square."""

from __future__ import annotations

import time

import pytest

from verbale.annotate.agreements.names import proper
from verbale.annotate.agreements.plain import plain


@pytest.mark.parametrize(
    "text", ["Alpha " * 2000 + "treaty", "U.S. " * 2000 + "treaty", "Alpha and " * 1500 + "Treaty"]
)
def test_long_runs_of_capitals(text: str) -> None:
    began = time.process_time()
    list(proper(text))
    list(plain(text))
    # Unbounded runs took more than ten seconds for a third of this.
    assert time.process_time() - began < 5
