"""What the encoder sees of a line of words: pieces, how each word is written, and which lists know it."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coranto.data import rows
from coranto.reading.encoder.pieces import FIRST, LAST, PAD, pieces
from coranto.reading.names.tokens import Token
from coranto.reading.names.traits import word_class
from coranto.reading.speech.cues import forms

_LISTS = "gGfechdrpbtl"  # the letters of `traits.word_class`
_SAY, _CALENDAR, _QUOTED, _OPENS, _LOUD, _SOURCE, _TARGET = (1 << len(_LISTS) + n for n in range(7))
BITS = len(_LISTS) + 7
SHAPES = 9  # 0 is no word
WORDS = 128  # of one line; a longer one is cut
_WRITTEN = {"l": 1, "C": 2, "i": 5, "n": 6, "p": 7, "s": 8}
Span = tuple[int, int]


class Line(NamedTuple):
    """One line of words as numbers. `ids`, `shapes` and `bits` go piece by piece, with the marks at both ends;
    `first` is where each word begins among them."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    bits: tuple[int, ...]
    first: tuple[int, ...]


class Batch(NamedTuple):
    """Lines side by side, shorter ones filled with zeros: `ids`, `shapes` (int64) and `bits` (float32, one more
    axis of `BITS`) by piece, `first` (int64) by word."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    bits: NDArray[np.float32]
    first: NDArray[np.int64]


@cache
def _calendar() -> frozenset[str]:
    months = (name for row in rows("months") for name in row["names"][:2])
    return frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", *months])


@lru_cache(maxsize=32_768)
def _word(text: str, shape: str) -> tuple[tuple[int, ...], int, int]:
    """Pieces, shape and list bits of one word."""
    written = _WRITTEN[shape]
    if shape == "C":
        written = 3 if text.isupper() and len(text) > 1 else 4 if text[1:] != text[1:].lower() else 2
    bits = 0
    if shape not in "nps":
        known = word_class(text)
        bits = sum([1 << n for n, letter in enumerate(_LISTS) if letter in known])
        low = text.lower()
        bits |= (_SAY if low in forms() else 0) | (_CALENDAR if low in _calendar() else 0)
    return pieces(text), written, bits


def line(tokens: Sequence[Token], plain: bool = True, source: Span = (0, 0), target: Span = (0, 0)) -> Line:
    """The first `WORDS` tokens of a unit as numbers. `plain` is False where capitals say nothing; `source` and
    `target` mark the words of a pair whose event is asked for."""
    ids, shapes, marks, first = [FIRST], [0], [0], list[int]()
    inside = False
    for n, token in enumerate(tokens[:WORDS]):
        parts, shape, bits = _word(token.text, token.shape)
        if shape == 7 and token.text in '"“”«»„':
            inside = not inside if token.text == '"' else token.text in "“«„"
        bits |= (_QUOTED if inside else 0) | (_OPENS if n == 0 else 0) | (0 if plain else _LOUD)
        bits |= (_SOURCE if source[0] <= n < source[1] else 0) | (_TARGET if target[0] <= n < target[1] else 0)
        first.append(len(ids))
        ids.extend(parts)
        shapes.extend([shape] * len(parts))
        marks.extend([bits] * len(parts))
    return Line((*ids, LAST), (*shapes, 0), (*marks, 0), tuple(first))


def batch(lines: Sequence[Line]) -> Batch:
    """Lines as arrays."""
    long = max(len(one.ids) for one in lines)
    most = max(len(one.first) for one in lines)
    ids = np.full((len(lines), long), PAD, np.int64)
    shapes = np.zeros((len(lines), long), np.int64)
    packed = np.zeros((len(lines), long), np.int64)
    first = np.zeros((len(lines), most), np.int64)
    for n, one in enumerate(lines):
        size = len(one.ids)
        ids[n, :size], shapes[n, :size], packed[n, :size] = one.ids, one.shapes, one.bits
        first[n, : len(one.first)] = one.first
    bits = (packed[..., None] >> np.arange(BITS) & 1).astype(np.float32)
    return Batch(ids, shapes, bits, first)
