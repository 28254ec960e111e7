"""What kind of text it is, by its title, labels, shape and voice. Gives GENRE.

Needs MASKS, HEADER, PARAGRAPHS, TURNS. The first rule that speaks decides; they go from what names
itself to what is told by its shape, and last to whose voice speaks.
"""

from __future__ import annotations

import re

from verbale.document import Document
from verbale.layers import GENRE, HEADER, MASKS, PARAGRAPHS, TURNS, Genre, Turn

__all__ = ["annotate"]

# What a title calls its text; the first that is found, in this order.
_TITLES: tuple[tuple[str, str], ...] = (
    ("log", r"\blog\b|\bchronicle\b"),
    (
        "joint-statement",
        r"\bjoint\s+(?:\S+\s+){0,2}?(?:statement|declaration|communiqu[eé]|vision)\b|\bcommuniqu[eé]\b"
        r"|\bleaders['’]\s+(?:statement|declaration)\b",
    ),
    (
        "press-conference",
        r"\b(?:press|news)\s+(?:conference|briefing|availability|gaggle|call)\b|\bmedia\s+(?:briefing|availability)\b"
        r"|\bbriefing\s+by\b|\bpress\s+statements\b|\bstatements\s+by\s+(?:the\s+)?(?:leaders|presidents|heads)\b"
        r"|\bregular\s+press\b|\banswer(?:s|ed)?\s+(?:to\s+)?(?:media\s+)?questions\b",
    ),
    ("readout", r"\breadout\b"),
    (
        "transcript",
        r"\bremarks\s+(?:by|with)\b.*\b(?:and|before|with)\b|\bwith\b.*\bbefore\s+their\s+meeting\b|\binterview\b|\btranscript\b",
    ),
    (
        "speech",
        r"\b(?:opening\s+)?remarks\s+(?:by|at|on|of)\b|\b(?:speech|address)\s+(?:by|of|at|to)\b|\bkeynote\b|\bgeneral\s+debate\b|\bUNGA\b",
    ),
    (
        "statement",
        r"\bstatement\s+(?:by|of|from|on)\b|\bpress\s+statement\b|['’]s\s+(?:statement|remarks)\b",
    ),
    ("commentary", r"\b(?:commentary|opinion|op-?ed)\b|^article\s+by\b"),
    (
        "contact",
        r"\b(?:telephone|phone|video)\s+(?:calls?|conversations?|conference)\b|\bvideoconference\b|\bconversations?\s+with\b"
        r"|\b(?:met|meets?|meetings?|talks|negotiations|spoke|call)\s+with\b|\b(?:holds?|held)\s+(?:\S+\s+){0,3}(?:talks|meeting)\b"
        r"|\btalks$|^meeting\s+of\b|['’]s\s+(?:call|meeting)\b",
    ),
)
_TITLES_READ = tuple((genre, re.compile(p, re.IGNORECASE)) for genre, p in _TITLES)
_SECTION = re.compile(
    r"\b(?:opinion|editorial|commentary|op-?ed|view(?:point)?s?|analysis)\b", re.I
)
_JOINT_OPENING = re.compile(
    r"\W*(?:the\s+)?(?:following|text)\b.{0,60}joint\s+statement", re.IGNORECASE
)
# News agencies and papers: what they tell of a meeting is a report, not a side's readout; sorted.
_NEWS = re.compile(
    r"\b(?:AFP|AP|Associated Press|BBC|Bloomberg|CCTV|CGTN|CNN|China Daily|Global Times|Interfax|Kyodo|NHK|News"
    r"|People['’]s Daily|Post|RIA|Reuters|TASS|Times|Tribune|Ukrinform|Xinhua|Yonhap)\b"
)
# What an office tells that it did with others; the opening of a readout.
_CONTACT = re.compile(
    r"\b(?:had|held|conducted|took\s+part\s+in|participated\s+in|made)\s+(?:\S+\s+){0,6}?(?:conversations?|calls?|meetings?|talks"
    r"|negotiations|consultations|dialogue|video\s*conference)\b"
    r"|\b(?:spoke|met|talked)\s+(?:\S+\s+){0,4}?with\b|\b(?:met|spoke)\s+(?:today|on\s+\w+day|virtually)\b"
    r"|\b(?:meeting|talks|conversation|call)\s+(?:was|were)\s+held\b|\btalks\b.{0,60}\btook\s+place\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|is\s+to|are\s+to)\s+(?:\w+\s+)?(?:hold|meet|speak|visit|take\s+part|take\s+place|be\s+held|host|attend|have)\b"
)
# A title that gives somebody's words: a contact in it is talked about.
_QUOTED_TITLE = re.compile(r"\s[-–—]\s+[A-Z][\w'’]+(?: [A-Z][\w'’]+)+$|^[A-Z]\w+(?: \w+){0,3}:\s")
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my)\b", re.IGNORECASE)
_ATTRIBUTED = re.compile(r"\b(?:said|told|stressed|noted)\b")
# How one who speaks to others begins.
_SALUTATION = re.compile(
    r"\W*(?:ladies\s+and\s+gentlemen|dear\s+\w|distinguished\s|your\s+excellenc|excellenc|honou?rable\s|mr\.?\s+(?:president|chairman|speaker|secretary)"
    r"|colleagues|friends|good\s+(?:morning|afternoon|evening)|thank\s+you|(?:\w+\s+){0,6}\w+!)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+")
