"""The mean of the weights of several runs that began alike (Wortsman and others 2022, Model soups): often better
than each, at the cost of one.

    PYTHONPATH=src:training python training/encoder/average.py OUT WEIGHTS WEIGHTS...
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(runs: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight. Raises `KeyError` where a run lacks one."""
    return {
        name: (sum(run[name].float() for run in runs) / len(runs)).to(first.dtype)
        for name, first in runs[0].items()
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    options = parser.parse_args()
    notes = [json.loads(path.with_suffix(".json").read_text()) for path in options.weights]
    torch.save(average([torch.load(path) for path in options.weights]), options.out)
    options.out.with_suffix(".json").write_text(json.dumps({"layers": notes[0]["layers"], "mean of": notes}))


if __name__ == "__main__":
    main()
