"""Commands that take documents in: read, add, demo."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from verbale.cli import asking, keeping
from verbale.cli.given import Given, progress
from verbale.cli.options import Actors, LedgerPath, Paths, line, open_ledger, own_actors, tell
from verbale.cli.printing import print_records
from verbale.cli.screen import print_heading

if TYPE_CHECKING:
    from verbale.document import Document

__all__ = ["add", "demo", "read"]


def read(
    paths: Paths,
    *,
    format: Literal["jsonl", "table"] = "table",  # noqa: A002  # the option's name
    actors: Actors = None,
) -> int:
    """Read documents and print their records, without a ledger.

    For example:

        verbale read article.txt
        verbale read folder --format jsonl > records.jsonl
        cat article.txt | verbale read -

    Parameters
    ----------
    format
        Tables for people, or one JSON object a line.
    """
    from verbale.pipeline import read_documents
    from verbale.records import encode

    given = Given(paths)
    # A table on the same screen is progress enough.
    with own_actors(actors), progress(given, shown=not sys.stdout.isatty()) as step:
        for number, done in enumerate(read_documents(given), start=1):
            if format == "jsonl":
                for record in done.records:
                    line(encode(record).decode())
                sys.stdout.flush()
            else:
                if number > 1:
                    line("")
                print_records(done.records)
            step(number)
    return given.close()


def add(paths: Paths, *, ledger: LedgerPath = None, actors: Actors = None) -> int:
    """Read documents and keep them. Broken off, it goes on where it was when repeated.

    For example:

        verbale add articles/
        verbale add feed.xml --ledger desk.db
    """
    from verbale.pipeline import read_documents, reader_version
    from verbale.reader import Reader

    given = Given(paths)
    reader = Reader()
    version = reader_version(reader)
    added = known = 0
    with open_ledger(ledger, create=True) as kept:

        def missing() -> Iterator[Document]:
            nonlocal known
            for document in given:
                if kept.has(document, version):
                    known += 1
                else:
                    yield document

        with progress(given, shown=True) as step, own_actors(actors):
            try:
                for done in read_documents(missing(), reader):
                    new = kept.add(done.document, done.records, version)
                    added, known = added + new, known + (not new)
                    step(added + known)
            except KeyboardInterrupt:
                tell(f"verbale: broken off; {added} documents kept, repeat the command to go on")
                return 130
        tell(f"verbale: {added} documents added, {known} were there, in {kept.path}")
    return given.close()


def demo(*, ledger: LedgerPath = None) -> int:
    """Read the bundled example, two invented states over four years, and show its record.

    For example:

        verbale demo
        verbale demo --ledger demo.db
    """
    import tempfile
    from importlib.resources import as_file, files

    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(as_file(files("verbale.data") / "example"))
        path = ledger
        if path is None:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "demo.db"
        code = add([str(folder / "documents")], ledger=path, actors=folder / "actors.toml")
        if code == 130:  # broken off: there is no record to show
            return code
        for kind in ("events", "targets", "agreements", "statuses"):
            print_heading(kind)
            asking.show(kind, ledger=path)
        line("")
        code = max(code, keeping.check(ledger=path))
    if ledger is None:
        tell(
            "verbale: to look around in it: verbale demo --ledger demo.db, then show, search, stats"
        )
    return code
