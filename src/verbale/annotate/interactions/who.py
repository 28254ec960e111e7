"""Who takes part in a contact, read off the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from verbale.annotate.interactions.contact import Trigger, sides
from verbale.annotate.interactions.lexicon import PLANNED
from verbale.annotate.interactions.view import Party, View
from verbale.clauses import subject
from verbale.layers import Word
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Who", "listed", "tail_end", "who"]

# Words that go on with a list of participants.
_AND = frozenset(("and", "&", "as well as", "alongside", "together", "along", "plus"))
_THROUGH = frozenset(
    ("both", "from", "including", "of", "s", "’s", "'s", "well", "alongside", "along", "together")
)
_STOP_MARKS = frozenset((".", ";", ":", "—", "–", "“", "”", '"', "…", "?", "!", "(", ")"))
# Participles that may stand between a noun of contact and what tells more of it.
_TOLD_OF = frozenset(
    """
    arranged attended chaired concluded conducted convened held hosted initiated led opened organised
    organized planned resumed scheduled started
    """.split()
)
# Between the last participant and the next one.
_GAP = 9


@dataclass(slots=True)
class Who:
    """Participants in the order of the text, how many sides the words name, and what was used.

    `goal` is the party that a visit goes to; `last` the last word that was read.
    """

    actors: tuple[Actor, ...] = ()
    goal: Party | None = None
    visitor: tuple[Actor, ...] = ()
    first: int = 0
    last: int = 0
    used: list[Party] = field(default_factory=list)

    @property
    def sure(self) -> int:
        """How many sides are named."""
        return len(sides(self.actors))


def who(view: View, trigger: Trigger, stop: int) -> Who:
    """Participants of a trigger; `stop` is the first word of what another trigger holds."""
    found = Who(first=trigger.first, last=trigger.last)
    if trigger.verb:
        before = _subjects(view, trigger.index)
        direct = _object(view, trigger, stop)
        tail = _tail(view, trigger, stop, found)
        _verb(view, trigger, found, before, direct, tail)
    else:
        _noun(view, trigger, found, _tail(view, trigger, stop, found))
    return found


def _verb(
    view: View,
    trigger: Trigger,
    found: Who,
    before: list[Party],
    direct: list[Party],
    tail: dict[str, list[Party]],
) -> None:
    if trigger.kind == "visit":
        _visiting(view, trigger, found, before, direct, tail)
    else:
        parties = [*before, *direct, *tail.get("with", []), *tail.get("by", [])]
        if trigger.loose:
            parties += tail.get("to", [])
        _take(found, parties)
    if before:
        found.first = min(found.first, before[0].first)


def _visiting(
    view: View,
    trigger: Trigger,
    found: Who,
    before: list[Party],
    direct: list[Party],
    tail: dict[str, list[Party]],
) -> None:
    lemma = view.words[trigger.index].lemma
    if lemma in ("host", "welcome", "invite"):
        passive = bool(view.sentence.children(trigger.index, "aux:pass"))
        hosts, guests = (tail.get("by", []), before) if passive else (before, direct)
        guests = [g for g in guests if not _owner(view, g)]
        _take(found, [*hosts, *guests])
        goals = tail.get("to", []) or tail.get("in", []) or hosts
        found.goal = goals[0] if goals and guests else None
        found.visitor = distinct(a for g in guests for a in g.actors)
        return
    goals = (
        direct
        if lemma == "visit"
        else tail.get("to", []) or tail.get("in", []) or tail.get("at", [])
    )
    places = [g for g in goals if not _owner(view, g)] or goals
    found.goal = places[0] if places else None
    found.visitor = distinct(a for g in before for a in g.actors)
    _take(found, [*before, *places[:1], *tail.get("with", [])])


def _noun(view: View, trigger: Trigger, found: Who, tail: dict[str, list[Party]]) -> None:
    inside = [p for p in view.parties if trigger.first <= p.first and p.last < trigger.index]
    owners = _possessors(view, trigger.first)
    if not owners and inside and view.lower(inside[0].last + 1) in ("'s", "’s", "'", "’"):
        owners, inside = inside[:1], inside[1:]
    held: list[Party] = []
    if trigger.governor is not None:
        held = _subjects(view, trigger.governor) if not trigger.passive else []
    if trigger.kind == "visit":
        guests = owners or tail.get("by", []) or tail.get("of", []) or held
        guests = guests or [p for p in inside if not p.adjective] or _nearest(view, trigger)
        goals = tail.get("to", []) or tail.get("in", []) if "to" in tail else []
        if not goals and guests and view.lower(trigger.first - 1) in ("on", "a", "an"):
            # "in X on a visit"
            goals = [p for p in view.parties if trigger.first - 4 <= p.last < trigger.first]
            goals = [p for p in goals if view.lower(p.first - 1) == "in"]
        found.goal = goals[0] if goals else None
        found.visitor = distinct(a for g in guests for a in g.actors)
        _take(found, [*guests, *goals[:1], *tail.get("with", [])])
    elif trigger.kind == "message":
        given = []
        if trigger.governor is not None:
            given = [
                p for p in view.parties if trigger.governor < p.first and p.last < trigger.first
            ]
        ends = [*tail.get("from", []), *tail.get("to", []), *tail.get("with", [])]
        _take(found, [*owners, *held, *given, *ends])
    else:
        between = tail.get("between", []) or tail.get("of", []) or tail.get("among", [])
        if between and len(sides(distinct(a for p in between for a in p.actors))) > 1:
            held = held if trigger.governor is not None and len(between) < 2 else []
        parties = [*owners, *inside, *held, *between, *tail.get("with", []), *tail.get("by", [])]
        if len(sides(distinct(a for p in parties for a in p.actors))) < 2:
            # "Wang said during a meeting with Lavrov", "the leaders agreed on a meeting in May"
            near = _nearest(view, trigger)
            if parties or len(sides(distinct(a for p in near for a in p.actors))) > 1:
                parties = [*near, *parties]
        _take(found, parties)
    spans = [*owners, *inside]
    if spans:
        found.first = min(found.first, spans[0].first)


def _take(found: Who, parties: list[Party]) -> None:
    """Set the participants: a state only where nobody named acts for it."""
    actors = distinct(_stated(parties))
    acted = {a.state for a in actors if a.kind == "person"}
    found.actors = tuple(a for a in actors if a.kind != "state" or a.id not in acted)
    found.used = parties


def _stated(parties: list[Party]) -> Iterator[Actor]:
    """Actors; a person of unknown state gets the one named right before or after: "Y, of X"."""
    states = [p.actors[0].id if p.actors[0].kind == "state" else None for p in parties]
    for i, party in enumerate(parties):
        near = [s for s in (states[max(0, i - 1) : i] + states[i + 1 : i + 2]) if s]
        for actor in party.actors:
            if actor.kind == "person" and actor.state is None and near:
                yield msgspec.structs.replace(actor, state=near[0])
            else:
                yield actor


def _owner(view: View, party: Party) -> bool:
    """Whether a party is named as an owner: "President X's proposal"."""
    return view.lower(party.last + 1) in ("'s", "’s", "'", "’")


def _possessors(view: View, first: int) -> list[Party]:
    """The owners right before a noun phrase: "A's", "A's and B's", "A and B's", "their"."""
    owned = view.party_at(first)
    if owned is not None and view.words[owned.first].upos == "PRON":
        told = _told_of(view, first) if view.lower(first) == "their" else []
        return told if len(sides(distinct(a for p in told for a in p.actors))) > 1 else [owned]
    at = first - 1
    if view.lower(at) not in ("'s", "’s", "'", "’"):
        return []
    out: list[Party] = []
    while at >= 0:
        while at >= 0 and view.lower(at) in ("'s", "’s", "'", "’"):
            at -= 1
        party = view.party_at(at)
        if party is None:
            break
        out.insert(0, party)
        at = party.first - 1
        while view.lower(at) in ("the", "both"):
            at -= 1
        if view.lower(at) != "and":
            break
        at -= 1
    return out


def _guest_on(view: View, trigger: Trigger) -> list[Party]:
    """Who "is on a visit": whom "who" stands for, right before it."""
    for at in range(trigger.first - 1, max(-1, trigger.first - 9), -1):
        if view.lower(at) == "who":
            end = at - 1 if view.lower(at - 1) != "," else at - 2
            party = view.party_at(end)
            return [party] if party else []
    return []


def _told_of(view: View, at: int) -> list[Party]:
    """The subjects of the verb that a word hangs on."""
    for _ in range(5):
        at = view.words[at].head
        if at < 0:
            return []
        if view.words[at].upos in ("VERB", "AUX"):
            return _subjects(view, at)
    return []


def _subjects(view: View, verb: int) -> list[Party]:
    """The parties of a verb's subject with those that are joined to it, before the verb."""
    index, _ = subject(view.sentence, verb)
    before = [p for p in view.parties if p.last < verb]
    if not before:
        return []
    seed = view.party_at(index) if index is not None else None
    if seed is not None and seed.first > verb:
        return [seed]
    if index is not None and seed is None and view.words[index].upos == "NOUN":
        seed = next((p for p in before if p.first > index and p.first - index <= 4), None)
        if seed is None or view.lower(seed.first - 1) not in ("of", "from", "the"):
            seed = next((p for p in before if p.last == index - 1), seed)
    if seed is None and index is not None and view.lower(index) in ("who", "which", "that"):
        seed = next((p for p in reversed(before) if p.last < index), None)
    if seed is None and (index is None or view.words[index].upos == "PROPN"):
        seed = _nearest_to(view, before, verb)
    if seed is None or seed not in before:
        return [] if seed is None else [seed]
    at = before.index(seed)
    low = high = at
    joined = False
    while high + 1 < len(before) and _joined(view, before[high], before[high + 1]):
        high += 1
    while low > 0 and _joined(view, before[low - 1], before[low]):
        joined = joined or "and" in view.between(before[low - 1].last + 1, before[low].first - 1)
        if not joined and high == at:
            break
        if view.lower(before[low - 1].first - 1) in _OBLIQUE:
            break
        low -= 1
    return [p for p in before[low : high + 1] if p is seed or not _in_title(view, p)]


