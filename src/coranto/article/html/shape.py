"""Numbers for one line of a page by itself: its form, its links, its type; no word of any language."""

import math
import re
from typing import NamedTuple

from coranto.article.html.walk import Line

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STOP = re.compile(r"""[.!?。！？؟।]["'”’»)\]]{0,3}(?:\s?\([^()]{1,20}\))?$""")
_DOTS = re.compile(r"(?:…|\.\.\.)[\"'”’»)\]]*$")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")
_MARKS = re.compile(r"[|»›/•·#]")
_COMMAS = re.compile("[,،、，;]")
_DIGIT = re.compile(r"\d")
_HEAD = 1200
SIZE, LINKED, CLOSED = 0, 3, 5
"""Places of three of the numbers of `Shape.own`."""


class Shape(NamedTuple):
    """What one line looks like on its own; `chars` counts a Chinese, Japanese or Korean sign as three."""

    own: tuple[float, ...]
    chars: int
    linked: float
    sentence: bool
    words: frozenset[str]


def shape(line: Line) -> Shape:
    """The shape of one line. Linear in its first 1,200 characters."""
    text = line.text
    head, total = text[:_HEAD], len(text)
    tokens = _WORD.findall(head)
    count = len(tokens) or 1
    cjk = 0 if head.isascii() else len(_CJK.findall(head))
    chars = total + 2 * (cjk if total <= _HEAD else cjk * total // _HEAD)
    tail = text[-40:]
    closed = _STOP.search(tail) is not None
    dots = ("…" in tail or "..." in tail) and _DOTS.search(tail) is not None
    first, upper, short = text[0], 0, 0
    for token in tokens:
        if token[0].isupper():
            upper += 1
        elif len(token) < 4:
            short += 1
    digits = len(_DIGIT.findall(head, 0, 300)) / min(total, 300)
    linked = min(1.0, line.linked / total)
    sentence = closed and not dots and chars >= 40 and linked < 0.5 and upper < 0.7 * count
    size = math.log1p(chars)
    own = (
        size, math.log1p(len(tokens)), sum(map(len, tokens)) / count, linked, min(line.linked, 400),
        closed, dots, text[-1] == ":", min(len(_COMMAS.findall(head)), 12),
        first.isupper(), first.islower(), first.isdigit(), first in "\"'“‘«„",
        upper / count, short / count, digits, first in "-–—•*·▪►‣",
        digits > 0 and _CLOCK.search(head, 0, 200) is not None,
        digits > 0 and _YEAR.search(head, 0, 200) is not None,
        "@" in head or "http" in head or "www." in head or ".com" in head,
        min(len(_MARKS.findall(head, 0, 200)), 6), text.isupper(),
        cjk / total, line.bold / total, line.slanted / total, line.timed, min(line.images, 4),
    )  # fmt: skip
    words = frozenset([token.lower() for token in tokens if len(token) > 4])
    return Shape(own, chars, linked, sentence, words)
