"""Which words of a sentence name a contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lexicon import LIGHT, NOUNS, PHONE, VERBS, VIDEO
from verbale.annotate.interactions.view import View
from verbale.records import InteractionKind

__all__ = ["triggers"]

# How many heads up a noun's governing verb may stand: "took part | in the session | of the summit".
_UP = 3
_BEFORE_NOUN = frozenset(("ADJ", "ADV", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "SYM", "X"))
_NO_CALL = frozenset("for on to upon".split())
_NO_CONFERENCE = frozenset("briefing media news press".split())
_PLURAL = frozenset(
    "bilaterals calls conversations letters meetings messages summits trips visits".split()
)
# Organs whose session is a meeting of states.
_PLACE_VERBS = {
    "arrive": ("at", "in"),
    "come": ("to",),
    "fly": ("to",),
    "go": ("to",),
    "travel": ("to",),
}
_WITH_VERBS = frozenset("confer interact speak talk".split())


def triggers(view: View) -> list[Trigger]:
    """The triggers in text order; a noun inside another's phrase gives way to its head."""
    nouns = list(_nouns(view))
    taken = {i for t in nouns for i in range(t.first, t.last + 1)}
    found = nouns + [t for t in _verbs(view) if t.index not in taken]
    return sorted(found, key=lambda t: t.index)


def _nouns(view: View) -> Iterator[Trigger]:
    last = -1
    for i, word in enumerate(view.words):
        lower = word.text.lower()
        kind = NOUNS.get(lower)
        if lower == "videoconference" and view.lower(i - 1) in ("by", "over", "through", "via"):
            continue  # the means of another
        if kind is None or i <= last or not _is_noun(view, i):
            continue
        if view.party_at(i) is not None and view.words[view.party_at(i).last].end != word.end:  # type: ignore[union-attr]
            continue
        first = _start(view, i)
        kind = _kind(view, kind, first, i)
        if kind is None:
            continue
        last = i
        if kind == "message" and not _sent(view, first, i):
            continue
        governor, passive = _beside(view, first) or _governor(view, i)
        if lower == "invitation" and not _TO_COME.search(_tail_text(view, i)):
            continue
        if lower == "contacts" and not PHONE.search(_tail_text(view, i)):
            continue
        if lower in _BARE and governor is None and view.lower(i + 1) not in ("between", "with"):
            continue
        yield Trigger(
            kind,
            i,
            first,
            i,
            False,
            governor,
            passive,
            plural=lower in _PLURAL,
            loose=lower == "conversation" and not PHONE.search(view.between(first, i)),
        )


# Singular nouns that mean a contact only with those who had it.
_TO_COME = re.compile(r"^[^,]{0,60}\bto (?:come|make|pay|travel|visit)\b")
_BARE = frozenset(("discussion", "talk"))
_SENDS = frozenset("convey deliver exchange hand receive send write".split())


def _sent(view: View, first: int, i: int) -> bool:
    """Whether a message is one that goes from side to side, not what somebody wants to say."""
    if view.lower(i + 1) == "to" and not any(view.party_at(k) for k in range(i + 2, i + 5)):
        return False  # "a message to the world"
    near = range(max(0, first - 6), min(len(view.words), i + 4))
    if any(view.words[k].lemma in _SENDS and view.words[k].upos == "VERB" for k in near):
        return True
    letter = view.lower(i).rstrip("s") in ("letter", "telegram")
    return letter and view.lower(i + 1) in ("from", "to")