# A sentence of news tells who said it, quotes, or names its day.
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|stressed|noted|notes|added|announced|pointed\s+out|according\s+to|reported|stated"
    r"|emphasi[sz]ed|reiterated|urged|expressed|asked|called|warned|confirmed|agreed|declared|discussed|met|arrived"
    r"|held|signed)\b|[\"“]|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
# First-person words per word from which on a text without attributions is its author's own.
OWN_VOICE = 0.025
# A text of at least so many sentences (six words or more) of which so large a share tells nobody's
# words, quotes nothing and names no day is commentary. Read off 84 news articles and op-eds: from
# 0.75 on nearly all are opinion, below 0.6 nearly none.
ENOUGH_SENTENCES, UNTOLD = 10, 0.65
# Turns of journalists from which on a transcript is a press conference.
ASKED_OFTEN = 2


def annotate(document: Document) -> None:
    """Put the genre."""
    document.put(GENRE, [Genre(_genre(document))])


def _genre(document: Document) -> str:
    (header,) = document.get(HEADER)
    text = document.text
    title = document.source.title or (document.quote(header.title) if header.title else "")
    publisher = document.source.publisher or ""
    body = " ".join(text[p.start : p.end] for p in document.get(PARAGRAPHS))
    about = f"{title} {publisher}" if re.search(r"\b(?:log|debate)\b", publisher, re.I) else title
    named = next((g for g, p in _TITLES_READ if p.search(about.strip())), None)
    if named == "log":
        return named
    if named == "joint-statement":
        # "Remarks … on the joint declaration" with labelled turns is what it was said in.
        return _of_turns(document, "transcript") if _is_remarks(document, title) else named
    if _JOINT_OPENING.match(body):
        return "joint-statement"
    if _labelled(document):
        return _of_turns(document, named)
    labels = [m for m in document.get(MASKS) if m.kind in ("section-label", "byline", "disclaimer")]
    said = " ".join(text[m.start : m.end] for m in labels)
    if _SECTION.search(said):
        return "editorial" if "editorial" in said.lower() else "commentary"
    return _of_title(named, title, body) or _of_voice(document, named, title, body)


def _labelled(document: Document) -> list[Turn]:
    return [t for t in document.get(TURNS) if not t.introduced]


def _is_remarks(document: Document, title: str) -> bool:
    return bool(_labelled(document) and re.match(r"\W*remarks\b", title, re.IGNORECASE))


def _of_turns(document: Document, named: str | None) -> str:
    """A transcript: with several speakers or with questions."""
    turns = _labelled(document)
    if named == "press-conference":
        return named
    asked = sum(t.role == "journalist" for t in turns)
    if named != "transcript" and asked >= ASKED_OFTEN:
        return "press-conference"
    speakers = {document.text[t.label_start : t.label_end] for t in turns if t.role == "speaker"}
    return "transcript" if len(speakers) > 1 or named == "transcript" else "speech"


def _of_title(named: str | None, title: str, body: str) -> str | None:
    """What the title settles alone or with the opening of the text; None else."""
    if named == "transcript":
        return "transcript" if re.search(r"\b(?:interview|transcript)\b", title, re.I) else "speech"
    if named == "statement":
        # A spokesperson's statement that only tells of a call is its readout.
        own = re.search(r"\bI\b", body)
        contact = re.search(
            r"\bcalls?\b|\bmeetings?\b|\bspoke\s+with\b|\bconversation\b", title, re.I
        )
        opening = body[:600]
        told = _CONTACT.search(opening) and not _AHEAD.search(opening[:300])
        return "readout" if contact and told and not own else "statement"
    return named if named in ("press-conference", "readout", "speech", "commentary") else None


def _of_voice(document: Document, named: str | None, title: str, body: str) -> str:
    """An office's own account, its own words, or news: by who tells and whose voice speaks."""
    publisher = document.source.publisher or ""
    if named == "contact" and _QUOTED_TITLE.search(title.strip()):
        named = None
    news = any(m.kind == "dateline" for m in document.get(MASKS)) or bool(_NEWS.search(publisher))
    office = bool(publisher) and not news
    opening = body[:600]
    told = _CONTACT.search(opening) and not re.search(r"\bI\b", opening[:200])
    own = len(_FIRST_PERSON.findall(body)) > OWN_VOICE * len(body.split())
    if own and not _ATTRIBUTED.search(body) and not (office and told):
        return "speech" if _SALUTATION.match(body) else "statement"
    if office:
        if _SALUTATION.match(body) and re.search(r"\bI\b", body):
            return "speech"
        coming = _AHEAD.search(opening[:300]) or _AHEAD.search(title)
        return "readout" if (told or named == "contact") and not coming else "report"
    sentences = [s for s in _SENTENCE.split(body) if s.count(" ") > 4]
    untold = sum(not _TOLD.search(s) for s in sentences)
    opinion = len(sentences) >= ENOUGH_SENTENCES and untold >= UNTOLD * len(sentences)
    return "commentary" if opinion else "report"
