"""Noun phrases and sentences by where they stand."""

from __future__ import annotations

from verbale.layers import Sentence, Word

__all__ = ["asked_for", "following", "reach", "run_on", "sentence_at", "with_denial"]

# What leads on to the head of its own noun phrase.
_BEFORE_THE_NOUN = frozenset(
    ("advmod", "amod", "case", "compound", "det", "flat", "nmod:poss", "nummod")
)


def reach(sentence: Sentence, index: int, *, without: tuple[str, ...] = ()) -> tuple[int, int]:
    """Start and end of the words that hang on one, closing punctuation left out."""
    inside = set(sentence.subtree(index))
    for child in sentence.children(index, *without) if without else ():
        inside -= set(sentence.subtree(child))
    ordered = sorted(inside)
    # One stretch: what stands apart from the head is left.
    at = ordered.index(index)
    low = high = at
    while low > 0 and ordered[low - 1] >= ordered[low] - 1:
        low -= 1
    while high < len(ordered) - 1 and ordered[high + 1] <= ordered[high] + 1:
        high += 1
    words = [sentence.words[i] for i in ordered[low : high + 1]]
    while len(words) > 1 and _open(words[-1]) and words[-1].text not in ("”", '"', ")"):
        words.pop()
    while len(words) > 1 and words[0].upos == "PUNCT" and words[0].text not in ("“", '"', "("):
        words.pop(0)
    return words[0].start, words[-1].end


def _open(word: Word) -> bool:
    """Whether a word cannot end a phrase: a mark, "and"."""
    return word.upos in ("CCONJ", "PUNCT")


def with_denial(sentence: Sentence, head: int, start: int) -> int:
    """Where the words of a deed begin with what denies it: "not to | sell", "no side should | sell"."""
    words = sentence.words
    first = next((i for i, w in enumerate(words) if w.start >= start), head)
    at = first
    while at > 0 and words[at - 1].lemma == "to":
        at -= 1
    if at > 0 and words[at - 1].text.lower() in ("never", "not"):
        first = at - 1
    for subject in sentence.children(head, "nsubj"):
        none = {words[k].text.lower() for k in (subject, *sentence.children(subject, "det", "cc"))}
        if none & {"neither", "no", "nobody", "none"} and subject < head:
            first = min(first, *sentence.subtree(subject))
    return words[first].start


def run_on(sentence: Sentence, head: int, end: int) -> int:
    """Where a phrase ends that syntax broke off at a position: "to | build the bridge", "the | gap".

    It goes on where its last word is the verb that heads it, or one without an object, or leads to
    what stands behind it.
    """
    words = sentence.words
    last = max((i for i, w in enumerate(words) if w.end <= end), default=head)
    childless = all(c < last for c in sentence.children(last))
    bare = words[last].upos == "VERB" and (last == head or childless)
    if last < head or not (bare or words[last].head > last):
        return end
    while last + 1 < len(words) and _goes_on(sentence, last):
        last += 1
    while last > head and words[last].upos in ("ADP", "ADV", "CCONJ", "DET", "PUNCT"):
        last -= 1
    return max(end, words[last].end)


def _goes_on(sentence: Sentence, last: int) -> bool:
    """Whether the word behind one still tells of the same verb: its object, its place, its equal."""
    word, after = sentence.words[last], sentence.words[last + 1]
    if after.text.lower() in ("that", "which", "who"):
        return False
    if after.upos in _ITS_OWN or after.deprel == "amod":
        return True
    if word.text == "-" and word.end == after.start:
        return True  # "de-escalate"
    following = sentence.words[last + 2] if last + 2 < len(sentence.words) else None
    if following is None or (after.upos != "CCONJ" and after.text not in (",", "-")):
        return False
    # "political, economic, investment | and cultural ties": what it leads to is still to come.
    described = word.upos == "ADJ" and following.upos in ("ADJ", "NOUN")
    described = described or word.head > last + 1 or after.text == "-"
    return described or (word.upos == following.upos == "VERB" and after.upos == "CCONJ")


# What goes on with the object or the place of a verb.
_ITS_OWN = frozenset("ADJ ADP DET NOUN NUM PRON PROPN SYM".split())


def following(sentence: Sentence, index: int) -> int | None:
    """The head of the noun phrase that begins right after a word, whatever syntax hung it on."""
    at = index + 1
    words = sentence.words
    while at < len(words) and (words[at].upos == "ADV" or words[at].text in ("“", '"', "‘")):
        at += 1
    if at >= len(words) or words[at].upos not in ("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"):
        return None
    seen = 0
    while words[at].deprel in _BEFORE_THE_NOUN and index < words[at].head and seen < 9:
        at, seen = words[at].head, seen + 1
    if words[at].upos == "ADJ":
        # "a free and open market" whose adjective syntax took for the head.
        behind = at
        while behind < len(words) and words[behind].upos in (
            "ADJ",
            "CCONJ",
            "NOUN",
            "PROPN",
            "SYM",
        ):
            if words[behind].upos in ("NOUN", "PROPN"):
                at = behind
            behind += 1
    owner = at
    while owner < len(words) and words[owner].upos == "PROPN":
        owner += 1
    if owner > at and owner < len(words) and words[owner].text in ("'s", "’s"):
        return following(sentence, owner)  # "President Lind's plan"
    return at if words[at].upos in ("NOUN", "PRON", "PROPN") else None


def sentence_at(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """The sentence that covers a position."""
    return next((s for s in sentences if s.start <= position < s.end), None)


def asked_for(sentence: Sentence, verb: int) -> int | None:
    """The thing in "asked X for more grain"."""
    for child in sentence.children(verb, "obl"):
        case = {sentence.words[c].lemma for c in sentence.children(child, "case")}
        if child > verb and case == {"for"} and sentence.children(verb, "obj", "iobj"):
            return child
    return None
