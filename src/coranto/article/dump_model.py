"""The line model: gradient-boosted trees read from a JSON file and walked in plain Python."""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

Node = float | tuple[int, float, "Node", "Node"]
"""A leaf's value, or the feature, its threshold and the branches at most and above it."""

# lines that the first trees are sure of are not asked further: half the time, the same labels
_FEW, _LOW, _HIGH = 24, -1.4, 1.4


@cache
def _trees() -> tuple[float, tuple[Node, ...]]:
    raw = files("coranto.data").joinpath("models", "lines.json").read_text(encoding="utf-8")
    data = json.loads(raw)
    return float(data["base"]), tuple(_node(tree, 0) for tree in data["trees"])


def _node(tree: dict[str, list[int]], at: int) -> Node:
    which = tree["feature"][at]
    if which < 0:
        return float(tree["value"][at])
    return which, float(tree["value"][at]), _node(tree, tree["left"][at]), _node(tree, tree["right"][at])


def chances(matrix: Sequence[Sequence[float]]) -> list[float]:
    """For each row of features how likely the line is of the article (0 to 1)."""
    base, trees = _trees()
    out = []
    for row in matrix:
        total = base
        for node in trees[:_FEW]:
            while type(node) is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node  # type: ignore[operator]
        if _LOW < total < _HIGH:
            for node in trees[_FEW:]:
                while type(node) is tuple:
                    node = node[2] if row[node[0]] <= node[1] else node[3]
                total += node  # type: ignore[operator]
        out.append(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))))
    return out
