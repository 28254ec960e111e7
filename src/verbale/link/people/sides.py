"""Whose publisher tells the text, and which states the text is between."""

from __future__ import annotations

import collections
import re

from verbale.data import gazetteer
from verbale.document import Document
from verbale.layers import ACTORS, GENRE, HEADER, NAMED, Side
from verbale.records import Actor

__all__ = ["parties", "side", "speaking_state"]

# Publishers that speak for a state, by words in their name or their address; the first that fits.
# Private newspapers are not here: they tell for themselves.
_PUBLISHERS: tuple[tuple[str, str], ...] = (
    ("armenpress", "ARM"),
    ("auswärtiges amt", "DEU"),
    ("auswaertiges-amt.de", "DEU"),
    ("azertac", "AZE"),
    ("belta", "BLR"),
    ("bundesregierung", "DEU"),
    ("cgtn", "CHN"),
    ("china daily", "CHN"),
    ("china.org.cn", "CHN"),
    ("chinadaily", "CHN"),
    ("diplomatie.gouv.fr", "FRA"),
    ("elysee", "FRA"),
    ("élysée", "FRA"),
    ("european commission", "EUU"),
    ("european council", "EUU"),
    ("europa.eu", "EUU"),
    ("fmprc.gov.cn", "CHN"),
    ("global times", "CHN"),
    ("gov.cn", "CHN"),
    ("gov.uk", "GBR"),
    ("downing street", "GBR"),
    ("kremlin", "RUS"),
    ("mea.gov.in", "IND"),
    ("mfa.gov.cn", "CHN"),
    ("mfa.gov.ua", "UKR"),
    ("mid.ru", "RUS"),
    ("mofa.go.jp", "JPN"),
    ("mofa.go.kr", "KOR"),
    ("pib.gov.in", "IND"),
    ("people's daily", "CHN"),
    ("president of ukraine", "UKR"),
    ("president.gov.ua", "UKR"),
    ("ria novosti", "RUS"),
    ("sputnik", "RUS"),
    ("state department", "USA"),
    ("state.gov", "USA"),
    ("tass", "RUS"),
    ("tcbb.gov.tr", "TUR"),
    ("department of state", "USA"),
    ("white house", "USA"),
    ("whitehouse", "USA"),
    ("xinhua", "CHN"),
    ("yonhap", "KOR"),
)
_OFFICIAL = (
    "ministry",
    "mfa",
    "government",
    "embassy",
    "president",
    "prime minister",
    "chancellery",
    "department",
    "mission",
    "council of ministers",
    "office of",
)


def side(document: Document) -> Side:
    """The state whose publisher tells the text, or None, by a table and by official names."""
    source = document.source
    publisher = source.publisher
    if publisher is None and document.has(HEADER) and document.get(HEADER):
        span = document.get(HEADER)[0].publisher
        publisher = document.quote(span) if span else None
    for given in (publisher, source.url):
        said = (given or "").lower().replace("’", "'")
        for words, state in _PUBLISHERS:
            if words in said:
                return Side(state, publisher)
    if publisher:
        states = {m.id for m in gazetteer.current().find(publisher) if ":" not in m.id}
        if len(states) == 1 and any(w in publisher.lower() for w in _OFFICIAL):
            return Side(states.pop(), publisher)
    return Side(None, publisher)


_OWN_VOICE = frozenset({"speech", "statement"})
# Behind these words a title names who is spoken to or about.
_OTHERS = re.compile(r"\b(?:to|on|with|about|against|regarding|following|for|in)\b")
_BEHALF = re.compile(
    r"\b(?:on behalf of|[Mm]y (?:country|delegation|Government),)\s+(?:the\s+)?(?:(?:Government|people|delegation)\s+(?:and\s+\w+\s+)?of\s+)?(?:the\s+)?"
)


def speaking_state(document: Document) -> str | None:
    """The state whose own text a speech or statement is, where its publisher is none: by its title,
    else by "on behalf of the Government of" in the text.
    """
    if not document.has(GENRE) or document.get(GENRE)[0].code not in _OWN_VOICE:
        return None
    names = gazetteer.current()
    title = document.source.title or ""
    code = re.match(r"\W*([A-Z]{3})\b", title)
    if code and code[1] in names.states:
        return code[1]
    said = title[: m.start()] if (m := _OTHERS.search(title)) else title
    for match in names.find(said):
        if ":" not in match.id:
            return match.id
    for behalf in _BEHALF.finditer(document.text):
        for match in names.find(document.text[behalf.end() : behalf.end() + 60])[:1]:
            if match.start == 0 and ":" not in match.id:
                return match.id
    return None


def parties(document: Document, own: str | None) -> tuple[Actor, ...]:
    """The states that a text is between: the publisher's own and the one most spoken of beside it.

    A name counts one, an office or person of a state two; what stands in the first 300 characters
    or the title counts three times over, because reports open with their parties.
    """
    names = gazetteer.current()
    weight: collections.Counter[str] = collections.Counter()
    for named in document.get(NAMED):
        code = named.id if ":" not in named.id else ""
        if code and named.use != "capital":
            weight[code] += 3 if named.start < 300 else 1
    for mention in document.get(ACTORS):
        for actor in mention.actors:
            if actor.kind == "person" and actor.state:
                weight[actor.state] += 6 if mention.start < 300 else 2
    for match in names.find(document.source.title or ""):
        if ":" not in match.id:
            weight[match.id] += 4
    if own:
        weight[own] += 4
    ranked = sorted(weight, key=lambda c: (-weight[c], c))
    first = [own] if own and own in ranked[:3] else ranked[:1]
    rest = [c for c in ranked if c not in first]
    chosen = [*first, *rest[: 2 - len(first)]] if first else []
    return tuple(names.actor(c) for c in chosen)
