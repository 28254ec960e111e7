"""HTML → the main text of a page, with what the page says of itself.

Offsets of such a document are into the extracted text, which the ledger stores; the hash is of the
given bytes.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from verbale.document import Document, Source
from verbale.errors import NotAText, Unreadable
from verbale.sources.plain import check_text, decode

__all__ = ["fragment", "html"]

DEEPEST = 2000  # nested tags; pages that people write stay under 100
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_VOID = ("br", "img", "input", "meta", "link", "hr", "p", "li", "source", "wbr", "col", "td", "tr")


def html(data: bytes, name: str, url: str | None = None, declared: str | None = None) -> Document:
    """The main text of a page, with title, date, site and language as the page gives them."""
    page = decode(data, name, declared or _declared(data))
    if _depth(page) > DEEPEST:
        raise Unreadable(name, "nested too deeply to be a page", "save its text as .txt")
    from lxml.etree import LxmlError

    try:
        text, about, date = _extract(page, url)
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        # trafilatura lets errors of lxml and its own through; each means a page that is none.
        raise Unreadable(name, f"a broken page: {error}", "save its text as .txt") from error
    if not text.strip():
        raise NotAText(name, "no main text was found in the page", "save its text as .txt")
    source = Source(
        name,
        hashlib.sha256(data).hexdigest(),
        title=about.title if about else None,
        publisher=about.sitename if about else None,
        url=url or (about.url if about else None),
        date=date,
        language=about.language if about else None,
        media_type="text/html",
    )
    return Document(check_text(text, name), source)


def _declared(data: bytes) -> str | None:
    """The encoding that a page names; one that its own bytes contradict is none."""
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else None
    return None if name and name.startswith(("utf-16", "utf-32")) else name


def _extract(page: str, url: str | None) -> tuple[str, Any, str | None]:
    """Text (empty when there is none), metadata and date of a page."""
    import trafilatura
    from htmldate import find_date

    text = trafilatura.extract(page, include_comments=False, include_tables=True, url=url)
    if not text or not text.strip():
        # A page of a few lines has no "main" part to tell from the rest.
        _, text, _ = trafilatura.baseline(page)
    about = trafilatura.extract_metadata(page, default_url=url)
    date = find_date(page, original_date=True) if re.search("19|20", page) else None
    return text or "", about, date


def _depth(page: str) -> int:
    """An upper bound of the nesting: open tags less closed ones, at the worst place."""
    depth = worst = at = 0
    while (at := page.find("<", at)) >= 0:
        after = page[at + 1 : at + 2]
        if after == "/":
            depth = max(0, depth - 1)
        elif after.isalpha() and not page.startswith(_VOID, at + 1):
            depth += 1
            worst = max(worst, depth)
        at += 1
    return worst


def fragment(body: str) -> str:
    """The text of a fragment of HTML, block elements on lines of their own."""
    if "<" not in body:
        return body
    from lxml import html as tree

    root = tree.fromstring(f"<div>{body}</div>")
    for hidden in list(root.iter("script", "style")):
        hidden.drop_tree()
    for block in root.iter("p", "br", "div", "li"):
        block.tail = "\n" + (block.tail or "")
    return str(root.text_content()).strip()
