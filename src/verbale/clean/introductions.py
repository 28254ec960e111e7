"""Passages that a sentence of the narrator's introduces: "President Maro posted on the net: …".

What follows the colon is that person's words as a labelled turn's are, though no marks stand around
them: in the same paragraph, or in those after it until somebody else is told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.layers import Paragraph, Turn

__all__ = ["introduced", "is_compiled", "told_again"]

# What leads to who speaks: "During the dinner with Prime Minister Lind, ".
_LEAD = r"(?:(?:After|Ahead|At|Before|During|Following|In|On|While)\b[^.:!?\n]{3,160},\s)?"
# A sentence that ends in a colon, whose verb gives words and not only their topic.
_GIVEN = re.compile(
    _LEAD + r"(?P<who>[A-Z][^.:!?\n]{2,140}?)(?<!\bwas)(?<!\bwere)\s(?:also\s|later\s|then\s)?"
    r"(?:(?:commented|posted|replied|said|stated|states|told|tweeted|wrote)\b"
    r"|(?:issued|published|released|shared)\sthe\sfollowing\b)"
    r"(?:[^.!?:\n]|\.(?=[^\s])|(?<=[A-Z])\.(?=\s[a-z])){0,240}:(?P<rest>\s*)"
)
# Another's words passed on: "The Ministry reposted a message from Minister Velde:".
_PASSED_ON = re.compile(
    r"[^.!?:\n]{2,80}\b(?:reposted|retweeted|shared)\b[^.!?:\n]{0,40}?\b(?:by|from|of)\s"
    r"(?P<who>(?:the\s)?(?:[A-Z][\w.'’&-]*\s(?:(?:of|the|and|for)\s)*){2,8})[^!?:\n]{0,240}:(?P<rest>\s*)"
)
# A sentence whose verb gives the topic alone; a quotation behind it is in its subject's words.
_TOPICAL = re.compile(
    _LEAD + r"(?P<who>[A-Z][^.:!?\n]{2,140}?)\s(?:also\s|later\s|then\s)?"
    r"(?:addressed|answered|commented|discussed|responded|spoke)\b"
    r"(?:[^.!?:\n]|\.(?=[^\s])|(?<=[A-Z])\.(?=\s[A-Za-z])){0,300}(?P<end>[.:])(?P<rest>\s*)"
)
_QUOTED = re.compile(r"[“\"«][^“\"«]{20,}[”\"»]\.?", re.DOTALL)
# An account is no one's words, whatever is said to state it.
_ACCOUNT = re.compile(r"\breadout\b", re.IGNORECASE)
# A paragraph of whoever put a day's texts together: a name, what its holder did before the public,
# and nobody's "I" or "we".
_TOLD = re.compile(
    _LEAD + r"(?:[Tt]he\s)?(?:[A-Z][\w.'’&-]*,?\s(?:(?:of|the|and|for|to|in)\s)*){2,14}(?:also\s)?"
    r"(?:later\s|then\s)?(?:(?:address|answer|comment|deliver|issu|post|publish|publiciz|recapp?"
    r"|releas|repost|respond|testifi?)(?:e?d|e?s)|gaggle[ds]|told|was\sinterviewed"
    r"|(?:gave|gives|held|holds|joined|joins|spoke|speaks)\b[^.\n]{0,40}\b(?:briefing|conference"
    r"|interview|media|press|program(?:me)?|reporters|show))\b"
)
# In such a compilation any act of an official's, told of with the title, is the next piece of news.
_NEWS = re.compile(
    _LEAD + r"(?:[Tt]he\s)?(?:[A-Z][\w.'’&-]*\s(?:(?:of|the|and|for|to|in)\s)*){0,8}?"
    r"(?:Ambassador|Chancellor|Director|Embassy|Minister|Ministry|Premier|President|Secretary"
    r"|Senator|Spokes\w+)\b[^.,:!?\n]{0,80}?\b(?:\w+ed|gave|held|met|said|spoke|told)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|us|my|My)\b")
_MARKS = '“"«'


def introduced(text: str, paragraphs: Sequence[Paragraph], turns: Sequence[Turn]) -> list[Turn]:
    """The passages in order; none in a labelled turn other than at its paragraphs' beginnings."""
    found: list[Turn] = []
    starts = sorted(t.label_start for t in turns)
    for i, paragraph in enumerate(paragraphs):
        match = _PASSED_ON.match(text, paragraph.start, paragraph.end) or _GIVEN.match(
            text, paragraph.start, paragraph.end
        )
        if match is None or _ACCOUNT.search(match.group()) or "“" in match.group():
            continue
        if any(t.label_start <= paragraph.start < t.start for t in turns):
            continue
        if re.search(r"\b(?:I|me|us|we|you)\b", match.group()):
            continue
        start = match.end()
        same = start < paragraph.end
        if same and (text[start] in _MARKS or not match["rest"]):
            continue
        after = [] if same else list(paragraphs[i + 1 :])
        if not same and not after:
            continue
        start = start if same else after[0].start
        label = min((s for s in starts if s >= start), default=len(text))
        end = paragraph.end if same else _end(text, after, label)
        if end > start:
            found.append(_turn(match, start, end))
    return sorted([*found, *_quoted(text, paragraphs, turns)], key=lambda t: t.start)


def _turn(match: re.Match[str], start: int, end: int) -> Turn:
    who = match.start("who")
    return Turn(start, end, who, who + len(match["who"].rstrip()), introduced=True)


def _quoted(text: str, paragraphs: Sequence[Paragraph], turns: Sequence[Turn]) -> Iterator[Turn]:
    """Quotations behind a sentence that gives their topic: in its paragraph, or those after it."""
    match: re.Match[str] | None = None
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        if any(t.label_start <= start < t.end for t in turns):
            match = None
        elif (topic := _TOPICAL.match(text, start, end)) is not None:
            match, start = topic, topic.end()
            if topic["end"] == ":" and _QUOTED.fullmatch(text, start, end):
                yield _turn(topic, start, end)
            elif start < end:
                match = None
        elif match is not None and _QUOTED.fullmatch(text, start, end):
            yield _turn(match, start, end)
        else:
            match = None


def _end(text: str, after: Sequence[Paragraph], label: int) -> int:
    """Where the words end: with their quotation, or before a label or the narrator's paragraph."""
    quoted = text[after[0].start] in _MARKS
    end = after[0].start
    for paragraph in after:
        if paragraph.start >= label or (quoted and text[paragraph.start] not in _MARKS):
            break
        piece = text[paragraph.start : paragraph.end]
        if paragraph is not after[0] and (_is_told(piece) or _GIVEN.match(piece)):
            break
        end = paragraph.end
    return end


def is_compiled(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether somebody put several texts together and tells between them what happened."""
    return any(_is_told(text[p.start : p.end]) for p in paragraphs)


def told_again(
    text: str, paragraphs: Sequence[Paragraph], start: int, end: int, compiled: bool
) -> int:
    """Where words end before a position, because a narrator's paragraph stands between."""
    for paragraph in paragraphs:
        piece = text[paragraph.start : paragraph.end]
        if not start < paragraph.start < end:
            continue
        news = compiled and _NEWS.match(piece) and not _FIRST_PERSON.search(piece)
        if news or _is_told(piece):
            return paragraph.start
    return end


def _is_told(piece: str) -> bool:
    given = _GIVEN.match(piece)
    frame = given.group() if given else piece
    return bool((given or _TOLD.match(piece)) and not _FIRST_PERSON.search(frame))
