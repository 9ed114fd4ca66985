"""Which articles of a story are cut, as longer versions of the same text among its copies show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coranto.article import against_longer
from coranto.types import Article, Completeness, CopyEdge

_SHARED = 0.6
_MOST = 6
_CUT = ("truncated", "teaser")


def cut_beside(articles: Mapping[str, Article], edges: Iterable[CopyEdge]) -> dict[str, Completeness]:
    """The verdict of each article that a longer copy among `articles` shows to be cut, by id.

    Of the edges only those count that hold most of the shorter text. That a text grew later, on its own page or
    in a longer take of an agency, says nothing of what it was before, unless that broke off anyhow.
    """
    longer: dict[str, set[str]] = {}
    for edge in edges:
        for short, other, share in (
            (edge.child, edge.parent, edge.share),
            (edge.parent, edge.child, edge.parent_share),
        ):
            if share >= _SHARED and not (
                short == edge.parent and articles[short].completeness.verdict == "complete"
            ):
                longer.setdefault(short, set()).add(other)
    found = {ident: _cut(articles[ident], [articles[one] for one in held]) for ident, held in longer.items()}
    return {ident: verdict for ident, verdict in sorted(found.items()) if verdict is not None}


def _cut(article: Article, others: Sequence[Article]) -> Completeness | None:
    """What the longest of the copies that go on where the article leaves off says of it, or None; its evidence
    stands in that copy."""
    if article.completeness.verdict in _CUT:
        return None
    longer = [other for other in others if len(other.text) > len(article.text)]
    for other in sorted(longer, key=lambda one: (-len(one.text), one.id))[:_MOST]:
        verdict = against_longer(article, other.text)
        if verdict.verdict in _CUT:
            return replace(verdict, evidence=tuple(replace(one, where=other.id) for one in verdict.evidence))
    return None
