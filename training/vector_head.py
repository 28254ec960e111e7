"""Train the sentence vectors alone, again, on a finished run, everything below them left as it is.

    python training/vector_head.py --data DATA --base MODEL_FOLDER --run RUN [--minutes 12]

The shared run sees sentences one by one; what is searched for may be several. Here every second unit
counts as one sentence, and the head follows the base's own vectors of the same words. The result is
written into the run's checkpoint.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import data as corpora
from batches import Labels, batches, collate, open_tokenizer
from mix import weights
from model import Encoder, Model
from train import set_goals

HEAD = ("vector.", "vector_in.", "vector_out.")
RATE = 6e-4  # a first setting, not tuned


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--base", type=Path, required=True)
    cli.add_argument("--run", type=Path, required=True)
    cli.add_argument("--minutes", type=float, default=12)
    args = cli.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    tokenizer = open_tokenizer(args.base)
    labels = Labels.load(args.run / "labels.json")
    model = Model(*labels.sizes).eval()
    checkpoint = args.run / "checkpoint.pt"
    state = weights(checkpoint)
    model.load_state_dict(state)
    teacher = Encoder().eval()
    teacher.load_base(load_file(args.base / "model.safetensors"))
    units = corpora.attribution(args.data / "attribution" / "polnear_train.jsonl.gz")
    for name in ("ewt_train", "gum_train"):
        units += corpora.treebank(args.data / "syntax" / f"{name}.conllu.gz", entities=False)
    units = [
        corpora.Unit(u.forms, u.sentence if i % 2 else [0] * len(u.forms))
        for i, u in enumerate(units)
    ]
    head = [p for n, p in model.named_parameters() if n.startswith(HEAD)]
    optimiser = torch.optim.AdamW(head, RATE, weight_decay=0.01)
    began, step = time.time(), 0
    while True:
        for group in batches(units, rng, tokenizer):
            part = (time.time() - began) / (60 * args.minutes)
            if part >= 1:
                state |= {n: p.detach() for n, p in model.named_parameters() if n.startswith(HEAD)}
                torch.save({"model": state}, checkpoint)
                return
            optimiser.param_groups[0]["lr"] = RATE * min(1, (step + 1) / 100) * (1 - part)
            batch = collate(group, labels, tokenizer)
            with torch.autocast("cpu", torch.bfloat16):
                set_goals(group, teacher, "cpu")
                with torch.no_grad():
                    layers = model.encoder(batch.ids, batch.attention, batch.looks, 0.0)
                own = model.vectors(torch.cat([layers[3], layers[-1]], -1), batch.spans)
            goals = torch.from_numpy(np.concatenate([u.goals for u in group])).float()
            far = (1 - (own * goals).sum(-1)).mean()
            loss = 4 * far + 20 * F.mse_loss(own @ own.T, goals @ goals.T)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            step += 1
            if step % 100 == 0:
                print(f"step {step} {part:.2f} {far.item():.4f} {loss.item():.4f}", flush=True)


if __name__ == "__main__":
    main()
