"""Learns what capital runs are from sets of marked names, and writes the weights that `names.weigh` reads.

    PYTHONPATH=src:training python training/names/train.py TRAIN src/coranto/data/models/names.json [--folds 3]

With `--folds` it writes nothing and prints precision, recall and F1 of runs per set, each fold unseen.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sparse
from names.marked import texts
from sklearn.linear_model import LogisticRegression

from coranto.reading.names.find import _listed, bare_article
from coranto.reading.names.kinds import guess
from coranto.reading.names.runs import pieces
from coranto.reading.names.tokens import units
from coranto.reading.names.traits import traits

SCALE = 100
SEEN = 6  # a trait that fewer runs have gets no weight
BLOCK = 20  # sentences that stay together in one fold
SOFT = 0.08  # a kind of an EWT name that is less likely is left out
SHARE = {"own": 1.0, "crossner": 0.5, "crossner-dev": 0.3, "wikigold": 1.0, "wnut": 0.1, "wnut-dev": 0.3,
         "pud": 2.0, "gum": 1.0, "ewt": 0.3}  # fmt: skip
NAMES = ("person", "place", "organisation")


class Row(NamedTuple):
    """A capital run: its set, the block it belongs to, its traits, its class and how much it counts."""

    set: str
    block: int
    traits: list[str]
    label: str
    weight: float


def rows(folder: Path) -> list[Row]:
    """Every capital run of the training sets that the lists do not call a people."""
    out = []
    for number, (name, text, label) in enumerate(texts(folder)):
        for unit in units(bare_article(text)):
            for piece in pieces(unit):
                if piece.entry and piece.entry.kind in ("demonym", "group"):
                    continue
                kind, sure = _listed(unit.tokens, piece) if piece.entry else guess(unit.tokens, piece)
                found = label(unit.tokens[piece.start].start, unit.tokens[piece.end - 1].end)
                if found is not None:
                    share = SHARE[name] * (1.0 if found != "cut" else 0.3 if name.startswith("cross") else 0.6)
                    seen = traits(unit.tokens, piece, kind, sure)
                    out.append(Row(name, number // BLOCK, seen, "none" if found == "cut" else found, share))
    return out


class Model:
    """Logistic regression over traits; names without a kind count for each kind as likely as a first model says."""

    def __init__(self, found: Sequence[Row]) -> None:
        counts = Counter(trait for row in found for trait in row.traits)
        self.column = {trait: n for n, trait in enumerate(sorted(t for t, c in counts.items() if c >= SEEN))}
        sure = [row for row in found if row.label != "name"]
        open_ = [row for row in found if row.label == "name"]
        known = (self.matrix(sure), [row.label for row in sure], [row.weight for row in sure])
        self.fit = _fit(*known)
        if open_:
            self.fit = _fit(*self._softened(known, open_))

    def _softened(self, known: Any, rows_: Sequence[Row]) -> Any:
        names = list(self.fit.classes_)
        matrix = self.matrix(rows_)
        share = self.fit.predict_proba(matrix)
        share[:, names.index("none")] = 0
        share /= share.sum(axis=1, keepdims=True)
        weight = np.array([row.weight for row in rows_])
        parts, labels, weights = [known[0]], list(known[1]), list(known[2])
        for n, name in enumerate(names):
            kept = np.flatnonzero(share[:, n] > SOFT)
            parts.append(matrix[kept])
            labels += [name] * len(kept)
            weights += list(share[kept, n] * weight[kept])
        return sparse.vstack(parts).tocsr(), labels, weights

    def matrix(self, rows_: Sequence[Row]) -> Any:
        """One row of ones and zeros for each run."""
        columns, ends = [], [0]
        for row in rows_:
            columns += sorted({self.column[trait] for trait in row.traits if trait in self.column})
            ends.append(len(columns))
        return sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows_), len(self.column)))

    def write(self, target: Path) -> None:
        """Whole numbers of 1/SCALE; a trait whose weights are all small is left out."""
        whole = np.rint(self.fit.coef_ * SCALE).astype(int)
        kept = {t: whole[:, n].tolist() for t, n in self.column.items() if np.abs(whole[:, n]).max() >= SCALE // 10}
        data = {"classes": list(self.fit.classes_), "scale": SCALE,
                "base": np.rint(self.fit.intercept_ * SCALE).astype(int).tolist()}  # fmt: skip
        head = json.dumps(data, separators=(",", ":"))[:-1]
        lines = ",\n".join(f"{json.dumps(t)}:{json.dumps(w, separators=(',', ':'))}" for t, w in kept.items())
        target.write_text(head + ',"weights":{\n' + lines + "}}\n", encoding="utf-8")


def _fit(matrix: Any, labels: Sequence[str], weights: Sequence[float]) -> LogisticRegression:
    return LogisticRegression(C=0.3, max_iter=80, tol=1e-3).fit(matrix, labels, sample_weight=weights)


def validate(found: Sequence[Row], folds: int) -> None:
    """Prints scores of runs per set, each fold predicted by a model that has not seen it."""
    right, told, gold = Counter[str](), Counter[str](), Counter[str]()
    for fold in range(folds):
        model = Model([row for row in found if row.block % folds != fold])
        unseen = [row for row in found if row.block % folds == fold and row.label != "name"]
        for row, kind in zip(unseen, model.fit.predict(model.matrix(unseen)), strict=True):
            gold[row.set] += row.label in NAMES
            told[row.set] += kind in NAMES
            right[row.set] += kind in NAMES and kind == row.label
    for name in gold:
        precision, recall = right[name] / max(told[name], 1), right[name] / max(gold[name], 1)
        print(f"{name}: P {precision:.3f} R {recall:.3f} F {2 * right[name] / max(told[name] + gold[name], 1):.3f}")


def main() -> None:
    """Trains or validates as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    found = rows(options.folder)
    if options.folds:
        validate(found, options.folds)
    else:
        Model(found).write(options.target)


if __name__ == "__main__":
    main()
