"""The command line. Thin: it asks the pipeline, the ledger and the studies, and prints.

Libraries load when a command needs them. `verbale --help` is a text that is kept (`page.py` makes
it), so that it needs none.
"""

from __future__ import annotations

import io
import os
import sys
from importlib.resources import files

__all__ = ["main"]


def _arguments(given: list[str]) -> list[str]:
    """A lone "-" is a path, standard input; the parser would take it for an option."""
    return ["/dev/stdin" if a == "-" else a for a in given]


def _streams() -> None:
    """Streams that are there, and take every sign: UTF-8 in pipes, what a terminal can show on it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  # for good
    if isinstance(sys.stdout, io.TextIOWrapper):
        shown = sys.stdout.isatty()
        sys.stdout.reconfigure(encoding=None if shown else "utf-8", errors="replace")


def _run(given: list[str]) -> object:
    """One command, to its exit code."""
    if given in ([], ["--help"], ["-h"]):
        sys.stdout.write((files("verbale.cli") / "help.txt").read_text("utf-8"))
        return 0
    from verbale.cli.commands import app

    return app(_arguments(given), result_action="return_value")


def main() -> None:
    """Run, and turn what went wrong into a message and an exit code."""
    from verbale.errors import VerbaleError

    _streams()
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except VerbaleError as error:
        _tell(str(error))
        code = 1
    except BrokenPipeError:
        # The reader of the pipe has gone; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        # A full disk, above all: what was printed or kept so far stays.
        _tell(f"{error.filename or 'standard output'}: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except KeyboardInterrupt:
        code = 130
    if isinstance(code, int) and code:
        sys.exit(code)


def _tell(message: str) -> None:
    from verbale.cli.options import tell

    tell(f"verbale: {message}")
