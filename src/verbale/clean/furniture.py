"""What in a text is not its body: masked where it stands, never cut out.

Gives MASKS, HEADER, PARAGRAPHS, QUOTES, TURNS and WARNINGS. Every character that is not white space
lies in exactly one mask or paragraph, so nothing of the body can be lost.
"""

from __future__ import annotations

import re

from verbale.clean.imprint import DATE, MONTH, author, publisher
from verbale.clean.lines import Line, lines
from verbale.clean.quotes import quotes
from verbale.clean.turns import turns
from verbale.clean.wordings import PHRASES
from verbale.document import Document, Span
from verbale.layers import (
    HEADER,
    MASKS,
    PARAGRAPHS,
    QUOTES,
    TURNS,
    WARNINGS,
    Header,
    Mask,
    MaskKind,
    Paragraph,
)
from verbale.records import Warning_, evidence

__all__ = ["annotate"]

_HEADING = re.compile(r"#{1,6}\s+(?=[^#\s])")
_INJECTED = re.compile(r"date\s+(\d{4}-\d{2}-\d{2})\b\s*")
_DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-Z .'’/-]{{2,40}}(?:,\s*[A-Z][A-Za-z. ]{{2,20}})?),?\s+"
    rf"(?P<date>{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})?(?:,?\s*\d{{4}})?,?\s*"
    r"(?:\((?P<agency>[A-Za-z .]{2,30})\)|/[A-Za-z .]{2,20}/\.?)?\s*(?:--|[–—-])+\s*"
)
# "Riga, 4 February 2031. …": a place as it is written, and the whole date.
_PLAIN_DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){{0,3}}),\s+"
    rf"(?P<date>{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}})"
    r"(?P<agency>)\s*(?:\.|:|--|[–—-])+\s+(?=[“\"‘A-Z])"
)
_CREDIT = re.compile(
    r"(?:File\s+)?(?:Photo|Image|Picture|Video)(?:\s+(?:by|credit))?\s*[:/]\s*\S.*$"
)
_SOURCE = re.compile(
    r"\b(?:source|updated?|published|posted|last modified|release[d]?)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?\b")
_GLUED = re.compile(r"[a-z”\"’)][.!?][“\"]?(?=[A-Z][a-z]+\s|[A-Z]\s)")


def annotate(document: Document) -> None:
    """Find the furniture, the paragraphs, the quotations and the turns."""
    text = document.text
    masks: list[Mask] = []
    every = [_unmarked(line, masks) for line in lines(text)]
    title: Span | None = None
    bylines: list[Span] = []
    repeated = _repeated(every)
    body_began = False
    rest: list[Line] = []
    tail = _tail(every)
    width = _wrapped(every)
    for number, line in enumerate(every):
        if number in repeated:
            masks.append(Mask(line.start, line.end, repeated[number]))
            continue
        if not body_began and (match := _INJECTED.match(line.text)):
            left, span = _injected(line, match, masks)
            title = title or span
            if left is None:
                continue
            line = left
        if (match := _DATELINE.fullmatch(line.text)) and (match["date"] or match["agency"]):
            # A narrow column has it on a line of its own.
            masks.append(Mask(line.start, line.end, "dateline", match["place"]))
            body_began = True
            continue
        amid = bool(number) and _goes_on(every[number - 1], line, width)
        kind = None if amid else _kind(line, header=not body_began, tail=number >= tail)
        if kind:
            masks.append(Mask(line.start, line.end, kind))
            if kind == "byline" and (named := author(line)):
                bylines.append(named)
            continue
        known = document.source.title
        apart = known and len(line.text) > 60 and line.text != known.strip()
        if not body_began and not apart and _headline(line, every, number):
            before = title is None and _label(line, every, number)
            masks.append(Mask(line.start, line.end, "section-label" if before else "title"))
            if not before and title is None:
                title = Span(line.start, line.end)
            continue
        body_began = True
        match = _DATELINE.match(line.text) or _PLAIN_DATELINE.match(line.text)
        if match and (match["date"] or match["agency"]) and match.end() < len(line.text):
            end = line.start + len(match.group().rstrip())
            masks.append(Mask(line.start, end, "dateline", match["place"]))
            line = Line(line.start + match.end(), line.end, line.text[match.end() :], line.gap)
        rest.append(line)
    paragraphs = _paragraphs(text, rest)
    document.put(MASKS, sorted(masks, key=lambda m: m.start))
    document.put(HEADER, [Header(title, tuple(bylines), publisher(text, masks))])
    document.put(PARAGRAPHS, paragraphs)
    document.put(QUOTES, [q for p in paragraphs for q in quotes(text, p.start, p.end)])
    document.put(TURNS, turns(text, paragraphs))
    document.put(WARNINGS, _warnings(document))


