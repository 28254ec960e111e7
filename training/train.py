"""Train the reader.

    python training/train.py --data ../shared/data --base MODEL_FOLDER --out RUN_FOLDER
        [--epochs 8] [--minutes N] [--device cpu|cuda] [--seed 1]

Multi-task batches over the treebanks and PolNeAR; each optimiser step mixes one batch of each.
A checkpoint is written after every epoch and every ten minutes, and a later run continues from it.
`--minutes` fits the learning-rate schedule to a time instead of to epochs.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import data as corpora
from batches import BUDGET, Labels, batches, collate, open_tokenizer, width
from evaluate import evaluate
from event_sentences import others
from losses import losses
from mix import weights
from model import WIDTH, Encoder, Model
from restore import restore


@torch.no_grad()
def parse(parser: Model, units: list[corpora.Unit], labels: Labels, tokenizer, device: str) -> None:
    """Give sentences of events the parse that a model of the treebanks alone has of them.

    Without it the encoder learns on them to tell deeds and forgets their syntax: sentences such as
    "The two presidents agreed to upgrade relations" were read with a mean tag probability of .72,
    other ones with .99.
    """
    for group in batches(units, random.Random(0), tokenizer):
        b = collate(group, labels, tokenizer, device)
        o = parser(*b.inputs())
        heads = o.arc.argmax(-1)
        relations = parser.relations(o.rel_dep, o.rel_head, heads).argmax(-1).tolist()
        tags, heads = o.upos.argmax(-1).tolist(), heads.tolist()
        for unit, tag, head, relation in zip(group, tags, heads, relations, strict=True):
            n = len(unit.forms)
            unit.upos = [labels.upos[i] for i in tag[:n]]
            unit.heads = [min(h, n) - 1 for h in head[:n]]
            unit.deprels = [labels.relations[i] for i in relation[:n]]


@torch.no_grad()
def set_goals(units: list[corpora.Unit], teacher: Encoder, device: str) -> None:
    """Give each unit without them the base's own vectors of its sentences, each read alone."""
    todo = [(u, a, b) for u in units if u.goals is None for a, b in u.coded.spans]
    by_width: dict[int, list[int]] = {}
    for i, (_, a, b) in enumerate(todo):
        by_width.setdefault(width(b - a + 2), []).append(i)
    goals = np.zeros((len(todo), WIDTH), np.float16)
    for wide, members in by_width.items():
        rows = max(1, BUDGET // wide)
        for at in range(0, len(members), rows):
            part = members[at : at + rows]
            ids = torch.zeros(len(part), wide, dtype=torch.long)
            for row, i in enumerate(part):
                unit, a, b = todo[i]
                text = [unit.coded.ids[0], *unit.coded.ids[a:b], SEP]
                ids[row, : len(text)] = torch.tensor(text)
            ids = ids.to(device)
            known = (ids > 0).long()
            hidden = teacher(ids, known, drop=0.0)[-1].float()
            means = (hidden * known[..., None]).sum(1) / known.sum(1, keepdim=True)
            goals[part] = F.normalize(means, dim=-1).half().cpu().numpy()
    at = 0
    for unit in units:
        if unit.goals is None:
            unit.goals = goals[at : at + len(unit.coded.spans)]
            at += len(unit.coded.spans)


TASKS = ["speech", "trees", "events"]
# Pieces of the base's vocabulary: the end of a text, and what stands for a hidden piece.
SEP, HIDDEN = 102, 103
# Share of the newest weights that the running mean takes in, each five steps.
SMOOTH = 0.02
BETAS = (0.9, 0.98)  # of AdamW


def rates(model: Model, below: torch.nn.Module, rate: float, times: int) -> list[dict]:
    """The optimiser's groups: what is learned of `below` at a peak `rate`, the heads at `times` it."""
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    learned = [p for p in below.parameters() if p.requires_grad]
    return [
        {"params": learned, "lr": rate, "peak": rate},
        {"params": heads, "lr": rate * times, "peak": rate * times},
    ]


def hide(ids: torch.Tensor, share: float) -> torch.Tensor:
    """`ids` with a `share` of the pieces hidden, so that no head learns single texts by heart."""
    word = (ids > HIDDEN) & (torch.rand(ids.shape, device=ids.device) < share)
    return ids.masked_fill(word, HIDDEN)


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    cli.add_argument("--data", type=Path, default=Path("../shared/data"))
    cli.add_argument("--base", type=Path, required=True)
    cli.add_argument("--out", type=Path, required=True)
    cli.add_argument("--minutes", type=float, default=40)
    cli.add_argument("--device", default="cpu")
    cli.add_argument("--seed", type=int, default=1)
    cli.add_argument("--all-events", action="store_true", help="hold no fifth of them back")
    cli.add_argument("--rate", type=float, default=2e-4)
    cli.add_argument(
        "--start", type=Path, help="begin with the shipped weights in this folder, or a .pt file"
    )
    cli.add_argument(
        "--tasks",
        nargs="+",
        default=TASKS,
        choices=TASKS,
        help="corpora to learn from, of all three",
    )
    cli.add_argument("--parser", type=Path, help="checkpoint of a run with --tasks trees")
    args = cli.parse_args()
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    syntax, events = args.data / "syntax", args.data / "events"
    trees = corpora.treebank(syntax / "ewt_train.conllu.gz", entities=False)
    trees += corpora.treebank(syntax / "gum_train.conllu.gz", entities=True)
    speech = corpora.attribution(args.data / "attribution" / "polnear_train.jsonl.gz")
    pairs = corpora.events(events / "plv_train.jsonl.gz")
    held = {" ".join(u.forms) for u in pairs[::5]}
    pairs += others(events)
    labels = Labels.of(trees, pairs)
    if not args.all_events:
        pairs = [u for u in pairs if " ".join(u.forms) not in held]
    labels.save(args.out / "labels.json")
    tokenizer = open_tokenizer(args.base)
    model = Model(*labels.sizes)
    model.encoder.load_base(load_file(args.base / "model.safetensors"))
    model.to(args.device)
    teacher = Encoder()
    teacher.load_base(load_file(args.base / "model.safetensors"))
    teacher.to(args.device).eval()
    parser = None
    if args.parser:
        parser = copy.deepcopy(model).eval()
        parser.load_state_dict(weights(args.parser))
    model.encoder.tokens.weight.requires_grad_(False)  # half of the weights, little of the gain
    # One corpus alone is learned by heart sooner.
    alone = len(args.tasks) == 1
    times = 3 if alone else 5
    groups = rates(model, model.encoder, args.rate, times)
    decay = 0.05 if alone else 0.01
    optimiser = torch.optim.AdamW(groups, weight_decay=decay, betas=BETAS, fused=True)
    roots = labels.root_weights(pairs, args.device)
    if args.start and args.start.suffix == ".pt":
        model.load_state_dict(weights(args.start), strict=False)
    elif args.start:
        assert json.loads((args.start / "reader.json").read_text())["labels"] == labels.__dict__
        model.load_state_dict(restore(args.start), strict=False)
    spent, step, epoch = 0.0, 0, 0
    smooth: dict[str, torch.Tensor] = {}  # the running mean of the weights, which is what ships
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        lacking = model.load_state_dict(state["model"], strict=False).missing_keys
        if not lacking:  # a run without some heads is continued with a fresh optimiser
            optimiser.load_state_dict(state["optimiser"])
        spent, step, epoch = state["spent"], state["step"], state["epoch"]
        smooth = state["smooth"]
    began, saved, seen = time.time(), time.time(), 0
    budget = args.minutes * 60

    def save() -> None:
        state = {"model": model.state_dict(), "optimiser": optimiser.state_dict()}
        state |= {
            "smooth": smooth,
            "spent": spent + time.time() - began,
            "step": step,
            "epoch": epoch,
        }
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)

    while True:
        epoch += 1
        rng = random.Random(args.seed * 1000 + epoch)
        mixed = batches(speech, rng, tokenizer) if "speech" in args.tasks else []
        if "trees" in args.tasks:
            mixed += batches(trees, rng, tokenizer)
        for _ in range(3 if "events" in args.tasks else 0):  # the events are few
            told = [corpora.recast(u, pairs, rng) for u in pairs]
            if parser is not None:
                with torch.autocast(args.device, torch.bfloat16):
                    parse(parser, told, labels, tokenizer, args.device)
            mixed += batches(told, rng, tokenizer)
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
                # The teacher reads every second batch; what it read once costs nothing again.
                known = all(u.goals is not None for u in make)
                if batch.pair is None and not alone and (known or step % 2 == 0):
                    set_goals(make, teacher, args.device)
                    goals = np.concatenate([u.goals for u in make])
                    batch.goals = torch.from_numpy(goals).float().to(args.device)
                if batch.roles is not None:
                    batch.ids = hide(batch.ids, 0.12)
                each = losses(model, batch, roots)
            total = sum(each.values())
            optimiser.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step % 5 == 0 and part > 0.3:
                with torch.no_grad():
                    for name, value in model.state_dict().items():
                        if name not in smooth:
                            smooth[name] = value.clone()
                        else:
                            smooth[name].lerp_(value, SMOOTH)
            seen += int(batch.mask.sum())
            if step % 50 == 0:
                shown = {k: round(v.item(), 3) for k, v in each.items()}
                speed = seen / (time.time() - began)
                print(
                    f"epoch {epoch} step {step} {part:.2f} {speed:.0f} words/s {shown}", flush=True
                )
            if time.time() - saved > 600:
                save()
                saved = time.time()
        save()
        own = {k: v.clone() for k, v in model.state_dict().items()}
        if smooth:
            model.load_state_dict(smooth)
        scores = evaluate(model, labels, tokenizer, args.data, args.device)
        print(json.dumps({"epoch": epoch, **scores}), flush=True)
        model.load_state_dict(own)
        model.train()
        if (spent + time.time() - began) / budget >= 1:
            break


if __name__ == "__main__":
    main()
