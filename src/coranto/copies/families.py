"""Families: articles that carry the same writing. Joined by the strongest edge, never by chains."""

from collections.abc import Collection, Mapping, Sequence

from coranto.types import CopyEdge
from coranto.types.ids import digest

_STRONG = 0.15


def binds(edge: CopyEdge) -> bool:
    """Whether an edge makes two articles the same writing: not a small excerpt, not a quotation."""
    if edge.kind in ("same_text", "version_of"):
        return True
    return edge.kind in ("excerpt", "contains") and edge.share >= _STRONG


def _compatible(article: str, parent: str, agencies: Mapping[str, str]) -> bool:
    mine, theirs = agencies.get(article, ""), agencies.get(parent, "")
    return not (mine and theirs) or mine == theirs


def family_of(
    article_id: str,
    edges: Sequence[CopyEdge],
    families: Mapping[str, str],
    hubs: Collection[str],
    agencies: Mapping[str, str] | None = None,
) -> str:
    """The family of an article: that of the strongest parent it shares its writing with, else its own.

    `families` maps the articles before it to theirs. Hubs neither join nor are joined; articles that credit
    different agencies (`agencies`, where known) stay apart, so that no aggregator chains two wires.
    """
    own = digest("fam", article_id)
    if article_id in hubs:
        return own
    barred = {
        families[other]
        for other in (_other(edge, article_id) for edge in edges)
        if other in families and not _compatible(article_id, other, agencies or {})
    }
    usable = [edge for edge in edges if article_id in (edge.child, edge.parent) and binds(edge)]
    for edge in sorted(usable, key=_strength):
        other = _other(edge, article_id)
        if other in families and other not in hubs and families[other] not in barred:
            return families[other]
    return own


def _other(edge: CopyEdge, article: str) -> str:
    return edge.parent if edge.child == article else edge.child


def _strength(edge: CopyEdge) -> tuple[float, str, str]:
    return -edge.share, edge.parent, edge.child
