"""Finding: one pass of one pattern whose branches are named for what they mean.

An `Expression` knows its branch and its parts; nothing is resolved here, so finding does not depend
on any date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.document import Span

__all__ = ["Expression", "find"]

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_Y = r"(?:1[4-9]|20|21)\d\d"
_N = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|several"
    r"|few|some|many|couple\s+of|half\s+a)"
)
_U = r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|centur(?:y|ie))s?"
_C = r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\b\.?"
_PART = r"(?:early|late|mid-?|the\s+(?:beginning|start|end|middle|turn)\s+of|the\s+(?:first|second)\s+half\s+of)"
_DAYPART = r"(?:morning|afternoon|evening|night|noon|midnight)"

_BRANCHES = (
    ("iso", rf"(?P<iso_d>{_Y}-\d\d-\d\d)(?:[T ](?P<iso_c>\d\d:\d\d)(?::\d\d)?)?(?P<iso_z>Z|[+-]\d\d:\d\d)?"),
    ("ymd", rf"{_Y}[/.]\d{{1,2}}[/.]\d{{1,2}}"),
    ("short", r"\d{2}-\d{2}-\d{2}\s+\d{1,2}:\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/.-])"),
    ("clockdate", rf"(?P<cd_c>{_C}),?\s+(?P<cd_m>{_M})\s+(?P<cd_d>{_D}),?\s+(?P<cd_y>{_Y})"),
    ("mdrange", rf"(?P<mr_m>{_M})\s+(?P<mr_a>{_D})\s*(?:-|–|—|to|and|through)\s*(?P<mr_b>{_D})\b(?!\s*(?:percent|million|billion|%))(?:,?\s+(?P<mr_y>{_Y}))?"),
    ("dmrange", rf"(?P<dr_a>{_D})\s*(?:-|–|—|to|and|/)\s*(?P<dr_b>{_D})\s+(?:of\s+)?(?P<dr_m>{_M})(?:,?\s+(?P<dr_y>{_Y}))?"),
    ("mdy", rf"(?:(?P<mdy_w>{_W}),?\s+)?(?P<mdy_m>{_M})\s+(?P<mdy_d>{_D})\b(?!\s*(?:percent|million|billion|%))(?:,?\s+(?P<mdy_y>{_Y})\b)?"),
    ("dmy", rf"(?:(?P<dmy_w>{_W}),?\s+)?(?:the\s+)?(?P<dmy_d>{_D})\s+(?:of\s+)?(?P<dmy_m>{_M})(?:,?\s+(?P<dmy_y>{_Y})\b)?"),
    ("part", rf"(?P<p_p>{_PART})[\s-]*(?:(?P<p_m>{_M})(?:,?\s+(?:of\s+)?(?P<p_my>{_Y}))?|(?P<p_y>{_Y})s?|(?P<p_r>(?:last|this|next|the)\s+(?:week|month|year|decade|century))|(?P<p_dec>(?:the\s+)?(?:1[4-9]|20)\d0s))"),
    ("my", rf"(?P<my_m>{_M}),?\s+(?:of\s+)?(?P<my_y>{_Y})\b"),
    ("upyear", rf"the\s+(?:upcoming|coming|past|current)\s+year\s+(?:of\s+)?(?P<uy_y>{_Y})"),
    ("season", rf"(?:(?P<s_q>last|this|next|the)\s+)?(?P<s_s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\s+(?:of\s+)?(?P<s_y>{_Y}))|(?P<s_q2>last|this|next)\s+(?P<s_s2>spring|summer|autumn|fall|winter)"),
    ("quarter", rf"(?:the\s+)?(?P<q_n>first|second|third|fourth|last|final)[\s-]+quarter(?:\s+of\s+(?P<q_y>{_Y}|this\s+year|last\s+year))?"),
    ("yrange", rf"(?P<yr_a>{_Y})\s*[–—-]\s*(?P<yr_b>{_Y}|\d\d)(?![\d-])"),
    ("decade", r"(?:the\s+)?(?P<dec_m>(?:early|late|mid)[\s-]+)?(?P<dec>(?:1[4-9]|20)\d0)s\b|the\s+(?P<dec_w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"),
    ("century", r"(?:the\s+)?(?P<cen>\d{1,2}(?:st|nd|rd|th)|twentieth|nineteenth)[\s-]+century"),
    ("anniversary", r"(?:the\s+|its\s+|their\s+)?(?P<ann>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth)\s+anniversary"),
    ("row", rf"(?P<row_n>{_N})\s+(?:consecutive\s+years|years\s+(?:in\s+a\s+row|running|straight|on\s+end))"),
    ("yoy", r"year[\s-](?:on|over)[\s-]year"),
    ("weekday", rf"(?:(?P<wd_q>last|this|next|this\s+past|the\s+following|the\s+previous)\s+)?(?P<wd>{_W})s?\b(?:\s+(?P<wd_p>{_DAYPART}))?(?:\s+(?P<wd_l>last\s+week|next\s+week))?"),
    ("ago", rf"(?:(?:about|nearly|almost|more\s+than|over|around|some)\s+)?(?P<ago_n>{_N})\s+(?P<ago_u>{_U})\s+(?P<ago_d>ago|earlier|later|from\s+now)\b"),
    ("endweek", r"(?:the\s+)?(?P<ew>end|beginning|start|middle)\s+of\s+(?P<ew_q>last|this|next|the)\s+(?P<ew_u>week|month|year)"),
    ("earlier", r"(?P<ea_p>earlier|later)\s+(?P<ea>this\s+(?:week|month|year|day|morning)|today|in\s+the\s+(?:day|week|month|year))"),
    ("relative", r"(?:the\s+)?(?P<rel_q>last|past|previous|this|next|coming|current|following|same)\s+(?P<rel_u>day|week|weekend|month|quarter|year|decade|century)\b(?!-)"),
    ("lastn", rf"(?:the\s+)?(?P<ln_q>last|past|next|coming|previous|recent|first)\s+(?P<ln_n>{_N}\s+)?(?P<ln_u>(?:hour|day|week|month|year|decade)s)"),
    ("daypart", rf"(?P<dp_q>this|yesterday|tomorrow|last|the\s+same)\s+(?P<dp>{_DAYPART})"),
    ("day", r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"),
    ("dur", rf"(?:(?:over|almost|nearly|about|around|more\s+than|at\s+least|up\s+to)\s+)?(?P<du_n>(?:{_N}|\d+)(?:\s+and\s+a\s+half)|{_N}|\d+(?:\.\d+)?)[\s-]+(?:(?:straight|consecutive|full|whole|more)\s+)?(?P<du_u>{_U})\b(?!\s+(?:old|in\s+a))(?:[\s-]long)?"),
    ("bareunit", r"(?:for|over|in|after)\s+(?P<bu>(?:many\s+)?(?:years|decades|months|weeks|centuries))\b"),
    ("theunit", r"the\s+(?P<tu>day|weekend)\b(?!\s+(?:that|when|of|after|before|to|in))"),
    ("theyear", r"(?<=over )the\s+year|(?<=during )the\s+year|(?<=of )the\s+year"),
    ("set", r"(?:every|each)\s+(?P<set_u>day|week|month|quarter|year|morning|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|annual(?:ly)?|yearly|daily(?!\s+(?:News|Mail))|weekly|monthly|quarterly|a\s+(?P<set_p>year|month|week|day)\b"),
    ("present", r"(?:right\s+)?[Nn]ow\b(?!\s+that)|[Nn]owadays|at\s+present|at\s+(?:the|this)\s+moment|the\s+current\s+(?:circumstances|moment|stage|situation)|the\s+present\b(?=[,.])"),
    ("past", r"[Nn]ot\s+long\s+ago|(?:[Mm]ore\s+)?[Rr]ecently|[Ll]ately|in\s+the\s+past\b|the\s+recent\s+past|[Ll]ong\s+ago|[Pp]reviously|(?<=the )past\b(?=[,.])"),
    ("future", r"at\s+an\s+early\s+date|upcoming\b(?!\s+year)|in\s+the\s+(?:near\s+)?future|the\s+(?:near\s+)?future\b|in\s+the\s+coming\s+(?:days|weeks|months|years)"),
    ("month", rf"(?:(?P<mo_q>last|this|next)\s+)?(?P<mo>{_M})(?![\w-])"),
    ("year", rf"(?:the\s+year\s+)?(?P<y>{_Y})\b(?![-–/.,]\d|\s*(?:percent|%|people|troops|km|dollars|U\.S\.))"),
    ("clock", rf"(?P<clock>{_C})(?:\s*(?P<clock_z>UTC|GMT|local\s+time))?"),
    ("timeofday", r"(?:at\s+)?(?:noon|midnight)\b"),
)  # fmt: skip
# What may open a sentence is read in either case; months and days of the week are names.
_EITHER_CASE = frozenset(
    ("ago", "anniversary", "bareunit", "century", "day", "daypart", "decade", "dur", "earlier")
    + ("endweek", "future", "lastn", "part", "past", "present", "quarter", "relative", "row")
    + ("season", "set", "theunit", "upyear", "yoy")
)
_ANY = re.compile(
    r"(?<![\w$€£/-])(?<!\d[.,])(?:"
    + "|".join(f"(?P<k_{k}>{f'(?i:{p})' if k in _EITHER_CASE else p})" for k, p in _BRANCHES)
    + r")(?![\w])"
)
# No time without one of these: most sentences are passed over by this alone.
_TRIGGER = re.compile(
    r"\d|day|week|month|year|decade|centur|ago|now|recent|soon|future|past|present|current|upcoming|annual|dail"
    r"|quarter|morning|evening|night|noon|spring|summer|autumn|winter|tomorrow|formerly|late|date"
    r"|annivers|January|February|March|April|May|June|July|August|Sept|October|November|December",
    re.IGNORECASE,
)
# Names that hold a word of time and are none: papers, shows, events, eras; sorted.
_NAMES = re.compile(
    r"(?:China|People['’]s|Global|Korea|Moscow|Financial|New York|Wall Street)\s+(?:Daily|Times|Weekly)"
    r"|Daily\s+(?:Mail|News|Beast|Telegraph)|Winter\s+(?:Olympic|Games|Paralympic)|Summer\s+(?:Olympic|Games)"
    r"|Black\s+Friday|Good\s+Friday|[Cc]lub\s+\d+|(?:Resolution|resolution)s?\s+\d+(?:\s*\(\d{4}\))?"
    r"|Agenda\s+2030|Vision\s+2030|May\s+I\b|(?<![.!?]\s)(?<!^)\b[Mm]ay(?=\s+(?:be|have|not|also|well|\w+ly|[a-z]+)\b)"
    r"|(?:(?:for|in)\s+(?:a|the)\s+)?new\s+era"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: the branch of the grammar, its parts, and the words themselves.

    `before` and `after` are a few words around, lower case: tense and prepositions live there.
    """

    start: int
    end: int
    kind: str
    parts: dict[str, str]
    text: str
    before: str
    after: str


