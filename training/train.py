"""Train the reader.

    python training/train.py --data ../shared/data --base MODEL_FOLDER --out RUN_FOLDER
        [--epochs 8] [--minutes N] [--device cpu|cuda] [--seed 1]

Multi-task batches over the treebanks and PolNeAR; each optimiser step mixes one batch of each.
A checkpoint is written after every epoch and every ten minutes, and a later run continues from it.
`--minutes` fits the learning-rate schedule to a time instead of to epochs.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import data as corpora
import numpy as np
import torch
import torch.nn.functional as F
from batches import Batch, Labels, batches, collate
from evaluate import evaluate
from model import Model
from safetensors.torch import load_file
from tokenizers import Tokenizer


def losses(model: Model, b: Batch) -> dict[str, torch.Tensor]:
    """Loss of each head that the batch labels."""
    upos, entities, roles, arc, rel_dep, rel_head, link = model(*b.inputs())
    out = {}
    if b.upos is not None:
        out["upos"] = F.cross_entropy(upos.float().flatten(0, 1), b.upos.flatten(), ignore_index=-1)
        out["arc"] = F.cross_entropy(arc.float().flatten(0, 1), b.heads.flatten(), ignore_index=-1)
        labels = model.relations(rel_dep, rel_head, b.heads.clamp(min=0))
        out["rel"] = F.cross_entropy(
            labels.float().flatten(0, 1), b.relations.flatten(), ignore_index=-1
        )
    if b.entities is not None:
        out["ent"] = F.cross_entropy(
            entities.float().flatten(0, 1), b.entities.flatten(), ignore_index=-1
        )
    if b.roles is not None:
        out["roles"] = 2 * F.cross_entropy(
            roles.float().flatten(0, 1), b.roles.flatten(), ignore_index=-1
        )
        score = link.float()[b.link_at]
        if len(score):
            out["link"] = F.binary_cross_entropy_with_logits(score, b.link_is)
    return out


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    cli.add_argument("--data", type=Path, default=Path("../shared/data"))
    cli.add_argument("--base", type=Path, required=True)
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument("--minutes", type=float, default=40)
    cli.add_argument("--device", default="cpu")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--rate", type=float, default=2e-4)
    args = cli.parse_args()
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    syntax, events = args.data / "syntax", args.data / "attribution"
    trees = corpora.treebank(syntax / "ewt_train.conllu.gz", entities=False)
    trees += corpora.treebank(syntax / "gum_train.conllu.gz", entities=True)
    speech = corpora.attribution(events / "polnear_train.jsonl.gz")
    labels = Labels.of(trees)
    labels.save(args.out / "labels.json")
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = Model(len(labels.upos), len(labels.relations), len(labels.entities), len(labels.roles))
    model.encoder.load_base(load_file(args.base / "model.safetensors"))
    model.to(args.device)
    # The rare words' vectors are worth more than what 40 minutes could teach them.
    model.encoder.tokens.weight.requires_grad_(False)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [
        {"params": [p for p in model.encoder.parameters() if p.requires_grad], "lr": args.rate, "peak": args.rate},
        {"params": heads, "lr": args.rate * 5, "peak": args.rate * 5},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    spent, step, epoch = 0.0, 0, 0
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        spent, step, epoch = state["spent"], state["step"], state["epoch"]
    began, saved, seen = time.time(), time.time(), 0
    budget = args.minutes * 60

    def save() -> None:
        state = {"model": model.state_dict(), "optimiser": optimiser.state_dict()}
        state |= {"spent": spent + time.time() - began, "step": step, "epoch": epoch}
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)

    while True:
        epoch += 1
        rng = random.Random(args.seed * 1000 + epoch)
        mixed = batches(trees, labels, tokenizer, rng) + batches(speech, labels, tokenizer, rng)
        rng.shuffle(mixed)
        for make in mixed:
            part = (spent + time.time() - began) / budget
            if part >= 1:
                break
            warm = min(1.0, (step + 1) / 150)
            for group in optimiser.param_groups:
                group["lr"] = group["peak"] * warm * max(0.02, 1 - part)
            batch = collate(make, labels, tokenizer, args.device)
            with torch.autocast(args.device, torch.bfloat16):
                each = losses(model, batch)
            total = sum(each.values())
            optimiser.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            seen += int(batch.mask.sum())
            if step % 50 == 0:
                shown = {k: round(v.item(), 3) for k, v in each.items()}
                speed = seen / (time.time() - began)
                print(f"epoch {epoch} step {step} {part:.2f} {speed:.0f} words/s {shown}", flush=True)
            if time.time() - saved > 600:
                save()
                saved = time.time()
        save()
        print(json.dumps({"epoch": epoch, **evaluate(model, labels, tokenizer, args.data, args.device)}), flush=True)
        model.train()
        if (spent + time.time() - began) / budget >= 1:
            break


if __name__ == "__main__":
    main()
