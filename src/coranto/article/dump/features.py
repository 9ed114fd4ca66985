"""Numbers that tell a line of an article from a line of page furniture, for all lines of a page at once.

The set follows the text-only line classifiers measured on WCXB and AEB (shape, cues, position, neighbours, the
best block of sentence lines, words shared with that block). The second set stacks on the first model's chances
(auto-context, Tu and Bai 2010): what the lines around were taken for, and the block they make.
"""

from collections.abc import Sequence

import numpy as np

from coranto.article.dump.chars import Bools, Floats, Ints
from coranto.article.dump.lists import list_columns, nearness
from coranto.article.dump.shape import AT, Shapes

_FAR = 12
_NEIGHBOURS = ("size", "closed", "capital", "stop", "common", "day", "repeats")
_AROUND = (-3, -2, -1, 1, 2, 3)
_REACHES = (2, 5, 10)
_ODDS = 0.002


def best_block(scores: Sequence[float]) -> tuple[int, int]:
    """Half-open bounds of the run with the greatest sum (Kadane), the first of equals."""
    best, start, stop = 0.0, 0, 0
    total, begin = 0.0, 0
    for index, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, index
        total += score
        if total > best:
            best, start, stop = total, begin, index + 1
    return start, stop


def features(shapes: Shapes, gaps: Bools) -> Floats:
    """One row of numbers per line. Linear in the number of lines."""
    total = len(gaps)
    at = np.arange(total)
    cued: Bools = shapes.own[:, AT["related"] : AT["insert"] + 1].max(axis=1) > 0
    sentence, mark = shapes.sentence.astype(float), shapes.mark.astype(float)
    start, stop = best_block(shapes.score.tolist())
    inside = (at >= start) & (at < stop)
    ends = shapes.own[:, AT["ends"]] > 0
    long = shapes.sentence & (shapes.chars >= 100)
    near = shared(shapes, inside)
    columns = [
        shapes.own, gaps, at / total, np.minimum(at, 40), np.minimum(total - at - 1, 40),
        _before(shapes.chars), _before(shapes.chars * sentence), inside,
        np.clip(at - start, -_FAR, _FAR), np.clip(stop - at, -_FAR, _FAR), _since(ends, 30), _since(cued, _FAR),
        _until(cued, _FAR), _since(mark > 0, _FAR), _until(mark > 0, _FAR), _since(long, _FAR), _until(long, _FAR),
        near, sentence, cued, mark, _twin(shapes),
        *(_window(column, reach) for reach in _REACHES
          for column in (sentence, shapes.own[:, 0], cued, shapes.own[:, AT["common"]], mark, gaps)),
        *(_shifted(shapes.own[:, AT[name]], by) for by in _AROUND for name in _NEIGHBOURS),
        *(_shifted(column, by) for by in _AROUND for column in (sentence, cued, mark)),
        *list_columns(shapes, near),
    ]  # fmt: skip
    return np.column_stack([*columns, *(np.full(total, value) for value in _page(shapes, start, stop, gaps))])


