"""The command line. Thin: it asks the pipeline and the ledger and prints.

Libraries load when a command needs them, so that `verbale --help` is quick.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import App, Parameter

from verbale import __version__
from verbale.errors import SourceError, VerbaleError

if TYPE_CHECKING:
    from verbale.document import Document
    from verbale.records import Record

__all__ = ["app", "main"]

app = App(
    name="verbale",
    version=__version__,
    help=(
        "Read diplomatic texts and keep the record of what states say to each other.\n\n"
        "Exit codes: 0 all is well, 1 something could not be read or a check failed,"
        " 2 the command was not understood, 130 broken off."
    ),
)

LedgerPath = Annotated[Path | None, Parameter("--ledger", help="Ledger file (VERBALE_LEDGER).")]
Actors = Annotated[Path | None, Parameter("--actors", help="TOML file with actors of your own.")]
Paths = Annotated[list[str], Parameter(help="Files, folders, globs, addresses, - for stdin.")]
Kind = Literal[
    "documents",
    "interactions",
    "statements",
    "positions",
    "commitments",
    "targets",
    "agreements",
    "statuses",
    "people",
]
KINDS = {
    "documents": ("document",),
    "interactions": ("interaction",),
    "statements": ("statement",),
    "positions": ("position",),
    "commitments": ("commitment",),
    "targets": ("target", "observation"),
    "agreements": ("agreement",),
    "statuses": ("status",),
}


class _Given:
    """Documents to read; what could not be taken in is told on stderr and counted."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.failed = 0
        self.taken = 0

    def __iter__(self) -> Iterator[Document]:
        from verbale.sources import read

        for item in read(self.paths):
            if isinstance(item, SourceError):
                self.failed += 1
                _tell(f"verbale: {item}")
            else:
                self.taken += 1
                yield item

    def close(self) -> int:
        """The exit code, after a count if anything failed."""
        if self.failed:
            _tell(f"verbale: {self.taken} documents taken in, {self.failed} failed")
        return 1 if self.failed else 0


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201  # the command line speaks


def _print(line: str) -> None:
    print(line)  # noqa: T201  # the command line speaks


@contextlib.contextmanager
def _own_actors(path: Path | None) -> Iterator[None]:
    if path is None:
        yield
        return
    from verbale.data import actors_file

    with actors_file.using(path):
        yield


@app.command
def read(
    paths: Paths,
    *,
    format: Literal["jsonl", "table"] = "table",  # noqa: A002  # the option's name
    actors: Actors = None,
) -> int:
    """Read documents and print their records, without a ledger.

    Examples: `verbale read article.txt` · `verbale read folder --format jsonl > records.jsonl` ·
    `cat article.txt | verbale read -`
    """
    from verbale.pipeline import read_documents
    from verbale.records import encode

    given = _Given(paths)
    with _own_actors(actors):
        for done in read_documents(given):
            if format == "jsonl":
                for record in done.records:
                    _print(encode(record).decode("utf-8", "replace"))
                sys.stdout.flush()
            else:
                _table(done.records[:1])
                _table(done.records[1:])
    return given.close()


@app.command
def add(paths: Paths, *, ledger: LedgerPath = None, actors: Actors = None) -> int:
    """Read documents and keep them. Broken off, it goes on where it was when repeated.

    Examples: `verbale add articles/` · `verbale add feed.xml --ledger desk.db`
    """
    from verbale.ledger import Ledger
    from verbale.pipeline import read_documents, reader_version
    from verbale.reader import Reader

    given = _Given(paths)
    reader = Reader()
    version = reader_version(reader)
    added = known = 0
    with Ledger(ledger or _default(), create=True) as kept:

        def missing() -> Iterator[Document]:
            nonlocal known
            for document in given:
                if kept.has(document, version):
                    known += 1
                else:
                    yield document

        with _progress() as step, _own_actors(actors):
            try:
                for done in read_documents(missing(), reader):
                    added += kept.add(done.document, done.records, version)
                    step(added + known)
            except KeyboardInterrupt:
                _tell(f"verbale: broken off; {added} documents kept, repeat the command to go on")
                return 130
        _tell(f"verbale: {added} documents added, {known} were there, in {kept.path}")
    return given.close()


