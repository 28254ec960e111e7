"""Train the event head again on a finished run, everything below it left as it is.

    python training/event_head.py --data DATA --base MODEL_FOLDER --run RUN

The labelled events are few and the shared run sees them seldom; here the head alone passes over
them, with actors recast and made-up sentences beside them, in seconds, and is written into the
run's checkpoint. How well that goes on unseen sentences, `event_folds.py` tells.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
import torch.nn.functional as F

import data as corpora
from batches import Labels, batches, collate, open_tokenizer
from event_sentences import others
from made_up import actors_of, made_up
from model import EVENT, WIDTH, Model

VIEWS = 3  # times that the training sentences are recast
ROUNDS = 14


class Head(torch.nn.Module):
    """The event head as it stands in `Model`, with its names."""

    def __init__(self, roots: int) -> None:
        super().__init__()
        self.event_words = torch.nn.Linear(WIDTH, EVENT)
        self.event_query = torch.nn.Linear(2 * EVENT, EVENT)
        self.event_mix = torch.nn.Linear(3 * EVENT, EVENT)
        self.event_root, self.event_quad = (
            torch.nn.Linear(EVENT, roots),
            torch.nn.Linear(EVENT, 5),
        )

    event = Model.event


@torch.no_grad()
def features(model: Model, units, labels: Labels, tokenizer, rng) -> list[tuple]:
    """(words, pair, mask, root, quad) of each batch; words are what the heads see."""
    out = []
    for group in batches(units, rng, tokenizer):
        b = collate(group, labels, tokenizer)
        with torch.autocast("cpu", torch.bfloat16):
            words = model(*b.inputs()).words
        out.append((words.bfloat16(), b.pair, b.mask, b.root, b.quad))
    return out


def fit(head: Head, views: list[list[tuple]], weigh: torch.Tensor, rng: random.Random) -> None:
    """Train in place."""
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.05)
    steps = ROUNDS * len(views[0])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1.5e-3, steps + 1)
    head.train()
    for round_ in range(ROUNDS):
        view = list(views[round_ % len(views)])
        rng.shuffle(view)
        for words, pair, mask, root, quad in view[: len(views[0])]:
            words = F.dropout(words.float(), 0.15)
            by_root, by_quad = head.event(words, pair, mask)
            loss = 0.3 * F.cross_entropy(by_quad, quad)
            if bool((root >= 0).any()):
                loss = loss + F.cross_entropy(
                    by_root, root, weigh, ignore_index=-1, label_smoothing=0.05
                )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--base", type=Path, required=True)
    cli.add_argument("--run", type=Path, required=True)
    args = cli.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    labels = Labels.load(args.run / "labels.json")
    tokenizer = open_tokenizer(args.base)
    saved = torch.load(args.run / "checkpoint.pt", weights_only=True)
    state = saved.get("smooth") or saved["model"]
    model = Model(*labels.sizes)
    model.load_state_dict(state)
    model.eval()
    real = corpora.events(args.data / "events" / "plv_train.jsonl.gz")
    other = others(args.data / "events")

    def train(part: list[corpora.Unit]) -> Head:
        head = Head(len(labels.roots))
        head.load_state_dict({k: v for k, v in state.items() if k.startswith("event_")})
        actors = actors_of(part)
        views = []
        for _ in range(VIEWS):
            units = [corpora.recast(u, part, rng) for u in part + other]
            views.append(features(model, units + made_up(actors, rng), labels, tokenizer, rng))
        fit(head, views, labels.root_weights(part), rng)
        return head

    head = train(real)
    for part in ("smooth", "model"):
        if saved.get(part):
            saved[part] |= head.state_dict()
    torch.save(saved, args.run / "checkpoint.pt")


if __name__ == "__main__":
    main()