def _is_noun(view: View, i: int) -> bool:
    """Whether a word is a noun that heads its phrase."""
    word = view.words[i]
    lower = word.text.lower()
    if word.upos not in ("NOUN", "PROPN"):
        # "meeting with" after a determiner or a possessor is a noun whatever the tagger says.
        before = view.lower(i - 1)
        if word.upos != "VERB" or not (
            before
            in ("the", "a", "an", "this", "that", "'s", "’s", "his", "her", "their", "our", "my")
            or view.words[i - 1].upos == "ADJ"
            or (lower == "talks" and i > 0 and view.words[i - 1].lemma in LIGHT)
        ):
            return False
    following = view.words[i + 1] if i + 1 < len(view.words) else None
    if (
        following is not None
        and following.upos in ("NOUN", "PROPN")
        and view.time_at(i + 1) is None
    ):
        joined = view.document.text[word.end : following.start] == " "
        if joined and following.text.lower() in NOUNS:
            return False
        # "meeting participants", "summit declaration": about a contact, not one.
        if joined and following.upos == "NOUN" and view.party_at(i + 1) is None:
            return word.deprel not in ("compound", "nmod", "amod")
    if lower in ("discussions", "dialogue", "tour", "travel", "forum", "audience"):
        return word.text[0].isupper() or view.lower(i + 1) in ("with", "between", "to", "of", "in")
    return True


_TALKS = frozenset("consultations negotiation negotiations talks travel".split())


def _start(view: View, i: int) -> int:
    """First word of the noun phrase whose head is at `i`, its possessor left out."""
    first = i
    while first > 0:
        before = view.words[first - 1]
        lower = before.text.lower()
        if lower in ("'s", "’s", "'", "’"):
            if view.lower(first - 2) not in _LEADERS:
                break
            first -= 2  # "the G20 Leaders’ Summit"
            continue
        if lower == "and" and _modifiers(view, first):
            first -= 2  # "economic and trade talks"
            continue
        if lower == ")" and view.lower(first - 3) == "(":
            first -= 3  # "the Economic Cooperation (APEC) Leaders Meeting"
            continue
        joined = before.text in ("-", "–", "+", "/", "“", '"') or (
            before.upos == "VERB" and before.deprel == "amod"
        )
        joined = joined or lower in ("scheduled", "planned", "upcoming", "coming", "forthcoming")
        round_of = lower == "of" and view.lower(first - 2) in (
            "round",
            "rounds",
            "session",
            "series",
        )
        if not (joined or round_of or before.upos in _BEFORE_NOUN):
            break
        if before.upos == "PRON" and before.deprel != "nmod:poss" and lower not in _OWNERS:
            break
        if before.upos == "ADV" and (
            first < 2 or view.words[first - 2].upos not in ("DET", "PRON")
        ):
            break  # "today held talks", not "a very good call"
        first -= 1
        if before.upos in ("DET", "PRON"):
            break
    return first


def _modifiers(view: View, first: int) -> bool:
    """Whether "and" right before a word joins two words of one noun phrase."""
    if first < 3 or view.party_at(first - 2) is not None:
        return False
    before, after = view.words[first - 2], view.words[first]
    return before.deprel in ("amod", "compound") and after.upos in ("ADJ", "NOUN")


_LEADERS = frozenset("leaders ministers presidents".split())
_OWNERS = frozenset("his her its my our their your".split())


def _kind(view: View, kind: InteractionKind, first: int, i: int) -> InteractionKind | None:
    """The kind by what stands beside the noun; None where it names no contact."""
    inside = view.between(first, i)
    before = view.lower(i - 1)
    after = _tail_text(view, i)
    lower = view.lower(i)
    if i > 0 and lower in _TALKS and view.words[i].text[0].isupper():
        return None  # part of an office's name
    if lower in ("call", "calls") and view.lower(i + 1) in _NO_CALL:
        return None
    if lower == "conversations" and not PHONE.search(inside) and not VIDEO.search(inside):
        kind = "other"
    if VIDEO.search(inside) or re.search(
        r"\b(?:by|via|through|over) (?:an? )?(?:secure )?video\w*|\b(?:virtually|online)\b", after
    ):
        return (
            "video-meeting"
            if kind in ("call", "conference", "meeting", "other", "summit", "video-meeting")
            else kind
        )
    if PHONE.search(inside) and kind in ("call", "meeting", "other"):
        return "call"
    if kind == "conference":
        if before in _NO_CONFERENCE or before == "video":
            return None
        # A conference is one when it is named or placed.
        return kind if view.words[i].text[0].isupper() or before in ("international",) else None
    if lower == "greetings" and "sen" not in view.between(max(0, first - 4), first):
        return None  # a courtesy told, not sent
    if kind == "exercise":
        named = re.search(r"\b(?:joint|military|naval|trilateral|bilateral|multilateral)\b", inside)
        return kind if named else None
    if kind == "ceremony" and "signing" in inside.lower():
        return "signing"
    if lower == "dialogue" and not view.words[i].text[0].isupper():
        return None
    leaders = lower == "meeting" and view.words[i].text[0].isupper() and "eaders" in inside
    if leaders or "summit" in inside.lower():
        return "summit"
    return kind


