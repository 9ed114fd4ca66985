"""How many stand behind an event: mentions, articles, outlets, lineages, origins and sides."""

from collections.abc import Iterable, Sequence

from coranto.types import Counts


def matching(pairs: Iterable[tuple[str, str]]) -> int:
    """The size of a largest matching (Kuhn 1955): how many of one kind the other can vouch for."""
    nexts: dict[str, list[str]] = {}
    for left, right in sorted(set(pairs)):
        nexts.setdefault(left, []).append(right)
    taken: dict[str, str] = {}
    return sum(_augment(left, nexts, taken) for left in sorted(nexts))


def _augment(left: str, nexts: dict[str, list[str]], taken: dict[str, str]) -> bool:
    """Find `left` a partner, moving others along one path; without recursion, for long chains."""
    came: dict[str, str] = {}
    queue = [left]
    for one in queue:
        for right in nexts[one]:
            if right in came:
                continue
            came[right] = one
            if right not in taken:
                _flip(right, came, taken)
                return True
            queue.append(taken[right])
    return False


def _flip(right: str, came: dict[str, str], taken: dict[str, str]) -> None:
    partner = {one: other for other, one in taken.items()}
    at: str | None = right
    while at is not None:
        left = came[at]
        before = partner.get(left)
        taken[at] = left
        at = before


def tally(rows: Sequence[tuple[str, str, str, tuple[str, ...]]], sides: int) -> Counts:
    """Counts of `(article, outlet, lineage, origins)` rows, one per mention.

    An outlet vouches for one lineage and a lineage for one origin (largest matchings), so that
    mentions >= articles >= outlets >= lineages >= origins whatever comes in.
    """
    lineages = matching((outlet, lineage) for _, outlet, lineage, _ in rows)
    origins = matching((lineage, root) for _, _, lineage, roots in rows for root in roots)
    return Counts(
        mentions=len(rows),
        articles=len({article for article, *_ in rows}),
        outlets=len({outlet for _, outlet, *_ in rows}),
        lineages=lineages,
        origins=min(origins, lineages),
        sides=sides,
    )
