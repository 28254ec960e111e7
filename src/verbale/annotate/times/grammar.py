"""The grammar: branches named for what they mean, each a pattern with named parts.

Branches stand in the order in which they are tried; the first that matches at a word wins. `heads`
are the first words that a branch can begin with (`#` is a figure), so that most words of a text are
passed over by one look into a table. Patterns of months and days of the week are read as written,
all others in either case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["BRANCHES", "BY_HEAD", "Branch"]


@dataclass(frozen=True, slots=True)
class Branch:
    """One kind of expression and how it is written."""

    kind: str
    heads: frozenset[str]
    pattern: re.Pattern[str]


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_M = (
    rf"(?:{_MONTHS}|{_MONTHS.upper()}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WA = rf"(?:{_W}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_Y = r"(?:1[4-9]|20|21)\d\d"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_EXACT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+|\s+1/2|½)?|(?:{_TENS})(?:[\s-](?:{_ONES}))?|{_TEENS}|{_ONES}"
    r"|(?:a|one|two|three|four|five)\s+hundred|a\s+dozen)(?:\s+and\s+a\s+half)?"
)
_VAGUE = r"(?:several|(?:a\s+)?few|some|many|(?:a\s+)?couple(?:\s+of)?|half\s+an?|half|an?)"
_N = rf"(?:{_EXACT}|{_VAGUE})"
_U = r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie)"
_ABOUT = (
    r"(?:(?:about|nearly|almost|(?:no\s+)?(?:more|less|fewer)\s+than|over|around|some|roughly"
    r"|approximately|at\s+least|up\s+to|close\s+to|well\s+over)\s+)"
)
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?:\s*[AaPp]\.?[Mm]\b\.?)?|\d{1,2}\s+o['’]clock\b|\d{1,2}\s*[AaPp]\.?[Mm]\b\.?"
    r"|[0-2]\d[0-5]\d(?=\s*(?:GMT|UTC|hours|hrs)\b))"
)
_ZONE_NAME = r"(?:UTC|GMT|BJT|E[SD]T|P[SD]T|ET|CES?T|EES?T|MSK|I[CS]T|[JK]ST|local\s+time)\b(?:\s*[+-]\s*\d{1,2})?"
_ZONE = rf"(?:\s*(?:\({_ZONE_NAME}\)|{_ZONE_NAME}))"
_PART = (
    r"(?:very\s+)?(?:early|late|mid(?:dle)?|(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle|turn)\s+of"
    r"|(?:the\s+)?(?:first|second|latter|last)\s+(?:half|part)\s+of|early\s+in|late\s+in)"
)
_DAYPART = r"(?:morning|afternoon|evening|night|noon|midnight|midday)"
_HOURS = (
    r"(?:the\s+)?(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)(?:\s+hours)?\s+of\s+"
)
_NO_AMOUNT = r"(?!\s*(?:percent|per\s+cent|million|billion|%)|[.,]?\d)"
_DASH = r"\s*[-–—]\s*"  # the dashes that texts have
_SEASON = r"(?:spring|summer|autumn|winter)"

_FIGURES = frozenset(["#"])
_MONTH_HEADS = frozenset(
    f"{_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec".lower().split("|")
)
_DAY_HEADS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays "
    "fridays saturdays sundays".split()
)
_SHORT_DAY_HEADS = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
_PART_HEADS = frozenset(
    "very early late mid middle the beginning start end turn first second latter last".split()
)
_HOUR_HEADS = frozenset("the early late morning afternoon evening night".split())
_ABOUT_HEADS = frozenset(
    "about nearly almost no more less fewer over around some roughly approximately at up close well".split()
)
_NUMBER_HEADS = _FIGURES | frozenset(
    f"{_ONES}|{_TEENS}|{_TENS}|several|few|some|many|couple|half|a|an".split("|")
)


def _heads(words: str) -> frozenset[str]:
    return frozenset(words.split())


# kind, heads, pattern, and whether it is read in either case
_TABLE: tuple[tuple[str, frozenset[str], str, bool], ...] = (
    ("iso", _FIGURES, rf"(?P<date>{_Y}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d)(?::\d\d)?)?(?:Z|[+-]\d\d:\d\d)?", False),
    ("ymd", _FIGURES, rf"(?P<date>{_Y}[/.]\d{{1,2}}[/.]\d{{1,2}})", False),
    ("short", _FIGURES, r"\d{2}-\d{2}-\d{2}\s+\d{1,2}:\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/.-])", False),
    ("bc", _FIGURES, r"(?:(?P<from>\d{1,4})(?=\s*[-–]\s*\d{1,4}\s*B\.?C)|(?P<y>\d{1,4})\s*B\.?C\b\.?E?\b\.?)", False),
    ("clockdate", _FIGURES, rf"(?P<clock>{_CLOCK})(?P<zone>{_ZONE})?,?\s+(?:on\s+)?(?:{_WA},?\s+)?(?:(?P<m>{_M})\s+(?P<d>{_D})\b(?!\s*[-–])|(?P<d2>{_D})\s+(?P<m2>{_M}))(?:,?\s+(?P<y>{_Y})\b)?", False),
    ("clockday", _FIGURES | _heads("noon midnight midday early late mid"), rf"(?:(?P<clock>{_CLOCK}|[Nn]oon|[Mm]id(?:night|day))(?P<zone>{_ZONE})?|(?P<dp>(?:[Ee]arly|[Ll]ate|[Mm]id-(?:morning|afternoon))))\s+(?:on\s+)?(?:(?P<wd>{_W})\b(?:\s+(?P<p>{_DAYPART}))?|(?P<day>yesterday|today|tomorrow))", False),
    ("mdrange", _MONTH_HEADS, rf"(?P<m>{_M})\s+(?P<a>{_D})(?P<joint>{_DASH}|\s+(?:to|and|through)\s+)(?P<b>{_D})\b{_NO_AMOUNT}(?!\s+{_U}s?\b)(?:,?\s+(?P<y>{_Y})\b)?", False),
    ("dmrange", _FIGURES, rf"(?P<a>{_D})(?P<joint>{_DASH}|\s+(?:to|and)\s+|\s*/\s*)(?P<b>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y})\b)?", False),
    ("mdy", _MONTH_HEADS | _DAY_HEADS | _SHORT_DAY_HEADS | _HOUR_HEADS | _heads("last next this"), rf"(?:(?P<hours>(?i:{_HOURS}))|(?:(?:[Tt]his\s+)?(?:coming\s+)?(?P<w>{_WA}),?[ \t]+)|(?P<q>last|next|this)\s+)?(?P<m>{_M})\s+(?:the\s+(?=\d\d?[snrt]))?(?P<d>{_D})\b{_NO_AMOUNT}(?:,?\s+(?P<y>{_Y})\b)?", False),
    ("dmy", _FIGURES | _DAY_HEADS | _SHORT_DAY_HEADS | _HOUR_HEADS, rf"(?:(?P<hours>(?i:{_HOURS}))|(?:(?P<w>{_WA}),?[ \t]+))?(?:[Tt]he\s+)?(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y})\b)?", False),
    ("my", _MONTH_HEADS, rf"(?P<m>{_M})(?:,?\s+(?:of\s+)?(?P<y>{_Y})\b|\s+(?P<said>this|last|next|that)\s+year)", False),
    ("half", _heads("the first second last this"), rf"(?:the\s+)?(?P<n>first|second|last|latter)\s+half(?:\s+(?:of\s+)?(?:(?P<y>{_Y})|(?P<q>this|last|next|the)\s+year))", True),
    ("part", _PART_HEADS, rf"(?P<part>{_PART})[\s-]+(?:(?P<m>(?-i:{_M}))(?:,?\s+(?:of\s+)?(?:(?P<my>{_Y})\b|(?P<msaid>this|last|next)\s+year))?|(?P<y>{_Y})\b(?!s)|(?P<q>last|this|next|the|that)\s+(?P<u>week|month|year|decade|century)\b|(?:the\s+)?(?P<dec>(?:(?:1[4-9]|20)\d|['’])\d0)s\b|(?:the\s+)?(?P<cen>\d{{1,2}}(?:st|nd|rd|th)|twentieth|nineteenth)\s+century|(?P<sq>last|this|next|the)?\s*(?P<s>{_SEASON})(?:\s+(?:of\s+)?(?P<sy>{_Y}))?)", True),
    ("upyear", _heads("the"), rf"the\s+(?:upcoming|coming|past|current)\s+year\s+(?:of\s+)?(?P<y>{_Y})", True),
    ("fiscal", _heads("the fiscal fy this last next current"), rf"(?:the\s+)?(?:fiscal(?:\s+year)?\s+|FY\s?)(?P<y>{_Y})|(?P<q>this|last|next|the\s+current|the\s+latest)\s+fiscal\s+year", True),
    ("season", _heads("last this next the spring summer autumn winter fall late early past"), rf"(?:(?:the\s+)?(?P<q>last|this|next|past|coming)\s+|the\s+(?:(?:early|late)\s+)?|this\s+past\s+)?(?P<s>{_SEASON}|fall)(?:\s+(?:of\s+)?(?P<y>{_Y})\b)|(?P<q2>last|this\s+past|this|next|the\s+(?:past|last|next|early|late)|the)\s+(?P<s2>{_SEASON}|(?<!the\s)fall)\b(?!\s+(?:olympic|games|session|of\s+(?!{_Y})))", True),
    ("quarter", _heads("the year first second third fourth last final this next fiscal") | _FIGURES, rf"(?:the\s+)?(?P<ago>year-(?:ago|earlier)\s+)?(?:(?P<fy>{_Y})\s+|(?P<fq>this|last|next)\s+year['’]s\s+)?(?:fiscal[\s-]+)?(?P<n>first|second|third|fourth|last|final)\s+quarter(?:\s+of\s+(?:(?P<y>{_Y})|(?P<q>this|last|next)\s+year))?", True),
    ("quarter", _heads("first second third fourth fiscal"), r"(?:fiscal[\s-]+)?(?P<n>first|second|third|fourth)-quarter", True),
    ("yperiod", _heads("the") | _FIGURES, rf"(?:the\s+)?(?P<y>{_Y})\s+(?:period|quarter)\b", True),
    ("yrange", _FIGURES, rf"(?P<a>{_Y})(?P<joint>\s*[–—-]\s*)(?P<b>{_Y}|\d\d)(?![\d-])", False),
    ("decade", _heads("the early late mid") | _FIGURES, r"(?:the\s+)?(?P<part>(?:early|late|mid)[\s-]+)?(?P<dec>(?:1[4-9]|20)\d0)s\b|the\s+(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|the\s+['’](?P<short>\d0)s", True),
    ("century", _heads("the twentieth nineteenth eighteenth seventeenth sixteenth") | _FIGURES, r"(?:the\s+)?(?P<n>\d{1,2}(?:st|nd|rd|th)|twentieth|nineteenth|eighteenth|seventeenth|sixteenth)[\s-]+century(?P<bc>\s+B\.?C\b\.?)?", True),
    ("anniversary", _heads("the first second third fourth fifth sixth seventh eighth ninth tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth") | _FIGURES, r"(?:the\s+)?(?P<n>\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth)\s+anniversary", True),
    ("row", _NUMBER_HEADS, rf"(?P<n>{_N})\s+(?:consecutive\s+years|years\s+(?:in\s+a\s+row|running|straight|on\s+end))", True),
    ("yoy", _heads("year"), r"year[\s-](?:on|over)[\s-]year", True),
    ("yearago", _heads("the year"), r"the\s+year-(?:ago|earlier)\s+(?P<u>quarter|period)\b|year-(?:ago|earlier)\b", True),
    ("yearend", _heads("year the"), r"(?:the\s+)?year(?:['’]s)?[\s-]end\b", True),
    ("everyday", _heads("every each"), rf"(?:[Ee]very|[Ee]ach)\s+(?:(?P<wd>{_W})|(?P<m>{_MONTHS})|(?P<s>{_SEASON}))\b", False),
    ("holiday", _heads("last this next christmas new thanksgiving"), r"(?:(?P<q>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<name>Christmas(?:\s+(?:Day|Eve))?|New\s+Year['’]s(?:\s+(?:Day|Eve))|Thanksgiving(?:\s+Day)?)(?:,?\s+(?P<y>\d{4}))?(?!\s+[A-Z])", False),
    ("weekday", _DAY_HEADS | _heads("last this next the earlier later that coming"), rf"(?:(?P<q>[Ll]ast|[Tt]his(?:\s+(?:past|coming))?|[Cc]oming|[Nn]ext|[Tt]he\s+(?:following|previous|next|preceding)|[Tt]hat|[Ee]arlier|[Ll]ater)\s+)?(?P<wd>{_W})(?:s\b|\b(?:\s+(?P<p>{_DAYPART}s?))?(?:\s+(?P<l>last\s+week|next\s+week))?)", False),
    ("ago", _NUMBER_HEADS | _ABOUT_HEADS | _heads("only just"), rf"(?:{_ABOUT})?(?P<n>{_N})(?:\s+(?:to|or)\s+{_N})?\s+(?:or\s+(?:two|so)\s+)?(?P<u>{_U})s?\s+(?:or\s+(?:two|so|more)\s+)?(?P<d>ago|earlier|later|from\s+now)\b", True),
    ("endof", _heads("the end beginning start middle"), r"(?:the\s+)?(?P<part>end|beginning|start|middle)\s+of\s+(?P<q>last|this|next|the)\s+(?P<u>week|month|year)", True),
    ("before", _heads("the"), r"the\s+(?P<u>day|night|week|month|year)\s+before(?=\s*(?:[.,;:)”\"]|$))", True),
    ("earlier", _heads("earlier later early late sometime"), rf"(?P<p>earlier|later|early|late|sometime)\s+(?:(?P<q>this|that|next|last)\s+(?P<u>week|month|year|day|weekend|quarter|decade|century|{_DAYPART}|{_SEASON})|(?P<day>today|yesterday|tomorrow)|in\s+(?P<the>the\s+(?:day|week|month|year)))\b", True),
    ("lastn", _heads("the last past next coming previous recent first final following preceding latest these"), rf"(?:the\s+)?(?P<q>last|past|next|coming|previous|recent|first|final|following|preceding|latest)\s+(?:(?P<n>{_N})\s+(?:(?:to|or)\s+{_N}\s+)?)?(?:(?:trading|working|full|consecutive|calendar)\s+)?(?P<u>{_U})s\b(?:\s+or\s+so)?(?:\s+of\s+(?P<y>{_Y}))?|these\s+(?P<u2>day)s", True),
    ("relative", _heads("the last past previous this next coming current following same that preceding"), rf"(?P<the>(?:the|that(?=\s+same)|this(?=\s+(?:past|coming)))\s+)?(?P<q>last|past|previous|next|coming|current|following|same|preceding)\s+(?:(?:calendar|financial)\s+)?(?P<u>{_U}|{_DAYPART})\b(?!-|\s+century)(?:\s+(?P<ya>a\s+year\s+ago))?|(?P<q2>this|that)\s+(?P<u2>day|week|weekend|month|quarter|year|decade|century)\b(?!-)", True),
    ("daypart", _heads("this yesterday tomorrow last the that"), rf"(?P<q>this|yesterday|tomorrow|last|that)\s+(?P<p>{_DAYPART})", True),
    ("day", _heads("the yesterday today tomorrow tonight overnight"), r"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|tomorrow|tonight", True),
    ("dur", _NUMBER_HEADS | _ABOUT_HEADS | _heads("the another"), rf"(?:the\s+(?=[\w,.]+\s+(?:\w+\s+)?{_U}s\b))?(?:{_ABOUT}|another\s+)?(?P<n>{_N})(?:(?:\s+(?:to|or)\s+|-to-|-)(?P<n2>{_EXACT}))?[\s-]+(?:(?:straight|consecutive|full|whole|more|additional|long|trading|working|calendar)\s+)?(?P<u>{_U})s?\b(?P<half>\s+and\s+a\s+half)?(?!\s+(?:old|in\s+a)\b|[\s-]+olds?\b|['’]\w)(?:[\s-]long)?(?:\s+or\s+so)?", True),
    ("long", _heads("decades years months weeks days hours day week year month centuries decade"), rf"(?P<u>{_U})s?-long\b", True),
    ("bareunit", _heads("many years decades months weeks centuries"), r"(?:(?<=for )|(?<=in )|(?<=over )|(?<=after )|(?<=within ))(?:many\s+)?(?P<u>years|decades|months|weeks|centuries)\b", True),
    ("theunit", _heads("the"), r"the\s+(?P<u>day|weekend)\b(?!\s+(?:that|when|of|after|before|to|in))", True),
    ("theperiod", _heads("the"), r"(?:(?<=over )|(?<=during )|(?<=of )|(?<=for )|(?<=in ))the\s+(?:(?P<f>full|latest|fiscal|current)\s+)?(?P<u>year|week|month|quarter)\b(?!-)", True),
    ("nth", _heads("the"), r"(?<=on )the\s+(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?!\s+[a-zA-Z])", True),
    ("set", _heads("every each annual annually yearly daily weekly monthly a per"), r"(?:every|each)\s+(?P<u>day|week|month|quarter|year|morning)|annual(?:ly)?|yearly|daily|weekly|monthly", True),
    ("aunit", _heads("a an"), r"an?\s+(?P<u>year|month|week|day|decade|century)\b(?!\s+(?:of|that|when|which|for)\b|-)", True),
    ("present", _heads("right now nowadays at the current currently"), r"(?:right\s+)?now\b|nowadays|at\s+present\b|at\s+(?:the|this)\s+moment|the\s+current\s+(?:circumstances|moment|stage|situation)|the\s+present\b(?=[,.])|current(?:ly)?\b", True),
    ("past", _heads("not more recently lately the recent long"), r"not\s+long\s+ago|(?:more\s+)?recently|lately|(?<=in )the\s+past\b|the\s+recent\s+past|long\s+ago|the\s+past\b(?=[,.])", True),
    ("future", _heads("at upcoming the near"), r"at\s+an\s+early\s+date|upcoming\b(?!\s+year)|(?<=in )the\s+(?:(?:near|foreseeable)\s+)?future\b|the\s+near\s+future\b", True),
    ("month", _MONTH_HEADS | _heads("last this next"), rf"(?:(?P<q>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<m>{_M})(?![\w-])", False),
    ("yearwords", _heads("the nineteen eighteen two twenty"), rf"(?:the\s+year\s+)?(?P<words>(?:nineteen|eighteen)\s+(?:(?:{_TENS})(?:[\s-](?:{_ONES}))?|{_TEENS})|(?<=year )two\s+thousand)\b(?!\s+(?:{_U}|people|men))", True),
    ("year", _heads("the") | _FIGURES, rf"(?:the\s+year\s+)?(?P<y>{_Y})\b(?![-–/.,]\d|\s*\(\d{{4}}\)|\s*(?:percent|per\s+cent|%|people|troops|soldiers|men|km|dollars|U\.S\.|to\s+\d+\s))", True),
    ("shortyear", _heads("'"), r"(?:(?<=since )|(?<=in )|(?<=of )|(?<=from ))['’](?P<y>\d\d)\b", False),
    ("clock", _FIGURES, rf"(?P<clock>{_CLOCK})(?P<zone>{_ZONE})?", False),
    ("timeofday", _heads("noon midnight midday"), r"(?:noon|midnight|midday)\b", True),
)  # fmt: skip

BRANCHES = tuple(
    Branch(
        kind,
        heads,
        re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE if either else 0),
    )
    for kind, heads, pattern, either in _TABLE
)
BY_HEAD: dict[str, tuple[Branch, ...]] = {
    head: tuple(b for b in BRANCHES if head in b.heads)
    for head in frozenset().union(*(b.heads for b in BRANCHES))
}
