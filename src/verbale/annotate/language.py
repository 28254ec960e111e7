"""What language a text is in. Gives LANGUAGE; needs PARAGRAPHS and WARNINGS.

The reader knows English. A text in another language keeps no paragraphs, so that no later step makes
records of it, and says so in a warning.
"""

from __future__ import annotations

import re

from verbale.document import Document
from verbale.layers import LANGUAGE, PARAGRAPHS, WARNINGS, Language
from verbale.records import Warning_, evidence

__all__ = ["annotate"]

_ENGLISH = frozenset(
    [
        "and",
        "are",
        "at",
        "by",
        "for",
        "from",
        "has",
        "have",
        "is",
        "its",
        "of",
        "on",
        "that",
        "the",
        "this",
        "to",
        "were",
        "which",
        "with",
    ]
)
# Share of those words from which on a text is English without asking further. In the 480 domain
# documents it is .17 at least; in French, German, Spanish, Polish under .03, in Dutch under .1.
SURE = 0.1
FEWEST = 20  # words; of fewer no library tells the language
LOOKED_AT = 20_000  # characters


def annotate(document: Document) -> None:
    """Put the language; None where the text is too short to tell and its container does not say."""
    body = " ".join(document.text[p.start : p.end] for p in document.get(PARAGRAPHS))[:LOOKED_AT]
    code = _language(body) or _normal(document.source.language)
    document.put(LANGUAGE, [Language(code)])
    if code is None or code.split("-")[0] == "en" or not body:
        return
    message = f"the text is in another language than English ({code}); nothing was read in it"
    opening = document.get(PARAGRAPHS)[0]
    warning = Warning_(
        code="unsupported-language",
        message=message,
        evidence=evidence(document, (opening.start, opening.end)),
    )
    document.put(WARNINGS, [*document.get(WARNINGS), warning])
    document.put(PARAGRAPHS, ())


def _language(body: str) -> str | None:
    """The language by the words alone."""
    words = re.findall(r"[^\W\d_]+", body.lower())
    if not words:
        return None
    if sum(w in _ENGLISH for w in words) >= SURE * len(words):
        return "en"
    letters = sum(map(len, words))
    if len(words) < FEWEST and letters < 5 * FEWEST:
        return None
    # Loaded for the few texts that need it: its model takes a second and 100 MB.
    import py3langid

    return str(py3langid.classify(body)[0])


def _normal(tag: str | None) -> str | None:
    """A language tag as BCP 47 writes it: "en_US" is "en-US"."""
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?.*", tag.strip()) if tag else None
    if not match:
        return None
    region = f"-{match[2].upper()}" if match[2] and len(match[2]) == 2 else ""
    return match[1].lower() + region
