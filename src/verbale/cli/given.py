"""Documents as a command is given them: what fails is told and counted, and how far it has come."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from verbale.cli.options import tell
from verbale.errors import SourceError

if TYPE_CHECKING:
    from verbale.document import Document

__all__ = ["Given", "progress"]

Step = Callable[[int], None]  # told how many documents are done


class Given:
    """Documents to read; what could not be taken in is told on stderr and counted."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.failed = 0
        self._bytes = 0
        # Bytes read when each document was taken in: more are read ahead than are done.
        self._marks: list[int] = []

    def __iter__(self) -> Iterator[Document]:
        from verbale.sources import read

        for item in read(self.paths, self._count):
            if isinstance(item, SourceError):
                self.failed += 1
                tell(f"verbale: {item}")
            else:
                self._marks.append(self._bytes)
                yield item

    def _count(self, read: int) -> None:
        self._bytes += read

    def until(self, number: int) -> int:
        """Bytes of the files up to a document, the first is 1."""
        return self._marks[number - 1] if number else 0

    def close(self) -> int:
        """The exit code, after a count if anything failed."""
        if self.failed:
            tell(f"verbale: {len(self._marks)} documents taken in, {self.failed} failed")
        return 1 if self.failed else 0


@contextlib.contextmanager
def progress(given: Given, *, shown: bool) -> Iterator[Step]:
    """Documents done and the time left, on stderr where a person looks; silent in pipes.

    Of addresses and standard input nobody knows how long they are: the time gone by stands then.
    """
    if not (shown and sys.stderr.isatty()):
        yield lambda _: None
        return
    from rich import progress as bars
    from rich.console import Console

    from verbale.sources import size

    total = size(given.paths)
    documents = bars.TextColumn("{task.fields[documents]} documents")
    gone = (documents, bars.TimeElapsedColumn())
    left = (documents, bars.BarColumn(), bars.TimeRemainingColumn(), bars.TextColumn("left"))
    columns = (bars.SpinnerColumn(), *(left if total else gone))
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=total, documents=0)
        yield lambda done: bar.update(task, completed=given.until(done), documents=done)
