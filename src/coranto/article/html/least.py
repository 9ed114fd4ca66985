"""From which chance on the lines of a page are kept: where the F1 to be expected of what is kept is highest."""

from collections.abc import Sequence

import numpy as np

from coranto.article.html.judge import Judged

_CARE, _FLOOR = 1.1, 0.3
"""A wrong line in a record costs more than a line lost: 1 would weigh both the same. And where all lines are in
doubt, as on a page without an article, the likeliest are none of it either."""


def least(lines: Sequence[Judged]) -> float:
    """The least chance of a line that is kept. The set of lines to be expected best has all from a chance of half
    its own F1 (Lipton, Elkan and Narayanaswamy 2014): near .5 on a page whose lines are told apart well, less where
    many are in doubt. Lines weigh by their length."""
    if not lines:
        return 0.5
    chance = np.array([one.chance for one in lines])
    size = np.array([len(one.line.text) + 1.0 for one in lines])
    order = np.argsort(-chance, kind="stable")
    right, kept = np.cumsum((chance * size)[order]), np.cumsum(size[order])
    return max(_FLOOR, _CARE * float((right / (kept + right[-1])).max()))
