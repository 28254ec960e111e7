"""Units → tensors: length-bucketed batches with the labels that they have."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from data import ENTITY_KINDS, ROLES, Unit
from verbale.reader.tokens import cases, quote_states

BUDGET = 1600  # words in a batch, padding counted
PIECES = 320  # wordpieces of a unit at most


@dataclass
class Labels:
    """The label lists of the heads; a label's number is its place."""

    upos: list[str]
    relations: list[str]
    entities: list[str]
    roles: list[str]
    roots: list[str]

    @classmethod
    def of(cls, trees: list[Unit], pairs: list[Unit]) -> Labels:
        upos = sorted({u for t in trees for u in t.upos})
        relations = sorted({r for t in trees for r in t.deprels})
        entities = ["O"] + [f"{p}-{k}" for k in ENTITY_KINDS for p in "BI"]
        roles = ["O"] + [f"{p}-{r}" for r in ROLES for p in "BI"]
        roots = sorted({u.root for u in pairs if u.root})
        return cls(upos, relations, entities, roles, roots)

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(self.__dict__))

    @classmethod
    def load(cls, path: Path) -> Labels:
        return cls(**json.loads(path.read_text()))


@dataclass
class Batch:
    ids: torch.Tensor
    attention: torch.Tensor
    starts: torch.Tensor
    mask: torch.Tensor
    case: torch.Tensor
    quote: torch.Tensor
    sentence: torch.Tensor
    upos: torch.Tensor | None = None
    heads: torch.Tensor | None = None
    relations: torch.Tensor | None = None
    entities: torch.Tensor | None = None
    roles: torch.Tensor | None = None
    link_at: tuple[torch.Tensor, ...] = ()
    link_is: torch.Tensor | None = None
    mentions: list[list[tuple[int, str]]] | None = None
    pair: torch.Tensor | None = None  # (b, 2, w): which words are source, which target
    root: torch.Tensor | None = None
    quad: torch.Tensor | None = None
    spans: list[tuple[int, int, int]] | None = None  # (row, first piece, end) of each sentence

    def inputs(self) -> tuple[torch.Tensor, ...]:
        return (
            self.ids,
            self.attention,
            self.starts,
            self.mask,
            self.case,
            self.quote,
            self.sentence,
        )


def batches(units: list[Unit], rng: random.Random):
    """Lists of units of like length and the same kinds of label, in random order."""
    kinds: dict[tuple[bool, ...], list[Unit]] = {}
    for unit in units:
        key = (unit.upos is None, unit.entities is None, unit.roles is None, unit.pair is None)
        kinds.setdefault(key, []).append(unit)
    out = []
    for group in kinds.values():
        group = sorted(group, key=lambda u: len(u.forms) + rng.random() * 8)
        batch: list[Unit] = []
        for unit in group:
            if batch and len(unit.forms) * (len(batch) + 1) > BUDGET:
                out.append(batch)
                batch = []
            batch.append(unit)
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def collate(units: list[Unit], labels: Labels, tokenizer: Tokenizer, device: str = "cpu") -> Batch:
    """One batch; -1 marks what carries no label."""
    encoded = tokenizer.encode_batch([u.forms for u in units], is_pretokenized=True)
    longest = max(len(u.forms) for u in units)
    ids, starts, pieces = [], [], []
    for row, (unit, e) in enumerate(zip(units, encoded, strict=True)):
        found = [0] * len(unit.forms)
        last = -1
        for at, word in enumerate(e.word_ids[:PIECES]):
            if word is not None and word != last:
                found[word] = at
                last = word
        ids.append(e.ids[:PIECES])
        starts.append(found)
        ends = [*found[1:], len(e.ids[:PIECES]) - 1]
        for number in range(unit.sentence[-1] + 1 if unit.roles is None else 1):
            inside = [
                i for i, s in enumerate(unit.sentence) if s == number or unit.roles is not None
            ]
            if inside and 0 < found[inside[0]] < ends[inside[-1]]:
                pieces.append((row, found[inside[0]], ends[inside[-1]]))
    width = max(len(i) for i in ids)

    def grid(rows, fill):
        return torch.tensor([r + [fill] * (longest - len(r)) for r in rows], device=device)

    batch = Batch(
        torch.tensor([i + [0] * (width - len(i)) for i in ids], device=device),
        torch.tensor([[1] * len(i) + [0] * (width - len(i)) for i in ids], device=device),
        grid(starts, 0),
        grid([[1] * len(u.forms) for u in units], 0),
        grid([cases(u.forms).tolist() for u in units], 5),
        grid([quote_states(u.forms).tolist() for u in units], 0),
        grid([u.sentence for u in units], -1),
    )
    batch.spans = pieces
    first = units[0]
    if first.upos is not None:
        up, re = ({k: i for i, k in enumerate(x)} for x in (labels.upos, labels.relations))
        batch.upos = grid([[up.get(x, -1) for x in u.upos] for u in units], -1)
        batch.heads = grid([[h + 1 for h in u.heads] for u in units], -1)
        batch.relations = grid([[re.get(x, -1) for x in u.deprels] for u in units], -1)
    if first.entities is not None:
        en = {k: i for i, k in enumerate(labels.entities)}
        batch.entities = grid([[en[x] for x in u.entities] for u in units], -1)
    if first.roles is not None:
        ro = {k: i for i, k in enumerate(labels.roles)}
        batch.roles = grid([[ro[x] for x in u.roles] for u in units], -1)
        at, gold = [], []
        for i, unit in enumerate(units):
            true = set(unit.links)
            opens = {
                role: [j for j, r in enumerate(unit.roles) if r == role]
                for role in ("B-cue", "B-source", "B-content")
            }
            for cue in opens["B-cue"]:
                for kind, role in enumerate(("B-source", "B-content")):
                    for other in opens[role]:
                        at.append((i, kind, cue, other))
                        gold.append(float((cue, other, kind) in true))
        columns = torch.tensor(at, dtype=torch.long, device=device).reshape(-1, 4)
        batch.link_at = tuple(columns.T)
        batch.link_is = torch.tensor(gold, device=device)
    if first.mentions is not None:
        batch.mentions = [u.mentions for u in units]
    if first.pair is not None:
        batch.pair = torch.zeros(len(units), 2, longest, device=device)
        for i, unit in enumerate(units):
            for k in (0, 1):
                batch.pair[i, k, unit.pair[k]] = 1.0
        ev = {k: i for i, k in enumerate(labels.roots)}
        batch.root = torch.tensor([ev.get(u.root, -1) for u in units], device=device)
        batch.quad = torch.tensor([u.quad for u in units], device=device)
    return batch
