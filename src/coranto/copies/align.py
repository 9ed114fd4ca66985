"""Alignment of two articles: the passages they share, and what kind of copy that makes."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from coranto.copies.direction import turned, untold
from coranto.copies.index import Candidate
from coranto.copies.narration import Words, masked, words_of
from coranto.parts import register
from coranto.types import Article, Block, CopyEdge, Passage, Print, Reading
from coranto.types.copies import EdgeKind

_SAME = 0.7
_VERSION = 0.3
_EXCERPT_WORDS = 30
_QUOTE_WORDS = 12
_TITLE_NEAR = 0.6
_SHINGLE = 8
_POST_WORDS = 60

Run = tuple[int, int, int]
"""Where a shared run of words begins in the child and in the parent, and how many words it holds."""


@lru_cache(maxsize=1024)
def _masks(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[int, int], ...]:
    bare = Article(id="text", page="", path="", title="", outlet="", text=text, blocks=blocks)
    return masked(bare, Reading(article="text"))


def _words(article: Article) -> Words:
    return words_of(article.text, _masks(article.text, article.blocks))


def _word_at(words: Words, start: int) -> int:
    """The number of the word that begins at an offset, or -1."""
    at = bisect_left(words.starts, start)
    return at if at < len(words.starts) and words.starts[at] == start else -1


def _seeds(candidate: Candidate, child: Print, parent: Print) -> list[tuple[int, int]]:
    here = dict(zip(child.hashes, child.starts, strict=True))
    there = dict(zip(parent.hashes, parent.starts, strict=True))
    return sorted((here[one], there[one]) for one in candidate.hashes if one in here and one in there)


def _extend(child: tuple[str, ...], parent: tuple[str, ...], at: tuple[int, int], floor: int) -> Run:
    """The longest run of equal words around a pair of places, not before `floor` in the child."""
    left, right = at
    while left > floor and right > 0 and child[left - 1] == parent[right - 1]:
        left, right = left - 1, right - 1
    here, there = at
    while here < len(child) and there < len(parent) and child[here] == parent[there]:
        here, there = here + 1, there + 1
    return left, right, here - left


def runs(child: Words, parent: Words, seeds: Iterable[tuple[int, int]]) -> list[Run]:
    """The shared runs that grow from the seeds (offsets in both texts), in the child's order, none twice."""
    found: list[Run] = []
    floor = 0
    for left, right in seeds:
        here = _word_at(child, left)
        if here < floor:
            continue
        there = _word_at(parent, right)
        if there < 0:
            continue
        run = _extend(child.folded, parent.folded, (here, there), floor)
        if run[2] >= _SHINGLE:
            found.append(run)
            floor = run[0] + run[2]
    return found


def _narrated(here: Words, there: Words, found: Iterable[Run]) -> int:
    """How many words of the runs are narration in both texts: what one of them quotes is a quotation."""
    count = 0
    for one, two, length in found:
        mine = here.before[one + length] - here.before[one]
        count += min(mine, there.before[two + length] - there.before[two])
    return min(count, here.narrated, there.narrated)


def _passages(child: Words, parent: Words, found: list[Run]) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            child_start=child.starts[here],
            child_end=child.ends[here + length - 1],
            parent_start=parent.starts[there],
            parent_end=parent.ends[there + length - 1],
        )
        for here, there, length in found
    )


def _near_titles(one: str, two: str) -> bool:
    left, right = set(one.lower().split()), set(two.lower().split())
    return bool(left and right) and len(left & right) / len(left | right) >= _TITLE_NEAR


def is_version(child: Article, parent: Article, share: float) -> bool:
    """Whether the later page is the same outlet's page again: the same address, or nearly the same title."""
    if share < _VERSION:
        return False
    if child.url and child.url == parent.url:
        return True
    return bool(child.outlet) and child.outlet == parent.outlet and _near_titles(child.title, parent.title)


