"""Who the persons of one text are: names, surnames and spellings led to one person each."""

from __future__ import annotations

import datetime
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from verbale.annotate.actors.phrases import Phrase
from verbale.data import gazetteer
from verbale.data.names import key, slug, surname
from verbale.data.offices import People, Person

__all__ = ["Registry"]

# Letters of a word from which on one that differs is a slip and no other name.
_LONG = 5
# Surnames that are common English words or names of places: alone, without a title and not named
# before, no person.
_WORDS = frozenset(
    """
    baker bennett brown bruce bush carney carter case cook customs francis gates grossi hunt
    hurd hussein key kim lee major may miller park paul perry powell power price rice short
    snow straw wang will
    """.split()
)


class Registry:
    """Persons of a text; full names first, then surnames; the text goes before the table."""

    def __init__(self, people: People, day: datetime.date | None) -> None:
        self._people = people
        self._day = day
        self.persons: dict[str, Person] = {}
        self._by_word: dict[str, list[str]] = {}

    def full(self, phrase: Phrase) -> Person:
        """The person of a full name; registers it."""
        known = self._people.named(phrase.name)
        if known and phrase.state and not self._may_be(known, phrase.state):
            known = None
        if known is None:
            name = phrase.name.title() if phrase.name.isupper() else phrase.name
            known = Person("person:" + slug(name, phrase.state), name, phrase.state)
            words = key(name)
            same = next((p for p in self.persons.values() if _alike(key(p.name), words)), None)
            known = same or known
        return self._keep(known, phrase)

    def _may_be(self, person: Person, state: str) -> bool:
        """Whether a person of the table may act for a state: it is theirs or one of their offices'."""
        held = {t.state for t in self._people.offices_of(person.id)}
        return person.state in (None, state) or state in held

    def _keep(self, known: Person, phrase: Phrase) -> Person:
        held = self.persons.get(known.id)
        if held is None:
            held = replace(known, state=self._acts_for(known))
            self.persons[known.id] = held
        if held.state is None and not self._of_body(known):
            # "NATO Secretary General" acts for a state only where the organization does.
            own = gazetteer.current().actor(phrase.body).state if phrase.body else None
            held.state = phrase.state or own
        if phrase.role:
            held.role = held.role or phrase.role
        words = {*surname(held.name, held.state), *surname(phrase.name, held.state)}
        if len(key(phrase.name)) == 1:
            words = {*key(phrase.name)}
        for word in words:
            ids = self._by_word.setdefault(word, [])
            if held.id in ids:
                ids.remove(held.id)
            ids.append(held.id)
        return held

    def _acts_for(self, person: Person) -> str | None:
        """The state of the office held on the text's day; None for one of an organization."""
        now = self._people.acts_for(person.id, self._day)
        if now is None:
            return person.state
        return None if ":" in now else now

    def _of_body(self, person: Person) -> bool:
        """Whether the person holds an organization's office."""
        return ":" in (self._people.acts_for(person.id, self._day) or "")

    def single(self, phrase: Phrase) -> Person | None:
        """The person of a name of one word: of the text, of the table, or, with a title, new."""
        words = key(phrase.name)
        if not words:
            return None
        word = words[-1]
        ids = [
            i
            for i in self._by_word.get(word, ())
            if phrase.state is None or self.persons[i].state in (None, phrase.state)
        ]
        if ids and (phrase.titled or len(word) > 2 or len(ids) == 1):
            fitting = [i for i in ids if not phrase.office or self._holds(i, phrase.office)]
            return self._keep(self.persons[(fitting or ids)[-1]], phrase)
        if phrase.titled:
            known = self._holder_named(word, phrase)
            known = known or self._people.known_as(phrase.name)
            if known is None or (phrase.state and not self._may_be(known, phrase.state)):
                name = phrase.name.title() if phrase.name.isupper() else phrase.name
                known = Person("person:" + slug(name), name, phrase.state)
            return self._keep(known, phrase)
        if word in _WORDS or (len(word) < 4 and word != "xi"):
            return None
        known = self._people.known_as(phrase.name) or self._people.surnamed(word, self._day)
        if known is None or not self._in_office(known):
            return None
        return self._keep(known, phrase)

    def _holder_named(self, word: str, phrase: Phrase) -> Person | None:
        """The person of that surname in the office on the text's day, else at any time."""
        office = phrase.office or None
        return self._people.surnamed(word, self._day, office, phrase.state) or (
            self._people.surnamed(word, None, office, phrase.state) if office else None
        )

    def _holds(self, ident: str, office: str) -> bool:
        return any(t.office == office for t in self._people.offices_of(ident))

    def _in_office(self, person: Person) -> bool:
        """Whether the person held any office of the table within a decade before the day."""
        if self._day is None:
            return True
        return any(
            t.since <= self._day and (t.until is None or (self._day - t.until).days < 3653)
            for t in self._people.offices_of(person.id)
        )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names are one, but for a letter in one word: a slip of the text."""
    if one == other:
        return True
    unlike = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(one) < 2 or len(unlike) != 1:
        return False
    a, b = unlike[0]
    return min(len(a), len(b)) >= _LONG and Levenshtein.distance(a, b, score_cutoff=1) == 1
