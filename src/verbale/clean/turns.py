"""Labelled turns of transcripts: "PRESIDENT MARO:  …", "Question: …", "Q    …", "AFP: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from verbale.layers import Paragraph, Turn

__all__ = ["turns"]

_CAPITALS = re.compile(r"((?:[A-Z][A-Z.'’-]+|[A-Z]\.|Mc[A-Z]+|de|von|van)(?:\s+|(?=:))){1,6}:\s+")
_NAMED = re.compile(
    r"((?:[A-Z][\w.'’-]*|of|the|to|and|for|de|von|van|al)(?:,?\s+|(?=\s*(?:\([^)]{1,40}\))?:))){1,12}"
    r"(?:\([^)]{1,40}\))?:\s+"
)
# The same inside a paragraph whose line ends were lost: after a sentence, two capitalised words at
# least, or a questioner's label.
_RUN_ON = re.compile(
    r"(?<=[.!?…”\"’)*])\s+(?P<label>(?:Question|Remark|Reply|Answer|Q)"
    r"|[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.|of|the|to|and|for|de|von|van|al|bin)){1,11})"
    r"(?:\s+\([^)]{1,40}\))?(?P<colon>:)\s+(?=[A-Z“\"(0-9])"
)
_Q = re.compile(r"Q:?\s{1,8}(?=[A-Z“\"(])")
_CLOSING = re.compile(r"END\s+\d|_{3,}|\*{3,}|#{3,}|[<\[(]?\.{3}[>\])]?$")
# Labels behind which a journalist asks; agencies and papers are told by their names.
_JOURNALIST = re.compile(
    r"^(?:q|question|reporter|journalist|correspondent|press|moderator|media"
    r"|afp|ap|reuters|bloomberg|cctv|cnn|bbc|nhk|tass|kyodo|yonhap|xinhua(?: news agency)?"
    r"|.*\b(?:news|times|daily|post|tv|television|radio|agency|press|journal|broadcasting|review))\b",
    re.IGNORECASE,
)
# Lines that look like labels and are none.
_NOT = re.compile(r"^(?:note|time|date|place|subject|attachment|source|photo|editor|re)\b", re.I)


def turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    """Turns in order. One label alone makes a transcript only in capitals or of a full name."""
    labels: list[tuple[int, int, int, str]] = []
    for paragraph in paragraphs:
        piece = text[paragraph.start : paragraph.end]
        match = _Q.match(piece) or _CAPITALS.match(piece) or _NAMED.match(piece)
        if match and len(match.group()) < 120 and not _NOT.match(piece):
            name = match.group().rstrip().rstrip(":")
            end = paragraph.start + len(match.group().rstrip())
            labels.append((paragraph.start, end, paragraph.start + match.end(), name))
    labels = sorted({*labels, *_run_on(text, paragraphs)})
    sure = [x for x in labels if x[3].isupper() or x[3] == "Q"]
    names = [x[3] for x in labels]
    repeated = len(names) - len(set(names))
    if len(labels) < 2 and not sure:
        return []
    if (
        not sure
        and not repeated
        and len(labels) < 3
        and not any(_JOURNALIST.match(n) for n in names)
    ):
        return []
    found = []
    stop = paragraphs[-1].end if paragraphs else 0
    for paragraph in reversed(paragraphs):
        if _CLOSING.match(text[paragraph.start : paragraph.end]):
            stop = paragraph.start
        else:
            break
    for i, (start, end, said, name) in enumerate(labels):
        until = labels[i + 1][0] if i + 1 < len(labels) else stop
        while until > said and text[until - 1].isspace():
            until -= 1
        if until > said:
            role: Literal["speaker", "journalist"] = (
                "journalist" if _JOURNALIST.match(name) else "speaker"
            )
            found.append(Turn(said, until, start, end, role))
    return found


def _run_on(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int, int, str]]:
    """Labels inside paragraphs: of names that come again or that a question stands beside."""
    matches = (m for p in paragraphs for m in _RUN_ON.finditer(text, p.start, p.end))
    found = [
        (m.start("label"), m.end("colon"), m.end(), m["label"])
        for m in matches
        if not _NOT.match(m["label"])
    ]
    names = [" ".join(name.split()[-2:]) for *_, name in found]
    asked = any(_JOURNALIST.match(n) for n in names)
    again = {n for n in names if names.count(n) > 1}
    if len(again) + asked < 1 or len(found) < 3:
        return []
    return found