@contextlib.contextmanager
def _progress() -> Iterator[Any]:
    """A counter on stderr where a person looks; silent in pipes."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("read", total=None)
        yield lambda done: bar.update(task, completed=done)


def _default() -> Path:
    from verbale.ledger.store import default_path

    return default_path()


@app.command
def show(
    what: str,
    *,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
    json: bool = False,
    csv: bool = False,
    ledger: LedgerPath = None,
) -> int:
    """Show records of a kind, or one record with its words in context.

    WHAT is documents, interactions, statements, positions, commitments, targets, agreements,
    statuses, people, or a record's id.

    Examples: `verbale show interactions --since 2031 --state XAV` · `verbale show statements --who
    "Maro" --json` · `verbale show int_0123abcd`
    """
    from verbale.ledger import Ledger

    with Ledger(ledger or _default()) as kept:
        if what == "people":
            _rows(list(kept.people()), json=json, csv=csv)
            return 0
        if what in KINDS:
            found = kept.records(KINDS[what], since=since, until=until, who=who, state=state)
            if json or csv:
                _export(found, "jsonl" if json else "csv")
            else:
                _table(list(found))
            return 0
        if "_" not in what:
            kinds = ", ".join((*KINDS, "people"))
            _tell(f"verbale: nothing is called {what!r}; give an id or one of: {kinds}")
            return 2
        record = kept.get(what)
        if json:
            _export([record], "jsonl")
        else:
            _one(record, kept.text(record.document))
    return 0


def _one(record: Record, text: str) -> None:
    """A record's fields, then each piece of evidence with the words around it."""
    import msgspec

    for key, value in msgspec.to_builtins(record).items():
        if key not in ("evidence", "content") and value not in (None, [], ""):
            _print(f"{key:<14}{_brief(value)}")
    for field in ("content", "evidence"):
        for e in getattr(record, field, ()):
            before = " ".join(text[max(0, e.start - 80) : e.start].split())
            after = " ".join(text[e.end : e.end + 80].split())
            quote = " ".join(e.quote.split())
            _print(f"{field:<14}{e.start}–{e.end}  …{before} «{quote}» {after}…")


@app.command
def search(query: str, *, limit: int = 20, json: bool = False, ledger: LedgerPath = None) -> int:
    """Find words in the texts; each hit with the words around it. Exit code 1 when there is none.

    Examples: `verbale search "trade target"` · `verbale search '"new era" OR partnership'`
    """
    from verbale.ledger import Ledger

    with Ledger(ledger or _default()) as kept:
        found = kept.search(query, limit)
    _rows(
        [
            {"document": f.document, "date": f.published, "title": f.title, "words": f.snippet}
            for f in found
        ],
        json=json,
    )
    return 0 if found else 1


@app.command
def export(
    *,
    format: Literal["jsonl", "csv"] = "jsonl",  # noqa: A002  # the option's name
    ledger: LedgerPath = None,
) -> int:
    """Print every record of the ledger.

    Example: `verbale export --format csv > records.csv`
    """
    from verbale.ledger import Ledger

    with Ledger(ledger or _default()) as kept:
        _export(kept.records(), format)
    return 0


@app.command
def check(*, ledger: LedgerPath = None) -> int:
    """Verify every span, every hash and every reference. Exit code 1 on a fault."""
    from verbale.ledger import Ledger

    with Ledger(ledger or _default()) as kept:
        faults = 0
        for fault in kept.check():
            faults += 1
            _tell(f"verbale: {fault}")
        total = sum(kept.counts().values())
    _print(f"{total} records checked, {faults} faults")
    return 1 if faults else 0


@app.command
def stats(*, json: bool = False, ledger: LedgerPath = None) -> int:
    """Count the records of each kind."""
    from verbale.ledger import Ledger

    with Ledger(ledger or _default()) as kept:
        counts = kept.counts()
    _rows([{"kind": k, "records": n} for k, n in counts.items()], json=json)
    return 0


@app.command
def demo(*, ledger: LedgerPath = None) -> int:
    """Read the bundled example, two invented states over four years, and show its record.

    Example: `verbale demo --ledger demo.db`
    """
    import tempfile
    from importlib.resources import as_file, files

    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(as_file(files("verbale.data") / "example"))
        path = ledger
        if path is None:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "demo.db"
        code = add([str(folder / "documents")], ledger=path, actors=folder / "actors.toml")
        for kind in ("interactions", "targets", "agreements", "statuses"):
            _print(f"\n{kind}")
            show(kind, ledger=path)
        _print("")
        return max(code, check(ledger=path))


