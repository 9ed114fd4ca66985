"""Numbers that tell a line of the article from the rest of a page: its form, the elements it stands in, what those
are called, what the page's own data repeat, and its neighbours. One row for each line; no word of any language.

The set joins what text density (Kohlschütter, Fankhauser and Nejdl 2010), readability and the line classifiers
measured on WCXB look at; `further` adds what a first opinion on all lines says of a line's surroundings (stacking).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coranto.article.dump.features import best_block
from coranto.article.html.known import Known, key
from coranto.article.html.shape import SIZE, Shape, shape
from coranto.article.html.walk import Walked

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_FAR = 10.0
_LEVELS = 5
_NEAR = (-3, -2, -1, 1, 2, 3)
_BESIDE = (SIZE, 3, 5, 13)
_SURE = 0.7
_CORE = 0.6


@dataclass(frozen=True, slots=True)
class View:
    """A page as the features see it. `mass` has for each element what stands in it and below: lines, characters,
    characters in links, characters in sentences; `line_mass` the same for each line. `signs` are `signatures`."""

    walked: Walked
    known: Known
    keys: Sequence[str]
    shapes: Sequence[Shape]
    line_mass: Floats
    mass: Floats
    element: Ints
    parent: Ints
    depth: Ints
    signs: tuple[Ints, Ints]


def view(walked: Walked, known: Known) -> View:
    """A page with the shapes and keys of its lines and the mass of its elements."""
    shapes = [shape(line) for line in walked.lines]
    rows = [(1.0, one.chars, one.linked * one.chars, one.chars * one.sentence) for one in shapes]
    line_mass = np.array(rows, dtype=np.float64).reshape(len(rows), 4)
    element = np.array([line.element for line in walked.lines], dtype=np.int64)
    parent = np.array([one.parent for one in walked.elements], dtype=np.int64)
    depth = np.array([one.depth for one in walked.elements], dtype=np.int64)
    return View(
        walked, known, [key(line.text) for line in walked.lines], shapes, line_mass,
        summed(line_mass, element, parent, depth), element, parent, depth,
        signatures(walked, element),
    )  # fmt: skip


def summed(values: Floats, element: Ints, parent: Ints, depth: Ints) -> Floats:
    """Values of lines added up in each element and in those above it; shape (elements, columns)."""
    sums = np.zeros((len(parent), values.shape[1]))
    np.add.at(sums, element, values)
    order = np.argsort(-depth, kind="stable")
    edges = np.flatnonzero(np.diff(depth[order])) + 1
    for level in np.split(order, edges):
        level = level[parent[level] >= 0]
        np.add.at(sums, parent[level], sums[level])
    return sums


def added(values: Floats, group: Ints, groups: int) -> Floats:
    """Values added up in each group; shape (groups, columns)."""
    return np.stack([np.bincount(group, weights=column, minlength=groups) for column in values.T], axis=1)


def _chain(seen: View, levels: int) -> list[Ints]:
    """The element of each line, then the one above it, and so on; the body is above itself."""
    over = np.maximum(seen.parent, 0)
    chain = [seen.element]
    for _ in range(levels - 1):
        chain.append(over[chain[-1]])
    return chain


def features(seen: View) -> Floats:
    """One row of numbers per line, shape (lines, features). Linear in the lines and in their depth."""
    if not seen.shapes:
        return np.zeros((0, 1))
    own = np.array([one.own for one in seen.shapes])
    parts = [own, _marks(seen), _mass(seen), _like(seen), _data(seen), _places(seen), _beside(own, seen)]
    return np.hstack(parts)


def _marks(seen: View) -> Floats:
    """How many elements up each kind of mark stands; `_FAR` where it doesn't."""
    depth = seen.depth[seen.element].astype(float)
    spots: dict[tuple[int, ...], int] = {}
    which = [spots.setdefault(line.marks, len(spots)) for line in seen.walked.lines]
    marks = np.array(list(spots), dtype=float)[which]
    return np.hstack([np.minimum(depth[:, None] - marks, _FAR), depth[:, None]])


def _mass(seen: View) -> Floats:
    """The mass of the elements above a line, and how far it stands from the element that holds most sentences."""
    lines, chars, linked, said = seen.mass.T
    held = np.maximum(chars, 1)
    by_element = np.stack(
        [
            linked / held, said / (said[0] or 1), np.log1p(lines), said / held,
            np.log1p(chars / np.maximum(lines, 1)),
        ],
        axis=1,
    )  # fmt: skip
    parts = [by_element[at] for at in _chain(seen, _LEVELS)]
    for target in (_core(seen), _top(seen)):
        up, down = _steps(seen.parent.tolist(), target)
        parts.append(np.minimum(np.stack([up[seen.element], down[seen.element]], axis=1), _FAR))
    return np.hstack(parts)


