"""What cannot be read is named, with its line where it has lines; the rest is read, nothing kept is touched.

Through the real program, with real files.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import duckdb
import pytest
from pypdf import PdfWriter

from pdfs import bytes_of, pdf_of
from program import run
from unprivileged import unprivileged
from verbale.document import Document
from verbale.sources import read

GOOD = "The Orvenian foreign minister met the Avarian foreign minister in Meris on May 2, 2022.\n"


def pdf() -> bytes:
    writer = PdfWriter()
    for _ in range(40):
        writer.add_blank_page(612, 792)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def encrypted_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(612, 792)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def aes_pdf() -> bytes:
    """An encrypted PDF of a cipher that needs a library which is not installed."""
    return encrypted_pdf().replace(b"/V 2", b"/V 5").replace(b"/R 3", b"/R 6")


def half_a_sign_pdf() -> bytes:
    """A PDF whose font says that its "@" is the first half of a surrogate pair."""
    table = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <40> <D83D> endbfchar"
    said = ["The @ foreign minister met Ms. Maren on May 2, 2022."]
    return bytes_of(pdf_of(said, table=table))


def word() -> bytes:
    book = docx.Document()
    book.add_paragraph(GOOD)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bomb() -> bytes:
    """A DOCX of a few hundred kilobytes that unpacks to 300 MB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word())) as real,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in real.namelist():
            if name != "word/document.xml":
                archive.writestr(name, real.read(name))
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", GOOD)
    return out.getvalue()


def parquet_without_text() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        duckdb.sql("SELECT range AS body FROM range(9)").write_parquet(f"{folder}/a.parquet")
        return (Path(folder) / "a.parquet").read_bytes()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss version='2.0'><channel><title>t</title></channel></rss>"
)