def _tail_text(view: View, i: int) -> str:
    """The words after a noun, up to the next stop."""
    text = view.between(i + 1, min(i + 25, len(view.words) - 1))
    return re.split(r"[.;:]", text)[0]


def _beside(view: View, first: int) -> tuple[int, bool] | None:
    """The light verb right before the phrase: "had | a call", "took part in | the talks"."""
    at = first - 1
    if view.lower(at) == "in" and view.lower(at - 1) in ("part", "participate", "participated"):
        at -= 2 if view.lower(at - 1) == "part" else 1
        return (at, False) if at >= 0 and view.words[at].upos == "VERB" else None
    if at >= 0 and view.words[at].upos in ("VERB", "AUX") and view.words[at].lemma in LIGHT:
        return at, False
    return None


def _governor(view: View, i: int) -> tuple[int | None, bool]:
    """The light verb whose object, or whose occasion, the noun is."""
    at = i
    for _ in range(_UP):
        word = view.words[at]
        head = word.head
        if head < 0:
            return None, False
        above = view.words[head]
        if above.upos in ("VERB", "AUX"):
            relation = word.deprel
            if above.lemma not in LIGHT and above.lemma not in ("take", "occur", "resume"):
                return None, False
            if relation == "nsubj:pass":
                return head, True
            if relation == "nsubj":
                return (
                    (head, True)
                    if above.lemma in ("take", "begin", "start", "occur", "resume")
                    else (None, False)
                )
            if relation == "obj" or (
                relation in ("obl", "xcomp") and _occasion(view, at, above.lemma)
            ):
                return head, False
            if relation in ("acl", "acl:relcl"):
                return None, False
            return None, False
        if word.deprel not in ("conj", "nmod", "compound", "appos", "flat"):
            return None, False
        if word.deprel == "nmod" and view.lower(at - 1) not in ("of", "in") and at != i:
            return None, False
        at = head
    return None, False


def _occasion(view: View, at: int, lemma: str) -> bool:
    """ "took part in", "participated in": the preposition before the noun phrase."""
    cases = {view.lower(c) for c in view.sentence.children(at, "case")}
    return lemma in ("participate", "take", "engage", "join") and "in" in cases


def _verbs(view: View) -> Iterator[Trigger]:
    for i, word in enumerate(view.words):
        kind = VERBS.get(word.lemma)
        if kind is None or word.upos != "VERB":
            continue
        if word.lemma in _PLACE_VERBS:
            if not any(view.lower(k) in _PLACE_VERBS[word.lemma] for k in (i + 1, i + 2)):
                continue
            if view.lower(i - 1) in ("it", "that") or _to_person(view, i):
                continue  # "when it comes to X", "gratitude goes to X"
        elif word.lemma in _WITH_VERBS:
            if not (_together(view, i) or _with_somebody(view, i)):
                continue
        elif word.lemma == "see" and not _sees(view, i):
            continue
        if word.lemma in ("host", "welcome", "receive", "invite") and not _guest(view, i):
            continue
        if word.lemma == "meet" and _met_by_measure(view, i):
            continue
        if word.lemma in ("convene", "gather") and view.sentence.children(i, "obj"):
            continue  # what is gathered is a thing
        if VIDEO.search(view.between(i + 1, min(i + 4, len(view.words) - 1))):
            kind = "video-meeting" if kind in ("meeting", "call") else kind
        yield Trigger(kind, i, i, i, True, loose=word.lemma in _WITH_VERBS)


