"""The line model: gradient-boosted trees read from a JSON file and walked in plain Python."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

Tree = tuple[list[int], list[float], list[int], list[int]]


@cache
def _trees() -> tuple[float, tuple[Tree, ...]]:
    raw = files("coranto.data").joinpath("models", "lines.json").read_text(encoding="utf-8")
    data = json.loads(raw)
    trees = tuple((t["feature"], t["value"], t["left"], t["right"]) for t in data["trees"])
    return float(data["base"]), trees


def chances(matrix: Sequence[Sequence[float]]) -> list[float]:
    """For each row of features how likely the line is of the article (0 to 1)."""
    base, trees = _trees()
    out = []
    for row in matrix:
        total = base
        for feature, value, left, right in trees:
            at = 0
            while (which := feature[at]) >= 0:
                at = left[at] if row[which] <= value[at] else right[at]
            total += value[at]
        out.append(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))))
    return out
