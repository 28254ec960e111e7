"""Development scores while training: quick, on the float model, greedy."""

from __future__ import annotations

import random
from pathlib import Path

import data as corpora
import torch
from batches import Labels, batches, collate


def spans(tags: list[str]) -> set[tuple[str, int, int]]:
    """(label, start, end) of BIO tags; a stray I opens nothing."""
    out, start, kind = set(), 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if tag == "I-" + kind and kind:
            continue
        if kind:
            out.add((kind, start, i))
        start, kind = i, tag[2:] if tag[0] == "B" else ""
    return out


@torch.no_grad()
def evaluate(model, labels: Labels, tokenizer, data: Path, device: str) -> dict[str, float]:
    """UPOS, UAS, LAS on EWT dev; exact span F1 per role on the PolNeAR dev tokens."""
    model.eval()
    units = corpora.treebank(data / "syntax" / "ewt_dev.conllu.gz", entities=False)
    total = upos_right = uas = las = 0
    for group in batches(units, labels, tokenizer, random.Random(0)):
        b = collate(group, labels, tokenizer, device)
        upos, _, _, arc, dep, head, _ = model(*b.inputs())
        heads = arc.argmax(-1)
        relations = model.relations(dep, head, heads).argmax(-1)
        real = b.mask.bool()
        total += int(real.sum())
        upos_right += int(((upos.argmax(-1) == b.upos) & real).sum())
        good = (heads == b.heads) & real
        uas += int(good.sum())
        las += int((good & (relations == b.relations)).sum())
    out = {"upos": upos_right, "uas": uas, "las": las}
    out = {k: round(100 * v / total, 2) for k, v in out.items()}
    forms, gold = corpora.token_file(data / "attribution" / "polnear_dev_tokens.jsonl.gz")
    counts = {r: [0, 0, 0] for r in corpora.ROLES}
    units = [
        corpora.Unit(f, [0] * len(f), roles=["O"] * len(f), links=[]) for f in forms
    ]
    where = {id(u): g for u, g in zip(units, gold, strict=True)}
    for group in batches(units, labels, tokenizer, random.Random(0)):
        b = collate(group, labels, tokenizer, device)
        tags = model(*b.inputs())[2].argmax(-1).tolist()
        for unit, row in zip(group, tags, strict=True):
            have = spans([labels.roles[t] for t in row[: len(unit.forms)]])
            want = spans(where[id(unit)])
            for role in counts:
                g, p = ({s for s in x if s[0] == role} for x in (want, have))
                for i, n in enumerate((len(g & p), len(g), len(p))):
                    counts[role][i] += n
    for role, (hit, g, p) in counts.items():
        out[role] = round(200 * hit / max(1, g + p), 1)
    out["mean"] = round(sum(out[r] for r in corpora.ROLES) / 3, 1)
    return out
