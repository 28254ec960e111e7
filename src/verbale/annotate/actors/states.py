"""Words that mean a state or an organization: names, "the Chinese side", "the Kremlin"."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.annotate.actors.phrases import Phrases
from verbale.data.gazetteer import Gazetteer, Match
from verbale.layers import Mention, MentionForm

__all__ = ["state_mentions"]

# Nouns that, with a state's adjective or name before them, stand for the state.
_SIDE_NOUNS = frozenset(
    """
    administration army authorities authority cabinet congress counterparts customs defenders
    delegation diplomats embassy federation forces foreign government justice kingdom leaders
    leadership legislature mfa military ministry mission nation navy negotiators officials
    parliament party police republic regime representatives senate side sides state troops
    """.split()
)
# Nouns of bodies that act for the state whose adjective stands before them.
_BODIES = frozenset(
    """
    administration agency army board bureau cabinet center centre command commission committee
    council court department directorate embassy forces guard headquarters ministry mission
    office parliament police secretariat senate service staff
    """.split()
)
_MINISTRIES = (
    ("foreign", "ministry"),
    ("foreign", "office"),
    ("defense", "ministry"),
    ("defence", "ministry"),
    ("commerce", "ministry"),
    ("finance", "ministry"),
    ("state", "department"),
    ("treasury", "department"),
    ("commerce", "department"),
    ("justice", "department"),
    ("ministry", "of", "foreign", "affairs"),
    ("ministry", "of", "commerce"),
    ("ministry", "of", "defence"),
    ("ministry", "of", "defense"),
    ("ministry", "of", "finance"),
    ("department", "of", "state"),
    ("department", "of", "defense"),
    ("department", "of", "commerce"),
    ("department", "of", "justice"),
    ("department", "of", "the", "treasury"),
    ("armed", "forces"),
    ("head", "office"),
)
# Before a capital: then it is a place and nobody acts. "between Beijing and Moscow", "with Moscow"
# and "Moscow's" are the state.
_WHERE = frozenset(
    """
    around at from in inside into left near outside through to toward towards via visit
    visited visiting
    """.split()
)
# Houses that stand for their governments, and are places as capitals are.
_HOUSES = frozenset(("capitol", "hill", "house", "kremlin", "palace", "street"))


def state_mentions(phrases: Phrases, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Mentions of states and organizations, in text order."""
    covered = [(p.start, p.end) for p in phrases.found if p.name]
    lower, tokens = phrases.lower, phrases.tokens
    for match in phrases.matches:
        if any(s <= match.start and match.end <= e for s, e in covered):
            continue
        end, extended = match.end, False
        after = match.index + match.tokens
        possessive = after < len(lower) and lower[after] == "s" and tokens[after].start() == end + 1
        k = after + possessive
        last = _body(phrases, match, k, possessive)
        if last > k:
            end, extended = tokens[last - 1].end(), True
        if match.use == "adjective" and not extended:
            continue
        if not extended and _is_place(phrases, match, after, possessive):
            continue
        if phrases.text[match.end : match.end + 1] in ("$", "€", "£"):  # "US$200 billion"
            continue
        form: MentionForm = "organization" if match.use == "organization" else "state"
        score = {"capital": 0.7, "people": 0.6}.get(match.use, 0.95)
        yield Mention(match.start, end, form, (gazetteer.actor(match.id),), score)


def _body(phrases: Phrases, match: Match, k: int, possessive: bool) -> int:
    """The token after the noun that, with a state's word before it, stands for the state; else k."""
    lower = phrases.lower
    if k >= len(lower) or not phrases.near(k) or ":" in match.id:
        return k
    ministry = _ministry(lower, k)
    if ministry:
        return k + ministry
    if not possessive and lower[k] in _SIDE_NOUNS and lower[k] not in ("foreign", "counterparts"):
        # "Chinese state-owned" is no state.
        return k if phrases.gap(k + 1) == "-" else k + 1
    if match.use != "adjective" and not possessive:
        return k
    return _named_body(phrases, k)


def _named_body(phrases: Phrases, k: int) -> int:
    """The token after "General Administration of Customs", at most five capitalised words; else k."""
    words, lower = phrases.words, phrases.lower
    j = last = k
    while j < len(words) and j - k < 5 and phrases.near(j) and words[j][0].isupper():
        j += 1
        if lower[j - 1] in _BODIES:
            last = j
    if last == k:
        return k
    end = last
    if end < len(words) and lower[end] in ("of", "for") and phrases.near(end):
        while (
            end < len(words)
            and phrases.near(end)
            and (words[end][0].isupper() or lower[end] in ("and", "for", "of", "the"))
        ):
            end += 1
        while not words[end - 1][0].isupper():
            end -= 1
    return end


def _ministry(lower: list[str], k: int) -> int:
    for words in _MINISTRIES:
        if tuple(lower[k : k + len(words)]) == words:
            return len(words)
    return 0


def _is_place(phrases: Phrases, match: Match, after: int, possessive: bool) -> bool:
    """Whether a capital or a house is only where something happens."""
    house = match.use == "name" and phrases.lower[after - 1] in _HOUSES
    if match.use != "capital" and not house:
        return False
    before = phrases.lower[match.index - 1] if match.index else ""
    if before == "the" and match.index > 1:
        before = phrases.lower[match.index - 2]
    if before in _WHERE:
        return True
    if house:
        return False
    if not possessive and after < len(phrases.words) and phrases.near(after):
        return phrases.words[after][0].isupper()
    gap = phrases.gap(match.index)
    return gap.endswith(", ") and phrases.gap(after).startswith(",")  # "Dayton, Washington,"