def _steps(parent: Sequence[int], target: int) -> tuple[Floats, Floats]:
    """For each element: steps up to the first element that also holds the target, and from there down to it."""
    down = [-1] * len(parent)
    up = [0] * len(parent)
    at, steps = target, 0
    while at >= 0:
        down[at] = steps
        at, steps = parent[at], steps + 1
    for at, over in enumerate(parent):
        if down[at] < 0:
            up[at], down[at] = up[over] + 1, down[over]
    return np.array(up, dtype=float), np.array(down, dtype=float)


def _core(seen: View) -> int:
    """The deepest element that is reached by going where most of the sentences are."""
    children: dict[int, list[int]] = {}
    said, lines = seen.mass[:, 3].tolist(), seen.mass[:, 0].tolist()
    for at, over in enumerate(seen.parent.tolist()):
        if said[at]:
            children.setdefault(over, []).append(at)
    at = 0
    while at in children:
        best = max(children[at], key=said.__getitem__)
        if said[best] < _CORE * said[at] or lines[best] < 2:
            break
        at = best
    return at


def _top(seen: View) -> int:
    """The element whose children and grandchildren say most, as readability counts it."""
    said = seen.line_mass[:, 3]
    score = np.zeros(len(seen.parent))
    parent = seen.parent[seen.element]
    np.add.at(score, parent[parent >= 0], said[parent >= 0])
    over = np.where(parent >= 0, seen.parent[parent], -1)
    np.add.at(score, over[over >= 0], said[over >= 0] / 2)
    return int(np.argmax(score))


