"""Boosted trees read from a JSON file of `data/models/`, walked over all rows and trees at once.

Leaves are whole numbers of a `scale`, so that sums are exact: the same input gives the same bits on every machine.
`training/trees.py` writes the files.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_ROWS = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """A model: node arrays of shape (trees, nodes); leaves point at themselves. `classes` names the columns of
    its answer, one for two classes (the chance of the second). `group[i]` is the column that tree i adds to."""

    classes: tuple[str, ...]
    base: Ints
    scale: float
    depth: int
    group: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    leaf: Ints

    def scores(self, matrix: Sequence[Sequence[float]] | Floats) -> Floats:
        """Log-odds, shape (rows, columns), for features of shape (rows, features)."""
        rows = np.asarray(matrix, dtype=np.float64)
        if not len(rows):
            return np.zeros((0, len(self.base)))
        parts = [self._scores(rows[at : at + _ROWS]) for at in range(0, len(rows), _ROWS)]
        return np.concatenate(parts) / self.scale

    def chances(self, matrix: Sequence[Sequence[float]] | Floats) -> Floats:
        """Chances between 0 and 1, shape (rows, columns); with more than one column they add up to 1."""
        found = np.clip(self.scores(matrix), -30.0, 30.0)
        if found.shape[1] == 1:
            odds: Floats = 1.0 / (1.0 + np.exp(-found))
            return odds
        powers = np.exp(found - found.max(axis=1, keepdims=True)) if len(found) else found
        shares: Floats = powers / powers.sum(axis=1, keepdims=True) if len(found) else found
        return shares

    def _scores(self, rows: Floats) -> Floats:
        trees, nodes = self.feature.shape
        first = (np.arange(trees) * nodes)[:, None]
        at = np.broadcast_to(first, (trees, len(rows))).copy()
        feature, threshold = self.feature.ravel(), self.threshold.ravel()
        left, right = (self.left + first).ravel(), (self.right + first).ravel()
        flat, step = rows.ravel(), np.arange(len(rows)) * rows.shape[1]
        for _ in range(self.depth):
            low = flat[feature[at] + step] <= threshold[at]
            at = np.where(low, left[at], right[at])
        leaves = self.leaf.ravel()[at]
        out = np.empty((len(rows), len(self.base)))
        for column, base in enumerate(self.base):
            out[:, column] = leaves[self.group == column].sum(axis=0) + base
        return out


@cache
def trees(name: str) -> Trees:
    """The model `data/models/<name>.json`, read once per process."""
    raw = files("coranto.data").joinpath("models", f"{name}.json").read_text(encoding="utf-8")
    return packed(json.loads(raw))


def packed(data: dict[str, list[dict[str, list[float]]]]) -> Trees:
    """A model out of its JSON: `classes`, `base`, `scale`, and `trees` with `feature` (-1 for a leaf), `value`
    (threshold or leaf), `left`, `right` and `group`."""
    found: list[dict[str, list[float]]] = data["trees"]
    size = max(len(tree["feature"]) for tree in found)
    shape = (len(found), size)
    feature, left, right, leaf = (np.zeros(shape, dtype=np.int64) for _ in range(4))
    threshold = np.zeros(shape)
    for number, tree in enumerate(found):
        own = np.array(tree["feature"], dtype=np.int64)
        inner = own >= 0
        spots = np.arange(len(own))
        feature[number, : len(own)] = np.where(inner, own, 0)
        threshold[number, : len(own)] = np.where(inner, tree["value"], np.inf)
        leaf[number, : len(own)] = np.where(inner, 0, tree["value"])
        left[number, : len(own)] = np.where(inner, tree["left"], spots)
        right[number, : len(own)] = np.where(inner, tree["right"], spots)
    return Trees(
        classes=tuple(str(name) for name in data["classes"]),
        base=np.array(data["base"], dtype=np.int64),
        scale=float(np.float64(data["scale"])),  # type: ignore[arg-type]
        depth=max(_depth(tree) for tree in found),
        group=np.array([tree.get("group", 0) for tree in found], dtype=np.int64),
        feature=feature, threshold=threshold, left=left, right=right, leaf=leaf,
    )  # fmt: skip


def _depth(tree: dict[str, list[float]]) -> int:
    level = [0] * len(tree["feature"])
    for at, feature in enumerate(tree["feature"]):
        if feature >= 0:
            level[int(tree["left"][at])] = level[int(tree["right"][at])] = level[at] + 1
    return max(level)
