"""How a line of words becomes the numbers of a model that was not made for us."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from coranto.reading.encoder.inputs import Span
from coranto.reading.encoder.pieces import Vocabulary
from coranto.reading.names.tokens import Token

_HALVES = re.compile("[\ud800-\udfff]")  # of characters: no encoder takes them


class Pieces(NamedTuple):
    """One line: the numbers of its pieces, and where each word begins among them; -1 for one beyond the window."""

    ids: tuple[int, ...]
    first: tuple[int, ...]


class Cutter(Protocol):
    """Whatever cuts words into the pieces of a model."""

    def cut(self, words: Sequence[Token]) -> Pieces:
        """The pieces of a line, cut where the window of the model ends."""
        ...


class WordPieces:
    """By a list of pieces; `ends` are the marks at both ends of a line."""

    def __init__(self, pieces: Vocabulary, ends: tuple[int, int], window: int) -> None:
        self._pieces = lru_cache(maxsize=32_768)(pieces.pieces)
        self._first, self._last = ends
        self._window = window

    def cut(self, words: Sequence[Token]) -> Pieces:
        """Whole words as long as they fit."""
        ids, first = [self._first], [-1] * len(words)
        for n, word in enumerate(words):
            found = self._pieces(word.text)
            if len(ids) + len(found) >= self._window:
                break
            first[n] = len(ids)
            ids.extend(found)
        return Pieces((*ids, self._last), tuple(first))


class Tokenizer:
    """By a `Tokenizer` of the package `tokenizers`, over the words as they stand in a line."""

    def __init__(self, tokenizer: Any, window: int) -> None:
        tokenizer.no_padding()
        tokenizer.enable_truncation(window)
        self._tokenizer = tokenizer

    def cut(self, words: Sequence[Token]) -> Pieces:
        """To each word the first piece that stands in it."""
        text, spans = laid(words)
        found = self._tokenizer.encode(text)
        offsets, first, at = found.offsets, list[int](), 0
        for start, end in spans:
            while at < len(offsets) and _ends_before(offsets[at], start):
                at += 1
            inside = at < len(offsets) and offsets[at][0] < end
            first.append(at if inside else -1)
        return Pieces(tuple(found.ids), tuple(first))


def _ends_before(piece: Span, start: int) -> bool:
    """Whether a piece ends before a word, or is a mark that stands for no text."""
    return piece[1] <= start or piece[0] == piece[1]


def laid(words: Sequence[Token]) -> tuple[str, list[Span]]:
    """The words as they stand in the line, with one blank for each gap, and where each is in that."""
    parts, spans, size = list[str](), list[Span](), 0
    for n, word in enumerate(words):
        if n and word.start > words[n - 1].end:
            parts.append(" ")
            size += 1
        parts.append(word.text)
        spans.append((size, size + len(word.text)))
        size += len(word.text)
    return _HALVES.sub("\ufffd", "".join(parts)), spans
