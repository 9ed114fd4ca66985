"""Sentence boundaries of newswire text, for Latin, Cyrillic, Arabic, Indic and CJK scripts.

Rules, no model: about a million words per CPU-second. Sentences never cross a paragraph break.
"""

import re
from collections.abc import Iterator

from coranto.data import words

_PARAGRAPH = re.compile(r"[^\n](?:.*(?:\n(?![^\S\n]*\n).+)*)")
_END = re.compile(r"""(?:[.!?…]+|\.\.\.)['"”’»)\]]*(?=\s|$)|[。！？؟।॥]+['"”’」』）]*""")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|[^\W_]+(?:-[^\W_]+)*$")
_NEXT = re.compile(r"\s*([\"'“‘«(\[—–-]*\s*)(\S)(\S*)")
_INITIAL = re.compile(r"^(?:[A-Z]|[A-Z](?:\.[A-Z])+)$")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of each paragraph: runs of lines between blank lines."""
    for match in _PARAGRAPH.finditer(text):
        yield from _trim(text, *match.span())


def _ends(text: str, start: int, at: int, close: int, stop: int) -> bool:
    """Whether the mark at `at` ends a sentence of the paragraph that stops at `stop`."""
    mark = text[at]
    following = _NEXT.match(text, close, stop)
    if following is None or mark in "。！？؟।॥":
        return True
    opener, first, _ = following.groups()
    lower = first.islower()
    if mark in "!?…" or close - at > 1:
        return not lower
    before = _WORD_BEFORE.search(text, max(start, at - 24), at)
    word = before.group() if before else ""
    if lower or first in ",;:)":
        return False
    if word.lower() in words("abbreviations"):
        return False
    if _INITIAL.match(word):
        return bool(opener.strip()) or (
            len(word) > 1 and following.group(3) != "" and word not in ("U.S", "U.K", "U.N")
        )
    return not (word.lower() in words("abbreviations-number") and first.isdigit())


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the sentences between `start` and `end`, without the white space around them.

    Together they cover all of the text but white space. Linear time.
    """
    stop = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, stop):
        if match.start() < begin or not _ends(text, begin, match.start(), match.end(), stop):
            continue
        yield from _trim(text, begin, match.end())
        begin = match.end()
    yield from _trim(text, begin, stop)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """`(start, end, paragraph)` of each sentence of a text whose paragraphs are split by blank lines.

    Single line feeds inside a paragraph end a sentence only before a bullet or after a closed sentence.
    """
    for number, (start, end) in enumerate(paragraphs(text)):
        for piece_start, piece_end in _pieces(text, start, end):
            for one in split(text, piece_start, piece_end):
                yield (*one, number)


_BULLET = re.compile(r"\n\s*(?=[-•*·–]\s)")


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _BULLET.finditer(text, start, end):
        yield begin, match.start()
        begin = match.end()
    yield begin, end
