"""What an expression is read against: the text's day, or in a narrative the time told last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.annotate.times.days import Day
from verbale.annotate.times.find import Expression
from verbale.layers import Time

__all__ = ["Context", "narrates"]

# A text that names at least so many years, and each of them this much oftener than a day near its
# own, tells a story of another time. Set on reading; narratives have dozens against a few.
NAMED_AT_LEAST = 5
NAMED_PER_NEAR = 2.0
# Years from the story to a bare year that is only an aside.
ASIDE = 15
_NEAR = frozenset(("ago", "before", "day", "daypart", "earlier", "relative", "weekday"))


@dataclass(slots=True)
class Context:
    """`anchor` is the day of the text, `focus` the last dated time, `told` whether it is a narrative."""

    anchor: Day | None
    told: bool = False
    focus: Time | None = None

    @property
    def focus_day(self) -> Day | None:
        """The day of the focus, where it is one day."""
        return self.focus.begin if self.focus and self.focus.begin == self.focus.last else None

    @property
    def now(self) -> Day | None:
        """The day that words are read against: the focus in a narrative, else the text's own."""
        if self.told and self.focus and self.focus.begin:
            return self.focus.begin
        return self.anchor

    @property
    def then(self) -> Day | None:
        """The time told last, else the text's own day: what "the same day" goes back to."""
        return self.focus.begin if self.focus and self.focus.begin else self.anchor

    def see(self, time: Time) -> None:
        """Keep a dated time in mind."""
        if time.begin is None or time.base_year is not None or time.type not in ("DATE", "TIME"):
            return
        held = self.focus.begin if self.focus and self.told else None
        # The story goes on where it was; a lone year far off is an aside.
        if not (held and len(time.value) == 4 and abs(time.begin.year - held.year) > ASIDE):
            self.focus = time


def narrates(expressions: Sequence[Expression], anchor: Day) -> bool:
    """Whether a text tells of years before its own, by what it names."""
    named = near = 0
    for e in expressions:
        year = e.parts.get("y") or e.parts.get("my")
        if year and year.isdigit() and len(year) == 4:
            named += int(year) < anchor.year - 1
            near += int(year) >= anchor.year - 1
        else:
            near += e.kind in _NEAR and not e.text.lower().startswith(("the ", "that "))
    return named >= NAMED_AT_LEAST and named >= NAMED_PER_NEAR * near