def signatures(walked: Walked, element: Ints) -> tuple[Ints, Ints]:
    """For two ways of saying which lines are set alike: a number for each line, the same for lines alike.

    One goes by the tag and class of the element and of the one above it, the other by tags and depth alone.
    """
    near: dict[tuple[str, ...], int] = {}
    far: dict[tuple[str, str, int], int] = {}
    signs: dict[int, tuple[int, int]] = {}
    elements, lines = walked.elements, element.tolist()
    for at in dict.fromkeys(lines):
        one = elements[at]
        over = elements[max(one.parent, 0)]
        first = near.setdefault((one.tag, one.names, over.tag, over.names), len(near))
        signs[at] = first, far.setdefault((one.tag, over.tag, one.depth), len(far))
    found = np.array([signs[at] for at in lines], dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def _like(seen: View) -> Floats:
    """What the lines set alike hold together, and how often a line is repeated."""
    said, total = seen.mass[0, 3] or 1, len(seen.shapes)
    repeats = Counter(seen.keys)
    parts = [np.array([[min(repeats[own], 4), float(own == "")] for own in seen.keys], dtype=float)]
    for sign in seen.signs:
        lines, chars, linked, told = added(seen.line_mass, sign, int(sign.max()) + 1).T
        held = np.maximum(chars, 1)
        rows = [np.log1p(lines), lines / total, told / said, told / held, linked / held, np.log1p(chars / lines)]
        parts.append(np.stack(rows, axis=1)[sign])
    return np.hstack(parts)


def _data(seen: View) -> Floats:
    """What title, description and structured body of the page say to a line."""
    known = seen.known
    has_body = 1.0 if known.body else -1.0
    heads = [float(own == known.title and own != "") for own in seen.keys]
    first = heads.index(1.0) if 1.0 in heads else -1
    rows = []
    told = 0
    for at, (own, one) in enumerate(zip(seen.keys, seen.shapes, strict=True)):
        inside = float(len(own) > 12 and own in known.body) if known.body else -1.0
        rows.append([
            heads[at], float(len(own) > 20 and any(own[:80] in said for said in known.descriptions)),
            inside, has_body,
            float(first >= 0), max(-_FAR, min(40.0, at - first)) if first >= 0 else -20.0,
            math.log1p(told) if 0 <= first < at else -1.0, float(known.forum), known.place(own),
        ])  # fmt: skip
        if 0 <= first < at:
            told += one.chars * one.sentence
    return np.array(rows)


def _places(seen: View) -> Floats:
    """Where a line stands among lines, characters, sentences, headings, and about the best run of sentences."""
    total = len(seen.shapes)
    at = np.arange(total, dtype=float)
    chars, said = seen.line_mass[:, 1], seen.line_mass[:, 3]
    start, stop = best_block([_likeness(one) for one in seen.shapes])
    level = np.array([_level(seen.walked.elements[line.element].tag) for line in seen.walked.lines], dtype=float)
    last = np.maximum.accumulate(np.where(level > 0, at, -1))
    since = np.where(last >= 0, np.minimum(at - last, 20), 21)
    under = np.where(last >= 0, level[last.astype(int)], 0)
    page = [math.log1p(total), said.sum() / (chars.sum() or 1), math.log1p(said.sum()), (said > 0).mean()]
    columns = [
        at / total, np.minimum(at, 60), np.minimum(total - 1 - at, 60),
        (np.cumsum(chars) - chars) / (chars.sum() or 1),
        (np.cumsum(said) - said) / (said.sum() or 1), (at >= start) & (at < stop), np.clip(at - start, -20, 20),
        np.clip(stop - at, -20, 20), level, since, under, *(np.full(total, value) for value in page),
    ]  # fmt: skip
    return np.stack([np.asarray(column, dtype=float) for column in columns], axis=1)


def _level(tag: str) -> int:
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0


def _likeness(one: Shape) -> float:
    """How much a line is like a sentence, in characters won or lost."""
    if one.sentence:
        return min(one.chars, 400) * (1 - one.linked)
    return -25.0 - 40.0 * one.linked


def _beside(own: Floats, seen: View) -> Floats:
    """The neighbours of a line and whether they stand in the same element or a like one."""
    total = len(own)
    element, parent = seen.element, seen.parent[seen.element]
    columns = []
    for step in _NEAR:
        at = np.arange(total) + step
        there = (at >= 0) & (at < total)
        spot = np.clip(at, 0, total - 1)
        columns += [np.where(there, own[spot, column], -1.0) for column in _BESIDE]
        columns.append(np.where(there, (parent[spot] == parent) + 1.0 * (element[spot] == element), -1.0))
    sentences = np.array([one.sentence for one in seen.shapes], dtype=float)
    columns += [around(sentences, reach) for reach in (2, 5, 10)]
    return np.stack(columns, axis=1)


def around(values: Floats, reach: int) -> Floats:
    """The mean of each value and of `reach` on both sides of it."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    at = np.arange(len(values))
    low, high = np.maximum(0, at - reach), np.minimum(len(values), at + reach + 1)
    found: Floats = (sums[high] - sums[low]) / (high - low)
    return found


def further(seen: View, chances: Floats) -> Floats:
    """What a first opinion says of a line, its neighbours, its elements, its like, and the words it shares. Shape
    (lines, more features)."""
    total = len(chances)
    if not total:
        return np.zeros((0, 1))
    odds = np.log((chances + 0.002) / (1.002 - chances))
    chars = seen.line_mass[:, 1]
    at = np.arange(total, dtype=float)
    columns: list[Floats] = [odds]
    for step in _NEAR:
        near = np.arange(total) + step
        columns.append(np.where((near >= 0) & (near < total), odds[np.clip(near, 0, total - 1)], -9.0))
    columns += [around(odds, reach) for reach in (3, 8)]
    weight = np.minimum(3.0, 0.3 + chars / 80)
    start, stop = best_block((odds * weight).tolist())
    inside = ((at >= start) & (at < stop)).astype(float)
    columns += [inside, np.clip(at - start, -20, 20), np.clip(stop - at, -20, 20)]
    columns += _shares(seen, chances, chars)
    columns += _shared(seen, chances)
    mass = chances * chars
    before = (np.cumsum(mass) - mass) / (mass.sum() or 1)
    columns += [before, np.full(total, math.log1p(mass.sum())), np.full(total, mass.sum() / (chars.sum() or 1))]
    return np.stack([np.asarray(column, dtype=float) for column in columns], axis=1)


def _shares(seen: View, chances: Floats, chars: Floats) -> list[Floats]:
    """The mean chance, by characters, in the elements above a line and among the lines set like it."""
    values = np.stack([chars, chances * chars], axis=1)
    held, sums = summed(values, seen.element, seen.parent, seen.depth).T
    chain = _chain(seen, _LEVELS)[1:]
    out = [sums[at] / np.maximum(held[at], 1) for at in chain]
    out += [sums[at] / (sums[0] or 1) for at in chain]
    for sign in seen.signs:
        like = added(values, sign, int(sign.max()) + 1)
        out.append((like[:, 1] / np.maximum(like[:, 0], 1))[sign])
    return out


def _shared(seen: View, chances: Floats) -> list[Floats]:
    """The share of a line's longer words that other lines have which are surely of the article."""
    inside: Counter[str] = Counter()
    sure = [chance >= _SURE and one.sentence for chance, one in zip(chances.tolist(), seen.shapes, strict=True)]
    for one, certain in zip(seen.shapes, sure, strict=True):
        if certain:
            inside.update(one.words)
    shares = []
    for one, certain in zip(seen.shapes, sure, strict=True):
        need = 2 if certain else 1
        known = sum(1 for word in one.words if inside[word] >= need)
        shares.append(known / len(one.words) if one.words else -1.0)
    return [np.array(shares)]
