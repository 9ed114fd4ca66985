"""Trains the line models of plain-text pages and writes them as small JSON files of trees.

    PYTHONPATH=src:training python training/lines/train.py WCXB.jsonl.gz src/coranto/data/models

Trained on the annotations of WCXB (Murrough-Foley 2026, CC BY 4.0). The first model sees each line and those
around it; the second sees also what the first, trained on other sites, made of them. Needs scikit-learn and numpy;
coranto itself reads the files with numpy alone.
"""

import gzip
import json
import random
import sys
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

import numpy as np
from classes import CLASSES, classes_of
from pages import Form, Others, pages_of
from sklearn.ensemble import HistGradientBoostingClassifier
from trees import write

from coranto.article.dump.chars import Bools, Floats
from coranto.article.dump.features import features, second
from coranto.article.dump.shape import Shapes, shapes_of

FOLDS = 2
CLASS_STEP = 4
"""Of the sampled lines every fourth teaches the classes."""
MAX_LINES = 110
FIRST, SECOND = 50, 100
"""The number of trees of each model."""
FORUM = 3.0
"""Forum pages are few among the annotations: each counts for three."""


class Seen:
    """A form of a page with its numbers."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.shapes: Shapes = shapes_of([line.text for line in form.lines])
        self.rows = features(self.shapes, np.array([line.gap for line in form.lines])).astype(np.float32)
        size = len(form.lines)
        heavy = FORUM if form.forum else 1.0
        self.weights = heavy * np.minimum(1.0 + self.shapes.chars / 60, 6.0) / size**0.4
        self.some = np.sort(np.random.default_rng(size).permutation(size)[:MAX_LINES])
        self.fold = crc32(form.site.encode()) % FOLDS


def forms_of(path: Path) -> list[Form]:
    """All forms of all pages of a file."""
    rng = random.Random(7)
    others = Others()
    out: list[Form] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            site = urlsplit(row["url"] or "").hostname or row["id"]
            out += pages_of(row, others, site, rng)
            others.add(row)
    return out


def learner(trees: int) -> HistGradientBoostingClassifier:
    """The boosted trees before they have learned."""
    return HistGradientBoostingClassifier(
        max_iter=trees, learning_rate=0.12, max_leaf_nodes=24, min_samples_leaf=80, l2_regularization=8.0,
        max_features=0.4, random_state=1, early_stopping=False,
    )  # fmt: skip


def fit(seen: list[Seen], rows: list[Floats], trees: int) -> HistGradientBoostingClassifier:
    """A model of the sampled lines of pages, whose numbers are `rows`."""
    xs = np.concatenate([x[one.some] for one, x in zip(seen, rows, strict=True)])
    ys: Bools = np.concatenate([one.form.wanted[one.some] for one in seen])
    weights = np.concatenate([one.weights[one.some] for one in seen])
    print("fit", xs.shape, float(ys.mean()), flush=True)
    return learner(trees).fit(xs, ys, sample_weight=weights)


def across(seen: list[Seen], trees: int) -> list[Floats]:
    """The first model's chances of the lines of each page, by one that has not seen its site."""
    out: list[Floats] = [np.zeros(0)] * len(seen)
    for fold in range(FOLDS):
        others = [one for one in seen if one.fold != fold]
        model = fit(others, [one.rows for one in others], trees)
        for at, one in enumerate(seen):
            if one.fold == fold:
                out[at] = model.predict_proba(one.rows)[:, 1]
    return out


def stacked(seen: list[Seen], chances: list[Floats]) -> list[Floats]:
    """The numbers of the second model."""
    pairs = zip(seen, chances, strict=True)
    return [second(one.rows.astype(float), found, one.shapes).astype(np.float32) for one, found in pairs]


def fit_classes(seen: list[Seen], rows: list[Floats]) -> HistGradientBoostingClassifier:
    """The model of the classes, of a part of the lines; rare classes count for more."""
    pairs = [(one, x, one.some[::CLASS_STEP]) for one, x in zip(seen, rows, strict=True)]
    xs = np.concatenate([x[some] for _, x, some in pairs])
    found = [[classes_of(one.form)[at] for at in some] for one, _, some in pairs]
    ys = np.array([CLASSES.index(name) for names in found for name in names])
    counts = np.bincount(ys, minlength=len(CLASSES))
    print("classes", dict(zip(CLASSES, counts.tolist(), strict=True)), flush=True)
    model = HistGradientBoostingClassifier(
        max_iter=16, learning_rate=0.25, max_leaf_nodes=12, min_samples_leaf=40, l2_regularization=8.0,
        max_features=0.4, random_state=1, early_stopping=False,
    )  # fmt: skip
    return model.fit(xs, ys, sample_weight=(len(ys) / (counts[ys] + 1.0)) ** 0.3)


def main(source: str, target: str) -> None:
    """Train on `source`, write into the folder `target`."""
    seen = [Seen(form) for form in forms_of(Path(source))]
    first = fit(seen, [one.rows for one in seen], FIRST)
    write(first, seen[0].rows.shape[1], ["article"], Path(target, "lines.json"))
    rows = stacked(seen, across(seen, FIRST))
    size = rows[0].shape[1]
    write(fit(seen, rows, SECOND), size, ["article"], Path(target, "lines-second.json"))
    write(fit_classes(seen, rows), size, CLASSES, Path(target, "lines-class.json"))


if __name__ == "__main__":
    main(*sys.argv[1:])
