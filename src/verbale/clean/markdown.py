"""Markdown: its marks are hidden where they stand, so that every offset holds.

Hidden are front matter, emphasis, the addresses of links, images, footnote numbers, marks of lists,
headings and quoted blocks, rules, table bars, tags and escapes. The words of a link, a cell or a
quoted block stay. A mark that nothing closes is a sign of the text, and stays too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.document import Document, Span
from verbale.sources.markdown import FRONT, TYPE

__all__ = ["annotate"]

# Where a line begins: "> - ", "1. ", "## ", "- [x] ".
_OPENING = re.compile(
    r"^[ \t]*(?:(?:>|(?:[-*+]|\d{1,3}[.)]|#{1,6}|\[[ xX]\])(?=[ \t]))[ \t]*)+", re.MULTILINE
)
# Lines of nothing but marks: rules, the underlines of headings, fences, the line below a table's head.
_RULE = re.compile(
    r"^[ \t]*(?:(?:[-*_][ \t]*){3,}|={2,}|-{2,}|(?:`{3,}|~{3,})[\w+-]{0,30}"
    r"|[|: \t-]*-[|: \t-]*\|[|: \t-]*)[ \t]*(?=\r?$)",
    re.MULTILINE,
)
_ROW = re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*(?=\r?$)", re.MULTILINE)
_ADDRESS = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,300}}\](?:{_ADDRESS}|\[[^\[\]\n]{{0,100}}\])")
_LINK = re.compile(rf"\[(?P<words>[^\[\]\n]{{1,500}})\]{_ADDRESS}")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<label>[^\[\]\n]{1,100})\]:(?:(?<=\]:)[ \t]+<?\w[^\n]*)", re.MULTILINE
)
_REFERENCE = re.compile(r"\[(?P<words>[^\[\]\n]{1,500})\](?:\[(?P<label>[^\[\]\n]{0,100})\])?")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]:?")
_TAG = re.compile(
    r"<(?:https?://|mailto:)[^<>\s]{1,500}>|</?[a-zA-Z][a-zA-Z0-9]{0,15}[ ]?/?>|<!--.{0,500}?-->"
)
_CODE = re.compile(r"(?<![`\\])`(?P<words>[^`\n]{1,500})`(?!`)")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_RUN = re.compile(r"(?<!\\)(?:\*{1,3}|_{1,3}|~~)")
_BREAK = re.compile(r"\n[ \t]*\r?\n")


def annotate(document: Document) -> None:
    """Hide the marks of a document that is Markdown by its name or by what a server says."""
    if document.source.media_type != TYPE:
        return
    labels = {m["label"].lower() for m in _DEFINITION.finditer(document.text)}
    front = FRONT.match(document.text)
    if front:
        document.hide([Span(0, front.end())])
    # An image may stand in a link, a link in emphasis: each sees what the one before left.
    document.hide(_whole(_IMAGE, document.text))
    document.hide(_around(_LINK, document.text))
    document.hide(_whole(_NOTE, document.text))
    document.hide(_whole(_DEFINITION, document.text))
    document.hide(_references(document.text, labels))
    for pattern in (_TAG, _RULE, _OPENING):
        document.hide(_whole(pattern, document.text))
    document.hide(_bars(document.text))
    document.hide(_emphasis(document.text, document.given))
    document.hide(_around(_CODE, document.text))
    document.hide(_whole(_ESCAPE, document.text))


def _whole(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end()) for m in pattern.finditer(text) if m.group())


def _around(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """What a match has before its words and behind them."""
    for match in pattern.finditer(text):
        yield from _beside(match)


def _beside(match: re.Match[str]) -> tuple[Span, Span]:
    return Span(match.start(), match.start("words")), Span(match.end("words"), match.end())


def _references(text: str, labels: set[str]) -> Iterator[Span]:
    """Links whose address stands elsewhere; brackets without one are the text's own."""
    for match in _REFERENCE.finditer(text):
        if (match["label"] or match["words"]).lower() in labels:
            yield from _beside(match)


def _bars(text: str) -> Iterator[Span]:
    """The bars of a table's rows."""
    for row in _ROW.finditer(text):
        for bar in re.finditer(r"(?<!\\)\|", row.group()):
            yield Span(row.start() + bar.start(), row.start() + bar.end())


def _emphasis(text: str, given: str) -> Iterator[Span]:
    """Stars, underscores and tildes that open before a word and close behind one, in one paragraph.

    What stands beside them is looked up in the given text: it may be hidden by now.
    """
    breaks = [*(m.start() for m in _BREAK.finditer(text)), len(text)]
    at = 0
    open_: dict[str, list[tuple[int, int]]] = {}
    for run in _RUN.finditer(text):
        while run.start() > breaks[at]:
            at += 1
            open_.clear()
        waiting = open_.setdefault(run.group()[0], [])
        start, end = run.span()
        if _closes(given, start, end):
            while waiting and start < end:
                opened, stop = waiting.pop()
                size = min(stop - opened, end - start)
                yield from (Span(stop - size, stop), Span(start, start + size))
                start += size
                if opened < stop - size:
                    waiting.append((opened, stop - size))
        if start < end and _opens(given, start, end):
            waiting.append((start, end))


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a word begins behind; underscores inside a word are part of it."""
    inside = text[start] == "_" and start > 0 and text[start - 1].isalnum()
    return end < len(text) and not text[end].isspace() and not inside


def _closes(text: str, start: int, end: int) -> bool:
    inside = text[start] == "_" and end < len(text) and text[end].isalnum()
    return start > 0 and not text[start - 1].isspace() and not inside
