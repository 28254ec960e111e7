"""DOCX → its paragraphs, cells of tables and text boxes in their order, one a line; then its notes."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from verbale.document import Document, Source
from verbale.errors import NotAText, TooLarge, Unreadable
from verbale.sources.plain import check_text
from verbale.sources.streams import LIMIT

__all__ = ["docx"]

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# Paragraphs in boxes come by themselves; properties hold tab stops; the fallback repeats a box.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = {f"{_W}{name}" for name in ("p", "pPr", "rPr", "del", "moveFrom")} | {_FALLBACK}
# Text packs about 1 : 5 and the XML around it 1 : 20; a bomb packs 1 : 1000.
_PACKED = 200


def docx(data: bytes, name: str) -> Document:
    """The text of a Word document. Raises `Unreadable` when it is broken, `TooLarge` for a bomb."""
    import docx as word
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    if not data.strip():
        raise NotAText(name, "empty", "save it again")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, len(data), name)
        book = word.Document(io.BytesIO(data))
        text = "\n".join(_lines(book))
        about = book.core_properties
        title, made = about.title, about.created
    except zipfile.BadZipFile as error:
        raise Unreadable(name, f"a broken or cut-off DOCX: {error}", "save it again") from error
    except (
        OpcError,
        LxmlError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ) as error:
        # What zipfile, lxml and python-docx let through on files that are no DOCX inside.
        raise Unreadable(name, f"a broken DOCX: {error}", "save it again") from error
    if not text.strip():
        raise NotAText(name, "a DOCX without text")
    source = Source(
        name,
        hashlib.sha256(data).hexdigest(),
        title=title or None,
        made=made.date().isoformat() if made else None,
        media_type=_TYPE,
    )
    return Document(check_text(text, name), source)


def _check(archive: zipfile.ZipFile, packed: int, name: str) -> None:
    """Sizes as the archive gives them; zipfile never unpacks more than it says."""
    unpacked = sum(i.file_size for i in archive.infolist())
    if unpacked > 4 * LIMIT or (unpacked > LIMIT // 5 and unpacked > _PACKED * packed):
        reason = f"{packed / 1e6:.1f} MB that unpack to {unpacked / 1e6:.0f} MB"
        raise TooLarge(name, reason, "this is not a document")
    if "word/document.xml" not in archive.namelist():
        raise Unreadable(name, "a zip file that is no DOCX", "unpack it and give the files in it")


def _lines(book: Any) -> Iterator[str]:
    """Every paragraph of the body in its order, then those of footnotes and endnotes."""
    from docx.oxml import parse_xml

    yield from _paragraphs(book.element.body)
    for kind in ("footnotes", "endnotes"):
        for relation in book.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                # The lines that part notes from the text are paragraphs without words.
                notes = _paragraphs(parse_xml(relation.target_part.blob))
                yield from (note for note in notes if note.strip())


def _paragraphs(part: Any) -> Iterator[str]:
    """The words of each paragraph, wherever it lies: in cells, boxes, controls, accepted changes."""
    for paragraph in part.iter(f"{_W}p"):
        if not any(above.tag == _FALLBACK for above in paragraph.iterancestors()):
            yield "".join(_words(paragraph))


def _words(node: Any) -> Iterator[str]:
    """Text, tabs and line ends below a node; what is struck out or a paragraph of its own is not."""
    for child in node:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _APART:
            yield from _words(child)
