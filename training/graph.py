"""The reader as a graph of onnxruntime's operators, node by node.

One unit (no batch axis, no padding) at a time: dynamic int8 quantization scales a whole tensor, so
units that share a batch would change each other's results. Attention, layer normalization and GELU
are single fused operators. The embedding table is int8 with one scale per row; matrices are int8
with one scale per column.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

__all__ = ["build", "build_extra"]

MS = "com.microsoft"


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

    def norm(self, x: str, name: str, rows: tuple[str, str], out: str = "") -> str:
        """Layer normalization over (1, n, width).

        As instance normalization with the rows for channels: on x86, onnxruntime sums a layer's
        row number by number, and takes a fifth of the time for an instance's.
        """
        w = self.const(name + ".w", self.weights[name + ".weight"])
        b = self.const(name + ".b", self.weights[name + ".bias"])
        x = self.op("InstanceNormalization", x, *rows, epsilon=1e-12)
        return self.op("Add", self.op("Mul", x, w), b, out=out)

    def layer(self, x: str, name: str, rows: tuple[str, str], out: str = "") -> str:
        """A transformer layer over (1, n, width)."""
        qkv = self.const(name + ".qkv.w", self.weights[name + ".qkv.weight"].T)
        bias = self.const(name + ".qkv.b", self.weights[name + ".qkv.bias"])
        mixed = self.op("Attention", x, qkv, bias, domain=MS, num_heads=12)
        x = self.norm(self.op("Add", x, self.linear(mixed, name + ".out")), name + ".norm1", rows)
        wide = self.gelu(self.linear(x, name + ".up"))
        x = self.op("Add", x, self.linear(wide, name + ".down"))
        return self.norm(x, name + ".norm2", rows, out)

    def table(self, name: str, rows: str) -> str:
        """Rows of an embedding table kept as int8 with a scale per row."""
        full = self.weights[name + ".weight"].astype(np.float32)
        scale = np.maximum(np.abs(full).max(1, keepdims=True), 1e-8) / 127
        small = self.const(name + ".q", np.round(full / scale).astype(np.int8))
        scales = self.const(name + ".s", scale.astype(np.float32))
        wide = self.op("Cast", self.op("Gather", small, rows), to=TensorProto.FLOAT)
        return self.op("Mul", wide, self.op("Gather", scales, rows))

    def model(self, inputs: list, outputs: list) -> onnx.ModelProto:
        """The graph as it stands."""
        constants = [numpy_helper.from_array(np.asarray(v), k) for k, v in self.constants.items()]
        graph = helper.make_graph(self.nodes, "reader", inputs, outputs, constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)


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
    n, w = "pieces", "words"
    ints, floats = TensorProto.INT64, TensorProto.FLOAT
    inputs = [
        helper.make_tensor_value_info("ids", ints, [n]),
        helper.make_tensor_value_info("looks", ints, [n]),
        helper.make_tensor_value_info("starts", ints, [w]),
        helper.make_tensor_value_info("lasts", ints, [w]),
        helper.make_tensor_value_info("shape", ints, [w]),
        helper.make_tensor_value_info("allowed", floats, [w, None]),
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
        x = g.layer(x, f"encoder.layers.{i}", each, out="middle" if i == 2 else "")
        if i < 5:
            part = g.op("Mul", x, g.const(f"mix.{i + 1}", mix[i + 1]))
            blend = g.op("Add", blend, part)
    x = g.op("Squeeze", x, zero, out="last")
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
    d = g.op("Squeeze", g.layer(d, "shared", each), zero, out="deep")
    outputs = [
        helper.make_tensor_value_info("deep", floats, [w, 384]),
        helper.make_tensor_value_info("middle", floats, [1, n, 384]),
        helper.make_tensor_value_info("last", floats, [n, 384]),
    ]

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
    a, b = g.gelu(g.linear(d, "coref_a")), g.gelu(g.linear(d, "coref_b"))
    biaffine(g, a, b, weights["coref.weight"][0], "coref", give("coref", w, None))
    for name in show:
        g.op("Identity", g.inputs[name], out=name)
        outputs.append(helper.make_tensor_value_info(name, floats, [1, None, None]))
    return g.model(inputs, outputs)


def build_extra(weights: dict[str, np.ndarray]) -> onnx.ModelProto:
    """What few ask for, from what the first graph gives: sentence vectors, states for events."""
    g = Graph(weights)
    given = {"deep": ["words", 384], "middle": [1, "pieces", 384], "last": ["pieces", 384]}
    given["pool"] = ["sentences", "pieces"]
    inputs = [helper.make_tensor_value_info(k, TensorProto.FLOAT, v) for k, v in given.items()]
    outputs = [
        helper.make_tensor_value_info("event", TensorProto.FLOAT, ["words", 192]),
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["sentences", 384]),
    ]
    g.op("Identity", g.gelu(g.linear("deep", "event_words")), out="event")
    zero = g.const("axis0", np.array([0], np.int64))
    both = g.op("Concat", g.op("Squeeze", "middle", zero), "last", axis=1)
    means = g.op("MatMul", "pool", both)
    v = g.op("MatMul", means, g.const("vector.w", weights["vector.weight"].T))
    more = g.op("MatMul", "pool", g.gelu(g.linear(both, "vector_in")))
    v = g.op("Add", v, g.linear(more, "vector_out"))
    g.op("LpNormalization", v, axis=-1, p=2, out="vectors")
    return g.model(inputs, outputs)
