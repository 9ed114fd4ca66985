"""What boosted trees make of the lines of a page: the chance of each to be of the article, and its likely class.

Two models judge whether a line is of the article, the second upon the first; a third tells the classes apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coranto.article.dump.chars import Bools, Floats
from coranto.article.dump.features import features, second
from coranto.article.dump.shape import Shapes
from coranto.article.trees import trees

INNER = ("body", "bullet", "dek", "head")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """The chance of each line to be of the article, and the numbers that tell its class."""

    chances: Floats
    rows: Floats


def judge(shapes: Shapes, gaps: Sequence[bool]) -> Judged:
    """The chance of each line; the second model sees what the first made of the lines around."""
    first = features(shapes, np.array(gaps))
    rows = second(first, trees("lines").chances(first)[:, 0], shapes)
    return Judged(trees("lines-second").chances(rows)[:, 0], rows)


def classes(judged: Judged, kept: Bools) -> list[str]:
    """The likeliest class of each line, one of the article's for lines that are kept; lines far from all of those
    are furniture."""
    out = ["furniture"] * len(kept)
    spots = np.flatnonzero(kept)
    if not len(spots):
        return out
    low, high = max(0, int(spots[0]) - _AROUND), min(len(kept), int(spots[-1]) + _AROUND)
    model = trees("lines-class")
    inner = np.array([name in INNER for name in model.classes])
    found = model.chances(judged.rows[low:high])
    best = np.where(inner[None, :] == kept[low:high, None], found, -1.0).argmax(axis=1)
    out[low:high] = [model.classes[at] for at in best.tolist()]
    return out
