"""docs/commands.md is what --help prints, and each command shows how it is used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from program import run
from verbale.cli.commands import COMMANDS
from verbale.cli.page import help_of, page


def test_the_page_is_true_to_help(root: Path) -> None:
    written = (root / "docs" / "commands.md").read_text("utf-8")
    assert written == page(), "run: just page"


def test_help_needs_no_library_and_is_true(tmp_path: Path) -> None:
    for given in ((), ("--help",), ("-h",)):
        assert run(*given, cwd=tmp_path).stdout == help_of(), "run: just page"
    loaded = "import sys; sys.argv = ['verbale', '--help']; from verbale.cli import main; main();"
    loaded += "print({'cyclopts', 'rich', 'numpy'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("set()\n")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.__name__)
def test_each_command_has_an_example(command: object) -> None:
    assert f"    verbale {command.__name__}" in (command.__doc__ or "")  # type: ignore[attr-defined]
