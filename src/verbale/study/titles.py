"""What a title says: the sort of instrument, and the words that tell it from others of its sort."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from verbale.data import gazetteer
from verbale.data.states import states

__all__ = ["Title", "label", "title"]

# Words of a title that say what sort of instrument it is; sorts within which names are compared.
_SORTS = {
    "treaty": "accord act agreement arrangement compact contract convention covenant deal pact treaty",
    "text": "communique declaration proclamation statement",
    "charter": "charter statute",
    "memorandum": "memorandum memoranda mou understanding",
    "protocol": "protocol",
}
_SORT_OF = {word: sort for sort, words in _SORTS.items() for word in words.split()}
# Words that carry no name, and those that any instrument may have before it.
_STOP = frozenset(
    "a an and as at between by entering for from her his in into its of on or our the their this to with".split()
)
_ANY = frozenset(
    "bilateral draft final first historic international intergovernmental joint landmark new recent three"
    " trilateral tripartite two".split()
)
# How a state is called in full, besides its own words.
_STATES = frozenset(
    "federation government kingdom people republic side sino soviet state united".split()
)
# What is said in praise of a relationship, or of its newness, and is no part of its name.
_PRAISE = frozenset(
    "close enduring great important ironclad new our robust strong stronger traditional unbreakable vital".split()
)
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_UN = re.compile(r"\bUnited Nations\b|\bU\.N\.", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Title:
    """The sort ("" where no word tells it) and the words of a name, folded and sorted.

    `plain` has all words where none of them tells the name from others of its sort.
    """

    sort: str
    words: tuple[str, ...]
    plain: tuple[str, ...] = ()


def title(name: str, parties: Iterable[str]) -> Title:
    """The title of an instrument of these parties (alpha-3)."""
    calling = _calling(tuple(sorted({*parties, *named_in(name)})))
    words = [w for w in folded(name) if w not in calling]
    sorts = [_SORT_OF[w] for w in words if w in _SORT_OF]
    kept = {w for w in words if w not in _SORT_OF and w not in _ANY}
    if kept == {"start"} and "new" in words:
        kept.add("new")  # "a new treaty" is any, "New START" is none but itself
    plain = () if kept else tuple(sorted(set(words)))
    return Title(sorts[0] if sorts else "", tuple(sorted(kept)), plain)


@functools.lru_cache(maxsize=4096)
def named_in(name: str) -> tuple[str, ...]:
    """The states that a name names where it names two or more of them (alpha-3), sorted."""
    found = {m.id for m in gazetteer.current().find(name) if not m.id.startswith("org:")}
    return tuple(sorted(found)) if len(found) > 1 else ()


def label(name: str, parties: Iterable[str]) -> Title:
    """The title of a relationship between these parties (alpha-3)."""
    gone = _PRAISE | _calling(tuple(sorted(parties)))
    return Title("", tuple(sorted({w for w in folded(name) if w not in gone})))


def folded(name: str) -> list[str]:
    """The words of a name in order, but for those that carry none: lower case, spellings as one.

    What is in brackets is left out.
    """
    plain = unicodedata.normalize("NFKD", _ASIDE.sub(" ", name)).encode("ascii", "ignore").decode()
    plain = _UN.sub("UN", plain)
    joined = _INITIALS.sub(lambda m: m.group().replace(".", ""), plain.replace("’", "'"))
    words = (w.lower() for w in _WORD.findall(joined.replace("'s", "")))
    return [_fold(w) for w in words if w not in _STOP]


def _fold(word: str) -> str:
    if len(word) > 4:
        word = word.replace("our", "or").replace("isation", "ization")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if len(word) > 3 else word


@functools.lru_cache(maxsize=1024)
def _calling(parties: tuple[str, ...]) -> frozenset[str]:
    """Words by which a text calls these states, where they are two or more."""
    named = [s for c in parties if (s := states().get(c))]
    if len(parties) < 2:
        return frozenset()
    every = [folded(n) for s in named for n in (s.name, *s.adjectives, *s.peoples)]
    # Of the other names only single words: "the Department of Defense" is no defence treaty's.
    every += [f for s in named for n in s.aliases if len(f := folded(n)) == 1]
    return _STATES.union(*every)
