"""The page of the commands and the text of `verbale --help`, made of what the commands say.

    python -m verbale.cli.page docs/commands.md src/verbale/cli/help.txt

A test keeps both true to the commands.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from rich.console import Console

from verbale.cli.commands import COMMANDS, app

__all__ = ["help_of", "page"]

WIDTH = 80


def page() -> str:
    """Every command's help, in the order in which people meet them."""
    parts = ["# Commands\n", _fenced(help_of())]
    for command in COMMANDS:
        parts += [f"## {command.__name__}\n", _fenced(help_of(command.__name__))]
    return "\n".join(parts).rstrip() + "\n"


def _fenced(text: str) -> str:
    return f"```text\n{text}```\n"


def help_of(*command: str) -> str:
    """What --help prints of a command, or of all, in a terminal of 80 columns without colours."""
    out = io.StringIO()
    console = Console(
        file=out, width=WIDTH, force_terminal=False, color_system=None, highlight=False
    )
    app.help_print(list(command), console=console)
    return "\n".join(text.rstrip() for text in out.getvalue().strip().splitlines()) + "\n"


if __name__ == "__main__":
    for path, text in zip(sys.argv[1:], (page(), help_of()), strict=True):
        Path(path).write_text(text, "utf-8")