def _unmarked(line: Line, masks: list[Mask]) -> Line:
    """A heading of Markdown without its marks, which are masked."""
    match = _HEADING.match(line.text)
    if match is None:
        return line
    start = line.start + match.end()
    masks.append(Mask(line.start, start, "markup"))
    return Line(start, line.end, line.text[match.end() :], line.gap)


def _injected(
    line: Line, match: re.Match[str], masks: list[Mask]
) -> tuple[Line | None, Span | None]:
    """A "date 2031-05-06 …" header that a scraper put before the first line: what is left of it."""
    rest = line.text[match.end() :]
    credit = _CREDIT.search(rest)
    start = line.start + match.end()
    if credit:
        masks.append(Mask(line.start, start, "header", match[1]))
        masks.append(Mask(start, line.end, "caption"))
        return None, None
    if len(rest) < 200 and not re.search(r"[.!?][\"”]?$", rest):
        masks.append(Mask(line.start, line.end, "header", match[1]))
        return None, Span(start, line.end) if rest else None
    masks.append(Mask(line.start, start, "header", match[1]))
    return Line(start, line.end, rest, line.gap), None


def _kind(line: Line, *, header: bool, tail: bool) -> MaskKind | None:
    """The kind of furniture that a line is by its own words."""
    for kind, pattern in PHRASES if len(line.text) < 400 else ():
        anywhere = kind in ("comment-form", "copyright", "disclaimer", "widget")
        if (header or tail or anywhere) and pattern.fullmatch(line.text):
            if (kind == "byline" and line.ends_sentence) or DATE.search(line.text):
                continue
            return kind
    if header or tail:
        if len(line.text) < 160 and not line.ends_sentence and DATE.search(line.text):
            if line.text.lower().startswith("by ") or "|" in line.text:
                return "byline" if line.text.lower().startswith("by ") else "stamp"
            left = _CLOCK.sub("", DATE.sub("", line.text))
            if len(re.findall(r"[A-Za-z]{2,}", left)) <= (8 if _SOURCE.search(left) else 3):
                return "stamp"
        if re.fullmatch(r"\d{1,2}:\d{2}\s*[AaPp]\.?[Mm]\.?(?:\s+[A-Z]{2,4})?", line.text):
            return "stamp"
    return None


def _tail(every: list[Line]) -> int:
    """Number of the first line after the last long sentence: from there on furniture is likely."""
    for number in range(len(every) - 1, -1, -1):
        line = every[number]
        long = line.ends_sentence and len(line.text) > 90
        if long and not any(p.fullmatch(line.text) for _, p in PHRASES):
            return number + 1
    return 0


def _headline(line: Line, every: list[Line], number: int) -> bool:
    """Whether a line before the body is a headline or label: no sentence, and a body comes after."""
    if line.ends_sentence or len(line.text) > 220 or line.text.endswith((",", ":", ";")):
        return False
    if re.match(r"[A-Z][\w .'’-]{1,40}:\s", line.text) and not line.text.istitle():
        return False
    after = every[number + 1 : number + 2]
    if after and after[0].text[0].islower():
        return False  # a hard-wrapped sentence goes on
    return any(later.ends_sentence for later in every[number + 1 :])


def _label(line: Line, every: list[Line], number: int) -> bool:
    """Whether a section's name stands before the headline proper."""
    after = every[number + 1] if number + 1 < len(every) else None
    short = len(line.text.split()) <= 3 and len(line.text) < 40
    if not short or after is None or _kind(after, header=True, tail=False):
        return False
    return not after.ends_sentence and len(after.text) > len(line.text)


