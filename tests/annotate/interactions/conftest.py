"""Every test here is of the invented world of `made`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.annotate.interactions.made import STATES, TERMS

from verbale.data import gazetteer, offices


@pytest.fixture(autouse=True)
def world() -> Iterator[None]:
    with gazetteer.using(STATES, []), offices.using([], TERMS):
        yield
