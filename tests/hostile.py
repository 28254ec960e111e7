"""Texts that no newsroom would send, half of them made of what newsrooms do send."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["TEXTS"]

# Astral, combining, joining, right-to-left and control characters; line ends of every kind; what
# cleaning and the grammars look for, out of place.
_PIECES = (
    "\x00 \x07 \x0b \x0c \x1b \x1c \x1e \x7f \x85 \xa0 \xad \u0301\u0323 \u200b \u200d \u200f \u2028 \u2029"
    " \u202e \u2066 \ufeff \ufffd \ufffe \U0001f1e8\U0001f1f3 \U0001f469\u200d\u2696\ufe0f \U00020000"
    " \U0010ffff שלום العربية 中国外交部 ｆｕｌｌ ß İ ı ǅ ﬁ Ⅻ ½ ² ٣ “ ” „ « » \" ' ’ — – … ( [ { <b> &amp;"
).split(" ")
_LINES = ("\r\n", "\n", "\r", "\n\n", "\r\n\r\n", " ", "  ", "\t", "")
_NEWS = (
    " date 2031-05-06 Two ministers meet",
    "MERIS, May 6 (Meris Wire) --",
    "Source:Meris Wire 06-05-31 09:01 Updated",
    "Font size:A+A-",
    "By Harbour Daily editorial | harbour.example | Updated: 2031-12-01 09:05",
    "Share this:",
    "All rights reserved.",
    "PRESIDENT MARO:  We met.",
    "Q    When, Mr. President?",
    "Foreign Minister Wang Yi of China saw Foreign Minister Sergei Lavrov of Russia on Tuesday.",
    'Wang said, "The two sides should work together," adding that trade reached $19.4 billion in 2022.',
    "He said China firmly supports Russia on the Afghan issue.Lavrov noted that the 20th anniversary",
    "of the treaty signed in 2001 will be marked next year.",
    "The two sides want bilateral trade of 300 billion U.S. dollars a year by 2040.",
    "They reaffirmed the comprehensive strategic partnership for a new era",
    "President Xi will visit the U.S. next week, at the invitation of President Biden.",
    "on Monday and Tuesday",
    "No. 3, e.g. the U.N., Jan. 5, 3 p.m., St. John's",
)

_words = st.sampled_from(_NEWS) | st.sampled_from(_PIECES)
_random = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _joined(pieces: list[str]) -> str:
    return "".join(pieces)


def _sown(news: str, piece: str, at: int) -> str:
    """A piece sown into the middle of a sentence."""
    cut = at % (len(news) + 1)
    return news[:cut] + piece + news[cut:]


_spoilt = st.builds(_sown, st.sampled_from(_NEWS), st.sampled_from(_PIECES), st.integers(0, 200))
TEXTS = st.lists(_words | _spoilt | st.sampled_from(_LINES) | _random, max_size=14).map(_joined)
