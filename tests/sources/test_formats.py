"""Every format and every way to name documents: real files, offsets into what comes out."""

from __future__ import annotations

import csv
import functools
import gzip
import hashlib
import http.server
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import docx
import duckdb
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pdfs import pdf_of
from verbale.document import Document
from verbale.errors import SourceError
from verbale.sources import read, size

SAID = "Orvenia’s minister said that the strait stays open to all ships of both coasts."
MORE = "Avaria welcomed the words on Tuesday and asked for talks before the winter comes."


def documents(*paths: Path | str) -> list[Document]:
    found = list(read(map(str, paths)))
    errors = [e for e in found if isinstance(e, SourceError)]
    assert not errors, errors
    return [d for d in found if isinstance(d, Document)]


def one(path: Path | str) -> Document:
    (found,) = documents(path)
    return found


def page(title: str = "Strait stays open", more: str = "") -> str:
    return (
        '<!doctype html><html lang="en"><head>'
        f'<title>{title}</title><meta property="og:site_name" content="Meris Wire">'
        '<meta property="article:published_time" content="2022-05-11T08:00:00Z">'
        f"{more}</head><body><nav>Home | World</nav><article><h1>{title}</h1>"
        f"<p>{SAID}</p><p>{MORE}</p></article><footer>All rights reserved.</footer></body></html>"
    )


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.markdown", "a.text", "README"])
def test_plain_text_is_given_back_as_it_is(tmp_path: Path, name: str) -> None:
    text = f"# Title\r\n\r\n{SAID}\r\n\tA\u0301 \U0001f6a2 {MORE}\n"
    (tmp_path / name).write_bytes(text.encode())
    found = one(tmp_path / name)
    assert found.text == text
    assert found.source.path == str(tmp_path / name)
    assert found.source.sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    text = f"{SAID} Müller’s café in Orvenia was closed.\n" * 3
    if encoding == "latin-1":
        text = text.replace("’", "'")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert one(tmp_path / "a.txt").text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр иностранных дел заявил, что пролив останется открытым. " * 8),
        ("gb18030", "外交部长表示，海峡将继续对所有船只开放，双方将保持沟通与协调。" * 8),
    ],
)
def test_encodings_of_other_scripts_are_guessed(tmp_path: Path, encoding: str, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert one(tmp_path / "a.txt").text == text


def test_a_broken_byte_spoils_only_itself(tmp_path: Path) -> None:
    given = f"{SAID} “Yes”, said Müller.".encode()
    (tmp_path / "a.txt").write_bytes(given + b"\xff" + MORE.encode())
    assert one(tmp_path / "a.txt").text == f"{SAID} “Yes”, said Müller.\ufffd{MORE}"


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", "saved.txt", "page"])
def test_html_gives_its_main_text_and_what_it_says_of_itself(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(page(), "utf-8")
    found = one(tmp_path / name)
    assert SAID in found.text
    assert MORE in found.text
    assert "Home" not in found.text
    source = found.source
    assert (source.title, source.publisher) == ("Strait stays open", "Meris Wire")
    assert (source.date, source.media_type) == ("2022-05-11", "text/html")


def test_html_is_decoded_as_it_declares(tmp_path: Path) -> None:
    body = page(more='<meta charset="windows-1251">').replace("Avaria", "Авария")
    (tmp_path / "a.html").write_bytes(body.encode("cp1251"))
    assert "Авария welcomed" in one(tmp_path / "a.html").text


def test_a_page_of_one_line_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{SAID}</p></body></html>", "utf-8")
    assert one(tmp_path / "a.html").text.strip() == SAID


def test_pdf(tmp_path: Path) -> None:
    writer = pdf_of(["The minister spoke on Monday.", "The strait stays open."])
    writer.add_metadata({"/Title": "A readout", "/CreationDate": "D:20240302101500Z"})
    writer.write(tmp_path / "a.pdf")
    found = one(tmp_path / "a.pdf")
    assert "The minister spoke on Monday." in found.text
    assert "The strait stays open." in found.text
    assert (found.source.title, found.source.made) == ("A readout", "2024-03-02")
    (tmp_path / "no-suffix").write_bytes((tmp_path / "a.pdf").read_bytes())
    assert one(tmp_path / "no-suffix").text == found.text


def test_pdf_without_running_lines_and_hyphens_at_line_ends(tmp_path: Path) -> None:
    writer = pdf_of(
        [
            "Straits Review 1",
            "The ministers spoke of co-",
            "operation, of long-",
            "term links and of",
        ],
        ["Straits Review 2", "navi-", "gation. The pilots of the port", "were heard."],
        ["Straits Review 3", "In 2022 trade grew.", "The strait stays", "open."],
    )
    writer.write(tmp_path / "a.pdf")
    assert one(tmp_path / "a.pdf").text == (
        "The ministers spoke of co-operation,\nof long-term\nlinks and of\n"
        "navigation.\nThe pilots of the port\nwere heard.\n\n"
        "In 2022 trade grew.\nThe strait stays\nopen."
    )


def test_pdf_page_numbers(tmp_path: Path) -> None:
    pdf_of(["They met.", "- 1 -"], ["They spoke.", "Page 2 of 2"]).write(tmp_path / "a.pdf")
    assert one(tmp_path / "a.pdf").text == "They met.\n\nThey spoke."
    pdf_of(["They met in", "2022"]).write(tmp_path / "b.pdf")
    assert one(tmp_path / "b.pdf").text == "They met in\n2022"


def test_docx_with_its_tables_in_their_place(tmp_path: Path) -> None:
    book = docx.Document()
    book.core_properties.title = "Minutes"
    book.add_paragraph(SAID)
    table = book.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Trade in 2022", "19.4 billion dollars"
    book.add_paragraph(MORE)
    book.save(str(tmp_path / "a.docx"))
    found = one(tmp_path / "a.docx")
    assert found.text == f"{SAID}\nTrade in 2022\n19.4 billion dollars\n{MORE}"
    assert found.source.title == "Minutes"


_RUN = '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:r>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>So the log of the port.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def test_docx_with_footnotes_controls_changes_and_merged_cells(tmp_path: Path) -> None:
    book = docx.Document()
    table = book.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 0).text = "Trade", "Visits"
    table.cell(0, 1).merge(table.cell(1, 1)).text = "as in the year before"
    body = book.add_paragraph("They ")._p
    for change, words in (
        ("ins", "<w:t>met</w:t>"),
        ("del", "<w:delText>quarrelled</w:delText>"),
        ("hyperlink", "<w:tab/><w:t>there.</w:t>"),
    ):
        body.append(docx.oxml.parse_xml(_RUN.replace("w:r", f"w:{change}").format("")))
        body[-1].append(docx.oxml.parse_xml(_RUN.format(words)))
    control = docx.oxml.parse_xml(_RUN.replace("w:r", "w:sdt").format("<w:sdtContent/>"))
    body.addnext(control)
    control[0].append(book.add_paragraph("In a control.")._p)
    package = book.part.package
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, _NOTES.encode(), package)
    book.part.relate_to(part, f"{_OFFICE}/footnotes")
    book.save(str(tmp_path / "a.docx"))
    assert one(tmp_path / "a.docx").text == (
        "Trade\nas in the year before\nVisits\n\nThey met\tthere.\nIn a control.\n"
        "So the log of the port."
    )


