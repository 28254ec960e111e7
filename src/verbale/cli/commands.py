"""The commands, and what is said of all of them."""

from __future__ import annotations

from cyclopts import App, Parameter

from verbale import __version__
from verbale.cli import asking, deciding, keeping, reading, studying

__all__ = ["COMMANDS", "app"]

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
