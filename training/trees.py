"""Writes boosted trees of scikit-learn as the JSON that `coranto.article.trees` reads."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from sklearn.ensemble import HistGradientBoostingClassifier

SCALE = 100_000


def export(model: HistGradientBoostingClassifier, features: int, classes: Sequence[str]) -> dict[str, object]:
    """The trees as flat lists: feature (-1 for a leaf), threshold or leaf value, left and right child, and the
    column of the answer (`group`) that a tree adds to. Leaves are whole numbers of 1/SCALE."""
    trees = [
        {**_tree(predictor.nodes), "group": group}
        for step in model._predictors
        for group, predictor in enumerate(step)
    ]
    base = [round(float(value) * SCALE) for value in model._baseline_prediction.ravel()]
    return {"features": features, "classes": list(classes), "base": base, "scale": SCALE, "trees": trees}


def _tree(nodes: Sequence[Mapping[str, float]]) -> dict[str, object]:
    return {
        "feature": [-1 if n["is_leaf"] else int(n["feature_idx"]) for n in nodes],
        "value": [_value(n) for n in nodes],
        "left": [int(n["left"]) for n in nodes],
        "right": [int(n["right"]) for n in nodes],
    }


def _value(node: Mapping[str, float]) -> float:
    return round(float(node["value"]) * SCALE) if node["is_leaf"] else round(float(node["num_threshold"]), 5)


def write(model: HistGradientBoostingClassifier, features: int, classes: Sequence[str], target: Path) -> None:
    """Writes `target`; `classes` in the order of `model.classes_`, for two classes the name of the second."""
    text = json.dumps(export(model, features, classes), separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")
