"""What a text does with an instrument: the act that stands at its name, else at its verb."""

from __future__ import annotations

import re

from verbale.layers import Sentence
from verbale.records import Act

__all__ = ["act_at", "carried_act", "carried_out", "governing_act"]

# Between the word of an act and the name: articles, adjectives and states.
_GAP = (
    r"\s+(?:(?!(?:and|at|by|for|from|in|of|on|through|to|under|via|with)\b)"
    r"(?!(?!binding|existing|lasting|overarching|standing)\w+ing\b)[\w.’'–-]+\s+){0,6}$"
)
_OF = r"(?:\s+of)?"
_BEFORE: tuple[tuple[Act, str], ...] = (
    (
        "anniversary",
        r"\banniversary of (?:the )?(?:signing of |conclusion of |adoption of )?(?:the )?(?:[\w,]+ ){0,4}$|\banniversary of\b[^;]*\b(?:conclusion|signing) of (?:the )?$",
    ),
    ("agreed-to-renew", r"\b(?:agree\w*|decid\w*|decision) (?:to (?:extend|prolong|renew)|on (?:the )?(?:extension|prolongation|renewal) of)" + _GAP),
    (
        "renewed",
        r"\b(?:(?:extend|prolong|renew)(?:ed|s|ing)?|(?:extension|prolongation|renewal) of|recommit\w* .{0,24}to the terms of)"
        + _GAP,
    ),
    (
        "terminated",
        r"\b(?:denounc\w+|scrapp\w+|terminat\w+|tear\w* up|tore up|(?:exit\w*|withdr[ae]w\w*|quit) (?:\w+ ){0,4}?from|pull\w* out of|walk\w* away from|withdrawal (?:of (?:[\w.]+ ){1,5})?from|termination of)"
        + _GAP,
    ),
    ("suspended", r"\b(?:suspend\w*(?: its| their)?(?: participation in)?|suspension of)" + _GAP),
    ("ratified", r"\b(?:ratified|ratifies|ratification of)" + _GAP),
    # What is wished or called for is not in force yet.
    ("in-force", r"\b(?:after|following|since|upon|welcom\w+|with) the (?:\w+ )?entry into force of" + _GAP),
    (
        "proposed",
        r"\b(?:draft\w*|elaborat\w+|negotiat\w+(?: (?:on|for))?|preparation of|propos\w+|suggest\w+|(?:discussions|negotiations|talks) (?:about|for|on|over|towards?)|(?:early |possible |towards? the )conclusion of"
        r"|(?:will|to|would|could)(?: \w+ly)?(?: complete and)? (?:adopt|conclude|develop|finali[sz]e|reach)|(?:will|would|could) sign|work(?:ing|ed)? (?:on|out|towards?))"
        + _GAP,
    ),
    (
        "signed",
        r"\b(?:sign(?:ed|s|ing)?|(?:has|have|just|recently) made|clinched|initial+ed|ink(?:ed|s|ing)|struck|signature of|signing of|conclud(?:ed|es|ing)|finali[sz]ed|conclusion of|(?:completion|finali[sz]ation) of"
        # "the signing, by both presidents, of the treaty"
        r"|(?:conclusion|signature|signing)(?:,| at| by| in) [^.;]{3,120}?,? of)" + _OF + _GAP,
    ),
    ("signed", r"\bagreed(?: on| to| upon)?\s+(?:an?|the|their)(?:\s+(?!of\b)[\w’-]+){0,3}\s+$"),
    # "said in a joint statement": it is out.
    ("issued", r"\bin (?:a|their)\s+$"),
    (
        "issued",
        r"\b(?:(?:adopt|announc|approv|launch|publish|releas|unveil)(?:e?d|es|ing)|issu(?:ed|ing)|(?:announcement|adoption|issuance|publication|release) of"
        r"|(?:delighted|glad|happy|pleased|proud)[\w ]{0,20} to (?:announce|launch|release))"
        + _GAP,
    ),
)  # fmt: skip
_PASSIVE = r"^\W*(?:was|were|has been|have been|is being|are being)(?: \w+ly)? "
_AFTER: tuple[tuple[Act, str], ...] = (
    ("anniversary", r"^,? (?:whose|the) [\w-]+ anniversary\b(?: of which)?[^,.;]{0,40}"),
    ("proposed", r"^\W*(?:(?:that|which) )?(?:would|will|could|may|might|should|to)(?: \w+)? be (?:concluded|finali[sz]ed|reached|signed)\b"),
    ("in-force", r"^\W*(?:has |have )?(?:enter(?:ed|s)? into force|(?:is|was) in force|came into (?:force|effect)|took effect)\b"),
    ("agreed-to-renew", r"^\W*(?:should|will|would|is to|be)(?: \w+ly)?(?: be)?(?: \w+ly)? (?:extended|prolonged|renewed)\b"),
    ("ratified", _PASSIVE + r"ratified\b"),
    ("renewed", _PASSIVE + r"(?:extended|renewed)\b"),
    ("signed", r"^\W*(?:(?:was|were|has been|have been|which was) )?(?:just )?(?:adopted and )?(?:concluded|signed)\b"),
    ("signed", r"^\W*(?:was|were|has been|have been|had been) (?:\w+ly )?(?:finali[sz]ed|reached)\b"),
    ("issued", r"^,? (?:adopted|issued|released) (?:after|at|by|following|in|on)\b"),
    ("issued", _PASSIVE + r"(?:adopted|announced|approved|issued|released)\b"),
    ("issued", r"^\W*(?:and a [\w ]{3,30} )?(?:was|were|has been|have been) (?:adopted|approved|issued)\b"),
    ("suspended", _PASSIVE + r"suspended\b"),
    ("terminated", _PASSIVE + r"terminated\b"),
    ("terminated", r"^\W*(?:has |have )?expired\b"),
)  # fmt: skip
_BEFORE_ = tuple((act, re.compile(p, re.IGNORECASE)) for act, p in _BEFORE)
_AFTER_ = tuple((act, re.compile(p, re.IGNORECASE)) for act, p in _AFTER)
_NOT_YET = re.compile(
    r"\b(?:look\w* forward to|(?:initiative|opportunity|ready|want\w*|plan\w*|intend\w*|hope\w*|expect\w*|agree\w*|going|urge\w*|call\w*|need) (?:\w+ ){0,3}to|ha(?:ve|s|d) to|must)\b[^,;]*$"
)
# "Were able to work out" is done.
_MANAGED = re.compile(r"\b(?:(?:been|was|were) able|managed)(?: to)? $")
# Talks and wishes leave an instrument as it is; plans for a signing have it proposed.
_TALKED_OF = re.compile(
    r"\b(?:ask\w*|call\w*|discuss\w*|importance|necessity|need|possib\w+|readiness|ready|should|will|would)\b[^,;]*$"
)
_PLANNED = re.compile(
    r"\b(?:ahead of|await\w*|early|expect\w*|look\w* forward to|(?:plans?|preparations?|prospects?) (?:for|of)|speedy) (?:the )?$"
)
# What is aimed at: "towards concluding", "the possibility of signing".
_TOWARDS = re.compile(
    r"\b(?:about|aim\w* at|consider\w*|discuss\w*|favou?r of|interest\w* in|on|possibility of|process of|towards?)\s+$"
)
_PENDING = re.compile(
    r"\b(?:await\w*|call\w*|complet(?:e|ing)|early|expect\w*|hop(?:e|es|ing)|lack|need\w*|process|progress|seek\w*|speedy|support\w*|towards?|urg(?:e|es|ing))\b[^,;]*$"
)
_JOINT = re.compile(r"joint (?:communiqu|declaration|statement)", re.IGNORECASE)
_PERHAPS = re.compile(r"\b(?:consider\w*|could|may|might|threat\w*|would)\b[^,;]*$")
# A list that tells what documents were made: "the documents signed include", "signed: …".
_CARRIED = re.compile(
    r"\bdocuments?\b[^.;]{0,60}?\b(?P<act>adopted|approved|issued|signed)\b"
    r"|\b(?P<verb>adopted|inked|issued|signed)\b[^.;]{0,40}?\b(?:agreements|deals|documents)\b[^.;]{0,40}?\bincluding\b",
    re.IGNORECASE,
)
_CARRIES: dict[str, Act] = {
    "adopted": "issued",
    "approved": "issued",
    "inked": "signed",
    "issued": "issued",
    "signed": "signed",
}


