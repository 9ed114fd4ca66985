"""The cost of the ordered half per article as its windows fill: it must stay flat."""

import gc
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from time import process_time
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from coranto.bench.result import Point
from coranto.bench.stages import Bench, by_time, door
from coranto.types import CopyEdge

_START = datetime(2020, 1, 1)
_DAYS = 3
_LEAST = 300
_PROBE = 1000
_SHARED = (type, ModuleType, FunctionType, BuiltinFunctionType)


def flatness(bench: Bench, sizes: Sequence[int]) -> tuple[Point, ...]:
    """CPU seconds and memory per article with each number of live articles that the inputs allow.

    Of each size the last articles of the inputs are taken, their times spread evenly over three days, so that
    none leaves a window before all have come. The very last (at most 1,000) are timed: the same ones at every
    size, so that only the number of live articles differs.
    """
    have = len(bench.prints)
    usable = sorted({size for size in sizes if _LEAST < size <= have})
    missing = sorted({size for size in sizes if size > have})
    if missing:
        bench.skipped.append(f"curve at {', '.join(f'{size:,}' for size in missing)}: only {have:,} articles")
        if have > 2 * _LEAST and (not usable or have > usable[-1]):
            usable.append(have)
    # What the bench itself holds is no load of the line: the collector leaves it alone.
    gc.collect()
    gc.freeze()
    try:
        return tuple([_point(bench, size, min(_PROBE, usable[0] // 2)) for size in usable])
    finally:
        gc.unfreeze()


def _point(bench: Bench, size: int, probe: int) -> Point:
    copies, stories, align = door("copies", "CopyIndex")(), door("story", "StoryIndex")(), door("copies", "align")
    times = [(_START + timedelta(days=_DAYS) * at / size).isoformat(timespec="seconds") for at in range(size)]
    order = by_time(bench)[-size:]
    prints = [replace(bench.prints[at], when=when) for at, when in zip(order, times, strict=True)]
    slots = [replace(bench.slots[at], when=when) for at, when in zip(order, times, strict=True)]
    place = {print_.article: at for at, print_ in enumerate(prints)}
    spent = [0.0, 0.0]
    for at, (mine, slot) in enumerate(zip(prints, slots, strict=True)):
        started = process_time()
        edges: list[CopyEdge] = []
        for candidate in copies.add(mine):
            other = place[candidate.parent]
            pair = bench.articles[order[at]], bench.articles[order[other]]
            edge = align(*pair, candidate, mine, prints[other])
            if edge is not None:
                edges.append(edge)
        traced = process_time()
        stories.add(slot, edges)
        if at >= size - probe:
            spent[0] += traced - started
            spent[1] += process_time() - traced
    held = memory((copies, stories)) / 1024 / size
    return Point(
        live=size, seconds=sum(spent) / probe, copies=spent[0] / probe, stories=spent[1] / probe, kilobytes=held
    )


def memory(roots: Iterable[object]) -> int:
    """The bytes of all objects that can be reached from some, classes, functions and modules left out."""
    seen: set[int] = set()
    waiting: list[Any] = list(roots)
    total = 0
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, _SHARED):
            continue
        seen.add(id(one))
        total += sys.getsizeof(one)
        waiting.extend(gc.get_referents(one))
    return total