ROWS = [
    {
        "id": "one",
        "text": f"{SAID}\n{MORE}",
        "title": "A, B",
        "date": "2022-05-11",
        "publisher": "Meris Wire",
        "url": "https://wire.example/1",
        "language": "en",
    },
    {"id": "two", "text": MORE},
]


def check_rows(found: list[Document]) -> None:
    assert [d.text for d in found] == [r["text"] for r in ROWS]
    first, second = (d.source for d in found)
    for field in ("id", "title", "date", "publisher", "url", "language"):
        assert getattr(first, field) == ROWS[0][field]
    assert (second.id, second.title, second.date, second.language) == ("two", None, None, None)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "packed.jsonl"])
def test_jsonl(tmp_path: Path, name: str) -> None:
    lines = "\n".join(map(json.dumps, ROWS)).encode()
    packed = name.endswith(".gz") or name == "packed.jsonl"
    (tmp_path / name).write_bytes(gzip.compress(lines) if packed else b"\xef\xbb\xbf" + lines)
    found = documents(tmp_path / name)
    check_rows(found)
    assert found[1].source.path == f"{tmp_path / name}:2"


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t"), ("b.csv.gz", ",")]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, name: str, delimiter: str, encoding: str) -> None:
    out = io.StringIO()
    table = csv.DictWriter(out, list(ROWS[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(ROWS)
    given = out.getvalue().replace("id,", "Id,", 1).encode(encoding)
    (tmp_path / name).write_bytes(gzip.compress(given) if name.endswith(".gz") else given)
    check_rows(documents(tmp_path / name))


def test_csv_whose_first_odd_byte_comes_late(tmp_path: Path) -> None:
    rows = ["text", *["The minister spoke on Monday."] * 5000, "The minister\u2019s words stand."]
    (tmp_path / "a.csv").write_bytes("\n".join(rows).encode("cp1252"))
    assert documents(tmp_path / "a.csv")[-1].text == rows[-1]


def test_parquet(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    source, target = tmp_path / "rows.jsonl", tmp_path / "a.parquet"
    duckdb.sql(f"COPY (SELECT * FROM '{source}') TO '{target}'")
    check_rows(documents(target))


def test_a_given_id_is_the_source_id_of_the_record(tmp_path: Path) -> None:
    from verbale.pipeline import read_documents
    from verbale.records import DocumentRecord

    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    heads = [r.records[0] for r in read_documents(documents(tmp_path / "a.jsonl"))]
    assert [h.source_id for h in heads if isinstance(h, DocumentRecord)] == ["one", "two"]


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Meris Wire</title>
<language>en</language>
<item><title>Strait</title><link>https://wire.example/1</link><guid>g1</guid>
<pubDate>Wed, 11 May 2022 08:00:00 GMT</pubDate>
<description>&lt;p&gt;{SAID}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;{MORE}&lt;/p&gt;</description>
</item><item><title>Two</title><description>{MORE}</description></item></channel></rss>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Meris Wire</title><entry><id>g1</id><title>Strait</title>
<updated>2022-05-11T08:00:00Z</updated><link href="https://wire.example/1"/>
<content type="html">&lt;p&gt;{SAID}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "feed.txt"])
def test_rss(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RSS, "utf-8")
    first, second = documents(tmp_path / name)
    assert SAID in first.text
    assert MORE in first.text
    assert "alert" not in first.text
    source = first.source
    assert (source.id, source.title, source.publisher) == ("g1", "Strait", "Meris Wire")
    assert source.date == "Wed, 11 May 2022 08:00:00 GMT"
    assert second.text == MORE


def test_atom(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM, "utf-8")
    found = one(tmp_path / "a.atom")
    assert found.text == SAID
    assert (found.source.id, found.source.date) == ("g1", "2022-05-11T08:00:00Z")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A web server on loopback; gives its address."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "page.html").write_text(page(), "utf-8")
    (folder / "feed.xml").write_text(RSS, "utf-8")
    (folder / "note.txt").write_text(SAID, "utf-8")
    pdf_of(["The strait stays open."]).write(folder / "a.pdf")
    lines = "\n".join(map(json.dumps, ROWS))
    (folder / "rows.jsonl").write_text(lines, "utf-8")
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    (folder / "packed.txt.gz").write_bytes(gzip.compress(SAID.encode()))
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(ROWS[0]))
        table.writeheader()
        table.writerows(ROWS)
    duckdb.sql(f"COPY (SELECT * FROM '{folder / 'rows.jsonl'}') TO '{folder / 'rows.parquet'}'")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("page.html", SAID),
        ("note.txt", SAID),
        ("packed.txt.gz", SAID),
        ("a.pdf", "The strait stays open."),
    ],
)
def test_addresses(site: str, path: str, words: str) -> None:
    found = one(f"{site}/{path}")
    assert words in found.text
    assert found.source.path == f"{site}/{path}"


