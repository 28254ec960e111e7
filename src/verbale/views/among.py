"""The filters that lists of dated things with actors share: days, a person or name, a state."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.ledger.when import days
from verbale.records import Actor

__all__ = ["within"]


def within(
    date: str | None,
    actors: Iterable[Actor],
    *,
    since: str | None = None,
    until: str | None = None,
    who: str | None = None,
    state: str | None = None,
) -> bool:
    """Whether a date touches the days from `since` to `until`, and the actors are those asked for.

    What has no date is among no days. `who` is an id or a part of a name, `state` three letters.
    """
    first, last, stretch = days(since), days(until), days(date)
    if (first or last) and stretch is None:
        return False
    if stretch and ((first and stretch.last < first.first) or (last and stretch.first > last.last)):
        return False
    some = list(actors)
    if who and not any(who == a.id or who.lower() in a.name.lower() for a in some):
        return False
    return not state or any(state.upper() in (a.id, a.state) for a in some)