def find(text: str, spans: Sequence[Span] | None = None) -> list[Expression]:
    """Expressions of `text`, or of the given stretches of it, in order, disjoint."""
    found: list[Expression] = []
    for span in spans if spans is not None else [Span(0, len(text))] if text else []:
        if not _TRIGGER.search(text, span.start, span.end):
            continue
        names = [m.span() for m in _NAMES.finditer(text, span.start, span.end)]
        for match in _ANY.finditer(text, span.start, span.end):
            start, end = match.span()
            if any(a < end and start < b for a, b in names):
                continue
            kind = str(match.lastgroup)
            groups = match.groupdict()
            kind = next(k for k, _ in _BRANCHES if groups["k_" + k] is not None)
            if (
                kind == "month"
                and match.group() in ("May", "March", "Mar")
                and not _dated(text, start)
            ):
                continue
            if kind == "dur" and match.group().lower().startswith(("a ", "an ")):
                continue
            parts = {k: v for k, v in groups.items() if v is not None and not k.startswith("k_")}
            while end > start and text[end - 1] in " ,":
                end -= 1
            before = text[max(span.start, start - 40) : start].lower()
            after = text[end : min(span.end, end + 40)].lower()
            found.append(Expression(start, end, kind, parts, text[start:end], before, after))
    return found


def _dated(text: str, start: int) -> bool:
    """Whether a bare May or March is a month: a preposition of time stands before it."""
    return bool(
        re.search(
            r"\b(?:in|of|since|until|by|from|to|last|next|this|during|and|through)\s+$",
            text[max(0, start - 12) : start],
            re.I,
        )
    )