def act_at(text: str, start: int, end: int) -> tuple[Act, int, int]:
    """The act on the instrument named at `start`–`end` of a sentence, and where act and name begin and end."""
    before = text[:start]
    for act, pattern in _BEFORE_:
        match = pattern.search(before)
        if match is None or (match.group().startswith("in ") and not _JOINT.match(text, start)):
            continue
        ahead = before[: match.start()]
        if act == "proposed" and _MANAGED.search(ahead):
            return "signed", match.start(), end
        gerund = re.match(r"\w+ing\s+(?!of\b)", match.group())
        if act in ("signed", "issued") and (
            _NOT_YET.search(ahead) or _PLANNED.search(ahead) or (gerund and _TOWARDS.search(ahead))
        ):
            return "proposed", match.start(), end
        if act == "renewed" and (_NOT_YET.search(ahead) or _TALKED_OF.search(ahead)):
            return "cited", start, end
        if act == "ratified" and "of" in match.group() and _PENDING.search(ahead):
            return "cited", start, end
        if act in ("ratified", "suspended", "terminated") and _PERHAPS.search(ahead):
            return "cited", start, end
        return act, match.start(), end
    for act, pattern in _AFTER_:
        match = pattern.search(text[end:])
        if match:
            return act, start, end + match.end()
    return "cited", start, end


