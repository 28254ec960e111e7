"""Development scores while training: quick, on the float model, greedy."""

from __future__ import annotations

import random
from pathlib import Path

import torch

import data as corpora
from batches import Labels, batches, collate
from verbale.reader.decode import allowed_moves, viterbi

# Brackets and quotation marks as the Penn Treebank writes them.
PTB = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


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
    for group in batches(units, random.Random(0), tokenizer):
        b = collate(group, labels, tokenizer, device)
        o = model(*b.inputs())
        upos, heads = o.upos, o.arc.argmax(-1)
        relations = model.relations(o.rel_dep, o.rel_head, heads).argmax(-1)
        real = b.mask.bool()
        total += int(real.sum())
        upos_right += int(((upos.argmax(-1) == b.upos) & real).sum())
        good = (heads == b.heads) & real
        uas += int(good.sum())
        las += int((good & (relations == b.relations)).sum())
    out = {"upos": upos_right, "uas": uas, "las": las}
    out = {k: round(100 * v / total, 2) for k, v in out.items()}
    moves = model.moves.float().cpu().numpy() + allowed_moves(labels.roles)
    forms, gold = corpora.token_file(data / "attribution" / "polnear_dev_tokens.jsonl.gz")
    counts = {r: [0, 0, 0] for r in corpora.ROLES}
    forms = [[PTB.get(w, w) for w in f] for f in forms]
    none = [["O"] * len(f) for f in forms]
    units = [
        corpora.Unit(f, corpora.sentence_ids(f), roles=n, links=[])
        for f, n in zip(forms, none, strict=True)
    ]
    where = {id(u): g for u, g in zip(units, gold, strict=True)}
    for group in batches(units, random.Random(0), tokenizer):
        b = collate(group, labels, tokenizer, device)
        scores = model(*b.inputs()).roles.float().cpu().numpy()
        tags = viterbi([s[: len(u.forms)] for s, u in zip(scores, group, strict=True)], moves)
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
    pairs = corpora.events(data / "events" / "plv_train.jsonl.gz")[::5]
    pairs = [u for u in pairs if u.root]
    seen, want = [], []
    for group in batches(pairs, random.Random(0), tokenizer):
        b = collate(group, labels, tokenizer, device)
        seen += model.event(model(*b.inputs()).words, b.pair, b.mask)[0].argmax(-1).tolist()
        want += b.root.tolist()
    out["root"] = round(100 * sum(f1(seen, want, c) for c in set(want)) / len(set(want)), 1)
    out["root_right"] = round(100 * sum(map(int.__eq__, seen, want)) / len(want), 1)
    return out


def f1(seen: list[int], want: list[int], label: int) -> float:
    hit = sum(s == w == label for s, w in zip(seen, want, strict=True))
    return 2 * hit / max(1, seen.count(label) + want.count(label))
