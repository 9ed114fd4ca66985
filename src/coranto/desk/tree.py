"""Lineage as a tree: origins at the top, below each the articles that had it from there."""

from dataclasses import dataclass, field
from typing import Any

_DEPTH = 10
_SHOWN = 160
_NEAR = 0.9
_MUCH = 0.5


@dataclass(slots=True, kw_only=True)
class Node:
    """One origin or article of a tree: `kind` is article, agency, ministry ...; `also` names its other parents,
    `share` is the part of its words that it has from the node above, `tie` what else binds it there, `why` the
    reasons; `same` are articles of the same writing beside it, `more` counts the nodes below it that a page leaves
    out."""

    name: str
    kind: str
    article: str = ""
    title: str = ""
    family: str = ""
    share: float = 0.0
    tie: str = ""
    why: str = ""
    also: list[str] = field(default_factory=list)
    same: list["Node"] = field(default_factory=list)
    more: int = 0
    children: list["Node"] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many nodes it holds, itself among them."""
        return 1 + len(self.same) + sum(child.size for child in self.children)


def forest(traced: dict[str, Any]) -> list[Node]:
    """The trees of a story's lineage, the largest first: each article stands once, below its closest parent."""
    rows = {row["article"]: row for row in traced["articles"]}
    above = _above(rows)
    nodes = {ident: _article(row, traced["names"]) for ident, row in rows.items()}
    roots: dict[str, Node] = {}
    for ident, node in nodes.items():
        edge = above.get(ident)
        if edge is None:
            node.also = _also(rows[ident], None, traced["names"])
            roots[ident] = node
            continue
        node.share, node.tie, node.why = edge["share"], _tie(edge), "; ".join(edge["reasons"])
        node.also = _also(rows[ident], edge, traced["names"])
        parent = nodes.get(edge["parent"]) or _root(roots, edge, traced["names"])
        parent.children.append(node)
    for node in (*nodes.values(), *roots.values()):
        node.children = _folded(node.children)
    return sorted(roots.values(), key=_largest)


def _folded(children: list[Node]) -> list[Node]:
    """Children of one family as one: the others, where nobody has it from them, stand in its `same`."""
    first: dict[str, Node] = {}
    for child in sorted(children, key=_spread):
        first.setdefault(child.family or child.article, child)
    kept: list[Node] = []
    for child in children:
        lead = first[child.family or child.article]
        if lead is child or child.children:
            kept.append(child)
        else:
            lead.same.append(child)
    return kept


def _largest(node: Node) -> tuple[bool, int, str]:
    return node.kind == "article", -node.size, node.name


def _article(row: dict[str, Any], names: dict[str, str]) -> Node:
    return Node(
        name=row["outlet"] or "", kind="article", article=row["article"], title=row["title"], family=row["family"]
    )


def _root(roots: dict[str, Node], edge: dict[str, Any], names: dict[str, str]) -> Node:
    parent = edge["parent"]
    held = edge["parent_kind"] == "article"
    key = parent if held else parent.casefold()
    if key not in roots:
        roots[key] = Node(name=names.get(parent, parent), kind=edge["parent_kind"], article=parent if held else "")
    return roots[key]


def _also(row: dict[str, Any], main: dict[str, Any] | None, names: dict[str, str]) -> list[str]:
    return list(
        dict.fromkeys(names.get(edge["parent"], edge["parent"]) for edge in row["edges"] if edge is not main)
    )


def _closest(edge: dict[str, Any]) -> tuple[int, float, str]:
    """Parents whose words make up much of an article first, then sources that the page credits or hides, then those
    that statements came through, then small shares."""
    if edge["parent_kind"] == "article":
        rank = 0 if edge["share"] >= _MUCH else 3
    else:
        rank = 2 if _tie(edge) == "cites it" else 1
    return rank, -edge["share"], edge["parent"]


def _tie(edge: dict[str, Any]) -> str:
    """What binds an article to the node above it, in a word or two."""
    why = edge["reasons"][0] if edge["reasons"] else ""
    if why.startswith("credited by the page"):
        return "credits it"
    if why.startswith("hidden wire"):
        return "hidden wire"
    return "" if edge["share"] else "cites it"


def _above(rows: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """For each article that is no origin itself the edge to the parent it stands below: the most of its words, of
    nearly equal parents the one nearest to the origin, never in a circle, never deeper than a page can show."""
    above: dict[str, dict[str, Any]] = {}
    for ident, row in rows.items():
        if ident in row["origins"]:
            continue
        edges = [edge for edge in sorted(row["edges"], key=_closest) if _free(ident, edge["parent"], above)]
        if edges:
            near = [edge for edge in edges if _as_close(edge, edges[0])]
            above[ident] = min(near, key=lambda edge: _depth(edge["parent"], above))
    return above


def _as_close(edge: dict[str, Any], closest: dict[str, Any]) -> bool:
    return bool(edge["parent_kind"] == closest["parent_kind"] and edge["share"] >= _NEAR * closest["share"])


def _depth(ident: str, above: dict[str, dict[str, Any]]) -> int:
    depth = 0
    while ident in above:
        ident = above[ident]["parent"]
        depth += 1
    return depth


def _free(child: str, parent: str, above: dict[str, dict[str, Any]]) -> bool:
    seen = {child}
    for _ in range(_DEPTH):
        if parent in seen:
            return False
        if parent not in above:
            return True
        seen.add(parent)
        parent = above[parent]["parent"]
    return False


def canopy(trees: list[Node], limit: int = _SHOWN) -> tuple[list[Node], list[Node], int]:
    """What a page shows of many trees: those that somebody relays, `limit` nodes at most; the reports of their own
    that nobody does; and how many nodes are left out of the first."""
    relayed = [tree for tree in trees if tree.children]
    alone = [tree for tree in trees if not tree.children]
    kept: list[Node] = []
    room = limit
    for tree in relayed:
        if room <= 0:
            break
        room -= 1
        room = _trim(tree, room)
        kept.append(tree)
    hidden = sum(tree.size for tree in relayed[len(kept) :]) + sum(_left(tree) for tree in kept)
    return kept, alone, hidden


def _trim(node: Node, room: int) -> int:
    """Leave as many of a node's children as there is room for, the ones relayed most first; gives the room left."""
    node.children.sort(key=_spread)
    kept = node.children[: max(0, room)]
    node.more = sum(child.size for child in node.children[len(kept) :])
    node.children = kept
    room -= len(kept)
    for child in kept:
        room = _trim(child, room)
    return room


def _spread(node: Node) -> int:
    return -node.size


def _left(node: Node) -> int:
    return node.more + sum(_left(child) for child in node.children)
