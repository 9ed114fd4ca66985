"""Families: articles that carry the same writing. Joined by what holds most of an article, never by chains."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from coranto.copies.wire import Near, joint, neighbours
from coranto.types import CopyEdge
from coranto.types.ids import digest

_MOST = 0.3
_STRONG = 0.15
_HALF = 0.5
_HELD = 0.7
_MIXED = 0.25


def binds(edge: CopyEdge, *, one_source: bool = False) -> bool:
    """Whether an edge makes two articles the same writing: not a small excerpt, not a quotation.

    A third of the later text is, or most of the earlier one as a fair part of the later; half of the earlier one is
    where both name one source (`one_source`), for agencies write their stories through all day.
    """
    if edge.kind in ("same_text", "version_of"):
        return True
    if edge.kind not in ("excerpt", "contains"):
        return False
    held = edge.parent_share >= (_HALF if one_source else _HELD)
    return edge.share >= _MOST or (edge.share >= _STRONG and held)


def family_of(
    article_id: str,
    edges: Sequence[CopyEdge],
    families: Mapping[str, str],
    hubs: Collection[str],
    agencies: Mapping[str, str] | None = None,
) -> str:
    """The family of an article: the one that holds most of its narration if that is one writing, else its own.

    `families` maps the articles before it to theirs. Hubs join nothing but the very same hub. `agencies` names the
    source whose writing an article says it carries, where it does: a family whose articles mostly name another one
    is closed to it, and an article made of two sources' writing joins neither: no aggregator chains two wires.
    """
    own = digest("fam", article_id)
    hub = article_id in hubs
    edges = [edge for edge in edges if (_other(edge, article_id) in hubs) == hub and (not hub or _one_hub(edge))]
    mine = (agencies or {}).get(article_id, "")
    groups: dict[str, list[Near]] = {}
    for near in neighbours(edges).get(article_id, ()):
        if near.other in families:
            groups.setdefault(families[near.other], []).append(near)
    named = {family: _source(held, agencies or {}) for family, held in groups.items()}
    bound = {families[_other(edge, article_id)] for edge in edges if _bound(edge, article_id, families, agencies)}
    fits = sorted(one for one in bound if one in groups and (not mine or named[one] in ("", mine)))
    if not fits:
        return own
    alike = _alike(article_id, edges, families)
    best = max(fits, key={family: (round(joint(groups[family]), 1), alike[family]) for family in fits}.__getitem__)
    if not mine and _mixed(best, fits, groups, named):
        return own
    return best


def _one_hub(edge: CopyEdge) -> bool:
    """Whether two pages that gather many items are one round-up, not two with some items in common."""
    return edge.share >= _HELD and edge.parent_share >= _HELD


def _bound(edge: CopyEdge, article: str, families: Mapping[str, str], agencies: Mapping[str, str] | None) -> bool:
    other = _other(edge, article)
    if article not in (edge.child, edge.parent) or other not in families:
        return False
    mine = (agencies or {}).get(article, "")
    return binds(edge, one_source=bool(mine) and (agencies or {}).get(other, "") == mine)


def _alike(article: str, edges: Sequence[CopyEdge], families: Mapping[str, str]) -> dict[str, float]:
    """How much of each other an article and its nearest of every family hold: a page that holds it beside another
    text is no better parent than that text itself."""
    found: dict[str, float] = {}
    for edge in edges:
        family = families.get(_other(edge, article), "")
        found[family] = max(found.get(family, 0.0), min(edge.share, edge.parent_share or edge.share))
    return found


def _source(held: Sequence[Near], agencies: Mapping[str, str]) -> str:
    """The source that most of the articles at hand name, each by what it shares; "" when none names any."""
    votes: Counter[str] = Counter()
    for near in held:
        name = agencies.get(near.other, "")
        if name:
            votes[name] += max(1, round(1000 * near.share))
    return max(sorted(votes), key=votes.__getitem__, default="")


def _mixed(best: str, fits: Sequence[str], groups: Mapping[str, Sequence[Near]], named: Mapping[str, str]) -> bool:
    """Whether an article holds, beside the best family's writing, much of a family that names another source."""
    if not named[best]:
        return False
    alone = joint(groups[best])
    others = [family for family in fits if named[family] not in ("", named[best])]
    return any(joint([*groups[best], *groups[family]]) - alone >= _MIXED for family in others)


def _other(edge: CopyEdge, article: str) -> str:
    return edge.parent if edge.child == article else edge.child
