"""Nouns of a sentence that name a contact, with the verb that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.annotate.interactions.contact import Trigger
from verbale.annotate.interactions.lexicon import LIGHT, NOUNS, PHONE, VIDEO
from verbale.annotate.interactions.view import View
from verbale.records import InteractionKind

__all__ = ["nouns"]

# How many heads up a noun's governing verb may stand: "took part | in the session | of the summit".
_UP = 3
_BEFORE_NOUN = frozenset(("ADJ", "ADV", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "SYM", "X"))
_NO_CALL = frozenset("for on to upon".split())
_NO_CONFERENCE = frozenset("briefing media news press".split())
_PLURAL = frozenset(
    "bilaterals calls conversations letters meetings messages summits trips visits".split()
)


def nouns(view: View) -> Iterator[Trigger]:
    """The triggers that are nouns, in text order."""
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
        if _at_home(view, first, i):
            continue
        kind = _kind(view, kind, first, i)
        if kind is None:
            continue
        last = i
        if kind == "message" and not _sent(view, first, i):
            continue
        governor, passive = _beside(view, first) or _governor(view, i)
        if governor is None:
            governor = _held_by(view, i)
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
            loose=_open(view, kind, first, i),
        )


def _open(view: View, kind: InteractionKind, first: int, i: int) -> bool:
    """Whether the words leave the kind open: a conversation by no phone, a summit of no name."""
    if kind == "summit":
        own = [k for k in range(first, i + 1) if view.party_at(k) is None]
        return not any(view.words[k].text[:1].isupper() for k in own)
    return view.lower(i) in _LOOSE and not PHONE.search(view.between(first, i + _MEANS))


# Within how many words behind it a noun is told by which means: "our conversation on the phone".
_MEANS = 3


def _at_home(view: View, first: int, i: int) -> bool:
    """Whether a state's own people meet: "a Cabinet meeting"."""
    return bool({view.lower(k) for k in range(first, i)} & _OWN_BODIES)


_OWN_BODIES = frozenset("cabinet parliamentary party staff".split())
# Singular nouns that mean a contact only with those who had it.
_TO_COME = re.compile(r"^[^,]{0,60}\bto (?:come|make|pay|travel|visit)\b")
_BARE = frozenset(("discussion", "talk"))
# Nouns that leave open whether it was in person.
_LOOSE = frozenset("conversation discussion discussions".split())
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
    if lower in ("discussions", "tour", "travel", "forum", "audience"):
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
        named = kind in ("conference", "summit") and view.words[i].text[0].isupper()
        talked = kind in ("call", "conference", "meeting", "other", "summit", "video-meeting")
        return "video-meeting" if talked and not named else kind
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
        together = re.search(
            r"\b(?:joint|military|naval|trilateral|bilateral|multilateral)\b", inside
        )
        return kind if together else None
    if kind == "ceremony" and "signing" in inside.lower():
        return "signing"
    if lower == "dialogue" and not (view.words[i].text[0].isupper() or _of_two(view, first, i)):
        return None
    leaders = lower == "meeting" and view.words[i].text[0].isupper() and "eaders" in inside
    if leaders or "summit" in inside.lower():
        return "summit"
    return kind


def _of_two(view: View, first: int, i: int) -> bool:
    """Whether two states stand within a noun phrase: "a Nordavian-Suvarian dialogue"."""
    return sum(first <= p.first and p.last < i for p in view.parties) > 1


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


def _held_by(view: View, i: int) -> int | None:
    """The light verb of a clause about the noun whose object it is: "the talks that X will hold"."""
    for verb in view.sentence.children(i, "acl"):
        owned = [c for c in view.sentence.children(verb, "obj") if view.words[c].upos != "PRON"]
        who = view.sentence.children(verb, "nsubj")
        does = who and view.lower(who[0]) not in ("that", "which")
        if view.words[verb].lemma in LIGHT and does and not owned:
            return verb
    return None


# What leads from a verb to that which its subject takes part in.
_ENTERS = {
    "embark": "on",
    "enter": "into",
    "join": "in",
    "participate": "in",
    "take": "in",
}


def _occasion(view: View, at: int, lemma: str) -> bool:
    """ "took part in", "participated in", "embark on": the preposition before the noun phrase."""
    cases = {view.lower(c) for c in view.sentence.children(at, "case")}
    return _ENTERS.get(lemma) in cases
