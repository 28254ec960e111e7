"""The page of the commands, docs/commands.md: `python -m verbale.cli.page > docs/commands.md`.

A test keeps the page true to what --help prints.
"""

from __future__ import annotations

import io

from rich.console import Console

from verbale.cli import COMMANDS, app
from verbale.cli.options import line

__all__ = ["page"]

WIDTH = 80


def page() -> str:
    """Every command's help, in the order in which people meet them."""
    parts = ["# Commands\n", _help()]
    for command in COMMANDS:
        parts += [f"## {command.__name__}\n", _help(command.__name__)]
    return "\n".join(parts).rstrip() + "\n"


def _help(*command: str) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=WIDTH, force_terminal=False, color_system=None, highlight=False
    )
    app.help_print(list(command), console=console)
    told = "\n".join(text.rstrip() for text in out.getvalue().strip().splitlines())
    return f"```text\n{told}\n```\n"


if __name__ == "__main__":
    line(page().rstrip())
