"""What stands at an http(s) address, fetched once, whole."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request

from verbale.errors import Unreadable
from verbale.sources.streams import whole

__all__ = ["fetch"]

PATIENCE = 30  # seconds for the server to answer, and between its pieces


def fetch(url: str) -> tuple[bytes, str, str | None]:
    """The bytes, the media type and the encoding as the server says. Raises `Unreadable`."""
    request = urllib.request.Request(url, headers={"User-Agent": "verbale"})  # noqa: S310  # http(s) only, the caller checked
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  # as above
            headers = answer.headers
            kind, encoding = headers.get_content_type(), headers.get_content_charset()
            return whole(answer, url), kind, encoding
    except urllib.error.HTTPError as error:
        raise Unreadable(url, f"the server answers {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        raise Unreadable(
            url, f"could not be fetched: {error.reason}", "check the address"
        ) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise Unreadable(url, f"could not be fetched: {error}", "check the address") from error