def _repeated(every: list[Line]) -> dict[int, MaskKind]:
    """Lines that stand again: a whole body given twice, or a pull quote before the body."""
    first: dict[str, int] = {}
    again: dict[int, int] = {}
    for number, line in enumerate(every):
        key = " ".join(line.text.split())
        if key in first:
            again[number] = first[key]
        elif len(key) >= 40:
            first[key] = number
    found: dict[int, MaskKind] = {}
    size = sum(len(every[n].text) for n in again)
    total = sum(len(line.text) for line in every) or 1
    if len(again) >= 3 and size >= 0.25 * total:
        start = min(again)
        for number in range(start, len(every)):
            if number in again:
                found[number] = "repeated-body"
        return found
    for number, line in enumerate(every[:8]):
        if len(line.text) < 40 or number in again:
            continue
        # A pull quote may name the speaker where the body has a pronoun: its first word may differ.
        core = line.text.partition(" ")[2]
        later = len(core) >= 40 and any(core in other.text for other in every[number + 1 :])
        if later and number < 4:
            found[number] = "pull-quote"
    return found


def _paragraphs(text: str, rest: list[Line]) -> list[Paragraph]:
    """Paragraphs: a line each, hard-wrapped lines joined where nothing but white space is between."""
    found: list[Paragraph] = []
    width = _wrapped(rest)
    previous: Line | None = None
    for line in rest:
        joined = (
            previous is not None
            and not line.gap
            and not text[previous.end : line.start].strip()
            and (
                len(previous.text) >= _FULL * width
                if width and previous.ends_sentence
                else not previous.ends_sentence and (line.text[0].islower() or width > 0)
            )
        )
        if joined:
            found[-1] = Paragraph(found[-1].start, line.end)
        else:
            found.append(Paragraph(line.start, line.end))
        previous = line
    return found


# A wrapped text has at least so many lines, most of them this long (code points): columns of print
# and of mail. A line of this share of the width is full, so that its paragraph may go on; a shorter one
# inside a sentence is long enough (a long word was carried over), which headlines seldom are.
_LINES, _NARROW, _WIDE, _FULL, _LONG = 8, 38, 100, 0.85, 0.7


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line of a hard-wrapped text goes on with the sentence of the one before."""
    long = len(before.text) >= _LONG * width
    return width > 0 and not line.gap and long and not before.ends_sentence


def _wrapped(rest: list[Line]) -> int:
    """The width of a hard-wrapped text's lines; 0 when lines are paragraphs."""
    if len(rest) < _LINES:
        return 0
    lengths = sorted(len(x.text) for x in rest)
    width = lengths[int(0.8 * len(lengths))]
    broken = sum(_NARROW <= len(x.text) <= _WIDE and not x.ends_sentence for x in rest)
    return width if broken > len(rest) / 2 and width <= _WIDE else 0


def _warnings(document: Document) -> list[Warning_]:
    found = []
    masks = document.get(MASKS)
    twice = [(m.start, m.end) for m in masks if m.kind == "repeated-body"]
    if twice:
        message = "the body is given twice; the second copy is not read"
        found.append(
            Warning_(code="repeated-body", message=message, evidence=evidence(document, *twice))
        )
    furniture = [
        (m.start, m.end)
        for m in masks
        if m.kind in ("widget", "share", "comment-form", "disclaimer", "copyright")
    ]
    if furniture:
        message = "the page's furniture stands in the text; it is not read"
        found.append(
            Warning_(code="boilerplate", message=message, evidence=evidence(document, *furniture))
        )
    glued = [
        (p.start + m.start(), p.start + m.end() + 1)
        for p in document.get(PARAGRAPHS)
        for m in _GLUED.finditer(document.text[p.start : p.end])
    ]
    if len(glued) >= 2:
        message = f"{len(glued)} sentences follow one another without a space"
        found.append(
            Warning_(code="run-on-sentences", message=message, evidence=evidence(document, *glued))
        )
    return found
