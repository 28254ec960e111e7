"""Parties that stand in a list, and what stands behind a word of contact."""

from __future__ import annotations

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.view import Party, View
from verbale.layers import Word

__all__ = ["TOLD_OF", "in_title", "joined", "listed", "tail", "tail_end"]

# Words that go on with a list of participants.
_AND = frozenset(("&", "along", "alongside", "and", "plus", "together"))
_THROUGH = frozenset(
    (
        "both",
        "from",
        "including",
        "of",
        "s",
        "’s",
        "'s",
        "well",
        "alongside",
        "along",
        "together",
        "then",
        "visiting",
    )
)
_STOP_MARKS = frozenset((".", ";", ":", "—", "–", "“", "”", '"', "…", "?", "!", "(", ")"))
# Participles that may stand between a noun of contact and what tells more of it.
TOLD_OF = frozenset(
    """
    arranged attended chaired concluded conducted convened held hosted initiated led opened organised
    organized planned resumed scheduled started
    """.split()
)
# Between the last participant and the next one.
_GAP = 9


def listed(view: View, at: int, stop: int) -> list[Party]:
    """The parties of a list that begins at a word."""
    out: list[Party] = []
    since = 0
    comma = False
    while at < stop:
        party = view.party_at(at)
        word = view.words[at]
        if party is not None:
            following = view.words[party.last + 1] if party.last + 1 < len(view.words) else None
            finite = following is not None and following.upos in ("VERB", "AUX")
            if out and comma and finite and not _tells_on(view, party.last + 1):
                break
            if out and comma and _opens_clause(view, party):
                break
            if not in_title(view, party):
                out.append(party)
            at, since, comma = party.last + 1, 0, False
            if party.actors[0].kind == "person" and (mark := _semicolon(view, at, stop)):
                at = mark + 1  # "…, Advisor to the President; Dr. X, …; and Y"
                continue
            if (
                view.lower(at) in ("'s", "’s", "'", "’")
                and view.document.text[word.start : word.end]
            ):
                at += 1
            continue
        if word.text == "(" and (closed := _closed(view, at)) is not None:
            at = closed + 1  # "President X of the United States (U.S.) and …"
            continue
        if word.text == ")":
            at += 1
            continue
        lower = word.text.lower()
        since += 1
        if since > _GAP or view.time_at(at) is not None or word.text in _STOP_MARKS:
            break
        if word.text == ",":
            comma = True
        elif lower in _AND:
            comma = False
        elif lower == "with" and view.lower(at - 1) in ("along", "together"):
            pass
        elif lower not in _THROUGH and not _goes_on(word):
            break
        at += 1
    return out


def _semicolon(view: View, at: int, stop: int) -> int | None:
    """The semicolon behind a person's titles, where another person is named behind it."""
    for k in range(at, min(at + _TITLES, stop)):
        if view.words[k].upos in ("VERB", "AUX") or view.words[k].text in (".", ":"):
            return None
        if view.words[k].text == ";":
            following = next((p for j in range(k + 1, k + 4) if (p := view.party_at(j))), None)
            person = following is not None and following.actors[0].kind == "person"
            return k if person else None
    return None


# Words of the titles behind a name at the most.
_TITLES = 20
# An abbreviation and the like; a longer one is an aside.
_ASIDE = 5


def _closed(view: View, at: int) -> int | None:
    """Where a short parenthesis that opens at a word closes."""
    return next((k for k in range(at + 1, at + _ASIDE) if view.lower(k) == ")"), None)


_LISTED = frozenset(("ADJ", "DET", "NOUN", "NUM", "PROPN", "PUNCT", "SYM"))


def _goes_on(word: Word) -> bool:
    """Whether a word may stand between the parties of a list."""
    return word.upos in _LISTED or (word.upos == "PRON" and word.deprel == "nmod:poss")


def _opens_clause(view: View, party: Party) -> bool:
    """Whether parties joined by "and" from here on are the subject of what follows."""
    last = party.last
    while view.lower(last + 1) == "and" and (following := view.party_at(last + 2)) is not None:
        last = following.last
    at = last + 1
    while at < len(view.words) and view.words[at].upos == "NOUN":
        at += 1
    if at == party.last + 1 or at >= len(view.words):
        return False
    return view.words[at].upos in ("VERB", "AUX") and not _tells_on(view, at)


def joined(view: View, left: Party, right: Party) -> bool:
    """Whether only joining words and marks stand between two parties, and an office perhaps."""
    gap = range(left.last + 1, right.first)
    if len(gap) > _GAP:
        return False
    if not gap:
        return view.words[left.last].upos == "PRON"  # "X and his | Avarian counterpart Y"
    for k in gap:
        word = view.words[k]
        lower = word.text.lower()
        if lower in _AND or lower in _THROUGH or word.text in (",", "-", "(", ")"):
            continue
        if lower == "with" and view.lower(k - 1) in ("along", "together"):
            continue
        if word.upos in ("DET", "PROPN", "NUM"):
            continue
        if word.upos in ("NOUN", "ADJ") and view.lower(left.last + 1) in (",", "and"):
            continue
        return False
    return bool(len(gap))


def in_title(view: View, party: Party) -> bool:
    """Whether an organization only opens somebody's title: "OSCE Chairman", "G7 Sherpa"."""
    if party.actors[0].kind != "organization" or party.last + 1 >= len(view.words):
        return False
    after = view.words[party.last + 1]
    if after.text == "/":
        return True
    return after.upos == "PROPN" and after.text.lower() not in _GROUPS


_GROUPS = frozenset("allies leaders members ministers partners states".split())


def tail_end(view: View, trigger: Trigger, stop: int) -> int:
    """The word after the last one that may tell more of the trigger."""
    at = trigger.index + 1
    while at < stop:
        word = view.words[at]
        lower = word.text.lower()
        if word.text in (".", ";", ":", "?", "!", "”", '"') or (
            word.upos == "SCONJ" and lower != "with"
        ):
            break
        if lower in ("which", "who", "where", "when", "that") and not _tells_on(view, at + 1):
            break
        if word.upos in ("VERB", "AUX") and not _tells_on(view, at) and view.party_at(at) is None:
            break
        if lower == "to" and at + 1 < len(view.words) and view.words[at + 1].upos == "VERB":
            break
        if lower in ("about", "regarding", "concerning"):
            break
        at += 1
    return at


def _tells_on(view: View, at: int) -> bool:
    """Whether a verb goes on about the contact: "held", "was held", "took place", "concluded"."""
    lower = view.lower(at)
    if lower in ("are", "be", "been", "being", "had", "has", "have", "is", "was", "were", "will"):
        return _tells_on(view, at + 1)
    if lower == "led" and view.lower(at + 1) == "to":
        return False
    return lower in TOLD_OF or (
        lower in ("take", "took", "taking") and view.lower(at + 1) == "place"
    )


_ONCE = frozenset("from of".split())
_BEHIND = _ONCE | frozenset("among at between by for in on to with".split())


def tail(view: View, trigger: Trigger, stop: int) -> dict[str, list[Party]]:
    """The parties after a trigger by the preposition that they stand behind."""
    end = tail_end(view, trigger, stop)
    out: dict[str, list[Party]] = {}
    at = trigger.index + 1
    while at < end:
        lower = view.lower(at)
        if lower in _BEHIND and (lower not in _ONCE or at == trigger.index + 1):
            parties = listed(view, at + 1, stop)
            if parties and lower not in out:
                out[lower] = parties
                if lower in ("among", "between", "of", "with"):
                    at = parties[-1].last
        at += 1
    return out
