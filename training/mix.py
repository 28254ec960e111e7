"""The mean of two runs' weights, as a run to go on from or to export.

    python training/mix.py FIRST_RUN SECOND_RUN SHARE OUT_RUN

`SHARE` is the second's part. Runs that began with the same weights lie in one basin, where the mean
of two reads as well as both: Wortsman et al. 2022, model soups.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import torch


def weights(path: Path) -> dict[str, torch.Tensor]:
    """The running mean of a checkpoint, or its plain weights where it has none."""
    state = torch.load(path, weights_only=True)
    found: dict[str, torch.Tensor] = state.get("smooth") or state["model"]
    return found


def main() -> None:
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    one, other, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[4])
    first, second = weights(one / "checkpoint.pt"), weights(other / "checkpoint.pt")
    share = float(sys.argv[3])
    mixed = {k: torch.lerp(v, second.get(k, v), share) for k, v in first.items()}
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"model": mixed}, out / "checkpoint.pt")
    shutil.copy(one / "labels.json", out / "labels.json")


if __name__ == "__main__":
    main()
