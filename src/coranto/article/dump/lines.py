"""What each line of a plain-text page is: body, dek, byline, date, credit, heading, caption, insert, furniture ...

A tree model gives each line its chance to be of the article; the run of lines with the best sum of log odds is the
article's block; cue rows and hard ends correct it.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from coranto.article.credit import agency
from coranto.article.dump.cues import NONE
from coranto.article.dump.edges import edges
from coranto.article.dump.features import best_block
from coranto.article.dump.head import is_byline, is_date_line
from coranto.article.dump.model import classes, judge
from coranto.article.dump.picture import is_caption
from coranto.article.dump.shape import Shape, shapes_of
from coranto.article.dump.text import Line

Label = Literal[
    "title", "dek", "byline", "date", "credit", "body", "bullet", "head", "caption", "insert", "teaser",
    "furniture", "member",
]  # fmt: skip

_KEEP = 0.5
_KEEP_POST = 0.33
_LONG_SPARE = -0.2
_REST = 0.25
_MARKS, _MARKED = 10, 0.1
_BULLET = re.compile(r"^[-–—•*·▪►]\s")
_CREDIT_END = re.compile(
    r"[.!?\"”’]\s*[(\[](?:[A-Z][\w/.\- ]{1,24})[)\]]\.?$|^[-–—#*_=]{0,3}\s*\(?(?:ends?|ENDS?)\)?\s*[-–—#*]{0,3}$"
)
_SIGNED = re.compile(r"\((?=[A-Z])[\w.&'’/-]{2,20}(?: [A-Z][\w.&'’/-]{0,20}){0,3}\)$")
_STOP = re.compile(r"""[.!?。！？؟।:][\"'”’»)\]]*$""")
_BARE = 0.6
_HEAD = 90
_OUTER = ("title", "caption", "insert", "teaser")
_LEAD = 1.0
_MAX = 6000
_BEYOND = Shape(1, False, NONE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with its label and its chance to be of the article."""

    line: Line
    label: Label
    chance: float
    shape: Shape


def label_lines(lines: Sequence[Line], row: bool = False) -> list[Labelled]:
    """The labels of a page's lines; lines beyond the first 6,000 are furniture. Linear time.

    `row` says that a container told the title apart: a text without any cue of furniture is then kept whole.
    """
    seen = lines[:_MAX]
    if not seen:
        return []
    columns = shapes_of([line.text for line in seen])
    shapes = columns.each()
    judged = judge(columns, [line.gap for line in seen])
    found = _corrected(shapes, judged.chances.tolist(), row)
    twins = _twins(seen)
    found = [0.1 if at in twins else chance for at, chance in enumerate(found)]
    thread = is_thread(shapes)
    start, stop = (0, len(seen)) if thread else _block(shapes, found)
    keep = _KEEP_POST if thread else _KEEP
    beside = edges(seen, shapes, found, start, stop)
    spare = [max(chance - keep, 0.0) if at in beside else chance - keep for at, chance in enumerate(found)]
    labels = [
        "caption" if at in twins else _label(line.text, one, more, start <= at < stop or at in beside, at >= stop)
        for at, (line, one, more) in enumerate(zip(seen, shapes, spare, strict=True))
    ]
    likely = classes(judged, np.array([label in ("body", "bullet") for label in labels]))
    out = [
        Labelled(line, _finer(label, name, line.text, thread), chance, one)
        for line, label, name, chance, one in zip(seen, labels, likely, found, shapes, strict=True)
    ]
    out += [Labelled(line, "furniture", 0.0, _BEYOND) for line in lines[_MAX:]]
    return _heads(out)


def _corrected(shapes: Sequence[Shape], found: list[float], row: bool) -> list[float]:
    """The chances, raised for a page that is the bare text of an article."""
    if row and not any(one.cues.groups for one in shapes):
        return [max(chance, _BARE) for chance in found]
    if not _is_bare(shapes):
        return found
    return [
        max(chance, _BARE) if one.sentence or one.chars >= 40 else chance
        for one, chance in zip(shapes, found, strict=True)
    ]


def _finer(label: Label, name: str, text: str, thread: bool) -> Label:
    """The label that the model of classes gives a line, where the rules say no more than that it is kept or not."""
    if label == "body":
        return "bullet" if name == "bullet" else "head" if name == "head" and is_headlike(text) else label
    if label not in ("furniture", "teaser") or name == "furniture":
        return label
    return name if name in _OUTER or (thread and name == "member") else label  # type: ignore[return-value]


def is_headlike(text: str) -> bool:
    """Whether a line is short and ends no sentence."""
    return len(text) <= _HEAD and _STOP.search(text) is None


def _is_bare(shapes: Sequence[Shape]) -> bool:
    """Whether a page is the bare text of an article: no cue of furniture, and mostly sentences."""
    total = sum(one.chars for one in shapes)
    sentences = sum(one.chars for one in shapes if one.sentence)
    return sentences >= 0.6 * total and not any(one.cues.groups for one in shapes)


def _odds(one: Shape, chance: float) -> float:
    """The log odds of a line, weighted by its length; furniture cues on short lines count against it."""
    odds = math.log((chance + 0.002) / (1.002 - chance))
    if one.han > 0.4 and not one.sentence:
        odds = min(odds, 0.0) - 0.7  # headlines and captions in these scripts look long
    if one.sentence and one.chars >= 80 and chance > 0.1:
        odds += _LEAD  # a lost lead costs more than a kept blurb
    if one.cues.groups and one.chars < 140 and not one.sentence:
        odds = min(odds, -1.0)
    return odds * min(6.0, 0.3 + one.chars / 80)


def _block(shapes: Sequence[Shape], found: Sequence[float]) -> tuple[int, int]:
    """The bounds of the article's block, cut at the first hard end after enough of it was seen."""
    start, stop = best_block([_odds(one, chance) for one, chance in zip(shapes, found, strict=True)])
    chars = 0
    whole = sum(
        one.chars for one, chance in zip(shapes[start:stop], found[start:stop], strict=True) if chance >= _KEEP
    )
    for at in range(start, stop):
        if shapes[at].cues.ends and chars > 0.55 * whole and chars >= 300 and whole - chars <= _REST * whole:
            return start, at
        if found[at] >= _KEEP:
            chars += shapes[at].chars
    return start, stop


def is_thread(shapes: Sequence[Shape]) -> bool:
    """Whether a page is a thread: counters, ranks, dates and reply buttons stand between its paragraphs."""
    marks = sum(one.mark for one in shapes)
    return marks >= _MARKS and marks >= _MARKED * len(shapes)


def _label(text: str, one: Shape, spare: float, inside: bool, after: bool) -> Label:
    """The label of one line, before its neighbours are looked at; `spare` is its chance above what is kept."""
    groups = one.cues.groups
    if is_byline(text):
        return "byline"
    if not one.sentence and is_date_line(text):
        return "date"
    if "contact" in groups or _SIGNED.match(text) or (len(text) < 24 and agency(text)):
        return "credit"
    if groups and not (one.sentence and one.chars >= 160):
        return _cue_label(groups)
    if is_caption(text):
        return "caption"
    if not inside:
        return "teaser" if after and one.chars > 20 else "furniture"
    if spare < 0 and not (one.sentence and one.chars >= 80 and spare >= _LONG_SPARE):
        return "furniture"
    return "bullet" if _BULLET.match(text) else "body"


def _cue_label(groups: tuple[str, ...]) -> Label:
    for group, label in (("member", "member"), ("caption", "caption"), ("insert", "insert"), ("related", "teaser")):
        if group in groups:
            return label  # type: ignore[return-value]
    return "furniture"


def _twins(lines: Sequence[Line]) -> frozenset[int]:
    """The places of two lines in a row that begin alike: a caption and its short form, never paragraphs."""
    out = set()
    for at in range(1, len(lines)):
        if len(lines[at].text) > 80 and lines[at].text[:60] == lines[at - 1].text[:60]:
            out |= {at - 1, at}
    return frozenset(out)


def _heads(found: list[Labelled]) -> list[Labelled]:
    """Short kept lines without a full stop between longer ones become headings of parts."""
    out = list(found)
    for at, one in enumerate(found):
        if one.label != "body" or one.shape.chars > 90 or _STOP.search(one.line.text):
            continue
        after = next((x for x in found[at + 1 : at + 3] if x.label in ("body", "bullet")), None)
        before = next((x for x in reversed(found[max(0, at - 3) : at]) if x.label in ("body", "bullet")), None)
        if after is not None and before is not None and after.shape.chars > one.shape.chars:
            out[at] = Labelled(one.line, "head", one.chance, one.shape)
    return out
