"""Shared fixtures. Labelled data lives outside the repository; tests that need it skip without it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
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


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, which pytest's own are not."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in (folder, *folder.rglob("*")):
            if path.is_dir():
                path.chmod(0o755)
