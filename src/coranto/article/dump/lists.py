"""Numbers that tell the lists of headlines and summaries around an article from its paragraphs."""

import numpy as np

from coranto.article.dump.chars import Bools, Floats
from coranto.article.dump.shape import AT, Shapes

_REACHES = (2, 5, 10)
_LAGS = (1, 2, 3)
_NEAR = (3, 8)
_FAR = 20
_LONG = 70
_LEAST, _MOST = 24, 150
_WEIGHT = 300.0


def list_columns(shapes: Shapes, near: Floats) -> list[Floats]:
    """Columns of numbers, one row per line: how many headlines stand around it; how far the nearest paragraphs are
    that follow one another; whether sizes come back every second or third line; how far the lines around speak of
    the article, where `near` is the share of each line's words that its block has."""
    headline = is_headline(shapes)
    running = _running(shapes)
    return [
        headline.astype(float), running.astype(float), _since(running), _until(running),
        *(_mean(headline.astype(float), reach) for reach in _REACHES),
        *(_mean(running.astype(float), reach) for reach in _REACHES),
        *(_mean(_lag(shapes, by), 4) for by in _LAGS),
        *nearness(shapes, near),
    ]  # fmt: skip


def nearness(shapes: Shapes, near: Floats) -> list[Floats]:
    """How far a line and the three or eight after it, then before it, speak of the article."""
    weights = np.minimum(shapes.chars, _WEIGHT)
    told = near * weights
    after = [_ahead(told, reach) / (_ahead(weights, reach) + 1.0) for reach in _NEAR]
    before = [_ahead(told[::-1], reach)[::-1] / (_ahead(weights[::-1], reach)[::-1] + 1.0) for reach in _NEAR]
    return [*after, *before]


def is_headline(shapes: Shapes) -> Bools:
    """Which lines have a headline's size and open like one, but end no sentence."""
    own = shapes.own
    opens = (own[:, AT["lower_first"]] == 0) & (own[:, AT["colon"]] == 0)
    found: Bools = (shapes.chars >= _LEAST) & (shapes.chars <= _MOST) & (own[:, AT["closed"]] == 0) & opens
    return found


def _running(shapes: Shapes) -> Bools:
    """Which lines are sentences of some length beside another one: text that runs on."""
    long = shapes.sentence & (shapes.chars >= _LONG)
    beside = np.concatenate(([False], long[:-1])) | np.concatenate((long[1:], [False]))
    return long & beside


def _lag(shapes: Shapes, by: int) -> Floats:
    """How unlike in size each line is to the one `by` lines on."""
    size = shapes.own[:, 0]
    out = np.zeros(len(size))
    out[:-by] = np.abs(size[:-by] - size[by:])
    return out


def _since(marks: Bools) -> Floats:
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -_FAR - 1))
    return np.minimum(at - last, _FAR).astype(float)


def _until(marks: Bools) -> Floats:
    return _since(marks[::-1])[::-1]


def _mean(values: Floats, reach: int) -> Floats:
    """The mean over the lines at most `reach` away."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(values))
    means: Floats = (sums[high] - sums[low]) / (high - low)
    return means


def _ahead(values: Floats, reach: int) -> Floats:
    """The sum over a line and the `reach` after it."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    found: Floats = sums[np.minimum(at + reach + 1, len(values))] - sums[at]
    return found
