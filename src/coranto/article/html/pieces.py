"""The lines of a page as pieces of its article, as lines of its margin, and the first lines after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coranto.article.draft import Piece
from coranto.article.dump.cues import cues
from coranto.article.html.inserts import is_insert
from coranto.article.html.judge import Judged
from coranto.article.html.known import Known
from coranto.article.html.least import least
from coranto.article.html.walk import kinds
from coranto.data import words
from coranto.text.normal import ascii_fold
from coranto.types.article import BlockKind

_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_KEEP_POST, _KEEP_DEK, _SURE, _VERY_SURE = 0.4, 0.06, 0.6, 0.85
_KEEP_SET_APART, _KEEP_OUTSIDE, _CERTAIN = 0.1, 0.85, 0.98
_TELLING, _MOSTLY = 24, 0.5
_NEAR, _COMMENTS, _ANY = 2, 6, 900
_LONG_ENOUGH, _SENTENCES, _ENOUGH = 40, 100, 400
_DEK_LEAST, _DEK_MOST, _DEK_WITHIN = 40, 600, 15
_AFTER, _BESIDE, _LONGEST, _CUED = 5, 12, 300, 160
_BARE = re.compile(r"^\W+")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The pieces of the article; the lines beside it that speak of it; the first lines after it."""

    text: list[Piece]
    beside: list[str]
    after: tuple[str, ...]


def sort(lines: Sequence[Judged], known: Known) -> Sorted:
    """The lines of a page, told apart. The title isn't repeated in the text, nor is any long line; what the page
    hides is not of the text unless most of it is hidden, to be shown by a script."""
    deks = frozenset[int]() if known.forum else _deks(lines, known)
    others, stated = _other_stories(lines, known), _stated(lines, known)
    enough = least(lines)
    unseen = _unseen(lines, known, enough)
    text: list[Piece] = []
    spots: list[int] = []
    beside: list[int] = []
    seen: set[str] = set()
    for at, one in enumerate(lines):
        if at not in deks and at not in stated and not _is_kept(one, known, enough):
            continue
        if one.story in others or at in unseen:
            continue
        if not one.key or (len(one.key) > _LONG_ENOUGH and one.key in seen) or _is_title(one, known, len(spots)):
            continue
        seen.add(one.key)
        if not known.forum and _apart(one):
            beside.append(at)
            continue
        kind: BlockKind = "post" if known.forum else "dek" if at in deks else _kind(one)
        text.append(Piece(kind=kind, text=one.line.text))
        spots.append(at)
    while text and text[-1].kind == "head":
        text.pop()
        spots.pop()
    if not spots:
        return Sorted([], [], ())
    after = tuple(one.line.text[:200] for one in lines[spots[-1] + 1 : spots[-1] + 1 + _AFTER])
    return Sorted(text, _beside(lines, spots, beside), after)


def _stated(lines: Sequence[Judged], known: Known) -> frozenset[int]:
    """The lines that the body in the page's JSON-LD repeats; none unless most of that body stands on the page, for
    publishers put teasers and other articles there too."""
    if not known.body:
        return frozenset()
    spots: dict[str, int] = {}
    for at, one in enumerate(lines):
        if len(one.key) > _TELLING and one.key in known.body:
            spots.setdefault(one.key, at)
    return frozenset(spots.values()) if sum(map(len, spots)) >= _MOSTLY * len(known.body) else frozenset()


def _unseen(lines: Sequence[Judged], known: Known, enough: float) -> frozenset[int]:
    """The lines in elements that are hidden; none where most of the text is hidden, as it is until a script ran."""
    hidden = frozenset(at for at, one in enumerate(lines) if _within(one, "unseen", _ANY))
    if not hidden:
        return hidden
    kept = [(at, len(one.line.text)) for at, one in enumerate(lines) if _is_kept(one, known, enough)]
    most = sum(size for at, size in kept if at in hidden) > _MOSTLY * sum(size for _, size in kept)
    return frozenset() if most else hidden


