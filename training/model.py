"""The reader as a torch module: a BERT encoder of six layers, and thin heads on its words."""

from __future__ import annotations

from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import nn

WIDTH = 384
EVENT = 192
LOOKS = 25  # casing × quotation × first piece of its word, and one for what opens and closes


class Outputs(NamedTuple):
    """What one pass gives; shapes are told at `Model.forward`."""

    upos: torch.Tensor
    entities: torch.Tensor
    roles: torch.Tensor
    arc: torch.Tensor
    rel_dep: torch.Tensor
    rel_head: torch.Tensor
    link: torch.Tensor
    words: torch.Tensor
    pieces: torch.Tensor


def chain_loss(scores, moves, gold):
    """Mean negative log-likelihood per word of a linear chain; `gold` (b, w) is -1 behind the end.

    `scores` (b, w, labels), `moves` (labels + 1, labels), its last row the start.
    """
    scores, real = scores.float(), gold >= 0
    safe = gold.clamp(min=0)
    start, between = moves[-1], moves[:-1]
    right = scores.gather(2, safe[..., None])[..., 0]
    right[:, 0] = right[:, 0] + start[safe[:, 0]]
    right[:, 1:] = right[:, 1:] + between[safe[:, :-1], safe[:, 1:]]
    total = scores[:, 0] + start
    for i in range(1, scores.shape[1]):
        new = torch.logsumexp(total[:, :, None] + between, 1) + scores[:, i]
        total = torch.where(real[:, i, None], new, total)
    return (torch.logsumexp(total, -1) - (right * real).sum(-1)).sum() / real.sum()


