"""Markdown → its text as it is given, with what its front matter says of it.

The marks stay in the text; `verbale.clean.markdown` hides them from the steps that read.
"""

from __future__ import annotations

import hashlib
import re

from verbale.document import Document, Source
from verbale.sources.plain import check_text, decode

__all__ = ["FRONT", "TYPE", "markdown"]

TYPE = "text/markdown"

# Rows of "name: value" between fences, before anything else.
FRONT = re.compile(
    r"\A(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<rows>(?:[^\n]*\n){1,60}?)(?P=fence)[ \t]*(?=\r?\n|\Z)"
)
_ROW = re.compile(r"(?P<name>[A-Za-z_]+)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)")
_FIELDS = ("id", "title", "publisher", "url", "date", "language")


def markdown(data: bytes, name: str, declared: str | None = None) -> Document:
    """A Markdown document."""
    text = check_text(decode(data, name, declared), name)
    return Document(
        text, Source(name, hashlib.sha256(data).hexdigest(), media_type=TYPE, **_front(text))
    )


def _front(text: str) -> dict[str, str]:
    """The fields of the front matter that a `Source` has; lists and nested rows are passed over."""
    front = FRONT.match(text)
    rows = (_ROW.match(row) for row in front["rows"].splitlines()) if front else ()
    said = {m["name"].lower(): m["value"].strip().strip("\"'").strip() for m in rows if m}
    return {name: said[name] for name in _FIELDS if said.get(name)}