HALF_A_SIGN = (
    "<rss version='2.0'><channel><title>t</title><item><title>a&#xD83D;</title>"
    "<description>They met.</description></item></channel></rss>"
)

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "empty"),
    "blank.txt": (lambda: b" \r\n\t\n", "empty"),
    "blank.jsonl": (lambda: b"\n\n", "empty"),
    "empty.csv": (lambda: b"", "empty"),
    "empty.docx": (lambda: b"", "empty"),
    "empty.pdf": (lambda: b"", "empty"),
    "empty.html": (lambda: b"", "empty"),
    "numbers.txt": (lambda: b"1 2 3 4 5 6 7 8\n", "no words"),
    "brackets.txt": (lambda: b"([" * 90_000 + b" a", "no words"),
    "binary.txt": (lambda: bytes(range(256)) * 40, "binary"),
    "picture.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(7, 250, 3)) * 90, "binary"),
    "zeros.md": (lambda: b"\0" * 5000, "binary"),
    "half.pdf": (lambda: (b := pdf())[: len(b) // 2], "cut off"),
    "words.pdf": (lambda: GOOD.encode(), "not a PDF"),
    "scanned.pdf": (pdf, "a PDF without text, perhaps scanned"),
    "secret.pdf": (encrypted_pdf, "an encrypted PDF"),
    "cipher.pdf": (aes_pdf, "PDF"),
    "bomb.docx": (bomb, "unpack to 301 MB"),
    "half.docx": (lambda: (b := word())[: len(b) // 2], "broken or cut-off DOCX"),
    "words.docx": (lambda: GOOD.encode(), "broken or cut-off DOCX"),
    "other.docx": (other_zip, "a zip file that is no DOCX"),
    "deep.html": (lambda: b"<html>" + b"<div>" * 60_000 + b"x", "nested too deeply"),
    "hollow.html": (lambda: b"<html><script>var a = 'words';</script></html>", "no main text"),
    "laughs.xml": (LAUGHS.encode, "not a feed"),
    "page.rss": (lambda: GOOD.encode(), "not a feed"),
    "half.rss": (lambda: HALF_A_SIGN.encode(), "a broken feed"),
    "rich.txt": (lambda: b"{\\rtf1\\ansi " + GOOD.encode() + b"}", "Rich Text"),
    "old.txt": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + GOOD.encode(), "old Office file"),
    "rows.txt": (lambda: json.dumps([{"text": GOOD}], indent=1).encode(), "one object a line"),
    "row.txt": (lambda: json.dumps({"text": GOOD}, indent=1).encode(), "one object a line"),
    "columns.csv": (lambda: b"a,b\n1,2\n", 'no column "text"'),
    "columns.parquet": (parquet_without_text, 'no column "text"'),
    "line.csv": (
        lambda: gzip.compress(b'text\n"' + b"x" * 51_000_000, 1),
        "a line of more than 50 MB",
    ),
    "not.parquet": (lambda: GOOD.encode(), "Parquet"),
    "half.txt.gz": (lambda: gzip.compress(os.urandom(9000))[:4000], "gzip"),
    "half.jsonl.gz": (lambda: gzip.compress(os.urandom(9000))[:4000], "gzip"),
    "hollow.warc": (lambda: b"WARC/1.0\r\n\r\n", "archive"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bad")
    for name, (make, _) in BAD.items():
        (path / name).write_bytes(make())
    (path / "good.txt").write_text(GOOD, "utf-8")
    return path


@pytest.fixture(scope="module")
def told(folder: Path) -> subprocess.CompletedProcess[str]:
    """All of them, one missing file, and a good one after them, in one run."""
    return run("read", *BAD, "missing.txt", "good.txt", "--format", "jsonl", cwd=folder)


@pytest.mark.parametrize("name", BAD)
def test_each_is_named_with_what_is_wrong(
    told: subprocess.CompletedProcess[str], name: str
) -> None:
    (line,) = (x for x in told.stderr.splitlines() if x.startswith(f"verbale: {name}"))
    assert BAD[name][1] in line


def test_the_rest_is_read_and_all_are_counted(told: subprocess.CompletedProcess[str]) -> None:
    assert told.returncode == 1
    assert "verbale: missing.txt: no such file" in told.stderr
    assert f"1 documents taken in, {len(BAD) + 1} failed" in told.stderr
    assert "Traceback" not in told.stderr
    heads = [r for x in told.stdout.splitlines() if (r := json.loads(x))["record"] == "document"]
    assert [h["source"] for h in heads] == ["good.txt"]


def test_nothing_kept_is_touched(folder: Path, tmp_path: Path) -> None:
    ledger = str(tmp_path / "kept.db")
    assert run("add", "good.txt", "--ledger", ledger, cwd=folder).returncode == 0
    before = run("export", "--ledger", ledger, cwd=folder).stdout
    done = run("add", ".", "--ledger", ledger, cwd=folder)
    assert done.returncode == 1
    assert f"{len(BAD)} failed" in done.stderr
    assert run("export", "--ledger", ledger, cwd=folder).stdout == before
    assert run("check", "--ledger", ledger, cwd=folder).returncode == 0


def test_two_hundred_megabytes(tmp_path: Path) -> None:
    """One text of that size, and one line of it between two good ones."""
    with (tmp_path / "huge.txt").open("wb") as out:
        for _ in range(200):
            out.write(b"word " * 200_000)
    row = json.dumps({"text": GOOD}).encode() + b"\n"
    with (tmp_path / "rows.jsonl").open("wb") as out:
        out.write(row + b'{"text": "')
        for _ in range(200):
            out.write(b"word " * 200_000)
        out.write(b'"}\n' + row)
    # The peak of this program alone: what getrusage tells a child holds its parent's as well.
    limited = (
        "import atexit, pathlib, re, sys; from verbale.cli import main;"
        "sys.argv = ['verbale', 'read', 'huge.txt', 'rows.jsonl', '--format', 'jsonl'];"
        "peak = lambda: re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text());"
        "atexit.register(lambda: print(int(peak()[1]) // 1024, file=sys.stderr)); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "huge.txt: more than 50 MB for one document" in done.stderr
    assert "rows.jsonl:2: a line of more than 50 MB" in done.stderr
    assert "2 documents taken in, 2 failed" in done.stderr
    assert done.stdout.count('"record":"document"') == 2
    assert int(done.stderr.splitlines()[-1]) < 500


def test_broken_lines_name_their_numbers(tmp_path: Path) -> None:
    lines = [
        b'{"id": "a", "text": "The ministers met."}',
        b"{broken",
        b"",
        b"[1, 2]",
        b'{"id": "b"}',
        b'{"text": 5}',
        b'{"text": "  "}',
        b'{"text": "caf\xe9"}',
        b"[" * 100_000,
        b'{"id": "c", "text": "Half a pair: \\ud83d, and the ministers met."}',
    ]
    (tmp_path / "rows.jsonl").write_bytes(b"\n".join(lines))
    done = run("read", "rows.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    wrong = {2: "not a JSON object", 4: "text", 5: "text", 6: "text", 7: "empty", 8: "not UTF-8"}
    for number, words in (*wrong.items(), (9, "not a JSON object")):
        (line,) = (x for x in done.stderr.splitlines() if f"rows.jsonl:{number}: " in x)
        assert words in line
    assert "2 documents taken in, 7 failed" in done.stderr
    heads = [r for x in done.stdout.splitlines() if (r := json.loads(x))["record"] == "document"]
    assert [h["source_id"] for h in heads] == ["a", "c"]


def test_a_file_that_may_not_or_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "shut.txt").write_text(GOOD, "utf-8")
    (tmp_path / "shut.txt").chmod(0)
    # The superuser may read everything; this file fails for anybody.
    (tmp_path / "memory.txt").symlink_to("/proc/self/mem")
    names = ["memory.txt", "good.txt"]
    if os.geteuid() != 0:
        names.append("shut.txt")
    done = run("read", *names, "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert "verbale: memory.txt: " in done.stderr
    assert ("shut.txt: no permission" in done.stderr) == ("shut.txt" in names)
    assert f"1 documents taken in, {len(names) - 1} failed" in done.stderr
    (tmp_path / "shut.txt").chmod(0o600)


def test_hostile_pages_give_their_words_or_a_message(tmp_path: Path) -> None:
    """Nothing of a script, no crash, whatever the page is made of."""
    body = f"<p>{GOOD * 3}</p>"
    hostile = {
        "script": f"<html><body><script>{'alert(1);' * 50}</script>{body}</body></html>",
        "comment": f"<html><body>{body}<!-- never closed {'x' * 5000}",
        "nul": f"<html><body>\0{body}\0</body></html>",
        "entities": f"<html><body>{body}&#0;&#xd800;&#x110000;&nosuch;</body></html>",
        "attributes": f"<html><body {'a=1 ' * 20000}>{body}</body></html>",
        "tables": f"<html><body>{body}{'<table><tr><td>' * 500}</body></html>",
        "unclosed": f"<html><body>{'<b><i><a href=x>' * 600}{body}",
        "declared": f'<?xml version="1.0" encoding="utf-16"?><html><body>{body}</body></html>',
        "frames": f'<html><iframe src="file:///etc/passwd"></iframe><body>{body}</body></html>',
    }
    for name, page in hostile.items():
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    done = run("read", ".", "--format", "jsonl", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    heads = [r for x in done.stdout.splitlines() if (r := json.loads(x))["record"] == "document"]
    taken = {Path(h["source"]).stem for h in heads}
    failed = {Path(x.split(": ")[1]).stem for x in done.stderr.splitlines() if ".html: " in x}
    assert taken | failed == set(hostile)
    assert {"script", "comment", "nul", "entities", "declared", "frames"} <= taken
    assert "alert" not in done.stdout
    assert "root:" not in done.stdout


@pytest.mark.parametrize("name", ["idna", "undefined", "punycode", "hex", "nosuch"])
def test_encodings_that_are_none_are_not_believed(tmp_path: Path, name: str) -> None:
    page = f"<html><head><meta charset='{name}'></head><body><p>{GOOD}</p></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    (found,) = read([str(tmp_path / "a.html")])
    assert isinstance(found, Document)
    assert found.text.strip() == GOOD.strip()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_their_mark(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD.encode(encoding))
    (found,) = read([str(tmp_path / "a.txt")])
    assert isinstance(found, Document)
    assert found.text == GOOD


def test_half_characters_are_none(tmp_path: Path) -> None:
    """A name that is no UTF-8, and a PDF whose font calls a sign half a pair: read, kept, proved."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(GOOD, "utf-8")
    (tmp_path / "half.pdf").write_bytes(half_a_sign_pdf())
    done = run("add", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "2 documents added" in done.stderr
    assert run("check", cwd=tmp_path).returncode == 0
    kept = [json.loads(x) for x in run("export", cwd=tmp_path).stdout.splitlines()]
    heads = {r["source"]: r["evidence"][0]["quote"] for r in kept if r["record"] == "document"}
    assert set(heads) == {"caf\ufffd.txt", "half.pdf"}
    assert "\ufffd foreign minister" in heads["half.pdf"]


def test_names_do_not_steer_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.txt").write_bytes(b"")
    assert "\x1b" not in run("read", ".", cwd=tmp_path).stderr


def test_folders_that_are_shut_are_told(open_folder: Path) -> None:
    for name in ("open", "shut", "open/shut"):
        (open_folder / name).mkdir()
        (open_folder / name / "a.txt").write_text(GOOD, "utf-8")
    for name in ("shut", "open/shut"):
        (open_folder / name).chmod(0)
    asked = [str(open_folder / n) for n in ("open", "shut", "shut/a.txt")]
    told = unprivileged(
        lambda: [d.source.path if isinstance(d, Document) else str(d) for d in read(asked)]
    )
    folder, good, top, file = (t.removeprefix(f"{open_folder}/") for t in told)
    assert folder.startswith("open/shut: a folder that cannot be read: ")
    assert good == "open/a.txt"
    assert top.startswith("shut: a folder that cannot be read: ")
    assert file.startswith("shut/a.txt: no permission to look into its folder (change its mode")


def test_standard_input_that_is_no_text(tmp_path: Path) -> None:
    for given, words in ((b"", "empty"), (bytes(range(256)) * 9, "binary"), (pdf(), "scanned")):
        done = run("read", "-", "--format", "jsonl", cwd=tmp_path, stdin=given)
        assert done.returncode == 1
        assert "standard input: " in done.stderr
        assert words in done.stderr


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_may_be_rows_or_packed(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    rows = "\n".join(json.dumps({"id": i, "text": GOOD}) for i in range(3)).encode()
    done = run("read", "-", "--format", "jsonl", cwd=tmp_path, stdin=pack(rows))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"record":"document"') == 3


def test_places_that_hold_nothing(tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    (tmp_path / "hollow" / "a.png").write_bytes(b"x")
    done = run("read", "hollow", "*.nothing", "x" * 5000, cwd=tmp_path)
    assert done.returncode == 1
    assert "hollow: no readable files in this folder" in done.stderr
    assert "*.nothing: no file matches" in done.stderr
    assert "0 documents taken in, 3 failed" in done.stderr