def _in_title(view: View, party: Party) -> bool:
    """Whether an organization only opens somebody's title: "OSCE Chairman", "G7 Sherpa"."""
    if party.actors[0].kind != "organization" or party.last + 1 >= len(view.words):
        return False
    after = view.words[party.last + 1]
    if after.text == "/":
        return True
    return after.upos == "PROPN" and after.text.lower() not in _GROUPS


_GROUPS = frozenset("allies leaders members ministers partners states".split())
_OBLIQUE = frozenset("after against around at before by during for in of on to under with".split())


def _nearest_to(view: View, before: list[Party], verb: int) -> Party | None:
    """The last party before a verb that no preposition governs, with no other verb between."""
    for party in reversed(before):
        if any(_holds_up(view, k) for k in range(party.last + 1, verb)):
            return None
        lead = view.lower(party.first - 1)
        if lead == "the":
            lead = view.lower(party.first - 2)
        if lead not in _OBLIQUE and not party.adjective:
            return party
    return None


def _holds_up(view: View, at: int) -> bool:
    """Whether a verb between a party and its verb makes another clause: "is scheduled to" does not."""
    word = view.words[at]
    if word.upos != "VERB":
        return False
    return word.lemma not in PLANNED and word.lemma not in _BETWEEN and word.deprel != "amod"


