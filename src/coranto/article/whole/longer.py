"""A text held against a longer version of the same: where it leaves off, and whether that makes it cut."""

import re
from collections.abc import Sequence
from functools import cache

from coranto.data import rows
from coranto.parts import register
from coranto.text.normal import ascii_fold
from coranto.types import Article, Completeness, Evidence

_WORD = re.compile(r"\w+")
_GRAM = 6
_SHARED = 0.85
_LEAST = 25
_MISSING, _GROWN = 40, 0.2
_AT_END = 0.9
_MOST = 60_000


@register("article.longer.v1")
def against_longer(article: Article, sibling_text: str) -> Completeness:
    """The verdict of `article` beside a longer version of its text, as its copies may hold one.

    Truncated where all but all of the article stands in the sibling in one stretch and the sibling goes on behind
    it (or begins before it) with `_MISSING` words or more; complete where the two begin and end together; else
    what the article's own signs said. A shortened or rewritten version shares its words in pieces, and is no cut.
    Of an article that shows no sign of a cut, a few more words behind it or a new lead before it say nothing, for
    agencies add them to what they sent before; nor does any sibling of one whose page itself says where it ends,
    by a closing credit or by its length, for outlets shorten what agencies send.
    """
    whole = article.completeness.verdict == "complete"
    if whole and any(one.rule in _settled() for one in article.completeness.evidence):
        return article.completeness
    own, other = _words(article.text), _words(sibling_text)
    places = _aligned(own, other)
    if len(own) < _LEAST or len(places) < _SHARED * max(1, len(own) - _GRAM + 1):
        return article.completeness
    first, last = places[0], places[-1] + _GRAM
    stretch = len(own) >= _AT_END * (last - first)
    if not stretch:
        return article.completeness
    behind, before = len(other) - last, first
    missing = _sides(behind, before, _GROWN * len(own) if whole else 0, whole)
    if missing:
        return Completeness(
            verdict="truncated", evidence=tuple(_missing(side, size, article) for side, size in missing)
        )
    if max(behind, before) >= _MISSING:
        return article.completeness
    seam = Evidence(rule="a longer version ends where the text ends", text=article.text[-120:], where="copy")
    return Completeness(verdict="complete", evidence=(seam,))


@cache
def _settled() -> frozenset[str]:
    """What the signs say by which a page itself tells that its text is whole."""
    return frozenset(row["says"] for row in rows("whole", "sign") if row.get("settles"))


def _sides(behind: int, before: int, grown: float, whole: bool) -> list[tuple[str, int]]:
    """On which sides a sibling has how many words that the text misses."""
    sides = [("behind", behind)] if behind >= max(_MISSING, grown) else []
    if before >= _MISSING and (sides or not whole):
        sides.append(("before", before))
    return sides


def _missing(side: str, size: int, article: Article) -> Evidence:
    shown = article.text[-120:] if side == "behind" else article.text[:120]
    return Evidence(rule=f"a longer version has {size} words {side} the text", text=shown, where="copy")


def _words(text: str) -> list[str]:
    return _WORD.findall(ascii_fold(text))[:_MOST]


def _aligned(own: Sequence[str], other: Sequence[str]) -> list[int]:
    """Where in `other` the runs of `_GRAM` words of `own` stand, each behind the one before; linear in both."""
    known: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(other) - _GRAM, -1, -1):
        known.setdefault(tuple(other[at : at + _GRAM]), []).append(at)
    places: list[int] = []
    at = -1
    for start in range(len(own) - _GRAM + 1):
        spots = known.get(tuple(own[start : start + _GRAM]), [])
        while spots and spots[-1] <= at:
            spots.pop()
        if spots:
            at = spots.pop()
            places.append(at)
    return places
