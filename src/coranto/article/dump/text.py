"""The lines of a plain-text page: cleaned of odd characters, hard wraps and split paragraphs joined."""

import re
from dataclasses import dataclass
from itertools import pairwise

from coranto.article.dump.cues import cues

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"[^\S\n]+")
_BREAK = re.compile(r"\r\n?|[\x0c\u2028\u2029\x85]")
_CLOSED = re.compile(r"""[.!?…:;。！？؟।][\"'”’»)\]]*$""")
_CARRIES_ON = ",;.)]”’%"
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪►‣]\s+|\d{1,2}[.)]\s)")
_BYLINE = re.compile(r"(?:by|von|par|por|di|door)\s+[A-ZÀ-Þ]")
_WRAP_MIN, _WRAP_MAX, _RAGGED = 45, 112, 16
_LONG, _MOST, _SMALL = 0.6, 0.6, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page: its clean text, its number in the page (from 1) and whether a blank line stands
    before it."""

    text: str
    number: int
    gap: bool = False


def tidy(text: str) -> str:
    """The text with Unix line ends, single blanks, and without control and invisible characters."""
    return _SPACE.sub(" ", _CONTROL.sub("", _BREAK.sub("\n", text)))


def read_lines(text: str) -> list[Line]:
    """The lines that hold anything, after hard-wrapped paragraphs were joined. Linear time."""
    lines: list[Line] = []
    gap = False
    for number, raw in enumerate(tidy(text).split("\n"), 1):
        clean = raw.strip()
        if not clean:
            gap = True
            continue
        indented = raw[:1] == " " and bool(lines)
        lines.append(Line(text=clean, number=number, gap=gap or indented))
        gap = False
    return _join_fragments(_unwrap(lines))


def _column(lines: list[Line]) -> int:
    """The column at which a page was broken, or 0: no line of words goes beyond it, and most of the long ones end
    right before it in the midst of a sentence, many before a small letter."""
    widest = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not _WRAP_MIN <= widest <= _WRAP_MAX:
        return 0
    pairs = list(pairwise(lines))
    long = [(a.text, b.text) for a, b in pairs if not b.gap and len(a.text) > _LONG * widest]
    full = [(text, after) for text, after in long if len(text) >= widest - _RAGGED]
    halved = [after for text, after in full if not _CLOSED.search(text)]
    small = sum(not after[0].isupper() for after in halved)
    if len(full) < max(2, _MOST * len(long)) or len(halved) < _MOST * len(full) or small < _SMALL * len(halved):
        return 0
    return widest


def _unwrap(lines: list[Line]) -> list[Line]:
    """The paragraphs of a page that was broken at a column: a line goes on where its next word had no room."""
    column = _column(lines)
    if not column:
        return lines
    out: list[list[Line]] = []
    for line in lines:
        previous = out[-1][-1].text if out else ""
        room = column - len(previous) - 1
        if not out or line.gap or room >= len(line.text.split(" ", 1)[0]) or _BULLET.match(line.text):
            out.append([line])
        else:
            out[-1].append(line)
    return [_merge(group) for group in out]


def _merge(group: list[Line]) -> Line:
    first = group[0]
    return Line(text=" ".join(line.text for line in group), number=first.number, gap=first.gap)


def _join_fragments(lines: list[Line]) -> list[Line]:
    """Paragraphs that were split at a link or a bold word: an unfinished long line and its lower-case rest."""
    out: list[list[Line]] = []
    size = 0
    for line in lines:
        previous = out[-1][-1].text if out else ""
        carries = (
            bool(previous)
            and not line.gap
            and size >= 30
            and (line.text[0].islower() or line.text[0] in _CARRIES_ON)
            and not _CLOSED.search(previous)
            and not _BULLET.match(line.text)
            and not _BYLINE.match(line.text)
            and not cues(line.text).groups
        )
        if carries or (out and not line.gap and size >= 30 and _is_inline(previous, line.text)):
            out[-1].append(line)
            size += len(line.text)
        else:
            out.append([line])
            size = len(line.text)
    return [_glue(group) for group in out]


_ENDS_OPEN = re.compile(
    r"(?:,|\b(?:the|a|an|of|in|to|and|by|with|for|on|at|from|that|as|der|die|das|von|und|de|la|le|el))$"
)


def _is_inline(previous: str, line: str) -> bool:
    """Whether the line before ends in a word that can't end a paragraph and this one is short (a link)."""
    return len(previous) >= 40 and len(line) < 120 and _ENDS_OPEN.search(previous) is not None


def _glue(group: list[Line]) -> Line:
    if len(group) == 1:
        return group[0]
    text = group[0].text
    for line in group[1:]:
        text += line.text if line.text[0] in ",;.)]”’%" else " " + line.text
    return Line(text=text, number=group[0].number, gap=group[0].gap)
