"""Labelled turns of transcripts: "PRESIDENT MARO:  …", "Question: …", "Q    …", "AFP: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from verbale.clean.introductions import introduced, is_compiled, told_again
from verbale.layers import Paragraph, Turn

__all__ = ["turns"]

_CAPITALS = re.compile(r"((?:[A-Z][A-Z.'’-]+|[A-Z]\.|Mc[A-Z]+|de|von|van)(?:\s+|(?=:))){1,6}:\s+")
_NAMED = re.compile(
    r"((?:[A-Z][\w.'’-]*|(?<=Speaker )\d+|of|the|to|and|for|de|von|van|al)(?:,?\s+|(?=\s*(?:\([^)]{1,40}\))?:))){1,12}"
    r"(?:\([^)]{1,40}\))?:\s+"
)
# The same inside a paragraph whose line ends were lost: after a sentence, two capitalised words at
# least, or a questioner's label.
_RUN_ON = re.compile(
    r"(?<=[.!?…”\"’)*])\s+(?P<label>(?:Question|Remark|Reply|Answer|Q)"
    r"|[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’-]+|[A-Z]\.|of|the|to|and|for|de|von|van|al|bin)){1,11})"
    r"(?:\s+\([^)]{1,40}\))?(?P<colon>:)\s+(?=[A-Z“\"(0-9])"
)
# The same where a heading ran into the label: an office with its holder.
_HOLDER = re.compile(
    r"(?P<label>(?:President|Prime\sMinister|(?:Federal\s)?Chancellor|King|Emir)"
    r"(?:\s(?:of|the|and|[A-Z][\w.'’-]*)){3,20})\s*(?:\([^)]{1,40}\))?(?P<colon>:)\s+(?=[A-Z“\"])"
)
# Words before which an office with its holder is no label: "said President of …: we will".
_GOVERNING = re.compile(r"(?:[,;]|\b(?:and|by|from|of|said|says|the|to|told|with))\s*$")
_Q = re.compile(r"Q:?\s{1,8}(?=[A-Z“\"(])")
_CLOSING = re.compile(r"END\s+\d|_{3,}|\*{3,}|#{3,}|[<\[(]?\.{3}[>\])]?$")
# What stands in brackets behind a label's name: a time, an agency.
_STAMP = re.compile(r"\s*\([^)]*\)\s*:?\s*$")
# Labels behind which a journalist asks; agencies and papers are told by their names.
_JOURNALIST = re.compile(
    r"^(?:q|question|reporter|journalist|correspondent|press|moderator|media"
    r"|audience|host|interviewer|participant|speaker \d+|unidentified|unknown"
    r"|afp|ap|reuters|bloomberg|cctv|cnn|bbc|nhk|tass|kyodo|yonhap|xinhua(?: news agency)?"
    r"|.*\b(?:news|times|daily|post|tv|television|radio|agency|press|journal|broadcasting|review))\b",
    re.IGNORECASE,
)
# Words of a label that names an office: who holds one answers.
_OFFICE = re.compile(
    r"\b(?:ambassador|chancellor|chair\w*|commissioner|director|foreign|general|governor|head|king"
    r"|leader|minister|mr|mrs|ms|premier|president|prime|queen|secretary|senator|spokes\w+)\b",
    re.IGNORECASE,
)
# Lines that look like labels and are none.
_NOT = re.compile(r"^(?:note|time|date|place|subject|attachment|source|photo|editor|re)\b", re.I)


def turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    """Turns in order, those that a narrator introduces among them."""
    labelled = _labelled(text, paragraphs)
    more = introduced(text, paragraphs, labelled)
    cut = [_until(t, more) for t in labelled]
    return sorted([*(t for t in cut if t.end > t.start), *more], key=lambda t: t.start)


def _until(turn: Turn, others: Sequence[Turn]) -> Turn:
    """A turn cut where another voice is introduced in it."""
    stops = [t.label_start for t in others if turn.start < t.label_start < turn.end]
    return replace(turn, end=min(stops)) if stops else turn


def _labelled(text: str, paragraphs: Sequence[Paragraph]) -> list[Turn]:
    """Labelled turns in order. One label alone makes a transcript only in capitals or of a full name."""
    labels: list[tuple[int, int, int, str]] = []
    for paragraph in paragraphs:
        piece = text[paragraph.start : paragraph.end]
        match = _Q.match(piece) or _CAPITALS.match(piece) or _NAMED.match(piece)
        if match and len(match.group()) < 120 and not _NOT.match(piece):
            name = _STAMP.sub("", match.group().rstrip().rstrip(":"))
            end = paragraph.start + len(match.group().rstrip())
            labels.append((paragraph.start, end, paragraph.start + match.end(), name))
    held = _holders(text, paragraphs)
    inside = [x for x in _run_on(text, paragraphs) if not _within(x, held)]
    labels = sorted({*(x for x in labels if not _within(x, held)), *inside, *held})
    sure = [x for x in labels if x[3].isupper() or x[3] == "Q"] or held
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
    compiled = is_compiled(text, paragraphs)
    for i, (start, end, said, name) in enumerate(labels):
        until = labels[i + 1][0] if i + 1 < len(labels) else stop
        until = told_again(text, paragraphs, said, until, compiled)
        while until > said and text[until - 1].isspace():
            until -= 1
        if until > said:
            role: Literal["speaker", "journalist"] = (
                "journalist" if _JOURNALIST.match(name) else "speaker"
            )
            found.append(Turn(said, until, start, end, role))
    asking = _interviewers(text, found)
    return [replace(t, role="journalist") if _label(text, t) in asking else t for t in found]


def _interviewers(text: str, found: Sequence[Turn]) -> frozenset[str]:
    """Labels without an office whose turns mostly end in a question, beside others that answer."""
    labels: dict[str, list[bool]] = {}
    for turn in found:
        if turn.role == "speaker":
            asks = text[turn.start : turn.end].rstrip(' ”"’').endswith("?")
            labels.setdefault(_label(text, turn), []).append(asks)
    asking = frozenset(
        label
        for label, asks in labels.items()
        if not _OFFICE.search(label) and 2 * sum(asks) >= len(asks)
    )
    return asking if len(asking) < len(labels) else frozenset()


def _label(text: str, turn: Turn) -> str:
    """A turn's label without the time or agency behind it."""
    return _STAMP.sub("", text[turn.label_start : turn.label_end].rstrip(": "))


_Label = tuple[int, int, int, str]


def _within(label: _Label, held: Sequence[_Label]) -> bool:
    return any(x[0] < label[1] and label[0] < x[1] for x in held)


def _holders(text: str, paragraphs: Sequence[Paragraph]) -> list[_Label]:
    """Labels of an office with its holder anywhere in a paragraph, and that holder's bare name after."""
    matches = [m for p in paragraphs for m in _HOLDER.finditer(text, p.start, p.end)]
    found = [
        (m.start("label"), m.end("colon"), m.end(), m["label"])
        for m in matches
        if not _GOVERNING.search(text, max(0, m.start() - 12), m.start())
    ]
    named = {word for *_, name in found for word in name.split()}
    again = (m for p in paragraphs for m in _RUN_ON.finditer(text, p.start, p.end))
    more = [
        (m.start("label"), m.end("colon"), m.end(), m["label"])
        for m in again
        if m["label"].split()[-1] in named or text[: m.start()].endswith("?")
    ]
    return sorted({*found, *(x for x in more if not _within(x, found))})


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