def rounded(x, training: bool):
    """While training, `x` as int8 inference will see it: 255 steps over a text's range.

    What opens a text is left out of the range; its few large channels go beside the int8 matrix
    (`export.APART`).
    """
    if not training:
        return x
    with torch.no_grad():
        high, low = x[:, 1:].amax((1, 2), keepdim=True), x[:, 1:].amin((1, 2), keepdim=True)
        step = ((high - low) / 255).clamp(min=1e-6)
        away = (x / step).round() * step - x
    return x + away


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop: float):
        b, n, _ = x.shape
        q, k, v = self.qkv(rounded(x, self.training)).view(b, n, 3, 12, 32).permute(2, 0, 3, 1, 4)
        # Written out: the fused form's way back is three times slower on processors.
        weights = F.softmax((q * 32**-0.5) @ k.transpose(-1, -2) + mask.to(q.dtype), -1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm1(x + self.out(mixed))
        wide = F.gelu(self.up(rounded(x, self.training)))
        wide = self.down(rounded(wide, self.training))
        return self.norm2(x + F.dropout(wide, drop, self.training))


class Encoder(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.tokens = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(6))
        # The base is uncased: how a piece is written comes in here, beginning at nothing.
        self.looks = nn.Embedding(LOOKS, WIDTH)
        nn.init.zeros_(self.looks.weight)

    def forward(self, ids, attention, looks=None, drop=0.1):
        """What each layer gives, the embedding first: 7 times (b, pieces, width)."""
        x = self.tokens(ids) + self.places.weight[None, : ids.shape[1]]
        if looks is not None:
            x = x + self.looks(looks)
        x = F.dropout(self.norm(x), drop, self.training)
        mask = (1.0 - attention[:, None, None].to(x.dtype)) * -1e4
        out = [x]
        for layer in self.layers:
            out.append(layer(out[-1], mask, drop))
        return out

    def load_base(self, tensors) -> None:
        """Take the weights of the base model, under the names of its safetensors file."""
        t = {k.removeprefix("bert."): v for k, v in tensors.items()}
        e = "embeddings."
        own = {
            "tokens.weight": t[e + "word_embeddings.weight"],
            # One segment only: its embedding folds into the places.
            "places.weight": t[e + "position_embeddings.weight"]
            + t[e + "token_type_embeddings.weight"][0],
            "norm.weight": t[e + "LayerNorm.weight"],
            "norm.bias": t[e + "LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(6):
            theirs, ours = f"encoder.layer.{i}.", f"layers.{i}."
            for part in ("weight", "bias"):
                own[f"{ours}qkv.{part}"] = torch.cat(
                    [t[f"{theirs}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                )
                for a, b in names.items():
                    own[f"{ours}{a}.{part}"] = t[f"{theirs}{b}.{part}"]
        own["looks.weight"] = torch.zeros(LOOKS, WIDTH)
        self.load_state_dict(own)


class Biaffine(nn.Module):
    """Scores of pairs: (batch, n, width) twice → (batch, n, n, labels)."""

    def __init__(self, width: int, labels: int = 1) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(labels, width + 1, width + 1) * 0.02)

    def forward(self, a, b):
        a = torch.cat([a, torch.ones_like(a[..., :1])], -1)
        b = torch.cat([b, torch.ones_like(b[..., :1])], -1)
        return torch.einsum("bxi,lij,byj->blxy", a, self.weight, b)


class Model(nn.Module):
    """`upos`, `relations`, `entities`, `roles`: numbers of labels of the heads."""

    def __init__(self, upos: int, relations: int, entities: int, roles: int, roots: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.case = nn.Embedding(6, WIDTH)
        self.quote = nn.Embedding(2, WIDTH)
        self.first = nn.Embedding(2, WIDTH)
        self.words = nn.LayerNorm(WIDTH)
        # How much of each layer a word takes from its first piece, and of the last layer from its
        # last piece; beginning at nothing beside the last layer's first piece.
        self.mix = nn.Parameter(torch.zeros(7, WIDTH))
        self.shared = Layer()  # one more layer, over words: it sees casing and quotes
        self.upos = nn.Linear(WIDTH, upos)
        self.entities = nn.Linear(WIDTH, entities)
        self.roles = nn.Linear(WIDTH, roles)
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, 160), nn.Linear(WIDTH, 160)
        self.arc = Biaffine(160)
        self.rel_dep, self.rel_head = nn.Linear(WIDTH, 96), nn.Linear(WIDTH, 96)
        self.rel = nn.Parameter(torch.randn(relations, 97, 97) * 0.02)
        self.root = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.link_cue, self.link_other = nn.Linear(WIDTH, 64), nn.Linear(WIDTH, 64)
        self.link = Biaffine(64, 2)
        self.moves = nn.Parameter(torch.zeros(roles + 1, roles))  # the last row: from the start
        self.coref_a, self.coref_b = nn.Linear(WIDTH, 96), nn.Linear(WIDTH, 96)
        self.coref = Biaffine(96)
        self.event_words = nn.Linear(WIDTH, EVENT)
        self.event_query = nn.Linear(2 * EVENT, EVENT)
        self.event_mix = nn.Linear(3 * EVENT, EVENT)
        self.event_root, self.event_quad = nn.Linear(EVENT, roots), nn.Linear(EVENT, 5)
        self.vector = nn.Linear(2 * WIDTH, WIDTH, bias=False)
        with torch.no_grad():
            self.vector.weight.copy_(torch.cat([torch.zeros(WIDTH, WIDTH), torch.eye(WIDTH)], 1))
        # What each piece adds to its sentence's vector beyond a linear map; beginning at nothing.
        self.vector_in = nn.Linear(2 * WIDTH, WIDTH)
        self.vector_out = nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.vector_out.weight)
        nn.init.zeros_(self.vector_out.bias)

    def forward(self, ids, attention, looks, starts, lasts, mask, case, quote, sentence):
        """Shapes: ids, attention, looks (b, pieces); the rest (b, words), `starts` the first piece.

        Gives upos, entities, roles (b, w, labels), arc (b, w, 1 + w) with the root first, the
        relation's words (b, w, 97) and heads (b, 1 + w, 97), link (b, 2, w, w).
        """
        layers = self.encoder(ids, attention, looks)
        x, middle = layers[-1], layers[3]
        blend = x + sum(g * layer for g, layer in zip(self.mix[:6], layers[:6], strict=True))
        w = torch.gather(blend, 1, starts[..., None].expand(-1, -1, WIDTH))
        w = w + self.mix[6] * torch.gather(x, 1, lasts[..., None].expand(-1, -1, WIDTH))
        before = torch.cat([torch.full_like(sentence[:, :1], -2), sentence[:, :-1]], 1)
        opens = (sentence != before).long()
        w = self.words(w + self.case(case) + self.quote(quote) + self.first(opens))
        w = self.shared(w, (1.0 - mask[:, None, None].to(w.dtype)) * -1e4, 0.1)
        d = F.dropout(w, 0.2, self.training)
        rooted = torch.cat([self.root.expand(w.shape[0], -1, -1), d], 1)
        arc = self.arc(F.gelu(self.arc_dep(d)), F.gelu(self.arc_head(rooted)))[:, 0]
        same = (sentence[:, :, None] == sentence[:, None]) & mask[:, None].bool()
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        arc = arc.masked_fill(~allowed, -1e4)
        rel_dep, rel_head = F.gelu(self.rel_dep(d)), F.gelu(self.rel_head(rooted))
        link = self.link(F.gelu(self.link_cue(d)), F.gelu(self.link_other(d)))
        return Outputs(
            self.upos(d),
            self.entities(d),
            self.roles(d),
            arc,
            rel_dep,
            rel_head,
            link,
            d,
            torch.cat([middle, x], -1),
        )

    def corefer(self, d):
        """Scores (b, w, w) that the first word's mention takes up the second's."""
        return self.coref(F.gelu(self.coref_a(d)), F.gelu(self.coref_b(d)))[:, 0]

    def event(self, d, pair, mask):
        """Root (b, roots) and quad (b, 5) scores; `pair` (b, 2, w) marks source and target."""
        e = F.gelu(self.event_words(d))
        means = (pair @ e) / pair.sum(-1, keepdim=True)
        query = self.event_query(means.flatten(1))
        scores = torch.einsum("bwi,bi->bw", e, query).float() * EVENT**-0.5
        weights = F.softmax(scores.masked_fill(mask == 0, -1e4), -1).to(e.dtype)
        mixed = torch.cat([means.flatten(1), torch.einsum("bw,bwi->bi", weights, e)], -1)
        mixed = F.dropout(F.gelu(self.event_mix(mixed)), 0.3, self.training)
        return self.event_root(mixed), self.event_quad(mixed)

    def vectors(self, pieces, spans):
        """Unit vectors (n, 384) of `spans` (row, first piece, end)."""
        rows, starts, ends = torch.tensor(spans, device=pieces.device).T
        each = self.vector(pieces) + self.vector_out(F.gelu(self.vector_in(pieces)))
        sums = F.pad(each.float().cumsum(1), (0, 0, 1, 0))
        means = (sums[rows, ends] - sums[rows, starts]) / (ends - starts)[:, None]
        return F.normalize(means, dim=-1)

    def relations(self, rel_dep, rel_head, heads):
        """Label scores (b, w, labels) given `heads` (b, w), indices into root + words."""
        chosen = torch.gather(rel_head, 1, heads[..., None].expand(-1, -1, rel_head.shape[-1]))
        a = torch.cat([rel_dep, torch.ones_like(rel_dep[..., :1])], -1)
        b = torch.cat([chosen, torch.ones_like(chosen[..., :1])], -1)
        return torch.einsum("bwi,lij,bwj->bwl", a, self.rel, b)
