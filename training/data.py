"""Labelled data → training units.

A unit is up to `LIMIT` words of consecutive sentences of one document. What a corpus does not
label stays None, and the loss of that head is left out for the unit.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from verbale.reader.tokens import words

if TYPE_CHECKING:
    from batches import Coded

LIMIT = 150  # words; 99 % of PolNeAR paragraphs are shorter

ENTITY_KINDS = ("person", "organization", "place")
ROLES = ("source", "cue", "content")


@dataclass
class Unit:
    """Words with their labels. `heads` are indices into the unit, -1 at a root."""

    forms: list[str]
    sentence: list[int]
    upos: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    entities: list[str] | None = None
    roles: list[str] | None = None
    links: list[tuple[int, int, int]] | None = None  # cue word, other word, 0 source / 1 content
    mentions: list[tuple[int, str]] | None = None  # head word and referent, in order of the heads
    pair: tuple[list[int], list[int]] | None = None  # words of an event's source and target
    root: str | None = None
    quad: int | None = None
    coded: Coded | None = None  # its numbers, made once by `batches.encode`
    goals: np.ndarray | None = None  # the teacher's vectors of its sentences, made once


def lines(path: Path):
    with gzip.open(path, "rt", encoding="utf-8") as opened:
        yield from opened


def sentences(path: Path):
    """(document, [columns of word lines]) per sentence of a CoNLL-U file."""
    doc, rows = "", []
    for line in lines(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            doc = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield doc, rows
            rows = []
    if rows:
        yield doc, rows


_ENTITY = re.compile(r"(\()?([^()]+)(\))?")


def entity_labels(rows: list[list[str]]) -> list[str]:
    """BIO of the outermost person, organization and place mentions of a sentence."""
    spans, open_ = [], {}
    for i, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not found:
            continue
        for opening, body, closing in _ENTITY.findall(found.group(1)):
            parts = body.split("-")
            ident, kind = parts[0], parts[1] if len(parts) > 1 else ""
            if opening:
                if closing:
                    spans.append((i, i + 1, kind))
                else:
                    open_.setdefault(ident, []).append((i, kind))
            elif closing and open_.get(ident):
                start, kind = open_[ident].pop()
                spans.append((start, i + 1, kind))
    labels = ["O"] * len(rows)
    taken = -1
    for start, end, kind in sorted(spans, key=lambda s: (s[0], -s[1])):
        if kind in ENTITY_KINDS and start > taken:
            labels[start] = "B-" + kind
            labels[start + 1 : end] = ["I-" + kind] * (end - start - 1)
            taken = end - 1
    return labels


def mention_heads(rows: list[list[str]]) -> list[tuple[int, str]]:
    """(head word, referent) of every person, organization and place mention, nested ones too."""
    heads: dict[int, str] = {}
    for i, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not found:
            continue
        for opening, body, _ in _ENTITY.findall(found.group(1)):
            parts = body.split("-")
            if not opening or len(parts) < 6 or parts[1] not in ENTITY_KINDS:
                continue
            minspan = parts[5].split(",")
            if not all(m.isdigit() for m in minspan):
                continue
            inside = [i + int(m) - 1 for m in minspan if i + int(m) - 1 < len(rows)]
            # The word of the minimal span whose head lies outside it.
            for at in inside:
                if int(rows[at][6]) - 1 not in inside:
                    heads.setdefault(at, parts[0])
                    break
    return sorted(heads.items())


# Words of a unit of the treebanks at most, in turn: a sentence alone must be read as well as one
# among its neighbours (EWT dev: 2.5 points of LAS apart when none stood alone in training).
TREES = (0, 0, 90)


def treebank(path: Path, entities: bool, limits: tuple[int, ...] = TREES) -> list[Unit]:
    """Units of a CoNLL-U file: one sentence, or neighbouring sentences of one document together."""
    units: list[Unit] = []
    last = None
    for doc, rows in sentences(path):
        unit = units[-1] if units else None
        limit = limits[len(units) % len(limits)]
        if unit is None or doc != last or len(unit.forms) + len(rows) > limit:
            unit = Unit([], [], [], [], [], [] if entities else None)
            unit.mentions = [] if entities else None
            units.append(unit)
        last = doc
        at, number = len(unit.forms), (unit.sentence[-1] + 1 if unit.sentence else 0)
        for row in rows:
            unit.forms.append(row[1])
            unit.sentence.append(number)
            unit.upos.append(row[3])
            unit.heads.append(int(row[6]) - 1 + at if row[6] != "0" else -1)
            unit.deprels.append(row[7].split(":")[0] if row[7] not in KEPT else row[7])
        if entities:
            unit.entities.extend(entity_labels(rows))
            unit.mentions.extend((h + at, doc + r) for h, r in mention_heads(rows))
    return units


# Subtypes that the rooms read; the others fold into their relation.
KEPT = {"acl:relcl", "aux:pass", "nmod:poss", "nsubj:pass", "obl:tmod", "compound:prt", "obl:agent"}

_BREAK = re.compile(r"\n\s*\n|\n")
_STOP = {".", "!", "?", ".”", '."'}


def chunks(text: str):
    """Word spans of each paragraph, long ones cut at sentence ends."""
    at = 0
    for match in [*_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        spans = [(a + at, b + at) for a, b in words(text[at:end])]
        at = match.end() if match else at
        while len(spans) > LIMIT:
            cut = max(
                (i + 1 for i in range(LIMIT // 2, LIMIT) if text[slice(*spans[i])] in _STOP),
                default=LIMIT,
            )
            yield spans[:cut]
            spans = spans[cut:]
        if spans:
            yield spans


def sentence_ids(forms: list[str]) -> list[int]:
    """Rough sentence numbers: a new one after a full stop and the quotation marks behind it."""
    out, number, over = [], 0, False
    for form in forms:
        if over and form not in _CLOSING:
            number, over = number + 1, False
        out.append(number)
        over = over or form in _STOP
    return out


_CLOSING = {"”", '"', "''", "’", "'", ")", "]", "»", ".", "-RRB-", "-RSB-"}


def attribution(path: Path) -> list[Unit]:
    """Units of a PolNeAR file.

    The corpus as given has no nested relations but for three spans; the longer span keeps the
    label there. Every third unit is one sentence, so that the heads do not lean on sentence starts.
    """
    units = []
    for line in lines(path):
        row = json.loads(line)
        text, relations = row["text"], row["attributions"]
        for spans in chunks(text):
            forms = [text[a:b] for a, b in spans]
            unit = Unit(forms, sentence_ids(forms) if len(units) % 3 else [0] * len(forms))
            unit.roles, unit.links = ["O"] * len(forms), []
            starts = {}
            order = []
            for relation in relations:
                for role in ROLES:
                    for a, b in relation.get(role) or ():
                        order.append((role, a, b))
            # Long before short, so that what is nested in a longer content does not break it.
            order = sorted(set(order), key=lambda s: (-(s[2] - s[1]), s[1], s[0]))
            for role, a, b in order:
                inside = [i for i, (s, e) in enumerate(spans) if s >= a and e <= b]
                if not inside or any(unit.roles[i] != "O" for i in inside):
                    continue
                unit.roles[inside[0]] = "B-" + role
                for i in inside[1:]:
                    unit.roles[i] = "I-" + role
                starts[role, a, b] = inside[0]
            for relation in relations:
                cues = [starts.get(("cue", a, b)) for a, b in relation.get("cue") or ()]
                for kind, role in ((0, "source"), (1, "content")):
                    for a, b in relation.get(role) or ():
                        other = starts.get((role, a, b))
                        for cue in cues:
                            if cue is not None and other is not None:
                                unit.links.append((cue, other, kind))
            units.append(unit)
    return units


def events(path: Path) -> list[Unit]:
    """Units of `plv_train` (with `root`) or `cameo_spans` (with `quad` only): one a sentence."""
    units = []
    for line in lines(path):
        row = json.loads(line)
        if not row["source_spans"] or not row["target_spans"]:
            continue
        text = row["sentence"]
        spans = words(text)
        unit = Unit([text[a:b] for a, b in spans], [0] * len(spans))
        source, target = (
            [i for i, (s, e) in enumerate(spans) if any(s < b and a < e for a, b in row[k])]
            for k in ("source_spans", "target_spans")
        )
        if source and target:
            unit.pair = (source, target)
            unit.root, unit.quad = row.get("root"), row["quad"]
            units.append(unit)
    return units


def made_up_events(path: Path) -> list[Unit]:
    """Units of `petrarch_sentences`: its actors stand as codes, which begin as their names do."""
    units = []
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        text = row["sentence"]
        forms = [text[a:b] for a, b in words(text)]
        for event in row["events"]:
            codes = [event.get("source"), event.get("target")]
            if not event.get("plover") or not all(codes):
                continue
            pair = tuple(
                [i for i, f in enumerate(forms) if f[:1].isupper() and f[:3].upper() == code[:3]]
                for code in codes
            )
            if all(pair) and set(pair[0]).isdisjoint(pair[1]):
                unit = Unit(forms, [0] * len(forms), pair=pair)
                root = event["plover"]
                unit.root = "YIELD" if root in ("CONCEDE", "RETREAT") else root
                unit.quad = QUADS.get(unit.root, 0)
                units.append(unit)
                break
    return units


# PLOVER's quad of each root: 1 and 2 verbal and material cooperation, 3 and 4 the same of conflict.
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}


def recast(unit: Unit, others: list[Unit], rng: random.Random) -> Unit:
    """The event with a source and a target that other sentences name, so that it learns the deed."""
    forms, pair = list(unit.forms), [list(p) for p in unit.pair]
    for k in (0, 1):
        other = rng.choice(others)
        at, new = pair[k], [other.forms[i] for i in other.pair[k]]
        whole = at == list(range(at[0], at[0] + len(at)))
        if rng.random() < 0.5 or not whole or set(at) & set(pair[1 - k]) or len(new) > 8:
            continue
        forms[at[0] : at[0] + len(at)] = new
        shift = len(new) - len(at)
        pair[1 - k] = [i + shift if i > at[0] else i for i in pair[1 - k]]
        pair[k] = list(range(at[0], at[0] + len(new)))
    return Unit(forms, [0] * len(forms), pair=tuple(pair), root=unit.root, quad=unit.quad)


def token_file(path: Path) -> tuple[list[list[str]], list[list[str]]]:
    """Tokens and labels of the token-shaped development set."""
    rows = [json.loads(line) for line in lines(path)]
    return [r["tokens"] for r in rows], [r["labels"] for r in rows]
