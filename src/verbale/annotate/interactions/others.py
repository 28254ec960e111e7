"""Who takes part beside those whom the words of a contact name: the one spoken to, the text's sides."""

from __future__ import annotations

import re

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.headline import Headline
from verbale.annotate.interactions.named import Who
from verbale.annotate.interactions.view import View
from verbale.clauses import subject
from verbale.lookup import distinct
from verbale.records import Actor, InteractionStatus

__all__ = ["completed"]


_OURS = frozenset("i me my our ours us we you your".split())
_TALKS = frozenset(("call", "meeting", "summit", "video-meeting"))
_ARRANGED = frozenset("arrange conduct convene hold organise organize resume schedule".split())


def completed(
    view: View, title: Headline, trigger: Trigger, found: Who, status: InteractionStatus
) -> tuple[Actor, ...]:
    """Participants with the one spoken to: "our meeting", "I saw you", said from one side to the other."""
    actors = found.actors
    two = title.parties[:2] if len(title.parties) > 1 else ()
    if not actors and two and (_agreed_on(view, trigger, status) or _of_both(view, trigger)):
        return two
    if status in ("cancelled", "postponed") and sides(actors) <= sides(two):
        return distinct([*actors, *(a for a in two if a.id not in sides(actors))])
    if two and _ours(view, title, trigger) and sides(actors) <= sides(two):
        return distinct([*actors, *two])
    if len(sides(actors)) != 1:
        return actors
    if not title.voices:
        return _with_other(view, title, trigger, found, actors)
    words = {view.lower(k) for p in found.used for k in range(p.first, p.last + 1)}
    spoken = {
        view.lower(k)
        for k in range(max(0, trigger.first - 4), min(len(view.words), trigger.index + 4))
    }
    if not (words | spoken) & _OURS:
        return actors
    return distinct([*_as_persons(title, actors), *title.other(actors)])


# How far into a text that its title tells of a contact the other side may go without saying.
_EARLY = 600


def _with_other(
    view: View, title: Headline, trigger: Trigger, found: Who, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """The text's other side where the words name one only: "I spoke with X", a guest by name."""
    own = trigger.index if trigger.verb else trigger.governor
    speaker, _ = subject(view.sentence, own) if own is not None else (None, False)
    spoken = speaker is not None and view.lower(speaker) in ("i", "we")
    early = title.kind is not None and view.sentence.start < _EARLY
    early = early and title.genre != "log"
    if trigger.kind == "visit" or not (early or spoken):
        return actors
    if speaker is not None and spoken and view.party_at(speaker) in found.used:
        # With whom is what is missing: "we had talks" of a text's two sides is both.
        alike = title.genre != "log" and view.lower(speaker) == "we"
        alike = alike and sides(actors) <= sides(title.parties[:2])
        return distinct([*actors, *title.parties[:2]]) if alike else actors
    does = trigger.verb or trigger.governor is not None or view.lower(trigger.first - 1) == "during"
    does = does or (early and view.lower(trigger.first) == "the" and trigger.kind != "summit")
    if not does:
        return actors
    if (
        "with" in view.between(trigger.index + 1, trigger.index + 6).split()
        and found.last <= trigger.index
    ):
        return actors  # with somebody whom the words do not tell: "with European leaders"
    if not trigger.verb and view.lower(trigger.index + 1) in _ON and not _with(view, trigger):
        return actors  # "held a meeting on the report"
    near = [a for p in view.parties for a in p.actors if a.kind == "person"] if early else []
    others = [a for a in (*near, *title.parties) if (a.state or a.id) not in sides(actors)]
    return (*actors, *others[:1])


_ON = frozenset("about dedicated devoted on".split())


def _with(view: View, trigger: Trigger) -> bool:
    after = view.between(trigger.index + 1, len(view.words) - 1).split()
    return bool({"between", "with"} & {*after[:4]})


def _as_persons(title: Headline, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """A state replaced by the one who speaks for it."""
    return tuple(next((v for v in title.voices if v.state == a.id), a) for a in actors)


def _agreed_on(view: View, trigger: Trigger, status: InteractionStatus) -> bool:
    """ "it was agreed to hold a meeting in May": what nobody is said to do, the two sides will."""
    if trigger.governor is None or status != "planned" or trigger.kind not in _TALKS:
        return False
    return view.words[trigger.governor].lemma in _ARRANGED


def _ours(view: View, title: Headline, trigger: Trigger) -> bool:
    """ "our meeting in May", in a text about two sides."""
    alone = "with" not in view.between(trigger.index + 1, trigger.index + 6).split()
    told = title.genre != "log" and not title.voices and trigger.kind != "visit"
    return told and alone and view.lower(trigger.first) == "our"


_BOTH = re.compile(
    r"^\s*of the [^,.;]*?\b(?:[Bb]ilateral|[Hh]igh-[Ll]evel|[Ii]ntergovernmental|[Jj]oint|[Ss]trategic)\b"
    r"[^,.;]*?\b(?:[Cc]ommi(?:ssion|ttee)|[Cc]ouncil|[Dd]ialogue|[Gg]roup)\b"
)


def _of_both(view: View, trigger: Trigger) -> bool:
    """ "a meeting of the joint intergovernmental commission": a body that the two sides share."""
    return bool(_BOTH.search(view.between(trigger.index + 1, trigger.index + 12)))
