"""Quotations: what stands within double quotation marks. Apostrophes never open one."""

from __future__ import annotations

from verbale.layers import Quote

__all__ = ["quotes"]

_CLOSE = {"“": "”", "«": "»", "„": "“", '"': '"'}


def quotes(text: str, start: int, end: int) -> list[Quote]:
    """Quotations of a paragraph, marks excluded; nested marks of one kind are balanced.

    A mark that nothing closes quotes to the paragraph's end: so long quotations are set, with an
    opening mark at each paragraph.
    """
    found: list[Quote] = []
    at = start
    while at < end:
        close = _CLOSE.get(text[at])
        if close is None:
            at += 1
            continue
        opening, depth, stop = text[at], 1, at + 1
        while stop < end:
            if text[stop] == close:
                depth -= 1
                if depth == 0:
                    break
            elif text[stop] == opening:
                depth += 1
            stop += 1
        if stop > at + 1 and text[at + 1 : stop].strip():
            found.append(Quote(at + 1, stop))
        at = stop + 1
    return found
