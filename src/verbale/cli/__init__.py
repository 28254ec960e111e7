"""The command line. Thin: it asks the pipeline, the ledger and the studies, and prints.

Libraries load when a command needs them, so that `verbale --help` is quick.
"""

from __future__ import annotations

import os
import sys

from cyclopts import App, Parameter

from verbale import __version__
from verbale.cli import asking, deciding, keeping, reading, studying
from verbale.cli.options import tell
from verbale.errors import VerbaleError

__all__ = ["COMMANDS", "app", "main"]

app = App(
    name="verbale",
    version=__version__,
    # Plain text keeps the examples on lines of their own, and needs no library for Markdown.
    help_format="plaintext",
    default_parameter=Parameter(negative=()),
    help=(
        "Read diplomatic texts and keep the record of what states say to each other.\n\n"
        "Exit codes: 0 all is well, 1 something could not be read, found or proved,"
        " 2 the command was not understood, 130 broken off."
    ),
)

# In the order in which people meet them, which is the order of docs/commands.md.
COMMANDS = (
    *(reading.demo, reading.read, reading.add),
    *(asking.show, asking.search),
    *(studying.progress, studying.register, studying.issues, studying.new, studying.coverage),
    *(deciding.decide, deciding.undo, deciding.decisions),
    *(keeping.export, keeping.check, keeping.stats),
)
for command in COMMANDS:
    app.command(command)


def _arguments(given: list[str]) -> list[str]:
    """A lone "-" is a path, standard input; the parser would take it for an option."""
    return ["/dev/stdin" if a == "-" else a for a in given]


def main() -> None:
    """Run, and turn what went wrong into a message and an exit code."""
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
