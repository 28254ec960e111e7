"""Over texts of every publisher, in each form that they come in: every quote stands where it says."""

from __future__ import annotations

import gzip
import html
import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from pdfs import bytes_of, pdf_of
from verbale.document import Document
from verbale.ledger import Ledger
from verbale.pipeline import read_documents
from verbale.records import decode, encode
from verbale.sources import read

EVERY = 40  # of so many documents one is read
LENGTH = 3000  # characters of it


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[str]:
    path = shared / "data" / "domain" / "documents.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"][:LENGTH] for line in lines][::EVERY]


def plain(text: str) -> bytes:
    return text.encode()


def wide(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-16")


def marked(text: str) -> bytes:
    """Markdown: a heading, some words bold."""
    return ("# News\n\n" + text.replace(" the ", " the **one** ").replace("\n", "\n\n")).encode()


def page(text: str) -> bytes:
    parts = "".join(f"<p>{html.escape(p)}</p>" for p in text.split("\n") if p.strip())
    parts = parts.replace(" the ", " <b>the</b>&nbsp;").replace(" and ", " a&#110;d ")
    return f"<html><body><nav>Home</nav><article>{parts}</article></body></html>".encode()


def sheets(text: str) -> bytes:
    """A PDF of fifty lines a page."""
    letters = text.encode("ascii", "ignore").decode()
    lines = [line for p in letters.split("\n") for line in textwrap.wrap(p, 90) or [""]]
    return bytes_of(pdf_of(*(lines[i : i + 50] for i in range(0, len(lines), 50))))


@pytest.mark.parametrize(
    ("form", "suffix"),
    [(plain, ".txt"), (wide, ".txt"), (marked, ".md"), (page, ".html"), (sheets, ".pdf")],
)
def test_every_quote_stands_where_it_says(
    texts: list[str], tmp_path: Path, form: Callable[[str], bytes], suffix: str
) -> None:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}{suffix}").write_bytes(form(text))
    given = list(read([str(tmp_path)]))
    documents = [d for d in given if isinstance(d, Document)]
    assert documents == given
    quotes = 0
    with Ledger(tmp_path / "kept.db", create=True) as ledger:
        for done in read_documents(documents):
            for record in done.records:
                assert decode(encode(record)) == record
                for e in (*record.evidence, *getattr(record, "content", ())):
                    quotes += 1
                    assert done.document.given[e.start : e.end] == e.quote
                    assert e.quote == e.quote.strip()
            ledger.add(done.document, done.records, "v1")
        assert not list(ledger.check())
    assert quotes > 10 * len(texts)
