"""Alignment of two articles: the passages they share, and what kind of copy that makes."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache

from coranto.copies.index import Candidate
from coranto.copies.marks import marks, same_source
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


def _narrated(words: Words, spans: Iterable[tuple[int, int]]) -> int:
    """How many words of narration stand in the spans, at most all."""
    count = sum(words.before[start + length] - words.before[start] for start, length in spans)
    return min(count, words.narrated)


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


def _credits(article: Article, outlet: str) -> str:
    """The name by which an article credits an outlet, or ""."""
    if not outlet or same_source(article.outlet, outlet):
        return ""
    named = [one.agency for one in article.credits if one.kind not in ("photo", "dateline", "inputs")]
    named += [mark.name for mark in marks(article)]
    return next((name for name in named if same_source(name, outlet)), "")


def _turned(child: Article, parent: Article, prints: tuple[Print, Print]) -> str:
    """Why the earlier article depends on the later one after all, or ""."""
    if _credits(child, parent.outlet):
        return ""
    credited = _credits(parent, child.outlet)
    if credited:
        return f"the earlier article credits {credited}"
    tied = prints[0].when[:16] == prints[1].when[:16] or not (prints[0].when and prints[1].when)
    if tied and any(one.kind != "photo" for one in parent.credits) and not child.credits:
        return "of two articles of one time the one with a credit depends on the one without"
    if tied and child.captured and parent.captured and _moment(child.captured) < _moment(parent.captured):
        return "of two articles of one day the one captured later depends on the other"
    return ""


def _moment(captured: str) -> float:
    """Seconds of a capture time, so that zones do not matter; what is no time comes last."""
    try:
        when = datetime.fromisoformat(captured.replace("Z", "+00:00"))
    except ValueError:
        return float("inf")
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


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


@register("copies.align.v2")
def align(
    child: Article, parent: Article, candidate: Candidate, child_print: Print, parent_print: Print
) -> CopyEdge | None:
    """How a later article depends on an earlier candidate, with the passages they share; None if it does not.

    `share` is the part of the dependent article's narration that stands in the other. The dependent one is
    the later, unless a credit says otherwise. Passages keep quoted words, the share does not count them.
    """
    turned = _turned(child, parent, (child_print, parent_print))
    if turned:
        child, parent, child_print, parent_print = parent, child, parent_print, child_print
    here, there = _words(child), _words(parent)
    found = runs(here, there, _seeds(candidate, child_print, parent_print))
    own = _narrated(here, ((run[0], run[2]) for run in found))
    other = _narrated(there, ((run[1], run[2]) for run in found))
    shares = own / max(1, here.narrated), other / max(1, there.narrated)
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
        reasons=_reasons(own, shares, found) + ((turned,) if turned else ()),
    )


def _reasons(own: int, shares: tuple[float, float], found: list[Run]) -> tuple[str, ...]:
    longest = max((run[2] for run in found), default=0)
    return (
        f"{own} words of narration shared in {len(found)} passages, the longest of {longest} words",
        f"{shares[0]:.0%} of the later text, {shares[1]:.0%} of the earlier",
    )
