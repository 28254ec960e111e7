"""How near the int8 graphs are to the float ones, per head, on the development sets.

    python training/parity.py --data DATA --run RUN --weights WEIGHTS_FOLDER [--limit 400]

`RUN` holds the float graphs that `export.py` leaves there. Prints one JSON object: for each head the
share of words, pairs or sentences × 100 on which both prefer the same label (heads of words, labels
of chains word by word, links and coreference by their sign), for `vectors` the mean cosine.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import data as corpora
from verbale.reader.model import Network, Window

CHOSEN = ("upos", "entities", "roles", "arcs", "relations")
SIGNED = ("to_source", "to_content", "coref")


def float_network(run: Path, weights: Path, folder: Path) -> Network:
    """The float graphs under the runtime's own code, put together in `folder`."""
    for name in ("tokenizer.json", "reader.json", "events.npz"):
        shutil.copy(weights / name, folder / name)
    for name in ("reader", "extra"):
        shutil.copy(run / f"{name}-float.onnx", folder / f"{name}.onnx")
    return Network(1, folder)


def compare(one: Network, other: Network, windows: list[Window]) -> dict[str, float]:
    """The shares of `windows`' words (pairs, sentences) that are the same in both."""
    hits: dict[str, float] = dict.fromkeys((*CHOSEN, *SIGNED, "vectors"), 0.0)
    sizes = dict.fromkeys(hits, 0)
    for a, b in zip(one.scores(windows), other.scores(windows), strict=True):
        for name in hits:
            if name == "vectors":
                continue
            mine, theirs = getattr(a, name), getattr(b, name)
            if name in CHOSEN:
                same = mine.argmax(1) == theirs.argmax(1)
            else:
                # Of pairs that one of them links; nearly all others are far from it in both.
                linked = (mine > 0) | (theirs > 0)
                same = (mine > 0)[linked] == (theirs > 0)[linked]
            hits[name] += float(same.sum())
            sizes[name] += same.size
    for c, d in zip(one.extras(windows), other.extras(windows), strict=True):
        hits["vectors"] += float((c.vectors * d.vectors).sum())
        sizes["vectors"] += len(c.vectors)
    return {name: round(100 * hits[name] / max(1, sizes[name]), 2) for name in hits}


def events(one: Network, other: Network, units: list[corpora.Unit]) -> float:
    """The share of labelled pairs × 100 for which both prefer the same root."""
    windows = [Window(tuple(u.forms), tuple(u.sentence)) for u in units]
    same = 0
    for unit, a, b in zip(units, one.extras(windows), other.extras(windows), strict=True):
        roots = [n.event(x.event, *unit.pair).argmax() for n, x in ((one, a), (other, b))]
        same += int(roots[0] == roots[1])
    return round(100 * same / max(1, len(units)), 2)


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--run", type=Path, required=True)
    cli.add_argument("--weights", type=Path, required=True)
    cli.add_argument("--limit", type=int, default=400, help="units of each development set")
    args = cli.parse_args()
    trees = corpora.treebank(args.data / "syntax" / "ewt_dev.conllu.gz", entities=False)
    trees += corpora.treebank(args.data / "syntax" / "gum_dev.conllu.gz", entities=False)
    speech = corpora.attribution(args.data / "attribution" / "polnear_dev.jsonl.gz")
    pairs = [u for u in corpora.events(args.data / "events" / "plv_train.jsonl.gz") if u.root]
    short = [u for u in (*trees[: args.limit], *speech[: args.limit]) if len(u.forms) < 150]
    windows = [Window(tuple(u.forms), tuple(u.sentence)) for u in short]
    with tempfile.TemporaryDirectory() as folder:
        plain = float_network(args.run, args.weights, Path(folder))
        int8 = Network(1, args.weights)
        found = compare(int8, plain, windows)
        found["event"] = events(int8, plain, pairs[: args.limit])
    print(json.dumps({"words": sum(len(w.forms) for w in windows), **found}))


if __name__ == "__main__":
    main()
