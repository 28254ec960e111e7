"""The lexicon of titles: words by which texts name offices, with the office that each means."""

from __future__ import annotations

import functools

from verbale.data.gazetteer import TOKEN
from verbale.data.states import _rows

__all__ = ["longest_title", "office_of", "plural_title", "titles"]


@functools.cache
def _titles() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in _rows("titles.tsv"):
        words = tuple(t.group() for t in TOKEN.finditer(row[0]))
        out.setdefault(words[0], []).append((words, row[1] if len(row) > 1 else ""))
    for entries in out.values():
        entries.sort(key=lambda e: -len(e[0]))
    return out


def titles() -> list[str]:
    """Every title, in lower case."""
    return [" ".join(words) for entries in _titles().values() for words, _ in entries]


def longest_title(words: list[str], i: int) -> tuple[int, str] | None:
    """Length in tokens and office of the longest title that begins at a lower-case token."""
    for title, office in _titles().get(words[i], ()):
        if tuple(words[i : i + len(title)]) == title:
            return len(title), office
    return None


def plural_title(words: list[str], i: int) -> tuple[int, str] | None:
    """Length and office of a title in the plural that ends in its plural word: "foreign ministers"."""
    # Most words neither open a title nor are in the plural.
    opens = words[i] in _titles()
    if not opens and not words[i].endswith("s"):
        return None
    for n in range(1, 5 if opens else 2):
        if i + n > len(words) or not words[i + n - 1].endswith("s"):
            continue
        last = words[i + n - 1]
        one = last[:-3] + "y" if last.endswith("ies") else last[:-1]
        got = longest_title([*words[i : i + n - 1], one], 0)
        if got and got[0] == n and longest_title(words[i : i + n], 0) is None:
            return got
    return None


@functools.cache
def office_of(title: str) -> str:
    """The office that a title as written means; the last that it names, or ""."""
    words = [t.group().lower() for t in TOKEN.finditer(title)]
    office, i = "", 0
    while i < len(words):
        found = longest_title(words, i)
        if found is None:
            i += 1
            continue
        office = found[1] or office
        i += found[0]
    return office
