"""Finding the labels of relations: "comprehensive strategic partnership", "alliance", "no limits"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Label", "labels", "same_label"]

# Grades that a label is built of. At least one of _GRADES makes a partnership a label: a "global
# partnership for development" or a "close partnership" is none; the others only go with it.
_GRADES = r"all-weather|comprehensive|constructive|cooperative|privileged|special|strategic"
_WITH = (
    r"all-round|bilateral|deepened|dynamic|especially|enhanced|equal|future-oriented|global"
    r"|indestructible|interlocking|iron-?clad|mutually beneficial|new-type|particularly|trilateral"
)
_GRADE = rf"(?:{_GRADES}|{_WITH})"
_AND = r"(?:\s*,\s+|\s+and\s+|\s+)"
_BONDS = r"(?:alliance|cooperation|coordination|friendship|interaction|partnership|relationship)"
# What follows the head: the kind of bond, the era, the aims that a full title lists.
_TAIL = (
    r"(?:\s+of\s+(?:cooperation|coordination|interaction|mutual trust)"
    rf"|\s+and\s+(?:(?:{_GRADES})\s+)*{_BONDS}\b(?!\s+(?:in|on)\b)"
    r"|,?\s+(?:entering|for|in)\s+(?:a|the)\s+new\s+era"
    r"|\s+(?:for|in)\s+the\s+(?:21st|twenty-first)\s+century)*"
)
_PARTNERSHIP = re.compile(
    rf"\b(?:{_GRADE}{_AND}){{0,6}}\b(?:{_GRADES})\s+(?:(?:{_GRADE}){_AND}){{0,6}}partnership\b{_TAIL}",
    re.IGNORECASE,
)
_ALLIANCE = re.compile(
    rf"\b(?:(?:{_GRADE}|defen[cs]e|military|security|treaty){_AND}){{0,6}}alliances?\b{_TAIL}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\bno[- ]limits?\s+(?:cooperation|friendship|partnership)\b|\b(?:friendship|partnership) (?:with no|without) limits\b"
    r"|(?<=\bpartnership has )no limits\b|(?<=\bfriendship has )no limits\b|(?<=\bcooperation has )no limits\b"
    r"|\bspecial relationship\b|\bstrategic mutually beneficial relationship\b"
    r"|\bmutually beneficial strategic relationship\b|\brelations? of alliance\b|\ballied (?:interaction|level|relations)\b",
    re.IGNORECASE,
)
# Right before or behind the words, they are something else: a body, an instrument, another's bloc.
_NOT_BEFORE = re.compile(
    r"(?:\b(?:Atlantic|BRICS|EU|G7|NATO|NATO’s|NATO's|Western|[Aa]nti-\w+|\w+ism|energy|climate|technology|economic|and technology|opposition|ruling)\s+|-|\b(?:[Dd]eclaration|[Aa]greement|[Tt]reaty|Charter|Commission|Council|Statement)\s+(?:for|of|on)\s+)$"
)
_NOT_BEHIND = re.compile(
    r"\s+(?:Act|Agreement|Association|Charter|Commission|Committee|Council|Dialogue|Forum|Framework|Treaty|agreement|charter|pact|treaty|for Global|for Democratic)\b"
    r"|[’']s\b(?=\s+(?:charter|enlargement|expansion|members|so-called))"
)
_DENIED = re.compile(
    r"\b(?:over|rather than|instead of|without|neither|nor|non|no|not|never|n[’']t)[\s-]+(?:(?:a|an|any|become|be|form|forming|of|political|or)[\s-]+){0,4}$",
    re.IGNORECASE,
)
# Who joins or belongs to an alliance tells of a bloc.
_JOINED = re.compile(
    r"\b(?:acced\w+ to|accession to|admission (?:in)?to|admitted to|enter\w*|join\w*|leav(?:e|es|ing)|left"
    r"|member(?:s|ship)? (?:in|of)|quit\w*)\s+(?:(?:an?|the|this|that|their|our)\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
# What may come of something is no label yet: "could lead to a strategic alliance".
_MIGHT = re.compile(r"\b(?:could|may|might)\s[^.;,]{0,40}\ban?\s+(?:\w+\s+){0,2}$")
# Two states before a label, or one region that stands for a bond: "X-Y alliance".
_PAIR = re.compile(r"(?:\b[A-Z][\w.]*(?:\s*[-–]\s*[A-Z][\w.]*)+\s+|\b[Tt]rans-?[Aa]tlantic\s+)$")
_BETWEEN = re.compile(r"\s+(?:between|with)\s+(?:our\s+|the\s+)?[A-Z]")
_ANY = re.compile(r"\b(?:an?|any|every|new)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OWN = re.compile(r"\b(?:our|their)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as written, white space evened, and its span with the states before it, in the text that was searched.

    `pair`: two states stand before it, or it is owned by the sides ("our alliance"). `any`: one of
    several that there may be ("a new alliance").
    """

    name: str
    start: int
    end: int
    pair: bool
    any: bool


def labels(text: str) -> Iterator[Label]:
    """The labels of a sentence, in text order, those that are denied or name a body left out."""
    taken = 0
    found = sorted(
        (m for p in (_PARTNERSHIP, _ALLIANCE, _OTHERS) for m in p.finditer(text)),
        key=lambda m: (m.start(), -m.end()),
    )
    for match in found:
        start, end = match.start(), match.end()
        before = text[:start]
        if start < taken or _NOT_BEFORE.search(before) or _DENIED.search(before):
            continue
        if _NOT_BEHIND.match(text, end) or _MIGHT.search(before):
            continue
        if match.re is _ALLIANCE and _JOINED.search(before):
            continue
        pair = _PAIR.search(before)
        if match.group().lower().endswith("alliances") and not pair:
            continue  # "old alliances" of anybody
        taken = end
        # The states are parties, not part of the label; a region that stands for a bond is.
        region = pair is not None and pair.group().lower().startswith("trans")
        name = " ".join(text[pair.start() if pair and region else start : end].split())
        at = pair.start() if pair else start
        two = pair or _OWN.search(before) or _BETWEEN.match(text, end)
        yield Label(name, at, end, bool(two), bool(_ANY.search(before)))


_LINKS = frozenset(
    ("a", "an", "and", "especially", "for", "in", "new", "of", "particularly", "the")
)


def _core(name: str) -> list[str]:
    """A label's words without states and linking words."""
    plain = re.sub(r"^[A-Z][\w.]*(?:\s*[-–]\s*[A-Z][\w.]*)+\s+", "", name)
    return [w for w in re.findall(r"[\w-]+", plain.lower()) if w not in _LINKS]


def same_label(one: str, two: str) -> bool:
    """Whether one label is a short form of the other: the words that end it, or begin it.

    "Strategic partnership" takes up "comprehensive strategic partnership"; "comprehensive
    partnership" is another grade.
    """
    a, b = sorted((_core(one), _core(two)), key=len)
    return bool(a) and (b[-len(a) :] == a or b[: len(a)] == a)
