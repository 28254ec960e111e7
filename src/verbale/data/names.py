"""Names of persons: keys under which spellings of one name meet, and ids made of names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["FAMILY_FIRST", "key", "slug", "surname", "words_of"]

# States in whose languages the family name usually comes first; names of Japanese and Hungarians
# stand in either order in English, so both ends are tried for them.
FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "MAC", "PRK", "TWN"})
# Vietnamese are called by the given name, the last.
EITHER_ORDER = frozenset({"HUN", "JPN", "VNM"})

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_UMLAUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "đ": "d"})

# Given names that English texts write in several ways, one spelling each.
_GIVEN = {
    "alexandr": "alexander",
    "aleksandr": "alexander",
    "andrei": "andrey",
    "andrii": "andriy",
    "anthony": "antony",
    "denis": "denys",
    "dmitri": "dmitry",
    "dmitriy": "dmitry",
    "dmytro": "dmytro",
    "joseph": "joe",
    "michael": "mike",
    "mohamed": "mohammed",
    "mohammad": "mohammed",
    "muhammad": "mohammed",
    "oleksiy": "oleksii",
    "sergei": "sergey",
    "sergiy": "serhiy",
    "serhii": "serhiy",
    "vassily": "vasily",
    "william": "bill",
    "yuri": "yury",
    "yuriy": "yury",
}


def _plain(text: str) -> str:
    if text.isascii():
        return text
    flat = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in flat if not unicodedata.combining(c))


def words_of(name: str) -> list[str]:
    """The words of a name, without marks, in lower case."""
    return re.findall(r"[^\W_]+", _plain(name).lower())


def slug(name: str, state: str | None = None) -> str:
    """The id's part of a name in the given order: "Wang Yi" → "wang-yi".

    German umlauts become two letters in names of Germans and Austrians, as their passports do.
    """
    if state in {"AUT", "DEU"}:
        name = name.translate(_UMLAUT)
    words = words_of(name)
    full = [w for w in words if len(w) > 1] if len(words) > 2 else words
    return "-".join(full or words)


def _same_sound(word: str) -> str:
    for end in ("yy", "yi", "iy", "ii", "ij"):
        if len(word) > 4 and word.endswith(end):
            return word[:-2] + "y"
    return word


@lru_cache(maxsize=20_000)
def key(name: str) -> tuple[str, ...]:
    """What spellings of one name share: no initials, no "Jr.", one spelling of given names."""
    words = [w for w in words_of(name) if len(w) > 1 and w not in _SUFFIXES]
    if words:
        words[0] = _GIVEN.get(words[0], words[0])
    return tuple(_same_sound(w) for w in words)


def surname(name: str, state: str | None = None) -> tuple[str, ...]:
    """Words by which a person is named alone; the likelier first."""
    words = list(key(name))
    if not words:
        return ()
    if state in FAMILY_FIRST:
        return (words[0],)
    if state in EITHER_ORDER:
        return tuple(dict.fromkeys((words[-1], words[0])))
    return (words[-1],)