def _export(records: Iterable[Record], how: str) -> None:
    import msgspec

    from verbale.records import encode, kind_of

    if how == "jsonl":
        for record in records:
            _print(encode(record).decode("utf-8", "replace"))
        return
    import csv

    fields = ("record", "id", "document", "date", "start", "end", "quote", "confidence", "fields")
    out = csv.writer(sys.stdout)
    out.writerow(fields)
    for record in records:
        built = msgspec.to_builtins(record)
        rest = {k: v for k, v in built.items() if k not in (*fields, "evidence")}
        first = record.evidence[0] if record.evidence else None
        where = (first.start, first.end, first.quote) if first else ("", "", "")
        date = built.get("date")
        row = (kind_of(record), record.id, record.document, date, *where, record.confidence)
        out.writerow([_safe(v) for v in (*row, msgspec.json.encode(rest).decode())])


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def _brief(value: object) -> str:
    """A field in few words: actors by name, evidence by its words."""
    if isinstance(value, dict):
        if "quote" in value:
            return " ".join(str(value["quote"]).split())
        if "name" in value:
            return str(value["name"] or value.get("country") or "")
        return ", ".join(f"{k} {_brief(v)}" for k, v in value.items() if v not in (None, [], ""))
    if isinstance(value, list | tuple):
        return ", ".join(_brief(v) for v in value)
    if isinstance(value, float) and value == int(value):
        return f"{value:,.0f}"
    return str(value)


COLUMNS: dict[str, tuple[str, ...]] = {
    "document": ("published", "genre", "title", "publisher"),
    "interaction": ("date", "kind", "status", "participants", "place"),
    "statement": ("date", "speakers", "manner", "content"),
    "position": ("holders", "stance", "issue", "toward"),
    "commitment": ("by", "force", "action", "due"),
    "target": ("indicator", "parties", "value", "unit", "per", "due"),
    "observation": ("indicator", "parties", "value", "unit", "period", "change", "rank"),
    "agreement": ("date", "act", "name", "signed"),
    "status": ("date", "act", "label", "parties"),
}


def _table(records: Sequence[Record]) -> None:
    """A table per kind, in the order of RECORDS."""
    import msgspec

    from verbale.records import kind_of

    for kind, columns in COLUMNS.items():
        mine = [msgspec.to_builtins(r) for r in records if kind_of(r) == kind]
        rows = []
        for row in mine:
            published = row.get("published")
            if isinstance(published, dict):
                row["published"] = published["date"] or "no date"
            shown = {c: _brief(row[c]) if row.get(c) not in (None, []) else "" for c in columns}
            rows.append({**shown, "id": row["id"]})
        if rows:
            _rows(rows)


def _rows(rows: list[dict[str, Any]], *, json: bool = False, csv: bool = False) -> None:
    if json:
        import msgspec

        for row in rows:
            _print(msgspec.json.encode(row).decode())
        return
    if csv:
        import csv as tables

        if rows:
            out = tables.DictWriter(sys.stdout, list(rows[0]))
            out.writeheader()
            out.writerows({k: _safe(v) for k, v in row.items()} for row in rows)
        return
    if not rows:
        _tell("verbale: nothing found")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in rows[0]:
        table.add_column(name, no_wrap=name in ("id", "date", "published"), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if v is None else str(v)) for v in row.values()))
    Console(width=None if sys.stdout.isatty() else 160, highlight=False).print(table)


def _arguments(given: list[str]) -> list[str]:
    """A lone "-" is a path, standard input; the parser would take it for an option."""
    return ["/dev/stdin" if a == "-" else a for a in given]


def main() -> None:
    """Run, and turn what went wrong into a message and an exit code."""
    try:
        code = app(_arguments(sys.argv[1:]), result_action="return_value")
    except VerbaleError as error:
        _tell(f"verbale: {error}")
        code = 1
    except BrokenPipeError:
        # The reader of the pipe has gone; that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = 130
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
