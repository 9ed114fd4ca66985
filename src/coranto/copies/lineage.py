"""Lineage: where each article of a story has its story from, down to the roots.

Direction comes from explicit credit first, then from containment, then from time; each edge says why.
"""

from collections.abc import Mapping, Sequence

from coranto.copies.sources import credited, through
from coranto.parts import register
from coranto.types import Article, Cite, CopyEdge, Lineage, LineageEdge, Reading

_DEPENDS = 0.5
_PARENTS = 5
_PASSED = 0.5
_CITED_CHARS = 300


def _cite(article: Article, edge: CopyEdge) -> tuple[Cite, ...]:
    """The first shared passage, as far as it stands in one sentence of the article."""
    for passage in edge.passages[:1]:
        for one in article.sentences:
            start, end = max(one.start, passage.child_start), min(one.end, passage.child_end)
            if start < end:
                end = min(end, start + _CITED_CHARS)
                exact = article.text[start:end]
                return (Cite(article=article.id, sentence=one.index, start=start, end=end, exact=exact),)
    return ()


class _Graph:
    """The edges of one story, article by article, and their roots."""

    def __init__(
        self, articles: Mapping[str, Article], readings: Mapping[str, Reading], edges: Sequence[CopyEdge]
    ) -> None:
        self._articles = articles
        self._copies: dict[str, list[CopyEdge]] = {}
        for edge in edges:
            known = edge.child in articles and edge.parent in articles and edge.child != edge.parent
            if known and edge.kind != "shares_quote_only":
                self._copies.setdefault(edge.child, []).append(edge)
        for found in self._copies.values():
            found.sort(key=_strength)
        self.edges: dict[str, tuple[LineageEdge, ...]] = {}
        self._passed: dict[str, float] = {}
        for one in sorted(articles):
            self.edges[one] = self._edges(articles[one], readings.get(one) or Reading(article=one))

    def _edges(self, article: Article, reading: Reading) -> tuple[LineageEdge, ...]:
        found = [
            LineageEdge(
                child=article.id, parent=edge.parent, parent_kind="article", share=edge.share,
                reasons=(edge.kind, *edge.reasons), cites=_cite(article, edge),
            )
            for edge in self._copies.get(article.id, ())[:_PARENTS]
        ]  # fmt: skip
        named = credited(article)
        for name, (kind, reason, cite) in named.items():
            found.append(
                LineageEdge(child=article.id, parent=name, parent_kind=kind, reasons=(reason,), cites=(cite,))
            )
        sources, self._passed[article.id] = through(article, reading)
        for source in sources:
            if source.name not in named:
                cites = (source.cite,) if source.cite else ()
                found.append(
                    LineageEdge(
                        child=article.id, parent=source.name, parent_kind=source.kind,
                        reasons=(source.reason,), cites=cites,
                    )
                )  # fmt: skip
        if not named:
            found.extend(self._hidden(article))
        return tuple(found)

    def _hidden(self, article: Article) -> list[LineageEdge]:
        """The agencies that an uncredited article has its text from, by way of a credited copy."""
        found: dict[str, LineageEdge] = {}
        for edge in self._copies.get(article.id, ()):
            parent = self._articles[edge.parent]
            for name, (kind, _, cite) in credited(parent).items():
                if kind != "agency" or name in found or edge.share < _DEPENDS:
                    continue
                reason = f"hidden wire: no credit, but {edge.share:.0%} of it stands in a page that credits {name}"
                found[name] = LineageEdge(
                    child=article.id, parent=name, parent_kind="agency", share=edge.share,
                    reasons=(reason,), cites=(cite,),
                )  # fmt: skip
        return list(found.values())

    def origins(self, article: str) -> tuple[str, ...]:
        """The roots of an article, each once: held roots' ids and the names of sources not held."""
        found: dict[str, None] = {}
        self._walk(article, found, set())
        return tuple(found)

    def _walk(self, article: str, found: dict[str, None], seen: set[str]) -> None:
        if article in seen:
            return
        seen.add(article)
        stubs = [edge for edge in self.edges[article] if edge.parent_kind != "article"]
        copied = [
            edge for edge in self._copies.get(article, ()) if edge.share >= _DEPENDS and edge.parent not in seen
        ]
        for edge in copied[:1]:
            self._walk(edge.parent, found, seen)
        if not copied and not self._explained(article, stubs):
            found.setdefault(article)
        for stub in stubs:
            # A page's credited agency only carries what a ministry itself says, but it stays an origin of the rest.
            found.setdefault(stub.parent)

    def _explained(self, article: str, stubs: Sequence[LineageEdge]) -> bool:
        """Whether sources not held explain all or most of an article, so that it is no root itself."""
        page = any(edge.reasons and edge.reasons[0].startswith("credited by the page") for edge in stubs)
        return page or (bool(stubs) and self._passed[article] >= _PASSED)


def _strength(edge: CopyEdge) -> tuple[float, str]:
    return -edge.share, edge.parent


@register("copies.lineage.v1")
def lineage(
    articles: Mapping[str, Article], readings: Mapping[str, Reading], edges: Sequence[CopyEdge]
) -> tuple[Lineage, ...]:
    """The lineage of every article of one story, in order of their ids.

    `edges` are the copy edges among them; an edge to an article that is not given is left out. Origins are the
    roots: sources not held by name, articles by id. An article is its own origin unless it copies another for
    half or more, credits an agency as a whole, or has most of its statements through named sources.
    """
    graph = _Graph(articles, readings, edges)
    return tuple(
        Lineage(article=one, edges=graph.edges[one], origins=graph.origins(one)) for one in sorted(articles)
    )
