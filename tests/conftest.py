"""Shared fixtures. Labelled data lives outside the repository; tests that need it skip without it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is not a fault of the program: no example has a time limit.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with labelled data: `VERBALE_SHARED`, else `shared` beside the checkout."""
    path = Path(os.environ.get("VERBALE_SHARED", ROOT.parent / "shared"))
    if not (path / "gold").is_dir():
        pytest.skip(f"the labelled data is not at {path}; set VERBALE_SHARED to its folder")
    return path


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT
