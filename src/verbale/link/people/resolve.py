"""Leads references to whom they mean: offices, pronouns, collectives.

Plain salience, no model: the subject of a sentence is its first person that no preposition governs,
and "he" is the subject of the sentence before, or of this one. The reader's antecedents are taken
where salience has nothing.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator

from verbale.data import gazetteer, offices
from verbale.data.names import words_of
from verbale.data.titles import office_of
from verbale.document import Document, Span
from verbale.layers import (
    ACTORS,
    DOCUMENT_DATE,
    ENTITIES,
    GENRE,
    QUOTES,
    SENTENCES,
    TITLED,
    Mention,
    MentionForm,
    Titled,
)
from verbale.link.people.references import (
    COLLECTIVE,
    OWN_STATE,
    PERSON_PLURAL,
    PRONOUN,
    SIDES_PLURAL,
)
from verbale.link.people.turns import speakers_of_turns
from verbale.lookup import distinct
from verbale.records import Actor

__all__ = ["Resolver"]

# Given names of women in office, for "she"; names in -ova, -eva, -skaya are taken by their ending.
_WOMEN = frozenset(
    """
    adrienne amy angela anita annalena annegret beata catherine cecilia christia christine
    chrystia chunying claudia condoleezza cristina dalia dilma droupadi elizabeth emma
    erna ewa federica geun-hye gina giorgia helen helga helle hillary ing-wen jacinda
    janet jen kaja kamala karine karoline katherine kersti kristalina kyung-wha linda liz
    madeleine magdalena maia margaret maria mary melanie mette michelle morgan mélanie
    naledi nancy ngozi nikki ning nirmala paetongtarn park penny rachel retno roberta
    salome samantha sanae sanna sarah sheikh son-hui sophie susan sushma tammy tarja
    theresa ursula victoria viola wendy yoko yulia yvette zuzana
    """.split()
)
_PREPOSED = re.compile(
    r"\b(?:with|to|by|of|from|for|about|between|and|against|at|on|than|informed|told|met|thanked|"
    r"congratulated|invited|visited|called|welcomed|urged)\s+(?:the\s+)?$"
)
_OWN_VOICE = frozenset({"speech", "statement"})


class Resolver:
    """One text's references; `mentions` are the new ones."""

    def __init__(self, document: Document, own: str | None, sides: tuple[Actor, ...]) -> None:
        self.document, self.own, self.sides = document, own, sides
        self.text = document.text
        self.named = sorted(
            (m for m in document.get(ACTORS) if m.actors), key=lambda m: (m.start, m.end)
        )
        self.day: datetime.date | None = None
        if document.has(DOCUMENT_DATE) and document.get(DOCUMENT_DATE):
            self.day = document.get(DOCUMENT_DATE)[0].anchor
        self.people = offices.current()
        self.bounds = [s.start for s in document.get(SENTENCES)] if document.has(SENTENCES) else [0]
        self.quotes = (
            [(q.start, q.end) for q in document.get(QUOTES)] if document.has(QUOTES) else []
        )
        self.turns = speakers_of_turns(document)
        self.genre = document.get(GENRE)[0].code if _has(document, GENRE) else ""
        self.mentions: list[Mention] = []

    def run(self) -> list[Mention]:
        """All references of the text, in text order: each sees those before it."""
        todo = sorted(self._references(), key=lambda r: (r[0], -r[1]))
        last_end = 0
        for start, end, kind, payload in todo:
            if start < last_end or self._covered(start, end):
                continue
            got = self._resolve(start, end, kind, payload)
            if got is None:
                continue
            self.mentions.append(got)
            bisect.insort(self.named, got, key=lambda m: (m.start, m.end))
            last_end = end
        return self.mentions

    def _references(self) -> Iterator[tuple[int, int, str, object]]:
        for kind, pattern in (
            ("persons", PERSON_PLURAL),
            ("sides", SIDES_PLURAL),
            ("two", COLLECTIVE),
            ("own", OWN_STATE),
            ("pronoun", PRONOUN),
        ):
            for match in pattern.finditer(self.text):
                yield match.start(), match.end(), kind, match.group()
        for titled in self.document.get(TITLED):
            start = titled.start
            if self.text[max(0, start - 4) : start].lower() in ("the ", "our ", "his "):
                start -= 4
            yield start, titled.end, "title", titled

    def _covered(self, start: int, end: int) -> bool:
        i = bisect.bisect_right(self.named, start, key=lambda m: m.start)
        return any(
            m.start <= start and end <= m.end and m.form == "name"
            for m in self.named[max(0, i - 3) : i]
        )

    def _sentence(self, position: int) -> int:
        return max(0, bisect.bisect_right(self.bounds, position) - 1)

    def _in_quote(self, position: int) -> bool:
        return any(s <= position < e for s, e in self.quotes)

    def _resolve(self, start: int, end: int, kind: str, payload: object) -> Mention | None:
        if kind == "title" and isinstance(payload, Titled):
            return self._title(start, end, payload)
        word = str(payload).lower()
        if kind == "pronoun":
            return self._pronoun(start, end, word)
        if kind == "own":
            return self._own(start, end, word)
        if kind == "sides":
            actors = self._two_states(start)
            return self._made(start, end, "collective", actors, 0.75)
        actors = self._two_persons(start, word)
        return self._made(start, end, "collective", actors, 0.7)

    def _made(
        self,
        start: int,
        end: int,
        form: MentionForm,
        actors: tuple[Actor, ...],
        score: float,
        source: Mention | None = None,
    ) -> Mention | None:
        if not actors:
            return None
        where = Span(source.start, source.end) if source else None
        return Mention(start, end, form, actors, score, where)

    # Who stands out before a position.

    def _persons_before(self, position: int, reach: int = 1200) -> Iterator[Mention]:
        i = bisect.bisect_left(self.named, position, key=lambda m: m.start)
        for mention in reversed(self.named[:i]):
            if mention.start < position - reach:
                return
            if mention.end <= position and mention.actors[0].kind == "person":
                yield mention

    def _subject(self, sentence: int, before: int) -> Mention | None:
        """The first single person of a sentence that no preposition governs, before a position."""
        if sentence < 0:
            return None
        first = self.bounds[sentence]
        last = self.bounds[sentence + 1] if sentence + 1 < len(self.bounds) else len(self.text)
        i = bisect.bisect_left(self.named, first, key=lambda m: m.start)
        fallback = None
        for mention in self.named[i:]:
            if mention.start >= min(last, before):
                break
            if (
                mention.end > before
                or len(mention.actors) > 1
                or mention.actors[0].kind != "person"
                or self._in_quote(mention.start)
            ):
                continue
            lead = self.text[max(first, mention.start - 20) : mention.start]
            owner = self.text[mention.end : mention.end + 2] in ("'s", "’s")
            if not _PREPOSED.search(lead) and not owner:
                return mention
            fallback = fallback or mention
        return None if fallback is None else fallback if sentence == 0 else None

    def _title(self, start: int, end: int, titled: Titled) -> Mention | None:
        if titled.state and ":" in titled.state:
            holder = self.people.holder(titled.state, titled.office, self.day)
            return self._made(
                start, end, "title", (holder.actor(titled.role),) if holder else (), 0.7
            )
        fitting = []
        for mention in self._persons_before(start, 10**9):
            for actor in mention.actors:
                if titled.state and actor.state not in (titled.state, None):
                    continue
                held = {t.office for t in self.people.offices_of(actor.id)}
                said = _office(actor.role)
                if self._fits(titled.office, held | {said}, actor.role, titled.role):
                    fitting.append((mention, actor))
        states = [titled.state] if titled.state else [self.own] if self.own else []
        table = None
        if titled.office:
            for state in states:
                table = table or (
                    self.people.holder(state, titled.office, self.day) if state else None
                )
        if table and not titled.state and any(a.id == table.id for _, a in fitting):
            return self._made(start, end, "title", (table.actor(titled.role),), 0.85)
        if fitting:
            if not titled.state and self.own:
                ours = [f for f in fitting if f[1].state == self.own]
                fitting = ours or fitting
            mention, actor = fitting[0]
            return self._made(start, end, "title", (actor,), 0.8, mention)
        if table:
            return self._made(start, end, "title", (table.actor(titled.role),), 0.75)
        if titled.state and "spokes" in titled.role.lower():
            return self._made(start, end, "title", (gazetteer.current().actor(titled.state),), 0.6)
        return None

    @staticmethod
    def _fits(office: str, held: set[str], said: str | None, wanted: str) -> bool:
        if office in ("leader", "head-of-state"):
            return bool(held & {"president", "prime-minister", "leader", "monarch", "emir"})
        if office:
            return office in held or (
                office == "president"
                and bool(held & {"european-council-president", "european-commission-president"})
            )
        last = words_of(wanted)[-1:]
        if last == ["minister"]:
            return any(h.endswith("minister") for h in held if h)
        return bool(last) and last[0] in words_of(said or "")

    def _pronoun(self, start: int, end: int, word: str) -> Mention | None:
        if word in ("i", "my", "me", "we", "our", "us"):
            return self._first_person(start, end, word)
        if word in ("they", "their", "them"):
            return self._they(start, end)
        woman = word in ("she", "her")
        sentence = self._sentence(start)
        candidates = [self._subject(sentence, start), self._subject(sentence - 1, start)]
        if word in ("his", "her", "him"):
            candidates = [c for c in candidates if c]
        candidates += list(self._persons_before(start))[:6]
        for mention in candidates:
            if mention is None or len(mention.actors) > 1:
                continue
            if _is_woman(mention.actors[0]) == woman:
                return self._made(start, end, "pronoun", mention.actors, 0.75, mention)
        if self.document.has(ENTITIES):
            return self._antecedent(start, end)
        return None

    def _antecedent(self, start: int, end: int) -> Mention | None:
        entities = self.document.get(ENTITIES)
        for entity in entities:
            if entity.start == start and entity.antecedent is not None:
                target = entities[entity.antecedent]
                for mention in self.named:
                    if mention.start < target.end and target.start < mention.end:
                        return self._made(start, end, "pronoun", mention.actors, 0.5, mention)
        return None

    def _turn_speaker(self, position: int) -> tuple[Actor, ...] | None:
        for turn, actors in self.turns:
            if turn.start <= position < turn.end:
                return actors
        return None

    def _first_person(self, start: int, end: int, word: str) -> Mention | None:
        speaker: tuple[Actor, ...] = self._turn_speaker(start) or ()
        if not speaker and self._in_quote(start):
            said = self._quoted_by(start)
            speaker = said.actors if said else ()
        if not speaker and self.genre in _OWN_VOICE and not self._in_quote(start):
            speaker = self._author()
        if not speaker and self.own and not self._in_quote(start) and word in ("we", "our", "us"):
            speaker = (gazetteer.current().actor(self.own),)
        if word in ("i", "my", "me"):
            return self._made(start, end, "pronoun", speaker, 0.8)
        states = distinct(gazetteer.current().actor(a.state) if a.state else a for a in speaker)
        return self._made(start, end, "pronoun", states, 0.7)

    def _author(self) -> tuple[Actor, ...]:
        """Who speaks in a text of one voice: the first person of the title, else of the state."""
        title = self.document.source.title or ""
        for mention in self.named:
            actor = mention.actors[0]
            if actor.kind == "person" and words_of(actor.name)[-1] in words_of(title):
                return (actor,)
        if self.own:
            return (gazetteer.current().actor(self.own),)
        return ()

    def _quoted_by(self, position: int) -> Mention | None:
        """Whose words a quotation is: the person right after it or before it."""
        for start, end in self.quotes:
            if start <= position < end:
                i = bisect.bisect_left(self.named, end, key=lambda m: m.start)
                for mention in self.named[i : i + 2]:
                    if mention.start < end + 60 and mention.actors[0].kind == "person":
                        return mention
                return self._subject(self._sentence(start), start) or next(
                    self._persons_before(start), None
                )
        return None

    def _own(self, start: int, end: int, word: str) -> Mention | None:
        if not word.startswith("our"):
            return None
        speaker: tuple[Actor, ...] = self._turn_speaker(start) or ()
        if not speaker and self._in_quote(start):
            said = self._quoted_by(start)
            speaker = said.actors if said else ()
        states = [a.state for a in speaker if a.state] or ([self.own] if self.own else [])
        return self._made(
            start, end, "state", distinct(gazetteer.current().actor(s) for s in states[:1]), 0.75
        )

    # Both at once.

    def _they(self, start: int, end: int) -> Mention | None:
        sentence = self._sentence(start)
        for at in (sentence, sentence - 1, sentence - 2):
            if at < 0:
                continue
            first = self.bounds[at]
            group = [
                m for m in self.named if first <= m.start < start and self._sentence(m.start) == at
            ]
            for mention in reversed(group):
                if mention.form == "collective" or len(mention.actors) > 1:
                    return self._made(start, end, "pronoun", mention.actors, 0.7, mention)
            if at < sentence or len(group) > 1:
                people = distinct(
                    a
                    for m in group
                    if not self._in_quote(m.start)
                    for a in m.actors
                    if a.kind == "person"
                )
                if len(people) == 2:
                    return self._made(start, end, "pronoun", people, 0.65)
        return None

    def _two_states(self, position: int) -> tuple[Actor, ...]:
        sentence = self._sentence(position)
        names = gazetteer.current()
        for at in (sentence, sentence - 1):
            if at < 0:
                continue
            first = self.bounds[at]
            states = distinct(
                names.actor(a.state)
                for m in self.named
                if first <= m.start < position and self._sentence(m.start) == at
                for a in m.actors
                if a.state
            )
            if len(states) == 2 and (not self.own or any(s.id == self.own for s in states)):
                return states
        return self.sides

    def _two_persons(self, position: int, word: str) -> tuple[Actor, ...]:
        """The two latest persons of the two parties before a position."""
        ministers = "minister" in word or "diplomat" in word
        found: dict[str, Actor] = {}
        wanted = {s.id for s in self.sides}
        for mention in self._persons_before(position, 10**9):
            for actor in mention.actors:
                held = {t.office for t in self.people.offices_of(actor.id)}
                minister = "foreign-minister" in held or "minister" in (actor.role or "").lower()
                heads = bool(held & {"president", "prime-minister", "leader", "vice-president"})
                if ministers and not minister:
                    continue
                if not ministers and held and not heads and "interloc" not in word:
                    continue
                if actor.state and (not wanted or actor.state in wanted or len(wanted) < 2):
                    found.setdefault(actor.state, actor)
            if len(found) == 2:
                break
        if len(found) < 2 and self.day and len(self.sides) == 2:
            office = "foreign-minister" if ministers else "leader"
            if "president" in word:
                office = "president"
            holders = [self.people.holder(s.id, office, self.day) for s in self.sides]
            if all(holders):
                return tuple(
                    found.get(s.id) or h.actor()
                    for s, h in zip(self.sides, holders, strict=True)
                    if h
                )
            return ()
        order = [s.id for s in self.sides]
        return tuple(
            sorted(found.values(), key=lambda a: order.index(a.state) if a.state in order else 9)
        )


def _office(role: str | None) -> str:
    """The office that a role as the text gives it means, or ""."""
    return office_of(role) if role else ""


def _is_woman(actor: Actor) -> bool:
    words = words_of(actor.name)
    return any(w in _WOMEN for w in words) or actor.name.lower().endswith(("ova", "eva", "skaya"))


def _has(document: Document, layer: object) -> bool:
    return document.has(layer) and bool(document.get(layer))  # type: ignore[arg-type]
