"""The one pass of the trained model: words, entities and attributions, as layers.

Needs PARAGRAPHS and SENTENCES; gives SENTENCES with words, ENTITIES, ATTRIBUTIONS.
Paragraphs of many documents go through the model together, because batches of like length are
what makes it fast; the result does not depend on the company a paragraph is in.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from msgspec.structs import replace

from verbale.document import Document, Span
from verbale.layers import (
    ATTRIBUTIONS,
    ENTITIES,
    PARAGRAPHS,
    SENTENCES,
    Attribution,
    Entity,
    Paragraph,
    Sentence,
    Word,
)
from verbale.reader import Reader, Reading, Unit
from verbale.reader.lemmas import lemma

__all__ = ["annotate"]


def annotate(
    documents: Sequence[Document], reader: Reader, stop: threading.Event | None = None
) -> None:
    """Read every paragraph of `documents` once and put what the model saw.

    `stop` breaks off, as it does `Reader.read`.
    """
    units: list[Unit] = []
    owners: list[tuple[Document, Paragraph, list[Sentence]]] = []
    for document in documents:
        for paragraph, inside in _by_paragraph(document):
            local = tuple((s.start - paragraph.start, s.end - paragraph.start) for s in inside)
            units.append(Unit(document.text[paragraph.start : paragraph.end], local))
            owners.append((document, paragraph, inside))
    gathered = {id(d): _Layers() for d in documents}
    for (document, paragraph, inside), reading in zip(
        owners, reader.read(units, stop), strict=True
    ):
        gathered[id(document)].take(document.text, paragraph.start, inside, reading)
    for document in documents:
        gathered[id(document)].put(document)


def _by_paragraph(document: Document) -> list[tuple[Paragraph, list[Sentence]]]:
    """Paragraphs with the sentences inside them; a paragraph without any is left out."""
    sentences = list(document.get(SENTENCES))
    found, at = [], 0
    for paragraph in document.get(PARAGRAPHS):
        inside = []
        while at < len(sentences) and sentences[at].start < paragraph.end:
            inside.append(sentences[at])
            at += 1
        if inside:
            found.append((paragraph, inside))
    return found


def _participles(words: list[Word]) -> list[Word]:
    """Words with passives as verbs: taggers waver between "was emphasised" as verb and as adjective.

    An adjective in -ed is a verb where syntax has it in the passive, or under an empty "it" with a
    clause ("it was noted that").
    """
    below: dict[int, set[str]] = {}
    for word in words:
        below.setdefault(word.head, set()).add(word.deprel)
    out = []
    for i, word in enumerate(words):
        hung = below.get(i, set())
        if (
            word.upos == "ADJ"
            and word.text.lower().endswith("ed")
            and (hung & {"aux:pass", "nsubj:pass"} or {"expl", "ccomp"} <= hung)
        ):
            word = replace(word, upos="VERB", lemma=lemma(word.text, "VERB"))
        out.append(word)
    return out


def _subjects(words: list[Word]) -> list[Word]:
    """Words with subjects at the first of coordinated verbs: no arc leaps over the verb between.

    "The presidents reaffirmed …; noted …": where the subject hangs on "noted", it goes to
    "reaffirmed", from which the coordinated verb takes it.
    """
    served = {w.head for w in words if w.deprel.startswith("nsubj")}
    out = list(words)
    for i, word in enumerate(words):
        if not word.deprel.startswith("nsubj") or word.head < 0:
            continue
        verb = words[word.head]
        if verb.deprel == "conj" and i < verb.head < word.head and verb.head not in served:
            out[i] = replace(word, head=verb.head)
    return out


class _Layers:
    """The layers of one document while its paragraphs come back."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.entities: list[Entity] = []
        self.attributions: list[Attribution] = []

    def take(self, text: str, offset: int, inside: list[Sentence], reading: Reading) -> None:
        """Add one paragraph's reading, led from the paragraph's offsets to the document's."""
        words: list[list[Word]] = [[] for _ in inside]
        at, first = -1, 0  # the sentence, and the place of its first word in the unit
        for i, word in enumerate(reading.words):
            if word.sentence != at:
                at, first = word.sentence, i
            start, end = word.start + offset, word.end + offset
            head = word.head - first if word.head >= 0 else -1
            words[at].append(
                Word(start, end, text[start:end], word.lemma, word.upos, head, word.deprel)
            )
        for i, sentence in enumerate(inside):
            found_words = tuple(_subjects(_participles(words[i])))
            self.sentences.append(Sentence(sentence.start, sentence.end, found_words))
        before = len(self.entities)
        antecedents = dict(reading.antecedents)
        for i, entity in enumerate(reading.entities):
            antecedent = antecedents.get(i)
            self.entities.append(
                Entity(
                    entity.start + offset,
                    entity.end + offset,
                    entity.kind,
                    entity.score,
                    None if antecedent is None else antecedent + before,
                )
            )
        for found in reading.attributions:
            source, cue, content = (
                tuple(Span(a + offset, b + offset) for a, b in spans)
                for spans in (found.source, found.cue, found.content)
            )
            every = (*source, *cue, *content)
            if every:
                self.attributions.append(
                    Attribution(
                        min(s.start for s in every),
                        max(s.end for s in every),
                        source,
                        cue,
                        content,
                        found.score,
                    )
                )

    def put(self, document: Document) -> None:
        """Put the three layers."""
        document.put(SENTENCES, self.sentences)
        document.put(ENTITIES, self.entities)
        document.put(ATTRIBUTIONS, self.attributions)
