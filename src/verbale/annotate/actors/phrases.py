"""Titles and names of persons as phrases: "Orvenian State Councilor and Foreign Minister Ruo Tanli".

One scan over the tokens of a text. A title takes the state before it ("Chinese", "China's", "U.S.")
and after it ("of the Republic of Poland"), further titles, and then the name.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.annotate.actors.titles import Reading, Titles
from verbale.annotate.actors.words import AIDES, ALONE, COURTESY, MODIFIERS, SUFFIX, WIDE
from verbale.data import offices
from verbale.data.gazetteer import Gazetteer
from verbale.data.titles import longest_title, plural_title

__all__ = ["Phrase", "Phrases"]


# Words of the name of somebody's service at the most, with "from the" before it.
_SERVICE = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A person's name with its title, or a title alone (`name` empty), as code points."""

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    office: str = ""
    state: str | None = None
    role: str | None = None
    titled: bool = False
    body: str | None = None


class Phrases(Titles):
    """The phrases of one text; `found` in text order, without overlaps."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        super().__init__(text, gazetteer)
        self.found: list[Phrase] = []
        self._scan()

    def _scan(self) -> None:
        i, n = 0, len(self.words)
        while i < n:
            if self.found and self.tokens[i].start() < self.found[-1].end:
                i += 1
                continue
            end = i
            if i not in self._named:
                if plural := plural_title(self.lower, i):
                    end = self._several(i, plural)
                elif got := longest_title(self.lower, i):
                    end = self._title(i, got)
            if end == i and self._may_name(i):
                end = self._bare_name(i)
            i = max(end, i + 1)

    def _add(
        self,
        first: int,
        name: int,
        name_end: int,
        end: int,
        office: str,
        state: str | None,
        role: str | None,
        titled: bool,
    ) -> None:
        t = self.tokens
        if (again := self.once(name, name_end)) < name_end:
            name_end, end = again, self.label_end(max(end, name_end))
        stop = t[name_end - 1].end()
        if (
            name_end > name
            and self.words[name_end - 1] in SUFFIX
            and self.text[stop : stop + 1] == "."
        ):
            stop += 1
        at = t[name].start() if name_end > name else stop
        while self.found and self.found[-1].start >= t[first].start():
            self.found.pop()  # "MOD" of "the Avarian MOD spokesperson"
        self.found.append(
            Phrase(
                t[first].start(),
                max(t[end - 1].end(), stop),
                at,
                stop,
                " ".join(self.text[at:stop].split()) if name_end > name else "",
                office,
                None if state and ":" in state else state,
                role,
                titled,
                state if state and ":" in state else None,
            )
        )

    def _bare_name(self, i: int) -> int:
        """Reads a name without a title before it; the token after it, or i for none."""
        end = self.name_end(i)
        if end == i:
            return i
        i = self._known_tail(i, end)
        several = end - i > 1
        if not several and self.words[i].endswith("ly") and self._opens(i):
            return i  # "Separately, the President": an adverb
        state, last = self._of_state(end, ("of",)) if several else (None, end)
        role, office, more, last2 = self._apposition(end)
        self._add(i, i, end, max(end, last), office, more or state, role, False)
        return max(end, last2)

    def _known_tail(self, i: int, end: int) -> int:
        """Where a known person's name begins in a row of capitals: "Trade Representative Ilse Maren"."""
        people = offices.current()
        if end - i > 2 and not people.named(" ".join(self.words[i:end])):
            for k in range(i + 1, end - 1):
                if people.named(" ".join(self.words[k:end])):
                    return k
        return i

    def _opens(self, i: int) -> bool:
        """Whether a token begins a sentence that goes on behind a comma."""
        before = self.gap(i)
        return ("\n" in before or bool(set(".!?") & set(before))) and self.gap(i + 1).startswith(
            ","
        )

    # Titles before names.

    def _title(self, i: int, got: tuple[int, str]) -> int:
        """Reads the phrase whose title begins at a token; the token after it, or i for none."""
        if self._courtesy(i):
            return self._addressed(i)
        if self.lower[i] in ("sir", "lady", "lord", "dr"):
            return i
        if self._serves(i + got[0]):
            return i  # "adviser to President Lind": the name is the president's
        read = self._read_title(i, got)
        name, end = self._name_after(read, i + got[0])
        role = self._role(read)
        if end > name and (self.words[i][0].isupper() or end - name > 1 or read.first < i):
            after, stop = self._of_state(end, ("of",))
            if after and ":" not in after and read.state in (None, after):
                read.state = after
            else:
                stop = end
            if read.state is None and (found := self._apposition(end))[2]:
                read.state, stop = found[2:]  # "Ambassador Maro, adviser to the Avarian president"
            read.state = read.state or self._sent_from(end)
            self._add(read.first, name, end, stop, read.office, read.state, role, True)
            return self._named_together(max(stop, end), read, role)
        letters = self.words[i].isupper() and len(self.words[i]) == 2
        alone = got[0] == 1 and (self.lower[i] in WIDE or letters) and read.j == i + 1
        if alone or (not read.office and self.lower[i] not in ALONE and got[0] == 1):
            return i
        self._add(read.first, read.j, read.j, read.j, read.office, read.state, role, True)
        return read.j

    def _serves(self, j: int) -> bool:
        """Whether "to" and a title with a name stand behind an adviser's title that ends at a token."""
        if j + 2 >= len(self.words) or self.lower[j - 1] not in AIDES or self.lower[j] != "to":
            return False
        served = longest_title(self.lower, j + 1)
        behind = j + 1 + served[0] if served else j
        return behind > j and self.near(behind) and self.name_end(behind) > behind

    def _sent_from(self, j: int) -> str | None:
        """The state of "from the National Secretariat of Avaria" right behind a name."""
        if j + 2 >= len(self.words) or self.lower[j] != "from" or self.lower[j + 1] != "the":
            return None
        k = j + 2
        while (
            k < min(j + _SERVICE, len(self.words)) and self.near(k) and self.words[k][0].isupper()
        ):
            k += 1
        return self._of_state(k, ("of",))[0] if k > j + 2 else None

    def _addressed(self, i: int) -> int:
        """ "Mr. Maro", "Mr. President", "Dr. Ilse Maren": a form of address and what follows it."""
        j = i + 1
        if (
            j >= len(self.words)
            or "\n\n" in self.gap(j)
            or self.gap(j).strip(" \n\u00a0") not in ("", ".")
        ):
            return i
        if got := longest_title(self.lower, j):  # a vocative, which names the one spoken to
            read = self._read_title(j, got)
            _, end = self._name_after(read, j + got[0])
            return i if end > read.j else read.j
        end = self.name_end(j)
        if end == j:
            return i
        role, office, state, last = self._apposition(end)
        self._add(i, j, end, end, office, state, role, True)
        return max(end, last)

    def _name_after(self, read: Reading, last: int) -> tuple[int, int]:
        """Tokens of the name behind a title; an empty stretch for none."""
        j = read.j
        if j >= len(self.words):
            return j, j
        gap = self.gap(j)
        if gap == ", " and self.lower[j] in COURTESY and j + 1 < len(self.words):
            end = self.name_end(j + 1)  # "the President of Avaria, Mr Lind"
            return (j + 1, end) if end > j + 1 and self.near(j + 1) else (j, j)
        end = self.name_end(j) if gap == ", " else j
        aside = self.words[last - 1].islower() and self.gap(end).startswith(",")
        listed = end - j >= 2 and (last != j or aside)  # "its spokesman, Jan Holt, said"
        bracket = gap in (") ", ")\n")
        if self.words[j] == "Dr" and self.near(j) and self.gap(j + 1).strip() in ("", "."):
            j += 1  # "Foreign Minister Dr. Maren"
            gap, bracket = self.gap(j), True
        self._christen(j)
        if not (self.near(j) or listed or bracket) or not self._may_name(j):
            return j, j
        return j, self.name_end(j)

    def _named_together(self, j: int, read: Reading, role: str) -> int:
        """Reads on where a title of the plural names several: nothing for one of the singular."""
        if not role or not plural_title(self.lower, read.j - 1):
            return j
        while j < len(self.words):
            gap = self.gap(j).strip()
            k = j + (self.lower[j] == "and")
            if not (gap == "," or (gap == "" and k > j)) or k >= len(self.words):
                break
            if not self._may_name(k) or longest_title(self.lower, k):
                break
            end = self.name_end(k)
            if end == k:
                break
            self._add(k, k, end, end, read.office, read.state, role, True)
            j = end
        return j

    def _several(self, i: int, got: tuple[int, str]) -> int:
        """ "Presidents Maro and Lind": the plural of a title before names; i where none follow."""
        if not self.words[i][0].isupper():
            return i
        before, first = self._state_before(i, MODIFIERS)
        read = Reading(first, i + got[0], got[1], before)
        name, end = self._name_after(read, i + got[0])
        if end == name:
            return i
        role = self._role(read)
        self._add(read.first, name, end, end, read.office, read.state, role, True)
        return self._named_together(end, read, role)
