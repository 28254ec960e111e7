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

BUDGET = 2048  # wordpieces in a batch, padding counted
PIECES = 320  # wordpieces of a unit at most
# Batches come in these widths only: matrix kernels are made once a shape, and making them costs
# more than the padding.
WIDTHS = (16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 192, 224, 256, 320)
EDGE = 24  # the look of the pieces that open and close a text, see `model.LOOKS`


def open_tokenizer(base: Path) -> Tokenizer:
    """The base's tokenizer, which neither cuts nor fills."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def width(length: int) -> int:
    """The smallest batch width that `length` fits into."""
    return next((w for w in WIDTHS if w >= length), length)


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

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many labels each head has, in the order in which `Model` takes them."""
        return tuple(
            len(s) for s in (self.upos, self.relations, self.entities, self.roles, self.roots)
        )

    def root_weights(self, units: list[Unit], device: str = "cpu") -> torch.Tensor:
        """How much each event type weighs: the rarer in `units` the more, 1 on average."""
        common = [sum(u.root == r for u in units) for r in self.roots]
        weights = torch.tensor(common, device=device).clamp(min=1).float().rsqrt()
        return weights / weights.mean()

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(self.__dict__))

    @classmethod
    def load(cls, path: Path) -> Labels:
        return cls(**json.loads(path.read_text()))


@dataclass
class Batch:
    ids: torch.Tensor
    attention: torch.Tensor
    looks: torch.Tensor
    starts: torch.Tensor
    lasts: torch.Tensor
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
    goals: torch.Tensor | None = None  # the teacher's unit vectors of the spans, (spans, 384)

    def inputs(self) -> tuple[torch.Tensor, ...]:
        return (
            self.ids,
            self.attention,
            self.looks,
            self.starts,
            self.lasts,
            self.mask,
            self.case,
            self.quote,
            self.sentence,
        )


@dataclass
class Coded:
    """A unit as numbers: pieces, each word's first and last piece, and each sentence's pieces."""

    ids: list[int]
    looks: list[int]
    starts: list[int]
    lasts: list[int]
    case: list[int]
    quote: list[int]
    spans: list[tuple[int, int]]


def encode(units: list[Unit], tokenizer: Tokenizer) -> None:
    """Give each unit that has none its `coded`."""
    todo = [u for u in units if u.coded is None]
    for unit, e in zip(
        todo,
        tokenizer.encode_batch([u.forms for u in todo], is_pretokenized=True),
        strict=True,
    ):
        ids = e.ids[:PIECES]
        case, quote = cases(unit.forms).tolist(), quote_states(unit.forms).tolist()
        starts, lasts = [0] * len(unit.forms), [0] * len(unit.forms)
        looks, before = [EDGE] * len(ids), None
        for at, word in enumerate(e.word_ids[:PIECES]):
            if word is None:
                continue
            if word != before:
                starts[word] = at
            lasts[word] = at
            looks[at] = (case[word] * 2 + quote[word]) * 2 + (word != before)
            before = word
        spans = []
        for number in range(unit.sentence[-1] + 1):
            inside = [i for i, s in enumerate(unit.sentence) if s == number]
            if inside and 0 < starts[inside[0]] <= lasts[inside[-1]]:
                spans.append((starts[inside[0]], lasts[inside[-1]] + 1))
        unit.coded = Coded(ids, looks, starts, lasts, case, quote, spans)


def batches(units: list[Unit], rng: random.Random, tokenizer: Tokenizer) -> list[list[Unit]]:
    """Lists of units of like length and the same kinds of label, in random order."""
    encode(units, tokenizer)
    kinds: dict[tuple[bool | int, ...], list[Unit]] = {}
    for unit in units:
        key = (unit.upos is None, unit.entities is None, unit.roles is None, unit.pair is None)
        kinds.setdefault((*key, width(len(unit.coded.ids))), []).append(unit)
    out = []
    for (*_, wide), group in kinds.items():
        rng.shuffle(group)
        rows = max(1, BUDGET // wide)
        out += [group[i : i + rows] for i in range(0, len(group), rows)]
    rng.shuffle(out)
    return out


def collate(units: list[Unit], labels: Labels, tokenizer: Tokenizer, device: str = "cpu") -> Batch:
    """One batch; -1 marks what carries no label."""
    encode(units, tokenizer)
    coded = [u.coded for u in units]
    longest = width(max(len(u.forms) for u in units))
    wide = width(max(len(c.ids) for c in coded))

    def grid(rows, fill, size=longest):
        return torch.tensor([r + [fill] * (size - len(r)) for r in rows], device=device)

    batch = Batch(
        grid([c.ids for c in coded], 0, wide),
        grid([[1] * len(c.ids) for c in coded], 0, wide),
        grid([c.looks for c in coded], EDGE, wide),
        grid([c.starts for c in coded], 0),
        grid([c.lasts for c in coded], 0),
        grid([[1] * len(u.forms) for u in units], 0),
        grid([c.case for c in coded], 5),
        grid([c.quote for c in coded], 0),
        grid([u.sentence for u in units], -1),
    )
    batch.spans = [(row, a, b) for row, c in enumerate(coded) for a, b in c.spans]
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
