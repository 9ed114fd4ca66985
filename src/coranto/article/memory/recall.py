"""Which lines of a page its outlet repeats, judged by the pages beside it: a function of their set alone.

A line counts only where a page of *another* article has it: captures of one article, versions of it under other
titles and copies that share most of their paragraphs count once, and pages that share paragraphs with this one do
not speak about its short lines. The more a line looks like a paragraph, the more pages have to repeat it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coranto.article.memory.line import ASIDE, CUED, KEPT, LABEL, LONG, SENTENCE
from coranto.article.memory.sheet import Sheet

_SAME, _SAME_SHARE = 3, 0.5
"""So many paragraphs, and this share of the shorter page's, make two pages one article."""
_RELATED = 2
"""So many paragraphs in common make two pages tell of one matter."""
_LEVELS = (12, 8, 5, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Need:
    """How many other articles must have a line, and which share of all that are known."""

    others: int
    share: float


_ANY, _DOUBTFUL = Need(1, 0.0), Need(1, 0.1)
_SAID, _POST = Need(2, 0.25), Need(2, 0.25)
_PARAGRAPH, _SURE = Need(3, 0.6), Need(4, 0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """What the pages beside a page say of its lines: `others` is how many other articles they are, at least, in
    steps; `repeated` are the hashes of lines that are furniture; `told` says of those that stood in the article how
    many other articles have them, in the same steps."""

    others: int = 0
    repeated: tuple[int, ...] = ()
    told: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Other:
    """One other article, by all its pages: its titles, paragraphs, lines, and the lines it keeps."""

    titles: set[int] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)

    def is_of(self, title: int, paragraphs: set[int]) -> bool:
        """Whether a page with this title and these paragraphs is the same article."""
        if title and title in self.titles:
            return True
        shared = len(self.paragraphs & paragraphs)
        return shared >= _SAME and shared >= _SAME_SHARE * min(len(self.paragraphs), len(paragraphs))

    def add(self, sheet: Sheet, paragraphs: set[int]) -> None:
        """Count a page to this article."""
        self.titles |= {sheet.title} - {0}
        self.paragraphs |= paragraphs
        self.lines.update(sheet.lines)
        self.kept.update(line for line, mark in zip(sheet.lines, sheet.marks, strict=True) if mark & KEPT)


def recall(sheet: Sheet, siblings: Sequence[Sheet]) -> Recall:
    """What `siblings`, the pages of its outlet beside it, say of a page's lines."""
    if not sheet.outlet or not siblings:
        return Recall()
    me, others = _apart(sheet, siblings)
    if not others:
        return Recall()
    known = _Known(sheet)
    standing = {line for line in known.among(others) if known.marks[line] & LONG and known.comes_back(line, others)}
    strangers = [one for one in others if len((one.paragraphs & me.paragraphs) - standing) < _RELATED]
    short = {line for line in known.among(strangers) if known.marks[line] & LONG == 0}
    found = standing | {line for line in short if known.comes_back(line, strangers)}
    told = tuple(
        (line, _level(sum(line in one.lines for one in others)))
        for line in sorted(found)
        if known.marks[line] & KEPT
    )
    return Recall(others=_level(len(others)), repeated=tuple(sorted(found)), told=told)


def _apart(sheet: Sheet, siblings: Iterable[Sheet]) -> tuple[_Other, list[_Other]]:
    """The page's own article and the others, each once, in order of their first pages."""
    me = _Other()
    me.add(sheet, _paragraphs(sheet))
    others: list[_Other] = []
    for one in sorted(siblings, key=_place):
        paragraphs = _paragraphs(one)
        if one.page == sheet.page or me.is_of(one.title, paragraphs):
            continue
        other = next((other for other in others if other.is_of(one.title, paragraphs)), None)
        if other is None:
            other = _Other()
            others.append(other)
        other.add(one, paragraphs)
    return me, others


def _place(sheet: Sheet) -> tuple[str, str, str]:
    return sheet.place


def _paragraphs(sheet: Sheet) -> set[int]:
    """The lines of a page that are paragraphs of its article, as far as the page alone shows."""
    return {
        line
        for line, mark in zip(sheet.lines, sheet.marks, strict=True)
        if mark & KEPT and mark & LONG and not mark & (CUED | ASIDE)
    }


class _Known:
    """The lines of one page with their marks, and what it takes for each to be furniture."""

    def __init__(self, sheet: Sheet) -> None:
        self.marks = dict(zip(sheet.lines, sheet.marks, strict=True))
        self.thread = sheet.thread

    def among(self, others: Sequence[_Other]) -> set[int]:
        """The lines of the page that any of these articles has."""
        return set().union(*(one.lines for one in others)) & self.marks.keys()

    def comes_back(self, line: int, others: Sequence[_Other]) -> bool:
        """Whether enough of these articles have a line."""
        have = [one for one in others if line in one.lines]
        kept = sum(line in one.kept for one in have)
        need = self._need(line, kept / len(have))
        least = need.others + (need is _DOUBTFUL and len(others) >= 5)
        return len(have) >= max(least, need.share * len(others))

    def _need(self, line: int, kept: float) -> Need:
        """What it takes for a line that this share of the other articles keeps."""
        mark = self.marks[line]
        if not mark & KEPT:
            return _ANY if kept == 0 else _PARAGRAPH if mark & LONG else _DOUBTFUL
        if mark & LONG:
            return _PARAGRAPH if mark & CUED or kept < 0.67 else _SURE
        if mark & LABEL:
            return _SURE
        if self.thread:
            return _POST
        return _SAID if mark & SENTENCE and not mark & CUED and kept > 0.5 else _DOUBTFUL


def _level(many: int) -> int:
    """A number of articles, at least, in steps, so that one more page seldom changes what is said."""
    return next(level for level in _LEVELS if many >= level)