def _frame(child: Article, parent: Article, words: tuple[Words, Words], found: list[Run]) -> bool:
    """Whether two pages of one outlet share no more than how both begin or end, the less of either: its frame."""
    if len(found) != 1 or not child.outlet or child.outlet != parent.outlet or child.url == parent.url != "":
        return False
    here, there, length = found[0]
    mine, theirs = len(words[0].folded), len(words[1].folded)
    if 2 * length >= min(mine, theirs):
        return False
    return here == there == 0 or (here + length == mine and there + length == theirs)


def _kind(child: Article, parent: Article, shares: tuple[float, float], words: int) -> EdgeKind | None:
    of_child, of_parent = shares
    if is_version(child, parent, of_child):
        return "version_of"
    if of_child >= _SAME:
        return "same_text"
    if of_parent >= _SAME:
        return "contains"
    if words >= _EXCERPT_WORDS:
        return "excerpt"
    return None


@dataclass(frozen=True, slots=True)
class _Both:
    """The words of child and parent, the runs they share, how many words of the child's narration those hold, and
    which shares of both narrations."""

    here: Words
    there: Words
    found: list[Run]
    own: int
    shares: tuple[float, float]


def _both(child: Article, parent: Article, candidate: Candidate, prints: tuple[Print, Print]) -> _Both:
    here, there = _words(child), _words(parent)
    found = runs(here, there, _seeds(candidate, *prints))
    told = found
    if "(@" in child.margin or "(@" in parent.margin:
        told = [one for one in found if not (_alone(child, here, one[0::2]) and _alone(parent, there, one[1:]))]
    own = _narrated(here, there, told)
    return _Both(here, there, found, own, (own / max(1, here.narrated), own / max(1, there.narrated)))


def _alone(article: Article, words: Words, run: tuple[int, ...]) -> bool:
    """Whether a run (first word, length) is a paragraph of its own, as an embedded post is whose author's line
    was taken off with the page's margin."""
    if run[1] > _POST_WORDS:
        return False
    first, end = words.starts[run[0]], words.ends[run[0] + run[1] - 1]
    before, after = article.text[max(0, first - 2) : first], article.text[end : end + 4]
    return (first < 2 or "\n" in before) and (end + 4 > len(article.text) or "\n" in after)


@register("copies.align.v2")
def align(
    child: Article, parent: Article, candidate: Candidate, child_print: Print, parent_print: Print
) -> CopyEdge | None:
    """How a later article depends on an earlier candidate, with the passages they share; None if it does not.

    `share` is the part of the dependent article's narration that stands in the other. The dependent one is
    the later, unless a credit says otherwise. Passages keep quoted words, the share does not count them.
    """
    both = _both(child, parent, candidate, (child_print, parent_print))
    whens = child_print.when, parent_print.when
    why = turned(child, parent, both.shares, whens)
    note = why or untold(child, parent, both.shares, whens)
    if why:
        child, parent = parent, child
        both = _both(child, parent, candidate, (parent_print, child_print))
    here, there, found, own, shares = both.here, both.there, both.found, both.own, both.shares
    kind = None if _frame(child, parent, (here, there), found) else _kind(child, parent, shares, own)
    if kind is None and sum(run[2] for run in found) - own >= _QUOTE_WORDS:
        kind = "shares_quote_only"
    if kind is None:
        return None
    return CopyEdge(
        child=child.id,
        parent=parent.id,
        kind=kind,
        share=round(min(1.0, shares[0]), 4),
        parent_share=round(min(1.0, shares[1]), 4),
        passages=_passages(here, there, found),
        reasons=_reasons(own, shares, found) + ((note,) if note else ()),
    )


def _reasons(own: int, shares: tuple[float, float], found: list[Run]) -> tuple[str, ...]:
    longest = max((run[2] for run in found), default=0)
    return (
        f"{own} words of narration shared in {len(found)} passages, the longest of {longest} words",
        f"{shares[0]:.0%} of the later text, {shares[1]:.0%} of the earlier",
    )
