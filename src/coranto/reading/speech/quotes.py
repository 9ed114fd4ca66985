"""Quotation marks paired paragraph by paragraph, by a state machine that takes any text and never raises."""

import re
from typing import NamedTuple

from coranto.text.sentences import paragraphs

_MARK = re.compile(r"[“”„‟\"«»]|''|``|‘|(?<![A-Za-z0-9])'(?=\w)|(?<=[,.!?…])['’](?!\w)")
_SPACE = " \t\n\u00a0"


class Quoted(NamedTuple):
    """A quoted run, its marks included; `closed` False when the paragraph ended first."""

    start: int
    end: int
    closed: bool


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    """Whether an undirected mark looks like an opening one from its neighbours."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in "„“‘«" or mark == "``":
        return True
    if mark in "”»’":
        return False
    if after in _SPACE:
        return False
    return (
        before in _SPACE
        or before in "([—–-:/"
        or (after.isalnum() and not before.isalnum() and before not in ",.!?…")
    )


def _paragraph(text: str, start: int, end: int, carried: bool) -> tuple[list[Quoted], bool]:
    marks = list(_MARK.finditer(text, start, end))
    double = any(m.group() not in "'‘’" for m in marks)
    out: list[Quoted] = []
    begun = -1
    for match in marks:
        mark = match.group()
        if double and mark in "'‘’":
            continue  # nested, or an apostrophe
        opening = _opens(text, mark, match.start(), match.end())
        if begun < 0 and not out and carried and not opening:
            out.append(Quoted(start, match.end(), True))
        elif begun < 0 and (opening or (mark in "\"''" and len(mark) > 0 and _tail_space(text, match.end()))):
            begun = match.start()
        elif begun >= 0 and (not opening or mark in "“”"):
            if opening and mark == "“":
                continue  # nested of the same kind
            out.append(Quoted(begun, match.end(), True))
            begun = -1
    if begun >= 0:
        single = text[begun] in "'‘"
        if not single:
            out.append(Quoted(begun, end, False))
        return out, not single
    return out, False


def _tail_space(text: str, at: int) -> bool:
    return False if at >= len(text) else text[at] not in _SPACE and text[at] not in ",.;:!?)"


def quoted(text: str) -> tuple[Quoted, ...]:
    """All quoted runs of a text, in order, never overlapping. Linear time.

    A mark left open runs to the end of its paragraph, and on into the next one where that has a closing
    mark before any opening one.
    """
    out: list[Quoted] = []
    carried = False
    for start, end in paragraphs(text):
        found, carried = _paragraph(text, start, end, carried)
        out += found
    return tuple(out)
