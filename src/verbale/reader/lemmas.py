"""Lemmas of English verbs and nouns: a table of irregular forms, then a few rules of spelling.

Written for what the rooms look up (verbs of meeting and saying, nouns of office), not as a full
morphology: an unknown form comes back lower-cased or with its regular ending taken off.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["lemma"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_VERBS = {
    "be": "am are is was were been being 's 're 'm ’s ’re ’m",
    "agree": "agreed agreeing", "bear": "bore borne born", "beat": "beaten", "free": "freed freeing", "decree": "decreed", "guarantee": "guaranteed", "become": "became becoming", "begin": "began begun beginning",
    "bind": "bound", "break": "broke broken", "bring": "brought", "build": "built",
    "buy": "bought", "can": "could ca", "catch": "caught", "choose": "chose chosen",
    "come": "came coming", "deal": "dealt", "die": "dying died dies", "do": "did done does",
    "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen",
    "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown flies", "blow": "blew blown",
    "forbid": "forbade forbidden", "foresee": "foresaw foreseen", "forget": "forgot forgotten",
    "get": "got gotten", "give": "gave given", "go": "went gone goes", "grow": "grew grown",
    "have": "has had having 've ’ve", "hear": "heard", "hide": "hid hidden", "hold": "held",
    "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "leave": "left",
    "lend": "lent", "lie": "lain lying lied", "lose": "lost", "make": "made", "mean": "meant",
    "meet": "met", "mistake": "mistook mistaken", "overcome": "overcame",
    "oversee": "oversaw overseen",
    "pay": "paid", "rebuild": "rebuilt", "ride": "rode ridden", "rise": "rose risen",
    "run": "ran running", "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold",
    "send": "sent", "set": "setting", "shake": "shook shaken", "shall": "should", "shoot": "shot", "shrink": "shrank shrunk", "sink": "sank sunk",
    "show": "shown", "sign": "signed signing", "sing": "sang sung", "sit": "sat sitting",
    "speak": "spoke spoken", "spend": "spent", "spring": "sprang sprung", "stand": "stood",
    "steal": "stole stolen", "strike": "struck stricken", "strive": "strove striven",
    "swear": "swore sworn", "take": "took taken", "teach": "taught", "tell": "told",
    "think": "thought", "throw": "threw thrown", "tie": "tying tied", "undergo": "underwent undergone",
    "understand": "understood", "undertake": "undertook undertaken", "uphold": "upheld",
    "wake": "woke woken", "wear": "wore worn", "will": "would 'll ’ll wo 'd ’d", "win": "won winning",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "write": "wrote written writing",
}  # fmt: skip

_NOUNS = {
    "analysis": "analyses", "basis": "bases", "child": "children", "crisis": "crises",
    "foot": "feet", "half": "halves", "leaf": "leaves", "life": "lives",
    "man": "men", "self": "selves", "tooth": "teeth", "wife": "wives", "woman": "women",
    "thesis": "theses", "hypothesis": "hypotheses",
}  # fmt: skip

_IRREGULAR = {
    "VERB": {form: base for base, forms in _VERBS.items() for form in forms.split()},
    "NOUN": {form: base for base, forms in _NOUNS.items() for form in forms.split()},
}
_NOT = {"n't": "not", "n’t": "not"}
# Nouns that end in s in the singular, or have no singular here.
_SINGULAR = _set(
    "alias arms bias bonus canvas census chaos clothes consensus corps ethos focus gas headquarters"
    " lens mathematics means news pants physics politics regards series species statistics status"
    " summons surroundings thanks troops virus"
)
# Doubled consonants that belong to the verb: "called" is not "cal".
_DOUBLE = ("ll", "ss", "ff", "zz", "dd")
# Verbs in -l that double it: "travelled" is "travel".
_ONE_L = _set(
    "annul cancel compel control counsel dispel enrol excel expel fuel fulfil impel instil label"
    " level marshal model patrol propel quarrel rebel repel signal total travel"
)
# Stems to which an e goes back although their ending does not tell it.
_E = _set(
    "abid abus accompan accus acknowledg acquir adher admir ag alleg allud amaz apologis argu"
    " aris arrang assum attribut bak bar bas becom blam breath brib caus challeng chang cit clos cod"
    " coincid combin compar compet compil complet conced conclud concret confid confin confus consum"
    " contribut contriv conven cop crim debat decid declar declin defil defin delet delud deplor"
    " describ desir despis determin devot dilut disclos discrimin disput dissolv distribut divid"
    " downgrad driv endur enshrin ensur escap evad examin exchang excit exclud excus execut"
    " exil expedit expir explod explor fad fil fin fir fram fus gaz guid hid hir hop hous ignor"
    " imagin impos improv incit includ inquir inscrib inspir interfer interven intervien invad invit"
    " invok jok lik lin lur mak measur merg mistak nam not oblig oppos outlin overcom overrul ow parad"
    " persecut persuad phon pil plac pledg plung pok pollut pos postpon preced prepar prescrib presid"
    " pressur prim prob procur produc promot prop propos prosecut provid provok prun purg quak quot"
    " rac rat recit reconcil redefin refin refus rehears relat rem renam reneg requir reschedul rescu"
    " resid respit restor resum retak retir revis revok rid ridicul rul sav scal scar schedul schem"
    " scor secur seiz serv shak shap shar smil smok snipe spar stag star stat stor strik striv"
    " subscrib substitut suppos tak tap tast tim tir tolerat trad trembl tun typ underlin undermin"
    " underscor unit upgrad urg us vot wag wast welcom wip withdrew"
)
_NO_E = _set(  # stems that look as if they lost one
    "aim await beat benefit bias chair chat cheat claim combat defeat develop discus eat exit"
    " fail favour float focus format greet harbour heat honour labour meet neighbour pair pour prefer"
    " profit quit repair repeat retreat seat threat tour treat visit"
)
_LOST_E = re.compile(
    r"(?:[^aeiou](?:iat|uat|at)|eat|dg|c|v|z|[^aeou]u|[^su]s|[bcdfgkpt]l|rg|lg|ag|ois|ais|eas|ur|ir)$"
)


@lru_cache(maxsize=50_000)
def lemma(form: str, upos: str) -> str:
    """Lower-case lemma of a word form under its universal part of speech."""
    low = form.lower()
    if upos in ("VERB", "AUX"):
        return _NOT.get(low) or _IRREGULAR["VERB"].get(low) or _verb(low)
    if upos == "NOUN":
        return _IRREGULAR["NOUN"].get(low) or _noun(low)
    return _NOT.get(low, low)


def _verb(low: str) -> str:
    if low.endswith(("ies", "ied")) and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    if low.endswith("eed"):
        return low
    for ending in ("ing", "ed"):
        stem = low[: -len(ending)]
        if low.endswith(ending) and len(stem) > 1 and any(c in "aeiouy" for c in stem):
            return _base(stem)
    return low


def _base(stem: str) -> str:
    """The verb whose ending was taken off."""
    if stem in _E:
        return stem + "e"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem[:-1] if stem[:-1] in _ONE_L or not stem.endswith(_DOUBLE) else stem
    if stem in _NO_E or not _LOST_E.search(stem):
        return stem
    return stem + "e"


def _noun(low: str) -> str:
    if low in _SINGULAR or len(low) < 4 or not low.endswith("s") or low[0].isdigit():
        return low
    if low.endswith("ies") and len(low) > 4:
        return "movie" if low == "movies" else low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "uses")) and low not in ("uses", "causes"):
        return low[:-1] if low.endswith("ouses") else low[:-2]
    if low.endswith(("ss", "us", "is", "'s", "’s")):
        return low
    return low[:-1]
