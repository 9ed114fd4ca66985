"""Boosted trees read from a JSON file of `data/models/`, scored over all rows and trees at once.

Leaves are whole numbers of a `scale`, so that sums are exact: the same input gives the same bits on every machine.
Features are compared as 32-bit floats, as they were in training.
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
_LEAVES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """A model, laid out for QuickScorer (Lucchese et al. 2015): the inner nodes of each tree in slots, arrays of
    shape (slots, trees), with the leaves that stay where a node's test fails as bits of `mask`; the leaf of a row
    is the first that stays. `leaf` has shape (trees, 32). `classes` names the columns of the answer, one for two
    classes (the chance of the second). `group[i]` is the column that tree i adds to."""

    classes: tuple[str, ...]
    base: Ints
    scale: float
    group: Ints
    feature: Ints
    threshold: NDArray[np.float32]
    mask: NDArray[np.uint32]
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
        columns = np.ascontiguousarray(rows.T, dtype=np.float32)
        stay = np.full((self.feature.shape[1], len(rows)), 0xFFFFFFFF, dtype=np.uint32)
        for feature, threshold, mask in zip(self.feature, self.threshold, self.mask, strict=True):
            low = columns.take(feature, axis=0) <= threshold[:, None]
            stay &= np.negative(low.view(np.int8).astype(np.int32)).view(np.uint32) | mask[:, None]
        first = stay & (np.uint32(0) - stay)
        at = np.frexp(first.astype(np.float32))[1] - 1 + (np.arange(len(stay)) * _LEAVES)[:, None]
        leaves = self.leaf.ravel().take(at)
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
    laid = [_laid(tree) for tree in found]
    shape = (max(len(nodes) for nodes, _ in laid), len(laid))
    feature, leaf = np.zeros(shape, dtype=np.int64), np.zeros((len(laid), _LEAVES), dtype=np.int64)
    threshold, mask = np.full(shape, np.inf, dtype=np.float32), np.zeros(shape, dtype=np.uint32)
    for number, (nodes, leaves) in enumerate(laid):
        leaf[number, : len(leaves)] = leaves
        for slot, (test, limit, bits) in enumerate(nodes):
            feature[slot, number], threshold[slot, number], mask[slot, number] = test, limit, bits
    return Trees(
        classes=tuple(str(name) for name in data["classes"]),
        base=np.array(data["base"], dtype=np.int64),
        scale=float(np.float64(data["scale"])),  # type: ignore[arg-type]
        group=np.array([tree.get("group", 0) for tree in found], dtype=np.int64),
        feature=feature, threshold=threshold, mask=mask, leaf=leaf,
    )  # fmt: skip


def _laid(tree: dict[str, list[float]]) -> tuple[list[tuple[int, float, int]], list[int]]:
    """The inner nodes of a tree, each with the bits of the leaves that are not below its left side, and the leaves
    from left to right. Raises `ValueError` for a tree with more than 32 leaves."""
    nodes: list[tuple[int, float, int]] = []
    leaves: list[int] = []
    opened: list[tuple[int, int]] = [(0, -1)]
    while opened:
        at, first = opened.pop()
        if first >= 0:  # its left side is done
            below = (1 << len(leaves)) - (1 << first)
            nodes.append((int(tree["feature"][at]), tree["value"][at], 0xFFFFFFFF & ~below))
            opened.append((int(tree["right"][at]), -1))
        elif tree["feature"][at] < 0:
            leaves.append(int(tree["value"][at]))
        else:
            opened += [(at, len(leaves)), (int(tree["left"][at]), -1)]
    if len(leaves) > _LEAVES:
        raise ValueError(f"A tree has {len(leaves)} leaves; at most {_LEAVES} are read.")
    return nodes, leaves
