"""Checkpoint → ONNX, float and int8.

    python training/export.py --data DATA --run RUN_FOLDER --base MODEL_FOLDER --out WEIGHTS_FOLDER

Two graphs (see `graph`): what every reading needs, and what few ask for. Matrices are int8 with one
scale per column.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic

import data as corpora
from graph import build, build_extra
from verbale.reader.model import Network, Window

# How many times the median of its channels one may reach before a matrix. Of 1.5, 2, 2.5, 3 and 4
# the last left the words of twenty domain paragraphs nearest to the float graph's.
HIGH = 4


def even(
    weights: dict[str, np.ndarray], labels: dict[str, list[str]], base: Path, texts: list[list[str]]
) -> dict[str, np.ndarray]:
    """Divisors of the channels that go into the matrices around each GELU, 1 for most.

    The piece that opens a text has one or two channels ten times as large as anything else, and
    int8 spreads its steps over all. What passes `HIGH` medians is brought down to that, and the
    matrix's rows up by as much (after Xiao et al. 2023, SmoothQuant).
    """
    names = [f"encoder.layers.{i}.{part}" for i in range(6) for part in ("up", "down")]
    tops = {n: np.zeros(1, np.float32) for n in names}
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        onnx.save(build(weights, len(labels["relations"]), show=names), where / "reader.onnx")
        shutil.copy(base / "tokenizer.json", where / "tokenizer.json")
        (where / "reader.json").write_text(json.dumps({"labels": labels, "moves": None}))
        network = Network(1, where)
        network.load()
        for forms in texts:
            feed, _ = network._feed(Window(tuple(forms), (0,) * len(forms)))
            for name, value in zip(names, network._session.run(names, feed), strict=True):
                tops[name] = np.maximum(tops[name], np.abs(value[0]).max(0))
    out = {n: np.maximum(t / (HIGH * np.median(t)), 1).astype(np.float32) for n, t in tops.items()}
    return {n: v for n, v in out.items() if v.max() > 1}


def quantized(source: Path, target: Path) -> None:
    """Write the int8 form of a float graph: matrices per column, activations while running."""
    model = onnx.load(source)
    fixed = {i.name for i in model.graph.initializer}
    # Products of two computed matrices stay float; quantization would cost more than it saves.
    keep = [n.name for n in model.graph.node if n.op_type == "MatMul" and n.input[1] not in fixed]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Attention"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=keep,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
    )


# A class of few words, all of which a treebank holds. X, what belongs to none, is never needed.
CLOSED = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "X")


def closed_classes(syntax: Path) -> dict[str, str]:
    """The forms of each closed class in the training treebanks, lower case, divided by spaces."""
    forms: dict[str, set[str]] = {tag: set() for tag in CLOSED}
    for name in ("ewt_train", "gum_train"):
        for unit in corpora.treebank(syntax / f"{name}.conllu.gz", entities=False):
            for form, tag in zip(unit.forms, unit.upos, strict=True):
                if tag in forms and tag != "X":
                    forms[tag].add(form.lower())
    return {tag: " ".join(sorted(found)) for tag, found in forms.items()}


def main() -> None:
    cli = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    cli.add_argument("--run", type=Path, required=True)
    cli.add_argument("--data", type=Path, required=True)
    cli.add_argument("--base", type=Path, required=True)
    cli.add_argument("--out", type=Path, required=True)
    args = cli.parse_args()
    saved = torch.load(args.run / "checkpoint.pt", weights_only=True)
    state = saved.get("smooth") or saved["model"]
    weights = {k: v.float().numpy() for k, v in state.items()}
    labels = json.loads((args.run / "labels.json").read_text())
    args.out.mkdir(parents=True, exist_ok=True)
    plain = args.run / "reader-float.onnx"
    speech = corpora.attribution(args.data / "attribution" / "polnear_train.jsonl.gz")
    evened = even(weights, labels, args.base, [u.forms for u in speech[::120]])
    onnx.save(build(weights, len(labels["relations"]), evened), plain)
    quantized(plain, args.out / "reader.onnx")
    onnx.save(build_extra(weights), args.run / "extra-float.onnx")
    quantized(args.run / "extra-float.onnx", args.out / "extra.onnx")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    moves = weights.get("moves")
    meta = {
        "labels": labels,
        "moves": None if moves is None else moves.round(4).tolist(),
        "closed": closed_classes(args.data / "syntax"),
    }
    (args.out / "reader.json").write_text(json.dumps(meta, indent=1) + "\n")
    names = ("event_query", "event_mix", "event_root")
    arrays = {f"{n}.{p}": weights[f"{n}.{p}"] for n in names for p in ("weight", "bias")}
    np.savez(args.out / "events.npz", **{k: v.astype(np.float16) for k, v in arrays.items()})
    for path in sorted(args.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
