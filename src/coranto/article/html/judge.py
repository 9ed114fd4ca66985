"""The lines of a page that are of its article: two tree models, the second with what the first says of all lines.

Both are trained on features of the pages of WCXB by `training/html/train.py`; see `data/models/html.md`.
"""

from typing import NamedTuple

import numpy as np

from coranto.article.html.features import Floats, View, features, further
from coranto.article.html.walk import Line
from coranto.article.trees import trees

FIRST, SECOND = "html-first", "html-second"
_SETTLED = 0.02


class Judged(NamedTuple):
    """A line with its key, the tag and depth of its element, its chance to be of the article, and the number of the
    `article` element that it stands in (-1 for none)."""

    line: Line
    key: str
    tag: str
    depth: int
    chance: float
    story: int = -1


def chances(seen: View) -> Floats:
    """The chance of each line to be of the article; the odds of two models, averaged where the first leaves any.

    Alone, the second loses of articles what it wins of forums.
    """
    if not seen.shapes:
        return np.zeros(0)
    own = features(seen)
    odds = trees(FIRST).scores(own)[:, 0]
    found = _chance(odds)
    open_ = found >= _SETTLED
    second = trees(SECOND).scores(np.hstack([own, further(seen, found)])[open_])[:, 0]
    found[open_] = _chance((odds[open_] + second) / 2)
    return found


def _chance(odds: Floats) -> Floats:
    found: Floats = 1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0)))
    return found


def judge(seen: View) -> list[Judged]:
    """The lines of a page with their chances, in order."""
    elements = seen.walked.elements
    story: list[int] = []
    for at, element in enumerate(elements):
        story.append(at if element.tag == "article" else story[element.parent] if at else -1)
    out = []
    for line, key, chance in zip(seen.walked.lines, seen.keys, chances(seen).tolist(), strict=True):
        element = elements[line.element]
        out.append(Judged(line, key, element.tag, element.depth, chance, story[line.element]))
    return out
