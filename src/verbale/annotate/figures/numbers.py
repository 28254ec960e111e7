"""Amounts in words and figures: "$190.27 billion", "half a million doses", "more than a third"."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Amount", "amounts", "factors"]

_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "trln": 1e12,
}
_WORDS = {
    w: float(i)
    for i, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"half a": 0.5, "half": 0.5, "one and a half": 1.5, "two and a half": 2.5, "quarter of a": 0.25}
# Words and signs of money as ISO 4217; the longest first.
_MONEY = (
    ("USD", r"U\.?S\.? dollars?|US\$|dollars?|USD|\$"),
    ("EUR", r"euros?|EUR|€"),
    ("CNY", r"yuan|renminbi|RMB|CNY|¥"),
    ("RUB", r"rubles?|roubles?|RUB"),
    ("GBP", r"pounds?(?: sterling)?|GBP|£"),
    ("JPY", r"yen|JPY"),
    ("INR", r"rupees?|INR"),
    ("UAH", r"hryvni?as?|UAH"),
    ("KRW", r"won|KRW"),
    ("PLN", r"zlot(?:y|ys|ych)|PLN"),
)
# Things that are counted between states, as units in the plural; sorted.
THINGS = {
    "aircraft": "aircraft",
    "barrel": "barrels",
    "citizen": "persons",
    "company": "companies",
    "cubic meter": "cubic metres",
    "cubic metre": "cubic metres",
    "dose": "doses",
    "enterprise": "companies",
    "flight": "flights",
    "howitzer": "howitzers",
    "kilowatt hour": "kilowatt hours",
    "missile": "missiles",
    "national": "persons",
    "people": "persons",
    "person": "persons",
    "plane": "aircraft",
    "refugee": "persons",
    "scholarship": "scholarships",
    "student": "students",
    "tank": "tanks",
    "ton": "tons",
    "tonne": "tons",
    "tourist": "tourists",
    "traveler": "visitors",
    "traveller": "visitors",
    "vaccine": "doses",
    "visa": "visas",
    "visitor": "visitors",
}
_THING = "|".join(
    re.escape(t).replace("company", "compan(?:y|ies)")
    for t in sorted(THINGS, key=len, reverse=True)
)
_NOT_BETWEEN = (
    r"(?!(?:and|by|for|from|in|of|on|or|to|were|was|is|are|per|percent|than|the|which|with)\b)"
)
_NUMBER = re.compile(
    r"(?P<sign>US\s?\$|[$€£¥])?\s?"
    r"(?<![\w.,-])(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")\b)"
    r"(?:(?:[\s-]*|\s*[-–]\s*)(?P<scale>hundred|thousand|million|billion|trillion|mln|bln|trln|bn|mn)\b)?"
    r"(?:[\s-]*(?:odd[\s-])?(?P<unit>percent|per cent|%|(?:of\s+)?(?:U\.?S\.? dollars?|dollars?|USD|euros?|EUR|yuan|renminbi|RMB"
    r"|r(?:o)?ubles?|RUB|pounds?|GBP|yen|JPY|rupees?|INR|hryvni?as?|UAH|won|KRW|zlot(?:ys|ych|y)|PLN)\b)"
    rf"|\s+(?:{_NOT_BETWEEN}[a-z][\w-]*\s+){{0,3}}?(?P<thing>{_THING})s?\b"
    rf"|\s+(?P<people>(?-i:[A-Z])\w+(?:ans|ese|is))\b)?",
    re.IGNORECASE,
)
_ON = re.compile(
    r"[^.;:]{0,40}\b(?:against|compared (?:to|with)|(?:down|up) from|versus)(?: (?:about|almost|nearly|over))?\s*"
    r"|\s*(?:and|or|to|[-–])(?: (?:about|almost|nearly|over))?\s*"
)
_SHARE = re.compile(
    r"\b(?:(?:more|less) than |nearly |almost |about |over )?(?:(?P<n>one|two|three|a)[\s-])?(?P<part>third|quarter|half|fifth|thirds|quarters)s?\b",
    re.IGNORECASE,
)
_PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "half": 2}
_FACTOR = re.compile(
    r"\b(?:(?P<word>(?:doubl|trebl|tripl|quadrupl|halv)(?:ed|ing)|(?:(?<=than )|(?<=to )|(?<=will ))(?:double|treble|triple|quadruple|halve))(?!-)"
    r"|(?P<n>\w+)[\s-]?fold|(?P<times>\d+(?:\.\d+)?|\w+) times)\b",
    re.IGNORECASE,
)
_FACTORS = {"doub": 100.0, "trip": 200.0, "treb": 200.0, "quad": 300.0, "halv": -50.0}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: ISO 4217, "percent", a counted thing in the plural, or None.

    `thing` is the counted word as written.
    """

    start: int
    end: int
    value: float
    unit: str | None
    thing: str | None = None


