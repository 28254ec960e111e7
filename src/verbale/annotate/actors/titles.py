"""A title as it is read: its state before and behind it, what it is of, and the titles joined to it."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.actors.tokens import Tokens
from verbale.annotate.actors.words import AIDES, ENVOYS, MODIFIERS, RANKS
from verbale.data.titles import longest_title

__all__ = ["Reading", "Titles"]

_OF = ("of", "to", "for")
# Offices of which nobody holds two at once.
_HEADS = frozenset(("president", "prime-minister", "vice-president"))
# Words before an adviser's title that say what the advice is on, at the most.
_ADVICE = 6


@dataclass(slots=True)
class Reading:
    """A title while it is read: tokens [first, j), its office, its state or organization."""

    first: int
    j: int
    office: str
    state: str | None


class Titles(Tokens):
    """The tokens of a text, and the titles that are read in them."""

    def _read_title(self, i: int, got: tuple[int, str]) -> Reading:
        """The title at a token with its state before and after and the titles joined to it."""
        before, first = self._state_before(i, MODIFIERS)
        words = ("of",) if ENVOYS & set(self.lower[i : i + got[0]]) else _OF
        tail, j = self._tail(i + got[0], words)
        served, j = self._of_another(i + got[0] - 1, j)
        tail = tail or served
        if words is not _OF and j < len(self.words):
            j = max(j, self._of_state(j, _OF)[1])
        state = tail if tail and ":" not in tail else (before or tail)
        read = Reading(first, j, got[1], state)
        while self._another_title(read, self.words[i][0].isupper()):
            pass
        return read

    def _rank(self, j: int) -> bool:
        """Whether a rank stands right behind a title: "Spokesperson Senior Colonel Velde"."""
        got = longest_title(self.lower, j)
        return bool(
            got
            and self.near(j)
            and self.words[j][0].isupper()
            and self.lower[j + got[0] - 1] in RANKS
        )

    def _of_another(self, last: int, j: int) -> tuple[str | None, int]:
        """State and end of "to the Head of the Office of Avaria" behind an adviser's title."""
        if self.lower[last] not in AIDES or j + 2 >= len(self.words) or self.lower[j] != "to":
            return None, j
        k = j + 1 + (self.lower[j + 1] == "the")
        match = self._first.get(k)
        own = match.id if match and match.use == "adjective" else None
        k += match.tokens if match and own else 0
        got = longest_title(self.lower, k) if k < len(self.words) else None
        if got is None:
            return None, j
        tail, end = self._tail(k + got[0], _OF)
        return tail or own, end

    def _another_title(self, read: Reading, capital: bool) -> bool:
        """Takes "and Foreign Minister" or ", Minister of Trade" into a title, where one follows."""
        j = k = read.j
        if j >= len(self.words):
            return False
        gap = self.gap(j).strip()
        if self._rank(j):
            pass
        elif self.lower[j] in ("and", "amp") or gap == "&":
            k += self.lower[j] in ("and", "amp")
        elif gap != ",":
            return False
        match = self._first.get(k)
        own: str | None = None
        if match and match.use in ("adjective", "name", "organization"):
            own, k = match.id, k + match.tokens
            if k < len(self.words) and self.words[k] == "s":
                k += 1
        if not capital or k >= len(self.words) or not self.words[k][0].isupper():
            return False
        more = longest_title(self.lower, k)
        if more is None or self._courtesy(k):
            return False
        tail, j2 = self._tail(k + more[0], _OF)
        if self.name_end(j2) == j2 and gap == ",":
            return False
        if own and read.state and own != read.state and ":" not in own + read.state:
            return False  # "the French President and German Chancellor Lind": two persons
        if {read.office, more[1]} <= _HEADS and read.office != more[1] and read.state != "ARE":
            return False  # "the Vice President and Chancellor Lind"; of the Emirates one is both
        new = tail or own
        if new and (read.state is None or ":" not in new):
            read.state = new
        read.office = more[1] or read.office
        read.j = j2
        return True

    def _role(self, read: Reading) -> str:
        t = self.tokens
        role = " ".join(self.text[t[read.first].start() : t[read.j - 1].end()].split())
        return role if ")" in role else role.partition(" (")[0]

    def _aide(self, k: int) -> int:
        """The token of an adviser's title behind what the advice is on: "Foreign Policy Adviser to"."""
        for m in range(k + 1, min(k + _ADVICE, len(self.words) - 1)):
            if self.lower[m] in AIDES and self.near(m) and self.lower[m + 1] == "to":
                return m
            if not self.near(m) or not (self.words[m][0].isupper() or self.lower[m] == "and"):
                break
        return k

    def _apposition(self, j: int) -> tuple[str | None, str, str | None, int]:
        """Role, office, state and end of ", the Chinese foreign minister," after a name."""
        if j >= len(self.words) or "\n\n" in self.gap(j) or self.gap(j).strip() != ",":
            return None, "", None, j
        k = j + (self.lower[j] in ("the", "a", "an"))
        first, own = k, None
        match = self._first.get(k)
        if match:
            own, k = match.id, k + match.tokens
            if k < len(self.words) and self.words[k] == "s":
                k += 1
        while k < len(self.words) and self.lower[k] in MODIFIERS:
            k += 1
        got = longest_title(self.lower, k) if k < len(self.words) else None
        if got is None and (aide := self._aide(k)) > k:
            k, got = aide, (1, "")
        if got is None or self._courtesy(k):
            return None, "", None, j
        words = ("of",) if ENVOYS & set(self.lower[k : k + got[0]]) else _OF
        tail, end = self._tail(k + got[0], words)
        served, end = self._of_another(k + got[0] - 1, end)
        tail = tail or served
        if self.name_end(end) > end and self.near(end):
            return None, "", None, j
        role = " ".join(self.text[self.tokens[first].start() : self.tokens[end - 1].end()].split())
        state = tail if tail and ":" not in tail else (own or tail)
        return role, got[1], state, end
