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
    administration army authorities authority cabinet congress counterparts delegation
    diplomats embassy federation foreign government kingdom leadership military ministry
    mission nation negotiators officials parliament party representatives republic side
    sides state
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
    ("ministry", "of", "foreign", "affairs"),
    ("ministry", "of", "commerce"),
    ("ministry", "of", "defence"),
    ("ministry", "of", "defense"),
    ("ministry", "of", "finance"),
    ("department", "of", "state"),
    ("armed", "forces"),
    ("head", "office"),
)
# Before a capital: then it is a place and nobody acts. "between Beijing and Moscow", "with Moscow"
# and "Moscow's" are the state.
_WHERE = frozenset(
    """
    around at from in into left near outside through to toward towards via visit visiting
    """.split()
)
_REALMS = frozenset({"federation", "republic", "kingdom", "confederation"})


def state_mentions(phrases: Phrases, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Mentions of states and organizations, in text order."""
    covered = [(p.start, p.end) for p in phrases.found if p.name]
    lower, tokens = phrases.lower, phrases.tokens
    for match in phrases.matches:
        if any(s <= match.start and match.end <= e for s, e in covered):
            continue
        start, end, extended = match.start, match.end, False
        after = match.index + match.tokens
        possessive = after < len(lower) and lower[after] == "s" and tokens[after].start() == end + 1
        k = after + possessive
        ministry = _ministry(lower, k)
        if ministry and phrases.near(k):
            end, extended = tokens[k + ministry - 1].end(), True
        elif (
            k < len(lower)
            and not possessive
            and phrases.near(k)
            and lower[k] in _SIDE_NOUNS
            and lower[k] not in ("foreign", "counterparts")
        ):
            end, extended = tokens[k].end(), True
        if match.use == "adjective" and not extended:
            continue
        if match.use == "capital" and not extended and _is_place(phrases, match, after, possessive):
            continue
        form: MentionForm = "organization" if match.use == "organization" else "state"
        score = {"capital": 0.7, "people": 0.6}.get(match.use, 0.95)
        yield Mention(start, end, form, (gazetteer.actor(match.id),), score)


def _ministry(lower: list[str], k: int) -> int:
    for words in _MINISTRIES:
        if tuple(lower[k : k + len(words)]) == words:
            return len(words)
    return 0


def _is_place(phrases: Phrases, match: Match, after: int, possessive: bool) -> bool:
    before = phrases.lower[match.index - 1] if match.index else ""
    if before in _WHERE:
        return True
    if not possessive and after < len(phrases.words) and phrases.near(after):
        return phrases.words[after][0].isupper()
    gap = phrases.gap(match.index)
    return gap.endswith(", ") and phrases.gap(after).startswith(",")  # "Dayton, Washington,"
