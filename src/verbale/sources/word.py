"""DOCX → its paragraphs and the cells of its tables in their order, one a line."""

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


def _lines(part: Any) -> Iterator[str]:
    """Paragraphs in order; tables cell by cell."""
    for item in part.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                for cell in dict.fromkeys(row.cells):
                    yield from _lines(cell)
        else:
            yield item.text
