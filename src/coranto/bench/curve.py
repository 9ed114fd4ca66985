"""The cost of the ordered half per article as its windows fill: it must stay flat."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median

from coranto.bench.measure import cpu
from coranto.bench.result import Point
from coranto.bench.stages import Bench, door
from coranto.types import CopyEdge

_START = datetime(2020, 1, 1)
_DAYS = 3
_CHUNK = 50
_CHUNKS = 6


def flatness(bench: Bench, sizes: Sequence[int]) -> tuple[Point, ...]:
    """CPU seconds per article with each number of live articles that the inputs allow.

    The articles' times are spread evenly over three days, so that none of them leaves a window before all
    have come; the last 300 of each size are timed in chunks of 50, and the median chunk counts.
    """
    have = len(bench.prints)
    probe = _CHUNK * _CHUNKS
    usable = sorted({size for size in sizes if probe < size <= have})
    missing = sorted({size for size in sizes if size > have})
    if missing:
        bench.skipped.append(f"curve at {', '.join(f'{size:,}' for size in missing)}: only {have:,} articles")
        if have > 2 * probe and (not usable or have > usable[-1]):
            usable.append(have)
    return tuple(_point(bench, size) for size in usable)


def _point(bench: Bench, size: int) -> Point:
    copies, stories, align = door("copies", "CopyIndex")(), door("story", "StoryIndex")(), door("copies", "align")
    times = [(_START + timedelta(days=_DAYS) * at / size).isoformat(timespec="seconds") for at in range(size)]
    order = _spread(len(bench.prints), size)
    prints = [replace(bench.prints[at], when=when) for at, when in zip(order, times, strict=True)]
    slots = [replace(bench.slots[at], when=when) for at, when in zip(order, times, strict=True)]
    place = {print_.article: at for at, print_ in enumerate(prints)}
    chunks: list[float] = []
    started = cpu()
    for at, (mine, slot) in enumerate(zip(prints, slots, strict=True)):
        edges: list[CopyEdge] = []
        for candidate in copies.add(mine):
            other = place[candidate.parent]
            pair = bench.articles[order[at]], bench.articles[order[other]]
            edge = align(*pair, candidate, mine, prints[other])
            if edge is not None:
                edges.append(edge)
        stories.add(slot, edges)
        if (at + 1) % _CHUNK == size % _CHUNK:
            now = cpu()
            chunks.append((now - started) / _CHUNK)
            started = now
    return Point(live=size, seconds=median(chunks[-_CHUNKS:]))


def _spread(have: int, size: int) -> list[int]:
    """Which articles stand in a window of that size: all over the input, so that each size has the same mix."""
    return [at * have // size for at in range(size)]
