"""Hidden wire: pages without a credit whose narration stands in pages that credit an agency or another outlet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coranto.copies.hubs import of_several
from coranto.copies.marks import is_own, source_key
from coranto.copies.sources import agency, credited, supplier
from coranto.types import Article, Cite, CopyEdge
from coranto.types.copies import ParentKind

_HALF = 0.5
_ROUNDS = 3
_CITED_CHARS = 300
_MANY = ("live", "roundup")


@dataclass(frozen=True, slots=True)
class Near:
    """A copy edge as one of its two articles sees it: the `other`, the `share` of its own narration, and its own
    passages as half-open offsets."""

    other: str
    share: float
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Wire:
    """Whose writing an article carries: the source's name and kind, how much of the article, and the evidence.

    `told` is true where the page itself says so, `own` where it is the agency's own page."""

    name: str
    kind: ParentKind
    share: float
    reason: str
    cites: tuple[Cite, ...]
    told: bool
    own: bool = False


def neighbours(edges: Iterable[CopyEdge]) -> dict[str, list[Near]]:
    """What every article shares with which others, whichever of the two depends on the other; strongest first."""
    found: dict[str, list[Near]] = {}
    for edge in edges:
        here = tuple((one.child_start, one.child_end) for one in edge.passages)
        there = tuple((one.parent_start, one.parent_end) for one in edge.passages)
        found.setdefault(edge.child, []).append(Near(edge.parent, edge.share, here))
        found.setdefault(edge.parent, []).append(Near(edge.child, edge.parent_share, there))
    for held in found.values():
        held.sort(key=_strength)
    return found


def _strength(one: Near) -> tuple[float, str]:
    return -one.share, one.other


def joint(held: Sequence[Near]) -> float:
    """Which share of an article's narration stands in any of some others; offsets stand for words."""
    if not held:
        return 0.0
    best = max(held, key=_by_share)
    alone = _length(best.spans)
    if not alone:
        return best.share
    every = sorted(span for one in held for span in one.spans)
    merged: list[tuple[int, int]] = []
    for start, end in every:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return min(1.0, best.share * _length(merged) / alone)


def _by_share(one: Near) -> float:
    return one.share


def _length(spans: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def words_cited(article: Article, spans: Sequence[tuple[int, int]]) -> tuple[Cite, ...]:
    """The longest piece of one sentence that the longest passage holds."""
    if not spans:
        return ()
    start, end = max(spans, key=_long)
    best = (0, 0, 0)
    for one in article.sentences:
        left, right = max(one.start, start), min(one.end, end)
        if right - left > best[1] - best[0]:
            best = (left, right, one.index)
    left, right = best[0], min(best[1], best[0] + _CITED_CHARS)
    if left >= right:
        return ()
    return (Cite(article=article.id, sentence=best[2], start=left, end=right, exact=article.text[left:right]),)


def _long(span: tuple[int, int]) -> tuple[int, int]:
    return span[1] - span[0], -span[0]


def wires(articles: Mapping[str, Article], near: Mapping[str, Sequence[Near]]) -> dict[str, Wire]:
    """The wire of every article that carries one: told by its page, or hidden.

    Hidden wire is an article that names no source, half or more of whose narration stands in pages of one source;
    a page may be found so by way of others that are hidden wire themselves, at most three removes.
    """
    found = {ident: wire for ident in sorted(articles) if (wire := _told(articles[ident])) is not None}
    kinds = {source_key(wire.name): wire for wire in found.values() if wire.kind == "agency"}
    for ident in sorted(articles):
        held = None if ident in found else _own_page(articles[ident], kinds)
        if held is not None:
            found[ident] = held
    open_ = [ident for ident in sorted(near) if ident in articles and _may_hide(articles[ident])]
    for _ in range(_ROUNDS):
        new = {
            ident: wire
            for ident in open_
            if ident not in found and (wire := _hidden(articles, ident, near[ident], found)) is not None
        }
        if not new:
            break
        found.update(new)
    return {ident: wire for ident, wire in found.items() if not wire.own}


def _own_page(article: Article, named: Mapping[str, Wire]) -> Wire | None:
    """The wire of an agency's own page: that of the agency, as other pages or the rows name it."""
    known = named.get(source_key(article.outlet)) if article.outlet else None
    name = known.name if known else agency(article.outlet)
    if not name:
        return None
    return Wire(name, "agency", 1.0, "its own page", (), told=True, own=True)


def _told(article: Article) -> Wire | None:
    name = supplier(article)
    if not name or of_several(article):
        return None
    held = credited(article).get(name)
    if held is None:
        return None
    kind, reason, cite = held
    return Wire(name, kind, 1.0, reason, (cite,), told=True)


def _may_hide(article: Article) -> bool:
    return article.kind not in _MANY


def _hidden(
    articles: Mapping[str, Article], ident: str, near: Sequence[Near], known: Mapping[str, Wire]
) -> Wire | None:
    groups: dict[str, list[Near]] = {}
    for one in near:
        wire = known.get(one.other)
        if wire is not None and not is_own(articles[ident], wire.name):
            groups.setdefault(wire.name, []).append(one)
    best, share = "", _HALF
    for name in sorted(groups):
        held = joint(groups[name]) * max(known[one.other].share for one in groups[name])
        if held > share or (not best and held == share):
            best, share = name, held
    return _evidence(articles, ident, (best, share), groups[best], known) if best else None


def _evidence(
    articles: Mapping[str, Article],
    ident: str,
    found: tuple[str, float],
    held: Sequence[Near],
    known: Mapping[str, Wire],
) -> Wire:
    name, share = found
    told = [one for one in held if known[one.other].told]
    first = known[(told or held)[0].other]
    way = f"{pages(len(told))} that {'credits' if len(told) == 1 else 'credit'} {name}"
    if any(known[one.other].own for one in told):
        way = f"{name}'s own page"
    if not told:
        way = f"{pages(len(held))} without a credit that {'carries' if len(held) == 1 else 'carry'} {name}"
    named = name in credited(articles[ident])
    reason = f"hidden wire: no credit, but {share:.0%} of it stands in {way}"
    if named:
        reason = f"named for material only, but {share:.0%} of it stands in {way}"
    cites = words_cited(articles[ident], (told or held)[0].spans)
    return Wire(name, first.kind, round(share, 4), reason, (*cites, *first.cites[-1:]), told=False)


def pages(number: int) -> str:
    """The words for a number of pages."""
    return "a page" if number == 1 else f"{number} pages"
