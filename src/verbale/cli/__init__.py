"""The command line. Thin: it asks the pipeline, the ledger and the studies, and prints.

Libraries load when a command needs them. `verbale --help` is a text that is kept (`page.py` makes
it), so that it needs none.
"""

from __future__ import annotations

import os
import sys
from importlib.resources import files

__all__ = ["main"]


def _arguments(given: list[str]) -> list[str]:
    """A lone "-" is a path, standard input; the parser would take it for an option."""
    return ["/dev/stdin" if a == "-" else a for a in given]


def main() -> None:
    """Run, and turn what went wrong into a message and an exit code."""
    if sys.argv[1:] in ([], ["--help"], ["-h"]):
        sys.stdout.write((files("verbale.cli") / "help.txt").read_text("utf-8"))
        return
    from verbale.cli.commands import app
    from verbale.cli.options import tell
    from verbale.errors import VerbaleError

    try:
        code = app(_arguments(sys.argv[1:]), result_action="return_value")
        sys.stdout.flush()
    except VerbaleError as error:
        tell(f"verbale: {error}")
        code = 1
    except BrokenPipeError:
        # The reader of the pipe has gone; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        # A full disk, above all: what was printed or kept so far stays.
        tell(f"verbale: {error.strerror or error}")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code if isinstance(code, int) else 0)
