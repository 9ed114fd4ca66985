"""Boosted trees: the packed walk gives what walking node by node gives."""

import random

import numpy as np

from coranto.article.trees import packed, trees


def walk(tree, row):
    at = 0
    while tree["feature"][at] >= 0:
        low = row[tree["feature"][at]] <= tree["value"][at]
        at = int(tree["left"][at] if low else tree["right"][at])
    return tree["value"][at]


STUMP = {"feature": [0, -1, -1], "value": [0.5, -100, 300], "left": [1, 0, 0], "right": [2, 0, 0], "group": 0}
DEEP = {
    "feature": [1, 0, -1, -1, -1], "value": [2.0, -1.0, 7, 11, 13], "left": [1, 2, 0, 0, 0],
    "right": [4, 3, 0, 0, 0], "group": 1,
}  # fmt: skip


def test_packed_trees_give_what_a_walk_gives():
    rng = random.Random(3)
    rows = [[rng.uniform(-3, 3), rng.uniform(-3, 3)] for _ in range(1500)]
    model = packed({"classes": ["a", "b"], "base": [5, -5], "scale": 10, "trees": [STUMP, DEEP, STUMP]})
    want = [[(5 + 2 * walk(STUMP, row)) / 10, (-5 + walk(DEEP, row)) / 10] for row in rows]
    assert model.scores(rows).tolist() == want
    assert np.allclose(model.chances(rows).sum(axis=1), 1.0)


def test_a_row_has_the_same_chance_whatever_stands_beside_it():
    model = trees("lines")
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(700, int(model.feature.max()) + 1))
    whole = model.chances(rows)
    assert (whole[123] == model.chances(rows[123:124])[0]).all()
    assert model.chances([]).shape == (0, 1)
