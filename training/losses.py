"""What each head of the model loses on a batch."""

from __future__ import annotations

import torch
import torch.nn.functional as F

from batches import Batch
from model import Model, chain_loss


def coreference(scores: torch.Tensor, mentions: list[list[tuple[int, str]]]) -> torch.Tensor:
    """Mean marginal log-loss of the right antecedents of each mention; none is a choice as well."""
    each = []
    for row, found in zip(scores.float(), mentions, strict=True):
        if len(found) < 2:
            continue
        at = torch.tensor([m for m, _ in found], device=scores.device)
        pairs = row[at][:, at]
        n = len(found)
        earlier = torch.ones(n, n, device=scores.device).tril(-1).bool()
        same = torch.tensor([[a == b for _, b in found] for _, a in found], device=scores.device)
        all_ = torch.cat([torch.zeros(n, 1, device=scores.device), pairs], 1)
        open_ = torch.cat([torch.ones_like(earlier[:, :1]), earlier], 1)
        right = same & earlier
        right = torch.cat([~right.any(1, keepdim=True), right], 1)
        top = torch.logsumexp(all_.masked_fill(~open_, -1e4), 1)
        each.append(top - torch.logsumexp(all_.masked_fill(~right, -1e4), 1))
    return torch.cat(each).mean() if each else scores.sum() * 0


def losses(model: Model, b: Batch, roots: torch.Tensor | None = None) -> dict[str, torch.Tensor]:
    """Loss of each head that the batch labels; with goals also of the sentence vectors.

    `roots` weighs the event types against each other.
    """
    o = model(*b.inputs())
    out = {}
    if b.upos is not None:
        out["upos"] = F.cross_entropy(
            o.upos.float().flatten(0, 1), b.upos.flatten(), ignore_index=-1
        )
        out["arc"] = F.cross_entropy(
            o.arc.float().flatten(0, 1), b.heads.flatten(), ignore_index=-1
        )
        labels = model.relations(o.rel_dep, o.rel_head, b.heads.clamp(min=0))
        out["rel"] = F.cross_entropy(
            labels.float().flatten(0, 1), b.relations.flatten(), ignore_index=-1
        )
    if b.entities is not None:
        out["ent"] = F.cross_entropy(
            o.entities.float().flatten(0, 1), b.entities.flatten(), ignore_index=-1
        )
        out["coref"] = 0.3 * coreference(model.corefer(o.words), b.mentions)
    if b.roles is not None:
        out["roles"] = 2 * chain_loss(o.roles, model.moves, b.roles)
        score = o.link.float()[b.link_at]
        if len(score):
            out["link"] = F.binary_cross_entropy_with_logits(score, b.link_is)
    if b.pair is not None:
        root, quad = model.event(o.words, b.pair, b.mask)
        if bool((b.root >= 0).any()):
            out["root"] = F.cross_entropy(
                root.float(), b.root, roots, ignore_index=-1, label_smoothing=0.05
            )
        out["quad"] = 0.2 * F.cross_entropy(quad.float(), b.quad)
    if b.goals is not None:
        own = model.vectors(o.pieces, b.spans)
        out["vector"] = 8 * (1 - (own * b.goals).sum(-1)).mean()
        # Their likeness among each other as well: that is what a search ranks by.
        out["likeness"] = 40 * F.mse_loss(own @ own.T, b.goals @ b.goals.T)
    return out
