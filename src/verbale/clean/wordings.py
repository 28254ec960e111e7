"""What the furniture of news pages says, by kind."""

from __future__ import annotations

import re

from verbale.layers import MaskKind

__all__ = ["PHRASES"]

# One line, one meaning: what the furniture of news pages says. The line must match whole.
_WORDINGS: tuple[tuple[MaskKind, str], ...] = (
    (
        "widget",
        r"font\s*size\s*:?.*|a\s*[+-]\s*a\s*[+-]?|print(?: this)?( page)?|listen( to.*)?",
    ),
    (
        "widget",
        r"(?:subscribe|sign up|read more|related(?: news| stories)?|advertisement)\b[^.]{0,60}",
    ),
    (
        "share",
        r"share(?: this)?(?: (?:on|via|article|story).*)?\s*:?"
        r"|(?:facebook|twitter|tweet|whatsapp|telegram|wechat|weibo)(?:[\s,|/·]+\w+)*",
    ),
    (
        "comment-form",
        r"please enter your (?:comment|name|e-?mail).*|leave a (?:comment|reply).*"
        r"|(?:post|add) a comment.*|you have entered an incorrect email.*"
        r"|save my name, e-?mail.*",
    ),
    (
        "disclaimer",
        r"(?:the )?(?:views|opinions)\b.{0,80}\b(?:author(?:'s|’s|s)?|writers?|necessarily"
        r"|do not (?:reflect|represent)|(?:his|her|their) own)\b.*"
        r"|the author (?:is|contributed|was)\b.*|disclaimer\b.*"
        r"|this (?:article|commentary|op-ed)\b.{0,60}"
        r"\b(?:reflect|views|originally|first (?:appeared|published))\b.*",
    ),
    (
        "copyright",
        r"(?:©|(?:\(c\)|copyright)\s+(?:©|\(c\)|copyright|by\b|\d{4})).*|all rights reserved\b.*|.{0,60}\ball rights reserved\.?",
    ),
    (
        "byline",
        r"(?:by|from our)\s+(?-i:[A-Z])[^.!?]{3,120}"
        r"|(?:editor|author|reporter|writer|correspondent|edited by|written by)s?\s*:.{2,60}",
    ),
    ("caption", r"(?:file )?(?:photo|image|picture)\s*[:/].{1,80}"),
)
PHRASES = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _WORDINGS)
