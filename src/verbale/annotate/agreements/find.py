"""The instruments that a sentence names: names of all kinds, trimmed and widened by its syntax."""

from __future__ import annotations

import re
from dataclasses import replace

from verbale.annotate.agreements.names import Named, even, proper
from verbale.annotate.agreements.plain import plain
from verbale.data import gazetteer, places
from verbale.document import Document
from verbale.layers import TIMES, Sentence

__all__ = ["named"]


def named(document: Document, sentence: Sentence, text: str) -> list[Named]:
    """The instruments of a sentence, in text order, none inside another."""
    found: list[Named] = []
    plainly = [_by_syntax(sentence, text, p) for p in plain(text)]
    own = [p for p in proper(text) if not any(_goes_on(text, p, q) for q in plainly)]
    for item in (*own, *plainly):
        # A short name in brackets behind a full one is no instrument of its own.
        if _modifies(sentence, item):
            continue
        if not any(f.start < item.end and item.start < _behind(text, f) for f in found):
            found.append(item)
    whole = (_untimed(document, sentence, f) for f in sorted(found, key=lambda f: f.start))
    return [_unfinished(_unplaced(f)) for f in whole]


def _goes_on(text: str, item: Named, wider: Named) -> bool:
    """Whether a name goes on with its parties: "the trade agreement | between X and Y"."""
    inside = wider.start <= item.start and item.end < wider.end
    return inside and text.startswith(" between ", item.end)


# Talks on an instrument tell of it; a "ceasefire line" does not.
_TALKS = frozenset(("negotiation", "talk"))


def _modifies(sentence: Sentence, item: Named) -> bool:
    """Whether a name of plain words only modifies the noun behind it: "ceasefire monitoring centre"."""
    last = re.search(r"[a-z]\w*$", item.given or item.name)
    at = sentence.word_at(sentence.start + item.end - len(last.group())) if last else None
    if at is None or at + 1 >= len(sentence.words):
        return False
    word, behind = sentence.words[at], sentence.words[at + 1]
    sure = not item.plain and not (last and last.group() in ("ceasefire", "truce"))
    noun = sentence.words[word.head] if word.head > at else None
    if sure or word.deprel != "compound" or noun is None or noun.lemma in _TALKS:
        return False
    return behind.upos in ("NOUN", "VERB") and behind.start <= word.end + 1


def _behind(text: str, item: Named) -> int:
    match = re.match(r"\s*\([^)]{2,50}\)", text[item.end :]) if item.alias else None
    return item.end + match.end() if match else item.end


def _by_syntax(sentence: Sentence, text: str, item: Named) -> Named:
    """A plain name with the nouns before it, and without a clause that its tail runs into."""
    base = sentence.start
    start, end = item.start, item.end
    at = sentence.word_at(base + start)
    if at is not None:
        while at > 0 and sentence.words[at - 1].deprel == "compound" and _joined(sentence, at - 1):
            at -= 1
            start = sentence.words[at].start - base
        # A pair of states is one word to the reader of names: "Xian-Yan".
        pair = re.search(r"[\w–-]+$", text[:start])
        start = pair.start() if pair else start
    for word in sentence.words:
        if start < word.start - base < end and _opens_a_clause(sentence, word.start):
            # A comma before the verb parts its subject from the name.
            comma = text.rfind(",", start, word.start - base)
            end = comma if comma > 0 else word.start - base
            break
    given = text[start:end].rstrip()
    return replace(item, name=even(given), start=start, end=start + len(given), given=given)


def _joined(sentence: Sentence, index: int) -> bool:
    """Whether a compound noun stands right before the words that it belongs to."""
    word = sentence.words[index]
    return word.upos in ("NOUN", "PROPN") and 0 < word.head - index <= 3


# Verbs inside a name: "an agreement on ending …", "the measures agreed in …".
_INSIDE = frozenset(("acl", "advcl", "amod", "case", "compound", "xcomp"))


def _opens_a_clause(sentence: Sentence, start: int) -> bool:
    at = sentence.word_at(start)
    if at is None:
        return False
    word = sentence.words[at]
    return word.upos in ("AUX", "VERB") and not word.text.endswith("ing") and word.deprel not in _INSIDE  # fmt: skip


def _untimed(document: Document, sentence: Sentence, item: Named) -> Named:
    """A name without the time that follows it."""
    head = item.start + len(item.name.split()[0])
    for time in document.get(TIMES):
        at = time.start - sentence.start
        if not head < at < item.end or time.type != "DATE":
            continue
        behind = document.text[time.end : sentence.start + item.end]
        if time.end - time.start == len("2020") and re.match(r"\s+\w", behind):
            continue  # "of the 2005 summit"
        given = item.given[: at - item.start]
        given = re.sub(r"(?:\s+(?:dated|from|in|of|on|the))*\s*$", "", given)
        if given.strip():
            return replace(item, name=even(given), end=item.start + len(given), given=given)
    return item


# The city where an instrument was signed, behind its name; a state may be what it is about.
_PLACE = re.compile(
    r"\b(?P<before>[A-Z][\w’'-]*)\s+(?:at|in) (?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})\.?$"
)


def _unplaced(item: Named) -> Named:
    """A name without the city that follows it: "the Protocol on fisheries | in Lorn"."""
    match = _PLACE.search(item.given)
    if match is None or not _is_city(match["city"]):
        return item
    given = item.given[: match.end("before")]
    return replace(item, name=even(given), end=item.start + len(given), given=given)


# What is said of an instrument behind its name, and is no part of it.
_WHEN = re.compile(
    r"\s+(?:as soon as possible|at an early date|in the near future|soon|,?\s*(?:and|of|or|the))$"
)
_NEXT = re.compile(r",\s+(?P<state>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})$")


def _unfinished(item: Named) -> Named:
    """A name without the wish or the subject that follows it: "the Convention on fishing, | Avaria"."""
    match = _WHEN.search(item.given) or _NEXT.search(item.given)
    if match is None or ("state" in match.groupdict() and not _is_state(match["state"])):
        return item
    given = item.given[: match.start()]
    return replace(item, name=even(given), end=item.start + len(given), given=given)


def _is_state(name: str) -> bool:
    found = gazetteer.current().find(name)
    return [(m.start, m.end) for m in found] == [(0, len(name))] and found[0].use == "name"


def _is_city(name: str) -> bool:
    if places.country(name) is not None:
        return True
    found = gazetteer.current().find(name)
    return [(m.start, m.end, m.use) for m in found] == [(0, len(name), "capital")]
