"""Trains the two models that tell the lines of an article on an HTML page, and writes them.

    OMP_NUM_THREADS=1 PYTHONPATH=src:training python training/html/train.py WCXB.jsonl.gz src/coranto/data/models

Trained on features of the pages of WCXB by its annotations (Murrough-Foley 2026, CC BY 4.0). The second model sees
what the first says of a page's lines; so that it learns from honest opinions, they come from models that have
learned from other sites. Needs scikit-learn; coranto itself walks the trees with numpy alone.
"""

import random
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pages import Row, labels, rows, seen, weights
from sklearn.ensemble import HistGradientBoostingClassifier
from trees import write

from coranto.article.head.title import host
from coranto.article.html.features import View, features, further

FOLDS = 3
_EASY, _SHARE = 0.03, 0.25
Floats = NDArray[np.float64]
Sample = tuple[View, Floats, NDArray[np.int64], Floats, str]
"""A page, the features of its lines, their labels, their weights, and its site."""


def learner(steps: int, leaves: int) -> HistGradientBoostingClassifier:
    """Boosted trees before they have learned."""
    return HistGradientBoostingClassifier(
        max_iter=steps, learning_rate=0.12, max_leaf_nodes=leaves, max_depth=7, min_samples_leaf=40, max_bins=96,
        l2_regularization=5.0, early_stopping=False, random_state=1,
    )  # fmt: skip


def sample(row: Row) -> Sample:
    """A page as it is learned from."""
    view = seen(row)
    gold, forum = row["text"], row.get("page_type") == "forum"
    site = ".".join(host(row.get("url", "")).split(".")[-2:]) or row["id"]
    return view, features(view), labels(view, gold), weights(view, gold, forum), site


def folds(sites: Sequence[str]) -> list[int]:
    """The fold of each page; all pages of a site are in one."""
    names = sorted(set(sites))
    random.Random(5).shuffle(names)
    of = {name: at % FOLDS for at, name in enumerate(names)}
    return [of[site] for site in sites]


def fitted(
    parts: Sequence[tuple[Floats, NDArray[np.int64], Floats]], easy: Sequence[NDArray[np.bool_]], leaves: int
) -> HistGradientBoostingClassifier:
    """A model of the lines of some pages; of lines that are easy to tell one in four is seen, for four."""
    xs, ys, ws = (np.concatenate(part) for part in zip(*parts, strict=True))
    plain = np.concatenate(easy) & (ys == 0)
    taken = ~plain | (np.random.default_rng(0).random(len(ys)) < _SHARE)
    ws = np.where(plain, ws / _SHARE, ws)
    return learner(100, leaves).fit(xs[taken].astype(np.float32), ys[taken], sample_weight=ws[taken])


def menus(xs: Floats) -> NDArray[np.bool_]:
    """The lines that are short links."""
    found: NDArray[np.bool_] = (xs[:, 3] > 0.95) & (xs[:, 0] < 4.2)
    return found


def opinions(pages: Sequence[Sample]) -> list[Floats]:
    """What a first model says of the lines of each page that has learned from other sites only."""
    fold = folds([site for *_, site in pages])
    found: list[Floats] = [np.zeros(0)] * len(pages)
    for part in range(FOLDS):
        others = [page for page, number in zip(pages, fold, strict=True) if number != part]
        model = first_of(others)
        for at, number in enumerate(fold):
            if number == part:
                found[at] = model.predict_proba(pages[at][1])[:, 1]
    return found


def first_of(pages: Sequence[Sample]) -> HistGradientBoostingClassifier:
    """The model that sees each line as it is."""
    return fitted([page[1:4] for page in pages], [menus(page[1]) for page in pages], 20)


def train(pages: Sequence[Sample]) -> tuple[HistGradientBoostingClassifier, HistGradientBoostingClassifier]:
    """Both models."""
    honest = opinions(pages)
    stacked = [
        (np.hstack([xs, further(view, opinion)]), ys, ws)
        for (view, xs, ys, ws, _), opinion in zip(pages, honest, strict=True)
    ]
    return first_of(pages), fitted(stacked, [opinion < _EASY for opinion in honest], 16)


def main(source: str, target: str) -> None:
    """Train on `source`, write the two models and their card to the folder `target`."""
    pages = [one for one in map(sample, rows(Path(source))) if one[0].shapes]
    for name, model in zip(("html-first", "html-second"), train(pages), strict=True):
        file = Path(target) / f"{name}.json"
        write(model, model.n_features_in_, ["article"], file)
        print(f"{name}.json sha256 {sha256(file.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
