"""Shipped weights → a state to go on from: the int8 graphs read back into the model's own names."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper


def _tensors(path: Path) -> dict[str, np.ndarray]:
    """The graph's constants as floats, whatever form they are kept in, by their names in `export`."""
    raw = {i.name: numpy_helper.to_array(i) for i in onnx.load(path).graph.initializer}
    out = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            plain = name.removesuffix("_quantized")
            zero = raw[plain + "_zero_point"].astype(np.float32)
            out[plain] = (value.astype(np.float32) - zero) * raw[plain + "_scale"]
        elif name.endswith(".q"):
            out[name.removesuffix(".q") + ".rows"] = value * raw[name.removesuffix(".q") + ".s"]
        else:
            out[name] = value
    return out


def _pairs(t: dict[str, np.ndarray], name: str) -> np.ndarray:
    """The matrix of a biaffine scorer from its four parts."""
    top = np.concatenate([t[name + ".bw"], t[name + ".bu"]], 1)
    return np.concatenate([top, np.concatenate([t[name + ".bv"], t[name + ".bc"]], 1)], 0)


def restore(folder: Path) -> dict[str, torch.Tensor]:
    """The state of the weights in `folder`; what they lack (the quad head, say) is left out."""
    t = _tensors(folder / "reader.onnx") | _tensors(folder / "extra.onnx")
    meta = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    out: dict[str, np.ndarray] = {}
    for name in [n for n in t if n.endswith(".even")]:
        matrix = name.removesuffix(".even") + ".w"
        t[matrix] = t[matrix] * t[name][:, None]
    for name, value in t.items():
        if name.endswith(".rows"):
            out[name.removesuffix(".rows") + ".weight"] = value
        elif name.endswith(".w") and name[:-2] + ".b" in t and name != "rel.w":
            out[name[:-2] + ".weight"] = value.T if value.ndim == 2 else value
            out[name[:-2] + ".bias"] = t[name[:-2] + ".b"]
    out["root"] = t["root"][None]
    out["arc.weight"] = _pairs(t, "arc")[None]
    out["link.weight"] = np.stack([_pairs(t, "link_source"), _pairs(t, "link_content")])
    out["coref.weight"] = _pairs(t, "coref")[None]
    count = len(meta["labels"]["relations"])
    first = t["rel.w"].reshape(96, count, 97).transpose(1, 0, 2)
    out["rel"] = np.concatenate([first, t["rel.b"].reshape(count, 1, 97)], 1)
    shapes = t["shapes"].reshape(6, 2, 2, -1)
    middle = shapes.mean((0, 1, 2))
    out["case.weight"] = shapes.mean((1, 2))
    out["quote.weight"] = shapes.mean((0, 2)) - middle
    out["first.weight"] = shapes.mean((0, 1)) - middle
    out["vector.weight"] = t["vector.w"].T
    out["moves"] = np.array(meta["moves"])
    if "mix.0" in t:  # the first weights had none
        out["mix"] = np.stack([t[f"mix.{i}"] for i in range(7)])
    with np.load(folder / "events.npz") as found:
        out |= {k: found[k] for k in found.files}
    return {k: torch.from_numpy(np.array(v, np.float32)) for k, v in out.items()}
