"""The lines before and after the block of an article that are of it too: standfirsts set as a list above the text,
short sentences that end it, and paragraphs that go on after a line that mostly ends articles ("Also read")."""

import re
from collections.abc import Sequence

from coranto.article.dump.shape import Shape
from coranto.article.dump.text import Line

_CLOSED = re.compile(r"""[.!?。！？؟।]["'”’»)\]]*$""")
_BULLET = re.compile(r"^[-–—•*·▪►]\s")
_LIKELY = 0.3
_LEAST, _MOST = 60, 160
_ABOVE, _BELOW = 4, 2
_SURE, _LONG, _REACH = 0.7, 80, 45


def edges(
    lines: Sequence[Line], shapes: Sequence[Shape], found: Sequence[float], start: int, stop: int
) -> frozenset[int]:
    """The places of the lines beside the block from `start` to `stop` that are of the article too."""
    out: set[int] = set()
    if start >= stop:
        return frozenset()
    at = start - 1
    while at >= max(0, start - _ABOVE) and _is_standfirst(lines[at].text, shapes[at], found[at]):
        out.add(at)
        at -= 1
    at = stop
    while at < min(len(lines), stop + _BELOW) and _is_closing(lines[at].text, shapes[at], found[at]):
        out.add(at)
        at += 1
    beyond = range(stop, min(len(lines), stop + _REACH))
    return frozenset(out).union(at for at in beyond if _goes_on(shapes[at], found[at]))


def _is_standfirst(text: str, one: Shape, chance: float) -> bool:
    return chance >= _LIKELY and one.chars >= _LEAST and not one.cues.groups and _BULLET.match(text) is not None


def _is_closing(text: str, one: Shape, chance: float) -> bool:
    return chance >= _LIKELY and one.chars < _MOST and not one.cues.groups and _CLOSED.search(text) is not None


def _goes_on(one: Shape, chance: float) -> bool:
    return chance >= _SURE and one.sentence and one.chars >= _LONG and not one.cues.groups