@pytest.mark.parametrize(
    "path", ["rows.jsonl", "packed.jsonl.gz", "rows.csv", "rows.parquet", "rows.csv?page=1"]
)
def test_an_address_of_rows(site: str, path: str) -> None:
    check_rows(documents(f"{site}/{path}"))


def test_an_address_of_a_feed(site: str) -> None:
    assert len(documents(f"{site}/feed.xml")) == 2


def test_addresses_that_give_nothing(site: str) -> None:
    missing, refused = read([f"{site}/missing", "http://127.0.0.1:9/x"])
    assert "the server answers 404" in str(missing)
    assert "could not be fetched" in str(refused)


def warc_of(*answers: tuple[str, str, bytes]) -> bytes:
    out = b""
    for url, kind, body in answers:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        block = head.encode() + body
        out += (
            (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
                "WARC-Date: 2022-05-11T08:00:00Z\r\n"
                "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
                "Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(block)}\r\n\r\n"
            ).encode()
            + block
            + b"\r\n\r\n"
        )
    return out


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(tmp_path: Path, name: str) -> None:
    given = warc_of(
        ("https://wire.example/1", "text/html; charset=utf-8", page().encode()),
        ("https://wire.example/logo.png", "image/png", b"\x89PNG"),
        ("https://wire.example/style.css", "text/css", b"p { color: red }"),
        ("https://wire.example/2", "text/plain", MORE.encode()),
    )
    (tmp_path / name).write_bytes(gzip.compress(given) if name.endswith(".gz") else given)
    first, second = documents(tmp_path / name)
    assert SAID in first.text
    assert (first.source.path, first.source.url) == ("https://wire.example/1",) * 2
    assert second.text == MORE


