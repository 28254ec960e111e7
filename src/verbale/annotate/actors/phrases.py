"""Titles and names of persons as phrases: "Chinese State Councilor and Foreign Minister Wang Yi".

One scan over the tokens of a text. A title takes the state before it ("Chinese", "China's", "U.S.")
and after it ("of the Republic of Poland"), further titles, and then the name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.data.gazetteer import TOKEN, Gazetteer, Match
from verbale.data.titles import longest_title

__all__ = ["Phrase", "Phrases"]

# Lower-case parts of names.
PARTICLES = frozenset(
    """
    al bin bint da de del della der di dos du e el ibn la le op ten ul van von zu
    """.split()
)
# Capitalised words that begin sentences or phrases and are no names.
NOT_NAMES = frozenset(
    """
    A About According After Ahead All Alliance Allies Also Although Among An And Any April
    Are As Asked At August Based Because Before Both But By Can Central Chamber Commission
    Committee Congress Could Council Day December Despite During Each Earlier East Eastern
    European Even Every February Following For Foreign Friday From Further General Given
    Government He Her Here His House How However I If In Indeed Is It Its January Joint
    July June Last Later Let Many March May Maybe Meanwhile Ministry Monday Moreover
    Mutual My National New Next No North Northern Not Notably November Now October Of On
    Once One Only Or Other Our Over Parliament Party Peace People Per Please President
    Press Question Readout Republic Reuters Saturday Security September She Should Since
    So Some South Southern Speaking State Statement States Still Such Summit Sunday
    Telephone Thank Thanks That The Their Then There Therefore These They This Those
    Though Through Thursday Thus To Today Together Tomorrow Tuesday Two Under Union United
    Until We Wednesday Well West Western What When Where Whether Which While White Who Why
    Will With Would Yes Yesterday You Your
    """.split()
)
# What ministries are of, beyond the titles of the lexicon.
PORTFOLIO = frozenset(
    """
    affairs agriculture budget climate commerce cooperation culture defence defense
    development digital economic economy education energy environment external finance
    foreign health home industry infrastructure integration interior internal
    international investment justice labor labour national planning policy public regional
    science security social sports state technology tourism trade transport transportation
    treasury work
    """.split()
)
_REALM = frozenset(
    ["republic", "kingdom", "federation", "state", "states", "federal", "people", "confederation"]
)
_MODIFIERS = frozenset(
    """
    acting current deputy ex first former incoming interim late new newly outgoing senior
    then
    """.split()
)
_SUFFIX = frozenset({"Jr", "Sr", "II", "III", "IV"})
_COURTESY = frozenset({"mr", "ms", "mrs", "dr", "sir", "professor"})


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


class Phrases:
    """The phrases of one text; `found` in text order, without overlaps."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.tokens: list[re.Match[str]] = list(TOKEN.finditer(text))
        self.words = [t.group() for t in self.tokens]
        self.lower = [w.lower() for w in self.words]
        self.matches = gazetteer.find(text, self.tokens)
        self._first: dict[int, Match] = {m.index: m for m in self.matches}
        self._last: dict[int, Match] = {m.index + m.tokens - 1: m for m in self.matches}
        self._named = {k for m in self.matches for k in range(m.index, m.index + m.tokens)}
        self.found: list[Phrase] = []
        self._scan()

    def gap(self, i: int) -> str:
        """What stands between token i-1 and i."""
        if not 0 < i < len(self.tokens):
            return "\n\n"
        return self.text[self.tokens[i - 1].end() : self.tokens[i].start()]

    def near(self, i: int) -> bool:
        gap = self.gap(i)
        return len(gap) <= 2 and not gap.strip() and "\n\n" not in gap

    def _scan(self) -> None:
        i, n = 0, len(self.words)
        while i < n:
            if i not in self._named and (got := longest_title(self.lower, i)) is not None:
                end = self._title(i, got)
                if end > i:
                    i = end
                    continue
            word = self.words[i]
            if word[0].isupper() and i not in self._named and word not in NOT_NAMES:
                end = self._name_end(i)
                if end > i:
                    state, last = self._of_state(end)
                    role, office, more, last2 = self._apposition(end)
                    self._add(
                        i,
                        i,
                        end,
                        max(end, last if end - i > 1 else end),
                        office,
                        more or (state if end - i > 1 else None),
                        role,
                        False,
                    )
                    i = max(end, last2)
                    continue
            i += 1

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
        stop = t[name_end - 1].end()
        if (
            name_end > name
            and self.words[name_end - 1] in _SUFFIX
            and self.text[stop : stop + 1] == "."
        ):
            stop += 1
        at = t[name].start() if name_end > name else stop
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

    def _name_end(self, i: int) -> int:
        """The token after the name that begins at i; i when none does."""
        j, n = i, len(self.words)
        while j < n and j - i < 6:
            word = self.words[j]
            if j > i:
                gap = self.gap(j)
                initial = len(self.words[j - 1]) == 1 and gap in (". ", ".")
                joined = (
                    gap in ("-", "'", "’")
                    and word[0].isupper()
                    and self.words[j - 1] not in _SUFFIX
                )
                if word in _SUFFIX and gap.strip() in ("", ","):
                    j += 1
                    break
                if not (self.near(j) or initial or joined):
                    break
                if (
                    word in PARTICLES
                    and j + 1 < n
                    and self.words[j + 1][0].isupper()
                    and (self.near(j + 1) or self.gap(j + 1) == "-")
                ):
                    j += 1
                    continue
            if not word[0].isupper() or j in self._named or word in NOT_NAMES or word.isdigit():
                break
            if j > i and longest_title(self.lower, j) and self.lower[j] not in ("king", "general"):
                break
            j += 1
        return j

    def _state_before(self, i: int) -> tuple[str | None, int]:
        """The state or organization right before a title, and the phrase's first token."""
        k = i
        while k > 0 and self.lower[k - 1] in _MODIFIERS and self.near(k):
            k -= 1
        if k > 1 and self.words[k - 1] == "s" and self.gap(k - 1) in ("'", "’") and self.near(k):
            match = self._last.get(k - 2)
            if match:
                return match.id, match.index
        match = self._last.get(k - 1) if self.near(k) else None
        if match and match.use != "people":
            return match.id, match.index
        return None, k

    def _of_state(self, j: int) -> tuple[str | None, int]:
        """The state of "of (the Republic of) X" at a token, and the token after it."""
        if j + 1 >= len(self.words) or self.lower[j] not in ("of", "to", "for") or not self.near(j):
            return None, j
        k = j + 1
        while k < len(self.words) and (
            self.lower[k] in ("the", "of") or (self.lower[k] in _REALM and k not in self._first)
        ):
            k += 1
        match = self._first.get(k)
        if match is None:
            return None, j
        end = match.index + match.tokens
        if end < len(self.words) and self.lower[end] in _REALM and self.near(end):
            end += 1
        return match.id, end

    def _tail(self, j: int) -> tuple[str | None, int]:
        """Consumes "of" phrases after a title: a state, or what a ministry is of."""
        state: str | None = None
        while j < len(self.words):
            got, end = self._of_state(j)
            if end > j:
                state, j = got, end
                continue
            if self.lower[j] in ("of", "for") and self.near(j):
                k = j + 1
                while k < len(self.words) and (
                    self.lower[k] in PORTFOLIO or self.lower[k] in ("the", "and")
                ):
                    k += 1
                while k > j and self.lower[k - 1] in ("the", "and"):
                    k -= 1
                if k > j + 1:
                    j = k
                    continue
            break
        return state, j

    def _title(self, i: int, got: tuple[int, str]) -> int:
        """Reads the phrase whose title begins at a token; the token after it, or i for none."""
        before, first = self._state_before(i)
        office, last = got[1], i + got[0]
        state, j = self._tail(last)
        state = state if state and ":" not in state else (before or state)
        courtesy = self.lower[i] in _COURTESY
        while j < len(self.words):  # further titles
            k = j
            gap = self.gap(j).strip()
            if self.lower[j] in ("and", "amp") or gap == "&":
                k += self.lower[j] in ("and", "amp")
            elif gap != ",":
                break
            match = self._first.get(k)
            own: str | None = None
            if match and match.use in ("adjective", "name", "organization"):
                own, k = match.id, k + match.tokens
                if k < len(self.words) and self.words[k] == "s":
                    k += 1
            more = (
                longest_title(self.lower, k)
                if k < len(self.words) and self.words[k][0].isupper()
                else None
            )
            if more is None or not self.words[i][0].isupper():
                break
            office = more[1] or office
            tail, j2 = self._tail(k + more[0])
            if self._name_end(j2) == j2 and self.gap(j).strip() == ",":
                break
            new = tail or own
            state = new if new and (state is None or ":" not in new) else state
            j = j2
        at = j
        if (j < len(self.words) and courtesy and self.gap(j).strip() in (".", "")) or (
            j < len(self.words) and self.gap(j) == ", " and last != j and self._name_end(j) - j >= 2
        ):
            pass
        elif not (j < len(self.words) and self.near(j)):
            at = -1
        end = self._name_end(at) if at >= 0 and self.words[at] not in NOT_NAMES else at
        role = " ".join(self.text[self.tokens[first].start() : self.tokens[j - 1].end()].split())
        if at >= 0 and end > at and (self.words[i][0].isupper() or end - at > 1 or before):
            after, stop = self._of_state(end)
            if after and ":" not in after and state in (None, after):
                state = after
            else:
                stop = end
            self._add(first, at, end, stop, office, state, None if courtesy else role, True)
            return max(stop, end)
        if courtesy or (not office and self.lower[i] not in _ALONE):
            return i
        if self.lower[i] in ("general", "head", "chair", "speaker", "representative"):
            return i
        self._add(first, j, j, j, office, state, role, True)
        return j

    def _apposition(self, j: int) -> tuple[str | None, str, str | None, int]:
        """Role, office, state and end of ", the Chinese foreign minister," after a name."""
        if self.gap(j).strip() != "," or j >= len(self.words):
            return None, "", None, j
        k = j + (self.lower[j] in ("the", "a", "an"))
        first, own = k, None
        match = self._first.get(k)
        if match:
            own, k = match.id, k + match.tokens
            if k < len(self.words) and self.words[k] == "s":
                k += 1
        got = longest_title(self.lower, k) if k < len(self.words) else None
        if got is None or self.lower[k] in _COURTESY:
            return None, "", None, j
        tail, end = self._tail(k + got[0])
        if self._name_end(end) > end and self.near(end):
            return None, "", None, j
        role = " ".join(self.text[self.tokens[first].start() : self.tokens[end - 1].end()].split())
        return role, got[1], tail or own, end


# Titles without an office of the table that may stand alone for a person.
_ALONE = frozenset(
    """
    ambassador chairman deputy envoy foreign minister presidential secretary spokesman
    spokesperson spokeswoman state vice
    """.split()
)
