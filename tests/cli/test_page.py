"""docs/commands.md is what --help prints, and each command shows how it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.cli import COMMANDS
from verbale.cli.page import page


def test_the_page_is_true_to_help(root: Path) -> None:
    written = (root / "docs" / "commands.md").read_text("utf-8")
    assert written == page(), "run: python -m verbale.cli.page > docs/commands.md"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
def test_each_command_has_an_example(command: object) -> None:
    assert f"    verbale {command.__name__}" in (command.__doc__ or "")  # type: ignore[attr-defined]
