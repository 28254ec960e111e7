"""Quotations: what stands within double quotation marks, or within single ones as speech.

Single marks are apostrophes as well, so they quote only where a stop or a comma stands before the
one that closes: ‘It is late,’ he said.
"""

from __future__ import annotations

import re

from verbale.layers import Quote

__all__ = ["quotes"]

_CLOSE = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_MARK = re.compile("|".join(_CLOSE))
# What may stand before a straight mark that opens, and behind one that closes.
_BEFORE = frozenset(" \t\n\u00a0([{—–-/:“«")
_BEHIND = frozenset(" \t\n\u00a0)]}—–-/.,;:!?…”»")


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """Quotations of a paragraph, marks excluded; nested marks of one kind are balanced.

    A mark that nothing closes quotes to the paragraph's end: so long quotations are set, with an
    opening mark at each paragraph. A straight mark opens or closes by what stands beside it.
    """
    found: list[Quote] = []
    at = start
    while mark := _MARK.search(text, at, end):
        at = mark.start()
        close = _CLOSE[mark[0]]
        if mark[0] in _SINGLE:
            stop = _spoken(text, at, start, end)
            found += [Quote(at + 1, stop)] if stop else []
            at = stop + 1 if stop else at + 1
            continue
        if close == '"' and _closes(text, at, start, end):
            at += 1
            continue
        stop = _straight(text, at, start, end) if close == '"' else _paired(text, at, end)
        if stop > at + 1 and text[at + 1 : stop].strip():
            found.append(Quote(at + 1, stop))
        at = stop + 1
    return found


def _spoken(text: str, at: int, start: int, end: int) -> int | None:
    """Where the single mark that closes the speech opened at a position stands."""
    before = at == start or text[at - 1] in _BEFORE
    if not before or at + 1 >= end or not (text[at + 1].isupper() or text[at + 1] == "…"):
        return None
    close = _CLOSE[text[at]]
    for stop in range(at + 2, end):
        if text[stop] == close and text[stop - 1] in ".,!?…":
            return stop if stop + 1 >= end or text[stop + 1] in _BEHIND else None
        if text[stop] in '“”"\n':
            return None
    return None


def _paired(text: str, at: int, end: int) -> int:
    """Where the mark that closes the one at a position stands, nested ones balanced; else the end."""
    opening, close, depth = text[at], _CLOSE[text[at]], 1
    for stop in range(at + 1, end):
        if text[stop] == close:
            depth -= 1
            if depth == 0:
                return stop
        elif text[stop] == opening:
            depth += 1
    return end


def _straight(text: str, at: int, start: int, end: int) -> int:
    """The same of straight marks: the one that balances, else the next one, else the end."""
    depth, following = 1, end
    for stop in range(at + 1, end):
        if text[stop] != '"':
            continue
        following = min(following, stop)
        depth += 1 if _opens(text, stop, start, end) else -1
        if depth == 0:
            return stop
    return following


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark surely opens: a blank or a bracket before it and none behind."""
    before = at == start or text[at - 1] in _BEFORE
    return before and at + 1 < end and text[at + 1] not in _BEHIND


def _closes(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark surely closes: nothing blank before it and a blank or a stop behind."""
    before = at > start and text[at - 1] not in _BEFORE
    return before and (at + 1 >= end or text[at + 1] in _BEHIND)
