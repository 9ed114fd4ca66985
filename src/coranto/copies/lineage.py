"""Lineage: where each article of a story has its story from, down to the roots.

Direction comes from explicit credit first, then from containment, then from time; each edge says why.
"""

from collections.abc import Collection, Mapping, Sequence

from coranto.copies.hubs import of_several
from coranto.copies.marks import is_own, source_key
from coranto.copies.sources import credited, explains, through
from coranto.copies.wire import Near, Wire, joint, neighbours, pages, wires, words_cited
from coranto.parts import register
from coranto.types import Article, CopyEdge, Lineage, LineageEdge, Reading

_DEPENDS = 0.5
_PARENTS = 5
_PASSED = 0.5
_PART = 0.15
_WHOLE = 0.75
_LEAST = 0.05
_EXCERPT = 0.3
_COVERED = 0.8


class _Graph:
    """The edges of one story, article by article, and their roots."""

    def __init__(
        self, articles: Mapping[str, Article], readings: Mapping[str, Reading], edges: Sequence[CopyEdge]
    ) -> None:
        self._articles = articles
        kept = [edge for edge in edges if _counts(edge, articles)]
        self._near = neighbours(kept)
        self._wires: dict[str, Wire] = wires(articles, self._near)
        self._copies: dict[str, list[CopyEdge]] = {}
        for edge in sorted(kept, key=_strength):
            if self._from_article(edge):
                self._copies.setdefault(edge.child, []).append(edge)
        above = {child: {edge.parent for edge in held} for child, held in self._copies.items()}
        for child, held in self._copies.items():
            self._copies[child] = [
                edge for edge in held if not _passed_on(edge, held, above.get(edge.parent, set()))
            ]
        self.edges: dict[str, tuple[LineageEdge, ...]] = {}
        self._passed: dict[str, float] = {}
        for one in sorted(articles):
            self.edges[one] = self._edges(articles[one], readings.get(one) or Reading(article=one))

    def _from_article(self, edge: CopyEdge) -> bool:
        """Whether the child has the shared words from the parent, not both from a source that one of them names."""
        mine, theirs = self._wires.get(edge.child), self._wires.get(edge.parent)
        if edge.kind == "version_of" or (mine is None and theirs is None):
            return True
        if theirs is not None and is_own(self._articles[edge.child], theirs.name):
            return False
        if mine is not None and mine.share >= _WHOLE:
            return is_own(self._articles[edge.parent], mine.name)
        return theirs is None or theirs.share < _WHOLE

    def _partly(self, article: str) -> dict[str, list[Near]]:
        """The articles that share a part of one that names no source, by the source whose writing they carry."""
        found: dict[str, list[Near]] = {}
        for one in self._near.get(article, ()) if article not in self._wires else ():
            wire = self._wires.get(one.other)
            if wire is not None and wire.share >= _WHOLE and not is_own(self._articles[article], wire.name):
                found.setdefault(wire.name, []).append(one)
        return found

    def _edges(self, article: Article, reading: Reading) -> tuple[LineageEdge, ...]:
        found = [
            LineageEdge(
                child=article.id, parent=edge.parent, parent_kind="article", share=edge.share,
                reasons=(edge.kind, *edge.reasons), cites=words_cited(article, _own(edge)),
            )
            for edge in self._copies.get(article.id, ())[:_PARENTS]
        ]  # fmt: skip
        named = credited(article)
        several = of_several(article)
        for name, (kind, reason, cite) in named.items():
            reason = f"one of several sources of the page; {reason}" if several else reason
            found.append(
                LineageEdge(child=article.id, parent=name, parent_kind=kind, reasons=(reason,), cites=(cite,))
            )
        found += self._unnamed(article, named)
        found += self._through(article, reading, {edge.parent for edge in found})
        return tuple(found)

    def _unnamed(self, article: Article, named: Collection[str]) -> list[LineageEdge]:
        """Edges to the sources whose writing an article carries, whole or in part, without naming them."""
        wire = self._wires.get(article.id)
        if wire is not None and not wire.told:
            return [_to_wire(article, wire)]
        found: list[LineageEdge] = []
        for name, held in sorted(self._partly(article.id).items()):
            share = joint(held)
            if name not in named and share >= _LEAST:
                kind = self._wires[held[0].other].kind
                reason = f"{share:.0%} of it stands in {pages(len(held))} with the writing of {name}"
                cites = words_cited(article, held[0].spans)
                found.append(_to_wire(article, Wire(name, kind, round(share, 4), reason, cites, told=False)))
        return found

    def _through(self, article: Article, reading: Reading, named: set[str]) -> list[LineageEdge]:
        """Edges to the sources that the article's statements came through."""
        sources, self._passed[article.id] = through(article, reading)
        return [
            LineageEdge(
                child=article.id, parent=source.name, parent_kind=source.kind,
                reasons=(source.reason,), cites=(source.cite,) if source.cite else (),
            )
            for source in sources
            if source.name not in named
        ]  # fmt: skip

    def origins(self, article: str) -> tuple[str, ...]:
        """The roots of an article, each once: held roots' ids and the names of sources not held."""
        found: dict[str, None] = {}
        self._walk(article, found, set())
        held = {source_key(self._articles[one].outlet) for one in found if one in self._articles}
        return tuple(one for one in found if one in self._articles or source_key(one) not in held)

    def _walk(self, article: str, found: dict[str, None], seen: set[str]) -> None:
        if article in seen:
            return
        seen.add(article)
        stubs = [edge for edge in self.edges[article] if edge.parent_kind != "article"]
        parents = self._parents(article, seen)
        for parent in parents:
            self._walk(parent, found, seen)
        if not parents and not self._explained(article, stubs):
            found.setdefault(article)
        for stub in stubs:
            # A page's credited agency only carries what a ministry itself says, but it stays an origin of the rest.
            if not 0 < stub.share < _PART:
                found.setdefault(stub.parent)

    def _parents(self, article: str, seen: set[str]) -> list[str]:
        """The articles that hold half or more of an article, alone or together."""
        copied = [edge for edge in self._copies.get(article, ()) if edge.parent not in seen]
        if copied and copied[0].share >= _DEPENDS:
            return [copied[0].parent]
        parts = [edge for edge in copied if edge.share >= _PART]
        whole = joint([Near(edge.parent, edge.share, _own(edge)) for edge in parts])
        return [edge.parent for edge in parts[:_PARENTS]] if whole >= _DEPENDS else []

    def _explained(self, article: str, stubs: Sequence[LineageEdge]) -> bool:
        """Whether sources not held explain all or most of an article, so that it is no root itself."""
        if article in self._wires or any(edge.reasons and explains(edge.reasons[0]) for edge in stubs):
            return True
        return bool(stubs) and self._passed[article] >= _PASSED