def test_what_is_read_is_counted(tmp_path: Path) -> None:
    """What progress is told by: at the end as many bytes as there were."""
    (tmp_path / "a.txt").write_text(SAID, "utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, ROWS)).encode()))
    source, target = tmp_path / "rows.jsonl", tmp_path / "c.parquet"
    source.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    duckdb.sql(f"COPY (SELECT * FROM '{source}') TO '{target}'")
    counted: list[int] = []
    assert len(list(read([str(tmp_path)], counted.append))) == 7
    given = [str(tmp_path / "?.*"), str(source)]
    assert size(given) == size([str(tmp_path)]) == sum(counted)
    assert size([*given, str(tmp_path / "missing")]) == sum(counted)
    assert size([*given, "-"]) is None
    assert size(["http://127.0.0.1:9/x"]) is None


def test_folders_globs_and_hidden_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "news" / "2022"
    inner.mkdir(parents=True)
    for name in ("b.txt", "a.txt", "2022/c.md", "2022/d.jsonl.gz", "skip.png", ".hidden.txt"):
        path = tmp_path / "news" / name
        if name.endswith(".gz"):
            path.write_bytes(gzip.compress(json.dumps(ROWS[1]).encode()))
        else:
            path.write_text(SAID, "utf-8")
    names = [Path(d.source.path).name for d in documents(tmp_path / "news")]
    assert names == ["c.md", "d.jsonl.gz:1", "a.txt", "b.txt"]
    assert len(documents(tmp_path / "news" / "*.txt")) == 2
    assert len(documents(str(tmp_path / "**" / "*.md"))) == 1
    assert len(documents(str(tmp_path / "n*"))) == 4
    (tmp_path / "none").mkdir()
    hollow = [e for e in read([str(tmp_path / "n*")]) if isinstance(e, SourceError)]
    assert ["no readable files" in str(e) for e in hollow] == [True]
    (tmp_path / "none").rmdir()
    monkeypatch.chdir(inner)
    assert len(documents("..")) == 4
    (inner / "e[1].txt").write_text(SAID, "utf-8")
    assert len(documents("e[1].txt")) == 1
