"""Checkpoint → ONNX, float and int8.

    python training/export.py --run RUN_FOLDER --base MODEL_FOLDER --out WEIGHTS_FOLDER

The graph is written node by node, one unit (no batch axis, no padding) at a time: dynamic int8
quantization scales a whole tensor, so units that share a batch would change each other's results.
Attention, layer normalization and GELU are single fused operators of onnxruntime. The embedding
table is int8 with one scale per row; matrices are int8 with one scale per column.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

MS = "com.microsoft"


class Graph:
    """Nodes and initializers under construction; every method gives the name of a tensor."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
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
        w = self.const(name + ".w", self.weights[name + ".weight"].T)
        b = self.const(name + ".b", self.weights[name + ".bias"])
        return self.op("Add", self.op("MatMul", x, w), b, out=out)

    def gelu(self, x: str) -> str:
        return self.op("Gelu", x, domain=MS)

    def norm(self, x: str, name: str) -> str:
        w = self.const(name + ".w", self.weights[name + ".weight"])
        b = self.const(name + ".b", self.weights[name + ".bias"])
        return self.op("LayerNormalization", x, w, b, axis=-1, epsilon=1e-12)

    def layer(self, x: str, name: str) -> str:
        """A transformer layer over (1, n, width)."""
        qkv = self.const(name + ".qkv.w", self.weights[name + ".qkv.weight"].T)
        bias = self.const(name + ".qkv.b", self.weights[name + ".qkv.bias"])
        mixed = self.op("Attention", x, qkv, bias, domain=MS, num_heads=12)
        x = self.norm(self.op("Add", x, self.linear(mixed, name + ".out")), name + ".norm1")
        up = self.gelu(self.linear(x, name + ".up"))
        return self.norm(self.op("Add", x, self.linear(up, name + ".down")), name + ".norm2")

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
