"""How well event types are learned: macro F1 over folds of `plv_train`, each from the base weights.

    python training/event_folds.py --data DATA --base MODEL_FOLDER [--start RUN/checkpoint.pt]

What is shipped has seen all of `plv_train`, so no fifth of it can be held back from those weights;
here each fold begins with the base, or with a run that never saw an event (`train.py --tasks speech
trees`), and learns from the events alone. Prints a line a fold, and `{binary, quad, root}` × 100 over all of them last.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from safetensors.torch import load_file

import data as corpora
from batches import Labels, batches, collate, open_tokenizer
from evaluate import f1
from event_sentences import others
from losses import losses
from made_up import actors_of, made_up
from mix import weights
from model import Model
from train import BETAS, hide, rates

RATE = 1.5e-4  # peak of the encoder's; the heads' is five times as high, as in `train.py`


def fit(model: Model, part, other, labels: Labels, tokenizer, rounds: int, rng) -> None:
    """Train in place on `part`, recast anew each round, with `other` and made-up sentences."""
    groups = rates(model, model.encoder.layers, RATE, 5)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.02, betas=BETAS)
    weigh = labels.root_weights(part)
    actors = actors_of(part)
    model.train()
    for round_ in range(rounds):
        units = [corpora.recast(u, part, rng) for u in part + part + other]
        groups_ = batches(units + made_up(actors, rng), rng, tokenizer)
        for i, group in enumerate(groups_):
            done = (round_ + i / len(groups_)) / rounds
            for g in optimiser.param_groups:
                g["lr"] = g["peak"] * min(1.0, 20 * done + 0.05) * (1 - done)
            batch = collate(group, labels, tokenizer)
            batch.ids = hide(batch.ids, 0.05)
            with torch.autocast("cpu", torch.bfloat16):
                loss = sum(losses(model, batch, weigh).values())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
    model.eval()


@torch.no_grad()
def predict(model: Model, units, labels: Labels, tokenizer, rng) -> tuple[list[int], list[int]]:
    """(seen, wanted) roots."""
    seen, want = [], []
    for group in batches(units, rng, tokenizer):
        b = collate(group, labels, tokenizer)
        with torch.autocast("cpu", torch.bfloat16):
            words = model(*b.inputs()).words
        seen += model.event(words.float(), b.pair, b.mask)[0].argmax(-1).tolist()
        want += b.root.tolist()
    return seen, want


def macro(seen: list, want: list) -> float:
    return round(100 * sum(f1(seen, want, c) for c in set(want)) / len(set(want)), 1)


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--base", type=Path, required=True)
    cli.add_argument("--start", type=Path, help="a run's checkpoint that saw no events")
    cli.add_argument("--folds", type=int, default=5)
    cli.add_argument("--rounds", type=int, default=8)
    args = cli.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    tokenizer = open_tokenizer(args.base)
    real = [u for u in corpora.events(args.data / "events" / "plv_train.jsonl.gz") if u.root]
    other = others(args.data / "events")
    trees = corpora.treebank(args.data / "syntax" / "ewt_dev.conllu.gz", entities=False)
    labels = Labels.of(trees, real + other)
    # Sentences that say the same stand in the same fold.
    names = sorted({" ".join(u.forms) for u in real})
    rng.shuffle(names)
    fold = {name: i % args.folds for i, name in enumerate(names)}
    seen, want = [], []
    for k in range(args.folds):
        held = {name for name in names if fold[name] == k}
        part = [u for u in real if " ".join(u.forms) not in held]
        beside = [u for u in other if " ".join(u.forms) not in held]
        model = Model(*labels.sizes)
        model.encoder.load_base(load_file(args.base / "model.safetensors"))
        if args.start:
            state = weights(args.start)
            model.load_state_dict(
                {k: v for k, v in state.items() if "event_" not in k}, strict=False
            )
        fit(model, part, beside, labels, tokenizer, args.rounds, rng)
        apart = [u for u in real if " ".join(u.forms) in held]
        found = predict(model, apart, labels, tokenizer, rng)
        seen, want = seen + found[0], want + found[1]
        print(k, macro(*found), macro(seen, want), flush=True)
    quads = [[corpora.QUADS.get(labels.roots[i], 0) for i in rows] for rows in (seen, want)]
    fought = [[q > 2 for q in rows] for rows in quads]
    print(json.dumps({"binary": macro(*fought), "quad": macro(*quads), "root": macro(seen, want)}))


if __name__ == "__main__":
    main()
