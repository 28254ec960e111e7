"""What kind of text it is, by its title, address and shape. Gives GENRE; needs HEADER, TURNS.

The first rule that speaks decides; they go from what names itself to what is told by its shape.
"""

from __future__ import annotations

import re

from verbale.document import Document
from verbale.layers import GENRE, HEADER, MASKS, PARAGRAPHS, TURNS, Genre

__all__ = ["annotate"]

_TITLES: tuple[tuple[str, str], ...] = (
    ("log", r"\b(?:relations )?log\b|\bday log\b|\bchronicle\b"),
    ("joint-statement", r"\bjoint (?:statement|declaration|communiqu[eé])\b|\bcommuniqu[eé]\b"),
    (
        "press-conference",
        r"\b(?:press|news) conference\b|\bpress (?:briefing|availability)\b|\bbriefing by\b"
        r"|\bregular press\b|\banswer(?:s|ed)? (?:to )?(?:media )?questions\b",
    ),
    ("readout", r"\breadout\b|\btelephone conversations?\b|\bphone (?:call|conversation)\b"),
    ("transcript", r"\bremarks by\b.*\b(?:and|before|at)\b|\binterview\b|\btranscript\b"),
    (
        "speech",
        r"\bremarks by\b|\b(?:speech|address) (?:by|of|at|to)\b|\bgeneral debate\b|\bUNGA\b",
    ),
    ("readout", r"\b(?:met|meets|meeting|talks|spoke) with\b|\bhad a\b.*\bconversation\b"),
    ("statement", r"\bstatement (?:by|of|from|on)\b|\bpress statement\b"),
)
_SECTION = re.compile(
    r"\b(?:opinion|editorial|commentary|op-?ed|view(?:point)?s?|analysis)\b", re.I
)


def annotate(document: Document) -> None:
    """Put the genre."""
    document.put(GENRE, [Genre(_genre(document))])


def _genre(document: Document) -> str:
    (header,) = document.get(HEADER)
    text = document.text
    title = document.source.title or (document.quote(header.title) if header.title else "")
    about = " ".join(filter(None, (title, document.source.publisher or "")))
    body = " ".join(text[p.start : p.end] for p in document.get(PARAGRAPHS))
    named = next((g for g, p in _TITLES if re.search(p, about, re.IGNORECASE)), None)
    turns = document.get(TURNS)
    if named == "log":
        return "log"
    if re.match(r"\W*(?:the )?(?:following|text).{0,60}joint statement", body, re.IGNORECASE):
        return "joint-statement"
    if turns:
        asked = any(t.role == "journalist" for t in turns)
        speakers = {text[t.label_start : t.label_end] for t in turns if t.role == "speaker"}
        if named == "press-conference" or (asked and len(turns) >= 2):
            return "press-conference"
        return "transcript" if len(speakers) > 1 or named == "transcript" else "speech"
    labels = [m for m in document.get(MASKS) if m.kind in ("section-label", "byline", "disclaimer")]
    said = " ".join(text[m.start : m.end] for m in labels)
    if _SECTION.search(said):
        return "editorial" if "editorial" in said.lower() else "commentary"
    if named in ("transcript", "speech"):
        return "speech"
    if named == "statement" and re.search(r"\bcall\b|\bmeeting\b|\bspoke with\b", title, re.I):
        return "readout"
    if named:
        return named
    if re.search(r"\b(?:commentary|opinion|xinhua headlines)\b", title, re.IGNORECASE):
        return "commentary"
    return _by_voice(document, body)


def _by_voice(document: Document, body: str) -> str:
    """Report or commentary by how much of the text is told as said or as fact of a day."""
    own = len(re.findall(r"\b(?:we|our|us)\b", body, re.IGNORECASE))
    size = max(1, len(body.split()))
    if own / size > 0.025 and not re.search(r"\b(?:said|told|stressed|noted)\b", body):
        return "statement"
    if (
        re.search(
            r"\b(?:had|held) (?:a|an|another|his|her) (?:\S+ ){0,4}(?:conversation|call|meeting|talks)\b"
            r"|\b(?:spoke|met) (?:\S+ ){0,3}with\b",
            body[:600],
        )
        and document.source.publisher
    ):
        return "readout"
    said = len(re.findall(r"\b(?:said|told|stressed|noted|added|announced|pointed out)\b", body))
    opinion = len(re.findall(r"\b(?:should|must|need to|will)\b", body))
    return "commentary" if opinion > 2 * said + 4 else "report"
