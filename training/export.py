"""Checkpoint → ONNX, float and int8.

    python training/export.py --data DATA --run RUN_FOLDER --base MODEL_FOLDER --out WEIGHTS_FOLDER

The graph is written node by node, one unit (no batch axis, no padding) at a time: dynamic int8
quantization scales a whole tensor, so units that share a batch would change each other's results.
Attention, layer normalization and GELU are single fused operators of onnxruntime. The embedding
table is int8 with one scale per row; matrices are int8 with one scale per column.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

import data as corpora
from verbale.reader.model import Network, Window

MS = "com.microsoft"
# How many times the median of its channels one may reach before a matrix. Of 1.5, 2, 2.5, 3 and 4
# the last left the words of twenty domain paragraphs nearest to the float graph's.
HIGH = 4


class Graph:
    """Nodes and initializers under construction; every method gives the name of a tensor."""

    def __init__(
        self, weights: dict[str, np.ndarray], evened: dict[str, np.ndarray] | None = None
    ) -> None:
        self.weights = weights
        self.evened = evened or {}
        self.inputs: dict[str, str] = {}  # matrix → what goes into it
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}
        self.count = 0

    def const(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def op(self, kind: str, *inputs: str, out: str = "", domain: str = "", **attributes) -> str:
        self.count += 1
        out = out or f"{kind.lower()}_{self.count}"
        node = helper.make_node(kind, list(inputs), [out], f"n{self.count}", domain=domain)
        for key, value in attributes.items():
            node.attribute.append(helper.make_attribute(key, value))
        self.nodes.append(node)
        return out

    def linear(self, x: str, name: str, out: str = "") -> str:
        self.inputs[name] = x
        w, b = (
            self.weights[name + ".weight"].T,
            self.const(name + ".b", self.weights[name + ".bias"]),
        )
        if name in self.evened:
            w = w * self.evened[name][:, None]
            x = self.op("Mul", x, self.const(name + ".even", 1 / self.evened[name]))
        return self.op("Add", self.op("MatMul", x, self.const(name + ".w", w)), b, out=out)

    def gelu(self, x: str) -> str:
        return self.op("Gelu", x, domain=MS)

    def rows(self, like: str) -> tuple[str, str]:
        """Ones and zeros, one for each entry of a vector: what `norm` scales and moves by."""
        length = self.op("Shape", like)
        one = self.const("one", np.ones(1, np.float32))
        nought = self.const("nought", np.zeros(1, np.float32))
        return self.op("Expand", one, length), self.op("Expand", nought, length)

    def norm(self, x: str, name: str, rows: tuple[str, str]) -> str:
        """Layer normalization over (1, n, width).

        As instance normalization with the rows for channels: on x86, onnxruntime sums a layer's
        row number by number, and takes a fifth of the time for an instance's.
        """
        w = self.const(name + ".w", self.weights[name + ".weight"])
        b = self.const(name + ".b", self.weights[name + ".bias"])
        x = self.op("InstanceNormalization", x, *rows, epsilon=1e-12)
        return self.op("Add", self.op("Mul", x, w), b)

    def layer(self, x: str, name: str, rows: tuple[str, str]) -> str:
        """A transformer layer over (1, n, width)."""
        qkv = self.const(name + ".qkv.w", self.weights[name + ".qkv.weight"].T)
        bias = self.const(name + ".qkv.b", self.weights[name + ".qkv.bias"])
        mixed = self.op("Attention", x, qkv, bias, domain=MS, num_heads=12)
        x = self.norm(self.op("Add", x, self.linear(mixed, name + ".out")), name + ".norm1", rows)
        wide = self.gelu(self.linear(x, name + ".up"))
        return self.norm(
            self.op("Add", x, self.linear(wide, name + ".down")), name + ".norm2", rows
        )

    def table(self, name: str, rows: str) -> str:
        """Rows of an embedding table kept as int8 with a scale per row."""
        full = self.weights[name + ".weight"].astype(np.float32)
        scale = np.maximum(np.abs(full).max(1, keepdims=True), 1e-8) / 127
        small = self.const(name + ".q", np.round(full / scale).astype(np.int8))
        scales = self.const(name + ".s", scale.astype(np.float32))
        wide = self.op("Cast", self.op("Gather", small, rows), to=TensorProto.FLOAT)
        return self.op("Mul", wide, self.op("Gather", scales, rows))


def biaffine(g: Graph, a: str, b: str, weight: np.ndarray, name: str, out: str) -> str:
    """(n, i) and (m, i) → (n, m): a W b + a u + v b + c of one label."""
    w, u = weight[:-1, :-1], weight[:-1, -1:]
    v, c = weight[-1:, :-1].T, weight[-1:, -1:]
    mixed = g.op("Add", g.op("MatMul", a, g.const(name + ".bw", w)), g.const(name + ".bv", v.T))
    scores = g.op("MatMul", mixed, g.op("Transpose", b, perm=[1, 0]))
    side = g.op("Add", g.op("MatMul", a, g.const(name + ".bu", u)), g.const(name + ".bc", c))
    return g.op("Add", scores, side, out=out)


def build(
    weights: dict[str, np.ndarray],
    relations: int,
    evened: dict[str, np.ndarray] | None = None,
    show: Sequence[str] = (),
) -> onnx.ModelProto:
    """The whole reader as one graph. Inputs and outputs are told in `verbale.reader.model`.

    With `evened`, divisors of the channels that go into a matrix (see `even`); `show` names
    matrices whose inputs are given as well, under the matrix's name.
    """
    g = Graph(weights, evened)
    n, w, s = "pieces", "words", "sentences"
    ints, floats = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", ints, [n]),
        helper.make_tensor_value_info("looks", ints, [n]),
        helper.make_tensor_value_info("starts", ints, [w]),
        helper.make_tensor_value_info("lasts", ints, [w]),
        helper.make_tensor_value_info("shape", ints, [w]),
        helper.make_tensor_value_info("allowed", floats, [w, None]),
        helper.make_tensor_value_info("pool", floats, [s, n]),
    ]
    zero = g.const("axis0", np.array([0], np.int64))
    # Encoder over pieces.
    length = g.op("Shape", "ids")
    step = g.const("step", np.array(1, np.int64))
    start = g.const("start", np.array(0, np.int64))
    count = g.op("Range", start, g.op("Squeeze", length, zero), step)
    x = g.op("Add", g.table("encoder.tokens", "ids"), g.table("encoder.places", count))
    x = g.op("Add", x, g.table("encoder.looks", "looks"))
    each = g.rows("ids")
    x = g.norm(g.op("Unsqueeze", x, zero), "encoder.norm", each)
    mix = weights["mix"]
    blend = g.op("Mul", x, g.const("mix.0", mix[0]))
    for i in range(6):
        x = g.layer(x, f"encoder.layers.{i}", each)
        if i == 2:
            middle = x
        if i < 5:
            part = g.op("Mul", x, g.const(f"mix.{i + 1}", mix[i + 1]))
            blend = g.op("Add", blend, part)
    x = g.op("Squeeze", x, zero)
    blend = g.op("Add", x, g.op("Squeeze", blend, zero))
    end = g.op("Mul", g.op("Gather", x, "lasts"), g.const("mix.6", mix[6]))
    word = g.op("Add", g.op("Gather", blend, "starts"), end)
    # Words: their pieces, casing, quotation and sentence start, one more layer.
    shapes = (
        weights["case.weight"][:, None, None]
        + weights["quote.weight"][None, :, None]
        + weights["first.weight"][None, None]
    ).reshape(-1, x_width := weights["case.weight"].shape[1])
    assert x_width == 384
    look = g.op("Gather", g.const("shapes", shapes), "shape")
    each = g.rows("starts")
    d = g.norm(g.op("Unsqueeze", g.op("Add", word, look), zero), "words", each)
    d = g.op("Squeeze", g.layer(d, "shared", each), zero)
    outputs = []

    def give(name: str, *shape) -> str:
        outputs.append(helper.make_tensor_value_info(name, floats, list(shape)))
        return name

    g.linear(d, "upos", give("upos", w, None))
    g.linear(d, "entities", give("entities", w, None))
    g.linear(d, "roles", give("roles", w, None))
    # Arcs: the root is one more head, in front.
    rooted = g.op("Concat", g.const("root", weights["root"][0]), d, axis=0)
    dep, head = g.gelu(g.linear(d, "arc_dep")), g.gelu(g.linear(rooted, "arc_head"))
    raw = biaffine(g, dep, head, weights["arc.weight"][0], "arc", "")
    arc = g.op("Add", raw, "allowed", out=give("arc", w, None))
    heads = g.op("ArgMax", arc, axis=1, keepdims=0)
    # Relations of the greedy heads: dep (w, 97) x (97, labels * 97), times head, summed.
    relation = weights["rel"]
    flat = relation[:, :-1].transpose(1, 0, 2).reshape(96, -1)
    bias = relation[:, -1].reshape(-1)
    dep = g.gelu(g.linear(d, "rel_dep"))
    head = g.op("Gather", g.gelu(g.linear(rooted, "rel_head")), heads)
    wide = g.op("Add", g.op("MatMul", dep, g.const("rel.w", flat)), g.const("rel.b", bias))
    wide = g.op("Reshape", wide, g.const("rel.s", np.array([-1, relations, 97], np.int64)))
    pad = g.op(
        "Pad", head, g.const("pad", np.array([0, 0, 0, 1], np.int64)), g.const("p1", np.float32(1))
    )
    column = g.op("Unsqueeze", pad, g.const("axis2", np.array([2], np.int64)))
    product = g.op("MatMul", wide, column)
    g.op(
        "Squeeze",
        product,
        g.const("axis2b", np.array([2], np.int64)),
        out=give("relations", w, None),
    )
    # Links from a cue's first word to the first word of a source or a content.
    cue, other = g.gelu(g.linear(d, "link_cue")), g.gelu(g.linear(d, "link_other"))
    for k, name in enumerate(("link_source", "link_content")):
        biaffine(g, cue, other, weights["link.weight"][k], name, give(name, w, None))
    if "coref.weight" in weights:
        a, b = g.gelu(g.linear(d, "coref_a")), g.gelu(g.linear(d, "coref_b"))
        biaffine(g, a, b, weights["coref.weight"][0], "coref", give("coref", w, None))
        g.op("Identity", g.gelu(g.linear(d, "event_words")), out=give("event", w, 192))
        both = g.op("Concat", g.op("Squeeze", middle, zero), x, axis=1)
        means = g.op("MatMul", "pool", both)
        v = g.op("MatMul", means, g.const("vector.w", weights["vector.weight"].T))
        more = g.op("MatMul", "pool", g.gelu(g.linear(both, "vector_in")))
        v = g.op("Add", v, g.linear(more, "vector_out"))
    else:
        v = g.op("MatMul", "pool", x)
    g.op("LpNormalization", v, axis=-1, p=2, out=give("vectors", s, 384))
    for name in show:
        g.op("Identity", g.inputs[name], out=name)
        outputs.append(helper.make_tensor_value_info(name, floats, [1, None, None]))
    graph = helper.make_graph(
        g.nodes,
        "reader",
        inputs,
        outputs,
        [numpy_helper.from_array(np.asarray(v), k) for k, v in g.constants.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


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
            feed = network._feed(Window(tuple(forms), (0,) * len(forms)))
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
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    moves = weights.get("moves")
    meta = {
        "labels": labels,
        "moves": None if moves is None else moves.round(4).tolist(),
        "closed": closed_classes(args.data / "syntax"),
    }
    (args.out / "reader.json").write_text(json.dumps(meta, indent=1) + "\n")
    if "coref.weight" in weights:
        names = ("event_query", "event_mix", "event_root")
        arrays = {f"{n}.{p}": weights[f"{n}.{p}"] for n in names for p in ("weight", "bias")}
        np.savez(args.out / "events.npz", **{k: v.astype(np.float16) for k, v in arrays.items()})
    for path in sorted(args.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
