"""RSS and Atom → a document per entry."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from verbale.document import Document, Source
from verbale.errors import NotAText, SourceError, Unreadable
from verbale.sources.pages import fragment
from verbale.sources.plain import check_text

__all__ = ["feed"]

# What feedparser lets through on feeds that are broken inside: half characters, numbers of none.
_BROKEN = (AssertionError, AttributeError, LookupError, OverflowError, TypeError, ValueError)


def feed(data: bytes, name: str) -> Iterator[Document | SourceError]:
    """A document per entry: its content, else its summary."""
    import feedparser
    from lxml.etree import LxmlError

    try:
        parsed = feedparser.parse(io.BytesIO(data))
    except _BROKEN as error:
        raise Unreadable(name, f"a broken feed: {error}", "download it again") from error
    if not parsed.entries:
        raise Unreadable(name, "not a feed, or a feed without entries", "give RSS or Atom")
    for number, entry in enumerate(parsed.entries, start=1):
        place = f"{name}#{number}"
        body = entry.content[0].value if entry.get("content") else entry.get("summary", "")
        try:
            text = fragment(body)
            if not text.strip():
                raise NotAText(place, "an entry without text")
            check_text(text, place)
        except SourceError as error:
            yield error
            continue
        except (LxmlError, ValueError) as error:
            yield Unreadable(place, f"a broken entry: {error}")
            continue
        source = Source(
            place,
            hashlib.sha256(body.encode("utf-8", "replace")).hexdigest(),
            id=entry.get("id") or None,
            title=entry.get("title") or None,
            publisher=parsed.feed.get("title") or None,
            url=entry.get("link") or None,
            date=entry.get("published") or entry.get("updated") or None,
            language=parsed.feed.get("language") or None,
            media_type="application/rss+xml",
        )
        yield Document(text, source)