def amounts(text: str) -> list[Amount]:
    """The amounts of a text, in order: money, shares, counted things and bare large numbers."""
    found: list[Amount] = []
    for match in _NUMBER.finditer(text):
        given = match["n"].lower()
        number = _WORDS.get(given)
        scale = (match["scale"] or "").lower()
        unit = _unit(match["sign"] or match["unit"] or "")
        thing = match["thing"] or match["people"]
        if number is not None and not (scale or match["unit"]):
            continue  # "two students" is no figure of trade
        if unit is None and thing is None and not scale:
            continue
        if thing and not scale and re.fullmatch(r"(?:19|20)\d\d", given):
            continue  # a year
        value = (float(given.replace(",", "")) if number is None else number) * _SCALE.get(scale, 1)
        end = match.end()
        last = found[-1] if found else None
        if (
            unit is None
            and thing is None
            and last
            and _ON.fullmatch(text[last.end : match.start()])
        ):
            unit = last.unit  # "from 6 billion dollars to 10 billion"
        if unit is None and thing is not None:
            unit = _counted(thing) if match["thing"] else "persons"
        if unit == "persons" and value < 1000:
            continue
        found.append(Amount(match.start("sign") if match["sign"] else match.start("n"), end, value, unit, thing))  # fmt: skip
    return found


def factors(text: str) -> list[Amount]:
    """Changes told without a figure, as percent: "by a third" 33.3, "doubled" 100, "threefold" 200."""
    found = []
    for match in _SHARE.finditer(text):
        part = match["part"].lower()
        many = _WORDS.get((match["n"] or "one").lower(), 1.0)
        if re.search(
            r"\bby (?:more |less |nearly |almost |about |over )?(?:than )?$", text[: match.start()]
        ):
            found.append(Amount(match.start(), match.end(), round(100 * many / _PARTS[part], 1), "percent"))  # fmt: skip
    for match in _FACTOR.finditer(text):
        if match["word"]:
            change = _FACTORS[match["word"].lower()[:4]]
        else:
            given = (match["n"] or match["times"]).lower().strip()
            times = _WORDS.get(given) or (float(given) if re.fullmatch(r"[\d.]+", given) else None)
            if times is None or times < 1:
                continue
            change = 100 * (times - 1)
        found.append(Amount(match.start(), match.end(), change, "percent"))
    return sorted(found, key=lambda a: a.start)


def _counted(thing: str) -> str:
    """The unit of a counted word, singular or plural."""
    low = " ".join(thing.lower().split())
    low = "company" if low.startswith("compan") else low
    return THINGS.get(low) or THINGS[low.removesuffix("s")]


def _unit(word: str) -> str | None:
    word = re.sub(r"^of\s+", "", word.strip()).replace("US $", "US$")
    if not word:
        return None
    if word.lower() in ("%", "percent", "per cent"):
        return "percent"
    for code, pattern in _MONEY:
        if re.fullmatch(pattern, word, re.IGNORECASE):
            return code
    return None