def _is_kept(one: Judged, known: Known, enough: float) -> bool:
    if not known.forum:
        return one.chance >= enough
    if not known.posts:
        return one.chance >= _KEEP_POST
    return one.chance >= (_KEEP_SET_APART if known.place(one.key) > 0 else _KEEP_OUTSIDE)


def _other_stories(lines: Sequence[Judged], known: Known) -> frozenset[int]:
    """The `article` elements that hold another article: they have a main heading of their own, while the one with
    the page's title has text enough."""
    named = next((one.story for one in lines if one.key == known.title and one.tag in _HEADS), -1)
    said = sum(len(one.line.text) for one in lines if one.story == named and one.chance >= _SURE)
    if named < 0 or said < _ENOUGH:
        return frozenset()
    return frozenset(one.story for one in lines if one.tag == "h1" and one.story not in (named, -1))


def _is_title(one: Judged, known: Known, before: int) -> bool:
    return one.key == known.title and (before < 3 or one.tag in _HEADS)


def _deks(lines: Sequence[Judged], known: Known) -> frozenset[int]:
    """The standfirst between the title and the first paragraph: what the page's description repeats, or what its
    names call so."""
    title = next((at for at, one in enumerate(lines) if one.key == known.title), -1)
    body = next(
        (
            at
            for at, one in enumerate(lines)
            if one.chance >= _SURE and len(one.line.text) > _SENTENCES and at > title
        ),
        len(lines),
    )
    return frozenset(
        at
        for at, one in enumerate(lines[title + 1 : min(body, title + 1 + _DEK_WITHIN)], title + 1)
        if title >= 0
        and one.chance > _KEEP_DEK
        and _DEK_LEAST <= len(one.line.text) <= _DEK_MOST
        and one.line.linked < len(one.line.text) / 2
        and not _far(one)
        and (_within(one, "dek", 1) or any(one.key[:80] in said for said in known.descriptions))
    )  # fmt: skip


def _far(one: Judged) -> bool:
    """Whether a line is of comments, a caption, or a list of other things."""
    return one.tag == "h1" or _within(one, "figcaption") or _within(one, "related") or _within(one, "ul")


def _apart(one: Judged) -> bool:
    """Whether a line is beside the article: a caption, a comment, a credit, a correction, a pointer elsewhere."""
    if _within(one, "figcaption") or is_insert(one.line.text) or _corrects(one.line.text):
        return True
    if one.chance < _VERY_SURE and _within(one, "comment", _COMMENTS):
        return True
    groups = cues(one.line.text).groups if len(one.line.text) < _CUED and one.chance < _CERTAIN else ()
    return "caption" in groups or "more" in groups


def _corrects(line: str) -> bool:
    opening = ascii_fold(_BARE.sub("", line[:80]))
    return any(opening.startswith(one) for one in _corrections())


@cache
def _corrections() -> tuple[str, ...]:
    return tuple(sorted(words("html_corrections")))


def _within(one: Judged, kind: str, steps: int = _NEAR) -> bool:
    return one.depth - one.line.marks[_place(kind)] <= steps


@cache
def _place(kind: str) -> int:
    return kinds().index(kind)


def _kind(one: Judged) -> BlockKind:
    if one.tag in _HEADS:
        return "head"
    return "bullet" if one.tag == "li" or (one.tag in ("p", "div") and _within(one, "ul")) else "body"


def _beside(lines: Sequence[Judged], spots: Sequence[int], apart: Sequence[int]) -> list[str]:
    """Captions, credits, corrections and contact lines among and right around the lines of the article."""
    inside, sorted_out = frozenset(spots), frozenset(apart)
    first, last = max(0, spots[0] - _AFTER), spots[-1] + 1 + _AFTER
    out = []
    for at, one in enumerate(lines[first:last], first):
        line = one.line.text
        if at in inside or not 3 < len(line) <= _LONGEST or is_insert(line):
            continue
        groups = cues(line).groups
        told = "contact" in groups or "caption" in groups or _corrects(line)
        if told or at in sorted_out or (_within(one, "figcaption") and not groups):
            out.append(line)
    return out[:_BESIDE]
