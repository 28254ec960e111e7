"""PDF files of a few ASCII lines."""

from __future__ import annotations

import io

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

__all__ = ["bytes_of", "pdf_of"]


def pdf_of(*pages: list[str], table: str = "") -> PdfWriter:
    """A page for each list of lines; `table` says which characters the font's signs are."""
    writer = PdfWriter()
    font = {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    }
    if table:
        font[NameObject("/ToUnicode")] = writer._add_object(_stream(table))
    fonts = DictionaryObject({NameObject("/F1"): DictionaryObject(font)})
    for lines in pages:
        sheet = writer.add_blank_page(612, 792)
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        drawn = "".join(f"({_escaped(line)}) Tj 0 -14 Td " for line in lines)
        content = _stream(f"BT /F1 10 Tf 40 740 Td {drawn}ET")
        sheet[NameObject("/Contents")] = writer._add_object(content)
    return writer


def bytes_of(writer: PdfWriter) -> bytes:
    """The file."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _stream(text: str) -> StreamObject:
    stream = StreamObject()
    stream.set_data(text.encode("ascii"))
    return stream
