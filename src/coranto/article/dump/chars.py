"""The characters of all lines of a page as one array: what kind each is, which words they make, sums by line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Words = NDArray[np.uint64]

LETTER, UPPER, LOWER, DIGIT, HAN, HANGUL, COMMA, BAR, STOP, QUOTE, CODE, SPACE = (1 << n for n in range(12))
_SETS = {
    COMMA: ",،、，;；", BAR: "|»›/•·▸►→", STOP: ".!?。！？؟।", QUOTE: "\"“”«»„「」『』‟", CODE: "{}=<>\\",
    SPACE: " \t\u00a0\u3000",
}  # fmt: skip
_RANGES = {HAN: ((0x3040, 0x30FF), (0x3400, 0x9FFF)), HANGUL: ((0xAC00, 0xD7AF),)}
_HEAD, _TAIL = 1950, 50
_LONGEST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Chars:
    """`kinds` of all characters, `starts` of the lines among them, and of each word its hash, its line, its
    size in characters, whether it is Han or kana, of which each sign is a word, and whether it has a capital."""

    text: str
    codes: Ints
    kinds: Ints
    starts: Ints
    ends: Ints
    word: Words
    line: Ints
    size: Ints
    han: Bools
    capital: Bools

    def count(self, kind: int) -> Floats:
        """How many characters of a kind each line holds."""
        held: Floats = ((self.kinds & kind) != 0).astype(np.float64)
        found: Floats = np.add.reduceat(held, self.starts)
        return found

    def per_line(self, values: Floats | Ints | Bools) -> Floats:
        """The sum of a value of each word, by line."""
        sums: Floats = np.bincount(self.line, weights=values, minlength=len(self.starts)).astype(np.float64)
        return sums


def chars_of(texts: Sequence[str]) -> Chars:
    """The characters of lines; of a long line the first 1,950 and the last 50."""
    heads = [text if len(text) <= _HEAD + _TAIL else text[:_HEAD] + text[-_TAIL:] for text in texts]
    joined = "\n".join(heads) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.int64)
    codes = np.minimum(codes, 0xFFFF)
    kinds, low = _tables()
    kind = kinds[codes]
    stops = np.cumsum([len(head) + 1 for head in heads]) if heads else np.zeros(0, dtype=np.int64)
    starts = np.concatenate(([0], stops[:-1])) if heads else stops
    opens, closes = _bounds(kind)
    return Chars(
        text=joined, codes=codes, kinds=kind, starts=starts, ends=stops - 1,
        word=_hashes(low[codes], opens, closes),
        line=np.searchsorted(stops, opens, side="right"), size=closes - opens,
        han=(kind[opens] & HAN) != 0, capital=(kind[opens] & UPPER) != 0,
    )  # fmt: skip


def hash_words(found: Iterable[str]) -> Words:
    """The sorted hashes of the first words of strings, as `Chars.word` has them."""
    letters = chars_of(list(found))
    return np.unique(letters.word[np.unique(letters.line, return_index=True)[1]])


def among(word: Words, known: Words) -> Bools:
    """Which words are among the known ones (sorted)."""
    if not len(known):
        return np.zeros(len(word), dtype=bool)
    at = np.minimum(np.searchsorted(known, word), len(known) - 1)
    found: Bools = known[at] == word
    return found


def _bounds(kind: Ints) -> tuple[Ints, Ints]:
    """Where words open and close."""
    letter, han = (kind & (LETTER | DIGIT)) != 0, (kind & HAN) != 0
    before = np.concatenate(([False], letter[:-1]))
    after_han = np.concatenate(([False], han[:-1]))
    opens = letter & (~before | han | after_han)
    next_open = np.concatenate((opens[1:], [False]))
    next_letter = np.concatenate((letter[1:], [False]))
    closes = letter & (~next_letter | next_open)
    return np.flatnonzero(opens), np.flatnonzero(closes) + 1


def _hashes(low: Ints, opens: Ints, closes: Ints) -> Words:
    """A polynomial hash of each word in lower case, modulo 2**64; of a very long word its first 64 characters."""
    if not len(opens):
        return np.zeros(0, dtype=np.uint64)
    sizes = np.minimum(closes - opens, _LONGEST)
    before = np.cumsum(sizes) - sizes
    inner = np.arange(int(sizes.sum())) - np.repeat(before, sizes)
    values = (low[np.repeat(opens, sizes) + inner].astype(np.uint64) + np.uint64(1)) * _powers()[inner]
    return np.add.reduceat(values, before)


@cache
def _powers() -> Words:
    value, out = 1, []
    for _ in range(_LONGEST):
        value = value * 0x9E3779B97F4A7C15 % (1 << 64)
        out.append(value)
    return np.array(out, dtype=np.uint64)


@cache
def _tables() -> tuple[Ints, Ints]:
    """Of each character below U+10000 its kinds and its lower case."""
    kinds = np.zeros(0x10000, dtype=np.int64)
    low = np.arange(0x10000, dtype=np.int64)
    for code in range(0xFFFF):
        char = chr(code)
        if char.isdigit():
            kinds[code] = DIGIT
        elif char.isalpha() or char in "_©®":
            kinds[code] = LETTER | (UPPER if char.isupper() else LOWER if char.islower() else 0)
            small = char.lower()
            low[code] = ord(small) if len(small) == 1 else code
    for kind, ranges in _RANGES.items():
        for first, last in ranges:
            kinds[first : last + 1] |= kind | LETTER
    for kind, signs in _SETS.items():
        for char in signs:
            kinds[ord(char)] |= kind
    return kinds, low