def _counts(edge: CopyEdge, articles: Mapping[str, Article]) -> bool:
    known = edge.child in articles and edge.parent in articles and edge.child != edge.parent
    return known and edge.kind != "shares_quote_only"


def _passed_on(edge: CopyEdge, held: Sequence[CopyEdge], above: Collection[str]) -> bool:
    """Whether an excerpt stands as well in an article that the parent itself has it from: then it is from there."""
    if edge.share >= _EXCERPT:
        return False
    mine = _own(edge)
    return any(_covered(mine, _own(other)) >= _COVERED for other in held if other.parent in above)


def _covered(mine: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> float:
    """Which part of some spans others cover; both stand in order and none overlaps its next."""
    shared, at = 0, 0
    for start, end in mine:
        while at and theirs[at - 1][1] > start:
            at -= 1
        while at < len(theirs) and theirs[at][0] < end:
            shared += max(0, min(end, theirs[at][1]) - max(start, theirs[at][0]))
            at += 1
    return shared / max(1, sum(end - start for start, end in mine))


def _to_wire(article: Article, wire: Wire) -> LineageEdge:
    return LineageEdge(
        child=article.id, parent=wire.name, parent_kind=wire.kind, share=wire.share,
        reasons=(wire.reason,), cites=wire.cites,
    )  # fmt: skip


def _own(edge: CopyEdge) -> tuple[tuple[int, int], ...]:
    return tuple((one.child_start, one.child_end) for one in edge.passages)


def _strength(edge: CopyEdge) -> tuple[float, str, str]:
    return -edge.share, edge.parent, edge.child


@register("copies.lineage.v2")
def lineage(
    articles: Mapping[str, Article], readings: Mapping[str, Reading], edges: Sequence[CopyEdge]
) -> tuple[Lineage, ...]:
    """The lineage of every article of one story, in order of their ids.

    `edges` are the copy edges among them; an edge to an article that is not given is left out. Pages that carry the
    writing of one agency or outlet lead to it, not to one another. Origins are the roots: sources not held by name,
    articles by id. An article is its own origin unless half or more of it stands in others, it carries an agency's
    or outlet's writing (credited or hidden wire), or most of its statements came through named sources.
    """
    graph = _Graph(articles, readings, edges)
    return tuple(
        Lineage(article=one, edges=graph.edges[one], origins=graph.origins(one)) for one in sorted(articles)
    )
