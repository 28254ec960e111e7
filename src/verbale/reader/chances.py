"""Chances from scores."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["sigmoid", "softmax"]

Floats = npt.NDArray[np.float32]


def softmax(x: Floats) -> Floats:
    """Over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out


def sigmoid(x: Floats) -> Floats:
    """Number by number."""
    out: Floats = (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)
    return out