_BETWEEN = frozenset("be go have honor honour please take visit".split())


def _nearest(view: View, trigger: Trigger) -> list[Party]:
    """Whom "on a visit to", "during a trip" is told of: the subject of what it hangs on."""
    lead = view.lower(trigger.first - 1)
    if lead in ("the", "a", "an"):
        lead = view.lower(trigger.first - 2)
    if lead not in ("after", "at", "during", "following", "for", "from", "in", "on", "upon"):
        return []
    if trigger.kind == "visit" and lead == "on" and (guest := _guest_on(view, trigger)):
        return guest
    if trigger.kind != "visit" and lead in ("for", "from", "on", "upon"):
        return []
    return _told_of(view, trigger.index)


def _joined(view: View, left: Party, right: Party) -> bool:
    """Whether only joining words and marks stand between two parties, and an office perhaps."""
    gap = range(left.last + 1, right.first)
    if len(gap) > _GAP:
        return False
    for k in gap:
        word = view.words[k]
        lower = word.text.lower()
        if lower in _AND or lower in _THROUGH or word.text in (",", "-"):
            continue
        if lower == "with" and view.lower(k - 1) in ("along", "together"):
            continue
        if word.upos in ("DET", "PROPN", "NUM"):
            continue
        if word.upos in ("NOUN", "ADJ") and view.lower(left.last + 1) in (",", "and"):
            continue
        return False
    return bool(len(gap))


def _object(view: View, trigger: Trigger, stop: int) -> list[Party]:
    """The parties right after a verb."""
    return listed(view, trigger.index + 1, stop)


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
            if not _in_title(view, party):
                out.append(party)
            at, since, comma = party.last + 1, 0, False
            if (
                view.lower(at) in ("'s", "’s", "'", "’")
                and view.document.text[word.start : word.end]
            ):
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


def tail_end(view: View, trigger: Trigger, stop: int) -> int:
    """The word after the last one that may tell more of the trigger."""
    at = trigger.index + 1
    while at < stop:
        word = view.words[at]
        lower = word.text.lower()
        if word.text in (".", ";", ":", "?", "!", "”", '"') or word.upos == "SCONJ":
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
    if lower in ("was", "were", "will", "be", "is", "are", "has", "been"):
        return _tells_on(view, at + 1)
    return lower in _TOLD_OF or (
        lower in ("take", "took", "taking") and view.lower(at + 1) == "place"
    )


def _tail(view: View, trigger: Trigger, stop: int, found: Who) -> dict[str, list[Party]]:
    """The parties after a trigger by the preposition that they stand behind."""
    end = tail_end(view, trigger, stop)
    out: dict[str, list[Party]] = {}
    at = trigger.index + 1
    while at < end:
        lower = view.lower(at)
        if lower in ("among", "at", "between", "by", "from", "in", "of", "to", "with"):
            near = at == trigger.index + 1 or lower in (
                "between",
                "with",
                "by",
                "to",
                "in",
                "at",
                "among",
            )
            parties = listed(view, at + 1, stop) if near else []
            if parties and lower not in out:
                out[lower] = parties
                found.last = max(found.last, parties[-1].last)
                if lower in ("between", "with", "of", "among"):
                    at = parties[-1].last
        at += 1
    return out
