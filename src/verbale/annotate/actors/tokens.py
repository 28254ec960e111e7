"""The tokens of a text with the gazetteer's names over them, and where a person's name ends."""

from __future__ import annotations

import re

from verbale.annotate.actors.words import (
    COURTESY,
    INSTITUTIONS,
    NOT_HYPHENED,
    NOT_NAMES,
    PARTICLES,
    PORTFOLIO,
    REALM,
    SUFFIX,
)
from verbale.data import offices
from verbale.data.gazetteer import TOKEN, Gazetteer, Match
from verbale.data.names import surname
from verbale.data.titles import longest_title

__all__ = ["Tokens"]

# Tokens of a ministry's name between a state and a title at the most.
_BODY = 8
# Tokens of a label's title at the most.
_LABEL = 14
# Words of a name at the most.
LONGEST = 6
# Words that are no names in capitals either; "HE LIN" may be one.
_NEVER_NAMES = NOT_NAMES - {"He"}
# Titles that stand in names, too.
_ALSO_NAMES = frozenset(("general", "king", "sheikh"))


class Tokens:
    """Tokens of a text, in lower case too, and the names of states and organizations in it."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.tokens: list[re.Match[str]] = list(TOKEN.finditer(text))
        self.words = [t.group() for t in self.tokens]
        self.lower = [w.lower() for w in self.words]
        self.matches = gazetteer.find(text, self.tokens)
        self._first: dict[int, Match] = {m.index: m for m in self.matches}
        self._last: dict[int, Match] = {m.index + m.tokens - 1: m for m in self.matches}
        self._named = {k for m in self.matches for k in range(m.index, m.index + m.tokens)}

    def gap(self, i: int) -> str:
        """What stands between token i-1 and i."""
        if not 0 < i < len(self.tokens):
            return "\n\n"
        return self.text[self.tokens[i - 1].end() : self.tokens[i].start()]

    def near(self, i: int) -> bool:
        """Whether nothing but a space or a line break stands before a token."""
        gap = self.gap(i)
        return len(gap) <= 2 and not gap.strip() and "\n\n" not in gap

    def name_end(self, i: int) -> int:
        """The token after the name that begins at i; i when none does."""
        j, n = i, len(self.words)
        while j < n and j - i < LONGEST:
            if j > i:
                if self.words[j] in SUFFIX and self.gap(j).strip() in ("", ","):
                    return j + 1
                if self._hyphened(i, j):
                    j += 1
                    continue
                if not self._goes_on(i, j):
                    break
                after = self._past_particles(j)
                if after > j:
                    j = after
                    continue
            if not self._may_name(j):
                break
            if j > i and longest_title(self.lower, j) and self.lower[j] not in _ALSO_NAMES:
                break
            j += 1
        return j

    def once(self, i: int, j: int) -> int:
        """The token after a name's first telling: a page's tooltip may give it again, turned about.

        "Ilse Maren Maren IlsePresident of Avaria".
        """
        for k in range(i + 2, j):
            if len(self.words[k]) > 2 and self.words[k] in self.words[i + 1 : k]:
                return k
        return j

    def label_end(self, j: int) -> int:
        """The token before the colon that ends a line's label, where it is near; else j."""
        for k in range(j, min(j + _LABEL, len(self.words) + 1)):
            gap = self.gap(k)
            if gap.startswith(":"):
                return k
            if gap.strip():
                break
        return j

    def _may_name(self, j: int) -> bool:
        word = self.words[j]
        if (word == "He" and self._family(j)) or self._of_holder(j):
            return True
        if len(word) == 1 and word.isupper() and word != "I" and self.gap(j + 1).strip() == ".":
            # An initial, where a name stands before it and behind it.
            return (
                j > 0 and self.near(j) and self.words[j - 1][0].isupper()
            ) or word not in NOT_NAMES
        return (
            word[0].isupper()
            and j not in self._named
            and word not in NOT_NAMES
            and not (word.isupper() and len(word) > 1 and word.title() in _NEVER_NAMES)
        )

    def _christen(self, j: int) -> None:
        """Take a capital for a given name, behind a title and before a family name: "Santiago Maro"."""
        match = self._first.get(j)
        if match is None or match.use != "capital" or match.tokens > 1 or j + 1 >= len(self.words):
            return
        if self.near(j) and self.near(j + 1) and self._may_name(j + 1):
            self.matches.remove(match)
            del self._first[j], self._last[j]
            self._named.discard(j)

    def _of_holder(self, j: int) -> bool:
        """Whether a common word opens the name of a known person: "To Lam"."""
        if self.words[j] not in NOT_NAMES or j + 1 >= len(self.words) or not self.near(j + 1):
            return False
        given = self.words[j + 1]
        return (
            given[0].isupper() and offices.current().named(f"{self.words[j]} {given}") is not None
        )

    def _family(self, j: int) -> bool:
        """Whether "He" is a family name: behind a title, in a label, or of a known person."""
        if j + 1 >= len(self.words) or not self.near(j + 1):
            return False
        given = self.words[j + 1]
        if not given[0].isupper() or given in NOT_NAMES:
            return False
        titled = j > 0 and self.near(j) and longest_title(self.lower[:j], j - 1) is not None
        label = self.gap(j + 2).startswith(":")
        return titled or label or offices.current().named(f"He {given}") is not None

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether the token at j is joined to the name before it."""
        gap, before = self.gap(j), self.words[j - 1]
        if self.near(j) or (len(before) == 1 and gap.strip() == "." and len(gap) < 4):
            return True
        if gap not in ("-", "'", "’") or not self.words[j][0].isupper() or before in SUFFIX:
            return False
        return not (gap == "-" and j == i + 1 and _two_people(before, self.words[j]))

    def _hyphened(self, i: int, j: int) -> bool:
        """ "Jae-in", "Suk-yeol": a given name's second half in lower case, behind a family name."""
        word = self.words[j]
        return (
            j > i + 1
            and self.gap(j) == "-"
            and word.islower()
            and len(word) <= 6
            and word not in NOT_HYPHENED
            and self.words[j - 1][0].isupper()
        )

    def _past_particles(self, j: int) -> int:
        """The token after "von der" where a capitalised word follows; j when none stands here."""
        k = j
        while k < len(self.words) and self.words[k] in PARTICLES and (k == j or self.near(k)):
            k += 1
        if k == j or k >= len(self.words) or not self.words[k][0].isupper():
            return j
        return k if self.near(k) or self.gap(k) in ("-", "'", "’") else j

    def _state_before(self, i: int, modifiers: frozenset[str]) -> tuple[str | None, int]:
        """The state or organization right before a title, and the phrase's first token."""
        k = i
        while k > 0 and self.lower[k - 1] in modifiers and self.near(k):
            k -= 1
        if k > 1 and self.words[k - 1] == "s" and self.gap(k - 1) in ("'", "’") and self.near(k):
            match = self._last.get(k - 2)
            if match:
                return match.id, match.index
        match = self._last.get(k - 1) if self.near(k) or self.gap(k) in ("' ", "’ ") else None
        if match and self._led(match):
            return None, k  # "the Committee on Avaria Chairman", "the embassy in Avaria spokesman"
        if match and match.use != "people":
            return match.id, match.index
        m = self._body_before(k)
        return self._state_before(m, frozenset()) if m < k else (None, k)

    def _led(self, match: Match) -> bool:
        """Whether a preposition of place or topic leads to a state: not whose office it is."""
        at = match.index - 1
        at -= at >= 0 and self.lower[at] == "the"
        return at >= 0 and self.lower[at] in ("in", "on", "to")

    def _body_before(self, k: int) -> int:
        """The first token of a ministry's name or letters right before a title, behind a state; else k.

        "China's MOD Spokesperson", "the Avarian Ministry of Trade spokesperson".
        """
        if k == 0 or self.lower[k - 1] in ("and", "for", "of", "the"):
            return k  # "the Avarian Republic and President Ilse Maren"
        m = k
        while m > 0 and k - m < _BODY and self.near(m) and self._of_body_name(m - 1):
            m -= 1
        while m < k and self.lower[m] in ("and", "for", "of", "the"):
            m += 1
        if m == k or m == 0:
            return k
        behind = self._last.get(m - 1) or (
            self._last.get(m - 2) if self.words[m - 1] == "s" and m > 1 else None
        )
        return m if behind and behind.use in ("adjective", "name") else k

    def _of_body_name(self, i: int) -> bool:
        word = self.words[i]
        letters = word.isupper() and 1 < len(word) < 6 and i not in self._named
        named = word[0].isupper() and (self.lower[i] in PORTFOLIO or word in INSTITUTIONS)
        return letters or named or self.lower[i] in ("and", "for", "of", "the")

    def _of_state(self, j: int, words: tuple[str, ...]) -> tuple[str | None, int]:
        """The state of "of (the Republic of) X" at a token, and the token after it."""
        if j + 1 >= len(self.words) or self.lower[j] not in words:
            return None, j
        if not (self.near(j) or (self.words[j - 1] in SUFFIX and self.gap(j) == ". ")):
            return None, j
        k = j + 1
        while k < len(self.words) and (
            self.lower[k] in ("the", "of") or (self.lower[k] in REALM and k not in self._first)
        ):
            k += 1
        match = self._first.get(k)
        if match is None:
            return None, j
        end = match.index + match.tokens
        realm = end < len(self.words) and self.lower[end] in REALM and self.near(end)
        if match.use == "adjective" and not realm and self._title_at(end):
            return None, j  # "the adviser to the Avarian president"
        end += realm
        # An acronym in brackets behind it: "of the Republic of Avaria (ROA)".
        again = self._first.get(end)
        if again is not None and again.id == match.id and self.gap(end) == " (":
            return match.id, end + again.tokens
        return match.id, end

    def _title_at(self, i: int) -> bool:
        """Whether a title begins at a token right behind another."""
        return i < len(self.words) and self.near(i) and bool(longest_title(self.lower, i))

    def _tail(self, j: int, words: tuple[str, ...]) -> tuple[str | None, int]:
        """Consumes "of" phrases after a title: a state, or what a ministry is of."""
        state: str | None = None
        while j < len(self.words):
            # "the visit of the president of Avaria to Borduria": whose comes first, where to behind it.
            got, end = self._of_state(j, ("of",) if state and ":" not in state else words)
            if end > j:
                state, j = got, end
                if j < len(self.words) and self.near(j) and self._names_body(j):
                    j = self._portfolio(j)
                continue
            if self.lower[j] in ("of", "for", "in", "on") and self.near(j):
                end = self._portfolio(j + 1)
                if end > j + 1:
                    j = end
                    continue
            break
        return state, j

    def _names_body(self, j: int) -> bool:
        """Whether a body's name goes on behind a state's: "of the Party of Avaria | Central Committee"."""
        word = self.lower[j]
        return word == "ministry" or (word in PORTFOLIO and self.words[j][0].isupper())

    def _portfolio(self, k: int) -> int:
        """The token after what a ministry is of: "Economic Growth, Energy, and the Environment"."""
        first = k
        while k < len(self.words) and (
            self.lower[k] in PORTFOLIO or self.lower[k] in ("the", "and", "of")
        ):
            if k > first and not (self.near(k) or self.gap(k) == ", "):
                break
            k += 1
        while k > first and self.lower[k - 1] in ("the", "and", "of"):
            k -= 1
        return k

    def _courtesy(self, i: int) -> bool:
        """Whether a form of address stands at a token: "Mr.", "Sir" but not the "sir" of a reply."""
        return self.lower[i] in COURTESY and self.words[i][0].isupper()


def _two_people(one: str, other: str) -> bool:
    """Whether a hyphen stands between two known persons: "the Maro-Lind call"."""
    people = offices.current()
    return all(people.surnamed(surname(w)[-1], None) for w in (one, other) if surname(w))