def _to_person(view: View, i: int) -> bool:
    party = view.party_at(i + 2) or view.party_at(i + 3)
    told = party is not None and party.actors[0].kind == "person" and view.lower(i) != "came"
    return told or view.lower(i + 2) in ("you", "me", "him", "her", "us", "them")


def _met_by_measure(view: View, i: int) -> bool:
    """Whether what is met is a thing: "meet these goals", "meets demand in X", "meet halfway"."""
    if "halfway" in view.between(i + 1, i + 4):
        return True
    at = i + 1
    if at >= len(view.words) or view.time_at(at) is not None:
        return False
    met = next((c for c in view.sentence.children(i, "obj") if c > i), _head_after(view, at))
    if met is None or any(view.words[k].upos == "VERB" for k in range(i + 1, met)):
        return False
    if view.party_at(met) is not None or view.words[met].upos in ("PROPN", "PRON"):
        return False
    return not any(view.party_at(k) for k in range(at, met)) and view.lower(met) not in _MET


def _head_after(view: View, at: int) -> int | None:
    """The noun that a phrase right behind a verb ends in, where it begins with what describes it."""
    k = at
    while k < len(view.words) and view.words[k].upos in ("ADJ", "DET", "VERB", "NUM"):
        k += 1
    described = k > at and k < len(view.words) and view.words[k].upos == "NOUN"
    return k if described else None


# Whom one meets without a name.
_MET = frozenset(
    """
    ambassador ambassadors chancellor chancellors colleague colleagues counterpart counterparts delegation
    delegations executives face leader leaders leadership members minister ministers official officials
    one president presidents representatives secretary team teams
    """.split()
)


def _sees(view: View, i: int) -> bool:
    """ "I saw you", "we last saw each other", "looks forward to seeing X": a person is met."""
    if view.lower(i) not in ("saw", "seeing"):
        return False
    following = view.party_at(i + 1)
    person = following is not None and following.actors[0].kind == "person"
    spoken = view.lower(i + 1) == "you" or view.between(i + 1, i + 2).lower() == "each other"
    if view.lower(i) == "saw":
        return spoken
    return (spoken or person) and view.lower(i - 1) == "to" and view.lower(i - 2) == "forward"


def _guest(view: View, i: int) -> bool:
    """Whether the object of a verb of hosting is somebody, or its subject where it is passive."""
    if view.sentence.children(i, "aux:pass"):
        return True
    at = i + 1
    while view.lower(at) in ("the", "a", "to", "an", "all"):
        at += 1
    if view.lower(at) == "you":
        return True
    party = view.party_at(at)
    if party is None or view.lower(party.last + 1) in ("'s", "’s", "'", "’"):
        return False
    lower = view.lower(party.last + 1)
    return party.actors[0].kind == "person" or lower in ("delegation", "leaders", "officials")


def _with_somebody(view: View, i: int) -> bool:
    """ "spoke with X", "spoke by phone to X", "will speak to President X": one is spoken to, not at."""
    text = view.between(i + 1, min(i + 12, len(view.words) - 1))
    if re.search(r"\bwith\b", text):
        return bool(re.search(r"\bwith\b", view.between(i + 1, i + 9)))
    at = next((k for k in range(i + 1, i + 6) if view.lower(k) == "to"), None)
    if at is None:
        return False
    party = view.party_at(at + 1) or view.party_at(at + 2)
    person = party is not None and party.actors[0].kind == "person"
    return person or bool(PHONE.search(text))


def _together(view: View, i: int) -> bool:
    """Whether two parties joined by "and" stand before a verb of talk: "X and Y spoke today"."""
    before = [p for p in view.parties if p.last < i]
    if not before or i - before[-1].last > 3:
        return False
    if len({a.state for a in before[-1].actors}) > 1:
        return True
    return (
        len(before) > 1 and "and" in view.between(before[-2].last + 1, before[-1].first - 1).split()
    )