_VERBS: dict[str, Act] = {
    "adopt": "issued",
    "announce": "issued",
    "conclude": "signed",
    "draft": "proposed",
    "extend": "renewed",
    "issue": "issued",
    "negotiate": "proposed",
    "propose": "proposed",
    "ratify": "ratified",
    "renew": "renewed",
    "sign": "signed",
    "suspend": "suspended",
    "terminate": "terminated",
}
_AHEAD = frozenset(("can", "could", "may", "might", "must", "shall", "should", "will", "would"))


def governing_act(sentence: Sentence, start: int, end: int) -> tuple[Act, int] | None:
    """The act of the verb that the name is the object of, however far, and where the verb begins.

    What is to be signed or adopted is proposed.
    """
    head = sentence.head_of(start, end)
    if head is None or sentence.words[head].head < 0:
        return None
    word = sentence.words[head]
    verb = sentence.words[word.head]
    act = _VERBS.get(verb.lemma)
    bare = word.deprel == "obl" and not sentence.children(head, "case")
    if act is None or not (bare or word.deprel in ("obj", "nsubj:pass")):
        return None
    marks = {sentence.words[c].lemma for c in sentence.children(word.head, "mark")}
    helping = {sentence.words[c].text.lower() for c in sentence.children(word.head, "aux")}
    ahead = "to" in marks or helping & _AHEAD
    if ahead and act not in ("issued", "proposed", "signed"):
        act = _decided(sentence, sentence.words[word.head].head, act)
    elif ahead:
        act = "proposed"
    return (act, verb.start) if act else None


def _decided(sentence: Sentence, at: int, act: Act) -> Act | None:
    """What "to ratify" or "to extend" comes to under the verb at `at`: done where it was decided, else nothing."""
    lemma = sentence.words[at].lemma if at >= 0 else ""
    if act == "renewed":
        return "agreed-to-renew" if lemma in ("agree", "decide", "vote") else None
    return act if lemma in ("decide", "vote") else None


# What is meant, asked or tried is not done yet; lemmas, sorted.
_MEANT = frozenset(
    ("agree", "aim", "ask", "attempt", "authorise", "authorize", "call", "commit", "decide")
    + ("encourage", "expect", "fail", "hope", "instruct", "intend", "invite", "need", "offer")
    + ("plan", "pledge", "prepare", "promise", "propose", "push", "refuse", "resolve", "seek")
    + ("suggest", "try", "undertake", "urge", "use", "vow", "want", "wish", "work")
)


def carried_out(sentence: Sentence, start: int, end: int) -> Act | None:
    """The act of "to sign" or "to adopt" behind a deed that is told as done: "they met to sign it"."""
    head = sentence.head_of(start, end)
    if head is None or sentence.words[head].head < 0:
        return None
    at = sentence.words[head].head
    verb = sentence.words[at]
    act = _VERBS.get(verb.lemma)
    marks = {sentence.words[c].lemma for c in sentence.children(at, "mark")}
    if act not in ("issued", "signed") or "to" not in marks or verb.deprel != "advcl":
        return None
    deed = sentence.words[verb.head]
    helping = {sentence.words[c].text.lower() for c in sentence.children(verb.head, "aux")}
    told = deed.text.lower() != deed.lemma and not deed.text.endswith(("ing", "s"))
    done = deed.upos == "VERB" and told and not helping & _AHEAD
    return act if done and deed.lemma not in _MEANT else None


def carried_act(text: str, previous: str) -> Act | None:
    """The act that a list of documents carries: told in the sentence or, for "they", in the one before."""
    match = _CARRIED.search(text)
    if match is None and re.match(r"\W*(?:These|They|Those)(?: \w+)? include\b", text):
        match = _CARRIED.search(previous)
    return _CARRIES[(match["act"] or match["verb"]).lower()] if match else None