def second(first: Floats, chances: Floats, shapes: Shapes) -> Floats:
    """The rows of `features` with what the first model made of the lines around, and of the block they make."""
    total = len(chances)
    at = np.arange(total)
    odds = np.log((chances + _ODDS) / (1 + _ODDS - chances))
    weighed = odds * np.minimum(3.0, 0.3 + shapes.chars / 80)
    start, stop = best_block(weighed.tolist())
    inside = (at >= start) & (at < stop)
    kept = chances >= 0.5
    mass = chances * shapes.chars
    whole = mass.sum() or 1.0
    sizes = np.sort(shapes.chars[kept & inside]) if (kept & inside).any() else np.zeros(1)
    near = shared(shapes, inside & kept)
    columns = [
        first, chances, weighed, inside, np.clip(at - start, -30, 30), np.clip(stop - at, -30, 30),
        _before(mass), _since(kept, 20), _until(kept, 20), _since(kept & (shapes.chars > 100), 20),
        _until(kept & (shapes.chars > 100), 20), near, _alike(chances, shapes),
        shapes.chars / (sizes[len(sizes) // 2] + 40.0),
        *(_shifted(chances, by) for by in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)),
        *nearness(shapes, near), *(_window(chances, reach) for reach in _REACHES),
        *(_window(mass, reach) / whole for reach in _REACHES),
    ]  # fmt: skip
    page = (
        mass[inside].sum() / whole,
        np.log1p(whole),
        kept.mean(),
        (stop - start) / total,
        sizes[len(sizes) // 2],
    )
    return np.column_stack([*columns, *(np.full(total, value) for value in page)])


def shared(shapes: Shapes, inside: Bools) -> Floats:
    """The share of a line's content words that the lines of a block have elsewhere. Of the sum over words."""
    letters = shapes.letters
    word, line = letters.word[shapes.content], letters.line[shapes.content]
    if not len(word):
        return np.zeros(len(inside))
    _, ident = np.unique(word, return_inverse=True)
    own = inside[line]
    counts = np.bincount(ident[own], minlength=int(ident.max()) + 1)
    found = counts[ident] > own
    size = np.bincount(line, minlength=len(inside))
    share: Floats = np.bincount(line, weights=found, minlength=len(inside)) / np.maximum(size, 1)
    return share


def _page(shapes: Shapes, start: int, stop: int, gaps: Bools) -> tuple[float, ...]:
    """What holds of the whole page."""
    total = len(gaps)
    inner = np.sort(shapes.chars[start:stop]) if stop > start else np.zeros(1)
    sizes = np.sort(shapes.chars)
    closed = float((shapes.chars * shapes.sentence).sum() / (shapes.chars.sum() or 1.0))
    own = shapes.own
    return (
        np.log1p(total), float(shapes.mark.mean()), float(own[:, AT["thread"]].mean()),
        float(shapes.sentence.mean()), closed, float(inner[len(inner) // 2]), float(sizes[total // 2]),
        float(own[:, AT["common"]].mean()), float(own[:, AT["member"]].mean()), float(gaps.mean()),
        (stop - start) / total, float(own[:, AT["han"]].mean()), float(own[:, AT["bullet"]].mean()),
    )  # fmt: skip


def _before(values: Floats) -> Floats:
    """The share of a sum that stands before each line."""
    sums = np.cumsum(values)
    return (sums - values) / (sums[-1] or 1.0)


def _since(marks: Bools, most: int) -> Floats:
    """How many lines ago the last mark stood; at most `most`."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -most - 1))
    return np.minimum(at - last, most).astype(float)


def _until(marks: Bools, most: int) -> Floats:
    """How many lines ahead the next mark stands; at most `most`."""
    return _since(marks[::-1], most)[::-1]


def _shifted(values: Floats | Bools, by: int) -> Floats:
    """The value of the line `by` lines on; -1 outside of the page."""
    out = np.full(len(values), -1.0)
    if by > 0:
        out[:-by] = values[by:]
    else:
        out[-by:] = values[:by]
    return out


def _window(values: Floats | Bools, reach: int) -> Floats:
    """The mean over the lines at most `reach` away."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=float)))
    at = np.arange(len(values))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(values))
    means: Floats = (sums[high] - sums[low]) / (high - low)
    return means


def _twin(shapes: Shapes) -> Floats:
    """How like the lines before and after are in size: 1 where rows of a list have one length."""
    size = shapes.own[:, 0]
    near = (np.abs(size - _shifted(size, 1)) + np.abs(size - _shifted(size, -1))) / 2
    return 1.0 / (1.0 + near)


def _alike(chances: Floats, shapes: Shapes) -> Floats:
    """The mean chance of the lines that are alike: of one size, ending and opening."""
    own = shapes.own
    key: Ints = (
        np.minimum(own[:, 0] * 2, 20).astype(np.int64) * 8
        + own[:, AT["closed"]].astype(np.int64) * 4
        + own[:, AT["upper_first"]].astype(np.int64) * 2
        + (own[:, AT["capital"]] > 0.5)
    )
    counts = np.bincount(key)
    means = np.bincount(key, weights=chances) / np.maximum(counts, 1)
    found: Floats = means[key]
    return found
